package supervision

import (
	"slices"
	"time"
)

// SharedCopy is a line of the register of what left the journal: it can answer
// "what did you share, when, with whom?" without holding the words again, but for
// those that were kept on purpose.
type SharedCopy struct {
	ID       ID        `json:"id"`
	At       time.Time `json:"at"`
	Audience string    `json:"audience"`
	Kind     string    `json:"kind"`   // agenda, run_sheet, record, entries, case, facts, digest, hours, cpd, evidence, record_text, calendar
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
func (s SharedCopy) Key() Key { return Key{CopyRecord, s.ID} }

// Validate returns fault.Invalid for a line without an id or a format, or of a kind or
// for an audience that this version doesn't know. Any format will do: nothing but its
// name is ever needed of it.
func (s SharedCopy) Validate() error {
	return firstBroken(
		rule{s.ID != 0, "check shared copy: no id"},
		rule{slices.Contains([]string{"agenda", "run_sheet", "record", "entries", "case", "facts", "digest", "hours", "cpd", "evidence", "record_text", "calendar"}, s.Kind), "check shared copy: kind"},
		rule{said(s.Format) && line(s.Format), "check shared copy: format"},
		rule{oneOf(Audience(s.Audience), Audiences()), "check shared copy: audience"},
		rule{date(s.Withdrawn), "check shared copy: withdrawn"},
	)
}

// Refers returns nothing: a line stands whatever becomes of what it was about.
func (s SharedCopy) Refers() []Key { return nil }

// Fits returns nil, for the same reason.
func (s SharedCopy) Fits(*Board) error { return nil }

// Clone returns a copy that shares nothing with s.
func (s SharedCopy) Clone() Record {
	s.Entries, s.Left, s.Passages = slices.Clone(s.Entries), slices.Clone(s.Left), slices.Clone(s.Passages)
	return s
}

// SharedCopies gives the register, the latest first.
func (b *Board) SharedCopies() []SharedCopy {
	return sorted(b, nil, func(x, y SharedCopy) int { return y.At.Compare(x.At) })
}

// EnterCopy adds a line to the register, or replaces the one with its id. It gives
// fault.Invalid.
func EnterCopy(s SharedCopy) Op {
	return operation("enter copy", func(e *draft) {
		e.put(s)
	})
}

// StrikeCopy takes a line out of the register, of a file that was not written. One
// that isn't there is struck already.
func StrikeCopy(id ID) Op {
	return operation("strike copy", func(e *draft) {
		e.put(Gone{Key{CopyRecord, id}})
	})
}

// WithdrawCopy says on which day a copy was asked back or destroyed; "" takes that
// back. It gives fault.NotFound.
func WithdrawCopy(id ID, on Date) Op {
	return operation("undo.withdraw_copy", func(e *draft) {
		s := pick[SharedCopy](e, id, "find shared copy")
		s.Withdrawn = on
		e.put(s)
	})
}
