package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"aftershift/cmd/dev/project"
)

// fuzzTime is how long each fuzz target runs in a full test.
const fuzzTime = "10s"

// wrongThread is what the window library prints, in its old threading mode,
// for a call made from the wrong thread.
const wrongThread = "Error in Fyne call thread"

// fuzz runs every fuzz target of targets in turn.
func fuzz(ctx context.Context, p project.Project, targets []string) error {
	packages, err := p.Output(ctx, "go", append([]string{"list"}, targets...)...)
	if err != nil {
		return err
	}
	var failed error
	for _, path := range strings.Fields(packages) {
		listed, err := p.Output(ctx, "go", "test", "-list", "^Fuzz", path)
		if err != nil {
			return err
		}
		for _, name := range fuzzNames(listed) {
			args := []string{"test", "-run", "^$", "-fuzz", "^" + name + "$", "-fuzztime", fuzzTime, path}
			failed = errors.Join(failed, p.PassThrough(ctx, "fuzz "+name, args))
		}
	}
	return failed
}

// fuzzNames picks the targets from what go test -list prints.
func fuzzNames(listed string) []string {
	var names []string
	for _, word := range strings.Fields(listed) {
		if strings.HasPrefix(word, "Fuzz") {
			names = append(names, word)
		}
	}
	return names
}

// threads tests the pages once in the window library's old threading mode,
// which is the one that reports calls made from the wrong thread.
func threads(ctx context.Context, p project.Project) error {
	cmd := p.Command(ctx, "go", "test", "-count=1", "./internal/ui/...")
	cmd.Env = append(cmd.Env, "GOFLAGS=-trimpath -tags=threadcheck", "LANG=en_US.UTF-8")
	out, err := cmd.CombinedOutput()
	if err == nil && !strings.Contains(string(out), wrongThread) {
		fmt.Println("ok  \tcalls to the window library, all from its own thread")
		return nil
	}
	fmt.Println(project.Tail(string(out), 60))
	fmt.Println("FAIL\tcalls to the window library")
	return project.ErrReported
}
