package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/wine"
)

// testPlan is what the flags of test ask for.
type testPlan struct {
	targets    []string
	race, full bool
	vault      bool     // the vault alone: in a full run its table of proof takes the place of plain tests
	rows       []string // of that table; none: all
	windows    bool     // nothing but what is built for Windows, under wine
	part       string   // of that; "": all
	kills      int      // how often a process is killed there
}

// runTest compiles, vets and tests what the plan names, each whatever became of the
// others, and joins their errors. Fuzzing, threads and the vault's proof follow in a
// full run only where the tests passed.
func runTest(ctx context.Context, p project.Project, args []string) error {
	plan, err := planTest(p, args)
	if err != nil {
		return err
	}
	if plan.windows {
		return wine.Test(ctx, p, plan.kills, plan.part)
	}
	if err := p.SetUp(ctx, project.ForTesting); err != nil {
		return err
	}
	built := p.Compile(ctx, nil, plan.targets) // where it fails, the other rooms are tested all the same
	vetted := p.PassThrough(ctx, "vet", append([]string{"vet"}, plan.targets...))
	if plan.full && plan.vault {
		return errors.Join(built, vetted, prove(ctx, p, os.Stdout, proofRows, plan.rows))
	}
	tested := testInTurn(ctx, p, plan)
	if tested == nil && plan.full {
		tested = errors.Join(fuzz(ctx, p, plan.targets), threads(ctx, p))
		if slices.Contains(plan.targets, "./...") {
			tested = errors.Join(tested, prove(ctx, p, os.Stdout, proofRows, nil))
		}
	}
	return errors.Join(built, vetted, tested)
}

// windowRoom drives the real window by keyboard. It is tested by itself, after all
// others: keys wait for nobody on a busy machine.
const windowRoom = "/cmd/dev/tour"

// testInTurn tests the plan's packages, those that need the machine to
// themselves last.
func testInTurn(ctx context.Context, p project.Project, plan testPlan) error {
	listed, err := p.Output(ctx, "go", append([]string{"list"}, plan.targets...)...)
	if err != nil {
		return err
	}
	var failed error
	for _, packages := range inTurn(strings.Fields(listed)) {
		plan.targets = packages
		failed = errors.Join(failed, p.PassThrough(ctx, "test", plan.arguments(), plan.environment(os.LookupEnv)...))
	}
	return failed
}

// inTurn gives the groups of packages in the order to test them.
func inTurn(packages []string) (groups [][]string) {
	var others, alone []string
	for _, name := range packages {
		if strings.HasSuffix(name, windowRoom) {
			alone = append(alone, name)
		} else {
			others = append(others, name)
		}
	}
	for _, group := range [][]string{others, alone} {
		if len(group) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// planTest reads the flags of test and finds the folder of -only.
func planTest(p project.Project, args []string) (testPlan, error) {
	plan := testPlan{targets: []string{"./..."}}
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	only := flags.String("only", "", "the `room` to test: vault, ui/write, dev; with -windows, the part: install, window, internal/vault")
	rows := flags.String("rows", "", "with -full -only vault, the `rows` of its proof: T6,T7")
	flags.BoolVar(&plan.windows, "windows", false, "build for Windows and run tests and window under wine, nothing else")
	flags.IntVar(&plan.kills, "kills", 200, "with -windows, how often a process is killed")
	flags.BoolVar(&plan.race, "race", false, "look for data races")
	flags.BoolVar(&plan.full, "full", false, "try properties ten times as often, then fuzz, look at threads and prove what the vault promises")
	if err := flags.Parse(args); err != nil {
		return plan, project.ErrReported
	}
	if flags.NArg() > 0 {
		return plan, fmt.Errorf("test does not know %q", flags.Arg(0))
	}
	if plan.windows {
		plan.part = *only
		return plan, nil
	}
	plan.vault = *only == "vault"
	if plan.rows = strings.FieldsFunc(*rows, func(r rune) bool { return r == ',' }); len(plan.rows) > 0 && !(plan.full && plan.vault) {
		return plan, errors.New("-rows needs -full -only vault")
	}
	return plan, findRoom(p, *only, &plan)
}

// findRoom sets the plan's targets to the room, or to all for "".
func findRoom(p project.Project, room string, plan *testPlan) error {
	if room == "" {
		return nil
	}
	for _, below := range []string{"internal/" + room, "cmd/" + room, room} {
		if info, err := os.Stat(p.Path(below)); err == nil && info.IsDir() {
			plan.targets = []string{"./" + below + "/..."}
			return nil
		}
	}
	return fmt.Errorf("no room %q under internal or cmd", room)
}

// arguments gives the go command's arguments of the plan.
func (t testPlan) arguments() []string {
	args := []string{"test", "-timeout", "30m"}
	if t.race {
		args = append(args, "-race")
	}
	if t.full {
		args = append(args, "-count=1")
	}
	return append(args, t.targets...)
}

// environment asks property tests for more cases in a full run, unless the
// person has set a number (pgregory.net/rapid reads it; 100 is its own).
func (t testPlan) environment(lookup func(string) (string, bool)) []string {
	if _, set := lookup("RAPID_CHECKS"); set || !t.full {
		return nil
	}
	return []string{"RAPID_CHECKS=1000"}
}
