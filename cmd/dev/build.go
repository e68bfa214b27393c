package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"
)

func runBuild(ctx context.Context, p project, args []string) error {
	if len(args) > 0 {
		return errors.New("build takes no arguments")
	}
	if err := setUp(ctx, p, forBuilding); err != nil {
		return err
	}
	if err := p.buildPrograms(ctx); err != nil {
		return err
	}
	for _, name := range programs {
		fmt.Println(p.rel(p.program(name)))
	}
	return nil
}

// buildPrograms builds both programs into out/bin.
func (p project) buildPrograms(ctx context.Context) error {
	if err := os.MkdirAll(p.path("out/bin"), 0o755); err != nil {
		return err
	}
	targets := []string{}
	for _, name := range programs {
		targets = append(targets, "./cmd/"+name)
	}
	return p.compile(ctx, []string{"-o", p.path("out/bin") + string(os.PathSeparator)}, targets)
}

// compile runs go build on targets and tells how many packages are done.
func (p project) compile(ctx context.Context, flags, targets []string) error {
	listed, err := p.output(ctx, "go", append([]string{"list", "-deps"}, targets...)...)
	if err != nil {
		return err
	}
	all := map[string]bool{}
	for _, path := range strings.Fields(listed) {
		all[path] = true
	}
	var built atomic.Int64
	report := startProgress(os.Stderr, func(elapsed time.Duration) string {
		if elapsed < time.Second {
			return ""
		}
		return fmt.Sprintf("building: %d of at most %d packages, %s (the first time takes a few minutes)",
			built.Load(), len(all), clock(elapsed))
	})
	defer report.stop()
	cmd := p.command(ctx, "go", append(append([]string{"build", "-v"}, flags...), targets...)...)
	names, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	countBuilt(names, all, &built, func(line string) {
		report.clear()
		fmt.Fprintln(os.Stderr, line)
	})
	if cmd.Wait() != nil {
		return errReported
	}
	return nil
}

// countBuilt reads what go build -v prints: a line that names a package adds to
// built, any other is an error message and goes to complain.
func countBuilt(names io.Reader, all map[string]bool, built *atomic.Int64, complain func(string)) {
	for lines := bufio.NewScanner(names); lines.Scan(); {
		if all[lines.Text()] {
			built.Add(1)
		} else {
			complain(lines.Text())
		}
	}
}
