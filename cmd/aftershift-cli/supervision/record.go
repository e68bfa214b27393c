package supervision

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// sessionList lists sessions, the latest first.
type sessionList struct{ call.Listing }

// Run names whom a session was with; JSON has their id.
func (s sessionList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		names := map[app.ID]string{}
		for _, r := range d.Relationships() {
			names[r.ID] = r.Name
		}
		return call.ListOf(c, s.Listing, d.Sessions(), shown.SessionOf, func(s shown.Session) string { return sessionLine(s, names[s.With]) })
	})
}

// sessionLine returns id, time, state and with, the name of whom it is with; "" for
// nobody.
func sessionLine(s shown.Session, with string) string {
	return fmt.Sprintf("%s  %s  %-9s  %s", s.ID, s.Start.Format("2006-01-02 15:04"), s.State, with)
}

// sessionShow shows a session with all that came out of it.
type sessionShow struct {
	call.Subject
	call.Listing
}

func (s sessionShow) Run(ctx context.Context, c *call.Call) error {
	return call.LookAt(ctx, c, s.Subject, (*app.Desk).Sitting, func(_ *app.Desk, sitting app.Sitting) error {
		record := shown.RecordOf(sitting)
		return c.Show(s.Listing, record, func() error { return printRecord(c, record) })
	})
}

// printRecord prints the record of a session as it stands now: also what was said of
// it as a whole, and what was added when it was over.
func printRecord(c *call.Call, r shown.Record) error {
	if err := c.Print(sessionLine(r.Session, r.With)); err != nil {
		return err
	}
	came(c, "record.cancelled", r.Session.Reason)
	for _, it := range r.Items {
		printItem(c, it)
	}
	for _, a := range r.Actions {
		if err := c.Print(actionLine(a)); err != nil {
			return err
		}
	}
	came(c, "record.notes", r.Session.Notes)
	came(c, "record.disagreement", r.Session.Disagreement)
	for _, added := range r.Session.Corrections {
		label := "cli.record.added"
		if added.Disagreement {
			label = "cli.record.differs"
		}
		if _, err := fmt.Fprintln(c.Out, c.Words.T(label, added.At.Format("2006-01-02 15:04"))); err != nil {
			return err
		}
		indented(c, added.Text)
	}
	return nil
}

// printItem prints an item with what was made of it, or how urgent it is, and below
// what was brought and what came out of it.
func printItem(c *call.Call, it shown.Item) {
	fmt.Fprintf(c.Out, "%s  %-17s  %s\n", it.ID, cmp.Or(it.Became, it.Urgency), it.Title)
	indented(c, it.Words)
	if o := it.Outcome; o != nil {
		came(c, "record.outcome", o.Text)
		came(c, "record.decision", o.Decision)
		came(c, "record.rationale", o.Rationale)
		came(c, "record.decided_by", o.DecidedBy)
	}
}

//words:prefix record.

// came prints what came out of an item under its label.
func came(c *call.Call, label, text string) {
	if strings.TrimSpace(text) != "" {
		indented(c, c.Words.T(label)+": "+text)
	}
}

// indented prints every line of text set in, and nothing for "". What can't be written
// is told at the end: output.Telling keeps it.
func indented(c *call.Call, text string) {
	if text != "" {
		fmt.Fprintf(c.Out, "    %s\n", strings.ReplaceAll(text, "\n", "\n    "))
	}
}
