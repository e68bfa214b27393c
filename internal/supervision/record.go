package supervision

import (
	"encoding/json"

	"aftershift/internal/fault"
)

// RecordKind says which of the board's four kinds a record is. Its value is
// stable: it may be stored.
type RecordKind string

// The kinds of record.
const (
	RelationshipRecord RecordKind = "relationship"
	SessionRecord      RecordKind = "session"
	ItemRecord         RecordKind = "item"
	ActionRecord       RecordKind = "action"
)

// Key names one record of the board.
type Key struct {
	Kind RecordKind
	ID   ID
}

// Record is a Relationship, Session, AgendaItem or Action, or Gone where there
// is none.
type Record interface {
	Key() Key
	Validate() error
	copied() Record
}

// Gone stands for a record that isn't there: before it was made, or after its
// making was undone.
type Gone struct{ Of Key }

// Key gives the key of the record that isn't there.
func (g Gone) Key() Key { return g.Of }

// Validate gives nil: nothing can't be wrong.
func (g Gone) Validate() error { return nil }

// Key gives the relationship's key.
func (r Relationship) Key() Key { return Key{RelationshipRecord, r.ID} }

// Key gives the session's key.
func (s Session) Key() Key { return Key{SessionRecord, s.ID} }

// Key gives the item's key.
func (it AgendaItem) Key() Key { return Key{ItemRecord, it.ID} }

// Key gives the action's key.
func (a Action) Key() Key { return Key{ActionRecord, a.ID} }

func (g Gone) copied() Record         { return g }
func (r Relationship) copied() Record { return r.clone() }
func (s Session) copied() Record      { return s.clone() }
func (it AgendaItem) copied() Record  { return it.clone() }
func (a Action) copied() Record       { return a.clone() }

// Decode reads a record of the kind from the JSON that json.Marshal wrote of
// it. It gives fault.Damaged for bytes that aren't one, and fault.NewerFormat
// for a kind this version doesn't know.
func Decode(kind RecordKind, raw []byte) (Record, error) {
	switch kind {
	case RelationshipRecord:
		return decode[Relationship](raw)
	case SessionRecord:
		return decode[Session](raw)
	case ItemRecord:
		return decode[AgendaItem](raw)
	case ActionRecord:
		return decode[Action](raw)
	}
	return nil, fault.New(fault.NewerFormat, "read record of supervision")
}

func decode[R Record](raw []byte) (Record, error) {
	var r R
	if err := json.Unmarshal(raw, &r); err != nil {
		// The cause may quote the record, so it goes no further.
		return nil, fault.New(fault.Damaged, "read record of supervision")
	}
	if r.Validate() != nil {
		return nil, fault.New(fault.Damaged, "read record of supervision")
	}
	return r, nil
}
