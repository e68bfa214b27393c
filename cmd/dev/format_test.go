package main

import (
	"os"
	"testing"

	"aftershift/cmd/dev/project"
)

func TestRunFormat_rewritesWhatCheckNames(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path("go.mod"), "module aftershift\n\ngo 1.26.0\n")
	write(t, p.Path("a/a.go"), "package a\n\nfunc f() {\n\n\tg( )\n}\n\nfunc g() {}\n")
	write(t, p.Path("a/b.go"), "package a\n")
	named := func() []string {
		s, err := readSources(p.Root)
		if err != nil {
			t.Fatal(err)
		}
		found, err := checkFormat(t.Context(), p, s)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if found := named(); len(found) != 1 || found[0] != "a/a.go" {
		t.Fatalf("check names %q", found)
	}
	if err := runFormat(t.Context(), p, nil); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(p.Path("a/a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "package a\n\nfunc f() {\n\tg()\n}\n\nfunc g() {}\n"; string(text) != want {
		t.Errorf("wrote %q", text)
	}
	if found := named(); len(found) != 0 {
		t.Errorf("check still names %q", found)
	}
}

func TestRunFormat_leavesAllWhereOneDoesNotParse(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	write(t, p.Path("a.go"), "package a\n\nfunc f( ) {}\n")
	write(t, p.Path("b.go"), "package")
	if err := runFormat(t.Context(), p, nil); err == nil {
		t.Fatal("no error")
	}
	if text, _ := os.ReadFile(p.Path("a.go")); string(text) != "package a\n\nfunc f( ) {}\n" {
		t.Errorf("wrote %q", text)
	}
}
