package sessions

import (
	"errors"
	"slices"
	"strings"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

// AddToAgenda puts items from the basket at the end of the session's agenda.
// It gives fault.Invalid for an item without words to share.
func (d *Desk) AddToAgenda(session journal.ID, items ...journal.ID) error {
	return d.Change(supervision.PutOnAgenda(session, items...))
}

// TakeOff puts an item back into the basket. It gives the errors of
// supervision.TakeOff and Library.Change.
func (d *Desk) TakeOff(item journal.ID) error {
	return d.Change(supervision.TakeOff(item))
}

// MoveItem moves an item to the place on its session's agenda, 0 first. It gives
// the errors of supervision.Reorder and Library.Change.
func (d *Desk) MoveItem(session, item journal.ID, to int) error {
	return d.Change(supervision.Reorder(session, item, to))
}

// SuggestOrder arranges the agenda: what settles one first, then by urgency. It
// gives the errors of supervision.Arrange and Library.Change.
func (d *Desk) SuggestOrder(session journal.ID) error {
	return d.Change(supervision.Batch("undo.arrange", func(b *supervision.Edit) error {
		items, err := b.Agenda(session)
		if err != nil {
			return err
		}
		return b.Do(supervision.Arrange(session, balance.Order(items)))
	}))
}

// AddStanding puts standing items on the agenda as one step that can be undone,
// with the words of the interface as their titles. It gives fault.Conflict when
// one is there already.
func (d *Desk) AddStanding(session journal.ID, kinds ...supervision.StandingKind) error {
	ids, err := d.NewIDs(len(kinds))
	if err != nil {
		return err
	}
	return d.Change(supervision.Batch("undo.add_standing", func(b *supervision.Edit) error {
		return d.stand(b, session, kinds, ids)
	}))
}

// stand puts standing items on an agenda, with ids for those that are new.
func (d *Desk) stand(b *supervision.Edit, session journal.ID, kinds []supervision.StandingKind, ids []journal.ID) error {
	for i, kind := range kinds {
		item := supervision.AgendaItem{ID: ids[i], Standing: kind, Title: d.App().Words().T("standing." + string(kind)), Created: d.Today()}
		if err := b.Do(supervision.AddStanding(session, item)); err != nil {
			return err
		}
	}
	return nil
}

// MergeItems makes one item of several; into keeps its title. It gives the errors
// of supervision.MergeItems and Library.Change.
func (d *Desk) MergeItems(into journal.ID, others ...journal.ID) error {
	return d.Change(supervision.MergeItems(into, others...))
}

// Item gives the item, or fault.NotFound.
func (d *Desk) Item(id journal.ID) (supervision.AgendaItem, error) {
	return d.Library().Board().Item(id)
}

// Items gives every item there is, also those that are settled, by id.
func (d *Desk) Items() []supervision.AgendaItem { return d.Library().Board().Items(nil) }

// ItemFor gives the live item that covers the entry, and whether there is one.
func (d *Desk) ItemFor(entry journal.ID) (it supervision.AgendaItem, found bool) {
	for _, live := range core.LiveItems(d.Library().Board(), entry) {
		it, found = live, true
	}
	return it, found
}

// SaveItem adds an item (ID 0) to the basket or changes one. Words of an item
// that stands for one entry are that entry's words to share too. It gives the
// item's id; fault.Invalid without a title.
func (d *Desk) SaveItem(it supervision.AgendaItem) (journal.ID, error) {
	if it.ID == 0 {
		return d.Make(func(id journal.ID) supervision.Op {
			it.ID, it.Created = id, d.Today()
			return supervision.AddItem(it)
		})
	}
	if d.standsFor(it) {
		return it.ID, d.saveShared(it)
	}
	return it.ID, d.Change(supervision.EditItem(it))
}

// saveShared changes an item and the entry that it stands for in one step.
func (d *Desk) saveShared(it supervision.AgendaItem) error {
	d.Saving().Lock()
	defer d.Saving().Unlock()
	edit := supervision.EditItem(it)
	before, drafted, err := d.Latest(it.Entries[0])
	if errors.Is(err, fault.NotFound) {
		return d.Change(edit) // the entry was purged; the item stands for itself
	}
	if err != nil {
		return err
	}
	e := before.Clone()
	e.Share = journal.Share{
		Title: strings.TrimSpace(it.Title), Words: strings.TrimSpace(it.Words), Want: string(it.Want),
		Minutes: it.Minutes, WhoKnows: it.WhoKnows,
	}
	if it.Urgency == supervision.Urgent || it.Urgency == supervision.Next {
		e.Flag = journal.Flag(it.Urgency)
	}
	c, err := d.KeepLatest(e, drafted, edit)
	if err != nil {
		return err
	}
	d.Did("undo.edit_item", d.sharing(before, c.Inverse()), d.sharing(e, c))
	return nil
}

// sharing gives a step that puts back what of the entry was shared, with the
// change to its item.
func (d *Desk) sharing(as journal.Entry, c supervision.Change) func() error {
	return func() error {
		d.Saving().Lock()
		defer d.Saving().Unlock()
		e, drafted, err := d.Latest(as.ID)
		if err != nil {
			return err
		}
		e.Share, e.Flag = as.Share, as.Flag
		_, err = d.KeepLatest(e, drafted, c.Op())
		return err
	}
}

// SplitItem makes a further item of the entries behind one, in the same place
// and with the same chain; that one stays as it is. It gives the new item's id
// and the errors of supervision.SplitItem, and can be undone.
func (d *Desk) SplitItem(of journal.ID, part supervision.AgendaItem) (journal.ID, error) {
	return d.Make(func(id journal.ID) supervision.Op {
		part.ID, part.Created = id, d.Today()
		return supervision.SplitItem(of, part)
	})
}

// WithdrawItem takes an item out of the way for good; an entry that it alone
// stands for loses the flag. It gives the errors of supervision.Withdraw and of
// Flag.
func (d *Desk) WithdrawItem(id journal.ID) error {
	it, err := d.Item(id)
	if err != nil {
		return err
	}
	if d.standsFor(it) {
		if err := d.Flag(it.Entries[0], journal.NoFlag); !errors.Is(err, fault.NotFound) {
			return err
		}
	}
	return d.Change(supervision.Withdraw(id))
}

// Flag marks the entry for supervision or takes the mark away. It can be undone.
// It gives fault.NotFound and the errors of Save.
func (d *Desk) Flag(id journal.ID, flag journal.Flag) error {
	return d.Remark(id, "undo.flag", func(e *journal.Entry) { e.Flag = flag })
}

// standsFor tells whether an item and its one entry go together: no other item
// is made of the entry.
func (d *Desk) standsFor(it supervision.AgendaItem) bool {
	if len(it.Entries) != 1 {
		return false
	}
	return !slices.ContainsFunc(core.LiveItems(d.Library().Board(), it.Entries[0]), func(other supervision.AgendaItem) bool {
		return other.ID != it.ID && len(other.Entries) == 1
	})
}
