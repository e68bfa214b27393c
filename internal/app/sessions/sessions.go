package sessions

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

// Gaps gives the functions of supervision that nothing on the session's agenda
// serves yet, or fault.NotFound.
func (d *Desk) Gaps(session journal.ID) ([]supervision.Function, error) {
	items, err := d.Library().Board().Agenda(session)
	if err != nil {
		return nil, err
	}
	return balance.Gaps(items), nil
}

// Missed gives the sessions that are still planned for a day that has gone by,
// the earliest first: to be moved or cancelled.
func (d *Desk) Missed() []supervision.Session { return d.Library().Board().Missed(d.Now()) }

// Account gives what a session did with each of its items, or fault.NotFound.
func (d *Desk) Account(session journal.ID) ([]supervision.Account, error) {
	return d.Library().Board().Account(session)
}

// CancelSession calls a planned session off and says why; its items wait again.
// It gives fault.NotFound, fault.Invalid without a reason, and fault.Conflict
// when the session is over. It can be undone.
func (d *Desk) CancelSession(session journal.ID, reason string) error {
	reason = strings.TrimSpace(reason)
	return d.Change(supervision.CancelSession(session, reason))
}

// AddNewItem puts a new item at the end of the session's agenda, as one step
// that can be undone. It gives the item's id; fault.Invalid without a title and
// words to share, and fault.Conflict when the session is over.
func (d *Desk) AddNewItem(session journal.ID, it supervision.AgendaItem) (journal.ID, error) {
	return d.Make(func(id journal.ID) supervision.Op {
		it.ID, it.Created = id, d.Today()
		return supervision.Batch("undo.add_item", func(b *supervision.Edit) error {
			if err := b.Do(supervision.AddItem(it)); err != nil {
				return err
			}
			return b.Do(supervision.PutOnAgenda(session, id))
		})
	})
}
