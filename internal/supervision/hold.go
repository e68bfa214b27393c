package supervision

import (
	"slices"
	"time"

	"aftershift/internal/fault"
)

// longestHeld is the longest time between opening and closing that is taken for
// the length of a session; beyond it somebody forgot to close, and Held stays
// unknown until it is typed in.
const longestHeld = 8 * time.Hour

// OpenSession begins a planned session at the time given. It gives
// fault.NotFound, fault.Conflict unless planned, fault.Invalid for the zero
// time.
func OpenSession(id ID, at time.Time) Op {
	return operation("undo.open_session", func(e *draft) {
		s := e.session(id)
		e.demand(s.State == Planned, fault.Conflict, "open session: not planned")
		s.State, s.Opened = Open, at
		e.put(s)
	})
}

// HoldAdHoc adds a session that is open from its start (or from s.Opened where
// given) with the items on its agenda. Kind is AdHoc where none is given. It
// gives the errors of PlanSession and PutOnAgenda.
func HoldAdHoc(s Session, items ...ID) Op {
	return operation("undo.hold_ad_hoc", func(e *draft) {
		if s.Kind == "" {
			s.Kind = AdHoc
		}
		held := e.arranged(s, Open)
		held.Opened = s.Opened
		if held.Opened.IsZero() {
			held.Opened = s.Start
		}
		e.add(held)
		for _, id := range items {
			e.list(id, s.ID)
		}
	})
}

// CloseSession ends an open session at the time given. Every discussed item
// needs an outcome kind, except a standing one, else fault.Conflict (Unsettled
// says which). An item
// neither discussed nor withdrawn nor solved, or whose outcome is deferred,
// comes next time, as in NextTime. It gives fault.NotFound, fault.Conflict
// unless open, and fault.Invalid when at is before the beginning.
func CloseSession(id ID, at time.Time) Op {
	return operation("undo.close_session", func(e *draft) {
		s := e.session(id)
		e.demand(s.State == Open, fault.Conflict, "close session: not open")
		for _, item := range e.on.listed(s) {
			it := e.item(item)
			if it.owesKind() {
				e.fail(fault.New(fault.Conflict, "close session: an item has no outcome"))
			}
			if it.State == OnAgenda || it.State == Discussed && it.Outcome.Kind == Deferred {
				e.rehome(it)
			}
		}
		s = e.session(id)
		s.State, s.Closed = Closed, at
		if took := at.Sub(s.Opened); s.Held == 0 && took > 0 && took <= longestHeld {
			s.Held = int(took.Round(time.Minute).Minutes())
		}
		e.put(s)
	})
}

// Unsettled gives the items of a session that were discussed and still owe an
// outcome kind, in order; none when there is no such session.
func (b *Board) Unsettled(session ID) []ID {
	return slices.DeleteFunc(b.listed(at[Session](b, session)), func(id ID) bool {
		return !at[AgendaItem](b, id).owesKind()
	})
}

// owesKind says whether a session can't close before the item has an outcome
// kind. A standing item comes up every time and needs none.
func (it AgendaItem) owesKind() bool {
	return it.State == Discussed && it.Standing == "" && it.Outcome.Kind == ""
}

// ReopenSession opens a closed session again, to mend its record; when it was
// reopened is kept. Items that went on from it stay where they are. It gives
// fault.NotFound, fault.Conflict unless closed, fault.Invalid for the zero time.
func ReopenSession(id ID, at time.Time) Op {
	return operation("undo.reopen_session", func(e *draft) {
		s := e.session(id)
		e.demand(s.State == Closed, fault.Conflict, "reopen session: not closed")
		e.demand(!at.IsZero(), fault.Invalid, "reopen session: no time")
		s.State, s.Closed = Open, time.Time{}
		s.Reopened = append(s.Reopened, at)
		e.put(s)
	})
}

// Correct appends c to a closed session; the original stands. It gives
// fault.NotFound, fault.Conflict unless closed, fault.Invalid without a text or
// a time.
func Correct(session ID, c Correction) Op {
	return operation("undo.correct_session", func(e *draft) {
		s := e.session(session)
		e.demand(s.State == Closed, fault.Conflict, "correct session: not closed")
		s.Corrections = append(s.Corrections, c)
		e.put(s)
	})
}
