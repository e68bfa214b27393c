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
	return r.Fits(b)
}

// checkListed checks that an item belongs on the agenda that lists it. Validate
// has seen that it is listed once.
func (b *Board) checkListed(s Session, id ID) error {
	it := at[AgendaItem](b, id)
	fits := map[SessionState][]ItemState{
		Planned: {OnAgenda},
		Open:    {OnAgenda, Discussed, Withdrawn, Solved},
		Closed:  {Discussed, Withdrawn, Solved},
	}[s.State]
	settled := s.State != Closed || it.State != Discussed ||
		it.Outcome != nil && it.Outcome.Kind != Deferred && !it.owesKind()
	if it.ID == 0 && b.lost[id] == ItemRecord {
		return nil
	}
	return firstBroken(
		rule{it.ID != 0, "check agenda: unknown item"},
		rule{it.Session == s.ID, "check agenda: item is elsewhere"},
		rule{slices.Contains(fits, it.State), "check agenda: item's state"},
		rule{settled, "check agenda: closed without an outcome"},
	)
}
