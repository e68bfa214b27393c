package actions

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool
	Deeds() app.Deeds
	SaveAction(a supervision.Action) (journal.ID, error)
	DoneAction(id journal.ID, worked supervision.Worked) error
	DidItWork(id journal.ID, worked supervision.Worked) error
	GiveUpAction(id journal.ID, reason string) error
	ReopenAction(id journal.ID) error
}

// Group is a part of the list; Name is the end of its text key.
type Group struct {
	Name  string
	Deeds []app.Deed
}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Groups []Group // those that have an action, in the order of showing
}

func (s State) deed(id journal.ID) (app.Deed, bool) {
	for _, g := range s.Groups {
		for _, d := range g.Deeds {
			if d.ID == id {
				return d, true
			}
		}
	}
	return app.Deed{}, false
}

// voice is how the presenter speaks: show what is, say what was done by a text
// key, tell what went wrong.
type voice struct {
	show   func(State)
	said   func(key string)
	failed func(error)
}

// presenter decides what the page shows and does. It belongs to the main
// goroutine, to which do brings what comes back from the journal.
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

// Refresh reads the actions anew, off the main goroutine, and shows them.
func (p *presenter) Refresh() { p.reading.Again() }

func (p *presenter) arrived(next State) {
	p.state, p.read = next, true
	p.show(next)
}

func read(b book) (s State) {
	all := b.Deeds()
	for _, g := range []Group{
		{"overdue", all.Overdue},
		{"week", all.ThisWeek},
		{"waiting", all.Waiting},
		{"later", all.Later},
		{"done", all.Done},
		{"dropped", all.Dropped},
	} {
		if len(g.Deeds) > 0 {
			s.Groups = append(s.Groups, g)
		}
	}
	return s
}

// Save keeps an action as edited; one without an ID is new.
func (p *presenter) Save(a supervision.Action) {
	key := "actions.said.changed"
	if a.ID == 0 {
		key = "actions.said.added"
	}
	p.act(key, func() error { _, err := p.book.SaveAction(a); return err })
}

// SetDone marks an action as done today, or opens it again.
func (p *presenter) SetDone(id journal.ID, done bool) {
	if done {
		p.act("actions.said.done", func() error { return p.book.DoneAction(id, "") })
		return
	}
	p.act("actions.said.reopened", func() error { return p.book.ReopenAction(id) })
}

// Worked says of a done action whether it worked.
func (p *presenter) Worked(id journal.ID, worked supervision.Worked) {
	p.act("actions.said.noted", func() error { return p.book.DidItWork(id, worked) })
}

// GiveUp drops an action and says why.
func (p *presenter) GiveUp(id journal.ID, reason string) {
	p.act("actions.said.dropped", func() error { return p.book.GiveUpAction(id, reason) })
}

// act changes the journal off the main goroutine, and then says what was done.
func (p *presenter) act(key string, change func() error) {
	present.Act{Work: p.book.Do, Main: p.do, Failed: p.refused}.Do(change, func() { p.said(key) })
}

// refused tells of an error, and reads everything again, so that nothing stays on
// the screen that isn't so.
func (p *presenter) refused(err error) {
	p.failed(err)
	p.Refresh()
}
