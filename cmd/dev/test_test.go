package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestProject_PlanTest(t *testing.T) {
	p := project{root: t.TempDir()}
	for _, folder := range []string{"internal/vault", "internal/ui/write", "cmd/dev", "assets"} {
		if err := os.MkdirAll(p.path(folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"":                      "test -timeout 30m ./...",
		"-race":                 "test -timeout 30m -race ./...",
		"-full -only vault":     "test -timeout 30m -count=1 ./internal/vault/...",
		"-only ui/write -race":  "test -timeout 30m -race ./internal/ui/write/...",
		"-only dev":             "test -timeout 30m ./cmd/dev/...",
		"-only assets":          "test -timeout 30m ./assets/...",
		"-only internal/vault":  "test -timeout 30m ./internal/vault/...",
		"-only=vault -full":     "test -timeout 30m -count=1 ./internal/vault/...",
		"-only attic":           "",
		"vault":                 "",
		"-only vault ./cmd/...": "",
		"-only vault -rows T6":  "",
	} {
		plan, err := p.planTest(strings.Fields(args))
		if want == "" {
			if err == nil {
				t.Errorf("%q was taken", args)
			}
			continue
		}
		if got := strings.Join(plan.arguments(), " "); err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", args, got, err, want)
		}
	}
}

func TestInTurn_windowsLast(t *testing.T) {
	for packages, want := range map[string]string{
		"a/cmd/dev a/cmd/dev/tour a/internal/app": "[[a/cmd/dev a/internal/app] [a/cmd/dev/tour]]",
		"a/internal/app": "[[a/internal/app]]",
		"a/cmd/dev/tour": "[[a/cmd/dev/tour]]",
		"":               "[]",
	} {
		if got := fmt.Sprint(inTurn(strings.Fields(packages))); got != want {
			t.Errorf("%q: %s, want %s", packages, got, want)
		}
	}
}

func TestTestPlan_Environment(t *testing.T) {
	unset := func(string) (string, bool) { return "", false }
	set := func(string) (string, bool) { return "7", true }
	if env := (testPlan{}).environment(unset); env != nil {
		t.Errorf("a usual run: %v", env)
	}
	if env := (testPlan{full: true}).environment(unset); fmt.Sprint(env) != "[RAPID_CHECKS=1000]" {
		t.Errorf("a full run: %v", env)
	}
	if env := (testPlan{full: true}).environment(set); env != nil {
		t.Errorf("the person's own number was replaced: %v", env)
	}
}

func TestFuzzNames(t *testing.T) {
	got := fuzzNames("FuzzOpen\nFuzzParse\nok  \taftershift/internal/vault\t0.01s\n")
	if fmt.Sprint(got) != "[FuzzOpen FuzzParse]" {
		t.Errorf("got %v", got)
	}
}

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
	p := project{root: t.TempDir()}
	write(t, p.path("go.mod"), "module aftershift\n\ngo 1.26\n")
	write(t, p.path("cmd/aftershift/main.go"), "package main\n\nfunc main() {}\n")
	write(t, p.path("cmd/aftershift-cli/main.go"), "package main\n\nfunc main() {}\n")
	if err := p.buildPrograms(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, name := range programs {
		if _, err := os.Stat(p.program(name)); err != nil {
			t.Error(err)
		}
	}
	write(t, p.path("cmd/aftershift/main.go"), "package main\n\nfunc main() { nothing() }\n")
	if err := p.buildPrograms(t.Context()); err == nil {
		t.Error("built a program that does not compile")
	}
}

func TestProgress_plainLines(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	said := "half way"
	p := startProgress(file, func(time.Duration) string { return said })
	p.show(time.Second)
	said = ""
	p.show(time.Second)
	p.stop()
	text, err := os.ReadFile(file.Name())
	if err != nil || string(text) != "half way\n" {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestProgress_liveLineIsTakenAway(t *testing.T) {
	var out strings.Builder
	p := &progress{out: &out, live: true, say: func(time.Duration) string { return "half way" }}
	p.show(0)
	p.clear()
	p.clear()
	if got := out.String(); got != "\r\033[Khalf way\r\033[K" {
		t.Errorf("got %q", got)
	}
}

func TestClock(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0s", 9400 * time.Millisecond: "9s", 59600 * time.Millisecond: "1m00s", 125 * time.Second: "2m05s",
	} {
		if got := clock(d); got != want {
			t.Errorf("clock(%v) = %q, want %q", d, got, want)
		}
	}
}
