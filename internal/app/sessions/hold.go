package sessions

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Sitting is a session as it is held: its agenda, what stands open from last
// time, what has become of each item, and who has taken on what.
type Sitting struct {
	Agenda
	Last    supervision.LastTime
	Account []supervision.Account // listed items in order, then those that went on
	Actions []supervision.Action  // taken on in this session, soonest due first
	Pending []ToRecord            // decisions from last time for the case record
	From    map[journal.ID]string // with whom each of Last's actions was agreed, by its id
}

// ToRecord is a decision that still has to be written into the case record.
type ToRecord struct {
	supervision.Unrecorded
	Title, Decision string
}

// overrun is how long past its arranged length a session may go on before it
// is taken for one that is typed up, or that nobody ended.
const overrun = time.Hour

// Live tells whether the session is open and may still be going on at now: it is
// not one that is typed up afterwards.
func (s Sitting) Live(now time.Time) bool {
	return s.Session.State == supervision.Open && len(s.Session.Reopened) == 0 && !now.After(s.Session.Opened.Add(Arranged(s.Session)+overrun))
}

// Took gives the minutes to propose as the session's length when it ends at now:
// what it took before it was opened again, those gone by, or the arranged ones
// where it can't be going on any more.
func (s Sitting) Took(now time.Time) int {
	if s.Session.Held > 0 {
		return s.Session.Held
	}
	if s.Live(now) {
		return max(int(now.Sub(s.Session.Opened).Round(time.Minute).Minutes()), 0)
	}
	return int(Arranged(s.Session).Minutes())
}

// Arranged gives how long a session is arranged to take.
func Arranged(s supervision.Session) time.Duration {
	if s.Minutes == 0 {
		return UsualSessionMinutes * time.Minute
	}
	return time.Duration(s.Minutes) * time.Minute
}

// Sitting gives the session as it is held, or fault.NotFound.
func (d *Desk) Sitting(session journal.ID) (s Sitting, err error) {
	if s.Agenda, err = d.Agenda(session); err != nil {
		return s, err
	}
	b := d.Library().Board()
	if s.Last, err = b.LastTime(session); err != nil {
		return
	}
	if s.Account, err = b.Account(session); err != nil {
		return
	}
	s.Actions = b.Actions(func(a supervision.Action) bool { return a.Session == session })
	for _, u := range s.Last.ToRecord {
		s.Pending = append(s.Pending, toRecord(b, u))
	}
	s.From = agreedWith(b, s.Last)
	return s, err
}

// agreedWith gives the names of those with whom actions were agreed: after a
// change of supervisor a promise is still the one's who made it.
func agreedWith(b *supervision.Board, last supervision.LastTime) map[journal.ID]string {
	from := map[journal.ID]string{}
	for _, a := range slices.Concat(last.Mine, last.Promised, last.Done) {
		from[a.ID] = deed(b, a).With
	}
	return from
}

func toRecord(b *supervision.Board, u supervision.Unrecorded) ToRecord {
	r := ToRecord{Unrecorded: u}
	if it, err := b.Item(u.Item); err == nil {
		o, _ := it.OutcomeIn(u.Session)
		r.Title, r.Decision = it.Title, o.Decision
	}
	return r
}

// StartSession opens a planned session at the time given: now, or when it began
// where its notes are typed up. It gives fault.NotFound, fault.Conflict unless
// planned, and fault.Invalid for the zero time. It can be undone.
func (d *Desk) StartSession(session journal.ID, at time.Time) error {
	return d.Change(supervision.OpenSession(session, at))
}

// HoldWith has a planned or open session held with somebody else, by name; a new
// name makes a new relationship of the kind that the session was with. Its items
// stay. It gives fault.Invalid without a name, fault.NotFound, and
// fault.Conflict when the session is over. It can be undone.
func (d *Desk) HoldWith(session journal.ID, name string) error {
	p := Plan{Name: strings.Join(strings.Fields(name), " ")}
	if p.Name == "" {
		return fault.New(fault.Invalid, "hold session: with whom")
	}
	id, err := d.Library().NewID()
	if err != nil {
		return err
	}
	if a, err := d.Agenda(session); err == nil {
		p.Kind, p.Minutes = a.With.Kind, a.With.UsualMinutes
	}
	return d.Change(supervision.Batch("undo.change_supervisor", func(b *supervision.Edit) error {
		with, err := d.meet(b, &p, id)
		if err != nil {
			return err
		}
		return b.Do(supervision.StandIn(session, with))
	}))
}

// HoldAdHoc opens a session now that nobody planned, with one item to write
// under, and gives its id. With is whom it is with, 0 for not said. It gives the
// errors of supervision.HoldAdHoc, and can be undone.
func (d *Desk) HoldAdHoc(with journal.ID) (journal.ID, error) {
	ids, err := d.NewIDs(2)
	if err != nil {
		return 0, err
	}
	session, item := ids[0], ids[1]
	words := d.App().Words()
	topic := supervision.AgendaItem{ID: item, Title: words.T("session.adhoc.item"), Words: words.T("session.adhoc.words"), Created: d.Today()}
	return session, d.Change(supervision.Batch("undo.hold_ad_hoc", func(b *supervision.Edit) error {
		if err := b.Do(supervision.AddItem(topic)); err != nil {
			return err
		}
		return b.Do(supervision.HoldAdHoc(supervision.Session{ID: session, With: with, Start: d.Now()}, item))
	}))
}

// NoteOutcome keeps what comes out of an item while it is talked about. It is
// writing, not a step that can be undone. It gives the errors of
// supervision.NoteOutcome.
func (d *Desk) NoteOutcome(item journal.ID, o supervision.Outcome) error {
	return d.Note(supervision.NoteOutcome(item, o))
}

// Discuss ticks an item of an open session, with what came out of it so far. It
// gives the errors of supervision.Discuss, and can be undone.
func (d *Desk) Discuss(item journal.ID, o supervision.Outcome) error {
	return d.settle(supervision.Discuss(item, o))
}

// NextTime leaves an item for next time. It gives the errors of supervision.NextTime,
// and can be undone.
func (d *Desk) NextTime(item journal.ID) error {
	return d.settle(supervision.NextTime(item))
}

// Settle says that an item needs no session any more: Withdrawn, or Solved
// elsewhere. Its entries lose their flag. It gives fault.Invalid for another
// state and the errors of supervision.Withdraw, and can be undone.
func (d *Desk) Settle(item journal.ID, as supervision.ItemState) error {
	switch as {
	case supervision.Withdrawn:
		return d.settle(supervision.Withdraw(item))
	case supervision.Solved:
		return d.settle(supervision.SolveElsewhere(item))
	}
	return fault.New(fault.Invalid, "settle item: as what")
}

// Park keeps an item for one person or for somewhere that isn't supervision. It
// gives the errors of supervision.Park, and can be undone.
func (d *Desk) Park(item journal.ID, lot supervision.Lot) error {
	return d.settle(supervision.Park(item, lot))
}

// BringBack takes back a tick, a withdrawal or a solution. It gives the errors
// of supervision.BringBack, and can be undone.
func (d *Desk) BringBack(item journal.ID) error {
	return d.settle(supervision.BringBack(item))
}

// EndSession gives discussed items the kinds that are named, and closes an open
// session that took so many minutes from its beginning, in one step that can be
// undone. What was not discussed, and what is deferred, comes next time; entries
// that were talked about lose their flag. It gives the errors of
// supervision.CloseSession, and fault.Invalid for fewer than 0 minutes. Where a day for
// the next session was said, that is planned too.
func (d *Desk) EndSession(session journal.ID, minutes int, kinds map[journal.ID]supervision.OutcomeKind) error {
	ids, err := d.nextIDs()
	if err != nil {
		return err
	}
	return d.settle(supervision.Batch("undo.close_session", func(b *supervision.Edit) error {
		s, err := b.Session(session)
		if err != nil {
			return err
		}
		end := s.Opened.Add(time.Duration(minutes) * time.Minute)
		after := d.after(b.Board, s)
		for _, id := range s.Agenda {
			if kind, named := kinds[id]; named && err == nil {
				err = conclude(b, id, kind)
			}
		}
		if err != nil {
			return err
		}
		s.Held = minutes
		if err := b.Do(supervision.EditSession(s)); err != nil {
			return err
		}
		if err := d.planNext(b, after, ids); err != nil { // first: what is left goes on its agenda
			return err
		}
		return b.Do(supervision.CloseSession(session, end))
	}))
}

// conclude gives a discussed item the kind of its outcome.
func conclude(b *supervision.Edit, item journal.ID, kind supervision.OutcomeKind) error {
	it, err := b.Item(item)
	if err != nil || it.State != supervision.Discussed || it.Outcome.Kind == kind {
		return err
	}
	o := *it.Outcome
	o.Kind = kind
	return b.Do(supervision.Discuss(item, o))
}
