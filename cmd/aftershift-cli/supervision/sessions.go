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

// Run adds whoever isn't known by the name yet, as --kind says. Without --minutes it
// takes those that are usual with them. A start that can't be read is call.ExitUsage.
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

// Run ends with call.ExitUsage where nothing is to be different. A name that isn't
// known is added, as in planning.
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

// Run lets the session's items wait again. It ends with call.ExitConflict where the
// session is over or an item was discussed in it, with call.ExitInvalid for an empty
// reason.
func (s sessionCancel) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error { return d.CancelSession(id, s.Reason) })
}

// sessionStart opens a session: as of when it was arranged if that is over, else
// now.
type sessionStart struct{ call.Subject }

// Run says on Complain where the session is held before the day it was arranged for. It
// ends with call.ExitConflict unless the session is planned.
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

// Run takes without --minutes those that Took proposes. It gives no item its kind: one
// that was discussed without any, but for a standing one, ends it with
// call.ExitConflict.
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

// Run ends with call.ExitConflict unless the session is closed. What went on from it
// stays where it is, and its entries are flagged until it is closed again.
func (s sessionReopen) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error { return d.ReopenSession(id) })
}

// sessionCorrect adds to the record of a closed session, which stands as it is.
type sessionCorrect struct {
	call.Subject
	Words   string `required:"" placeholder:"TEXT"`
	Differs bool
}

// Run ends with call.ExitConflict unless the session is closed. With --differs the
// words say that one doesn't agree with the record.
func (s sessionCorrect) Run(ctx context.Context, c *call.Call) error {
	return c.Write(ctx, s.Subject, s.Words, func(d *app.Desk, id app.ID, words string) error { return d.Correct(id, words, s.Differs) })
}
