package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
)

// exportAll writes the whole journal, readable, into a new folder and prints its
// path.
type exportAll struct {
	To       call.File `required:"" placeholder:"FOLDER"`
	Markdown bool
}

func (e exportAll) Run(ctx context.Context, c *call.Call) error {
	if err := c.Folder(string(e.To), "to"); err != nil {
		return err
	}
	key, err := c.Key()
	if err != nil {
		return err
	}
	if key.Passphrase == "" {
		return c.Refused(call.ExitInvalid, "cli.hint.export.all", "cli.error.export.all")
	}
	fmt.Fprintln(c.Complain, c.Words.T("cli.export.all"))
	return c.Change(ctx, func(d *app.Desk) error {
		path, err := d.ExportAll(ctx, app.Whole{Passphrase: key.Passphrase, Folder: string(e.To), Markdown: e.Markdown}, nil)
		if path != "" {
			fmt.Fprintln(c.Out, path)
		}
		return err
	})
}

// importNotes brings in a full export, or the notes of another program. With
// --dry-run it only says what that would do.
type importNotes struct {
	File   call.File `arg:""`
	DryRun bool
	UTC    bool     `name:"utc"`
	Person []string `placeholder:"NAME"`
}

func (i importNotes) Run(ctx context.Context, c *call.Call) error {
	whole, is := app.IsWhole(string(i.File))
	open := c.Change
	if i.DryRun {
		open = c.Look
	}
	return open(ctx, func(d *app.Desk) error {
		switch {
		case is && i.DryRun:
			b, err := d.PreviewAll(ctx, whole, nil)
			return printBrought(c, b, err)
		case is:
			b, err := d.AddAll(ctx, whole, nil)
			return printBrought(c, b, err)
		}
		return i.notes(ctx, c, d)
	})
}

func (i importNotes) notes(ctx context.Context, c *call.Call, d *app.Desk) error {
	in, err := d.LookInto(ctx, string(i.File), nil)
	if err != nil {
		return err
	}
	rule := app.WhereIWas
	if i.UTC {
		rule = app.AsWritten
	}
	for _, line := range app.SayIncoming(c.Words, in.Tell(rule, d.Today())) {
		if err := c.Print(line); err != nil {
			return err
		}
	}
	if i.DryRun {
		return i.people(ctx, c, d, in)
	}
	take := app.Taking{Rule: rule}
	for _, name := range i.Person {
		take.People = append(take.People, []string{name})
	}
	_, err = d.TakeIn(ctx, in, take, nil)
	return err
}

// people prints whom the notes name and the register doesn't.
func (i importNotes) people(ctx context.Context, c *call.Call, d *app.Desk, in *app.Incoming) error {
	found, err := d.PeopleIn(ctx, in)
	if err != nil || len(found) == 0 {
		return err
	}
	names := make([]string, len(found))
	for i, one := range found {
		names[i] = c.Words.N("incoming.person", one.Notes, one.Forms[0])
	}
	return c.Print(c.Words.N("incoming.people", len(found), strings.Join(names, "; ")))
}

// printBrought prints what bringing in does.
func printBrought(c *call.Call, b app.Brought, err error) error {
	if err != nil {
		return err
	}
	for _, line := range app.SayBrought(c.Words, b) {
		if err := c.Print(line); err != nil {
			return err
		}
	}
	return nil
}
