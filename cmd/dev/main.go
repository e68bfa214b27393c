// Command dev runs the project's own tasks, the same way on every system and
// with the standard library alone:
//
//	go run ./cmd/dev setup|build|run|test|check|format|shots|bench|fit|package|licenses
//
// It works from any folder inside the module. A task says what it does, is
// silent about what is already done, and ends with exit code 0 or 1.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"aftershift/cmd/dev/packaging"
	"aftershift/cmd/dev/project"
)

// A task is one word of the command line.
type task struct {
	name, about string
	run         func(ctx context.Context, p project.Project, args []string) error
}

// tasks gives the tasks in the order of the usage text. What stands behind the name on
// the command line are a task's args.
func tasks() []task {
	return []task{
		{"setup", "install the compiler, headers and tools that are missing", runSetup},
		{"build", "build the program and its command line into out/bin", runBuild},
		{"run", "set up, build and open the program (pictures where there is no screen)", runRun},
		{"test", "set up and run every test [-full] [-race] [-only ROOM] [-windows]", runTest},
		{"check", "read the source: format, vet, staticcheck, rooms, words, size [NAME ...]", runCheck},
		{"format", "rewrite every Go file in the form that check wants", runFormat},
		{"shots", "drive the real window and save pictures of its pages [-only VARIANT]", runShots},
		{"bench", "measure the whole program, and SQLCipher beside it, a JSON line a figure [-times N]", runBench},
		{"fit", "fit the weights of redaction on the committed notes [-blind WRITERS]", runFit},
		{"package", "make the packages of this commit in out/packages: linux, windows or all", packaging.Run},
		{"licenses", "write the terms of every linked module into assets", packaging.WriteTerms},
	}
}

// main ends with code 1 after any error, and prints it unless the person has read it
// already. An interrupt or SIGTERM ends ctx, and with it what the task has started.
func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := dispatch(ctx, os.Args[1:], os.Stderr)
	stop()
	if err == nil {
		return
	}
	if !errors.Is(err, project.ErrReported) {
		fmt.Fprintln(os.Stderr, "error:", err)
	}
	os.Exit(1)
}

// dispatch runs the task that args begin with. Without a known one it prints the usage
// to out and gives project.ErrReported; outside the module, the error of project.Find.
func dispatch(ctx context.Context, args []string, out io.Writer) error {
	for _, t := range tasks() {
		if len(args) == 0 || args[0] != t.name {
			continue
		}
		p, err := project.Find()
		if err != nil {
			return err
		}
		return t.run(ctx, p, args[1:])
	}
	usage(out)
	return project.ErrReported
}

func usage(out io.Writer) {
	fmt.Fprintln(out, "usage: go run ./cmd/dev TASK")
	for _, t := range tasks() {
		fmt.Fprintf(out, "  %-9s %s\n", t.name, t.about)
	}
}
