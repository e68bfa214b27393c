package project

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"time"
)

// BuildPrograms builds both programs into out/bin. What the compiler complains
// about is printed; the error is then ErrReported.
func (p Project) BuildPrograms(ctx context.Context) error {
	if err := os.MkdirAll(p.Path("out/bin"), 0o755); err != nil {
		return err
	}
	targets := []string{}
	for _, name := range Programs {
		targets = append(targets, "./cmd/"+name)
	}
	return p.Compile(ctx, []string{"-o", p.Path("out/bin") + string(os.PathSeparator)}, targets)
}

// Compile runs go build with flags on targets and tells how many packages are
// done. What the compiler complains about is printed; the error is then
// ErrReported.
func (p Project) Compile(ctx context.Context, flags, targets []string) error {
	listed, err := p.Output(ctx, "go", append([]string{"list", "-deps"}, targets...)...)
	if err != nil {
		return err
	}
	all := map[string]bool{}
	for _, path := range strings.Fields(listed) {
		all[path] = true
	}
	var built atomic.Int64
	report := StartProgress(os.Stderr, func(elapsed time.Duration) string {
		if elapsed < time.Second {
			return ""
		}
		return fmt.Sprintf("building: %d of at most %d packages, %s (the first time takes a few minutes)",
			built.Load(), len(all), Clock(elapsed))
	})
	defer report.Stop()
	cmd := p.Command(ctx, "go", append(append([]string{"build", "-v"}, flags...), targets...)...)
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
		return ErrReported
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
