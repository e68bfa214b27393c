package supervision

import (
	"slices"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// AddTicked puts what is ticked on the agenda.
func (p *presenter) AddTicked() {
	session, items := p.state.Agenda.Session.ID, p.state.ticked()
	if len(items) == 0 || !p.state.Planned {
		return
	}
	p.acted("supervision.done.added", len(items), func() error { return p.book.AddToAgenda(session, items...) })
}

// JoinTicked makes one item of what is ticked; the first keeps its title.
func (p *presenter) JoinTicked() {
	items := p.state.ticked()
	if len(items) < 2 {
		return
	}
	p.acted("supervision.done.joined", len(items), func() error { return p.book.MergeItems(items[0], items[1:]...) })
}

// Withdraw takes a line out of what waits; its entry is no longer flagged.
func (p *presenter) Withdraw(id journal.ID) {
	l, found := p.state.line(id)
	if !found {
		return
	}
	p.acted("supervision.done.withdrawn", 0, func() error {
		if l.Item.ID == 0 {
			return p.book.Flag(l.Entry.ID, journal.NoFlag)
		}
		return p.book.WithdrawItem(l.Item.ID)
	})
}

// TakeOff puts an item of the agenda back to what waits.
func (p *presenter) TakeOff(item journal.ID) {
	p.acted("supervision.done.taken_off", 0, func() error { return p.book.TakeOff(item) })
}

// Move moves an item to a place on the agenda, 0 first.
func (p *presenter) Move(item journal.ID, to int) {
	session := p.state.Agenda.Session.ID
	p.acted("supervision.done.reordered", to+1, func() error { return p.book.MoveItem(session, item, to) })
}

// SuggestOrder arranges the agenda.
func (p *presenter) SuggestOrder() {
	session, n := p.state.Agenda.Session.ID, len(p.state.Agenda.Items)
	p.acted("supervision.done.ordered", n, func() error { return p.book.SuggestOrder(session) })
}

// AddStanding puts standing items on the agenda.
func (p *presenter) AddStanding(kinds ...supervision.StandingKind) {
	session := p.state.Agenda.Session.ID
	p.acted("supervision.done.added", len(kinds), func() error { return p.book.AddStanding(session, kinds...) })
}

// UsualLeft gives the standing items that are usual for the kind of session and
// not on the agenda yet.
func (p *presenter) UsualLeft() []supervision.StandingKind {
	left := p.StandingLeft()
	return slices.DeleteFunc(supervision.UsualStanding(p.state.Agenda.Session.Kind), func(k supervision.StandingKind) bool {
		return !slices.Contains(left, k)
	})
}

// StandingLeft gives the standing items that are not on the agenda yet.
func (p *presenter) StandingLeft() (kinds []supervision.StandingKind) {
	on := map[supervision.StandingKind]bool{}
	for _, it := range p.state.Agenda.Items {
		on[it.Standing] = true
	}
	for _, k := range supervision.StandingKinds() {
		if !on[k] {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// SaveItem keeps an item as it was edited. One without an ID is new: it goes on
// the agenda, or waits while no session is planned.
func (p *presenter) SaveItem(it supervision.AgendaItem) {
	session, planned := p.state.Agenda.Session.ID, p.state.Planned
	if it.ID != 0 {
		p.acted("supervision.done.edited", 0, func() error { _, err := p.book.SaveItem(it); return err })
		return
	}
	p.acted("supervision.done.added", 1, func() (err error) {
		if planned {
			_, err = p.book.AddNewItem(session, it)
		} else {
			_, err = p.book.SaveItem(it)
		}
		return err
	})
}

// Split makes a further item of the entries behind one, in the same place.
func (p *presenter) Split(of journal.ID, part supervision.AgendaItem) {
	p.acted("supervision.done.split", 0, func() error { _, err := p.book.SplitItem(of, part); return err })
}

// WriteWords keeps the words to share of a flagged entry that had none.
func (p *presenter) WriteWords(entry journal.ID, it supervision.AgendaItem) {
	share := journal.Share{Title: it.Title, Words: it.Words, Want: string(it.Want), Minutes: it.Minutes, WhoKnows: it.WhoKnows}
	p.acted("supervision.done.words", 0, func() error { return p.book.SetShare(entry, share) })
}

// Plan plans a session or moves one, keeps the line for oneself before it, and shows its
// agenda.
func (p *presenter) Plan(plan app.Plan, before string) {
	key := "supervision.done.planned"
	if plan.Session != 0 {
		key = "supervision.done.moved"
	}
	var session journal.ID
	plan.Beforehand = &before
	p.act(func() (err error) { session, err = p.book.PlanSession(plan); return err }, func() {
		p.said(key, 0)
		p.Choose(session)
	})
}

// Cancel calls a session off; its items wait again.
func (p *presenter) Cancel(session journal.ID, reason string) {
	p.acted("supervision.done.cancelled", 0, func() error { return p.book.CancelSession(session, reason) })
}

// HoldWith has a session held with somebody else.
func (p *presenter) HoldWith(session journal.ID, name string) {
	p.acted("supervision.done.moved", 0, func() error { return p.book.HoldWith(session, name) })
}

// LetGo withdraws an item wherever it is.
func (p *presenter) LetGo(item journal.ID) {
	p.acted("supervision.done.withdrawn", 0, func() error { return p.book.Settle(item, supervision.Withdrawn) })
}

// Park keeps an item for one person, or for somewhere that isn't supervision.
func (p *presenter) Park(item journal.ID, lot supervision.Lot) {
	p.acted("supervision.done.parked", 0, func() error { return p.book.Park(item, lot) })
}

// Unpark puts a parked item among what waits.
func (p *presenter) Unpark(item journal.ID) {
	p.acted("supervision.done.taken_off", 0, func() error { return p.book.Unpark(item) })
}

// PassSuggestion makes a suggestion no more until the journal is opened again.
func (p *presenter) PassSuggestion(s app.Suggestion) {
	p.unwanted[suggestionKey(s)] = true
	p.Refresh()
}
