package groups

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Start is what it takes to begin a meeting. Whatever is left out is what it would be by
// itself: the run-sheet in use, everybody, and the turns of the next meeting.
type Start struct {
	Group       journal.ID
	Procedure   string
	Minutes     int
	Present     []journal.ID // in the order in which they sit
	Presents    []journal.ID // in order
	Facilitates journal.ID
	KeepsTime   journal.ID
}

// Proposed returns how the next meeting would begin, for those who are there; nil is
// everybody. As many present as when the group last met by the run-sheet, else as many as
// there is time for, those first who waited longest.
func (d *Desk) Proposed(v View, procedure string, present []journal.ID) Start {
	p := d.uses(cmp.Or(procedure, v.Procedure))
	s := Start{Group: v.ID, Procedure: p.ID, Minutes: v.Minutes(), Present: present}
	if present == nil {
		for _, m := range v.Here() {
			s.Present = append(s.Present, m.ID)
		}
	}
	if p.Cases != groups.EachCase && p.Minutes(1) > 0 && v.Relationship.UsualMinutes == 0 {
		s.Minutes = p.Minutes(1)
	}
	s.Presents = groups.Order(d.Library().Board(), v.Group, s.Present)
	turn := v.Turns[0]
	if i := slices.Index(s.Presents, turn.Presents); i > 0 {
		s.Presents = append([]journal.ID{turn.Presents}, slices.Delete(s.Presents, i, i+1)...)
	}
	switch p.Cases {
	case groups.OneCase:
		s.Presents = s.Presents[:min(len(s.Presents), 1)]
	case groups.EachCase:
		many := cmp.Or(groups.LastCases(d.Library().Board(), v.ID, p.ID), p.Fits(s.Minutes))
		s.Presents = s.Presents[:min(len(s.Presents), many)]
	case "":
		s.Presents = nil
	}
	s.Facilitates, s.KeepsTime = there(s.Present, turn.Facilitates), there(s.Present, turn.KeepsTime)
	return s
}

func there(all []journal.ID, id journal.ID) journal.ID {
	if slices.Contains(all, id) {
		return id
	}
	return 0
}

// BeginMeeting begins a meeting now, in the group's session that is open or planned for
// today, else in one that nobody planned. It returns the meeting's id; fault.NotFound,
// fault.Invalid for somebody who presents and isn't there or a run-sheet that is written,
// and fault.Conflict while another meeting of the group goes on. It can be undone.
func (d *Desk) BeginMeeting(s Start) (journal.ID, error) {
	v, err := d.Group(s.Group)
	if err != nil {
		return 0, err
	}
	usual := d.Proposed(v, s.Procedure, s.Present)
	if len(usual.Present) == 0 || s.Procedure != "" && usual.Procedure != s.Procedure || d.uses(usual.Procedure).Written {
		return 0, fault.New(fault.Invalid, "begin meeting: run-sheet or members")
	}
	m := groups.Meeting{
		Group: s.Group, Procedure: usual.Procedure, Minutes: cmp.Or(s.Minutes, usual.Minutes), Began: d.Now(), Present: usual.Present,
		Presents: s.Presents,
	}
	if m.Presents == nil {
		m.Presents = usual.Presents
	}
	m.Facilitates = free(m, cmp.Or(s.Facilitates, usual.Facilitates), m.Present)
	m.KeepsTime = free(m, cmp.Or(s.KeepsTime, usual.KeepsTime), without(m.Present, m.Facilitates))
	ids, err := d.NewIDs(2)
	if err != nil {
		return 0, err
	}
	m.ID = ids[0]
	return m.ID, d.Change(supervision.Batch("undo.begin_meeting", func(e *supervision.Edit) (err error) {
		if m.Session, err = d.open(e, v, m.Minutes, ids[1]); err != nil {
			return err
		}
		return e.Do(groups.Begin(m))
	}))
}

// free returns whoever of all is to have a turn in a meeting: usual, unless they present a
// case and somebody else doesn't.
func free(m groups.Meeting, usual journal.ID, all []journal.ID) journal.ID {
	idle := without(all, m.Presents...)
	if len(idle) == 0 || slices.Contains(idle, usual) {
		return there(all, usual)
	}
	return idle[0]
}

func without(all []journal.ID, some ...journal.ID) []journal.ID {
	return slices.DeleteFunc(slices.Clone(all), func(id journal.ID) bool { return slices.Contains(some, id) })
}

// open opens the session of a meeting, and returns its id.
func (d *Desk) open(e *supervision.Edit, v View, minutes int, fresh journal.ID) (journal.ID, error) {
	s := v.Session
	switch {
	case s.State == supervision.Open:
		return s.ID, nil
	case s.ID != 0 && journal.DateOf(s.Start) <= d.Today():
		return s.ID, e.Do(supervision.OpenSession(s.ID, d.Now()))
	}
	adHoc := supervision.Session{ID: fresh, With: v.With, Kind: v.Relationship.UsualSession(), Start: d.Now(), Minutes: minutes}
	return fresh, e.Do(supervision.HoldAdHoc(adHoc))
}

// Sitting is a meeting as it is held.
type Sitting struct {
	groups.Meeting
	View      View
	Procedure groups.Procedure // without phases where its run-sheet is there no more
	Steps     []groups.Step
	Learning  string // what the writer takes along
	Note      groups.Note
}

// Meeting returns a meeting as it is held, or fault.NotFound.
func (d *Desk) Meeting(meeting journal.ID) (s Sitting, err error) {
	b := d.Library().Board()
	if s.Meeting, err = supervision.Find[groups.Meeting](b, meeting); err != nil {
		return s, err
	}
	if s.View, err = d.Group(s.Group); err != nil {
		return s, err
	}
	for _, p := range s.View.Procedures {
		if p.ID == s.Meeting.Procedure {
			s.Procedure = p
		}
	}
	s.Steps = s.Procedure.Steps(s.Presents, s.Minutes)
	if all := groups.Notes(b, meeting, d.Today()); len(all) > 0 {
		s.Note = all[0]
	}
	if s.Meeting.Learning != 0 {
		if e, _, err := d.Latest(s.Meeting.Learning); err == nil {
			s.Learning = e.Text()
		}
	}
	return s, nil
}

// At returns the step that goes on; false where the run-sheet is there no more.
func (s Sitting) At() (groups.Step, bool) {
	if s.Clock == nil || s.Clock.Step >= len(s.Steps) {
		return groups.Step{}, false
	}
	return s.Steps[s.Clock.Step], true
}

// Last reports whether the meeting is at its end: there is nothing to go on to.
func (s Sitting) Last() bool {
	at, is := s.At()
	return !is || s.Clock.Step+1 == len(s.Steps) && s.Clock.Voice+1 >= len(s.Voices(at))
}

// run changes a meeting that goes on, without a step to undo: a key takes back what a
// key did. It gives the errors of groups.Revise.
func (d *Desk) run(meeting journal.ID, to func(Sitting, time.Time) groups.Meeting) error {
	s, err := d.Meeting(meeting)
	if err != nil {
		return err
	}
	return d.Note(groups.Revise(meeting, func(m groups.Meeting) groups.Meeting {
		s.Meeting = m
		return to(s, d.Now())
	}))
}

// NextTurn goes on to whoever speaks next, or to the next phase. It gives fault.NotFound,
// and fault.Conflict for a meeting that is over.
func (d *Desk) NextTurn(meeting journal.ID) error {
	return d.run(meeting, func(s Sitting, now time.Time) groups.Meeting { return s.Forward(s.Steps, now) })
}

// TurnBack goes back to whoever spoke before, or to the phase before. Errors as for
// NextTurn.
func (d *Desk) TurnBack(meeting journal.ID) error {
	return d.run(meeting, func(s Sitting, now time.Time) groups.Meeting { return s.Back(s.Steps, now) })
}

// RestMeeting stops the clock of a meeting, or lets it run on. Errors as for NextTurn.
func (d *Desk) RestMeeting(meeting journal.ID, rest bool) error {
	return d.run(meeting, func(s Sitting, now time.Time) groups.Meeting { return s.Rest(rest, now) })
}

// AddMinute gives the present phase a minute more. Errors as for NextTurn.
func (d *Desk) AddMinute(meeting journal.ID) error {
	return d.run(meeting, func(s Sitting, now time.Time) groups.Meeting { return s.Add(60) })
}

// PassTurn lets whoever's turn it is speak last. Errors as for NextTurn.
func (d *Desk) PassTurn(meeting journal.ID) error {
	return d.run(meeting, func(s Sitting, now time.Time) groups.Meeting { return s.Pass(s.Steps) })
}

// EndMeeting ends a meeting, and its session where nothing on its agenda still has to be
// settled: else it returns that session's id, which stays open. What the writer takes
// along becomes an entry. It gives fault.NotFound, and fault.Conflict for a meeting that
// is over; ending can be undone.
func (d *Desk) EndMeeting(meeting journal.ID) (left journal.ID, err error) {
	m, err := supervision.Find[groups.Meeting](d.Library().Board(), meeting)
	if err != nil {
		return 0, err
	}
	if m.Running() {
		if err := d.keepLearning(m); err != nil {
			return 0, err
		}
	}
	err = d.Change(supervision.Batch("undo.end_meeting", func(e *supervision.Edit) error {
		if err := e.Do(groups.End(meeting, d.Now())); err != nil {
			return err
		}
		s, err := e.Session(m.Session)
		if err != nil || s.State != supervision.Open {
			return nil // it was ended, or taken away, by itself
		}
		if len(s.Agenda) > 0 {
			left = s.ID
			return nil
		}
		return e.Do(supervision.CloseSession(s.ID, d.Now()))
	}))
	return left, err
}
