package main

import (
	"context"
	"fmt"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// withID opens the journal and hands over the first argument as an id.
func (c *call) withID(ctx context.Context, use func(*app.Desk, app.ID) error) error {
	id, err := input.ReadID(c.args[0])
	if err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error { return use(d, id) })
}

// need gives a usage error for a flag without which a command can't be.
func (c *call) need(name, given string) error {
	if given == "" {
		return usage{c.words.T("cli.usage.needs", c.command.name, name)}
	}
	return nil
}

func (c *call) sessionPlan(ctx context.Context) error {
	if err := c.need("start", c.flags.start); err != nil {
		return err
	}
	if err := c.need("with", c.flags.with); err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		start, err := d.ReadStart(c.flags.start)
		if err != nil {
			return err
		}
		kind, err := input.ReadRelationship(c.flags.kind)
		if err != nil {
			return err
		}
		id, err := d.PlanSession(app.Plan{Start: start, Minutes: c.flags.minutes, Name: c.flags.with, Kind: kind})
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

// sessionMove changes what is said of a planned session and leaves the rest.
func (c *call) sessionMove(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error {
		a, err := d.Agenda(id)
		if err != nil {
			return err
		}
		plan := app.Plan{Session: id, Start: a.Session.Start, Minutes: a.Session.Minutes, Name: first(c.flags.with, a.With.Name)}
		if c.flags.minutes != 0 {
			plan.Minutes = c.flags.minutes
		}
		if c.flags.start != "" {
			if plan.Start, err = d.ReadStart(c.flags.start); err != nil {
				return err
			}
		}
		_, err = d.PlanSession(plan)
		return err
	})
}

func (c *call) sessionCancel(ctx context.Context) error {
	if err := c.need("reason", c.flags.reason); err != nil {
		return err
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.CancelSession(id, c.flags.reason) })
}

// sessionHold opens a session: as of when it was arranged if that is over, else
// now.
func (c *call) sessionHold(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error {
		a, err := d.Agenda(id)
		if err != nil {
			return err
		}
		at := d.Now()
		if a.Session.Start.Before(at) {
			at = a.Session.Start
		}
		if arranged := a.Session.Start.In(at.Location()); arranged.Format(time.DateOnly) != at.Format(time.DateOnly) {
			fmt.Fprintln(c.complain, c.words.T("cli.held.early", arranged.Format(time.DateOnly), at.Format(time.DateOnly)))
		}
		return d.StartSession(id, at)
	})
}

// sessionEnd closes a session; what was not discussed comes next time.
func (c *call) sessionEnd(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error {
		s, err := d.Sitting(id)
		if err != nil {
			return err
		}
		minutes := c.flags.minutes
		if minutes == 0 {
			minutes = s.Took(d.Now())
		}
		return d.EndSession(id, minutes, nil)
	})
}

// sessionReopen opens a closed session again, so that its record can be mended.
func (c *call) sessionReopen(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.ReopenSession(id) })
}

// sessionCorrect adds to the record of a closed session, which stands as it is.
func (c *call) sessionCorrect(ctx context.Context) error {
	if err := c.need("words", c.flags.words); err != nil {
		return err
	}
	words, err := c.text(c.flags.words)
	if err != nil {
		return err
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.Correct(id, words, c.flags.differs) })
}

func (c *call) sessionList(ctx context.Context) error {
	return c.withDesk(ctx, func(d *app.Desk) error {
		names := map[app.ID]string{}
		for _, r := range d.Relationships() {
			names[r.ID] = r.Name
		}
		for _, s := range d.Sessions() {
			if err := c.session(s, names[s.With]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) session(s app.Session, with string) error {
	if c.flags.json {
		return c.object(showSession(s))
	}
	_, err := fmt.Fprintf(c.out, "%s  %s  %-9s  %s\n", s.ID, s.When().Format("2006-01-02 15:04"), s.State, with)
	return err
}

// recordShown is the object that session show --json prints. Last is what stood
// open when the session began, or would if it began now.
type recordShown struct {
	Session sessionShown `json:"session"`
	With    string       `json:"with,omitempty"`
	Items   []itemShown  `json:"items"`
	Actions []app.Action `json:"actions"`
	Last    app.LastTime `json:"last"`
}

func (c *call) sessionShow(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error {
		s, err := d.Sitting(id)
		if err != nil {
			return err
		}
		shown := recordShown{
			Session: showSession(s.Session), With: s.With.Name, Items: []itemShown{},
			Actions: append([]app.Action{}, s.Actions...), Last: s.Last,
		}
		for _, a := range s.Account {
			shown.Items = append(shown.Items, showItem(a))
		}
		if c.flags.json {
			return c.object(shown)
		}
		if err := c.session(s.Session, shown.With); err != nil {
			return err
		}
		for _, it := range shown.Items {
			c.item(it)
		}
		for _, a := range shown.Actions {
			if err := c.action(a); err != nil {
				return err
			}
		}
		return nil
	})
}
