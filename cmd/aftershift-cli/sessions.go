package main

import (
	"context"
	"fmt"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// subject names the one record that a command is about.
type subject struct {
	ID typedID `arg:"" name:"id"`
}

// about opens the journal and hands over the record's id. What the state of the
// record forbids is told with that state.
func (c *call) about(ctx context.Context, s subject, use func(*app.Desk, app.ID) error) error {
	return c.change(ctx, func(d *app.Desk) error { return c.told(d, s.ID.id(), use(d, s.ID.id())) })
}

// sessionPlan plans a session and prints its id.
type sessionPlan struct {
	Start   string  `required:"" placeholder:"WHEN"`
	With    string  `required:"" placeholder:"NAME"`
	Minutes minutes `placeholder:"N"`
	Kind    string  `placeholder:"KIND" of:"kind"`
}

func (s sessionPlan) run(ctx context.Context, c *call) error {
	return c.change(ctx, func(d *app.Desk) error {
		start, err := c.start(d, s.Start)
		if err != nil {
			return err
		}
		kind, err := input.ReadRelationship(s.Kind)
		if err != nil {
			return err
		}
		id, err := d.PlanSession(app.Plan{Start: start, Minutes: int(s.Minutes), Name: s.With, Kind: kind})
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

// start reads --start, in the time of this computer.
func (c *call) start(d *app.Desk, typed string) (time.Time, error) {
	at, err := d.ReadStart(typed)
	if err != nil {
		return at, c.usage("cli.usage.start", typed)
	}
	return at, nil
}

// sessionMove changes what is said of a planned session and leaves the rest.
type sessionMove struct {
	subject
	Start   string  `placeholder:"WHEN"`
	With    string  `placeholder:"NAME"`
	Minutes minutes `placeholder:"N"`
}

func (s sessionMove) run(ctx context.Context, c *call) error {
	if s.Start == "" && s.With == "" && s.Minutes == 0 {
		return c.usage("cli.usage.move")
	}
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error {
		a, err := d.Agenda(id)
		if err != nil {
			return err
		}
		plan := app.Plan{Session: id, Start: a.Session.Start, Minutes: a.Session.Minutes, Name: first(s.With, a.With.Name)}
		if s.Minutes != 0 {
			plan.Minutes = int(s.Minutes)
		}
		if s.Start != "" {
			if plan.Start, err = c.start(d, s.Start); err != nil {
				return err
			}
		}
		_, err = d.PlanSession(plan)
		return err
	})
}

// sessionCancel calls a session off.
type sessionCancel struct {
	subject
	Reason string `required:"" placeholder:"TEXT"`
}

func (s sessionCancel) run(ctx context.Context, c *call) error {
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error { return d.CancelSession(id, s.Reason) })
}

// sessionStart opens a session: as of when it was arranged if that is over, else
// now.
type sessionStart struct{ subject }

func (s sessionStart) run(ctx context.Context, c *call) error {
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error {
		a, err := d.Agenda(id)
		if err != nil {
			return err
		}
		at := d.Now()
		if a.Session.Start.Before(at) {
			at = a.Session.Start
		}
		if err := d.StartSession(id, at); err != nil {
			return err
		}
		if arranged := a.Session.Start.In(at.Location()); arranged.Format(time.DateOnly) != at.Format(time.DateOnly) {
			fmt.Fprintln(c.complain, c.words.T("cli.held.early", arranged.Format(time.DateOnly), at.Format(time.DateOnly)))
		}
		return nil
	})
}

// sessionEnd closes a session; what was not discussed comes next time.
type sessionEnd struct {
	subject
	Minutes minutes `placeholder:"N"`
}

func (s sessionEnd) run(ctx context.Context, c *call) error {
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error {
		sitting, err := d.Sitting(id)
		if err != nil {
			return err
		}
		took := int(s.Minutes)
		if took == 0 {
			took = sitting.Took(d.Now())
		}
		return d.EndSession(id, took, nil)
	})
}

// sessionReopen opens a closed session again, so that its record can be mended.
type sessionReopen struct{ subject }

func (s sessionReopen) run(ctx context.Context, c *call) error {
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error { return d.ReopenSession(id) })
}

// sessionCorrect adds to the record of a closed session, which stands as it is.
type sessionCorrect struct {
	subject
	Words   string `required:"" placeholder:"TEXT"`
	Differs bool
}

func (s sessionCorrect) run(ctx context.Context, c *call) error {
	words, err := c.text(s.Words)
	if err != nil {
		return err
	}
	return c.about(ctx, s.subject, func(d *app.Desk, id app.ID) error { return d.Correct(id, words, s.Differs) })
}
