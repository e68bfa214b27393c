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

// importNotes brings in a full export. With --dry-run it only says what that would
// do.
type importNotes struct {
	File   file `arg:""`
	DryRun bool
}

func (i importNotes) run(ctx context.Context, c *call) error {
	whole, is := app.IsWhole(string(i.File))
	if !is {
		return c.refused(exitInvalid, "cli.hint.import", "cli.error.import")
	}
	if i.DryRun {
		return c.look(ctx, func(d *app.Desk) error {
			b, err := d.PreviewAll(ctx, whole, nil)
			return c.said(b, err)
		})
	}
	return c.change(ctx, func(d *app.Desk) error {
		b, err := d.AddAll(ctx, whole, nil)
		return c.said(b, err)
	})
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
