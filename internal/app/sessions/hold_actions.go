package sessions

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// SaveAction adds an action (ID 0) or changes one. It gives the action's id and
// the errors of supervision.AddAction and EditAction, and can be undone.
func (d *Desk) SaveAction(a supervision.Action) (journal.ID, error) {
	a.Text, a.OwnerName = strings.TrimSpace(a.Text), strings.TrimSpace(a.OwnerName)
	return d.EditOrMake(a.ID, supervision.EditAction(a), func(id journal.ID) supervision.Op {
		a.ID, a.Created = id, d.Today()
		return supervision.AddAction(a)
	})
}

// DoneAction marks an open action as done today, and whether it worked, which
// may be empty and said later. It gives fault.NotFound or fault.Conflict, and
// can be undone.
func (d *Desk) DoneAction(id journal.ID, worked supervision.Worked) error {
	return d.Change(supervision.DoneAction(id, d.Today(), worked))
}

// DidItWork says of a done action whether it worked. It gives fault.NotFound, or
// fault.Invalid for one that isn't done, and can be undone.
func (d *Desk) DidItWork(id journal.ID, worked supervision.Worked) error {
	return d.Change(supervision.Batch("undo.edit_action", func(b *supervision.Edit) error {
		a, err := b.Action(id)
		if err != nil {
			return err
		}
		a.DidItWork = worked
		return b.Do(supervision.EditAction(a))
	}))
}

// GiveUpAction drops an open action and says why. It gives fault.NotFound,
// fault.Conflict, or fault.Invalid without a reason, and can be undone.
func (d *Desk) GiveUpAction(id journal.ID, reason string) error {
	reason = strings.TrimSpace(reason)
	return d.Change(supervision.DropAction(id, reason))
}

// ReopenAction takes back that an action was done or dropped. It gives
// fault.NotFound or fault.Conflict, and can be undone.
func (d *Desk) ReopenAction(id journal.ID) error {
	return d.Change(supervision.ReopenAction(id))
}

// MarkInCaseRecord says whether what an item came to in a session has been
// written into the case record. It gives the errors of supervision.MarkInCaseRecord,
// and can be undone.
func (d *Desk) MarkInCaseRecord(item, session journal.ID, done bool) error {
	return d.Change(supervision.MarkInCaseRecord(item, session, done))
}
