package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// exportAll writes the whole journal, readable or locked, into a new folder and prints
// its path.
type exportAll struct {
	To       call.File `required:"" placeholder:"FOLDER"`
	Markdown bool
	Lock     call.File `placeholder:"FILE"`
}

// Run needs the passphrase itself, and ends with call.ExitInvalid for recovery words.
// It warns before the journal is opened, and prints the path also where an error comes
// with it.
func (e exportAll) Run(ctx context.Context, c *call.Call) error {
	if err := c.Folder(string(e.To), "to"); err != nil {
		return err
	}
	whole, warning, err := e.whole(c)
	if err != nil {
		return err
	}
	key, err := c.Key()
	if err != nil {
		return err
	}
	if key.Passphrase == "" {
		return c.Refused(call.ExitInvalid, "cli.hint.export.all", "cli.error.export.all")
	}
	whole.Passphrase = key.Passphrase
	fmt.Fprintln(c.Complain, warning)
	return c.Change(ctx, func(d *app.Desk) error {
		path, err := d.ExportAll(ctx, whole, nil)
		if path != "" {
			fmt.Fprintln(c.Out, path)
		}
		return err
	})
}

// whole returns what is asked for, but for the journal's passphrase, and the warning
// that goes with it.
func (e exportAll) whole(c *call.Call) (w app.Whole, warning string, err error) {
	w = app.Whole{Folder: string(e.To), Markdown: e.Markdown}
	if e.Lock == "" {
		return w, c.Words.T("cli.export.all"), nil
	}
	if e.Markdown {
		return w, "", c.Usage("cli.usage.lock_markdown")
	}
	if w.Lock, err = c.SecretIn(e.Lock, "lock"); err == nil {
		err = app.CheckPassphrase(w.Lock)
	}
	return w, c.Words.T("cli.export.all.locked"), err
}

// importNotes brings in a full export, or the notes of another program. With
// --dry-run it only says what that would do.
type importNotes struct {
	File   call.File `arg:""`
	DryRun bool
	UTC    bool      `name:"utc"`
	Person []string  `placeholder:"NAME"`
	Unlock call.File `placeholder:"FILE"`
}

// Run tells a full export from notes by what the file holds. --utc and --person go for
// notes alone, --unlock for a locked export.
func (i importNotes) Run(ctx context.Context, c *call.Call) error {
	at, is, err := i.whole(c)
	if err != nil {
		return err
	}
	open := c.Change
	if i.DryRun {
		open = c.Look
	}
	return open(ctx, func(d *app.Desk) error {
		switch {
		case is && i.DryRun:
			b, err := d.PreviewAll(ctx, at, nil)
			return printBrought(c, b, unopened(c, err))
		case is:
			b, err := d.AddAll(ctx, at, nil)
			return printBrought(c, b, unopened(c, err))
		}
		return i.notes(ctx, c, d)
	})
}

// whole reports whether it is a full export that comes in, and what opens it.
func (i importNotes) whole(c *call.Call) (at app.WholeAt, is bool, err error) {
	if at.Path, is = app.IsWhole(string(i.File)); is {
		return at, true, nil
	}
	if at.Path, is = app.IsLocked(string(i.File)); !is {
		return at, false, nil
	}
	if i.Unlock == "" {
		at.Passphrase, err = c.Asked("cli.ask.unlock")
	} else {
		at.Passphrase, err = c.SecretIn(i.Unlock, "unlock")
	}
	return at, true, err
}

// unopened says of a locked export that another passphrase opens it.
func unopened(c *call.Call, err error) error {
	return c.Instead(err, fault.CannotUnlock, "cli.hint.unlock", "cli.error.unlock")
}

// notes says what comes in, and takes in all of it or nothing. With UTC days are taken
// as the file has them, else by the zone of the source or of this computer. Every
// Person comes into the register with it.
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
