package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// create makes a journal and prints its recovery words on one line.
func (c *call) create(ctx context.Context) error {
	passphrase, err := c.newPassphrase()
	if err != nil {
		return err
	}
	if !app.MeasurePassphrase(passphrase).Enough {
		fmt.Fprintln(c.complain, c.words.T("cli.weak"))
	}
	d, words, err := c.app.Create(ctx, passphrase)
	if err != nil {
		return err
	}
	return c.closing(d, func(*app.Desk) error {
		fmt.Fprintln(c.complain, c.words.T("cli.recovery"))
		return c.print(strings.Join(words, " "))
	})
}

// add makes an entry of standard input and prints its id. The input is read
// before the journal is opened, so that it is open for a moment only.
func (c *call) add(ctx context.Context) error {
	text, err := c.input()
	if err != nil {
		return err
	}
	var e app.Entry
	if c.flags.json {
		if e, err = c.entry(text); err != nil {
			return err
		}
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		if !c.flags.json {
			if e, err = d.NewEntry(); err != nil {
				return err
			}
			e.Sections[0].Text = strings.TrimRight(text, "\r\n")
		}
		if e, err = d.Take(e); err != nil {
			return err
		}
		return c.print(e.ID.String())
	})
}

// entry reads an entry as show --json prints it.
func (c *call) entry(text string) (e app.Entry, err error) {
	if err := strict([]byte(text), &e); err != nil {
		return e, c.unfit(err, c.words.T("cli.input.stdin"), "cli.hint.entry")
	}
	if !input.KnownTemplate(e) {
		return e, refused{c.words.T("cli.json.template", e.Template), c.words.T("cli.hint.entry")}
	}
	return e, nil
}

func (c *call) list(ctx context.Context) error {
	f, err := input.ReadFilter(c.flags.theme, c.flags.since, c.flags.until, c.flags.flag)
	if err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error { return c.overviews(d.List(f)) })
}

func (c *call) search(ctx context.Context) error {
	typed, err := c.text(strings.Join(c.args, " "))
	if err != nil {
		return err
	}
	if c.flags.limit < 0 {
		return usage{c.words.T("cli.usage.limit")}
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		for _, part := range d.ReadQuery(typed).Parts() {
			if why := app.ProblemOf(c.words, part); why != "" {
				fmt.Fprintln(c.complain, why)
			}
		}
		found, err := d.Search(ctx, typed, app.Filter{}, c.flags.limit)
		if err != nil {
			return err
		}
		return c.overviews(found)
	})
}

func (c *call) overviews(list []app.Overview) error {
	for _, o := range list {
		if err := c.overview(o); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) overview(o app.Overview) error {
	if c.flags.json {
		return c.object(o)
	}
	_, err := fmt.Fprintf(c.out, "%s  %s  %-6s  %s\n", o.ID, o.Date, o.Flag, o.Name())
	return err
}

func (c *call) show(ctx context.Context) error {
	id, err := input.ReadID(c.args[0])
	if err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		e, err := d.Entry(id)
		switch {
		case err != nil:
			return err
		case c.flags.json:
			return c.object(e)
		}
		return c.print(c.written(d, e))
	})
}

// written lays an entry out to be read.
func (c *call) written(d *app.Desk, e app.Entry) string {
	lines := []string{e.Overview().Name(), string(e.Date)}
	for _, id := range e.Themes {
		lines = append(lines, "# "+d.ThemeName(id))
	}
	for _, s := range e.Sections {
		if s.Text != "" {
			lines = append(lines, "", s.Text)
		}
	}
	if e.Share.Words != "" {
		lines = append(lines, "", c.words.T("cli.share", e.Share.Title), e.Share.Words)
	}
	return strings.Join(lines, "\n")
}

func (c *call) print(line string) error {
	_, err := fmt.Fprintln(c.out, line)
	return err
}

// object writes v as JSON on one line.
func (c *call) object(v any) error {
	encoder := json.NewEncoder(escaping{c.raw})
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
