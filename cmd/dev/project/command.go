package project

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// buildFlags go to every go command, so that build, vet and test share one
// compiled copy of the window library, which takes minutes to compile.
const buildFlags = "-trimpath -tags=migrated_fynedo"

// Command prepares a program that runs in the root, with the flags that every go
// command gets, and is killed when ctx ends.
func (p Project) Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = p.Root
	cmd.Env = append(os.Environ(), "GOFLAGS="+goFlags(os.Getenv("GOFLAGS")))
	return cmd
}

// goFlags adds buildFlags to what the person already set.
func goFlags(set string) string { return strings.TrimSpace(set + " " + buildFlags) }

// Output runs a program with at least one argument and returns what it printed;
// where it fails, the error holds the last lines it complained with.
func (p Project) Output(ctx context.Context, name string, args ...string) (string, error) {
	return p.OutputOn(ctx, nil, name, args...)
}

// OutputOn is Output with env, as "NAME=value", over the person's environment.
func (p Project) OutputOn(ctx context.Context, env []string, name string, args ...string) (string, error) {
	cmd := p.Command(ctx, name, args...)
	cmd.Env = append(cmd.Env, env...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		// go test complains on its standard output.
		return out.String(), fmt.Errorf("%s %s: %w\n%s\n%s", name, args[0], err, Tail(out.String(), 20), Tail(complaint.String(), 20))
	}
	return out.String(), nil
}

// Tail returns the last n lines of text, without space around them.
func Tail(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

// Patiently is OutputOn for what may take minutes: it says that what is under way
// and drops what is printed.
func (p Project) Patiently(ctx context.Context, what string, env []string, name string, args ...string) error {
	report := StartProgress(os.Stderr, func(elapsed time.Duration) string {
		return fmt.Sprintf("%s: %s (the first time takes minutes)", what, Clock(elapsed))
	})
	defer report.Stop()
	_, err := p.OutputOn(ctx, env, name, args...)
	return err
}

// PassThrough runs a go command whose lines the person reads as they come, and
// says that what is under way when it has been quiet for long. A failure is
// ErrReported.
func (p Project) PassThrough(ctx context.Context, what string, args []string, env ...string) error {
	var last atomic.Int64
	heard := func() { last.Store(time.Now().UnixNano()) }
	heard()
	report := StartProgress(os.Stderr, func(elapsed time.Duration) string {
		if time.Since(time.Unix(0, last.Load())) < plainPause {
			return ""
		}
		return fmt.Sprintf("%s: still at it, %s", what, Clock(elapsed))
	})
	defer report.Stop()
	cmd := p.Command(ctx, "go", args...)
	cmd.Env = append(append(cmd.Env, "LANG=en_US.UTF-8"), env...)
	cmd.Stdout = relay{to: os.Stdout, report: report, heard: heard}
	cmd.Stderr = relay{to: os.Stderr, report: report, heard: heard}
	if cmd.Run() != nil {
		return ErrReported
	}
	return nil
}

// relay hands output on and takes the progress line out of its way.
type relay struct {
	to     *os.File
	report *Progress
	heard  func()
}

// Write hands b on.
func (r relay) Write(b []byte) (int, error) {
	r.heard()
	r.report.clear()
	return r.to.Write(b)
}

// Lines returns the lines of text that hold more than space.
func Lines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		return strings.TrimSpace(line) == ""
	})
}
