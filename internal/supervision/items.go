package supervision

import (
	"maps"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// AddItem puts a new item into the basket. What belongs to its place and
// history is left out. It gives fault.Invalid, or fault.Conflict when its id is
// in use.
func AddItem(it AgendaItem) Op {
	return operation("undo.add_item", func(e *draft) {
		e.add(fresh(it))
	})
}

// fresh gives a waiting item with its content alone.
func fresh(it AgendaItem) AgendaItem {
	return it.content(AgendaItem{ID: it.ID, Created: it.Created, Standing: it.Standing, State: Waiting})
}

// content gives to with its words, labels and links.
func (it AgendaItem) content(to AgendaItem) AgendaItem {
	to.Title, to.Words, to.KeyQuestion, to.Private = it.Title, it.Words, it.KeyQuestion, it.Private
	to.Want, to.Minutes, to.Function, to.Lenses = it.Want, it.Minutes, it.Function, it.Lenses
	to.Themes, to.Urgency, to.WhoKnows = it.Themes, it.Urgency, it.WhoKnows
	to.Entries, to.Audience = it.Entries, it.Audience
	return to
}

// EditItem replaces an item's words, labels and links; its place, history and
// standing kind stay. It gives fault.NotFound; fault.Invalid, also when an item
// on an agenda would lose its share-safe words; fault.Conflict for an item that
// is settled or discussed in a closed session.
func EditItem(it AgendaItem) Op {
	return operation("undo.edit_item", func(e *draft) {
		is := e.item(it.ID)
		e.demand(!is.Settled() && !e.sealed(is), fault.Conflict, "edit item: settled")
		e.put(it.content(is))
	})
}

// sealed says whether the item stands in a closed session.
func (e *draft) sealed(it AgendaItem) bool {
	return it.Session != 0 && e.session(it.Session).State == Closed
}

// MergeItems makes one item of several: into takes over the others' entries,
// themes, lenses, words, actions and chains and the highest urgency, and the
// others are withdrawn and point to it. It gives fault.NotFound, fault.Invalid
// without others, and fault.Conflict unless all are still to be talked about.
func MergeItems(into ID, others ...ID) Op {
	return operation("undo.merge_items", func(e *draft) {
		one := e.item(into)
		e.demand(one.live(), fault.Conflict, "merge items: settled")
		e.demand(len(others) > 0 && valid.Links(others) && !slices.Contains(others, into), fault.Invalid, "merge items: which")
		e.put(one)
		for _, id := range others {
			other := e.item(id)
			e.demand(other.live(), fault.Conflict, "merge items: settled")
			e.absorb(into, e.left(other))
		}
	})
}

// absorb withdraws an item that stands in no session, and gives its content,
// chain and actions to another.
func (e *draft) absorb(into ID, other AgendaItem) {
	e.put(e.item(into).with(other))
	other.State, other.Parked, other.MergedInto = Withdrawn, Lot{}, into
	e.put(other)
	for _, a := range e.on.Actions(func(a Action) bool { return a.Item == other.ID }) {
		a.Item = into
		e.put(a)
	}
}

// with gives the item with another's content added to its own.
func (it AgendaItem) with(other AgendaItem) AgendaItem {
	it.Entries = union(it.Entries, other.Entries)
	it.Themes = union(it.Themes, other.Themes)
	it.Lenses = union(it.Lenses, other.Lenses)
	it.Words = bothTexts(it.Words, other.Words)
	it.Private = bothTexts(it.Private, other.Private)
	if other.Urgency.rank() > it.Urgency.rank() {
		it.Urgency = other.Urgency
	}
	if it.WhoKnows == "" {
		it.WhoKnows = other.WhoKnows
	}
	it.CarriedFrom = union(it.CarriedFrom, other.CarriedFrom)
	return it.standingIn(it.Session)
}

func union[T comparable](a, b []T) []T {
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}

func bothTexts(a, b string) string {
	if journal.Blank(b) || strings.Contains(a, b) {
		return a
	}
	if journal.Blank(a) {
		return b
	}
	return a + "\n\n" + b
}

// SplitItem adds parts, new items that take the place and the chain of the item
// they come from: the basket, its lot, or the agenda right after it. The item
// itself stays as it is. A part without entries takes the item's. It gives
// fault.NotFound; fault.Invalid without parts or for a part that isn't valid;
// fault.Conflict when the item is settled or discussed, or an id in use.
func SplitItem(id ID, parts ...AgendaItem) Op {
	return operation("undo.split_item", func(e *draft) {
		of := e.item(id)
		e.demand(of.live(), fault.Conflict, "split item: settled")
		e.demand(len(parts) > 0, fault.Invalid, "split item: no parts")
		for i, p := range parts {
			p = fresh(p)
			if len(p.Entries) == 0 {
				p.Entries = of.Entries
			}
			p.State, p.Session, p.Parked = of.State, of.Session, of.Parked
			p.Carried, p.CarriedFrom = of.Carried, of.CarriedFrom
			e.add(p)
			if of.Session != 0 {
				s := e.session(of.Session)
				s.Agenda = slices.Insert(s.Agenda, slices.Index(s.Agenda, id)+1+i, p.ID)
				e.put(s)
			}
		}
	})
}

// NamesEntries is a record that names entries of the journal.
type NamesEntries interface {
	// Without returns the record, or Gone, as it is once the entries that forgotten
	// takes are gone, and whether that changes it. It must not change the record itself.
	Without(forgotten func(ID) bool) (Record, bool)
}

// Without takes entries out of the item; its words stay.
func (it AgendaItem) Without(forgotten func(ID) bool) (r Record, changed bool) {
	it.Entries, changed = without(it.Entries, forgotten)
	return it, changed
}

// Without takes entries out of the action; its words stay.
func (a Action) Without(forgotten func(ID) bool) (r Record, changed bool) {
	a.Entries, changed = without(a.Entries, forgotten)
	return a, changed
}

func without(ids []ID, forgotten func(ID) bool) ([]ID, bool) {
	left := slices.DeleteFunc(slices.Clone(ids), forgotten)
	return left, len(left) < len(ids)
}

// ForgetEntries takes entries out of every record that names them, for entries that
// are purged from the journal.
func ForgetEntries(entries ...ID) Op {
	return operation("forget entries", func(e *draft) {
		is := func(id ID) bool { return slices.Contains(entries, id) }
		for _, of := range e.on.records {
			for _, id := range slices.Sorted(maps.Keys(of)) {
				r, names := of[id].(NamesEntries)
				if !names || len(entries) == 0 {
					break
				}
				if left, changed := r.Without(is); changed {
					e.put(left)
				}
			}
		}
	})
}
