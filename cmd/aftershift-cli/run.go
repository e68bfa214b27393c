package main

import (
	"cmp"
	"context"
	"fmt"
	"sync"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/output"
	"aftershift/internal/app"
)

// program is the command line with what it reads from and writes to.
type program struct{ call.Call }

// run does what args say, and returns the exit code.
func (p program) run(ctx context.Context, config app.Config, args []string) int {
	out := &output.Telling{Writer: p.Out}
	p.Raw, p.Out, p.Complain = out, output.Visible{Writer: out}, output.Visible{Writer: p.Complain}
	config.Costly = p.noticeOnce()
	a, err := app.New(config)
	if err != nil {
		fmt.Fprintln(p.Complain, "error:", err) // its words could not be read
		return call.ExitFailed
	}
	p.App, p.Words, p.Known = a, a.Words(), known
	asked, c, err := p.parse(args)
	if err == nil {
		if path := cmp.Or(string(c.Common.Journal), c.Getenv("AFTERSHIFT_JOURNAL")); path != "" {
			c.App.OpenAt(path)
		}
		err = cmp.Or(asked.Run(ctx, c), out.Failed)
	}
	return p.End(err)
}

// noticeOnce returns what says before the first costly derivation what it takes.
func (p *program) noticeOnce() func(app.Cost) {
	var once sync.Once
	return func(c app.Cost) {
		once.Do(func() { fmt.Fprintln(p.Complain, p.Words.T("cli.costly", c.Memory, max(c.Times, 1))) })
	}
}

// sayVersion is what --version asks for.
type sayVersion struct{}

func (sayVersion) Run(_ context.Context, c *call.Call) error {
	return c.Print(call.ProgramName + " " + version)
}
