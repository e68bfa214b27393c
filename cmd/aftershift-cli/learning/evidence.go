package learning

import (
	"context"
	"fmt"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// evidenceMap prints how much evidence there is for each competence.
type evidenceMap struct{ call.Listing }

func (m evidenceMap) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		is := d.Competences()
		if is.Pack.ID == "" {
			return c.Refused(call.ExitNotFound, "cli.hint.rules", "cli.refused.rules")
		}
		var all []shown.Competence
		for _, r := range is.Rows {
			all = append(all, shown.CompetenceOf(r, r.Thin(is.Today)))
		}
		return call.List(c, m.Listing, all, func(r shown.Competence) string {
			return fmt.Sprintf("%-4s  %3d  %-10s  %s", r.ID, r.Entries+r.Items+r.Pieces+r.Feedback, r.Last, r.Name)
		})
	})
}

// evidenceAdd says that an entry, an item, a piece or feedback shows a competence.
type evidenceAdd struct {
	Domain   string  `arg:""`
	Entry    call.ID `placeholder:"ID"`
	Item     call.ID `placeholder:"ID"`
	Piece    call.ID `placeholder:"ID"`
	Feedback string  `placeholder:"TEXT"`
}

func (a evidenceAdd) Run(ctx context.Context, c *call.Call) error {
	v := app.Evidence{Domain: a.Domain, Entry: a.Entry.ID(), Item: a.Item.ID(), Piece: a.Piece.ID(), Feedback: a.Feedback}
	return c.Change(ctx, func(d *app.Desk) error {
		id, err := d.AddEvidence(v)
		switch fault.KindOf(err) {
		case fault.NotFound:
			return c.Refused(call.ExitNotFound, "cli.hint.evidence", "cli.refused.evidence")
		case fault.Invalid:
			return c.Refused(call.ExitInvalid, "cli.hint.evidence", "cli.refused.evidence.one")
		}
		if err != nil {
			return err
		}
		return c.Print(id.String())
	})
}

// evidenceList prints the evidence for one competence, or for all.
type evidenceList struct {
	Domain string `arg:"" optional:""`
	call.Listing
}

func (l evidenceList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		var all []shown.Evidence
		for _, v := range d.EvidenceFor(l.Domain) {
			all = append(all, shown.EvidenceOf(v, d.Shown(v)))
		}
		return call.List(c, l.Listing, all, func(v shown.Evidence) string {
			return fmt.Sprintf("%s  %s  %-4s  %-8s  %s", v.ID, v.On, v.Domain, v.Kind, v.Title)
		})
	})
}

// evidenceRemove takes evidence away, not what it is of.
type evidenceRemove struct{ call.Subject }

func (r evidenceRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveEvidence(id) })
}
