package main

import (
	"context"
	"fmt"
	"io"
	"sync"

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

	app   *app.App
	words *words.Catalog
}

// run does what args say, and gives the exit code.
func (p program) run(ctx context.Context, config app.Config, args []string) int {
	p.raw, p.out, p.complain = p.out, visible{p.out}, visible{p.complain}
	config.Costly = p.noticeOnce()
	a, err := app.New(config)
	if err != nil {
		fmt.Fprintln(p.complain, "error:", err) // its words could not be read
		return exitFailed
	}
	p.app, p.words = a, a.Words()
	c, err := p.parse(args)
	if err == nil {
		err = c.do(ctx)
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

// call is one command with its flags and arguments.
type call struct {
	program
	command command
	flags   options
	args    []string
}

func (c *call) do(ctx context.Context) error {
	switch {
	case c.flags.version:
		_, err := fmt.Fprintln(c.out, "aftershift-cli", version)
		return err
	case c.flags.help || c.command.name == "":
		return c.help()
	}
	if path := first(c.flags.journal, c.getenv("AFTERSHIFT_JOURNAL")); path != "" {
		c.app.OpenAt(path)
	}
	return c.command.run(c, ctx)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
