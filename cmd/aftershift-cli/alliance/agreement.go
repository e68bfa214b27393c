package alliance

import (
	"cmp"
	"context"
	"fmt"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// agreementMake makes the next version with somebody, which begins as the one before
// it, and prints its id.
type agreementMake struct {
	With    string       `required:"" placeholder:"NAME"`
	Every   call.Days    `placeholder:"DAYS"`
	Minutes call.Minutes `placeholder:"N"`
	Review  call.Day     `placeholder:"DAY"`
}

// Run ends with call.ExitConflict for somebody who is put away, and with
// call.ExitNotFound for a name that nobody has.
func (m agreementMake) Run(ctx context.Context, c *call.Call) error {
	return change(ctx, c, m.With, func(d *app.Desk, with app.ID) (app.ID, error) {
		a, err := d.NewAgreement(with)
		if err != nil {
			return 0, err
		}
		a.CadenceDays, a.Minutes = cmp.Or(int(m.Every), a.CadenceDays), cmp.Or(int(m.Minutes), a.Minutes)
		a.Review = cmp.Or(app.Day(m.Review), a.Review)
		return d.SaveAgreement(a)
	})
}

// agreementWrite writes what is agreed on one term, "-" for standard input.
type agreementWrite struct {
	call.Subject
	Term string `required:"" placeholder:"TERM" of:"term"`
	Text string `required:"" placeholder:"TEXT"`
}

// Run replaces what was agreed on the term; an empty text takes it away. It ends with
// call.ExitConflict unless the version is the latest, not signed and not ended.
func (w agreementWrite) Run(ctx context.Context, c *call.Call) error {
	return c.Write(ctx, w.Subject, w.Text, func(d *app.Desk, id app.ID, text string) error {
		a, err := d.Agreement(id)
		if err != nil {
			return err
		}
		_, err = d.SaveAgreement(a.Saying(app.Term(w.Term), text))
		return err
	})
}

// agreementList prints the versions agreed with somebody, or with anybody, the latest
// first.
type agreementList struct{ listing }

// Run prints id, number and days: from when it holds, when it was signed, is to be
// looked at, and ended. What hasn't come leaves its column empty.
func (l agreementList) Run(ctx context.Context, c *call.Call) error {
	return c.LookWith(ctx, l.With, func(d *app.Desk, with app.ID) error {
		of := func(a app.Agreement) shown.Agreement { return shown.AgreementOf(a, a.Due(d.Today())) }
		return call.ListOf(c, l.Listing, d.Agreements(with), of, func(a shown.Agreement) string {
			return fmt.Sprintf("%s  %2d  %s  %-10s  %-10s  %-10s", a.ID, a.Version, a.From, a.Signed, a.Review, a.Ended)
		})
	})
}

// agreementSign says when a version was signed on paper.
type agreementSign struct {
	call.Subject
	On call.Day `placeholder:"DAY"`
}

// Run takes today without --on. It ends with call.ExitConflict for a version that is
// signed already or has ended.
func (s agreementSign) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error {
		return d.SignAgreement(id, cmp.Or(app.Day(s.On), d.Today()))
	})
}

// agreementLook says that a version was looked at and stays.
type agreementLook struct{ call.Subject }

// Run puts the next look a year away. It ends with call.ExitConflict for a version that
// isn't in force.
func (l agreementLook) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, l.Subject, func(d *app.Desk, id app.ID) error { return d.LookAtAgreement(id) })
}

// agreementEnd says that a version ended today.
type agreementEnd struct{ call.Subject }

// Run ends with call.ExitConflict for a version that has ended already.
func (e agreementEnd) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, e.Subject, func(d *app.Desk, id app.ID) error { return d.EndAgreement(id) })
}

// agreementDrop takes a version away that isn't signed.
type agreementDrop struct{ call.Subject }

// Run ends with call.ExitConflict for a version that is signed.
func (r agreementDrop) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.DropAgreement(id) })
}
