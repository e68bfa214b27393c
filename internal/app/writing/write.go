package writing

import (
	"context"
	"strings"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// NewEntry gives an empty entry of the user's usual template, about today. It
// is kept from its first draft or save on. It gives the errors of Library.NewID.
func (d *Desk) NewEntry() (journal.Entry, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return journal.Entry{}, err
	}
	e := journal.New(id, d.UsualTemplate(), d.Now())
	e.Sections = journal.Switch(nil, d.Template(e.Template))
	return e, nil
}

// Entry gives the entry as it was last saved; kinds of error: fault.NotFound,
// Damaged, Tampered, Locked.
func (d *Desk) Entry(id journal.ID) (journal.Entry, error) { return d.Library().Entry(id) }

// SaveDraft keeps e as it is being written. When it returns nil the text is on
// the disk, sealed. It gives the errors of Library.SaveDraft.
func (d *Desk) SaveDraft(e journal.Entry) error { return d.Library().SaveDraft(e) }

// Discard forgets the draft of an entry, so that it is again as it was saved. It
// gives the errors of Library.DropDraft.
func (d *Desk) Discard(id journal.ID) error { return d.Library().DropDraft(id) }

// Delete puts the entry into the trash, from where it can be taken back for
// Settings.TrashDays. It can be undone. It gives fault.NotFound and the errors of
// Save.
func (d *Desk) Delete(id journal.ID) error {
	now := d.Now()
	return d.Remark(id, "undo.delete", func(e *journal.Entry) { e.Trashed, e.Flag = &now, journal.NoFlag })
}

// Restore takes the entry out of the trash. Kinds: those of Delete.
func (d *Desk) Restore(id journal.ID) error {
	return d.Remark(id, "undo.restore", func(e *journal.Entry) { e.Trashed = nil })
}

// Purge takes entries out of the journal for good, and the file gets smaller by
// them. Items and actions that came of them stay, and name them no more. It can't
// be undone. It gives fault.Conflict while a hold lasts, and the errors of
// Library.Purge.
func (d *Desk) Purge(ctx context.Context, ids ...journal.ID) error {
	if d.Held() {
		return fault.As(fault.Conflict, "purge", core.ErrHeld)
	}
	forgot, err := d.Library().Purge(ctx, ids...)
	if err != nil {
		return err
	}
	_ = d.Library().Vault().Compact() // they are gone and overwritten either way
	for _, id := range ids {
		d.Texts().Remove(id)
		d.Tell(core.Event{Kind: core.EntryGone, ID: id})
	}
	if len(forgot.After) > 0 {
		d.Tell(core.Event{Kind: core.SupervisionChanged})
	}
	return nil
}

// EmptyTrash purges what was deleted more than Settings.TrashDays ago, unless a hold
// lasts. Kinds:
// those of Purge.
func (d *Desk) EmptyTrash(ctx context.Context) error {
	if d.Held() {
		return nil
	}
	var old []journal.ID
	for _, o := range d.Library().Trash() {
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
func (d *Desk) Trash() []journal.Overview { return d.Library().Trash() }

// History gives the entry's earlier versions, oldest first. It gives the errors of
// Library.Revisions.
func (d *Desk) History(ctx context.Context, id journal.ID) ([]journal.Entry, error) {
	return d.Library().Revisions(ctx, id)
}

// SetShare makes share the entry's words to share, so that a flagged entry can
// go on an agenda. It can be undone. It gives fault.NotFound and the errors of
// Save.
func (d *Desk) SetShare(entry journal.ID, share journal.Share) error {
	share.Title, share.Words = strings.TrimSpace(share.Title), strings.TrimSpace(share.Words)
	return d.Remark(entry, "undo.share", func(e *journal.Entry) { e.Share = share })
}
