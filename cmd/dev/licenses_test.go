package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestCompareLicenses(t *testing.T) {
	modules := []string{"example.org/one", "example.org/two/v2"}
	whole := []string{"x/example.org_one.txt", "x/example.org_two_v2.txt"}
	if found := compareLicenses(modules, whole); len(found) != 0 {
		t.Errorf("found %q", found)
	}
	if found := compareLicenses(modules, whole[:1]); len(found) != 1 || !strings.HasPrefix(found[0], "example.org/two/v2: no licence") {
		t.Errorf("found %q", found)
	}
	if found := compareLicenses(modules[1:], whole); !slices.Equal(found, []string{"example.org_one.txt: nothing of it is linked"}) {
		t.Errorf("found %q", found)
	}
}

func TestTerms_joinsLicenceAndNotice(t *testing.T) {
	folder := t.TempDir()
	if _, err := terms(folder); err == nil {
		t.Error("a module without a licence was taken")
	}
	write(t, filepath.Join(folder, "LICENSE"), "Do as you like.\r\n\r\n")
	write(t, filepath.Join(folder, "NOTICE"), "By us.")
	if text, err := terms(folder); err != nil || string(text) != "Do as you like.\n\nBy us.\n" {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestProject_LinkedModules_hasGoItself(t *testing.T) {
	p := project{root: t.TempDir()}
	write(t, p.path("go.mod"), "module aftershift\n\ngo 1.26\n")
	for _, name := range programs {
		write(t, p.path("cmd/"+name+"/main.go"), "package main\n\nfunc main() {}\n")
	}
	modules, err := p.linkedModules(t.Context())
	if err != nil || len(modules) != 1 {
		t.Fatalf("got %v, %v", modules, err)
	}
	if modules["go"] == "" {
		t.Error("Go's own folder is not known")
	}
}
