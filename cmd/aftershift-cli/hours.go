package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// hoursLog makes the hours of a week what is given, kind by kind.
type hoursLog struct {
	Hours []string `arg:"" name:"kind-hours"`
	Week  day      `placeholder:"DAY"`
	With  string   `placeholder:"NAME"`
	Note  string   `placeholder:"TEXT"`
}

func (h hoursLog) run(ctx context.Context, c *call) error {
	typed := map[app.HoursKind]int{}
	for _, each := range h.Hours {
		kind, n, ok := app.ReadKindHours(each)
		if typed[kind] = n; !ok {
			return c.usage("cli.usage.kind", each)
		}
	}
	return c.change(ctx, func(d *app.Desk) error {
		with, err := c.supervisorNamed(d, h.With)
		if err != nil {
			return err
		}
		return d.LogWeek(app.WeekEntry{Monday: cmp.Or(app.Day(h.Week), d.Today()), Minutes: typed, With: with, Note: h.Note})
	})
}

// supervisorNamed returns the id of somebody by name; 0 for "".
func (c *call) supervisorNamed(d *app.Desk, name string) (app.ID, error) {
	for _, r := range d.Relationships() {
		if name != "" && strings.EqualFold(r.Name, strings.Join(strings.Fields(name), " ")) {
			return r.ID, nil
		}
	}
	if name == "" {
		return 0, nil
	}
	return 0, c.refused(exitNotFound, "cli.hint.supervisor", "cli.refused.supervisor")
}

// hoursList prints the lines of hours, the latest week first.
type hoursList struct{ listing }

func (h hoursList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		var all []shown.Hours
		for _, week := range d.HoursLog().Weeks {
			for _, line := range week.Lines {
				all = append(all, shown.HoursOf(line))
			}
		}
		return listed(c, h.listing, all, func(h shown.Hours) string {
			return fmt.Sprintf("%s  %s  %-13s  %6s  %-10s  %s", h.ID, h.Week, h.Kind, app.HoursText(h.Minutes), h.Signed, first(h.Own, h.Note))
		})
	})
}

// hoursCheck holds the hours against the rules in use.
type hoursCheck struct{ listing }

func (h hoursCheck) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		log := d.HoursLog()
		return c.verdicts(d, log.Pack, log.Verdicts, h.listing)
	})
}

// verdicts prints what a pack makes of a log, rule by rule, and that it is no board's
// word.
func (c *call) verdicts(d *app.Desk, p app.Pack, all []app.Verdict, as listing) error {
	if p.ID == "" {
		return c.refused(exitNotFound, "cli.hint.rules", "cli.refused.rules")
	}
	check := c.words.T("learning.check", p.Name, d.SayDay(p.AsOf))
	said := make([]shown.Verdict, len(all))
	for i, v := range all {
		said[i] = shown.VerdictOf(p, v, d.Say(v), check)
		for _, w := range v.Weeks {
			said[i].Weeks = append(said[i].Weeks, d.SayWeek(v.Rule, w))
		}
	}
	err := listed(c, as, said, func(v shown.Verdict) string {
		return strings.Join(append([]string{fmt.Sprintf("%-6s  %s: %s", v.State, v.Rule, v.Says)}, v.Weeks...), "\n        ")
	})
	if err != nil || as.JSON {
		return err
	}
	return c.print(check)
}

// hoursFill adds a line for each held session that none was filled from.
type hoursFill struct{}

func (hoursFill) run(ctx context.Context, c *call) error {
	return c.change(ctx, func(d *app.Desk) error {
		n, err := d.FillHours()
		if err != nil {
			return err
		}
		return c.print(c.words.N("learning.said.filled", n))
	})
}

// hoursSign says when the sheet of a period was signed, and where it is kept.
type hoursSign struct {
	From  day    `required:"" placeholder:"DAY"`
	Until day    `required:"" placeholder:"DAY"`
	On    day    `required:"" placeholder:"DAY"`
	With  string `placeholder:"NAME"`
	Kept  string `placeholder:"TEXT"`
}

func (h hoursSign) run(ctx context.Context, c *call) error {
	return c.change(ctx, func(d *app.Desk) error {
		with, err := c.supervisorNamed(d, h.With)
		if err != nil {
			return err
		}
		err = d.SignWeeks(with, app.Day(h.From), app.Day(h.Until), app.Day(h.On), h.Kept)
		switch fault.KindOf(err) {
		case fault.NotFound:
			return c.refused(exitNotFound, "cli.hint.hours", "cli.refused.unsigned")
		case fault.Invalid:
			return c.refused(exitInvalid, "cli.hint.hours", "cli.refused.sign")
		}
		return err
	})
}

// hoursCorrect changes one line; what it said is kept.
type hoursCorrect struct {
	subject
	Hours  string `required:"" placeholder:"H"`
	Reason string `placeholder:"TEXT"`
}

func (h hoursCorrect) run(ctx context.Context, c *call) error {
	n, ok := app.ReadHours(h.Hours)
	if !ok {
		return c.usage("cli.usage.hours", h.Hours, "21.5, 21:30")
	}
	return c.about(ctx, h.subject, func(d *app.Desk, id app.ID) error { return d.CorrectHours(id, n, h.Reason) })
}

// hoursRemove takes a line away that was entered by mistake and never signed.
type hoursRemove struct{ subject }

func (h hoursRemove) run(ctx context.Context, c *call) error {
	return c.about(ctx, h.subject, func(d *app.Desk, id app.ID) error { return d.RemoveHours(id) })
}

// hoursImport says what taking in a table of hours would do, and does it with --take.
type hoursImport struct {
	File file `arg:""`
	Take bool
}

func (h hoursImport) run(ctx context.Context, c *call) error {
	raw, err := c.contents(h.File)
	if err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		t, err := d.ReadHoursTable(raw)
		if err != nil {
			return c.explained(d, err, "cli.hint.table")
		}
		said := c.words.N("cli.hours.table", len(t.Rows), app.HoursText(t.Minutes), t.From, t.Until, t.Doubles, strings.Join(t.New, ", "))
		if err := c.print(said); err != nil || !h.Take {
			return err
		}
		return d.TakeHours(t)
	})
}

// contents reads a file that is named, whole.
func (c *call) contents(path file) ([]byte, error) {
	f, err := c.open(path, "file")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxInput))
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return raw, nil
}

// explained returns a complaint for what is malformed: where, and why.
func (c *call) explained(d *app.Desk, err error, next string) error {
	if said := d.Explain(err); len(said) > 0 {
		return complaint{exitInvalid, strings.Join(said, "; "), c.words.T(next)}
	}
	return err
}

// listed prints each of all, as JSON or as the line of it.
func listed[T any](c *call, as listing, all []T, line func(T) string) error {
	for _, each := range all {
		err := error(nil)
		if as.JSON {
			err = c.object(each)
		} else {
			err = c.print(line(each))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rulesList prints the packs there are, with those in use marked.
type rulesList struct{ listing }

func (r rulesList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		var all []shown.Pack
		for _, purpose := range app.Purposes() {
			used, choice, _ := d.Pack(purpose)
			for _, p := range d.Packs(purpose) {
				since := ""
				if p.ID == used.ID {
					since = first(string(choice.Since), "*")
				}
				all = append(all, shown.PackOf(p, since))
			}
		}
		return listed(c, r.listing, all, func(p shown.Pack) string {
			return fmt.Sprintf("%-12s  %-10s  %-10s  %s (%s)", p.ID, p.For, p.Since, p.Name, p.AsOf)
		})
	})
}

// rulesUse uses a pack that ships, or one from a file.
type rulesUse struct {
	Pack  string `arg:"" optional:""`
	File  file   `placeholder:"FILE"`
	Since day    `placeholder:"DAY"`
}

func (r rulesUse) run(ctx context.Context, c *call) error {
	if (r.Pack == "") == (r.File == "") {
		return c.usage("cli.usage.rules")
	}
	if r.Pack != "" {
		return c.change(ctx, func(d *app.Desk) error {
			err := d.ChoosePack(r.Pack, app.Day(r.Since))
			if fault.KindOf(err) == fault.NotFound {
				return c.refused(exitNotFound, "cli.hint.rules", "cli.refused.pack")
			}
			return err
		})
	}
	raw, err := c.contents(r.File)
	if err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		_, err := d.ChooseOwn(raw, app.Day(r.Since))
		return c.explained(d, err, "cli.hint.pack")
	})
}

// rulesDrop stops using the pack of a purpose.
type rulesDrop struct {
	Purpose string `arg:"" of:"purpose"`
}

func (r rulesDrop) run(ctx context.Context, c *call) error {
	return c.change(ctx, func(d *app.Desk) error { return d.DropPack(app.Purpose(r.Purpose)) })
}
