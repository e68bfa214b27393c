package main

import (
	"context"
	"errors"
	"path/filepath"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
)

// exportAgenda writes the next session's agenda as a redacted file, or what is
// ready in the basket where no agenda has anything on it.
func (c *call) exportAgenda(ctx context.Context) error {
	return c.export(ctx, func(d *app.Desk) (app.CopyOf, error) {
		if next, planned := d.NextAgenda(); planned && len(next.Items) > 0 {
			return app.CopyOf{Paper: app.AgendaPaper{Session: next.Session.ID}}, nil
		}
		return app.CopyOf{Paper: app.AgendaPaper{}}, nil
	})
}

// exportEntries writes the entries with these ids, or all flagged ones.
func (c *call) exportEntries(ctx context.Context) error {
	if put := c.flags.put; put != "" && put != "reflection" {
		return usage{c.words.T("cli.usage.value", "include", put)}
	}
	named, err := ids(c.args)
	if err != nil {
		return err
	}
	return c.export(ctx, func(d *app.Desk) (app.CopyOf, error) {
		if len(named) == 0 {
			for _, o := range d.List(app.Filter{Flag: app.AnyFlag}) {
				named = append(named, o.ID)
			}
		}
		return app.CopyOf{Paper: app.EntriesPaper{Entries: named, Private: c.flags.put == "reflection"}}, nil
	})
}

// export writes a copy in which every finding is masked, certain or not: nobody
// sits here to decide on them, and the caller says so with --accept all.
func (c *call) export(ctx context.Context, of func(*app.Desk) (app.CopyOf, error)) error {
	for _, needed := range []struct{ name, given string }{
		{"audience", c.flags.audience}, {"format", c.flags.format}, {"out", c.flags.out}, {"accept", c.flags.accept},
	} {
		if needed.given == "" {
			return usage{c.words.T("cli.usage.needs", c.command.name, needed.name)}
		}
	}
	format, known := app.FormatNamed(c.flags.format)
	if !known {
		return usage{c.words.T("cli.usage.value", "format", c.flags.format)}
	}
	if c.flags.accept != "all" {
		return usage{c.words.T("cli.usage.value", "accept", c.flags.accept)}
	}
	audience, err := input.ReadAudience(c.flags.audience)
	if err != nil {
		return usage{c.words.T("cli.usage.value", "audience", c.flags.audience)}
	}
	if err := c.folder(filepath.Dir(c.flags.out), "out"); err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		what, err := of(d)
		if err != nil {
			return err
		}
		what.Audience = audience
		return c.save(d, what, format)
	})
}

func (c *call) save(d *app.Desk, of app.CopyOf, format app.Format) error {
	copied, err := d.Copy(of)
	if err != nil && fault.KindOf(err) == fault.Invalid {
		return c.unmade(fault.Invalid, "export.nothing")
	}
	if err != nil {
		return err
	}
	copied.MaskAll()
	shared, err := d.SaveCopy(copied, format, c.flags.out, false)
	var at app.Spot
	switch {
	case errors.As(err, &at) && at.Line > 0:
		what := c.words.T("cli.error.exposed.line", at.Line, at.Heading)
		return unmade{refused{what, c.words.T("cli.hint.exposed")}, fault.Exposed}
	case err != nil && fault.KindOf(err) == fault.Exposed:
		return unmade{refused{c.words.T("cli.error.exposed.outside"), c.words.T("cli.hint.exposed")}, fault.Exposed}
	case err != nil && fault.KindOf(err) == fault.Conflict:
		return c.unmade(fault.Conflict, "export.exists")
	case err != nil:
		return err
	}
	return c.print(c.words.N("cli.exported", shared.Masked, shared.SHA256))
}

//words:prefix cli.error.
//words:prefix cli.hint.

// unmade gives the words of a name for a file that wasn't made.
func (c *call) unmade(kind fault.Kind, name string) error {
	return unmade{refused{c.words.T("cli.error." + name), c.words.T("cli.hint." + name)}, kind}
}
