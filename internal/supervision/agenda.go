package supervision

import (
	"slices"

	"aftershift/internal/fault"
)

// PutOnAgenda puts items at the end of a planned or open session's agenda, in
// the order given: from the basket, a lot or another agenda. It gives
// fault.NotFound; fault.Invalid for an item without share-safe words;
// fault.Conflict when the session is over, or an item is settled, discussed or
// on this agenda already.
func PutOnAgenda(session ID, items ...ID) Op {
	return operation("undo.put_on_agenda", func(e *draft) {
		e.demand(len(items) > 0, fault.Invalid, "put on agenda: no items")
		for _, id := range items {
			e.list(id, session)
		}
	})
}

// TakeOff puts an item on an agenda back into the basket. From a session that
// has begun it counts as carried. It gives fault.NotFound, or fault.Conflict
// unless it is on an agenda.
func TakeOff(item ID) Op {
	return operation("undo.take_off", func(e *draft) {
		it := e.item(item)
		e.demand(it.State == OnAgenda, fault.Conflict, "take off: not on an agenda")
		it = e.left(it)
		it.State = Waiting
		e.put(it)
	})
}

// Reorder moves an item to the index on its session's agenda, 0 first; an index
// beyond either end means the end. It gives fault.NotFound when the session
// doesn't list the item, fault.Conflict when it is over.
func Reorder(session, item ID, to int) Op {
	return operation("undo.reorder", func(e *draft) {
		s := e.session(session)
		e.demand(s.Live(), fault.Conflict, "reorder: session is over")
		at := slices.Index(s.Agenda, item)
		e.demand(at >= 0, fault.NotFound, "reorder: item not on agenda")
		if e.err == nil {
			s.Agenda = slices.Delete(s.Agenda, at, at+1)
			s.Agenda = slices.Insert(s.Agenda, min(max(to, 0), len(s.Agenda)), item)
		}
		e.put(s)
	})
}

// Arrange puts a session's agenda in the order given, which names each of its
// items once (else fault.Invalid). It gives fault.NotFound, or fault.Conflict
// when the session is over.
func Arrange(session ID, order []ID) Op {
	return operation("undo.arrange", func(e *draft) {
		s := e.session(session)
		e.demand(s.Live(), fault.Conflict, "arrange: session is over")
		same := slices.Equal(slices.Sorted(slices.Values(order)), slices.Sorted(slices.Values(s.Agenda)))
		e.demand(same, fault.Invalid, "arrange: not the items on the agenda")
		s.Agenda = order
		e.put(s)
	})
}

// AddStanding puts a standing item on a planned or open session's agenda. Where
// one of its kind was carried over from a session with the same person, or
// waits without ever having been on one, that item comes instead and it isn't
// added. Minutes and function are the kind's where none are given. It gives
// fault.Invalid without a standing kind, fault.NotFound, and fault.Conflict
// when the session is over, lists the kind already, or the id is in use.
func AddStanding(session ID, it AgendaItem) Op {
	return operation("undo.add_standing", func(e *draft) {
		s := e.session(session)
		e.demand(it.Standing != "", fault.Invalid, "add standing item: no kind")
		for _, id := range e.on.listed(s) {
			e.demand(e.item(id).Standing != it.Standing, fault.Conflict, "add standing item: on the agenda")
		}
		if id, waits := e.on.waitingStanding(it.Standing, s.With); waits {
			e.list(id, session)
			return
		}
		it = fresh(it)
		if it.Minutes == 0 {
			it.Minutes = it.Standing.Minutes()
		}
		if it.Function == "" {
			it.Function = it.Standing.Function()
		}
		e.add(it)
		e.list(it.ID, session)
	})
}

// waitingStanding gives the standing item of the kind that waits for the person.
func (b *Board) waitingStanding(kind StandingKind, with ID) (ID, bool) {
	line := b.line(with)
	found := b.Items(func(it AgendaItem) bool {
		if it.State != Waiting || it.Standing != kind {
			return false
		}
		return it.Carried == 0 || line[at[Session](b, it.CarriedFrom[it.Carried-1]).With]
	})
	if len(found) == 0 {
		return 0, false
	}
	return found[0].ID, true
}

// list puts an item at the end of a session's agenda.
func (e *draft) list(item, session ID) {
	it := e.item(item)
	s := e.session(session)
	e.demand(s.Live(), fault.Conflict, "put on agenda: session is over")
	e.demand(it.live() && it.Session != session, fault.Conflict, "put on agenda: item is settled or there already")
	e.demand(it.Ready(), fault.Invalid, "put on agenda: item has no words to share")
	if e.err != nil {
		return
	}
	it = e.left(it).standingIn(session)
	it.State, it.Session, it.Parked = OnAgenda, session, Lot{}
	s = e.session(session)
	s.Agenda = append(s.Agenda, item)
	e.put(it)
	e.put(s)
}

// left gives the item in no session: carried where the session has begun.
func (e *draft) left(it AgendaItem) AgendaItem {
	if e.on.homeless(it) {
		it.Session = 0
		return it
	}
	if it.Session != 0 && e.session(it.Session).State == Open {
		return e.carried(it)
	}
	return e.unlisted(it)
}

// unlisted gives the item in no session, and takes it off the agenda it was on.
func (e *draft) unlisted(it AgendaItem) AgendaItem {
	if it.Session == 0 {
		return it
	}
	s := e.session(it.Session)
	s.Agenda = slices.DeleteFunc(s.Agenda, func(id ID) bool { return id == it.ID })
	e.put(s)
	it.Session = 0
	return it
}

// carried gives the item waiting, with the session it leaves in its chain.
func (e *draft) carried(it AgendaItem) AgendaItem {
	from := it.Session
	it = e.unlisted(it)
	it.State = Waiting
	it.CarriedFrom = union(it.CarriedFrom, []ID{from})
	it.Carried = len(it.CarriedFrom)
	return it
}

// standingIn gives the item with a chain that fits standing in the session: one
// isn't carried from where one is.
func (it AgendaItem) standingIn(session ID) AgendaItem {
	it.CarriedFrom = slices.DeleteFunc(it.CarriedFrom, func(id ID) bool { return id == session })
	it.Carried = len(it.CarriedFrom)
	return it
}
