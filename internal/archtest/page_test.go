package archtest

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pageRoom is the name under which internal/README.md gives the row of the
// pages, and the name of their rule in complaints.
const pageRoom = "ui/PAGE"

// quoted matches a name between backquotes.
var quoted = regexp.MustCompile("`([^`]+)`")

// A drawn row is a line of the page's table: what its first cell names, and
// what its third, the rights, names.
type drawn struct{ rooms, rights []string }

// drawnRows reads the rows of the table "Who owns what" from a page.
func drawnRows(page string) []drawn {
	var rows []drawn
	for line := range strings.Lines(page) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || !strings.Contains(cells[1], "`") {
			continue
		}
		rows = append(rows, drawn{names(cells[1]), names(cells[3])})
	}
	return rows
}

func names(cell string) []string {
	var all []string
	for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
		all = append(all, m[1])
	}
	return all
}

// differences gives a line for each way in which the page's rows tell something
// else than the rules.
func differences(rows []drawn, rules map[string]rule) []string {
	var found []string
	seen := map[string]bool{}
	for _, row := range rows {
		for _, room := range row.rooms {
			r, ok := rules[room]
			want := slices.Clone(r.own)
			if r.anyRoom != "" {
				want = append(want, r.anyRoom)
			}
			slices.Sort(want)
			got := slices.Sorted(slices.Values(row.rights))
			switch {
			case !ok:
				found = append(found, room+" stands on the page and has no rule")
			case seen[room]:
				found = append(found, room+" stands on the page twice")
			case !slices.Equal(got, want):
				found = append(found, room+" may import "+strings.Join(want, ", ")+"; the page says "+strings.Join(got, ", "))
			}
			seen[room] = true
		}
	}
	for room := range rules {
		if !seen[room] {
			found = append(found, room+" has a rule and does not stand on the page")
		}
	}
	slices.Sort(found)
	return found
}

func TestPage_tellsTheTable(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if found := differences(drawnRows(string(text)), allRows()); len(found) > 0 {
		t.Errorf("internal/README.md:\n  %s", strings.Join(found, "\n  "))
	}
}

func TestDifferences_planted(t *testing.T) {
	rules := map[string]rule{"fault": {}, "vault": {own: []string{"fault", "seal"}}, "ui/shell": {own: []string{"app"}, anyRoom: "ui/"}}
	const head = "| room | owns | may import (ours) | never |\n|---|---|---|---|\n"
	const fault, vault, shell = "| `fault` | errors | | |\n", "| `vault` | the `file` | `fault`, `seal` | SQL |\n", "| `ui/shell` | window | `app`, every room of `ui/` | |\n"
	cases := []struct{ name, rows, want string }{
		{"the same", fault + vault + shell, ""},
		{"a right too many", fault + strings.Replace(vault, "`seal`", "`seal`, `app`", 1) + shell, "the page says app, fault, seal"},
		{"a right too few", fault + strings.Replace(vault, ", `seal`", "", 1) + shell, "the page says fault"},
		{"a right twice", fault + strings.Replace(vault, "`seal`", "`seal`, `seal`", 1) + shell, "the page says fault, seal, seal"},
		{"a row missing", fault + shell, "vault has a rule and does not stand"},
		{"a row twice", fault + vault + shell + fault, "fault stands on the page twice"},
		{"a row too many", fault + vault + shell + "| `chart` | charts | | |\n", "chart stands on the page and has no rule"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(differences(drawnRows(head+c.rows), rules), "\n")
			if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
