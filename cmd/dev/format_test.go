package main

import (
	"os"
	"testing"
)

func TestRunFormat_rewritesWhatCheckNames(t *testing.T) {
	p := project{root: t.TempDir()}
	write(t, p.path("go.mod"), "module aftershift\n\ngo 1.26.0\n")
	write(t, p.path("a/a.go"), "package a\n\nfunc f() {\n\n\tg( )\n}\n\nfunc g() {}\n")
	write(t, p.path("a/b.go"), "package a\n")
	named := func() []string {
		s, err := readSources(p.root)
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
	text, err := os.ReadFile(p.path("a/a.go"))
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
	p := project{root: t.TempDir()}
	write(t, p.path("a.go"), "package a\n\nfunc f( ) {}\n")
	write(t, p.path("b.go"), "package")
	if err := runFormat(t.Context(), p, nil); err == nil {
		t.Fatal("no error")
	}
	if text, _ := os.ReadFile(p.path("a.go")); string(text) != "package a\n\nfunc f( ) {}\n" {
		t.Errorf("wrote %q", text)
	}
}
