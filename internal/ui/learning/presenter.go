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
	for _, p := range s.Year.Pieces {
		if p.ID == id {
			return p, true
		}
	}
	return app.CPDPiece{}, false
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

// voice is how the presenter speaks: show what is, say what was done by a text key,
// tell what went wrong.
type voice struct {
	show   func(State)
	said   func(key string)
	failed func(error)
}

// presenter decides what the page shows and does. It belongs to the main goroutine,
// to which do brings what comes back from the journal.
type presenter struct {
	book book
	do   func(func())
	voice
	state   State
	reading *present.Reading[State]
	read    bool // state is what was read
}

func newPresenter(b book, do func(func()), v voice) *presenter {
	p := &presenter{book: b, do: do, voice: v}
	p.reading = present.NewReading(b.Do, do, func() func() State { return func() State { return read(b) } }, p.arrived)
	return p
}

func read(b book) State {
	return State{Year: b.Year(), Competences: b.Competences(), Hours: b.HoursLog()}
}

// Refresh reads everything again, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

func (p *presenter) arrived(next State) {
	p.state, p.read = next, true
	p.show(next)
}

// act changes the journal off the main goroutine, and then says what was done.
func (p *presenter) act(key string, change func() error) {
	present.Act{Work: p.book.Do, Main: p.do, Failed: p.refused}.Do(change, func() { p.said(key) })
}

// refused tells of an error, and reads everything again, so that nothing stays on the
// screen that isn't so.
func (p *presenter) refused(err error) {
	p.failed(err)
	p.Refresh()
}

// Make makes a piece of what came up to learn.
func (p *presenter) Make(n app.Need) {
	p.act("learning.said.made", func() error { _, err := p.book.MakePiece(n); return err })
}

// Save keeps a piece, and that it shows the competences.
func (p *presenter) Save(piece app.CPDPiece, shows []string) {
	p.act("learning.said.kept", func() error {
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
	p.act("learning.said.removed", func() error { return p.book.RemovePiece(id) })
}

// Log makes the hours of a week what was typed.
func (p *presenter) Log(e app.WeekEntry) {
	p.act("learning.said.logged", func() error { return p.book.LogWeek(e) })
}

// Fill adds a line for each held session.
func (p *presenter) Fill() {
	p.act("learning.said.fill", func() error { _, err := p.book.FillHours(); return err })
}

// Sign says when the sheet of a period was signed, and where it is kept.
func (p *presenter) Sign(with journal.ID, from, until, on journal.Date, keptAt string) {
	p.act("learning.said.signed", func() error { return p.book.SignWeeks(with, from, until, on, keptAt) })
}

// Choose uses a pack from a day on; "" stops using one for the purpose.
func (p *presenter) Choose(purpose app.Purpose, id string, since journal.Date) {
	p.act("learning.said.rules", func() error {
		if id == "" {
			return p.book.DropPack(purpose)
		}
		return p.book.ChoosePack(id, since)
	})
}

// Since changes from which day on things count.
func (p *presenter) Since(purpose app.Purpose, since journal.Date) {
	p.act("learning.said.rules", func() error { return p.book.SetSince(purpose, since) })
}

// Figure changes one figure of the rules in use.
func (p *presenter) Figure(purpose app.Purpose, rule string, figure float64) {
	p.act("learning.said.rules", func() error { return p.book.SetFigure(purpose, rule, figure) })
}
