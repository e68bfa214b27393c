package sessions

import (
	"cmp"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// NextSession gives the session that ending one plans, by the day that was said
// for it: at the time of day at which this one was arranged, with the same
// person, for the usual length. It gives false where no day was said, the day
// isn't after the session's, or one is planned for that day already; and
// fault.NotFound.
func (d *Desk) NextSession(session journal.ID) (next supervision.Session, planned bool, err error) {
	b := d.Library().Board()
	var s supervision.Session
	if s, err = b.Session(session); err == nil {
		next = d.after(b, s)
		planned = !next.Start.IsZero()
	}
	return next, planned, err
}

// PlanNext plans what NextSession gives, with the standing items agreed with the
// person. It gives its id, and fault.Conflict where there is nothing to plan. It
// can be undone.
func (d *Desk) PlanNext(session journal.ID) (journal.ID, error) {
	ids, err := d.nextIDs()
	if err != nil {
		return 0, err
	}
	return ids[0], d.Change(supervision.Batch("undo.plan_session", func(b *supervision.Edit) error {
		s, err := b.Session(session)
		if err != nil {
			return err
		}
		next := d.after(b.Board, s)
		if next.Start.IsZero() {
			return fault.New(fault.Conflict, "plan next session: no day, or planned already")
		}
		return d.planNext(b, next, ids)
	}))
}

// after gives the session that follows s by its NextDate, without an id; the zero
// Session where there is none to plan.
func (d *Desk) after(b *supervision.Board, s supervision.Session) supervision.Session {
	here := d.Now().Location()
	if s.NextDate == "" || s.NextDate <= journal.DateOf(s.When().In(here)) {
		return supervision.Session{}
	}
	if len(b.Sessions(func(other supervision.Session) bool {
		return other.Live() && other.ID != s.ID && other.With == s.With && journal.DateOf(other.When().In(here)) == s.NextDate
	})) > 0 {
		return supervision.Session{}
	}
	day, at := s.NextDate.Time(), s.Start.In(here)
	r, _ := b.Relationship(s.With) // with nobody in particular there is none
	return supervision.Session{
		With: s.With, Kind: s.Kind, Mode: s.Mode,
		Start:   time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, here),
		Minutes: cmp.Or(r.UsualMinutes, s.Minutes, UsualSessionMinutes),
	}
}

// nextIDs gives an id for the next session, and for each standing item.
func (d *Desk) nextIDs() ([]journal.ID, error) {
	return d.NewIDs(1 + len(supervision.StandingKinds()))
}

// planNext plans next, where it has a start.
func (d *Desk) planNext(b *supervision.Edit, next supervision.Session, ids []journal.ID) error {
	if next.Start.IsZero() {
		return nil
	}
	next.ID = ids[0]
	if err := b.Do(supervision.PlanSession(next)); err != nil || next.With == 0 {
		return err
	}
	return d.agreed(b, next.ID, next.With, ids[1:])
}
