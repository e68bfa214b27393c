package supervision

import (
	"slices"

	"aftershift/internal/fault"
)

// Check says whether the board is whole: it gives nil, or fault.Damaged for the
// first thing that the package comment promises and that doesn't hold. Records
// that were odd when they were loaded are passed over, and what was lost then
// counts as there.
func (b *Board) Check() error {
	for _, r := range b.Records() {
		if b.odd[r.Key()] {
			continue
		}
		if err := b.fits(r); err != nil {
			return fault.As(fault.Damaged, "check supervision", err)
		}
	}
	return nil
}

// fits gives nil for a record that is valid and goes with the others.
func (b *Board) fits(r Record) error {
	if err := r.Validate(); err != nil {
		return err
	}
	switch r := r.(type) {
	case Session:
		return b.checkSession(r)
	case AgendaItem:
		return b.checkLinks(r)
	case Action:
		return b.checkAction(r)
	}
	return nil
}

func (b *Board) checkSession(s Session) error {
	if err := firstBroken(rule{b.hasRelationship(s.With), "check session: unknown person"}); err != nil {
		return err
	}
	for _, id := range s.Agenda {
		if err := b.checkListed(s, id); err != nil {
			return err
		}
	}
	return nil
}

// checkListed checks that an item belongs on the agenda that lists it. Validate
// has seen that it is listed once.
func (b *Board) checkListed(s Session, id ID) error {
	it, there := b.items[id]
	fits := map[SessionState][]ItemState{
		Planned: {OnAgenda},
		Open:    {OnAgenda, Discussed, Withdrawn, Solved},
		Closed:  {Discussed, Withdrawn, Solved},
	}[s.State]
	settled := s.State != Closed || it.State != Discussed ||
		it.Outcome != nil && it.Outcome.Kind != Deferred && !it.owesKind()
	if !there && b.lost[id] == ItemRecord {
		return nil
	}
	return firstBroken(
		rule{there, "check agenda: unknown item"},
		rule{it.Session == s.ID, "check agenda: item is elsewhere"},
		rule{slices.Contains(fits, it.State), "check agenda: item's state"},
		rule{settled, "check agenda: closed without an outcome"},
	)
}

func (b *Board) checkLinks(it AgendaItem) error {
	listed := it.Session == 0 || b.lost[it.Session] == SessionRecord || slices.Contains(b.sessions[it.Session].Agenda, it.ID)
	chain := true
	for _, id := range it.CarriedFrom {
		chain = chain && b.hasSession(id)
	}
	for _, o := range it.outcomes() {
		chain = chain && b.hasSession(o.Session)
	}
	return firstBroken(
		rule{listed, "check item: not on its session's agenda"},
		rule{chain, "check item: chain is broken"},
		rule{it.MergedInto == 0 || b.hasItem(it.MergedInto), "check item: merged into nothing"},
		rule{b.hasRelationship(it.Parked.With), "check item: parked for nobody"},
	)
}

func (b *Board) checkAction(a Action) error {
	return firstBroken(
		rule{a.Item == 0 || b.hasItem(a.Item), "check action: unknown item"},
		rule{a.Session == 0 || b.hasSession(a.Session), "check action: unknown session"},
	)
}

func (b *Board) hasItem(id ID) bool {
	_, ok := b.items[id]
	return ok || b.lost[id] == ItemRecord
}

func (b *Board) hasSession(id ID) bool {
	_, ok := b.sessions[id]
	return ok || b.lost[id] == SessionRecord
}

func (b *Board) hasRelationship(id ID) bool {
	_, ok := b.relationships[id]
	return ok || id == 0 || b.lost[id] == RelationshipRecord
}
