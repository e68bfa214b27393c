package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// addEntry makes an entry of standard input and prints its id.
type addEntry struct{ listing }

// The input is read before the journal is opened, so that it is open for a moment
// only.
func (a addEntry) run(ctx context.Context, c *call) error {
	text, err := c.input()
	if err != nil {
		return err
	}
	var e app.Entry
	if a.JSON {
		if e, err = c.entry(text); err != nil {
			return err
		}
	}
	return c.change(ctx, func(d *app.Desk) error {
		if !a.JSON {
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
func (c *call) entry(text string) (app.Entry, error) {
	var read shown.Entry
	if err := exact.Decode([]byte(text), &read); err != nil {
		return app.Entry{}, c.unfit(err, c.words.T("cli.input.stdin"), "cli.hint.entry")
	}
	e := read.App()
	if !input.KnownTemplate(e) {
		return e, c.refused(exitInvalid, "cli.hint.entry", "cli.json.template", e.Template)
	}
	return e, nil
}

// listEntries lists entries, newest first.
type listEntries struct {
	listing
	Theme string `placeholder:"THEME"`
	Since day    `placeholder:"DAY"`
	Until day    `placeholder:"DAY"`
	Flag  string `placeholder:"FLAG" of:"flag"`
}

func (l listEntries) run(ctx context.Context, c *call) error {
	f, err := input.ReadFilter(l.Theme, string(l.Since), string(l.Until), l.Flag)
	if err != nil {
		return err
	}
	return c.look(ctx, func(d *app.Desk) error { return c.overviews(d.List(f), l.listing) })
}

// searchEntries lists the entries that hold every word.
type searchEntries struct {
	listing
	Query []string `arg:""`
	Limit count    `placeholder:"N"`
}

func (s searchEntries) run(ctx context.Context, c *call) error {
	typed, err := c.text(strings.Join(s.Query, " "))
	if err != nil {
		return err
	}
	return c.look(ctx, func(d *app.Desk) error {
		for _, part := range d.ReadQuery(typed).Parts() {
			if why := app.ProblemOf(c.words, part); why != "" {
				fmt.Fprintln(c.complain, why)
			}
		}
		found, err := d.Search(ctx, typed, app.Filter{}, int(s.Limit))
		if err != nil {
			return err
		}
		return c.overviews(found, s.listing)
	})
}

func (c *call) overviews(list []app.Overview, as listing) error {
	for _, o := range list {
		if as.JSON {
			if err := c.object(shown.OverviewOf(o)); err != nil {
				return err
			}
			continue
		}
		if _, err := fmt.Fprintf(c.out, "%s  %s  %-6s  %s\n", o.ID, o.Date, o.Flag, o.Name()); err != nil {
			return err
		}
	}
	return nil
}

// showEntry shows an entry: the writer's own private words.
type showEntry struct {
	listing
	ID typedID `arg:"" name:"id"`
}

func (s showEntry) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		e, err := d.Entry(s.ID.id())
		switch {
		case err != nil:
			return c.told(d, s.ID.id(), err)
		case s.JSON:
			return c.object(shown.EntryOf(e))
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
