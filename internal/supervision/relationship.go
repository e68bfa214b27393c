package supervision

import (
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// ID names a record of the board. The caller hands it in; 0 means none.
type ID = journal.ID

// Date is a day as the journal writes it; empty means not set.
type Date = journal.Date

// Relationship is a person or group the writer is supervised by, mentors with
// or thinks with. Names are the user's own text and stay in the journal unless
// an export's header asks for them.
type Relationship struct {
	ID         ID               `json:"id"`
	Name       string           `json:"name"`
	Kind       RelationshipKind `json:"kind"`
	Mentoring  Mentoring        `json:"mentoring,omitempty"`      // for Mentor only
	Also       []Mentoring      `json:"also_mentoring,omitempty"` // further kinds that it is
	Role       string           `json:"role,omitempty"`
	Contact    string           `json:"contact,omitempty"`
	Credential string           `json:"credential,omitempty"`

	// Offer, Seek, Goals and Topics are for mentoring and peers: what each gives,
	// what both aim at, and what to talk about.
	Offer  string `json:"offer,omitempty"`
	Seek   string `json:"seek,omitempty"`
	Goals  string `json:"goals,omitempty"`
	Topics string `json:"topics,omitempty"`

	CadenceDays  int            `json:"cadence_days,omitempty"` // agreed days between sessions, 0: none agreed
	UsualMinutes int            `json:"usual_minutes,omitempty"`
	Audience     Audience       `json:"audience,omitempty"`
	Standing     []StandingKind `json:"standing,omitempty"` // what every agenda starts with, in order
	Since        Date           `json:"since,omitempty"`    // when it was added; empty: not known
	Archived     bool           `json:"archived,omitempty"`
}

// Validate gives fault.Invalid for the first thing that is wrong with r, or nil.
func (r Relationship) Validate() error {
	return valid.First(
		valid.That(r.ID != 0, "check relationship: no id"),
		valid.That(!journal.Blank(r.Name) && valid.Line(r.Name), "check relationship: name"),
		valid.That(r.Kind != "" && valid.OneOf(r.Kind, RelationshipKinds()), "check relationship: kind"),
		valid.That(valid.OneOf(r.Mentoring, Mentorings()) && (r.Mentoring == "" || r.Kind == Mentor), "check relationship: mentoring"),
		valid.That(valid.AllOf(r.Also, Mentorings()) && (r.Mentoring != "" || len(r.Also) == 0), "check relationship: further mentoring"),
		valid.That(valid.Line(r.Role) && valid.Line(r.Contact) && valid.Line(r.Credential), "check relationship: role, contact or credential"),
		valid.That(valid.Text(r.Offer) && valid.Text(r.Seek) && valid.Text(r.Goals) && valid.Text(r.Topics), "check relationship: offer, seek, goals or topics"),
		valid.That(r.CadenceDays >= 0 && r.CadenceDays <= MaxCadence, "check relationship: cadence"),
		valid.That(minutes(r.UsualMinutes), "check relationship: minutes"),
		valid.That(valid.OneOf(r.Audience, Audiences()), "check relationship: audience"),
		valid.That(valid.AllOf(r.Standing, StandingKinds()), "check relationship: standing items"),
		valid.That(valid.Day(r.Since), "check relationship: since"),
	)
}

// UsualAudience gives r's audience, or what its kind suggests when none is set.
func (r Relationship) UsualAudience() Audience {
	if r.Audience != "" {
		return r.Audience
	}
	switch r.Kind {
	case LineManager, PracticeEducator:
		return ForLineSupervisor
	case Mentor:
		return ForMentor
	case Peer, PeerGroup:
		return ForPeerGroup
	}
	return ForExternalSupervisor
}

// UsualSession gives the kind of session one has with somebody of r's kind.
func (r Relationship) UsualSession() SessionKind {
	switch r.Kind {
	case LineManager:
		return LineManagement
	case ExternalSupervisor:
		return ExternalClinical
	case Mentor:
		return MentoringSession
	case Peer:
		return PeerSession
	case PeerGroup:
		return Group
	}
	return Individual
}

// Key returns the key.
func (r Relationship) Key() Key { return Key{RelationshipRecord, r.ID} }

// Refers returns nothing: others name a relationship.
func (r Relationship) Refers() []Key { return nil }

// Fits returns nil: a relationship goes with anything.
func (r Relationship) Fits(*Board) error { return nil }

// Clone returns a copy that shares nothing with r.
func (r Relationship) Clone() Record {
	r.Standing, r.Also = slices.Clone(r.Standing), slices.Clone(r.Also)
	return r
}

// AddRelationship adds r. It gives fault.Invalid when r isn't valid and
// fault.Conflict when its id is in use.
func AddRelationship(r Relationship) Op {
	return operation("undo.add_relationship", func(e *draft) {
		r.Archived = false
		e.add(r)
	})
}

// EditRelationship replaces what is known of a relationship; whether it is
// archived, and since when it is known, stay. It gives fault.NotFound or fault.Invalid.
func EditRelationship(r Relationship) Op {
	return operation("undo.edit_relationship", func(e *draft) {
		is := e.relationship(r.ID)
		r.Archived, r.Since = is.Archived, is.Since
		e.put(r)
	})
}

// Archive puts a relationship away; its sessions and actions stay. It gives
// fault.NotFound, and fault.Conflict while a session with it is planned or open.
func Archive(id ID) Op {
	return operation("undo.archive_relationship", func(e *draft) {
		r := e.relationship(id)
		for s := range each[Session](e.on) {
			e.demand(s.With != id || !s.Live(), fault.Conflict, "archive relationship: sessions are planned")
		}
		r.Archived = true
		e.put(r)
	})
}

// Restore takes a relationship out of the archive. It gives fault.NotFound.
func Restore(id ID) Op {
	return operation("undo.restore_relationship", func(e *draft) {
		r := e.relationship(id)
		r.Archived = false
		e.put(r)
	})
}

// available fails unless with is 0 or a relationship that isn't archived.
func (e *draft) available(with ID) {
	if with == 0 {
		return
	}
	e.demand(!e.relationship(with).Archived, fault.Conflict, "find relationship: archived")
}
