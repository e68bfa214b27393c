package supervision

import (
	"maps"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/valid"
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

// fits gives nil for a record that is valid, names none that isn't there, and goes
// with the others.
func (b *Board) fits(r Record) error {
	if err := r.Validate(); err != nil {
		return err
	}
	for _, k := range r.Refers() {
		if !b.there(k) {
			return fault.New(fault.Invalid, "check "+string(r.Key().Kind)+": unknown "+string(k.Kind))
		}
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
	return valid.First(
		valid.That(it.ID != 0, "check agenda: unknown item"),
		valid.That(it.Session == s.ID, "check agenda: item is elsewhere"),
		valid.That(slices.Contains(fits, it.State), "check agenda: item's state"),
		valid.That(settled, "check agenda: closed without an outcome"),
	)
}

// Lost gives what the records that were loaded refer to and that wasn't among
// them, with what it must be: it is damaged, was taken away, or is of a later
// version.
func (b *Board) Lost() map[ID]RecordKind { return maps.Clone(b.lost) }

// Odd gives the keys of records that name something lost, or that were loaded
// although another record says otherwise, in no order. They are whole
// themselves.
func (b *Board) Odd() []Key {
	odd := map[Key]bool{}
	maps.Copy(odd, b.odd)
	for _, r := range b.Records() {
		if slices.ContainsFunc(r.Refers(), func(k Key) bool { return b.lost[k.ID] == k.Kind && k.ID != 0 }) {
			odd[r.Key()] = true
		}
	}
	return slices.Collect(maps.Keys(odd))
}

// named gives what records refer to and isn't on the board.
func (b *Board) named() map[ID]RecordKind {
	lost := map[ID]RecordKind{}
	for _, r := range b.Records() {
		for _, k := range r.Refers() {
			if _, gone := b.record(k).(Gone); gone && k.ID != 0 {
				lost[k.ID] = k.Kind
			}
		}
	}
	return lost
}

// keys gives the keys of records of one kind.
func keys(kind RecordKind, ids ...ID) []Key {
	all := make([]Key, len(ids))
	for i, id := range ids {
		all[i] = Key{kind, id}
	}
	return all
}

// listed gives the items that a session lists and that are there.
func (b *Board) listed(s Session) []ID {
	return slices.DeleteFunc(slices.Clone(s.Agenda), func(id ID) bool {
		return !has[AgendaItem](b, id)
	})
}

// listed is Board.listed for a session as this edit leaves it.
func (e *draft) listed(session ID) []ID {
	return slices.DeleteFunc(e.session(session).Agenda, func(id ID) bool {
		_, there := e.get(Key{ItemRecord, id}).(AgendaItem)
		return !there
	})
}

// homeless says whether the item stands on the agenda of a session that isn't
// there or doesn't list it: it waits until it is put on another.
func (b *Board) homeless(it AgendaItem) bool {
	return it.State == OnAgenda && !slices.Contains(at[Session](b, it.Session).Agenda, it.ID)
}
