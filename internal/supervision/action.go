package supervision

import (
	"slices"
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
	return firstBroken(
		rule{a.ID != 0, "check action: no id"},
		rule{said(a.Text) && text(a.Text), "check action: text"},
		rule{a.Owner != "" && oneOf(a.Owner, Owners()), "check action: owner"},
		rule{line(a.OwnerName) && (a.Owner != Other || said(a.OwnerName)), "check action: owner's name"},
		rule{date(a.Due) && date(a.Created) && date(a.DoneOn), "check action: dates"},
		rule{slices.Contains([]ActionState{ToDo, Done, Dropped}, a.State), "check action: state"},
		rule{(a.State == Done) == (a.DoneOn != ""), "check action: done date"},
		rule{line(a.Reason) && (a.State == Dropped) == said(a.Reason), "check action: reason"},
		rule{oneOf(a.DidItWork, []Worked{ItWorked, WorkedInPart, DidNotWork}), "check action: did it work"},
		rule{a.DidItWork == "" || a.State == Done, "check action: did it work"},
		rule{links(a.Entries), "check action: entries"},
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
