package supervision

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// Action is something somebody has taken on. It lives on by itself: the item
// and the session only say where it came from.
type Action struct {
	ID        ID          `json:"id"`
	Text      string      `json:"text"`
	Owner     Owner       `json:"owner"`
	OwnerName string      `json:"owner_name,omitempty"` // for Other
	Due       Date        `json:"due,omitempty"`
	State     ActionState `json:"state"`
	Reason    string      `json:"reason,omitempty"` // why it was dropped
	Item      ID          `json:"item,omitempty"`
	Session   ID          `json:"session,omitempty"`
	Entries   []ID        `json:"entries,omitempty"`
	Created   Date        `json:"created,omitempty"`
	DoneOn    Date        `json:"done_on,omitempty"`
	DidItWork Worked      `json:"did_it_work,omitempty"`
}

// Validate gives fault.Invalid for the first thing that is wrong with a, or nil.
func (a Action) Validate() error {
	return valid.First(
		valid.That(a.ID != 0, "check action: no id"),
		valid.That(!journal.Blank(a.Text) && valid.Text(a.Text), "check action: text"),
		valid.That(a.Owner != "" && valid.OneOf(a.Owner, Owners()), "check action: owner"),
		valid.That(valid.Line(a.OwnerName) && (a.Owner != Other || !journal.Blank(a.OwnerName)), "check action: owner's name"),
		valid.That(valid.Day(a.Due) && valid.Day(a.Created) && valid.Day(a.DoneOn), "check action: dates"),
		valid.That(slices.Contains([]ActionState{ToDo, Done, Dropped}, a.State), "check action: state"),
		valid.That((a.State == Done) == (a.DoneOn != ""), "check action: done date"),
		valid.That(valid.Line(a.Reason) && (a.State == Dropped) == !journal.Blank(a.Reason), "check action: reason"),
		valid.That(valid.OneOf(a.DidItWork, []Worked{ItWorked, WorkedInPart, DidNotWork}), "check action: did it work"),
		valid.That(a.DidItWork == "" || a.State == Done, "check action: did it work"),
		valid.That(valid.Links(a.Entries), "check action: entries"),
	)
}

// Overdue says whether the action is open and its due date is before today.
func (a Action) Overdue(today Date) bool {
	return a.State == ToDo && a.Due != "" && a.Due < today
}

// Key returns the key.
func (a Action) Key() Key { return Key{ActionRecord, a.ID} }

// Refers returns the item and the session that it came from.
func (a Action) Refers() []Key {
	return []Key{{ItemRecord, a.Item}, {SessionRecord, a.Session}}
}

// Fits returns nil: an action goes with whatever it came from.
func (a Action) Fits(*Board) error { return nil }

// Clone returns a copy that shares nothing with a.
func (a Action) Clone() Record {
	a.Entries = slices.Clone(a.Entries)
	return a
}
