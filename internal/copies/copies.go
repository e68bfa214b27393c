// Package copies is the register of what left the journal: records on the board of
// supervision that answer "what did you share, when, with whom?".
package copies

import (
	"slices"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// The field's ids and days are the journal's.
type (
	ID   = journal.ID
	Date = journal.Date
)

// Record is the kind of record that a line of the register is. Its value is stable:
// it is stored.
const Record supervision.RecordKind = "share"

// Kinds returns the table of the room's kinds of record.
func Kinds() []supervision.Kind { return []supervision.Kind{supervision.KindOf[SharedCopy]()} }

// SharedCopy is a line of the register. It doesn't hold the words again, but for
// those that were kept on purpose.
type SharedCopy struct {
	ID       ID        `json:"id"`
	At       time.Time `json:"at"`
	Audience string    `json:"audience"`
	Kind     string    `json:"kind"`   // agenda, run_sheet, record, entries, case, facts, digest, hours, cpd, evidence, agreement, handover, evaluation, card, practices, group_sheet, round, record_text, cpd_fields, calendar
	Format   string    `json:"format"` // pdf, text, clipboard, ics, or a later one
	File     string    `json:"file"`   // the file's name, without its folder
	SHA256   string    `json:"sha256"`
	Masked   int       `json:"masked"` // findings masked
	Kept     int       `json:"kept"`   // findings kept by decision
	Entries  []ID      `json:"entries,omitempty"`
	Session  ID        `json:"session,omitempty"`
	Private  bool      `json:"private,omitempty"` // private sections or the impact were included
	// Left is what was kept on purpose although it could name somebody, and why.
	Left []LeftWords `json:"left,omitempty"`
	// Passages are marks of the passages that the copy holds, by which the next one
	// for the same audience tells what is new in it.
	Passages []string `json:"passages,omitempty"`
	// Withdrawn is the day on which the copy was asked back or destroyed.
	Withdrawn Date `json:"withdrawn,omitempty"`
	// Pending is where the file was about to be written, whole path, until that is
	// known to be done. A line that keeps it tells of a program that ended between.
	Pending string `json:"pending,omitempty"`
}

// LeftWords are words that were kept in a copy, and the reason that was given.
type LeftWords struct {
	Words  string `json:"words"`
	Reason string `json:"reason,omitempty"`
}

// Key returns the key.
func (s SharedCopy) Key() supervision.Key { return supervision.Key{Kind: Record, ID: s.ID} }

// Validate returns fault.Invalid for a line without an id or a format, or of a kind or
// for an audience that this version doesn't know. Any format will do: nothing but its
// name is ever needed of it.
func (s SharedCopy) Validate() error {
	return valid.First(
		valid.That(s.ID != 0, "check shared copy: no id"),
		valid.That(slices.Contains([]string{"agenda", "run_sheet", "record", "entries", "case", "facts", "digest", "hours", "cpd", "evidence", "agreement", "handover", "evaluation", "card", "practices", "group_sheet", "round", "record_text", "cpd_fields", "calendar"}, s.Kind), "check shared copy: kind"),
		valid.That(!journal.Blank(s.Format) && valid.Line(s.Format), "check shared copy: format"),
		valid.That(valid.OneOf(supervision.Audience(s.Audience), supervision.Audiences()), "check shared copy: audience"),
		valid.That(valid.Day(s.Withdrawn), "check shared copy: withdrawn"),
	)
}

// Refers returns nothing: a line stands whatever becomes of what it was about.
func (s SharedCopy) Refers() []supervision.Key { return nil }

// Fits returns nil, for the same reason.
func (s SharedCopy) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with s.
func (s SharedCopy) Clone() supervision.Record {
	s.Entries, s.Left, s.Passages = slices.Clone(s.Entries), slices.Clone(s.Left), slices.Clone(s.Passages)
	return s
}

// SharedCopies returns the register on b, the latest line first.
func SharedCopies(b *supervision.Board) []SharedCopy {
	all := supervision.Each[SharedCopy](b, nil)
	slices.SortStableFunc(all, func(x, y SharedCopy) int { return y.At.Compare(x.At) })
	return all
}

// Enter adds a line to the register, or replaces the one with its id. It gives
// fault.Invalid.
func Enter(s SharedCopy) supervision.Op {
	const label = "enter copy"
	return func(b *supervision.Board) (supervision.Change, error) {
		if _, err := supervision.Find[SharedCopy](b, s.ID); err != nil {
			return supervision.Add(label, s)(b)
		}
		return become(label, s.ID, s)(b)
	}
}

// Strike takes a line out of the register, of a file that was not written. One that
// isn't there is struck already.
func Strike(id ID) supervision.Op {
	const label = "strike copy"
	return func(b *supervision.Board) (supervision.Change, error) {
		if _, err := supervision.Find[SharedCopy](b, id); err != nil {
			return supervision.Change{Label: label}, nil
		}
		return become(label, id, supervision.Gone{Of: SharedCopy{ID: id}.Key()})(b)
	}
}

// become returns the operation that puts r in the place of the line with the id.
func become(label string, id ID, r supervision.Record) supervision.Op {
	return supervision.Revise(label, id, func(SharedCopy) (supervision.Record, error) { return r, nil })
}

// Withdraw says on which day a copy was asked back or destroyed; "" takes that back.
// It gives fault.NotFound.
func Withdraw(id ID, on Date) supervision.Op {
	return supervision.Revise("undo.withdraw_copy", id, func(s SharedCopy) (supervision.Record, error) {
		s.Withdrawn = on
		return s, nil
	})
}
