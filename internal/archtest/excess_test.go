package archtest

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// excess gives a line for each row of the table without a package and for each
// right that no package of its room uses, in the order of rooms. A room is made
// with its first tenant, and a right is given with its first import.
func excess(rules map[string]rule, packages []listed) []string {
	tenants := map[string][]listed{}
	for _, p := range packages {
		room := roomOf(p.ImportPath)
		if _, named := rules[room]; !named && strings.HasPrefix(room, "ui/") {
			room = pageRoom
		}
		tenants[room] = append(tenants[room], p)
	}
	var found []string
	for _, room := range slices.Sorted(maps.Keys(rules)) {
		if len(tenants[room]) == 0 {
			found = append(found, room+" has a row and no package")
			continue
		}
		for _, right := range rules[room].unused(tenants[room]) {
			found = append(found, room+" may import "+right+" and doesn't")
		}
	}
	return found
}

// unused gives the rights of r that none of the packages uses. A package uses
// Fyne where it reaches it, directly or not.
func (r rule) unused(packages []listed) []string {
	var imports, deps, unused []string
	for _, p := range packages {
		imports, deps = append(imports, p.Imports...), append(deps, p.Deps...)
	}
	own := func(path string) bool { return strings.HasPrefix(path, module+"/") }
	for _, other := range r.own {
		if !slices.ContainsFunc(imports, func(path string) bool { return own(path) && roomOf(path) == other }) {
			unused = append(unused, other)
		}
	}
	for _, right := range []struct {
		name  string
		given bool
		used  bool
	}{
		{r.anyRoom, r.anyRoom != "", slices.ContainsFunc(imports, func(path string) bool {
			return own(path) && r.forbidsOwn("", roomOf(path)) == "" && !slices.Contains(r.own, roomOf(path))
		})},
		{"Fyne", r.fyne, slices.ContainsFunc(deps, isFyne)},
		{"the SQL driver", r.sqlite, slices.Contains(imports, sqlitePath)},
		{strings.Join(processes, " or "), r.exec, slices.ContainsFunc(imports, isProcess)},
	} {
		if right.given && !right.used {
			unused = append(unused, right.name)
		}
	}
	return unused
}

func isProcess(path string) bool { return slices.Contains(processes, path) }

func TestTable_hasNoRoomOrRightInReserve(t *testing.T) {
	if found := excess(allRows(), listModule(t)); len(found) > 0 {
		t.Errorf("take out of the table and of internal/README.md:\n  %s", strings.Join(found, "\n  "))
	}
}

// allRows gives the table with the row of the pages.
func allRows() map[string]rule {
	rows := maps.Clone(table)
	rows[pageRoom] = page
	return rows
}

func TestExcess_planted(t *testing.T) {
	in := func(path string, imports ...string) listed {
		return listed{ImportPath: module + "/internal/" + path, Imports: imports, Deps: imports}
	}
	const ours = module + "/internal/"
	cases := []struct {
		name string
		room string
		rule rule
		pkgs []listed
		want string // the only line; "" where nothing is in excess
	}{
		{"a right in use", "vault", leaf, []listed{in("vault", ours+"fault")}, ""},
		{"one package of two uses it", "vault", leaf, []listed{in("vault"), in("vault/spec", ours+"fault")}, ""},
		{"a right in reserve", "vault", leaf, []listed{in("vault", "os")}, "vault may import fault and doesn't"},
		{"a room of a room is another", "app", rule{own: []string{"redact"}}, []listed{in("app", ours+"redact/lex")}, "app may import redact and doesn't"},
		{"a room in the plan", "chart", leaf, []listed{in("vault", ours+"fault")}, "chart has a row and no package"},
		{"a page uses it", pageRoom, rule{own: []string{"app"}}, []listed{in("ui/people"), in("ui/actions", ours+"app")}, ""},
		{"no page uses it", pageRoom, rule{own: []string{"app"}}, []listed{in("ui/people")}, "ui/PAGE may import app and doesn't"},
		{"Fyne through another room", "ui/shell", rule{fyne: true}, []listed{{ImportPath: ours + "ui/shell", Deps: []string{"fyne.io/fyne/v2"}}}, ""},
		{"no Fyne at all", "ui/text", rule{fyne: true}, []listed{in("ui/text")}, "ui/text may import Fyne and doesn't"},
		{"no SQL driver", "vault", rule{sqlite: true}, []listed{in("vault")}, "vault may import the SQL driver and doesn't"},
		{"no process", "app", rule{exec: true}, []listed{in("app", "os")}, "app may import net or net/http or os/exec and doesn't"},
		{"any room", "ui/shell", rule{anyRoom: "ui/"}, []listed{in("ui/shell", ours+"ui/people")}, ""},
		{"any room but none", "ui/shell", rule{anyRoom: "ui/"}, []listed{in("ui/shell", "io")}, "ui/shell may import ui/ and doesn't"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(excess(map[string]rule{c.room: c.rule}, c.pkgs), "\n")
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
