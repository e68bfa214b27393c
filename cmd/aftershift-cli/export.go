package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
)

// copying is what every copy needs to be told. Accept is needed because nobody
// sits here to decide on findings: every one is masked, certain or not, but for
// what a file of decisions says of words.
type copying struct {
	Audience  string `required:"" placeholder:"WHO" of:"audience"`
	Format    string `required:"" placeholder:"FORMAT" of:"format"`
	Out       file   `required:"" placeholder:"FILE"`
	Accept    string `required:"" placeholder:"all" of:"accept"`
	Decisions file   `placeholder:"FILE"`
	Lock      file   `placeholder:"FILE"`
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
	including
}

// including is what of the private one copy takes in.
type including struct {
	Include []string `placeholder:"reflection" of:"include"`
}

func (i including) inclusion() app.Inclusion {
	return app.Inclusion{Private: slices.Contains(i.Include, "reflection"), Impact: slices.Contains(i.Include, "impact")}
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
		return app.CopyOf{Paper: app.EntriesPaper{Entries: named}}.Including(e.inclusion()), nil
	})
}

// exportRecord writes the record of a session that is over.
type exportRecord struct {
	subject
	copying
}

func (e exportRecord) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		held, err := d.Sitting(e.ID.id())
		if err == nil && held.Session.Live() {
			err = fault.New(fault.Conflict, "make record: the session is not over")
		}
		if err != nil {
			return app.CopyOf{}, c.told(d, e.ID.id(), err)
		}
		return app.CopyOf{Paper: app.RecordPaper{Session: e.ID.id()}}, nil
	})
}

// exportCase writes one entry as a case to present.
type exportCase struct {
	subject
	copying
	including
}

func (e exportCase) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		if _, err := d.Entry(e.ID.id()); err != nil {
			return app.CopyOf{}, c.told(d, e.ID.id(), err)
		}
		return app.CopyOf{Paper: app.CasePaper{Entry: e.ID.id()}}.Including(e.inclusion()), nil
	})
}

// exportFacts writes how supervision with somebody went, in numbers.
type exportFacts struct {
	subject
	copying
}

func (e exportFacts) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		known := slices.ContainsFunc(d.Relationships(), func(r app.Relationship) bool { return r.ID == e.ID.id() })
		if !known {
			return app.CopyOf{}, c.told(d, e.ID.id(), fault.New(fault.NotFound, "find relationship"))
		}
		return app.CopyOf{Paper: app.FactsPaper{With: e.ID.id()}}, nil
	})
}

// exportDigest writes what a period came to.
type exportDigest struct {
	From  day `required:"" placeholder:"DAY"`
	Until day `placeholder:"DAY"`
	copying
	including
}

func (e exportDigest) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		until := cmp.Or(app.Day(e.Until), d.Today())
		if until < app.Day(e.From) {
			return app.CopyOf{}, c.refused(exitInvalid, "cli.hint.export.period", "cli.error.export.period")
		}
		return app.CopyOf{Paper: app.DigestPaper{From: app.Day(e.From), Until: until}}.Including(e.inclusion()), nil
	})
}

// decision is a line of a file of decisions: what is done about words, wherever
// they stand.
type decision struct {
	Words   string `json:"words"`
	Keep    bool   `json:"keep,omitempty"`
	Reason  string `json:"reason,omitempty"`
	Replace string `json:"replace,omitempty"`
}

// decisions reads a file of decisions, a JSON object a line.
func (c *call) decisions(path file) (all []decision, err error) {
	if path == "" {
		return nil, nil
	}
	f, err := c.open(path, "decisions")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	number := 0
	return all, c.eachLine(f, "cli.input.decisions", func(raw []byte) error {
		number++
		if len(bytes.TrimSpace(raw)) == 0 {
			return nil
		}
		var one decision
		if err := exact.Decode(raw, &one); err != nil {
			return c.unfit(err, c.words.T("cli.input.decision", number), "cli.hint.decision")
		}
		if strings.TrimSpace(one.Words) == "" || one.Keep && (one.Replace != "" || strings.TrimSpace(one.Reason) == "") {
			return c.refused(exitInvalid, "cli.hint.decision", "cli.refused.decision", number)
		}
		all = append(all, one)
		return nil
	})
}

// decide does what a file says of the findings with these words.
func decide(copied *app.Copy, all []decision) error {
	for _, f := range copied.Review.Findings() {
		words := copied.Review.Parts()[f.Part].Text[f.Start:f.End]
		for _, one := range all {
			if !strings.EqualFold(strings.Join(strings.Fields(words), " "), strings.Join(strings.Fields(one.Words), " ")) {
				continue
			}
			d := app.Decision{Action: app.Mask, Replacement: one.Replace}
			if one.Keep {
				d = app.Decision{Action: app.Keep, Reason: one.Reason}
			}
			if err := copied.Review.Decide(f.ID, d); err != nil {
				return err
			}
		}
	}
	return nil
}

// export writes a copy in which every finding is masked.
func (c *call) export(ctx context.Context, as copying, of func(*app.Desk) (app.CopyOf, error)) error {
	format, _ := app.FormatNamed(as.Format)
	audience, err := input.ReadAudience(as.Audience)
	if err != nil {
		return err
	}
	decisions, err := c.decisions(as.Decisions)
	if err != nil {
		return err
	}
	if as.Lock != "" {
		secret, err := c.secretIn(as.Lock, "lock")
		if err != nil {
			return err
		}
		if err := app.CheckPassphrase(secret); err != nil {
			return err
		}
		format = app.LockedFormat(format, secret)
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
		return c.save(d, what, format, string(as.Out), decisions)
	})
}

func (c *call) save(d *app.Desk, of app.CopyOf, format app.Format, path string, decisions []decision) error {
	copied, err := d.Copy(of)
	if err != nil && fault.KindOf(err) == fault.Invalid {
		return c.refused(exitInvalid, "cli.hint.export.nothing", "cli.error.export.nothing")
	}
	if err != nil {
		return err
	}
	if err := decide(copied, decisions); err != nil {
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
