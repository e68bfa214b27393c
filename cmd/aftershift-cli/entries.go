package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// addEntry makes an entry of standard input and prints its id.
type addEntry struct{ call.Listing }

// The input is read before the journal is opened, so that it is open for a moment
// only.
func (a addEntry) Run(ctx context.Context, c *call.Call) error {
	text, err := c.Input()
	if err != nil {
		return err
	}
	var e app.Entry
	if a.JSON {
		if e, err = readEntry(c, text); err != nil {
			return err
		}
	}
	return c.Change(ctx, func(d *app.Desk) error {
		if !a.JSON {
			if e, err = d.NewEntry(); err != nil {
				return err
			}
			e.Sections[0].Text = strings.TrimRight(text, "\r\n")
		}
		if e, err = d.Take(e); err != nil {
			return err
		}
		return c.Print(e.ID.String())
	})
}

// readEntry reads an entry as show --json prints it.
func readEntry(c *call.Call, text string) (app.Entry, error) {
	var read shown.Entry
	if err := exact.Decode([]byte(text), &read); err != nil {
		return app.Entry{}, c.Unfit(err, c.Words.T("cli.input.stdin"), "cli.hint.entry")
	}
	e := read.App()
	if !input.KnownTemplate(e) {
		return e, c.Refused(call.ExitInvalid, "cli.hint.entry", "cli.json.template", e.Template)
	}
	return e, nil
}

// listEntries lists entries, newest first.
type listEntries struct {
	call.Listing
	Theme string   `placeholder:"THEME"`
	Since call.Day `placeholder:"DAY"`
	Until call.Day `placeholder:"DAY"`
	Flag  string   `placeholder:"FLAG" of:"flag"`
}

// Run reads the filter before it asks for the passphrase.
func (l listEntries) Run(ctx context.Context, c *call.Call) error {
	f, err := input.ReadFilter(l.Theme, string(l.Since), string(l.Until), l.Flag)
	if err != nil {
		return err
	}
	return c.Look(ctx, func(d *app.Desk) error {
		all, err := d.Search(ctx, "", f, 0)
		if err != nil {
			return err
		}
		return printOverviews(c, all, l.Listing)
	})
}

// searchEntries lists the entries that hold every word.
type searchEntries struct {
	call.Listing
	Query []string   `arg:""`
	Limit call.Count `placeholder:"N"`
}

// Run says on Complain which parts of the query are left out, and why, and goes on with
// the rest. Without --limit it lists all that it finds.
func (s searchEntries) Run(ctx context.Context, c *call.Call) error {
	typed, err := c.Text(strings.Join(s.Query, " "))
	if err != nil {
		return err
	}
	return c.Look(ctx, func(d *app.Desk) error {
		for _, part := range d.ReadQuery(typed).Parts() {
			if why := app.ProblemOf(c.Words, part); why != "" {
				fmt.Fprintln(c.Complain, why)
			}
		}
		found, err := d.Search(ctx, typed, app.Filter{}, int(s.Limit))
		if err != nil {
			return err
		}
		return printOverviews(c, found, s.Listing)
	})
}

// printOverviews prints of each entry its id, day, flag and name, or its overview as
// JSON.
func printOverviews(c *call.Call, list []*app.Overview, as call.Listing) error {
	for _, o := range list {
		line := func() error { return c.Print(fmt.Sprintf("%s  %s  %-6s  %s", o.ID, o.Date, o.Flag, o.Name())) }
		if err := c.Show(as, shown.OverviewOf(*o), line); err != nil {
			return err
		}
	}
	return nil
}

// showEntry shows an entry: the writer's own private words.
type showEntry struct {
	call.Listing
	ID call.ID `arg:"" name:"id"`
}

// Run ends with call.ExitNotFound for an id that is no entry's, and says then what it
// is the id of.
func (s showEntry) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		e, err := d.Entry(s.ID.ID())
		switch {
		case err != nil:
			return c.Told(d, s.ID.ID(), err)
		case s.JSON:
			return c.Object(shown.EntryOf(e))
		}
		return c.Print(written(c, d, e))
	})
}

// written lays an entry out to be read.
func written(c *call.Call, d *app.Desk, e app.Entry) string {
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
		lines = append(lines, "", c.Words.T("cli.share", e.Share.Title), e.Share.Words)
	}
	return strings.Join(lines, "\n")
}

// knownEntry tells whether the id is an entry's.
func knownEntry(d *app.Desk, id app.ID) (kind, state string) {
	if _, err := d.Entry(id); err == nil {
		return "entry", "known"
	}
	return "", ""
}
