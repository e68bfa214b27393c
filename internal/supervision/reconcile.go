package supervision

import (
	"cmp"
	"reflect"
	"slices"
)

// Reconcile gives those records that have to be other than they are so that all of
// them go together, after two boards that went on apart were made one: entries that
// are gone are named no more, and an item stands on the agenda of the session that
// it names, or waits. The same records give the same, in whatever order they come.
// What can't be mended so is left as it is, for Board.Odd to tell.
func Reconcile(records []Record, gone []ID, more ...Kind) []Record {
	b, err := Load(records, more...)
	if err != nil {
		return nil
	}
	was := b.Clone()
	_, _ = b.Do(ForgetEntries(gone...))
	b.placeItems()
	var changed []Record
	for _, r := range b.Records() {
		if before := was.record(r.Key()); !reflect.DeepEqual(before, r) {
			changed = append(changed, r)
		}
	}
	return changed
}

// placeItems makes agendas and items say the same: what an item says counts.
func (b *Board) placeItems() {
	agendas := map[ID][]ID{}
	for s := range each[Session](b) {
		for _, id := range s.Agenda {
			if it := at[AgendaItem](b, id); it.ID != 0 && it.Session == s.ID && b.checkListed(s, id) == nil {
				agendas[s.ID] = append(agendas[s.ID], id)
			}
		}
	}
	var placed []Record
	items := slices.SortedFunc(each[AgendaItem](b), func(x, y AgendaItem) int { return cmp.Compare(x.ID, y.ID) })
	for _, it := range items {
		s := at[Session](b, it.Session)
		switch {
		case it.Session == 0 || s.ID == 0 || slices.Contains(agendas[s.ID], it.ID):
		case b.checkListed(s, it.ID) == nil && len(agendas[s.ID]) < MaxLinks:
			agendas[s.ID] = append(agendas[s.ID], it.ID)
		default:
			if back := it.waitAgain(s); back.Validate() == nil {
				placed = append(placed, back)
			}
		}
	}
	for s := range each[Session](b) {
		lost := slices.ContainsFunc(s.Agenda, func(id ID) bool { return b.lost[id] == ItemRecord })
		if lost || slices.Equal(s.Agenda, agendas[s.ID]) {
			continue
		}
		s = clone(s)
		s.Agenda = agendas[s.ID]
		if s.Validate() == nil {
			placed = append(placed, s)
		}
	}
	b.put(placed...)
}

// waitAgain gives the item as it waits after its session went on without it. What
// came of it there stays among its outcomes.
func (it AgendaItem) waitAgain(s Session) AgendaItem {
	it = clone(it)
	if it.Settled() {
		it.Session = 0
		return it
	}
	if it.Outcome != nil {
		it.Earlier = append(it.Earlier, *it.Outcome)
		it.Outcome = nil
	}
	if s.State == Closed {
		it.CarriedFrom = union(it.CarriedFrom, []ID{s.ID})
		it.Carried = len(it.CarriedFrom)
	}
	it.Session, it.State = 0, Waiting
	return it
}
