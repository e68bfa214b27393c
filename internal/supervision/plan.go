package supervision

import (
	"time"

	"aftershift/internal/fault"
)

// PlanSession adds a session in state planned, with an empty agenda. Kind and
// Minutes are taken from the relationship where they aren't given; what belongs
// to holding a session is left out. It gives fault.Invalid; fault.Conflict when
// the id is in use or the relationship archived; fault.NotFound when there is
// no such relationship.
func PlanSession(s Session) Op {
	return operation("undo.plan_session", func(e *draft) {
		e.add(e.arranged(s, Planned))
	})
}

// arranged gives a new session in the state with s's arrangements alone.
func (e *draft) arranged(s Session, state SessionState) Session {
	e.available(s.With)
	if s.With != 0 {
		r := e.relationship(s.With)
		if s.Kind == "" {
			s.Kind = r.UsualSession()
		}
		if s.Minutes == 0 {
			s.Minutes = r.UsualMinutes
		}
	}
	return Session{
		ID: s.ID, With: s.With, Kind: s.Kind, Mode: s.Mode, Start: s.Start, Minutes: s.Minutes,
		State: state, Notes: s.Notes, PrivateNotes: s.PrivateNotes, NextDate: s.NextDate,
	}
}

// EditSession replaces a session's kind, mode, length and notes. Start, With,
// state and agenda have operations of their own and stay. In a closed session
// Kind, Notes and Disagreement can't change any more (fault.Conflict: use
// Correct), and Reason can only change in a cancelled one. It gives
// fault.NotFound or fault.Invalid as well.
func EditSession(s Session) Op {
	return operation("undo.edit_session", func(e *draft) {
		is := e.session(s.ID)
		sealed := is.State == Closed
		same := s.Kind == is.Kind && s.Notes == is.Notes && s.Disagreement == is.Disagreement && s.Minutes == is.Minutes
		e.demand(!sealed || same, fault.Conflict, "edit session: closed")
		e.demand(is.State == Cancelled || s.Reason == is.Reason, fault.Conflict, "edit session: not cancelled")
		is.Kind, is.Mode, is.Minutes, is.Held = s.Kind, s.Mode, s.Minutes, s.Held
		is.Beforehand, is.Notes, is.PrivateNotes, is.Disagreement = s.Beforehand, s.Notes, s.PrivateNotes, s.Disagreement
		is.Helpful, is.WhatHelped, is.NextDate, is.Reason = s.Helpful, s.WhatHelped, s.NextDate, s.Reason
		e.put(is)
	})
}

// MoveSession gives a planned session another start; its items stay on it. It
// gives fault.NotFound, fault.Conflict unless planned, fault.Invalid for the
// zero time.
func MoveSession(id ID, start time.Time) Op {
	return operation("undo.move_session", func(e *draft) {
		s := e.session(id)
		e.demand(s.State == Planned, fault.Conflict, "move session: not planned")
		s.Start = start
		e.put(s)
	})
}

// ChangeSupervisor holds a planned or open session with somebody else (0:
// nobody in particular); its items and their chains stay. It gives
// fault.NotFound, or fault.Conflict when the session is over or the
// relationship archived.
func ChangeSupervisor(id, with ID) Op {
	return operation("undo.change_supervisor", func(e *draft) {
		s := e.session(id)
		e.demand(s.Live(), fault.Conflict, "change supervisor: session is over")
		e.available(with)
		s.With, s.Instead = with, 0
		e.put(s)
	})
}

// StandIn is ChangeSupervisor where somebody stands in: what was agreed with the
// one they stand in for is part of the session still.
func StandIn(id, with ID) Op {
	return operation("undo.change_supervisor", func(e *draft) {
		s := e.session(id)
		e.demand(s.Live(), fault.Conflict, "stand in: session is over")
		e.available(with)
		if s.Instead == 0 {
			s.Instead = s.With
		}
		if s.With = with; s.Instead == with {
			s.Instead = 0
		}
		e.put(s)
	})
}

// CancelSession calls a session off and says why. Its items go back to the
// basket, carried once more; what was withdrawn or solved in it stays so. It
// gives fault.NotFound, fault.Invalid without a reason, and fault.Conflict when
// the session is over or an item has been discussed in it.
func CancelSession(id ID, reason string) Op {
	return operation("undo.cancel_session", func(e *draft) {
		s := e.session(id)
		e.demand(s.Live(), fault.Conflict, "cancel session: session is over")
		for _, item := range e.on.listed(s) {
			it := e.item(item)
			e.demand(it.State != Discussed, fault.Conflict, "cancel session: items were discussed")
			if it.State == OnAgenda {
				e.put(e.carried(it))
				continue
			}
			e.put(e.unlisted(it))
		}
		s = e.session(id)
		s.State, s.Reason, s.Agenda = Cancelled, reason, nil
		e.put(s)
	})
}
