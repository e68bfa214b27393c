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

// deed returns the action of a row.
func (s State) deed(row string) (app.Deed, bool) {
	for _, g := range s.Groups {
		if d, is := present.Find(g.Deeds, func(d app.Deed) bool { return d.ID.String() == row }); is {
			return d, true
		}
	}
	return app.Deed{}, false
}

// presenter decides what the page shows and does.
type presenter struct {
	*present.Presenter[State]
	book book
}

func newPresenter(b book, do func(func()), v present.Voice[State]) *presenter {
	return &presenter{present.NewPresenter(b.Do, do, func() State { return read(b) }, v), b}
}

// read returns the actions in their groups, what presses first; it runs off the main
// goroutine.
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
	p.Act(key, func() error { _, err := p.book.SaveAction(a); return err })
}

// SetDone marks an action as done today, or opens it again.
func (p *presenter) SetDone(id journal.ID, done bool) {
	if done {
		p.Act("actions.said.done", func() error { return p.book.DoneAction(id, "") })
		return
	}
	p.Act("actions.said.reopened", func() error { return p.book.ReopenAction(id) })
}

// Worked says of a done action whether it worked.
func (p *presenter) Worked(id journal.ID, worked supervision.Worked) {
	p.Act("actions.said.noted", func() error { return p.book.DidItWork(id, worked) })
}

// GiveUp drops an action and says why.
func (p *presenter) GiveUp(id journal.ID, reason string) {
	p.Act("actions.said.dropped", func() error { return p.book.GiveUpAction(id, reason) })
}
