package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"aftershift/internal/app"
)

// redact masks standard input. It opens no journal.
func (c *call) redact(context.Context) error {
	o := app.MaskOptions{Strict: c.flags.strict}
	var err error
	if o.Register, err = c.register(); err != nil {
		return err
	}
	if c.flags.jsonl {
		return c.redactLines(o)
	}
	text, err := c.input()
	if err != nil {
		return err
	}
	masked, spans, err := c.app.Mask(text, o)
	if err != nil {
		return err
	}
	if c.flags.explain {
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

// document is a line of --jsonl. Register adds names for this text alone.
type document struct {
	ID       json.RawMessage `json:"id"`
	Text     *string         `json:"text"`
	Register []string        `json:"register"`
}

// redacted is the line that answers it.
type redacted struct {
	ID       json.RawMessage  `json:"id"`
	Redacted string           `json:"redacted"`
	Spans    []app.MaskedSpan `json:"spans"`
}

// redactLines answers line by line, each as soon as it is done. A line that it
// can't read ends it.
func (c *call) redactLines(o app.MaskOptions) error {
	number := 0
	return c.eachLine(c.in, "cli.input.stdin", func(line []byte) error {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		var d document
		if err := strict(line, &d); err != nil {
			return c.unfit(err, c.words.T("cli.input.line", number), "cli.hint.line")
		}
		if d.Text == nil || d.ID == nil {
			return usage{c.words.T("cli.usage.line", number)}
		}
		return c.redactLine(d, o)
	})
}

func (c *call) redactLine(d document, o app.MaskOptions) error {
	for _, name := range d.Register {
		o.Register = append(o.Register[:len(o.Register):len(o.Register)], app.Named{Forms: []string{name}})
	}
	masked, spans, err := c.app.Mask(*d.Text, o)
	if err != nil {
		return err
	}
	if !c.flags.explain {
		for i := range spans {
			spans[i].Detector, spans[i].Reason = "", ""
		}
	}
	return c.object(redacted{d.ID, masked, spans})
}

// register reads the file of --register: a JSON object or a plain name a line.
func (c *call) register() ([]app.Named, error) {
	if c.flags.register == "" {
		return nil, nil
	}
	f, err := os.Open(c.flags.register)
	if err != nil {
		return nil, usage{c.words.T("cli.usage.register")}
	}
	defer f.Close()
	var all []app.Named
	number := 0
	return all, c.eachLine(f, "cli.input.register", func(raw []byte) error {
		number++
		person, err := named(strings.TrimSpace(string(raw)))
		if errors.As(err, &misfit{}) {
			return c.unfit(err, c.words.T("cli.input.person", number), "cli.hint.person")
		} else if err != nil {
			return usage{c.words.T("cli.usage.person", number)}
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
	var person app.Named
	err := strict([]byte(line), &person)
	if err == nil && len(person.Forms) == 0 {
		err = errors.New("no forms")
	}
	return person, err
}
