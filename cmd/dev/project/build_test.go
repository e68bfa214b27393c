package project

import (
	"os"
	"strings"
	"sync/atomic"
	"testing"
)

func TestCountBuilt_tellsPackagesFromComplaints(t *testing.T) {
	all := map[string]bool{"fmt": true, "aftershift/internal/fault": true}
	var built atomic.Int64
	var complaints []string
	printed := "fmt\naftershift/internal/fault\n# aftershift/internal/fault\nfault.go:3:1: syntax error\n"
	countBuilt(strings.NewReader(printed), all, &built, func(line string) { complaints = append(complaints, line) })
	if built.Load() != 2 || len(complaints) != 2 {
		t.Errorf("built %d, complaints %q", built.Load(), complaints)
	}
}

func TestProject_Compile(t *testing.T) {
	p := Project{Root: t.TempDir()}
	write(t, p.Path("go.mod"), "module aftershift\n\ngo 1.26\n")
	write(t, p.Path("cmd/aftershift/main.go"), "package main\n\nfunc main() {}\n")
	write(t, p.Path("cmd/aftershift-cli/main.go"), "package main\n\nfunc main() {}\n")
	if err := p.BuildPrograms(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, name := range Programs {
		if _, err := os.Stat(p.Program(name)); err != nil {
			t.Error(err)
		}
	}
	write(t, p.Path("cmd/aftershift/main.go"), "package main\n\nfunc main() { nothing() }\n")
	if err := p.BuildPrograms(t.Context()); err == nil {
		t.Error("built a program that does not compile")
	}
}
