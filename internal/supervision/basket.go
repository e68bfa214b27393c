package supervision

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
)

// Still gives how much of an entry is still carried; nil means nobody knows.
type Still func(entry ID) journal.Level

// of gives the heaviest level among entries, -1 where none is given.
func (s Still) of(entries []ID) int {
	heaviest := -1
	if s == nil {
		return heaviest
	}
	for _, id := range entries {
		heaviest = max(heaviest, weight(s(id)))
	}
	return heaviest
}

// Basket gives what waits for a session with somebody (0: with anybody): the
// most urgent first, then what was carried over most often, then what is still
// carried most, then the oldest. What was carried over from somebody else waits
// for them. What stands on the agenda of a session that isn't there waits too.
func (b *Board) Basket(with ID, still Still) []AgendaItem {
	type weighed struct {
		AgendaItem
		still int
	}
	all, open := make([]weighed, 0, len(of[AgendaItem](b))), b.open(with)
	for it := range each[AgendaItem](b) {
		if it.State == Waiting && open(it) || b.homeless(it) {
			all = append(all, weighed{it, still.of(it.Entries)})
		}
	}
	slices.SortFunc(all, func(x, y weighed) int {
		return cmp.Or(
			cmp.Compare(y.Urgency.rank(), x.Urgency.rank()),
			cmp.Compare(y.Carried, x.Carried),
			cmp.Compare(y.still, x.still),
			cmp.Compare(x.Created, y.Created),
			byID(x.AgendaItem, y.AgendaItem),
		)
	})
	basket := make([]AgendaItem, len(all))
	for i, w := range all {
		basket[i] = clone(w.AgendaItem)
	}
	return basket
}

// AskAfter is how often an item may be carried over before it is worth asking
// whether to drop it, take it further, or think it through alone.
const AskAfter = 3

// CarriedOver gives the items still to be talked about with somebody (0: with
// anybody) that were carried over at least so many times, the most carried
// first.
func (b *Board) CarriedOver(with ID, least int) []AgendaItem {
	open := b.open(with)
	carried := b.Items(func(it AgendaItem) bool { return it.live() && it.Carried >= least && open(it) })
	slices.SortStableFunc(carried, func(x, y AgendaItem) int { return cmp.Compare(y.Carried, x.Carried) })
	return carried
}

// Kept gives what is parked for somebody (0: for anybody) or for somewhere that
// isn't supervision, by id; nothing that was carried over from somebody else.
func (b *Board) Kept(with ID) []AgendaItem {
	open := b.open(with)
	return b.Items(func(it AgendaItem) bool { return it.State == Parked && open(it) })
}

// ParkedFor gives what is parked in the lot, by id.
func (b *Board) ParkedFor(lot Lot) []AgendaItem {
	return b.Items(func(it AgendaItem) bool { return it.State == Parked && it.Parked == lot })
}

// ItemsOf gives the items that came from an entry, by id.
func (b *Board) ItemsOf(entry ID) []AgendaItem {
	return b.Items(func(it AgendaItem) bool { return slices.Contains(it.Entries, entry) })
}

// ByEntry gives the items and the actions that an entry led to, so that what
// came out can be shown beside it: items by id, actions soonest due first.
func (b *Board) ByEntry(entry ID) ([]AgendaItem, []Action) {
	items := b.ItemsOf(entry)
	from := func(id ID) bool {
		return slices.ContainsFunc(items, func(it AgendaItem) bool { return it.ID == id })
	}
	actions := b.Actions(func(a Action) bool {
		return slices.Contains(a.Entries, entry) || a.Item != 0 && from(a.Item)
	})
	return items, actions
}
