package supervision

import (
	"slices"

	"aftershift/internal/fault"
)

// Discuss ticks an item of an open session as discussed and keeps what came out
// of it; ticking it again replaces that. The outcome may still lack its kind,
// which CloseSession demands. What came out in an earlier session is kept. It
// gives fault.NotFound, fault.Invalid, and fault.Conflict unless the item is on
// the agenda of an open session.
func Discuss(item ID, o Outcome) Op {
	return operation("undo.discuss", func(e *draft) {
		it := e.item(item)
		there := it.Session != 0 && e.session(it.Session).State == Open
		e.demand(there && !it.Settled(), fault.Conflict, "discuss: not on an open agenda")
		it = it.concluded(o)
		it.State = Discussed
		e.put(it)
	})
}

// NoteOutcome keeps what comes out of an item while it is talked about, without
// ticking it. It gives the errors of Discuss.
func NoteOutcome(item ID, o Outcome) Op {
	return operation("undo.note_outcome", func(e *draft) {
		it := e.item(item)
		there := it.Session != 0 && e.session(it.Session).State == Open
		e.demand(there && !it.Settled(), fault.Conflict, "note outcome: not on an open agenda")
		e.put(it.concluded(o))
	})
}

// concluded gives the item with o as what came out in the session it stands in.
func (it AgendaItem) concluded(o Outcome) AgendaItem {
	o.Session = it.Session
	if it.Outcome != nil && it.Outcome.Session != it.Session {
		it.Earlier = append(it.Earlier, *it.Outcome)
	}
	it.Earlier = slices.DeleteFunc(it.Earlier, func(was Outcome) bool { return was.Session == it.Session })
	it.Outcome = &o
	return it
}

// NextTime leaves an item for next time: the same item, carried once more, goes
// to the next planned session with the same person, or to the basket where none
// is planned (a standing item that is listed there already becomes one with
// it). It gives fault.NotFound, or fault.Conflict unless the item is on
// the agenda of a planned or open session or discussed in an open one.
func NextTime(item ID) Op {
	return operation("undo.next_time", func(e *draft) {
		it := e.item(item)
		there := it.State == OnAgenda || it.State == Discussed && !e.sealed(it)
		e.demand(there, fault.Conflict, "next time: not on an agenda")
		if there {
			e.rehome(it)
		}
	})
}

// rehome carries an item out of its session to where it comes up next. A
// standing item that the next agenda lists already becomes one with that.
func (e *draft) rehome(it AgendaItem) {
	from := e.session(it.Session)
	it = e.carried(it)
	e.put(it)
	next, planned := e.on.following(from)
	if !planned {
		return
	}
	for _, id := range e.listed(next) {
		if it.Standing != "" && e.item(id).Standing == it.Standing {
			e.absorb(id, it)
			return
		}
	}
	e.list(it.ID, next)
}

// following gives the first session planned after s was, with the same person or
// with whom what s left waits for.
func (b *Board) following(s Session) (ID, bool) {
	if s.With == 0 {
		return 0, false
	}
	next, found := Session{}, false
	for t := range each[Session](b) {
		if t.State != Planned || t.ID == s.ID || !t.Start.After(s.When()) || !b.line(t.With)[s.With] {
			continue
		}
		if !found || earliestFirst(t, next) < 0 {
			next, found = t, true
		}
	}
	return next.ID, found
}

// Withdraw drops an item. Withdrawn in an open session it stays in its list. It
// gives fault.NotFound, or fault.Conflict when it is settled or discussed.
func Withdraw(item ID) Op { return settle("undo.withdraw", item, Withdrawn) }

// SolveElsewhere settles an item that needs no session any more. Solved in an
// open session it stays in its list. It gives the errors of Withdraw.
func SolveElsewhere(item ID) Op {
	return settle("undo.solve_elsewhere", item, Solved)
}

func settle(label string, item ID, state ItemState) Op {
	return operation(label, func(e *draft) {
		it := e.item(item)
		e.demand(it.live(), fault.Conflict, "settle item: settled")
		switch {
		case e.on.homeless(it):
			it.Session = 0
		case it.State == OnAgenda && e.session(it.Session).State == Planned:
			it = e.unlisted(it)
		}
		it.State, it.Parked = state, Lot{}
		e.put(it)
	})
}

// BringBack takes back a tick, a withdrawal or a solution. In an open session
// the item is on the agenda again and keeps what was written of its outcome;
// elsewhere it is in the basket, carried from the closed session that listed
// it. It gives fault.NotFound, and fault.Conflict when there is nothing to take
// back or the item was discussed in a closed session (reopen it).
func BringBack(item ID) Op {
	return operation("undo.bring_back", func(e *draft) {
		it := e.item(item)
		e.demand(it.Settled() || it.State == Discussed && !e.sealed(it), fault.Conflict, "bring back: nothing to take back")
		if e.err != nil {
			return
		}
		it.MergedInto = 0
		switch {
		case it.Session == 0:
			it.State = Waiting
		case e.sealed(it):
			it = e.carried(it)
		default:
			it.State = OnAgenda
		}
		e.put(it)
	})
}

// Park keeps an item for one person, or for somewhere that isn't supervision,
// out of basket and agenda. From a session that has begun it counts as carried.
// It gives fault.NotFound, fault.Invalid for a lot that names neither or both,
// and fault.Conflict when the item is settled or discussed.
func Park(item ID, lot Lot) Op {
	return operation("undo.park", func(e *draft) {
		it := e.item(item)
		e.demand(it.live(), fault.Conflict, "park: settled")
		if lot.With != 0 {
			e.relationship(lot.With)
		}
		it = e.left(it)
		it.State, it.Parked = Parked, lot
		e.put(it)
	})
}

// Unpark puts a parked item into the basket. It gives fault.NotFound, or
// fault.Conflict unless it is parked.
func Unpark(item ID) Op {
	return operation("undo.unpark", func(e *draft) {
		it := e.item(item)
		e.demand(it.State == Parked, fault.Conflict, "unpark: not parked")
		it.State, it.Parked = Waiting, Lot{}
		e.put(it)
	})
}

// MarkInCaseRecord says whether what an item came to in the session has been
// written into the case record; also after the session has closed. It gives
// fault.NotFound, and fault.Conflict where nothing belongs there.
func MarkInCaseRecord(item, session ID, done bool) Op {
	return operation("undo.mark_in_case_record", func(e *draft) {
		it := e.item(item)
		o, held := it.OutcomeIn(session)
		e.demand(held, fault.NotFound, "mark in case record: no outcome")
		e.demand(o.CaseRecord.Belongs, fault.Conflict, "mark in case record: doesn't belong there")
		if it.Outcome != nil && it.Outcome.Session == session {
			it.Outcome.CaseRecord.Done = done
		}
		for i := range it.Earlier {
			if it.Earlier[i].Session == session {
				it.Earlier[i].CaseRecord.Done = done
			}
		}
		e.put(it)
	})
}
