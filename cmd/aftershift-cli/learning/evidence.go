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

// Run adds up for people what JSON counts apart: entries, items, pieces and feedback.
// It ends with call.ExitNotFound where no set of competences is in use.
func (m evidenceMap) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		is := d.Competences()
		if is.Pack.ID == "" {
			return c.Refused(call.ExitNotFound, "cli.hint.rules", "cli.refused.rules")
		}
		of := func(r app.Competence) shown.Competence { return shown.CompetenceOf(r, r.Thin(is.Today)) }
		return call.ListOf(c, m.Listing, is.Rows, of, func(r shown.Competence) string {
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

// Run takes exactly one of the four, else it ends with call.ExitInvalid; with
// call.ExitNotFound for a competence or a thing that isn't there.
func (a evidenceAdd) Run(ctx context.Context, c *call.Call) error {
	v := app.Evidence{Domain: a.Domain, Entry: a.Entry.ID(), Item: a.Item.ID(), Piece: a.Piece.ID(), Feedback: a.Feedback}
	return c.Change(ctx, func(d *app.Desk) error {
		id, err := d.AddEvidence(v)
		err = c.Instead(err, fault.NotFound, "cli.hint.evidence", "cli.refused.evidence")
		return c.Made(id, c.Instead(err, fault.Invalid, "cli.hint.evidence", "cli.refused.evidence.one"))
	})
}

// evidenceList prints the evidence for one competence, or for all.
type evidenceList struct {
	Domain string `arg:"" optional:""`
	call.Listing
}

// Run names an entry by its title to share alone, which may be none.
func (l evidenceList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		of := func(v app.Evidence) shown.Evidence { return shown.EvidenceOf(v, d.Shown(v)) }
		return call.ListOf(c, l.Listing, d.EvidenceFor(l.Domain), of, func(v shown.Evidence) string {
			return fmt.Sprintf("%s  %s  %-4s  %-8s  %s", v.ID, v.On, v.Domain, v.Kind, v.Title)
		})
	})
}

// evidenceRemove takes evidence away, not what it is of.
type evidenceRemove struct{ call.Subject }

func (r evidenceRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveEvidence(id) })
}
