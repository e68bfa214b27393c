package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
	"aftershift/internal/trial"
)

func TestProject_PlanTest(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	for _, folder := range []string{"internal/vault", "internal/ui/write", "cmd/dev", "assets"} {
		if err := os.MkdirAll(p.Path(folder), 0o755); err != nil {
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
		plan, err := planTest(p, strings.Fields(args))
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
	trial.Each(t, func(packages string) string { return fmt.Sprint(inTurn(strings.Fields(packages))) }, map[string]string{
		"a/cmd/dev a/cmd/dev/tour a/internal/app": "[[a/cmd/dev a/internal/app] [a/cmd/dev/tour]]",
		"a/internal/app": "[[a/internal/app]]",
		"a/cmd/dev/tour": "[[a/cmd/dev/tour]]",
		"":               "[]",
	})
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
