package groups

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// KeepDays is how many days a note about others' cases is kept: their clients are not
// the writer's, and what is useful of it by then is an entry of the writer's own.
const KeepDays = 30

// Note is what was noted at a meeting about the cases of others. It is private, and is
// gone for good when its days are over.
type Note struct {
	ID      ID     `json:"id"`
	Meeting ID     `json:"meeting"`
	Text    string `json:"text"`
	Written Date   `json:"written"`
}

// Until returns the last day on which the note is there.
func (n Note) Until() Date { return n.Written.AddDays(KeepDays) }

// Expired reports whether the note is to be gone today.
func (n Note) Expired(today Date) bool { return today > n.Until() }

// Key returns the key.
func (n Note) Key() supervision.Key { return key(NoteRecord, n.ID) }

// Validate returns fault.Invalid for the first thing that is wrong with n, or nil.
func (n Note) Validate() error {
	return valid.First(
		valid.That(n.ID != 0 && n.Meeting != 0, "check note: no id"),
		valid.That(said(n.Text) && valid.Text(n.Text), "check note: text"),
		valid.That(n.Written.Validate() == nil, "check note: day"),
	)
}

// Refers returns the meeting.
func (n Note) Refers() []supervision.Key { return []supervision.Key{key(MeetingRecord, n.Meeting)} }

// Fits returns nil: a meeting may have several, which come of copies made one.
func (n Note) Fits(*supervision.Board) error { return nil }

// Clone returns n, which holds nothing to share.
func (n Note) Clone() supervision.Record { return n }

// Notes returns what was noted about others' cases and is still to be there today, by
// id. meeting 0 is every meeting.
func Notes(b *supervision.Board, meeting ID, today Date) []Note {
	return supervision.Each(b, func(n Note) bool {
		return (meeting == 0 || n.Meeting == meeting) && !n.Expired(today)
	})
}

// KeepNote makes a note what n says, adds it where it isn't there, or takes it away
// where n has no words. The day it was first written on stays. It gives fault.Invalid,
// and fault.NotFound without the meeting.
func KeepNote(n Note) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		was, err := supervision.Find[Note](b, n.ID)
		switch {
		case err != nil && journal.Blank(n.Text):
			return supervision.Change{}, nil
		case err != nil:
			return supervision.Add("undo.keep_note", n)(b)
		case journal.Blank(n.Text):
			return RemoveNote(n.ID)(b)
		}
		n.Written, n.Meeting = was.Written, was.Meeting
		return supervision.Revise("undo.keep_note", n.ID, func(Note) (supervision.Record, error) { return n, nil })(b)
	}
}

// RemoveNote takes a note away before its days are over. It gives fault.NotFound.
func RemoveNote(id ID) supervision.Op { return remove[Note]("undo.remove_note", id) }

// Expire takes away every note that isn't to be there today, and changes nothing where
// there is none. One that says to be of a day to come, by a clock that was wrong, counts
// from today: it isn't kept longer than others. It is not to be undone.
func Expire(today Date) supervision.Op {
	return supervision.Batch("expire notes", func(e *supervision.Edit) error {
		for _, n := range supervision.Each(e.Board, func(n Note) bool { return n.Expired(today) || n.Written > today }) {
			op := RemoveNote(n.ID)
			if !n.Expired(today) {
				n.Written = today
				op = supervision.Revise("", n.ID, func(Note) (supervision.Record, error) { return n, nil })
			}
			if err := e.Do(op); err != nil {
				return err
			}
		}
		return nil
	})
}
