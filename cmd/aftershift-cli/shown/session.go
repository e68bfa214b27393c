package shown

import (
	"time"

	"aftershift/internal/app"
)

// Session is one meeting. Once it has begun it starts when it really did; Planned
// is when it had been arranged, where that was another time. The line
// before it, the private notes, how helpful it was and what helped have no field.
type Session struct {
	ID           app.ID       `json:"id"`
	With         app.ID       `json:"with,omitempty"`
	Instead      app.ID       `json:"instead,omitempty"` // whom With stands in for
	Kind         string       `json:"kind"`
	Mode         string       `json:"mode,omitempty"`
	Minutes      int          `json:"minutes,omitempty"` // as arranged
	State        string       `json:"state"`
	Reason       string       `json:"reason,omitempty"` // why it was cancelled
	Opened       time.Time    `json:"opened,omitzero"`
	Closed       time.Time    `json:"closed,omitzero"`
	Reopened     []time.Time  `json:"reopened,omitempty"`
	Held         int          `json:"held,omitempty"`   // minutes; left out: not known
	Agenda       []app.ID     `json:"agenda,omitempty"` // items in order
	Notes        string       `json:"notes,omitempty"`
	NextDate     string       `json:"next_date,omitempty"`
	Disagreement string       `json:"disagreement,omitempty"`
	Corrections  []Correction `json:"corrections,omitempty"` // the oldest first
	Start        time.Time    `json:"start"`
	Planned      time.Time    `json:"planned,omitzero"`
}

// Correction is what was added to a closed session.
type Correction struct {
	At           time.Time `json:"at"`
	Text         string    `json:"text"`
	Disagreement bool      `json:"disagreement,omitempty"` // with the record
}

// SessionOf returns a session as it is printed.
func SessionOf(s app.Session) Session {
	shown := Session{
		ID: s.ID, With: s.With, Instead: s.Instead, Kind: string(s.Kind), Mode: string(s.Mode), Minutes: s.Minutes,
		State: string(s.State), Reason: s.Reason, Opened: s.Opened, Closed: s.Closed, Reopened: s.Reopened, Held: s.Held,
		Agenda: s.Agenda, Notes: s.Notes, NextDate: string(s.NextDate), Disagreement: s.Disagreement, Start: s.When(),
	}
	for _, c := range s.Corrections {
		shown.Corrections = append(shown.Corrections, Correction{At: c.At, Text: c.Text, Disagreement: c.Disagreement})
	}
	if !shown.Start.Equal(s.Start) {
		shown.Planned = s.Start
	}
	return shown
}

// Record is what session show prints. Last is what stood open when the session
// began, or would if it began now.
type Record struct {
	Session Session  `json:"session"`
	With    string   `json:"with,omitempty"`
	Items   []Item   `json:"items"`
	Actions []Action `json:"actions"`
	Last    LastTime `json:"last"`
}

// LastTime is what stands open when a session begins.
type LastTime struct {
	Session  app.ID     `json:"session,omitempty"`
	Mine     []Action   `json:"mine,omitempty"`     // open, taken on by the writer
	Promised []Action   `json:"promised,omitempty"` // open, taken on by others
	Done     []Action   `json:"done,omitempty"`     // done since the session before
	Brought  []Item     `json:"brought,omitempty"`  // on this agenda, carried over
	Left     []Item     `json:"left,omitempty"`     // carried over, in the basket
	ToRecord []ToRecord `json:"to_record,omitempty"`
}

// ToRecord names a decision that still has to be written into the case record.
type ToRecord struct {
	Item    app.ID `json:"item"`
	Session app.ID `json:"session"`
}

// RecordOf returns the record of a session.
func RecordOf(s app.Sitting) Record {
	last := LastTime{
		Session: s.Last.Session, Mine: some(s.Last.Mine, ActionOf), Promised: some(s.Last.Promised, ActionOf),
		Done: some(s.Last.Done, ActionOf), Brought: some(s.Last.Brought, ItemOf), Left: some(s.Last.Left, ItemOf),
	}
	for _, u := range s.Last.ToRecord {
		last.ToRecord = append(last.ToRecord, ToRecord{Item: u.Item, Session: u.Session})
	}
	return Record{
		Session: SessionOf(s.Session), With: s.With.Name, Items: each(s.Account, AccountOf),
		Actions: each(s.Actions, ActionOf), Last: last,
	}
}
