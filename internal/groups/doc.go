// Package groups is supervision among several: a peer group or a supervised group, who
// is in it and whose turn it is, the meetings it holds by a run-sheet, and what was
// noted there about the cases of others.
//
// Group, Member, Meeting, Note and Own are records on the board of supervision, of the
// kinds that Kinds returns; SetUp, Begin and the like are operations on it. A group adds
// to a relationship, which has its name, its rhythm and its usual length; a meeting adds
// to a session, which is planned, counted and put into a calendar like any other.
//
// How a meeting goes is data: a Procedure, read from a file by Parse. Who speaks when is
// worked out from it and from who is there, and nothing else is kept about a member than
// who was there and whose turn it was. A Note is short-lived: it is to be taken away once
// Expired says so.
package groups

import (
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// ID names a record, or an entry of the journal; 0 names none.
type ID = journal.ID

// Date is a day without a zone; empty means not set.
type Date = journal.Date

// The kinds of record. Their values are stored.
const (
	GroupRecord   supervision.RecordKind = "group"
	MemberRecord  supervision.RecordKind = "member"
	MeetingRecord supervision.RecordKind = "meeting"
	NoteRecord    supervision.RecordKind = "others_note"
	OwnRecord     supervision.RecordKind = "procedure"
)

// Kinds returns the kinds of record of this room, for the table of a board.
func Kinds() []supervision.Kind {
	return []supervision.Kind{
		supervision.KindOf[Group](),
		supervision.KindOf[Member](),
		supervision.KindOf[Meeting](),
		supervision.KindOf[Note](),
		supervision.KindOf[Own](),
	}
}

func key(kind supervision.RecordKind, id ID) supervision.Key {
	return supervision.Key{Kind: kind, ID: id}
}

// remove returns the operation that takes a record off the board.
func remove[R supervision.Record](label string, id ID) supervision.Op {
	return supervision.Revise(label, id, func(r R) (supervision.Record, error) {
		return supervision.Gone{Of: r.Key()}, nil
	})
}

// fitting returns op, refused with fault.Conflict where what it leaves doesn't go
// together: a meeting of one group with somebody of another.
func fitting(op supervision.Op) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		c, err := op(b)
		if err != nil {
			return c, err
		}
		for _, r := range c.After {
			if err := r.Fits(b); err != nil {
				_ = b.Apply(c.Inverse()) // nothing came in between
				return supervision.Change{}, fault.As(fault.Conflict, "change group", err)
			}
		}
		return c, nil
	}
}
