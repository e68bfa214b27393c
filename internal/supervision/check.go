package supervision

import (
	"slices"

	"aftershift/internal/fault"
)

// Check says whether the board is whole: it gives nil, or fault.Damaged for the
// first thing that the package comment promises and that doesn't hold.
func (b *Board) Check() error {
	for _, part := range []func() error{b.checkRelationships, b.checkSessions, b.checkItems, b.checkActions} {
		if err := part(); err != nil {
			return fault.As(fault.Damaged, "check supervision", err)
		}
	}
	return nil
}

func (b *Board) checkRelationships() error {
	for _, r := range b.relationships {
		if err := r.Validate(); err != nil {
			return err
		}
	}
	return nil
}

func (b *Board) checkSessions() error {
	for _, s := range b.sessions {
		if err := s.Validate(); err != nil {
			return err
		}
		if err := firstBroken(rule{b.hasRelationship(s.With), "check session: unknown person"}); err != nil {
			return err
		}
		for _, id := range s.Agenda {
			if err := b.checkListed(s, id); err != nil {
				return err
			}
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
	return firstBroken(
		rule{there, "check agenda: unknown item"},
		rule{it.Session == s.ID, "check agenda: item is elsewhere"},
		rule{slices.Contains(fits, it.State), "check agenda: item's state"},
		rule{settled, "check agenda: closed without an outcome"},
	)
}

func (b *Board) checkItems() error {
	for _, it := range b.items {
		if err := it.Validate(); err != nil {
			return err
		}
		if err := b.checkLinks(it); err != nil {
			return err
		}
	}
	return nil
}

func (b *Board) checkLinks(it AgendaItem) error {
	listed := it.Session == 0 || slices.Contains(b.sessions[it.Session].Agenda, it.ID)
	chain := true
	for _, id := range it.CarriedFrom {
		chain = chain && b.hasSession(id)
	}
	for _, o := range it.outcomes() {
		chain = chain && b.hasSession(o.Session)
	}
	_, merged := b.items[it.MergedInto]
	return firstBroken(
		rule{listed, "check item: not on its session's agenda"},
		rule{chain, "check item: chain is broken"},
		rule{it.MergedInto == 0 || merged, "check item: merged into nothing"},
		rule{b.hasRelationship(it.Parked.With), "check item: parked for nobody"},
	)
}

func (b *Board) checkActions() error {
	for _, a := range b.actions {
		if err := a.Validate(); err != nil {
			return err
		}
		_, item := b.items[a.Item]
		err := firstBroken(
			rule{a.Item == 0 || item, "check action: unknown item"},
			rule{a.Session == 0 || b.hasSession(a.Session), "check action: unknown session"},
		)
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *Board) hasSession(id ID) bool {
	_, ok := b.sessions[id]
	return ok
}

func (b *Board) hasRelationship(id ID) bool {
	_, ok := b.relationships[id]
	return ok || id == 0
}
