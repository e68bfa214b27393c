package library

import (
	"context"
	"errors"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Overviews gives every entry's overview, newest first, deleted ones left out.
func (l *Library) Overviews() []journal.Overview {
	return l.list(func(o journal.Overview) bool { return o.Trashed == nil })
}

// Trash gives the overviews of deleted entries that are not purged, newest
// first.
func (l *Library) Trash() []journal.Overview {
	return l.list(func(o journal.Overview) bool { return o.Trashed != nil })
}

func (l *Library) list(keep func(journal.Overview) bool) []journal.Overview {
	l.mu.RLock()
	defer l.mu.RUnlock()
	all := make([]journal.Overview, 0, len(l.order))
	for _, id := range l.order {
		if o := l.overviews[id]; keep(o) {
			all = append(all, o)
		}
	}
	return all
}

// Overview gives the entry's overview, and whether there is one.
func (l *Library) Overview(id journal.ID) (journal.Overview, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	o, ok := l.overviews[id]
	return o, ok
}

// Entry gives the entry as it was last saved. It gives fault.NotFound, or what
// the vault gives for a record that is damaged.
func (l *Library) Entry(id journal.ID) (journal.Entry, error) {
	return l.read(vault.Details, id)
}

func (l *Library) read(table vault.Table, id journal.ID) (journal.Entry, error) {
	body, err := l.vault.Get(table, vault.ID(id))
	if err != nil {
		return journal.Entry{}, fault.Wrap("read entry", err)
	}
	e, err := decodeEntry(body)
	return e, fault.Wrap("read entry", err)
}

// EachEntry calls fn with every saved entry, in no order, deleted ones
// included, from several goroutines at once. It stops soon after the first error
// and gives it.
func (l *Library) EachEntry(ctx context.Context, fn func(journal.Entry) error) error {
	return each(ctx, l.vault, vault.Details, func(_ vault.ID, body []byte) error {
		e, err := decodeEntry(body)
		if err != nil {
			return err
		}
		return fn(e)
	})
}

// SaveDraft keeps e as it is being written, beside what was last saved of it.
func (l *Library) SaveDraft(e journal.Entry) error {
	body, err := encodeEntry(e)
	if err != nil {
		return err
	}
	return l.write(func(tx *vault.Tx) error {
		return tx.Put(vault.Draft, vault.ID(e.ID), body)
	}, func() { l.drafts[e.ID] = true })
}

// Draft gives what was last kept of an entry that is being written, or
// fault.NotFound.
func (l *Library) Draft(id journal.ID) (journal.Entry, error) {
	return l.read(vault.Draft, id)
}

// Drafts gives the ids of entries that have a draft, in no order.
func (l *Library) Drafts() []journal.ID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	ids := make([]journal.ID, 0, len(l.drafts))
	for id := range l.drafts {
		ids = append(ids, id)
	}
	return ids
}

// DropDraft forgets the draft of the entry, if there is one.
func (l *Library) DropDraft(id journal.ID) error {
	return l.write(func(tx *vault.Tx) error { return l.deleteDraft(tx, id) },
		func() { delete(l.drafts, id) })
}

// SaveEntry makes e the entry, and its draft is gone; with revise, what stood
// before becomes a revision. also, if not nil, changes supervision in the same
// step. It gives fault.Invalid for an entry that breaks a rule.
func (l *Library) SaveEntry(e journal.Entry, revise bool, also Op) (supervision.Change, error) {
	if err := e.Validate(); err != nil {
		return supervision.Change{}, err
	}
	e = e.Clone()
	overview, err := encode(e.Overview())
	if err != nil {
		return supervision.Change{}, err
	}
	details, err := encodeEntry(e)
	if err != nil {
		return supervision.Change{}, err
	}
	row, before, err := l.revision(e.ID, revise)
	if err != nil {
		return supervision.Change{}, err
	}
	return l.step(also, func(tx *vault.Tx) error {
		if before != nil {
			if err := tx.Put(vault.Revision, row, before); err != nil {
				return err
			}
		}
		if err := tx.PutEntry(vault.ID(e.ID), overview, details); err != nil {
			return err
		}
		return l.deleteDraft(tx, e.ID)
	}, func() { l.place(e.Overview()) })
}

// revision gives what the entry was until now, and a free row for it; nothing
// for an entry that is new or not to be revised.
func (l *Library) revision(id journal.ID, revise bool) (row vault.ID, before []byte, err error) {
	if _, saved := l.Overview(id); !saved || !revise {
		return 0, nil, nil
	}
	if before, err = l.vault.Get(vault.Details, vault.ID(id)); err != nil {
		return 0, nil, fault.Wrap("keep earlier version", err)
	}
	row, err = l.vault.NewID()
	return row, before, fault.Wrap("keep earlier version", err)
}

func (l *Library) deleteDraft(tx *vault.Tx, id journal.ID) error {
	if !l.drafts[id] {
		return nil
	}
	return tx.Delete(vault.Draft, vault.ID(id))
}

// Revisions gives what the entry was before each of its later saves, oldest
// first.
func (l *Library) Revisions(ctx context.Context, id journal.ID) ([]journal.Entry, error) {
	var all []journal.Entry
	err := l.vault.Each(ctx, vault.Revision, func(_ vault.ID, body []byte) error {
		e, err := decodeEntry(body)
		if err != nil {
			return err
		}
		if e.ID == id {
			all = append(all, e)
		}
		return nil
	})
	slices.SortFunc(all, func(a, b journal.Entry) int { return a.Revision - b.Revision })
	return all, fault.Wrap("read history", err)
}

// Purge takes the entries out of the journal for good, with their drafts and
// revisions, and keeps their ids as tombstones alone: no item and no action names
// them any more. Ids that are not there are passed over. It gives what
// it changed on the board, which is not to be undone.
func (l *Library) Purge(ctx context.Context, ids ...journal.ID) (supervision.Change, error) {
	var revisions []vault.ID
	err := l.vault.Each(ctx, vault.Revision, func(row vault.ID, body []byte) error {
		e, err := decodeEntry(body)
		if err != nil {
			return err
		}
		if slices.Contains(ids, e.ID) {
			revisions = append(revisions, row)
		}
		return nil
	})
	if err != nil {
		return supervision.Change{}, fault.Wrap("purge", err)
	}
	forget := func(b *supervision.Board) (supervision.Change, error) { return b.ForgetEntries(ids...) }
	var tombstones single
	return l.step(forget, func(tx *vault.Tx) (err error) {
		if tombstones, err = l.bury(tx, ids); err != nil {
			return err
		}
		return l.purge(tx, ids, revisions)
	}, func() {
		l.single[tombstoneKind] = tombstones
		for _, id := range ids {
			l.displace(id)
			delete(l.overviews, id)
			delete(l.drafts, id)
		}
	})
}

func (l *Library) purge(tx *vault.Tx, ids []journal.ID, revisions []vault.ID) error {
	var errs []error
	for _, row := range revisions {
		errs = append(errs, tx.Delete(vault.Revision, row))
	}
	for _, id := range ids {
		errs = append(errs, l.deleteDraft(tx, id))
		if _, saved := l.overviews[id]; saved {
			errs = append(errs, tx.Delete(vault.Overview, vault.ID(id)), tx.Delete(vault.Details, vault.ID(id)))
		}
	}
	return errors.Join(errs...)
}

// write runs change in one transaction, and then done.
func (l *Library) write(change func(*vault.Tx) error, done func()) error {
	_, err := l.step(nil, change, done)
	return err
}
