package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// redactText masks standard input. It opens no journal.
type redactText struct {
	JSONL    bool `name:"jsonl"`
	Strict   bool
	Explain  bool
	Register file `placeholder:"FILE"`
}

func (r redactText) run(_ context.Context, c *call) error {
	o := app.MaskOptions{Strict: r.Strict}
	var err error
	if o.Register, err = c.register(r.Register); err != nil {
		return err
	}
	if r.JSONL {
		return c.redactLines(o, r.Explain)
	}
	text, err := c.input()
	if err != nil {
		return err
	}
	masked, spans, err := c.app.Mask(text, o)
	if err != nil {
		return err
	}
	if r.Explain {
		for _, s := range spans {
			fmt.Fprintf(c.complain, "%d-%d %s %s: %s\n", s.Start, s.End, s.Type, s.Detector, s.Reason)
		}
	}
	to := c.raw
	if onTerminal(to) {
		to = c.out
	}
	_, err = io.WriteString(to, masked)
	return err
}

// redactLines answers line by line, each as soon as it is done. A line that it
// can't read ends it.
func (c *call) redactLines(o app.MaskOptions, explain bool) error {
	number := 0
	return c.eachLine(c.in, "cli.input.stdin", func(line []byte) error {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		var d shown.Document
		if err := exact.Decode(line, &d); err != nil {
			return c.unfit(err, c.words.T("cli.input.line", number), "cli.hint.line")
		}
		if d.Text == nil || d.ID == nil {
			return c.refused(exitInvalid, "cli.hint.line", "cli.refused.line", number)
		}
		return c.redactLine(d, o, explain)
	})
}

func (c *call) redactLine(d shown.Document, o app.MaskOptions, explain bool) error {
	for _, name := range d.Register {
		o.Register = append(o.Register[:len(o.Register):len(o.Register)], app.Named{Forms: []string{name}})
	}
	masked, spans, err := c.app.Mask(*d.Text, o)
	if err != nil {
		return err
	}
	return c.object(shown.Redacted{ID: d.ID, Redacted: masked, Spans: shown.SpansOf(spans, explain)})
}

// register reads the file of --register: a JSON object or a plain name a line.
func (c *call) register(path file) ([]app.Named, error) {
	if path == "" {
		return nil, nil
	}
	f, err := c.open(path, "register")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []app.Named
	number := 0
	return all, c.eachLine(f, "cli.input.register", func(raw []byte) error {
		number++
		person, err := named(strings.TrimSpace(string(raw)))
		if errors.As(err, &exact.Misfit{}) {
			return c.unfit(err, c.words.T("cli.input.person", number), "cli.hint.person")
		} else if err != nil {
			return c.refused(exitInvalid, "cli.hint.person", "cli.refused.person", number)
		}
		if len(person.Forms) > 0 {
			all = append(all, person)
		}
		return nil
	})
}

func named(line string) (app.Named, error) {
	if line == "" {
		return app.Named{}, nil
	}
	if !strings.HasPrefix(line, "{") {
		return app.Named{Forms: []string{line}}, nil
	}
	var person shown.Person
	err := exact.Decode([]byte(line), &person)
	if err == nil && len(person.Forms) == 0 {
		err = errors.New("no forms")
	}
	return person.App(), err
}
