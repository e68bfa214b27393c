package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
)

// A row is one promise of the vault and what proves it.
type row struct {
	name   string // T1 to T33
	what   string // what is done to the program
	target string // what must come out
	least  int    // trials; a row with fewer has proved too little
	runs   []run
	cut    string // what a run leaves out of the promise's proof; "" for nothing
}

// A run is one call of go test.
type run struct {
	where  string   // package
	tests  string   // their names; one that ends in _ stands for all that begin so
	flags  []string // of the test program
	fuzz   bool
	memory bool // its files may stand in memory: the disk plays no part
	cases  bool // its tests may tell no number of trials: then each that passes is one
	// probe, where set, stands for go test altogether.
	probe func(ctx context.Context, p project.Project) tally
}

// A tally is what came of a row's runs.
type tally struct {
	trials int
	notes  []string // what was tried, as the tests say it
	failed []string // names of tests, or what else went wrong
	output []string // last lines of what failed
}

// add puts another run's tally to this one.
func (t *tally) add(more tally) {
	t.trials += more.trials
	t.notes = append(t.notes, more.notes...)
	t.failed = append(t.failed, more.failed...)
	t.output = append(t.output, more.output...)
}

// verdict gives "held", or why not.
func (r row) verdict(t tally) string {
	switch {
	case len(t.failed) > 0:
		return "FAILED"
	case t.trials < max(1, r.least):
		return "NOT PROVED"
	}
	return "held"
}

// prove runs the rows (those named, or all) and prints a line for each as it is
// done. It gives an error where one failed or proved too little.
func prove(ctx context.Context, p project.Project, out io.Writer, all []row, named []string) error {
	fmt.Fprintf(out, "\n%-4s %-10s %8s  %6s  %s\n", "row", "result", "N", "time", "what: target")
	held, broken := 0, 0
	for _, r := range all {
		if len(named) > 0 && !slices.Contains(named, r.name) {
			continue
		}
		begun := time.Now()
		found := proveRow(ctx, p, r)
		r.print(out, found, time.Since(begun))
		if r.verdict(found) == "held" {
			held++
		} else {
			broken++
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	fmt.Fprintf(out, "%d of %d rows hold\n", held, held+broken)
	if broken > 0 {
		return fmt.Errorf("%d rows of the vault's proof do not hold", broken)
	}
	return nil
}

// proveRow goes through the row's runs in turn, and on after one that failed, so that
// the tally names all that is broken. It says on standard error how long it has taken.
func proveRow(ctx context.Context, p project.Project, r row) (found tally) {
	report := project.StartProgress(os.Stderr, func(elapsed time.Duration) string { return r.name + ": " + project.Clock(elapsed) })
	defer report.Stop()
	for _, each := range r.runs {
		if each.probe != nil {
			found.add(each.probe(ctx, p))
		} else {
			found.add(try(ctx, p, each))
		}
	}
	return found
}

// print writes the row's line, what its tests say below it, and what failed.
func (r row) print(out io.Writer, t tally, took time.Duration) {
	fmt.Fprintf(out, "%-4s %-10s %8d  %6s  %s: %s\n", r.name, r.verdict(t), t.trials, project.Clock(took), r.what, r.target)
	for _, note := range t.notes {
		fmt.Fprintf(out, "%35s%s\n", "", note)
	}
	if r.cut != "" {
		fmt.Fprintf(out, "%35sleft out: %s\n", "", r.cut)
	}
	if r.verdict(t) == "NOT PROVED" {
		fmt.Fprintf(out, "%35sat least %d trials are asked for\n", "", max(1, r.least))
	}
	for _, name := range t.failed {
		fmt.Fprintf(out, "%35sfailed: %s\n", "", name)
	}
	for _, line := range t.output {
		if r.verdict(t) != "held" {
			fmt.Fprintln(out, "    | "+line)
		}
	}
}

// arguments gives the go command's arguments of the run.
func (r run) arguments() []string {
	args := []string{"test", "-json", "-count=1", "-timeout", "50m"}
	if r.fuzz {
		args = append(args, "-run", "^$", "-fuzz", "^"+r.tests+"$", "-fuzztime", fuzzTime, "-fuzzminimizetime", "1x")
	} else {
		args = append(args, "-run", r.pattern())
	}
	return append(append(args, r.where), r.flags...)
}

// pattern gives the regular expression for the tests.
func (r run) pattern() string {
	var names []string
	for name := range strings.FieldsSeq(r.tests) {
		if !strings.HasSuffix(name, "_") {
			name += "$"
		}
		names = append(names, "^"+name)
	}
	return strings.Join(names, "|")
}

// memoryDisk is where Linux keeps files in memory.
const memoryDisk = "/dev/shm"

// try runs go test and reads what its tests say.
func try(ctx context.Context, p project.Project, r run) tally {
	cmd := p.Command(ctx, "go", r.arguments()...)
	cmd.Env = append(cmd.Env, "LANG=en_US.UTF-8", "RAPID_CHECKS=1000")
	if info, err := os.Stat(memoryDisk); r.memory && err == nil && info.IsDir() {
		cmd.Env = append(cmd.Env, "TMPDIR="+memoryDisk)
	}
	printed, err := cmd.Output()
	found := readEvents(string(printed), r)
	if err != nil && len(found.failed) == 0 {
		found.failed = append(found.failed, r.where+": "+err.Error())
	}
	return found
}

// An event is a line of go test -json: https://pkg.go.dev/cmd/test2json
type event struct{ Action, Test, Output, Key, Value string }

// executions is how often a fuzz target says that it was called.
var executions = regexp.MustCompile(`execs: (\d+)`)

// told is how a test may say its trials in its log.
var told = regexp.MustCompile(`proved \w+ N=(\d+.*)`)

// readEvents gives the tally of what go test -json printed. A test tells its
// trials by an attribute of that name, a number and what it counts, or in its
// log.
func readEvents(printed string, r run) (found tally) {
	var said []string
	passed, fuzzed := 0, ""
	for lines := bufio.NewScanner(strings.NewReader(printed)); lines.Scan(); {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			said = append(said, lines.Text()) // what the compiler says
			continue
		}
		switch {
		case e.Action == "output":
			said = append(said, strings.TrimRight(e.Output, "\n"))
			if m := executions.FindStringSubmatch(e.Output); r.fuzz && m != nil {
				fuzzed = m[1] + " inputs of " + r.tests
			} else if m := told.FindStringSubmatch(e.Output); m != nil {
				found.count(m[1])
			}
		case e.Action == "attr" && e.Key == "trials":
			found.count(e.Value)
		case e.Action == "fail" && e.Test != "":
			found.failed = append(found.failed, e.Test)
		case e.Action == "pass" && e.Test != "":
			passed++
		}
	}
	found.count(fuzzed)
	if r.cases && found.trials == 0 && passed > 0 {
		found.count(fmt.Sprint(passed, " passed in ", r.where))
	}
	if len(found.failed) > 0 || found.trials == 0 {
		found.output = said[max(0, len(said)-40):]
	}
	return found
}

// count takes "5000 power losses"; words without a number are no trials.
func (t *tally) count(value string) {
	number, _, _ := strings.Cut(value, " ")
	if n, err := strconv.Atoi(number); err == nil {
		t.trials += n
		t.notes = append(t.notes, value)
	}
}
