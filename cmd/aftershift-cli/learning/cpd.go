package learning

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// cpdNeeds prints what came up to learn and isn't in a piece yet.
type cpdNeeds struct{ call.Listing }

// Run prints the id that cpd make takes, the day and the title.
func (n cpdNeeds) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		return call.ListOf(c, n.Listing, d.Needs(), shown.NeedOf, func(n shown.Need) string { return fmt.Sprintf("%s  %s  %s", n.ID, n.On, n.Title) })
	})
}

// cpdMake makes a piece of what came up to learn, by the id of its item or entry.
type cpdMake struct{ call.Subject }

// Run ends with call.ExitNotFound also for what is in a piece already.
func (m cpdMake) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, m.Subject, func(d *app.Desk, id app.ID) error {
		for _, need := range d.Needs() {
			if cmp.Or(need.Item, need.Entry) == id {
				return c.Made(d.MakePiece(need))
			}
		}
		return fault.New(fault.NotFound, "find what to learn")
	})
}

// cpdAdd adds a piece and prints its id.
type cpdAdd struct {
	Title    []string `arg:""`
	Date     call.Day `placeholder:"DAY"`
	Hours    string   `placeholder:"H"`
	Category string   `placeholder:"NAME"`
}

// Run takes today without --date, and no time without --hours. Hours that can't be read
// are call.ExitUsage.
func (a cpdAdd) Run(ctx context.Context, c *call.Call) error {
	n, ok := app.ReadHours(a.Hours)
	if !ok {
		return c.Usage("cli.usage.hours", a.Hours, "1.5, 1:30")
	}
	p := app.CPDPiece{Title: strings.Join(a.Title, " "), Date: app.Day(a.Date), Minutes: n, Category: a.Category}
	return c.Change(ctx, func(d *app.Desk) error { return c.Made(d.SavePiece(p)) })
}

// cpdWrite writes the answer to one question of a piece, "-" for standard input.
type cpdWrite struct {
	call.Subject
	Question string `required:"" placeholder:"NAME"`
	Text     string `required:"" placeholder:"TEXT"`
}

// Run ends with call.ExitUsage for a question that the piece isn't asked, and names
// those that it is. The reflection with a peer keeps its day, and gets today's without
// one.
func (w cpdWrite) Run(ctx context.Context, c *call.Call) error {
	return c.Write(ctx, w.Subject, w.Text, func(d *app.Desk, id app.ID, text string) error {
		return changePiece(d, id, func(p *app.CPDPiece) error {
			all := d.Questions(*p)
			i := slices.IndexFunc(all, func(q app.Question) bool { return q.ID == w.Question })
			switch {
			case i < 0:
				return c.Usage("cli.usage.question", w.Question, app.QuestionNames(all))
			case all[i].Peer:
				p.Peer, p.PeerOn = text, cmp.Or(p.PeerOn, d.Today())
			default:
				*p = p.Answering(w.Question, text)
			}
			return nil
		})
	})
}

// changePiece keeps the piece as to makes it.
func changePiece(d *app.Desk, id app.ID, to func(*app.CPDPiece) error) error {
	p, err := d.Piece(id)
	if err == nil {
		err = to(&p)
	}
	if err == nil {
		_, err = d.SavePiece(p)
	}
	return err
}

// cpdRecord says that a piece was handed in.
type cpdRecord struct {
	call.Subject
	On call.Day `placeholder:"DAY"`
}

// Run takes today without --on, and puts the day in the place of an earlier one.
func (r cpdRecord) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error {
		return changePiece(d, id, func(p *app.CPDPiece) error {
			p.Recorded = cmp.Or(app.Day(r.On), d.Today())
			return nil
		})
	})
}

// cpdList prints the pieces, the latest first.
type cpdList struct{ call.Listing }

// Run prints id, day, the day on which the piece was handed in, if it was, and title.
func (l cpdList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		return call.ListOf(c, l.Listing, d.Pieces(), shown.PieceOf, func(p shown.Piece) string {
			return fmt.Sprintf("%s  %s  %-10s  %s", p.ID, p.Date, p.Recorded, p.Title)
		})
	})
}

// cpdCheck holds the year's pieces against the framework in use.
type cpdCheck struct{ call.Listing }

// Run ends with call.ExitNotFound where no framework is in use.
func (k cpdCheck) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		y := d.Year()
		return printVerdicts(c, d, y.Pack, y.Verdicts, k.Listing)
	})
}
