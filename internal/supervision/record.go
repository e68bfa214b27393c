package supervision

import (
	"encoding/json"
	"slices"

	"aftershift/internal/fault"
)

// RecordKind says what a record is. Its value is stable: it is stored.
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

// Record is one thing that a board holds, or Gone where there is none. All that
// is particular to a kind of record stands in these methods; what reads, keeps,
// undoes, backs up and saves records goes by them alone.
type Record interface {
	// Key names the record. Its Kind is that of the type, also in the zero value.
	Key() Key
	// Validate returns fault.Invalid for the first thing that is wrong with the
	// record on its own, or nil.
	Validate() error
	// Refers returns the records that it names; keys with id 0 name none.
	Refers() []Key
	// Fits returns an error where the record doesn't go with the others on b. It is
	// called for valid records of which all that Refers returns is there, and must not
	// change b.
	Fits(b *Board) error
	// Clone returns a copy of the same type that shares nothing with the record.
	Clone() Record
}

// Kind is one kind of record.
type Kind struct {
	Name RecordKind
	Zero Record // the type's zero value

	read func(raw []byte) (Record, error)
}

// Kinds returns the table of every kind of record that the program has, in the
// order in which Board.Records gives them.
func Kinds() []Kind {
	return []Kind{
		KindOf[Relationship](),
		KindOf[Session](),
		KindOf[AgendaItem](),
		KindOf[Action](),
	}
}

// KindOf returns the kind of record that R is.
func KindOf[R Record]() Kind {
	var zero R
	return Kind{zero.Key().Kind, zero, decode[R]}
}

// Decode reads a record of the kind, one of Kinds or of more, from the JSON that
// json.Marshal wrote of it. It gives fault.Damaged for bytes that aren't one, and
// fault.NewerFormat for a kind this version doesn't know.
func Decode(kind RecordKind, raw []byte, more ...Kind) (Record, error) {
	for _, k := range slices.Concat(Kinds(), more) {
		if k.Name == kind {
			return k.read(raw)
		}
	}
	return nil, fault.New(fault.NewerFormat, "read record of supervision")
}

func decode[R Record](raw []byte) (Record, error) {
	var r R
	if json.Unmarshal(raw, &r) != nil || r.Validate() != nil {
		// The cause may quote the record, so it goes no further.
		return nil, fault.New(fault.Damaged, "read record of supervision")
	}
	return r, nil
}

// Gone stands for a record that isn't there: before it was made, or after its
// making was undone.
type Gone struct{ Of Key }

// Key returns the key of the record that isn't there.
func (g Gone) Key() Key { return g.Of }

// Validate returns nil: nothing can't be wrong.
func (g Gone) Validate() error { return nil }

// Refers returns nothing.
func (g Gone) Refers() []Key { return nil }

// Fits returns nil.
func (g Gone) Fits(*Board) error { return nil }

// Clone returns g.
func (g Gone) Clone() Record { return g }
