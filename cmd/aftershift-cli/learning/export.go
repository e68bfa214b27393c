package learning

import (
	"cmp"
	"context"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/sharing"
	"aftershift/internal/app"
)

// ExportHours saves the sheet of hours of a period, for one supervisor to sign.
type ExportHours struct {
	From  call.Day `required:"" placeholder:"DAY"`
	Until call.Day `placeholder:"DAY"`
	With  string   `placeholder:"NAME"`
	sharing.Copying
}

// Run saves the copy, with hours up to today without --until. It ends with
// call.ExitInvalid for a period that ends before it begins.
func (e ExportHours) Run(ctx context.Context, c *call.Call) error {
	return sharing.Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		with, err := c.SupervisorNamed(d, e.With)
		until := cmp.Or(app.Day(e.Until), d.Today())
		if err == nil && until < app.Day(e.From) {
			err = c.Refused(call.ExitInvalid, "cli.hint.export.period", "cli.error.export.period")
		}
		return app.CopyOf{Paper: app.HoursPaper{With: with, From: app.Day(e.From), Until: until}}, err
	})
}

// ExportCPD saves a piece as it is handed in.
type ExportCPD struct {
	call.Subject
	sharing.Copying
}

// Run saves the copy. It ends with call.ExitNotFound for an id that is no piece's.
func (e ExportCPD) Run(ctx context.Context, c *call.Call) error {
	return sharing.Export(ctx, c, e.Copying, func(d *app.Desk) (app.CopyOf, error) {
		_, err := d.Piece(e.ID.ID())
		return app.CopyOf{Paper: app.CPDPaper{Piece: e.ID.ID()}}, c.Told(d, e.ID.ID(), err)
	})
}

// ExportEvidence saves the index of the evidence for each competence.
type ExportEvidence struct{ sharing.Copying }

// Run saves the copy.
func (e ExportEvidence) Run(ctx context.Context, c *call.Call) error {
	return sharing.Export(ctx, c, e.Copying, func(*app.Desk) (app.CopyOf, error) {
		return app.CopyOf{Paper: app.EvidencePaper{}}, nil
	})
}
