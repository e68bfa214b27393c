package main

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"aftershift/cmd/dev/project"
)

const printedEvents = `# aftershift/internal/vault
{"Action":"attr","Test":"TestA","Key":"trials","Value":"5000 power losses"}
{"Action":"attr","Test":"TestA","Key":"during","Value":"7 while saving"}
{"Action":"output","Test":"TestA","Output":"    a_test.go:3: proved T6 N=12 more\n"}
{"Action":"pass","Test":"TestA"}
{"Action":"pass"}
`

func TestReadEvents_trials(t *testing.T) {
	for _, c := range []struct {
		name, printed string
		run           run
		want          int
		notes         string
	}{
		{"told", printedEvents, run{}, 5012, "5000 power losses, 12 more"},
		{"told, though tests would count", printedEvents, run{cases: true}, 5012, "5000 power losses, 12 more"},
		{"nothing told", `{"Action":"pass","Test":"TestA"}`, run{}, 0, ""},
		{"tests count", `{"Action":"pass","Test":"TestA"}`, run{cases: true, where: "./x"}, 1, "1 passed in ./x"},
		{"no test ran", `{"Action":"pass"}`, run{cases: true}, 0, ""},
		{
			"fuzzed", `{"Action":"output","Output":"fuzz: elapsed: 3s, execs: 10 (3/sec)"}` + "\n" +
				`{"Action":"output","Output":"fuzz: elapsed: 6s, execs: 40 (9/sec), new"}`,
			run{fuzz: true, tests: "FuzzX"},
			40, "40 inputs of FuzzX",
		},
	} {
		got := readEvents(c.printed, c.run)
		if got.trials != c.want || strings.Join(got.notes, ", ") != c.notes || len(got.failed) > 0 {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestReadEvents_failure(t *testing.T) {
	got := readEvents(printedEvents+`{"Action":"fail","Test":"TestB"}`, run{})
	if !slices.Equal(got.failed, []string{"TestB"}) || got.output[0] != "# aftershift/internal/vault" {
		t.Errorf("%+v", got)
	}
}

func TestRow_verdict(t *testing.T) {
	for want, c := range map[string]struct {
		least int
		found tally
	}{
		"held":       {least: 5, found: tally{trials: 5}},
		"FAILED":     {found: tally{trials: 5, failed: []string{"TestB"}}},
		"NOT PROVED": {found: tally{}},
	} {
		if got := (row{least: c.least}).verdict(c.found); got != want {
			t.Errorf("%+v: %s, want %s", c, got, want)
		}
	}
	if got := (row{least: 6}).verdict(tally{trials: 5}); got != "NOT PROVED" {
		t.Errorf("too few: %s", got)
	}
}

func TestProject_prove_printsAndFails(t *testing.T) {
	probe := func(found tally) []run {
		return []run{{probe: func(context.Context, project.Project) tally { return found }}}
	}
	rows := []row{
		{name: "T1", what: "this", target: "that", runs: probe(tally{trials: 3, notes: []string{"3 tries"}}), cut: "much"},
		{name: "T2", what: "other", target: "less", runs: probe(tally{failed: []string{"TestB"}, output: []string{"why"}})},
	}
	var out strings.Builder
	if err := prove(t.Context(), project.Project{}, &out, rows, []string{"T1"}); err != nil || strings.Contains(out.String(), "T2") {
		t.Errorf("%v\n%s", err, &out)
	}
	if err := prove(t.Context(), project.Project{}, &out, rows, nil); err == nil {
		t.Error("a row failed and nobody said so")
	}
	for _, line := range []string{"1 of 2 rows hold", "this: that", "3 tries", "left out: much", "failed: TestB", "    | why"} {
		if !strings.Contains(out.String(), line) {
			t.Errorf("no %q in\n%s", line, &out)
		}
	}
}

// Every test that a row names is there, and is of the room that it names.
func TestProofRows_nameTestsThatExist(t *testing.T) {
	p, err := project.Find()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range proofRows {
		if r.name == "" || r.what == "" || r.target == "" || len(r.runs) == 0 {
			t.Errorf("row %+v says too little", r)
		}
		for _, each := range r.runs {
			if each.probe == nil && !hasTests(p, t, each) {
				t.Errorf("%s: no test %s in %s", r.name, each.tests, each.where)
			}
		}
	}
}

// hasTests reports whether the room's sources define every test of the run.
func hasTests(p project.Project, t *testing.T, r run) bool {
	t.Helper()
	entries, err := os.ReadDir(p.Path(r.where))
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "_test.go") {
			text, err := os.ReadFile(p.Path(r.where + "/" + e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			source.Write(text)
		}
	}
	for name := range strings.FieldsSeq(r.tests) {
		if !strings.HasSuffix(name, "_") {
			name += "("
		}
		if !strings.Contains(source.String(), "func "+name) {
			return false
		}
	}
	return true
}

func TestRun_arguments(t *testing.T) {
	r := run{where: "./x", tests: "TestA TestB_", flags: []string{"-thorough"}}
	if got := strings.Join(r.arguments(), " "); got != "test -json -count=1 -timeout 50m -run ^TestA$|^TestB_ ./x -thorough" {
		t.Error(got)
	}
	r = run{where: "./x", tests: "FuzzA", fuzz: true}
	if got := strings.Join(r.arguments(), " "); got != "test -json -count=1 -timeout 50m -run ^$ -fuzz ^FuzzA$ -fuzztime 10s -fuzzminimizetime 1x ./x" {
		t.Error(got)
	}
}

func TestMutants_standInTheSource(t *testing.T) {
	p, err := project.Find()
	if err != nil {
		t.Fatal(err)
	}
	if len(mutants()) < 25 {
		t.Errorf("%d mutants", len(mutants()))
	}
	for _, m := range mutants() {
		source, err := os.ReadFile(p.Path(m.file))
		if err != nil || strings.Count(string(source), m.from) != 1 || m.from == m.to {
			t.Errorf("%s: what is left out does not stand once in %s (%v)", m.what, m.file, err)
		}
	}
}
