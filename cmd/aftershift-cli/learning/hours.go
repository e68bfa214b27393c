package learning

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// hoursLog makes the hours of a week what is given, kind by kind.
type hoursLog struct {
	Hours []string `arg:"" name:"kind-hours"`
	Week  call.Day `placeholder:"DAY"`
	With  string   `placeholder:"NAME"`
	Note  string   `placeholder:"TEXT"`
}

// Run takes any day of the week, today without --week. Of a kind that is given twice
// the last counts; what can't be read ends it with call.ExitUsage. What is more than
// was logged with others becomes a line with --with.
func (h hoursLog) Run(ctx context.Context, c *call.Call) error {
	typed := map[app.HoursKind]int{}
	for _, each := range h.Hours {
		kind, n, ok := app.ReadKindHours(each)
		if typed[kind] = n; !ok {
			return c.Usage("cli.usage.kind", each)
		}
	}
	return c.ChangeWith(ctx, h.With, func(d *app.Desk, with app.ID) error {
		return d.LogWeek(app.WeekEntry{Monday: cmp.Or(app.Day(h.Week), d.Today()), Minutes: typed, With: with, Apart: h.With != "", Note: h.Note})
	})
}

// hoursList prints the lines of hours, the latest week first.
type hoursList struct{ call.Listing }

// Run prints id, Monday, kind, hours, the day of signing, and the name of a kind of
// one's own, or the note.
func (h hoursList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		var lines []app.Hours
		for _, week := range d.HoursLog().Weeks {
			lines = append(lines, week.Lines...)
		}
		return call.ListOf(c, h.Listing, lines, shown.HoursOf, func(h shown.Hours) string {
			return fmt.Sprintf("%s  %s  %-13s  %6s  %-10s  %s", h.ID, h.Week, h.Kind, app.HoursText(h.Minutes), h.Signed, cmp.Or(h.Own, h.Note))
		})
	})
}

// hoursCheck holds the hours against the rules in use.
type hoursCheck struct{ call.Listing }

// Run ends with call.ExitNotFound where no rules are in use.
func (h hoursCheck) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		log := d.HoursLog()
		return printVerdicts(c, d, log.Pack, log.Verdicts, h.Listing)
	})
}

// printVerdicts prints what a pack makes of a log, rule by rule, and that it is no board's
// word.
func printVerdicts(c *call.Call, d *app.Desk, p app.Pack, all []app.Verdict, as call.Listing) error {
	if p.ID == "" {
		return c.Refused(call.ExitNotFound, "cli.hint.rules", "cli.refused.rules")
	}
	check := c.Words.T("learning.check", p.Name, d.SayDay(p.AsOf))
	said := make([]shown.Verdict, len(all))
	for i, v := range all {
		said[i] = shown.VerdictOf(p, v, d.Say(v), check)
		for _, w := range v.Weeks {
			said[i].Weeks = append(said[i].Weeks, d.SayWeek(v.Rule, w))
		}
	}
	err := call.List(c, as, said, func(v shown.Verdict) string {
		return strings.Join(append([]string{fmt.Sprintf("%-6s  %s: %s", v.State, v.Rule, v.Says)}, v.Weeks...), "\n        ")
	})
	if err != nil || as.JSON {
		return err
	}
	return c.Print(check)
}

// hoursFill adds a line for each held session that none was filled from.
type hoursFill struct{}

// Run prints how many lines came; none is no error.
func (hoursFill) Run(ctx context.Context, c *call.Call) error {
	return c.Change(ctx, func(d *app.Desk) error {
		n, err := d.FillHours()
		if err != nil {
			return err
		}
		return c.Print(c.Words.N("learning.said.filled", n))
	})
}

// hoursSign says when the sheet of a period was signed, and where it is kept.
type hoursSign struct {
	From  call.Day `required:"" placeholder:"DAY"`
	Until call.Day `required:"" placeholder:"DAY"`
	On    call.Day `required:"" placeholder:"DAY"`
	With  string   `placeholder:"NAME"`
	Kept  string   `placeholder:"TEXT"`
}

// Run signs for everybody without --with, and leaves signed lines as they are. It ends
// with call.ExitNotFound where nothing waits, and with call.ExitInvalid for a day that
// is to come or before the week was over.
func (h hoursSign) Run(ctx context.Context, c *call.Call) error {
	return c.ChangeWith(ctx, h.With, func(d *app.Desk, with app.ID) error {
		err := d.SignWeeks(with, app.Day(h.From), app.Day(h.Until), app.Day(h.On), h.Kept)
		err = c.Instead(err, fault.NotFound, "cli.hint.hours", "cli.refused.unsigned")
		return c.Instead(err, fault.Invalid, "cli.hint.hours", "cli.refused.sign")
	})
}

// hoursCorrect changes one line; what it said is kept.
type hoursCorrect struct {
	call.Subject
	Hours  string `required:"" placeholder:"H"`
	Reason string `placeholder:"TEXT"`
}

// Run leaves a line that was signed to be signed again. Hours that can't be read are
// call.ExitUsage.
func (h hoursCorrect) Run(ctx context.Context, c *call.Call) error {
	n, ok := app.ReadHours(h.Hours)
	if !ok {
		return c.Usage("cli.usage.hours", h.Hours, "21.5, 21:30")
	}
	return c.About(ctx, h.Subject, func(d *app.Desk, id app.ID) error { return d.CorrectHours(id, n, h.Reason) })
}

// hoursRemove takes a line away that was entered by mistake and never signed.
type hoursRemove struct{ call.Subject }

// Run ends with call.ExitConflict for a line that was ever signed: that is corrected.
func (h hoursRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, h.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveHours(id) })
}

// hoursImport says what taking in a table of hours would do, and does it with --take.
type hoursImport struct {
	File call.File `arg:""`
	Take bool
}

// Run takes all of the table in or nothing, but for rows that the log has already, with
// whoever in it isn't known. A wrong line ends it with call.ExitInvalid and is named.
func (h hoursImport) Run(ctx context.Context, c *call.Call) error {
	return c.TakeIn(ctx, h.File, func(d *app.Desk, raw []byte) error {
		t, err := d.ReadHoursTable(raw)
		if err != nil {
			return c.Explained(d, err, "cli.hint.table")
		}
		said := c.Words.N("cli.hours.table", len(t.Rows), app.HoursText(t.Minutes), t.From, t.Until, t.Doubles, strings.Join(t.New, ", "))
		if err := c.Print(said); err != nil || !h.Take {
			return err
		}
		return d.TakeHours(t)
	})
}
