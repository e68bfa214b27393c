package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"aftershift/cmd/aftershift-cli/output"
	"aftershift/internal/app"
	"aftershift/internal/words"
)

// program is the command line with what it reads from and writes to.
type program struct {
	in            io.Reader
	out, complain io.Writer
	raw           io.Writer // out as it is, for what programs read
	getenv        func(string) string
	ask           func(prompt io.Writer, question string) (string, error) // without echo

	app     *app.App
	words   *words.Catalog
	command string // the name of what was asked for, as far as it was understood
}

// run does what args say, and returns the exit code.
func (p program) run(ctx context.Context, config app.Config, args []string) int {
	out := &output.Telling{Writer: p.out}
	p.raw, p.out, p.complain = out, output.Visible{Writer: out}, output.Visible{Writer: p.complain}
	config.Costly = p.noticeOnce()
	a, err := app.New(config)
	if err != nil {
		fmt.Fprintln(p.complain, "error:", err) // its words could not be read
		return exitFailed
	}
	p.app, p.words = a, a.Words()
	asked, c, err := p.parse(args)
	if err == nil {
		if path := first(string(c.common.Journal), c.getenv("AFTERSHIFT_JOURNAL")); path != "" {
			c.app.OpenAt(path)
		}
		err = cmp.Or(asked.run(ctx, c), out.Failed)
	}
	return p.end(err)
}

// noticeOnce returns what says before the first costly derivation what it takes.
func (p *program) noticeOnce() func(app.Cost) {
	var once sync.Once
	return func(c app.Cost) {
		once.Do(func() { fmt.Fprintln(p.complain, p.words.T("cli.costly", c.Memory, max(c.Times, 1))) })
	}
}

// call is one command that runs, with the flags that all commands take.
type call struct {
	program
	common *common
}

func (c *call) print(line string) error {
	_, err := fmt.Fprintln(c.out, line)
	return err
}

// object writes v as JSON on one line.
func (c *call) object(v any) error {
	encoder := json.NewEncoder(output.Escaping{Writer: c.raw})
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// sayVersion is what --version asks for.
type sayVersion struct{}

func (sayVersion) run(_ context.Context, c *call) error { return c.print(programName + " " + version) }

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
