package people

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// alliance is what the presenter needs of an open journal for what stands between two.
type alliance interface {
	NetworkMap() app.NetworkMap
	AllianceDue() []app.ToReview
	Between(with journal.ID) (app.Between, error)
	Practices() []app.Practice
	Talked(with journal.ID) error
	TakeGoals(with journal.ID) error
	SignAgreement(id journal.ID, on journal.Date) error
	LookAtAgreement(id journal.ID) error
	Part(with journal.ID) error
}

// readBetween reads what stands between the writer and each of their people.
func readBetween(r alliance, s *State) {
	s.Map, s.Due, s.Helped, s.Between = r.NetworkMap(), r.AllianceDue(), r.Practices(), map[journal.ID]app.Between{}
	for _, each := range s.Support {
		if is, err := r.Between(each.ID); err == nil { // it was listed a moment ago
			s.Between[each.ID] = is
		}
	}
}

// hasNetwork reports whether there is something to say of a network: several people,
// something due, or something that helped. One supervisor alone is said where they stand.
func (s State) hasNetwork() bool {
	here := 0
	for _, each := range s.Support {
		if !each.Archived {
			here++
		}
	}
	return here > 1 || here == 1 && s.Map.Alone > 0 || len(s.Due)+len(s.Helped) > 0
}

// goal returns a goal, and whether it is there.
func (s State) goal(id journal.ID) (app.Goal, bool) {
	for _, is := range s.Between {
		if g, there := present.Find(is.Goals, func(g app.Goal) bool { return g.ID == id }); there {
			return g, true
		}
	}
	return app.Goal{}, false
}

// practice returns what helped; nothing where it isn't there.
func (s State) practice(id journal.ID) app.Practice {
	one, _ := present.Find(s.Helped, func(one app.Practice) bool { return one.ID == id })
	return one
}

// Talked says that both talked today.
func (p *presenter) Talked(r supervision.Relationship) {
	p.act("people.done.talked", r.Name, func() error { return p.register.Talked(r.ID) })
}

// TakeGoals makes goals of what was written in lines.
func (p *presenter) TakeGoals(r supervision.Relationship) {
	p.act("people.done.goals", r.Name, func() error { return p.register.TakeGoals(r.ID) })
}

// Sign says that the agreement was signed today.
func (p *presenter) Sign(is app.Between) {
	p.act("people.done.signed", is.Name, func() error { return p.register.SignAgreement(is.Agreement.ID, is.Today) })
}

// Looked says that the agreement was looked at and stays.
func (p *presenter) Looked(is app.Between) {
	p.act("people.done.looked", is.Name, func() error { return p.register.LookAtAgreement(is.Agreement.ID) })
}

// Part ends what is agreed with somebody and puts them away. While a session with them
// is planned it says so.
func (p *presenter) Part(is app.Between) {
	p.unlessPlanned("people.done.parted", is.Name, func() error { return p.register.Part(is.ID) })
}
