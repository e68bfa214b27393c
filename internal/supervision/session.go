package supervision

import (
	"slices"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// Session is one meeting, planned or held.
type Session struct {
	ID      ID           `json:"id"`
	With    ID           `json:"with,omitempty"`    // relationship, 0: nobody in particular
	Instead ID           `json:"instead,omitempty"` // of whom With stands in, 0: of nobody
	Kind    SessionKind  `json:"kind"`
	Mode    Mode         `json:"mode,omitempty"`
	Start   time.Time    `json:"start"`             // as arranged
	Minutes int          `json:"minutes,omitempty"` // as arranged
	State   SessionState `json:"state"`
	Reason  string       `json:"reason,omitempty"` // why it was cancelled

	Opened   time.Time   `json:"opened,omitzero"`
	Closed   time.Time   `json:"closed,omitzero"`
	Reopened []time.Time `json:"reopened,omitempty"`
	// Held is the minutes it took; 0: not known. CloseSession works it out,
	// EditSession sets it where the notes are typed up afterwards.
	Held int `json:"held,omitempty"`

	Agenda []ID `json:"agenda,omitempty"` // items in order

	Beforehand   string       `json:"beforehand,omitempty"`    // what one dreads or hopes, private
	Notes        string       `json:"notes,omitempty"`         // may be shared
	PrivateNotes string       `json:"private_notes,omitempty"` // never exported
	Helpful      int          `json:"helpful,omitempty"`       // 1 to 5, private; 0: not said
	WhatHelped   string       `json:"what_helped,omitempty"`   // private
	NextDate     Date         `json:"next_date,omitempty"`
	Disagreement string       `json:"disagreement,omitempty"` // may be shared
	Corrections  []Correction `json:"corrections,omitempty"`  // only ever appended to
}

// Correction is what was added to a closed session. The original stands.
type Correction struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
	// Disagreement marks a note that somebody doesn't agree with the record.
	Disagreement bool `json:"disagreement,omitempty"`
}

// Validate gives fault.Invalid for the first thing that is wrong with s, or nil.
func (s Session) Validate() error {
	if err := s.validState(); err != nil {
		return err
	}
	return valid.First(
		valid.That(s.ID != 0, "check session: no id"),
		valid.That(s.Kind != "" && valid.OneOf(s.Kind, SessionKinds()), "check session: kind"),
		valid.That(valid.OneOf(s.Mode, Modes()), "check session: mode"),
		valid.That(!s.Start.IsZero(), "check session: start"),
		valid.That(minutes(s.Minutes) && minutes(s.Held), "check session: minutes"),
		valid.That(valid.Line(s.Reason), "check session: reason"),
		valid.That(valid.Links(s.Agenda), "check session: agenda"),
		valid.That(valid.Text(s.Beforehand) && valid.Text(s.Notes) && valid.Text(s.PrivateNotes) && valid.Text(s.WhatHelped) && valid.Text(s.Disagreement), "check session: notes"),
		valid.That(s.Helpful >= 0 && s.Helpful <= 5, "check session: helpful"),
		valid.That(valid.Day(s.NextDate), "check session: next date"),
		valid.That(validCorrections(s.Corrections), "check session: corrections"),
	)
}

// validState checks what goes with each state.
func (s Session) validState() error {
	opened, closed := !s.Opened.IsZero(), !s.Closed.IsZero()
	switch s.State {
	case Planned:
		return valid.First(valid.That(!opened && !closed, "check session: planned but held"))
	case Open:
		return valid.First(valid.That(opened && !closed, "check session: open without a beginning"))
	case Closed:
		return valid.First(valid.That(opened && closed && !s.Closed.Before(s.Opened), "check session: closed before it began"))
	case Cancelled:
		return valid.First(
			valid.That(!journal.Blank(s.Reason), "check session: cancelled without a reason"),
			valid.That(!closed && len(s.Agenda) == 0, "check session: cancelled with items"))
	}
	return valid.First(valid.That(false, "check session: state"))
}

func validCorrections(all []Correction) bool {
	for _, c := range all {
		if c.At.IsZero() || journal.Blank(c.Text) || !valid.Text(c.Text) {
			return false
		}
	}
	return len(all) <= MaxLinks
}

// When is when the session was, or is to be: once it has begun its real start,
// whatever had been arranged. Every fact about past sessions, their order and
// their record go by it.
func (s Session) When() time.Time {
	if s.State == Open || s.State == Closed {
		return s.Opened
	}
	return s.Start
}

// Live says whether items can still be put on the session's agenda.
func (s Session) Live() bool { return s.State == Planned || s.State == Open }

// Key returns the key.
func (s Session) Key() Key { return Key{SessionRecord, s.ID} }

// Refers returns the people it is with and the items that it lists.
func (s Session) Refers() []Key {
	return append(keys(ItemRecord, s.Agenda...), keys(RelationshipRecord, s.With, s.Instead)...)
}

// Fits returns fault.Invalid unless every item that s lists stands in it in a state
// that goes with its own.
func (s Session) Fits(b *Board) error {
	for _, id := range s.Agenda {
		if err := b.checkListed(s, id); err != nil {
			return err
		}
	}
	return nil
}

// Clone returns a copy that shares nothing with s.
func (s Session) Clone() Record {
	s.Agenda = slices.Clone(s.Agenda)
	s.Reopened = slices.Clone(s.Reopened)
	s.Corrections = slices.Clone(s.Corrections)
	return s
}
