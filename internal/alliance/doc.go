// Package alliance is the supervisory alliance: what people agree on who meet for
// supervision, mentoring or support, what they aim at, how it goes between them, what
// helped, and who is there for what.
//
// Agreement, Goal, Evaluation, Practice and Tie are records on the board of supervision,
// of the kinds that Kinds returns; Agree, SetGoal and the like are operations on it. Each
// belongs to one relationship, and no operation moves it to another.
//
// What follows from the log is worked out and never stored: Map says who is there for
// what, when one last met and where the network is thin; Served says which functions a
// relationship served; Loose says what is open between two people who part.
package alliance

import (
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// ID names a record; 0 names none.
type ID = journal.ID

// Date is a day without a zone; empty means not set.
type Date = journal.Date

// The kinds of record. Their values are stored.
const (
	AgreementRecord  supervision.RecordKind = "agreement"
	GoalRecord       supervision.RecordKind = "goal"
	EvaluationRecord supervision.RecordKind = "evaluation"
	PracticeRecord   supervision.RecordKind = "practice"
	TieRecord        supervision.RecordKind = "tie"
)

// Kinds returns the kinds of record of this room, for the table of a board.
func Kinds() []supervision.Kind {
	return []supervision.Kind{
		supervision.KindOf[Agreement](),
		supervision.KindOf[Goal](),
		supervision.KindOf[Evaluation](),
		supervision.KindOf[Practice](),
		supervision.KindOf[Tie](),
	}
}

// remove returns the operation that takes a record off the board.
func remove[R supervision.Record](label string, id ID) supervision.Op {
	return supervision.Revise(label, id, func(r R) (supervision.Record, error) {
		return supervision.Gone{Of: r.Key()}, nil
	})
}

// with returns the key of the relationship that a record belongs to.
func with(id ID) []supervision.Key {
	return []supervision.Key{{Kind: supervision.RelationshipRecord, ID: id}}
}

// present fails with fault.NotFound or, for somebody put away, fault.Conflict.
func present(b *supervision.Board, id ID) error {
	r, err := b.Relationship(id)
	if err == nil && r.Archived {
		err = fault.New(fault.Conflict, "find relationship: archived")
	}
	return err
}
