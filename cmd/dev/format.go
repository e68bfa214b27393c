package main

import (
	"context"
	"fmt"

	"aftershift/cmd/dev/project"
)

// gofumpt is the formatter's module at the version that format and check share.
const gofumpt = "mvdan.cc/gofumpt@v0.12.0"

// runFormat rewrites every Go file that is not in form and names it. A file that
// does not parse is an error, and then nothing is rewritten.
func runFormat(ctx context.Context, p project.Project, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("format takes no argument, got %q", args[0])
	}
	s, err := readSources(p.Root)
	if err != nil {
		return err
	}
	rewritten, err := formatted(ctx, p, s, "-w")
	for _, path := range rewritten {
		fmt.Println(path)
	}
	return err
}

// checkFormat names the files that runFormat would rewrite.
func checkFormat(ctx context.Context, p project.Project, s *sources) ([]string, error) {
	return formatted(ctx, p, s)
}

// formatted runs gofumpt over the sources and returns the files that are not in
// form.
func formatted(ctx context.Context, p project.Project, s *sources, flags ...string) ([]string, error) {
	args := append([]string{"run", gofumpt, "-l"}, flags...)
	out, err := p.Output(ctx, "go", append(args, s.paths()...)...)
	return project.Lines(out), err
}
