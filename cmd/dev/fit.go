package main

import (
	"context"
	"flag"
	"fmt"
	"strings"

	"aftershift/cmd/dev/project"
)

// detectRoom weighs the evidence of redaction; its test holds the fit.
const detectRoom = "./internal/redact/detect"

// runFit fits the weights of redaction, judges them by writers left out, and
// writes them into the generated file.
func runFit(ctx context.Context, p project.Project, args []string) error {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	blind := flags.String("blind", "", "leave out the notes of these `writers`")
	if err := flags.Parse(args); err != nil {
		return project.ErrReported
	}
	out, err := p.Output(ctx, "go", "test", "-count=1", "-run", "^TestFit$", "-v", detectRoom, "-fit", "-blind="+*blind)
	if err != nil {
		return fmt.Errorf("fit: %w", err)
	}
	for _, line := range project.Lines(out) {
		if !strings.HasPrefix(line, "=== ") && !strings.HasPrefix(line, "--- ") {
			fmt.Println(line)
		}
	}
	return nil
}
