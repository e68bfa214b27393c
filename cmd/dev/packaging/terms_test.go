package packaging

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
)

func TestCompareLicenses(t *testing.T) {
	wanted := map[string]string{"example.org_one.txt": "One.\n", "example.org_two_v2.txt": "Two.\n\nIn sub (LICENSE):\n\nThree.\n"}
	whole := map[string]string{"example.org_one.txt": "One.\n", "example.org_two_v2.txt": "Two.\n\nIn sub (LICENSE):\n\nThree.\n"}
	if found := compareLicenses(wanted, whole); len(found) != 0 {
		t.Errorf("found %q", found)
	}
	for _, c := range []struct{ kept, want string }{
		{"", "example.org_two_v2.txt: no licence"},
		{"Two.\n", "example.org_two_v2.txt: not all"},
	} {
		kept := map[string]string{"example.org_one.txt": "One.\n", "example.org_two_v2.txt": c.kept}
		if c.kept == "" {
			delete(kept, "example.org_two_v2.txt")
		}
		if found := compareLicenses(wanted, kept); len(found) != 1 || !strings.HasPrefix(found[0], c.want) {
			t.Errorf("kept %q: found %q, want %q", c.kept, found, c.want)
		}
	}
	delete(wanted, "example.org_one.txt")
	if found := compareLicenses(wanted, whole); !slices.Equal(found, []string{"example.org_one.txt: nothing of it is linked"}) {
		t.Errorf("found %q", found)
	}
}

func TestModule_Terms_readsTheFoldersOfWhatIsLinked(t *testing.T) {
	m := module{root: t.TempDir()}
	if _, err := m.terms(); err == nil {
		t.Error("a module without a licence was taken")
	}
	write(t, filepath.Join(m.root, "LICENSE"), "Do as you like.\r\n\r\n")
	write(t, filepath.Join(m.root, "NOTICE"), "By us.")
	write(t, filepath.Join(m.root, "license.go"), "package one")
	write(t, filepath.Join(m.root, "taken/over/LICENSE-reader"), "By them.")
	write(t, filepath.Join(m.root, "taken/over/deep/deep.go"), "package deep")
	write(t, filepath.Join(m.root, "taken/over/deep/c/LICENSE.md"), "By the C library.")
	write(t, filepath.Join(m.root, "taken/over/deep/other/other.go"), "package other")
	write(t, filepath.Join(m.root, "taken/over/deep/other/LICENSE"), "By nobody here.")
	write(t, filepath.Join(m.root, "unused/COPYING"), "By others.")
	write(t, filepath.Join(m.root, "unused/unused.go"), "package unused")
	m.packages = []string{filepath.Join(m.root, "taken", "over", "deep")}
	want := "Do as you like.\n\nBy us.\n\nIn taken/over (LICENSE-reader):\n\nBy them.\n" +
		"\nIn taken/over/deep/c (LICENSE.md):\n\nBy the C library.\n"
	if text, err := m.terms(); err != nil || text != want {
		t.Errorf("got %q, %v\nwant %q", text, err, want)
	}
}

func TestProject_LinkedModules_hasGoItself(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path("go.mod"), "module aftershift\n\ngo 1.26\n")
	for _, name := range project.Programs {
		write(t, p.Path("cmd/"+name+"/main.go"), "package main\n\nfunc main() {}\n")
	}
	modules, err := linkedModules(t.Context(), p)
	if err != nil || len(modules) != 1 {
		t.Fatalf("got %v, %v", modules, err)
	}
	if modules["go"].root == "" {
		t.Error("Go's own folder is not known")
	}
}

func TestCompareOrigins(t *testing.T) {
	const page = "| in | what | origin | terms |\n|---|---|---|---|\n" +
		"| `aftershift/assets/lists/*.txt` | words | us | `project.txt` |\n" +
		"| `example.org/ui/*.ttf` | a font | them | `fonts/font.txt` |\n\nCompiler: `runtime/c.txt`.\n"
	inside := []string{"aftershift/assets/lists/names.txt", "aftershift/assets/licenses/README.md", "example.org/ui/one.ttf", "example.org/ui/blur.frag"}
	kept := []string{"project.txt", "fonts/font.txt", "runtime/c.txt"}
	for _, c := range []struct {
		inside, kept []string
		want         string // "" for nothing to mend
	}{
		{inside, kept, ""},
		{append([]string{"example.org/ui/two.otf"}, inside...), kept, "two.otf: in the program, but"},
		{append([]string{"aftershift/assets/lists/new.gz"}, inside...), kept, "new.gz: in the program, but"},
		{inside[:2], kept, "`example.org/ui/*.ttf`: in "},
		{inside, []string{"project.txt", "runtime/c.txt"}, "assets/licenses/fonts/font.txt: not there"},
		{inside, append([]string{"fonts/old.txt"}, kept...), "fonts/old.txt: assets/licenses/README.md does not say"},
	} {
		found := strings.Join(compareOrigins(readOrigins(page), c.inside, c.kept, page), "\n")
		if (c.want == "") != (found == "") || !strings.Contains(found, strings.ReplaceAll(c.want, "`", "")) {
			t.Errorf("found %q, want %q", found, c.want)
		}
	}
}
