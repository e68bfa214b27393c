package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"aftershift/cmd/dev/packaging"
	"aftershift/cmd/dev/project"
)

// staticcheck is the module at the version that check runs; the go command
// fetches it.
const staticcheck = "honnef.co/go/tools/cmd/staticcheck@v0.8.2"

// A check looks at the whole project and gives a line for each thing to mend.
type check struct {
	name, about string
	run         func(ctx context.Context, p project.Project, s *sources) ([]string, error)
}

// checks gives the checks in the order in which they run: those that only read the
// source come first and answer at once, those that run the go command come after.
func checks() []check {
	read := func(look func(s *sources) []string) func(context.Context, project.Project, *sources) ([]string, error) {
		return func(_ context.Context, _ project.Project, s *sources) ([]string, error) { return look(s), nil }
	}
	return []check{
		{"size", "no file over 400 lines, no function over 80, no package over 30 files or 3,500 lines", read(tooLarge)},
		{"docs", "every package and exported name has its comment", read(uncommented)},
		{"calls", "no call that blocks the window, opens a browser or reads the clock below the program", read(forbiddenCalls)},
		{"spawn", "no goroutine but through app.Go", read(bareGoroutines(ownGoroutines))},
		{"weigh", "no weight of redaction outside its table", read(strayWeights(weightPlaces))},
		{"marks", "no unfinished place and no skipped test", read(unfinished)},
		{"words", "every text key that is used has a text, and the other way round", checkWords},
		{"rooms", "no import that the table of rooms forbids", checkRooms},
		{"reach", "no name that only tests use", checkReach},
		{"terms", "the licence of every linked module is shipped", checkTerms},
		{"format", "gofumpt", checkFormat},
		{"vet", "go vet", checkVet},
		{"static", "staticcheck", checkStatic},
	}
}

// runCheck runs the checks named, or all, with one line each.
func runCheck(ctx context.Context, p project.Project, names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(checks(), func(c check) bool { return c.name == name }) {
			return fmt.Errorf("no check %q", name)
		}
	}
	if err := p.SetUp(ctx, project.ForBuilding); err != nil {
		return err
	}
	s, err := readSources(p.Root)
	if err != nil {
		return err
	}
	failed := false
	for _, c := range checks() {
		if len(names) > 0 && !slices.Contains(names, c.name) {
			continue
		}
		found := c.perform(ctx, p, s)
		failed = failed || len(found) > 0
		fmt.Print(verdict(c, found))
	}
	if failed {
		return project.ErrReported
	}
	return nil
}

// perform runs the check and tells when it takes long; an error counts as
// something to mend.
func (c check) perform(ctx context.Context, p project.Project, s *sources) []string {
	report := project.StartProgress(os.Stderr, func(elapsed time.Duration) string {
		return fmt.Sprintf("%s: still at it, %s", c.name, project.Clock(elapsed))
	})
	defer report.Stop()
	found, err := c.run(ctx, p, s)
	if err != nil {
		found = append(found, err.Error())
	}
	return found
}

// verdict gives a check's line and, below it, what there is to mend.
func verdict(c check, found []string) string {
	if len(found) == 0 {
		return fmt.Sprintf("ok    %-7s %s\n", c.name, c.about)
	}
	text := fmt.Sprintf("FAIL  %-7s %s: %d to mend\n", c.name, c.about, len(found))
	for _, line := range found {
		text += "      " + strings.ReplaceAll(line, "\n", "\n      ") + "\n"
	}
	return text
}

// checkTerms looks at the terms of what is linked, and at the origins of the rest.
func checkTerms(ctx context.Context, p project.Project, _ *sources) ([]string, error) {
	return packaging.CheckTerms(ctx, p)
}

// checkVet gives all that vet complains of as one error, at most its last 20 lines.
func checkVet(ctx context.Context, p project.Project, _ *sources) ([]string, error) {
	if _, err := p.Output(ctx, "go", "vet", "./..."); err != nil {
		return nil, err
	}
	return nil, nil
}

// checkStatic gives a line for each finding. staticcheck fails where it finds
// something, so its error counts only where it printed nothing.
func checkStatic(ctx context.Context, p project.Project, _ *sources) ([]string, error) {
	out, err := p.Output(ctx, "go", "run", staticcheck, "./...")
	if found := project.Lines(out); len(found) > 0 {
		return found, nil
	}
	return nil, err
}

// checkRooms runs the test that holds the table, past the cache.
func checkRooms(ctx context.Context, p project.Project, _ *sources) ([]string, error) {
	out, err := p.Output(ctx, "go", "test", "-count=1", "./internal/archtest")
	if err == nil {
		return nil, nil
	}
	return project.Lines(out), nil
}
