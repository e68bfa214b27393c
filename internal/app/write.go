package app

import (
	"context"
	"errors"
	"reflect"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
)

// NewEntry gives an empty entry of the user's usual template, about today. It
// is kept from its first draft or save on.
func (d *Desk) NewEntry() (journal.Entry, error) {
	id, err := d.library.NewID()
	if err != nil {
		return journal.Entry{}, err
	}
	return journal.New(id, d.Settings().Template, d.Now()), nil
}

// Entry gives the entry as it was last saved; kinds of error: fault.NotFound,
// Damaged, Tampered, Locked.
func (d *Desk) Entry(id journal.ID) (journal.Entry, error) { return d.library.Entry(id) }

// SaveDraft keeps e as it is being written. When it returns nil the text is on
// the disk, sealed.
func (d *Desk) SaveDraft(e journal.Entry) error { return d.library.SaveDraft(e) }

// Save makes e the entry. Where its text differs from what was saved before,
// that stays as an earlier version; where only marks differ (themes, impact,
// flag, words to share, case record, date), the step can be undone under label,
// a text key; "" when it should not be. It gives the entry as saved.
func (d *Desk) Save(e journal.Entry, label string) (journal.Entry, error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	return d.save(e, label)
}

// remark changes the marks of an entry, in one step with reading them. What is
// being written becomes a version of it.
func (d *Desk) remark(id journal.ID, label string, change func(*journal.Entry)) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	e, _, err := d.latest(id)
	if err != nil {
		return err
	}
	change(&e)
	_, err = d.save(e, label)
	return err
}

func (d *Desk) save(e journal.Entry, label string) (journal.Entry, error) {
	before, err := d.library.Entry(e.ID)
	fresh := errors.Is(err, fault.NotFound)
	if err != nil && !fresh {
		return e, err
	}
	e.Updated = d.Now()
	c, err := d.keep(e)
	if err != nil {
		return e, err
	}
	if label != "" && !fresh {
		d.did(label, d.marks(e.ID, before, c.Inverse()), d.marks(e.ID, e, c))
	}
	return d.library.Entry(e.ID)
}

// marks gives a step that puts the marks of as on the entry and leaves its text,
// with the change c to the agenda that went with them.
func (d *Desk) marks(id journal.ID, as journal.Entry, c supervision.Change) func() error {
	as = as.Clone()
	return func() error {
		d.saving.Lock()
		defer d.saving.Unlock()
		e, drafted, err := d.latest(id)
		if err != nil {
			return err
		}
		e.Themes, e.Impact, e.Flag, e.Share = as.Themes, as.Impact, as.Flag, as.Share
		e.CaseRecord, e.Date, e.Trashed = as.CaseRecord, as.Date, as.Trashed
		if len(c.After) == 0 {
			_, err = d.keep(e)
			return err
		}
		_, err = d.keepLatest(e, drafted, func(b *supervision.Board) (supervision.Change, error) { return c, b.Apply(c) })
		return err
	}
}

// keep writes e, with the agenda item that goes with its flag, in one step, and
// gives what changed on the board.
func (d *Desk) keep(e journal.Entry) (supervision.Change, error) {
	before, err := d.library.Entry(e.ID)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return supervision.Change{}, err
	}
	revise := err == nil && (before.Title != e.Title || !reflect.DeepEqual(before.Sections, e.Sections))
	e.Revision = before.Revision
	if revise || err != nil {
		e.Revision++
	}
	item, err := d.library.NewID()
	if err != nil {
		return supervision.Change{}, err
	}
	return d.keepWith(e, revise, bring(e, before, item, d.Today()))
}

// keepWith writes e and changes the board in one step, and tells.
func (d *Desk) keepWith(e journal.Entry, revise bool, op library.Op) (supervision.Change, error) {
	change, err := d.library.SaveEntry(e, revise, op)
	if err != nil {
		return change, fault.Wrap("save entry", err)
	}
	d.texts.Put(e, d.themeNames(e.Themes))
	d.events.tell(Event{Kind: EntrySaved, ID: e.ID})
	if len(change.After) > 0 {
		d.events.tell(Event{Kind: SupervisionChanged})
	}
	return change, nil
}

// Discard forgets the draft of an entry, so that it is again as it was saved.
func (d *Desk) Discard(id journal.ID) error { return d.library.DropDraft(id) }

// Delete puts the entry into the trash, from where it can be taken back for
// Settings.TrashDays. It can be undone.
func (d *Desk) Delete(id journal.ID) error {
	now := d.Now()
	return d.remark(id, "undo.delete", func(e *journal.Entry) { e.Trashed, e.Flag = &now, journal.NoFlag })
}

// Restore takes the entry out of the trash.
func (d *Desk) Restore(id journal.ID) error {
	return d.remark(id, "undo.restore", func(e *journal.Entry) { e.Trashed = nil })
}

// Purge takes entries out of the journal for good, and the file gets smaller by
// them. Items and actions that came of them stay, and name them no more. It can't
// be undone.
func (d *Desk) Purge(ctx context.Context, ids ...journal.ID) error {
	forgot, err := d.library.Purge(ctx, ids...)
	if err != nil {
		return err
	}
	_ = d.library.Vault().Compact() // they are gone and overwritten either way
	for _, id := range ids {
		d.texts.Remove(id)
		d.events.tell(Event{Kind: EntryGone, ID: id})
	}
	if len(forgot.After) > 0 {
		d.events.tell(Event{Kind: SupervisionChanged})
	}
	return nil
}

// emptyTrash purges what was deleted more than Settings.TrashDays ago.
func (d *Desk) emptyTrash(ctx context.Context) error {
	var old []journal.ID
	for _, o := range d.library.Trash() {
		if d.Now().Sub(*o.Trashed) > time.Duration(d.Settings().TrashDays)*24*time.Hour {
			old = append(old, o.ID)
		}
	}
	if len(old) == 0 {
		return nil
	}
	return d.Purge(ctx, old...)
}

// Trash gives what is in the trash, newest first.
func (d *Desk) Trash() []journal.Overview { return d.library.Trash() }

// History gives the entry's earlier versions, oldest first.
func (d *Desk) History(ctx context.Context, id journal.ID) ([]journal.Entry, error) {
	return d.library.Revisions(ctx, id)
}
