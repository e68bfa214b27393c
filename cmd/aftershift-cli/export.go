package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
)

// copying is what every copy needs to be told. Accept is needed because nobody
// sits here to decide on findings: every one is masked, certain or not.
type copying struct {
	Audience string `required:"" placeholder:"WHO" of:"audience"`
	Format   string `required:"" placeholder:"FORMAT" of:"format"`
	Out      file   `required:"" placeholder:"FILE"`
	Accept   string `required:"" placeholder:"all" of:"accept"`
}

// exportAgenda writes the next session's agenda as a redacted file, or what is
// ready in the basket where no agenda has anything on it.
type exportAgenda struct{ copying }

func (e exportAgenda) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		if next, planned := d.NextAgenda(); planned && len(next.Items) > 0 {
			return app.CopyOf{Paper: app.AgendaPaper{Session: next.Session.ID}}, nil
		}
		return app.CopyOf{Paper: app.AgendaPaper{}}, nil
	})
}

// exportEntries writes the entries with these ids, or all flagged ones.
type exportEntries struct {
	Entries []typedID `arg:"" optional:"" name:"entry-id"`
	copying
	Include string `placeholder:"reflection" of:"include"`
}

func (e exportEntries) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		named := ids(e.Entries)
		for _, id := range named {
			if _, err := d.Entry(id); err != nil {
				return app.CopyOf{}, c.told(d, id, err)
			}
		}
		if len(named) == 0 {
			for _, o := range d.List(app.Filter{Flag: app.AnyFlag}) {
				named = append(named, o.ID)
			}
		}
		return app.CopyOf{Paper: app.EntriesPaper{Entries: named, Private: e.Include != ""}}, nil
	})
}

// export writes a copy in which every finding is masked.
func (c *call) export(ctx context.Context, as copying, of func(*app.Desk) (app.CopyOf, error)) error {
	format, _ := app.FormatNamed(as.Format)
	audience, err := input.ReadAudience(as.Audience)
	if err != nil {
		return err
	}
	if err := c.folder(filepath.Dir(string(as.Out)), "out"); err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		what, err := of(d)
		if err != nil {
			return err
		}
		what.Audience = audience
		return c.save(d, what, format, string(as.Out))
	})
}

func (c *call) save(d *app.Desk, of app.CopyOf, format app.Format, path string) error {
	copied, err := d.Copy(of)
	if err != nil && fault.KindOf(err) == fault.Invalid {
		return c.refused(exitInvalid, "cli.hint.export.nothing", "cli.error.export.nothing")
	}
	if err != nil {
		return err
	}
	copied.MaskAll()
	shared, err := d.SaveCopy(copied, format, path, false)
	if err != nil {
		return c.unsaved(err)
	}
	if missing := copied.Missing(format); len(missing) > 0 {
		fmt.Fprintln(c.complain, c.words.T("cli.export.missing", format.Name, strings.Join(missing, " ")))
	}
	return c.print(c.words.N("cli.exported", shared.Masked, shared.SHA256))
}

// unsaved says why a copy was not written, and where in it.
func (c *call) unsaved(err error) error {
	var at app.Spot
	switch {
	case errors.As(err, &at) && at.Line > 0:
		return c.refused(exitExposed, "cli.hint.exposed", "cli.error.exposed.line", at.Line, at.Heading)
	case fault.KindOf(err) == fault.Exposed:
		return c.refused(exitExposed, "cli.hint.exposed", "cli.error.exposed.outside")
	case fault.KindOf(err) == fault.Conflict:
		return c.refused(exitConflict, "cli.hint.export.exists", "cli.error.export.exists")
	}
	return err
}
