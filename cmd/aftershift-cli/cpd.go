package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// cpdNeeds prints what came up to learn and isn't in a piece yet.
type cpdNeeds struct{ listing }

func (n cpdNeeds) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		var all []shown.Need
		for _, need := range d.Needs() {
			all = append(all, shown.NeedOf(need))
		}
		return listed(c, n.listing, all, func(n shown.Need) string { return fmt.Sprintf("%s  %s  %s", n.ID, n.On, n.Title) })
	})
}

// cpdMake makes a piece of what came up to learn, by the id of its item or entry.
type cpdMake struct{ subject }

func (m cpdMake) run(ctx context.Context, c *call) error {
	return c.about(ctx, m.subject, func(d *app.Desk, id app.ID) error {
		for _, need := range d.Needs() {
			if cmp.Or(need.Item, need.Entry) == id {
				made, err := d.MakePiece(need)
				if err != nil {
					return err
				}
				return c.print(made.String())
			}
		}
		return fault.New(fault.NotFound, "find what to learn")
	})
}

// cpdAdd adds a piece and prints its id.
type cpdAdd struct {
	Title    []string `arg:""`
	Date     day      `placeholder:"DAY"`
	Hours    string   `placeholder:"H"`
	Category string   `placeholder:"NAME"`
}

func (a cpdAdd) run(ctx context.Context, c *call) error {
	n, ok := app.ReadHours(a.Hours)
	if !ok {
		return c.usage("cli.usage.hours", a.Hours, "1.5, 1:30")
	}
	p := app.CPDPiece{Title: strings.Join(a.Title, " "), Date: app.Day(a.Date), Minutes: n, Category: a.Category}
	return c.change(ctx, func(d *app.Desk) error {
		id, err := d.SavePiece(p)
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

// cpdWrite writes the answer to one question of a piece, "-" for standard input.
type cpdWrite struct {
	subject
	Question string `required:"" placeholder:"NAME"`
	Text     string `required:"" placeholder:"TEXT"`
}

func (w cpdWrite) run(ctx context.Context, c *call) error {
	text, err := c.text(w.Text)
	if err != nil {
		return err
	}
	return c.about(ctx, w.subject, func(d *app.Desk, id app.ID) error {
		p, err := d.Piece(id)
		if err != nil {
			return err
		}
		all := d.Questions(p)
		i := slices.IndexFunc(all, func(q app.Question) bool { return q.ID == w.Question })
		switch {
		case i < 0:
			return c.usage("cli.usage.question", w.Question, app.QuestionNames(all))
		case all[i].Peer:
			p.Peer, p.PeerOn = text, cmp.Or(p.PeerOn, d.Today())
		default:
			p = p.Answering(w.Question, text)
		}
		_, err = d.SavePiece(p)
		return err
	})
}

// cpdRecord says that a piece was handed in.
type cpdRecord struct {
	subject
	On day `placeholder:"DAY"`
}

func (r cpdRecord) run(ctx context.Context, c *call) error {
	return c.about(ctx, r.subject, func(d *app.Desk, id app.ID) error {
		p, err := d.Piece(id)
		if err != nil {
			return err
		}
		p.Recorded = cmp.Or(app.Day(r.On), d.Today())
		_, err = d.SavePiece(p)
		return err
	})
}

// cpdList prints the pieces, the latest first.
type cpdList struct{ listing }

func (l cpdList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		var all []shown.Piece
		for _, p := range d.Pieces() {
			all = append(all, shown.PieceOf(p))
		}
		return listed(c, l.listing, all, func(p shown.Piece) string {
			return fmt.Sprintf("%s  %s  %-10s  %s", p.ID, p.Date, p.Recorded, p.Title)
		})
	})
}

// cpdCheck holds the year's pieces against the framework in use.
type cpdCheck struct{ listing }

func (k cpdCheck) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		y := d.Year()
		return c.verdicts(d, y.Pack, y.Verdicts, k.listing)
	})
}

// evidenceMap prints how much evidence there is for each competence.
type evidenceMap struct{ listing }

func (m evidenceMap) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		is := d.Competences()
		if is.Pack.ID == "" {
			return c.refused(exitNotFound, "cli.hint.rules", "cli.refused.rules")
		}
		var all []shown.Competence
		for _, r := range is.Rows {
			all = append(all, shown.CompetenceOf(r, r.Thin(is.Today)))
		}
		return listed(c, m.listing, all, func(r shown.Competence) string {
			return fmt.Sprintf("%-4s  %3d  %-10s  %s", r.ID, r.Entries+r.Items+r.Pieces+r.Feedback, r.Last, r.Name)
		})
	})
}

// evidenceAdd says that an entry, an item, a piece or feedback shows a competence.
type evidenceAdd struct {
	Domain   string  `arg:""`
	Entry    typedID `placeholder:"ID"`
	Item     typedID `placeholder:"ID"`
	Piece    typedID `placeholder:"ID"`
	Feedback string  `placeholder:"TEXT"`
}

func (a evidenceAdd) run(ctx context.Context, c *call) error {
	v := app.Evidence{Domain: a.Domain, Entry: a.Entry.id(), Item: a.Item.id(), Piece: a.Piece.id(), Feedback: a.Feedback}
	return c.change(ctx, func(d *app.Desk) error {
		id, err := d.AddEvidence(v)
		switch fault.KindOf(err) {
		case fault.NotFound:
			return c.refused(exitNotFound, "cli.hint.evidence", "cli.refused.evidence")
		case fault.Invalid:
			return c.refused(exitInvalid, "cli.hint.evidence", "cli.refused.evidence.one")
		}
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

// evidenceList prints the evidence for one competence, or for all.
type evidenceList struct {
	Domain string `arg:"" optional:""`
	listing
}

func (l evidenceList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		var all []shown.Evidence
		for _, v := range d.EvidenceFor(l.Domain) {
			all = append(all, shown.EvidenceOf(v, d.Shown(v)))
		}
		return listed(c, l.listing, all, func(v shown.Evidence) string {
			return fmt.Sprintf("%s  %s  %-4s  %-8s  %s", v.ID, v.On, v.Domain, v.Kind, v.Title)
		})
	})
}

// evidenceRemove takes evidence away, not what it is of.
type evidenceRemove struct{ subject }

func (r evidenceRemove) run(ctx context.Context, c *call) error {
	return c.about(ctx, r.subject, func(d *app.Desk, id app.ID) error { return d.RemoveEvidence(id) })
}

// exportHours saves the sheet of hours of a period, for one supervisor to sign.
type exportHours struct {
	From  day    `required:"" placeholder:"DAY"`
	Until day    `placeholder:"DAY"`
	With  string `placeholder:"NAME"`
	copying
}

func (e exportHours) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		with, err := c.supervisorNamed(d, e.With)
		until := cmp.Or(app.Day(e.Until), d.Today())
		if err == nil && until < app.Day(e.From) {
			err = c.refused(exitInvalid, "cli.hint.export.period", "cli.error.export.period")
		}
		return app.CopyOf{Paper: app.HoursPaper{With: with, From: app.Day(e.From), Until: until}}, err
	})
}

// exportCPD saves a piece as it is handed in.
type exportCPD struct {
	subject
	copying
}

func (e exportCPD) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(d *app.Desk) (app.CopyOf, error) {
		_, err := d.Piece(e.ID.id())
		return app.CopyOf{Paper: app.CPDPaper{Piece: e.ID.id()}}, c.told(d, e.ID.id(), err)
	})
}

// exportEvidence saves the index of the evidence for each competence.
type exportEvidence struct{ copying }

func (e exportEvidence) run(ctx context.Context, c *call) error {
	return c.export(ctx, e.copying, func(*app.Desk) (app.CopyOf, error) {
		return app.CopyOf{Paper: app.EvidencePaper{}}, nil
	})
}
