package supervision

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// sessionPlan plans a session and prints its id.
type sessionPlan struct {
	Start   string       `required:"" placeholder:"WHEN"`
	With    string       `required:"" placeholder:"NAME"`
	Minutes call.Minutes `placeholder:"N"`
	Kind    string       `placeholder:"KIND" of:"kind"`
}

func (s sessionPlan) Run(ctx context.Context, c *call.Call) error {
	return c.Change(ctx, func(d *app.Desk) error {
		start, err := readStart(c, d, s.Start)
		if err != nil {
			return err
		}
		kind, err := input.ReadRelationship(s.Kind)
		if err != nil {
			return err
		}
		return c.Made(d.PlanSession(app.Plan{Start: start, Minutes: int(s.Minutes), Name: s.With, Kind: kind}))
	})
}

// readStart reads --start, in the time of this computer.
func readStart(c *call.Call, d *app.Desk, typed string) (time.Time, error) {
	at, err := d.ReadStart(typed)
	if err != nil {
		return at, c.Usage("cli.usage.start", typed)
	}
	return at, nil
}

// sessionMove changes what is said of a planned session and leaves the rest.
type sessionMove struct {
	call.Subject
	Start   string       `placeholder:"WHEN"`
	With    string       `placeholder:"NAME"`
	Minutes call.Minutes `placeholder:"N"`
}

func (s sessionMove) Run(ctx context.Context, c *call.Call) error {
	if s.Start == "" && s.With == "" && s.Minutes == 0 {
		return c.Usage("cli.usage.move")
	}
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error {
		a, err := d.Agenda(id)
		if err != nil {
			return err
		}
		plan := app.Plan{Session: id, Start: a.Session.Start, Minutes: a.Session.Minutes, Name: cmp.Or(s.With, a.With.Name)}
		if s.Minutes != 0 {
			plan.Minutes = int(s.Minutes)
		}
		if s.Start != "" {
			if plan.Start, err = readStart(c, d, s.Start); err != nil {
				return err
			}
		}
		_, err = d.PlanSession(plan)
		return err
	})
}

// sessionCancel calls a session off.
type sessionCancel struct {
	call.Subject
	Reason string `required:"" placeholder:"TEXT"`
}

func (s sessionCancel) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error { return d.CancelSession(id, s.Reason) })
}

// sessionStart opens a session: as of when it was arranged if that is over, else
// now.
type sessionStart struct{ call.Subject }

func (s sessionStart) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error {
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
			fmt.Fprintln(c.Complain, c.Words.T("cli.held.early", arranged.Format(time.DateOnly), at.Format(time.DateOnly)))
		}
		return nil
	})
}

// sessionEnd closes a session; what was not discussed comes next time.
type sessionEnd struct {
	call.Subject
	Minutes call.Minutes `placeholder:"N"`
}

func (s sessionEnd) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error {
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
type sessionReopen struct{ call.Subject }

func (s sessionReopen) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error { return d.ReopenSession(id) })
}

// sessionCorrect adds to the record of a closed session, which stands as it is.
type sessionCorrect struct {
	call.Subject
	Words   string `required:"" placeholder:"TEXT"`
	Differs bool
}

func (s sessionCorrect) Run(ctx context.Context, c *call.Call) error {
	return c.Write(ctx, s.Subject, s.Words, func(d *app.Desk, id app.ID, words string) error { return d.Correct(id, words, s.Differs) })
}
