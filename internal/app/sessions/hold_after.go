package sessions

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// TalkedAbout gives the entries behind what was discussed in a session, in the
// order of its items, each once: to be asked in private what is still carried.
// It gives fault.NotFound.
func (d *Desk) TalkedAbout(session journal.ID) ([]journal.Overview, error) {
	account, err := d.Account(session)
	if err != nil {
		return nil, err
	}
	var entries []journal.Overview
	seen := map[journal.ID]bool{}
	for _, a := range account {
		if a.Outcome.Session == 0 {
			continue
		}
		for _, id := range a.Item.Entries {
			o, there := d.Library().Overview(id)
			if there && !seen[id] && o.Trashed == nil {
				entries = append(entries, o)
			}
			seen[id] = true
		}
	}
	return entries, nil
}

// SetCarrying says how much of an entry is still carried today; what was said on
// other days is kept. It gives fault.NotFound, and can be undone.
func (d *Desk) SetCarrying(entry journal.ID, carrying journal.Level) error {
	var was, is journal.Impact
	err := d.Mark(entry, func(e *journal.Entry) bool {
		was = e.Impact
		e.Rate(carrying, d.Today())
		is = e.Impact
		return was.Carrying != is.Carrying || was.Rated != is.Rated
	})
	if err != nil || was.Carrying == is.Carrying && was.Rated == is.Rated {
		return err
	}
	put := func(to journal.Impact) func() error {
		return func() error {
			return d.Mark(entry, func(e *journal.Entry) bool {
				e.Impact.Carrying, e.Impact.Rated, e.Impact.Earlier = to.Carrying, to.Rated, to.Earlier
				return true
			})
		}
	}
	d.Did("undo.carrying", put(was), put(is))
	return nil
}

// SessionReview is what is said of a session as a whole: what may be shared, and
// what one thinks of it, for oneself alone.
type SessionReview struct {
	Shared       string           // notes that stand in its record
	Disagreement string           // where one doesn't agree with the record, in it too
	Mode         supervision.Mode // how it was held; empty: not said
	NextDate     supervision.Date // when the next one is; empty: not said

	Helpful    int // 1 to 5; 0: not said
	WhatHelped string
	Notes      string // to oneself
}

// ReviewOf gives what is said of a session as a whole.
func ReviewOf(s supervision.Session) SessionReview {
	return SessionReview{
		Shared: s.Notes, Disagreement: s.Disagreement, Mode: s.Mode, NextDate: s.NextDate,
		Helpful: s.Helpful, WhatHelped: s.WhatHelped, Notes: s.PrivateNotes,
	}
}

// ReviewSession keeps what is said of a session as a whole. It is writing, not a
// step that can be undone. It gives fault.NotFound, fault.Invalid, or
// fault.Conflict where the record of a closed session would change: see Correct.
func (d *Desk) ReviewSession(session journal.ID, r SessionReview) error {
	return d.Note(supervision.Batch("undo.edit_session", func(b *supervision.Edit) error {
		s, err := b.Session(session)
		if err != nil {
			return err
		}
		s.Notes, s.Disagreement, s.Mode, s.NextDate = r.Shared, r.Disagreement, r.Mode, r.NextDate
		s.Helpful, s.WhatHelped, s.PrivateNotes = r.Helpful, r.WhatHelped, r.Notes
		return b.Do(supervision.EditSession(s))
	}))
}

// ReopenSession opens a closed session again, so that its record can be mended;
// when that was is kept. What went on from it stays where it is, and entries that
// were talked about are flagged until it is closed again. It gives
// fault.NotFound, or fault.Conflict unless closed, and can be undone.
func (d *Desk) ReopenSession(session journal.ID) error {
	return d.settle(supervision.ReopenSession(session, d.Now()))
}

// Correct adds to the record of a closed session, which stands as it is. With
// disagreement, it says that one doesn't agree with the record. It gives
// fault.NotFound, fault.Conflict unless closed, and fault.Invalid without a
// text; it can be undone.
func (d *Desk) Correct(session journal.ID, text string, disagreement bool) error {
	c := supervision.Correction{At: d.Now(), Text: strings.TrimSpace(text), Disagreement: disagreement}
	return d.Change(supervision.Correct(session, c))
}

// Came is what came of an entry in one session: the item, its outcome, and the
// actions that go on from it.
type Came struct {
	Session supervision.Session
	With    string // name, may be empty
	Item    supervision.AgendaItem
	Outcome supervision.Outcome
	Actions []supervision.Action
}

// CameOf gives what came of an entry in the sessions where it was talked about,
// the latest first; nothing where it wasn't.
func (d *Desk) CameOf(entry journal.ID) (came []Came) {
	b := d.Library().Board()
	items, actions := b.ByEntry(entry)
	for _, it := range items {
		outcomes := slices.Clone(it.Earlier)
		if it.Outcome != nil {
			outcomes = append(outcomes, *it.Outcome)
		}
		for _, o := range outcomes {
			came = append(came, cameIn(b, it, o, actions))
		}
	}
	slices.SortStableFunc(came, func(x, y Came) int { return y.Session.When().Compare(x.Session.When()) })
	return came
}

func cameIn(b *supervision.Board, it supervision.AgendaItem, o supervision.Outcome, actions []supervision.Action) Came {
	c := Came{Item: it, Outcome: o}
	c.Session, _ = b.Session(o.Session) // nothing of one that is lost
	if r, err := b.Relationship(c.Session.With); err == nil {
		c.With = r.Name
	}
	for _, a := range actions {
		if a.Session == o.Session && (a.Item == it.ID || a.Item == 0) {
			c.Actions = append(c.Actions, a)
		}
	}
	return c
}

// sessionGrace is how long past its arranged end a session still keeps the
// journal from locking.
const sessionGrace = 15 * time.Minute

// IdleLimit gives how long the journal may stay open without a sign of life: the
// user's own limit, or while a session goes on its arranged length and a quarter
// of an hour, as people talk more than they type.
func (d *Desk) IdleLimit() time.Duration {
	limit := time.Duration(d.Settings().IdleMinutes) * time.Minute
	now := d.Now()
	b := d.Library().Board()
	for _, s := range b.Sessions(func(s supervision.Session) bool { return s.State == supervision.Open }) {
		if length := Arranged(s) + sessionGrace; now.Sub(s.Opened) <= length {
			limit = max(limit, length)
		}
	}
	return limit
}
