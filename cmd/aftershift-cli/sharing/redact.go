package sharing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// Redact masks standard input. It opens no journal.
type Redact struct {
	JSONL    bool `name:"jsonl"`
	Strict   bool
	Explain  bool
	Register call.File `placeholder:"FILE"`
}

// Run prints what stands in place of the text.
func (r Redact) Run(_ context.Context, c *call.Call) error {
	o := app.MaskOptions{Strict: r.Strict}
	var err error
	if o.Register, err = Register(c, r.Register); err != nil {
		return err
	}
	if r.JSONL {
		return redactLines(c, o, r.Explain)
	}
	text, err := c.Input()
	if err != nil {
		return err
	}
	masked, spans, err := c.App.Mask(text, o)
	if err != nil {
		return err
	}
	if r.Explain {
		for _, s := range spans {
			fmt.Fprintf(c.Complain, "%d-%d %s %s: %s\n", s.Start, s.End, s.Type, s.Detector, s.Reason)
		}
	}
	to := c.Raw
	if call.OnTerminal(to) {
		to = c.Out
	}
	_, err = io.WriteString(to, masked)
	return err
}

// redactLines answers line by line, each as soon as it is done. A line that it
// can't read ends it.
func redactLines(c *call.Call, o app.MaskOptions, explain bool) error {
	number := 0
	return c.EachLine(c.In, "cli.input.stdin", func(line []byte) error {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		var d shown.Document
		if err := exact.Decode(line, &d); err != nil {
			return c.Unfit(err, c.Words.T("cli.input.line", number), "cli.hint.line")
		}
		if d.Text == nil || d.ID == nil {
			return c.Refused(call.ExitInvalid, "cli.hint.line", "cli.refused.line", number)
		}
		return redactLine(c, d, o, explain)
	})
}

// redactLine answers one document. The names that come with it are added to those of o
// for this line alone, and never stay in its list.
func redactLine(c *call.Call, d shown.Document, o app.MaskOptions, explain bool) error {
	for _, name := range d.Register {
		o.Register = append(o.Register[:len(o.Register):len(o.Register)], app.Named{Forms: []string{name}})
	}
	masked, spans, err := c.App.Mask(*d.Text, o)
	if err != nil {
		return err
	}
	return c.Object(shown.Redacted{ID: d.ID, Redacted: masked, Spans: shown.SpansOf(spans, explain)})
}

// Register reads the file of --register: a JSON object or a plain name a line.
func Register(c *call.Call, path call.File) (all []app.Named, err error) {
	err = c.LinesOf(path, "register", "cli.input.register", func(number int, raw []byte) error {
		person, err := named(strings.TrimSpace(string(raw)))
		if errors.As(err, &exact.Misfit{}) {
			return c.Unfit(err, c.Words.T("cli.input.person", number), "cli.hint.person")
		} else if err != nil {
			return c.Refused(call.ExitInvalid, "cli.hint.person", "cli.refused.person", number)
		}
		if len(person.Forms) > 0 {
			all = append(all, person)
		}
		return nil
	})
	return all, err
}

// named reads a trimmed line: an object, else a name as it stands. An empty line has no
// forms; an object without any is an error, one that doesn't fit an exact.Misfit.
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
