package app

import (
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

type sampleSession struct {
	With       string       `json:"with"`
	Days       int          `json:"days"` // from today; below 0 for the past
	Hour       int          `json:"hour"`
	Minutes    int          `json:"minutes"`
	Items      []sampleItem `json:"items"`
	Helpful    int          `json:"helpful"`
	WhatHelped string       `json:"what_helped"`
}

// sampleItem is an item on a session's agenda: a standing one, the one that a
// flagged entry made where there is no title, or one of its own. Entry counts
// from 1; 0 for none.
type sampleItem struct {
	supervision.AgendaItem
	Entry   int                 `json:"entry"`
	Result  supervision.Outcome `json:"result"`
	Actions []sampleAction      `json:"actions"`
}

type sampleAction struct {
	supervision.Action
	DueDays  int `json:"due_days"`  // after the session
	DoneDays int `json:"done_days"` // after the session; 0 for one that is open
}

// sampleSessions holds the past sessions and plans the next one.
func (d *Desk) sampleSessions(s sample, entries []journal.ID) error {
	ids, err := d.core.NewIDs(len(s.Relationships))
	if err != nil {
		return err
	}
	err = d.core.Change(supervision.Batch("", func(b *supervision.Edit) error {
		for i, r := range s.Relationships {
			r.ID, r.Since = ids[i], d.Today()
			if err := b.Do(supervision.AddRelationship(r)); err != nil {
				return err
			}
		}
		return nil
	}))
	for _, past := range s.Past {
		if err == nil {
			err = d.sampleSession(past, entries, true)
		}
	}
	if err != nil {
		return err
	}
	return d.sampleSession(s.Next, entries, false)
}

// sampleSession plans a session with its agenda, and holds it where it is over, in
// as few steps as it takes: each waits for the disk.
func (d *Desk) sampleSession(s sampleSession, entries []journal.ID, held bool) error {
	session, err := d.PlanSession(Plan{Start: d.at(s.Days, s.Hour), Minutes: s.Minutes, Name: s.With})
	if err != nil {
		return err
	}
	for _, it := range s.Items {
		if it.Standing != "" {
			if err := d.AddStanding(session, it.Standing); err != nil {
				return err
			}
		}
	}
	f := filling{sampleSession: s, session: session, begun: d.at(s.Days, s.Hour), entries: entries, newID: d.core.Library().NewID}
	return d.core.Change(supervision.Batch("", func(b *supervision.Edit) error {
		f.Edit = b
		if err := f.agenda(); err != nil || !held {
			return err
		}
		return f.hold()
	}))
}

// filling puts a session on the board that it edits.
type filling struct {
	*supervision.Edit
	sampleSession
	session journal.ID
	begun   time.Time
	entries []journal.ID
	newID   func() (journal.ID, error)
}

func (f *filling) each(ops ...supervision.Op) error {
	for _, op := range ops {
		if err := f.Do(op); err != nil {
			return err
		}
	}
	return nil
}

// agenda puts the session's items on its agenda, in order.
func (f *filling) agenda() error {
	for _, it := range f.Items {
		if it.Standing != "" {
			continue
		}
		id, err := f.item(it)
		if err == nil {
			err = f.Do(supervision.PutOnAgenda(f.session, id))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// item gives the item of a flagged entry, or makes one of its own.
func (f *filling) item(it sampleItem) (journal.ID, error) {
	entry := f.entries[it.Entry-1]
	if it.Title == "" {
		var id journal.ID // the board refuses an item that isn't there
		for _, live := range core.LiveItems(f.Board, entry) {
			id = live.ID
		}
		return id, nil
	}
	id, err := f.newID()
	if err != nil {
		return 0, err
	}
	it.ID, it.Created, it.Entries = id, journal.DateOf(f.begun), []journal.ID{entry}
	return id, f.Do(supervision.AddItem(it.AgendaItem))
}

// hold opens the session, says what came of each item, and closes it.
func (f *filling) hold() error {
	if err := f.Do(supervision.OpenSession(f.session, f.begun)); err != nil {
		return err
	}
	is, err := f.Session(f.session)
	if err != nil {
		return err
	}
	is.Helpful, is.WhatHelped = f.Helpful, f.WhatHelped
	if err := f.Do(supervision.EditSession(is)); err != nil {
		return err
	}
	for i, item := range is.Agenda {
		if it := f.Items[i]; it.Result.Kind != "" {
			if err := f.discuss(item, it); err != nil {
				return err
			}
		}
	}
	return f.Do(supervision.CloseSession(f.session, f.begun.Add(time.Duration(f.Minutes)*time.Minute)))
}

func (f *filling) discuss(item journal.ID, it sampleItem) error {
	if err := f.Do(supervision.Discuss(item, it.Result)); err != nil {
		return err
	}
	for _, agreed := range it.Actions {
		id, err := f.newID()
		if err != nil {
			return err
		}
		a := agreed.Action
		a.ID, a.Item, a.Session, a.Created = id, item, f.session, journal.DateOf(f.begun)
		a.Due = a.Created.AddDays(agreed.DueDays)
		ops := []supervision.Op{supervision.AddAction(a)}
		if agreed.DoneDays > 0 {
			ops = append(ops, supervision.DoneAction(id, a.Created.AddDays(agreed.DoneDays), a.DidItWork))
		}
		if err := f.each(ops...); err != nil {
			return err
		}
	}
	return nil
}
