// Package sharing holds the commands that make copies for other people, and what
// the copies of other subjects are made with.
package sharing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/exact"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
)

// Copying is what every copy needs to be told. Accept is needed because nobody
// sits here to decide on findings: every one is masked, certain or not, but for
// what a file of decisions says of words.
type Copying struct {
	Audience  string    `required:"" placeholder:"WHO" of:"audience"`
	Format    string    `required:"" placeholder:"FORMAT" of:"format"`
	Out       call.File `required:"" placeholder:"FILE"`
	Accept    string    `required:"" placeholder:"all" of:"accept"`
	Decisions call.File `placeholder:"FILE"`
	Lock      call.File `placeholder:"FILE"`
}

// Agenda writes the next session's agenda as a redacted file, or what is
// ready in the basket where no agenda has anything on it.
type Agenda struct{ Copying }

// Run saves the copy.
func (e Agenda) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		if next, planned := d.NextAgenda(); planned && len(next.Items) > 0 {
			return app.CopyOf{Paper: app.AgendaPaper{Session: next.Session.ID}}, nil
		}
		return app.CopyOf{Paper: app.AgendaPaper{}}, nil
	})
}

// Entries writes the entries with these ids, or all flagged ones.
type Entries struct {
	Entries []call.ID `arg:"" optional:"" name:"entry-id"`
	Copying
	Including
}

// Including is what of the private one copy takes in.
type Including struct {
	Include []string `placeholder:"reflection" of:"include"`
}

// Inclusion returns i in the words of the use cases.
func (i Including) Inclusion() app.Inclusion {
	return app.Inclusion{Private: slices.Contains(i.Include, "reflection"), Impact: slices.Contains(i.Include, "impact")}
}

// Run saves the copy.
func (e Entries) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		named := call.IDs(e.Entries)
		for _, id := range named {
			if _, err := d.Entry(id); err != nil {
				return app.CopyOf{}, c.Told(d, id, err)
			}
		}
		if len(named) == 0 {
			for _, o := range d.List(app.Filter{Flag: app.AnyFlag}) {
				named = append(named, o.ID)
			}
		}
		return app.CopyOf{Paper: app.EntriesPaper{Entries: named}}.Including(e.Inclusion()), nil
	})
}

// Record writes the record of a session that is over.
type Record struct {
	call.Subject
	Copying
}

// Run saves the copy. It ends with call.ExitConflict while the session is planned or
// open.
func (e Record) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		held, err := d.Sitting(e.ID.ID())
		if err == nil && held.Session.Live() {
			err = fault.New(fault.Conflict, "make record: the session is not over")
		}
		if err != nil {
			return app.CopyOf{}, c.Told(d, e.ID.ID(), err)
		}
		return app.CopyOf{Paper: app.RecordPaper{Session: e.ID.ID()}}, nil
	})
}

// Case writes one entry as a case to present.
type Case struct {
	call.Subject
	Copying
	Including
}

// Run saves the copy.
func (e Case) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		if _, err := d.Entry(e.ID.ID()); err != nil {
			return app.CopyOf{}, c.Told(d, e.ID.ID(), err)
		}
		return app.CopyOf{Paper: app.CasePaper{Entry: e.ID.ID()}}.Including(e.Inclusion()), nil
	})
}

// Facts writes how supervision with somebody went, in numbers.
type Facts struct {
	call.Subject
	Copying
}

// Run saves the copy.
func (e Facts) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		known := slices.ContainsFunc(d.Relationships(), func(r app.Relationship) bool { return r.ID == e.ID.ID() })
		if !known {
			return app.CopyOf{}, c.Told(d, e.ID.ID(), fault.New(fault.NotFound, "find relationship"))
		}
		return app.CopyOf{Paper: app.FactsPaper{With: e.ID.ID()}}, nil
	})
}

// Digest writes what a period came to.
type Digest struct {
	From  call.Day `required:"" placeholder:"DAY"`
	Until call.Day `placeholder:"DAY"`
	Copying
	Including
}

// Run saves the copy, up to today without --until. It ends with call.ExitInvalid for a
// period that ends before it begins.
func (e Digest) Run(ctx context.Context, c *call.Call) error {
	return Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		until := cmp.Or(app.Day(e.Until), d.Today())
		if until < app.Day(e.From) {
			return app.CopyOf{}, c.Refused(call.ExitInvalid, "cli.hint.export.period", "cli.error.export.period")
		}
		return app.CopyOf{Paper: app.DigestPaper{From: app.Day(e.From), Until: until}}.Including(e.Inclusion()), nil
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
func decisions(c *call.Call, path call.File) (all []decision, err error) {
	err = c.LinesOf(path, "decisions", "cli.input.decisions", func(number int, raw []byte) error {
		if len(bytes.TrimSpace(raw)) == 0 {
			return nil
		}
		var one decision
		if err := exact.Decode(raw, &one); err != nil {
			return c.Unfit(err, c.Words.T("cli.input.decision", number), "cli.hint.decision")
		}
		if strings.TrimSpace(one.Words) == "" || one.Keep && (one.Replace != "" || strings.TrimSpace(one.Reason) == "") {
			return c.Refused(call.ExitInvalid, "cli.hint.decision", "cli.refused.decision", number)
		}
		all = append(all, one)
		return nil
	})
	return all, err
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

// Export writes a copy in which every finding is masked.
func Export(ctx context.Context, c *call.Call, as Copying, of func(*app.Desk) (app.CopyOf, error)) error {
	format, _ := app.FormatNamed(as.Format)
	audience, err := input.ReadAudience(as.Audience)
	if err != nil {
		return err
	}
	decisions, err := decisions(c, as.Decisions)
	if err != nil {
		return err
	}
	if as.Lock != "" {
		secret, err := c.SecretIn(as.Lock, "lock")
		if err != nil {
			return err
		}
		if err := app.CheckPassphrase(secret); err != nil {
			return err
		}
		format = app.LockedFormat(format, secret)
	}
	if err := c.Folder(filepath.Dir(string(as.Out)), "out"); err != nil {
		return err
	}
	return c.Change(ctx, func(d *app.Desk) error {
		what, err := of(d)
		if err != nil {
			return err
		}
		what.Audience, what.Strict = audience, true // nobody looks at what is only doubtful
		return save(c, d, what, format, string(as.Out), decisions)
	})
}

// save makes the copy, does what decisions say, masks every other finding, and writes
// to path, never over a file. It names on Complain the characters that the format can't
// show, and prints how much was masked and the SHA-256 of the file.
func save(c *call.Call, d *app.Desk, of app.CopyOf, format app.Format, path string, decisions []decision) error {
	copied, err := d.Copy(of)
	if err != nil && fault.KindOf(err) == fault.Invalid {
		return c.Refused(call.ExitInvalid, "cli.hint.export.nothing", "cli.error.export.nothing")
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
		return unsaved(c, err)
	}
	if missing := copied.Missing(format); len(missing) > 0 {
		fmt.Fprintln(c.Complain, c.Words.T("cli.export.missing", format.Name, strings.Join(missing, " ")))
	}
	return c.Print(c.Words.N("cli.exported", shared.Masked, shared.SHA256))
}

// unsaved says why a copy was not written, and where in it.
func unsaved(c *call.Call, err error) error {
	var at app.Spot
	switch {
	case errors.As(err, &at) && at.Name:
		return c.Refused(call.ExitExposed, "cli.hint.exposed.name", "cli.error.exposed.name")
	case errors.As(err, &at) && at.Line > 0:
		return c.Refused(call.ExitExposed, "cli.hint.exposed", "cli.error.exposed.line", at.Line, at.Heading)
	case fault.KindOf(err) == fault.Exposed:
		return c.Refused(call.ExitExposed, "cli.hint.exposed", "cli.error.exposed.outside")
	case fault.KindOf(err) == fault.Conflict:
		return c.Refused(call.ExitConflict, "cli.hint.export.exists", "cli.error.export.exists")
	}
	return err
}
