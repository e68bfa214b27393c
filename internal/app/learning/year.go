package learning

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// Year is the page of a year: what it needs, what there is, and what could become a
// piece.
type Year struct {
	Pack        learning.Pack // framework in use; ID "": none
	From, Until journal.Date
	Pieces      []learning.Piece // of the year, the latest first
	Earlier     int              // pieces of other years
	Verdicts    []learning.Verdict
	Needs       []learning.Need
}

// Year returns the present year by the framework in use.
func (d *Desk) Year() (y Year) {
	b, today := d.Library().Board(), d.Today()
	y.Pack, _, _ = d.Pack(learning.ForCPD)
	y.From, y.Until = y.Pack.Year(today)
	all := learning.Pieces(b)
	for _, p := range all {
		if y.From <= p.Date && p.Date <= y.Until {
			y.Pieces = append(y.Pieces, p)
		}
	}
	y.Earlier = len(all) - len(y.Pieces)
	y.Verdicts = learning.Judge(y.Pack, learning.Log{Pieces: all, Today: today})
	y.Needs = learning.Needs(b, d.Library().Overviews())
	return y
}

// entry returns an entry that isn't deleted, and whether there is one.
func (d *Desk) entry(id journal.ID) (journal.Overview, bool) {
	o, there := d.Library().Overview(id)
	return o, there && o.Trashed == nil
}

// Question is a question of the framework, and how it is said.
type Question = learning.Named

// QuestionNames returns the ids of questions, as they are typed.
func QuestionNames(all []Question) string {
	var names []string
	for _, q := range all {
		names = append(names, q.ID)
	}
	return strings.Join(names, ", ")
}

// Questions returns what a piece is asked: by its own framework, where it has one and
// it is known, else by the one in use.
func (d *Desk) Questions(p learning.Piece) []Question {
	pack, _, _ := d.Pack(learning.ForCPD)
	if i := slices.IndexFunc(d.shipped, func(s learning.Pack) bool { return s.ID == p.Framework }); i >= 0 && p.Framework != pack.ID {
		pack = d.shipped[i]
	}
	if len(pack.Questions) == 0 {
		i := slices.IndexFunc(d.shipped, func(s learning.Pack) bool { return s.ID == plainFramework })
		pack = d.shipped[max(i, 0)]
	}
	return pack.Questions
}

// plainFramework has the questions where no framework is in use.
const plainFramework = "own-year"

// Piece returns a piece, or fault.NotFound.
func (d *Desk) Piece(id journal.ID) (learning.Piece, error) {
	return supervision.Find[learning.Piece](d.Library().Board(), id)
}

// Pieces returns every piece, the latest first.
func (d *Desk) Pieces() []learning.Piece { return learning.Pieces(d.Library().Board()) }

// Needs returns what came up to learn and isn't in a piece yet.
func (d *Desk) Needs() []learning.Need {
	return learning.Needs(d.Library().Board(), d.Library().Overviews())
}

// MakePiece makes a piece of a need in one step: its title and the words that were
// written to be shared, as the answer to what was learned. It gives the
// errors of SavePiece, and can be undone.
func (d *Desk) MakePiece(n learning.Need) (journal.ID, error) {
	p := learning.Piece{Title: journal.Excerpt(n.Title, 200), Date: n.On, Item: n.Item, Session: n.Session}
	if n.Entry != 0 {
		p.Entries = []journal.ID{n.Entry}
	}
	if n.Group {
		p.PeerSession, p.PeerOn = n.Session, n.On
	}
	return d.SavePiece(d.learned(p, n.Words))
}

// learned returns the piece with words as the answer to what was learned.
func (d *Desk) learned(p learning.Piece, words string) learning.Piece {
	for _, q := range d.Questions(p) {
		if q.ID == "learned" {
			p = p.Answering(q.ID, words)
		}
	}
	return p
}

// PieceFrom returns the piece that an entry is in, else one to begin with (ID 0): of the
// entry's day, with the title and the words that were written to be shared, and nothing
// else of it. It gives fault.NotFound.
func (d *Desk) PieceFrom(entry journal.ID) (learning.Piece, error) {
	for _, p := range d.Pieces() {
		if slices.Contains(p.Entries, entry) {
			return p, nil
		}
	}
	o, there := d.entry(entry)
	if !there {
		return learning.Piece{}, fault.New(fault.NotFound, "piece from entry")
	}
	p := learning.Piece{Title: journal.Excerpt(o.Share.Title, 200), Date: o.Date, Entries: []journal.ID{entry}}
	return d.learned(p, o.Share.Words), nil
}

// SavePiece adds a piece (ID 0) or replaces it. It gives fault.Invalid and
// fault.NotFound, and can be undone.
func (d *Desk) SavePiece(p learning.Piece) (journal.ID, error) {
	if p.ID != 0 {
		return p.ID, d.Change(learning.EditPiece(p))
	}
	if p.Date == "" {
		p.Date = d.Today()
	}
	if pack, _, is := d.Pack(learning.ForCPD); is && p.Framework == "" {
		p.Framework = pack.ID
	}
	return d.Make(func(id journal.ID) supervision.Op {
		p.ID = id
		return learning.AddPiece(p)
	})
}

// RemovePiece takes a piece away. It gives fault.NotFound, and can be undone.
func (d *Desk) RemovePiece(id journal.ID) error { return d.Change(learning.RemovePiece(id)) }
