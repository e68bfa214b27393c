// Package learning is what a year of practice adds up to: hours logged by week, pieces
// of continuing professional development (CPD), evidence of competences, and the
// packs of rules that they are held against.
//
// Hours, Piece, Evidence and Choice are records on the board of supervision, of the
// kinds that Kinds returns; LogHours, KeepPiece and the like are operations on it.
//
// What a board or a regulator asks for is data: a Pack, read from a file by Parse, with
// the address, the date and the words that each figure was read from. Judge holds a log
// against a pack and returns a Verdict for each rule. A kind of rule that it doesn't know
// is told, never guessed. No verdict is a board's: whoever shows one says so.
package learning

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// ID names a record, or an entry of the journal; 0 names none.
type ID = journal.ID

// Date is a day without a zone; empty means not set.
type Date = journal.Date

// The kinds of record. Their values are stored.
const (
	HoursRecord    supervision.RecordKind = "hours"
	PieceRecord    supervision.RecordKind = "cpd"
	EvidenceRecord supervision.RecordKind = "evidence"
	ChoiceRecord   supervision.RecordKind = "pack"
)

// Kinds returns the kinds of record of this room, for the table of a board.
func Kinds() []supervision.Kind {
	return []supervision.Kind{
		supervision.KindOf[Hours](),
		supervision.KindOf[Piece](),
		supervision.KindOf[Evidence](),
		supervision.KindOf[Choice](),
	}
}

// remove returns the operation that takes a record off the board.
func remove[R supervision.Record](label string, id ID) supervision.Op {
	return supervision.Revise(label, id, func(r R) (supervision.Record, error) {
		return supervision.Gone{Of: r.Key()}, nil
	})
}
