package learning

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool
	Year() app.Year
	HoursLog() app.HoursLog
	Competences() app.Competences
	MakePiece(n app.Need) (journal.ID, error)
	SavePiece(p app.CPDPiece) (journal.ID, error)
	RemovePiece(id journal.ID) error
	AddEvidence(v app.Evidence) (journal.ID, error)
	LogWeek(e app.WeekEntry) error
	FillHours() (int, error)
	SignWeeks(with journal.ID, from, until, on journal.Date, keptAt string) error
	ChoosePack(id string, since journal.Date) error
	SetSince(purpose app.Purpose, since journal.Date) error
	DropPack(purpose app.Purpose) error
	SetFigure(purpose app.Purpose, rule string, figure float64) error
}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Year        app.Year
	Competences app.Competences
	Hours       app.HoursLog
}

// piece returns a piece of the year.
func (s State) piece(id journal.ID) (app.CPDPiece, bool) {
	return present.Find(s.Year.Pieces, func(p app.CPDPiece) bool { return p.ID == id })
}

// week returns what was logged for a week, nothing for one without hours.
func (s State) week(monday journal.Date) app.HoursWeek {
	for _, w := range s.Hours.Weeks {
		if w.Monday == monday {
			return w
		}
	}
	return app.HoursWeek{Monday: monday}
}

// presenter decides what the page shows and does.
type presenter struct {
	*present.Presenter[State]
	book book
}

func newPresenter(b book, do func(func()), v present.Voice[State]) *presenter {
	return &presenter{present.NewPresenter(b.Do, do, func() State { return read(b) }, v), b}
}

// read returns the state as the journal has it now; it runs off the main goroutine.
func read(b book) State {
	return State{Year: b.Year(), Competences: b.Competences(), Hours: b.HoursLog()}
}

// Make makes a piece of what came up to learn.
func (p *presenter) Make(n app.Need) {
	p.Act("learning.said.made", func() error { _, err := p.book.MakePiece(n); return err })
}

// Save keeps a piece, and that it shows the competences. It stops at the first error;
// what was kept before that stays.
func (p *presenter) Save(piece app.CPDPiece, shows []string) {
	p.Act("learning.said.kept", func() error {
		id, err := p.book.SavePiece(piece)
		for _, domain := range shows {
			if err == nil {
				_, err = p.book.AddEvidence(app.Evidence{Domain: domain, Piece: id})
			}
		}
		return err
	})
}

// Remove takes a piece away.
func (p *presenter) Remove(id journal.ID) {
	p.Act("learning.said.removed", func() error { return p.book.RemovePiece(id) })
}

// Log makes the hours of a week what was typed.
func (p *presenter) Log(e app.WeekEntry) {
	p.Act("learning.said.logged", func() error { return p.book.LogWeek(e) })
}

// Fill adds a line for each held session.
func (p *presenter) Fill() {
	p.Act("learning.said.fill", func() error { _, err := p.book.FillHours(); return err })
}

// Sign says when the sheet of a period was signed, and where it is kept.
func (p *presenter) Sign(with journal.ID, from, until, on journal.Date, keptAt string) {
	p.Act("learning.said.signed", func() error { return p.book.SignWeeks(with, from, until, on, keptAt) })
}

// Choose uses a pack from a day on; "" stops using one for the purpose.
func (p *presenter) Choose(purpose app.Purpose, id string, since journal.Date) {
	p.Act("learning.said.rules", func() error {
		if id == "" {
			return p.book.DropPack(purpose)
		}
		return p.book.ChoosePack(id, since)
	})
}

// Since changes from which day on things count.
func (p *presenter) Since(purpose app.Purpose, since journal.Date) {
	p.Act("learning.said.rules", func() error { return p.book.SetSince(purpose, since) })
}

// Figure changes one figure of the rules in use.
func (p *presenter) Figure(purpose app.Purpose, rule string, figure float64) {
	p.Act("learning.said.rules", func() error { return p.book.SetFigure(purpose, rule, figure) })
}
