package main

import (
	"context"
	"fmt"

	"aftershift/internal/app"
)

// exportAll writes the whole journal, readable, into a new folder and prints its
// path.
type exportAll struct {
	To       file `required:"" placeholder:"FOLDER"`
	Markdown bool
}

func (e exportAll) run(ctx context.Context, c *call) error {
	if err := c.folder(string(e.To), "to"); err != nil {
		return err
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	if key.Passphrase == "" {
		return c.refused(exitInvalid, "cli.hint.export.all", "cli.error.export.all")
	}
	fmt.Fprintln(c.complain, c.words.T("cli.export.all"))
	return c.change(ctx, func(d *app.Desk) error {
		path, err := d.ExportAll(ctx, app.Whole{Passphrase: key.Passphrase, Folder: string(e.To), Markdown: e.Markdown}, nil)
		if path != "" {
			fmt.Fprintln(c.out, path)
		}
		return err
	})
}

// importNotes brings in a full export, or the notes of another program. With
// --dry-run it only says what that would do.
type importNotes struct {
	File   file `arg:""`
	DryRun bool
	UTC    bool `name:"utc"`
}

func (i importNotes) run(ctx context.Context, c *call) error {
	whole, is := app.IsWhole(string(i.File))
	open := c.change
	if i.DryRun {
		open = c.look
	}
	return open(ctx, func(d *app.Desk) error {
		switch {
		case is && i.DryRun:
			b, err := d.PreviewAll(ctx, whole, nil)
			return c.said(b, err)
		case is:
			b, err := d.AddAll(ctx, whole, nil)
			return c.said(b, err)
		}
		return i.notes(ctx, c, d)
	})
}

func (i importNotes) notes(ctx context.Context, c *call, d *app.Desk) error {
	in, err := d.LookInto(ctx, string(i.File), nil)
	if err != nil {
		return err
	}
	rule := app.WhereIWas
	if i.UTC {
		rule = app.AsWritten
	}
	for _, line := range app.SayIncoming(c.words, in.Tell(rule, d.Today())) {
		if err := c.print(line); err != nil {
			return err
		}
	}
	if i.DryRun {
		return nil
	}
	_, err = d.TakeIn(ctx, in, rule, nil)
	return err
}

// said prints what bringing in does.
func (c *call) said(b app.Brought, err error) error {
	if err != nil {
		return err
	}
	for _, line := range app.SayBrought(c.words, b) {
		if err := c.print(line); err != nil {
			return err
		}
	}
	return nil
}
