package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// sessionList lists sessions, the latest first.
type sessionList struct{ listing }

func (s sessionList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		names := map[app.ID]string{}
		for _, r := range d.Relationships() {
			names[r.ID] = r.Name
		}
		for _, each := range d.Sessions() {
			if err := c.session(shown.SessionOf(each), names[each.With], s.listing); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) session(s shown.Session, with string, as listing) error {
	if as.JSON {
		return c.object(s)
	}
	_, err := fmt.Fprintf(c.out, "%s  %s  %-9s  %s\n", s.ID, s.Start.Format("2006-01-02 15:04"), s.State, with)
	return err
}

// sessionShow shows a session with all that came out of it.
type sessionShow struct {
	subject
	listing
}

func (s sessionShow) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		sitting, err := d.Sitting(s.ID.id())
		if err != nil {
			return c.told(d, s.ID.id(), err)
		}
		record := shown.RecordOf(sitting)
		if s.JSON {
			return c.object(record)
		}
		return c.record(record)
	})
}

// record prints the record of a session as it stands now: also what was said of
// it as a whole, and what was added when it was over.
func (c *call) record(r shown.Record) error {
	if err := c.session(r.Session, r.With, listing{}); err != nil {
		return err
	}
	c.came("record.cancelled", r.Session.Reason)
	for _, it := range r.Items {
		c.item(it)
	}
	for _, a := range r.Actions {
		if err := c.action(a, listing{}); err != nil {
			return err
		}
	}
	c.came("record.notes", r.Session.Notes)
	c.came("record.disagreement", r.Session.Disagreement)
	for _, added := range r.Session.Corrections {
		label := "cli.record.added"
		if added.Disagreement {
			label = "cli.record.differs"
		}
		if _, err := fmt.Fprintln(c.out, c.words.T(label, added.At.Format("2006-01-02 15:04"))); err != nil {
			return err
		}
		c.indented(added.Text)
	}
	return nil
}

// item prints an item with what was made of it, or how urgent it is, and below
// what was brought and what came out of it.
func (c *call) item(it shown.Item) {
	fmt.Fprintf(c.out, "%s  %-17s  %s\n", it.ID, cmp.Or(it.Became, it.Urgency), it.Title)
	c.indented(it.Words)
	if o := it.Outcome; o != nil {
		c.came("record.outcome", o.Text)
		c.came("record.decision", o.Decision)
		c.came("record.rationale", o.Rationale)
		c.came("record.decided_by", o.DecidedBy)
	}
}

//words:prefix record.

// came prints what came out of an item under its label.
func (c *call) came(label, text string) {
	if strings.TrimSpace(text) != "" {
		c.indented(c.words.T(label) + ": " + text)
	}
}

func (c *call) indented(text string) {
	if text != "" {
		fmt.Fprintf(c.out, "    %s\n", strings.ReplaceAll(text, "\n", "\n    "))
	}
}
