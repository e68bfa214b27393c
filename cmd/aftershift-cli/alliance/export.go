package alliance

import (
	"context"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/sharing"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// ExportAgreement saves a version of what was agreed, to be signed by both.
type ExportAgreement struct {
	call.Subject
	sharing.Copying
}

// Run saves the copy.
func (e ExportAgreement) Run(ctx context.Context, c *call.Call) error {
	return export(ctx, c, e.Copying, e.Subject, "agreement", func(id app.ID) app.Paper { return app.AgreementPaper{Agreement: id} })
}

// ExportEvaluation saves how it goes with somebody, without what is private.
type ExportEvaluation struct {
	call.Subject
	sharing.Copying
}

// Run saves the copy.
func (e ExportEvaluation) Run(ctx context.Context, c *call.Call) error {
	return export(ctx, c, e.Copying, e.Subject, "evaluation", func(id app.ID) app.Paper { return app.EvaluationPaper{Evaluation: id} })
}

// ExportHandover saves what a supervisor needs who comes after another.
type ExportHandover struct {
	call.Subject
	sharing.Copying
}

// Run saves the copy.
func (e ExportHandover) Run(ctx context.Context, c *call.Call) error {
	return export(ctx, c, e.Copying, e.Subject, "supervisor", func(id app.ID) app.Paper { return app.HandoverPaper{With: id} })
}

// ExportCard saves how one works best with somebody.
type ExportCard struct {
	call.Subject
	sharing.Copying
}

// Run saves the copy.
func (e ExportCard) Run(ctx context.Context, c *call.Call) error {
	return export(ctx, c, e.Copying, e.Subject, "supervisor", func(id app.ID) app.Paper { return app.CardPaper{With: id} })
}

// ExportPractices saves what helped, without with whom it was found.
type ExportPractices struct{ sharing.Copying }

// Run saves the copy.
func (e ExportPractices) Run(ctx context.Context, c *call.Call) error {
	return sharing.Export(ctx, c, e.Copying, func(*app.Desk) (app.CopyOf, error) {
		return app.CopyOf{Paper: app.PracticesPaper{}}, nil
	})
}

// export saves the paper of one record, which must be of that kind.
func export(ctx context.Context, c *call.Call, as sharing.Copying, of call.Subject, kind string, paper func(app.ID) app.Paper) error {
	return sharing.Export(ctx, c, as, func(d *app.Desk) (app.CopyOf, error) {
		id := of.ID.ID()
		for _, known := range c.Known {
			if is, _ := known(d, id); is == kind {
				return app.CopyOf{Paper: paper(id)}, nil
			}
		}
		return app.CopyOf{}, c.Told(d, id, fault.New(fault.NotFound, "find what to copy"))
	})
}
