package library

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Overviews gives every entry's overview, newest first, deleted ones left out. Until an
// entry changes it is the same list, in which nobody may change anything.
func (l *Library) Overviews() []journal.Overview {
	l.mu.RLock()
	listed := l.listed
	l.mu.RUnlock()
	if listed != nil {
		return listed
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.listed == nil {
		l.list()
	}
	return l.listed
}

// Trash gives the overviews of deleted entries that are not purged, newest
// first.
func (l *Library) Trash() []journal.Overview {
	l.mu.RLock()
	defer l.mu.RUnlock()
	var all []journal.Overview
	for _, id := range l.order {
		if o := l.overviews[id]; o.Trashed != nil {
			all = append(all, *o)
		}
	}
	return all
}

// Overview gives the entry's overview, and whether there is one.
func (l *Library) Overview(id journal.ID) (journal.Overview, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if o, there := l.overviews[id]; there {
		return *o, true
	}
	return journal.Overview{}, false
}

// Entry gives the entry as it was last saved, or after AsWritten as it was being
// written. One that a later version marked in
// its way comes with its words alone. It gives fault.NotFound, or what the vault
// gives for a record that is damaged.
func (l *Library) Entry(id journal.ID) (journal.Entry, error) {
	return l.read(l.tableOf(id), id)
}

func (l *Library) read(table vault.Table, id journal.ID) (journal.Entry, error) {
	body, err := l.vault.Get(table, vault.ID(id))
	if err != nil {
		return journal.Entry{}, fault.Wrap("read entry", err)
	}
	e, _, err := decodeEntry(body)
	return e, fault.Wrap("read entry", err)
}

// EachEntry calls fn with every saved entry, in no order, deleted ones
// included, from several goroutines at once. Those that can't be read are set
// aside, and so are earlier versions. It stops soon after fn's first error and
// gives it; other kinds are those of vault.Vault.Each.
func (l *Library) EachEntry(ctx context.Context, fn func(journal.Entry) error) error {
	damaged, err := each(ctx, l.vault, vault.Details, func(id vault.ID, body []byte) error {
		e, newer, err := decodeEntry(body)
		switch {
		case err != nil || e.ID != journal.ID(id):
			a := unknownEntry(vault.Details, id, OfText, body)
			l.setAside(a)
			return nil
		case newer || hasForeign(body):
			l.setAside(l.entryAside(vault.Details, id, OfEntry, Fields))
		}
		if l.tableOf(e.ID) != vault.Details {
			return nil
		}
		return fn(e)
	})
	if err == nil {
		err = stopped(l.eachWritten(fn))
	}
	if err != nil {
		return err
	}
	for _, id := range damaged {
		l.setAside(l.entryAside(vault.Details, id, OfText, Damaged))
	}
	damaged, err = each(ctx, l.vault, vault.Revision, func(row vault.ID, body []byte) error {
		switch e, newer, err := decodeEntry(body); {
		case err != nil:
			l.setAside(unknownEntry(vault.Revision, row, OfRevision, body))
		case newer || hasForeign(body):
			l.setAside(Aside{Table: vault.Revision, ID: journal.ID(row), Kind: OfRevision, Why: Fields, Name: e.Overview().Name(), When: e.Date})
		}
		return nil
	})
	l.setAsideEach(vault.Revision, OfRevision, damaged)
	return err
}

// hasForeign reports whether an entry's head has fields of a later version.
func hasForeign(body []byte) bool {
	raw, _, err := splitEntry(body)
	return err == nil && foreign(reflect.TypeFor[head](), raw)
}

// SaveDraft keeps e as it is being written, beside what was last saved of it.
// It gives fault.NewerFormat where a later version wrote the entry, fault.Damaged
// or Tampered where what was saved of it can't be read, and the kinds of
// vault.Vault.Update.
func (l *Library) SaveDraft(e journal.Entry) error {
	before, err := l.heads(e.ID)
	if err != nil {
		return err
	}
	body, err := encodeEntry(e, l.wasBefore(e.ID, true), before...)
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

// DropDraft forgets the draft of the entry, if there is one. Kinds: those of
// vault.Vault.Update.
func (l *Library) DropDraft(id journal.ID) error {
	return l.write(func(tx *vault.Tx) error { return l.deleteDraft(tx, id) },
		func() { delete(l.drafts, id) })
}

// SaveEntry makes e the entry, and its draft is gone; with revise, what stood
// before becomes a revision. also, if not nil, changes supervision in the same
// step. What a later version added to the entry lives on. It gives fault.Invalid
// for an entry that breaks a rule, fault.NewerFormat for one that a later
// version wrote in its way, and the errors of SaveDraft and of also.
func (l *Library) SaveEntry(e journal.Entry, revise bool, also Op) (supervision.Change, error) {
	overview, details, err := l.encodeBoth(e, revise)
	if err == nil {
		err = e.Validate()
	}
	if err != nil {
		return supervision.Change{}, err
	}
	e = e.Clone()
	row, before, err := l.revision(e.ID, revise)
	if err != nil {
		return supervision.Change{}, err
	}
	return l.step(also, nil, func(tx *vault.Tx) error {
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

// heads gives the heads of the entry as it stands, saved and drafted.
func (l *Library) heads(id journal.ID) (all []json.RawMessage, err error) {
	for _, table := range [...]vault.Table{vault.Details, vault.Draft} {
		body, err := l.vault.Get(table, vault.ID(id))
		if fault.KindOf(err) == fault.NotFound || table == vault.Draft && fault.KindOf(err) == fault.Damaged {
			continue
		}
		if err != nil {
			return nil, fault.Wrap("read entry", err)
		}
		raw, _, err := splitEntry(body)
		if err != nil {
			return nil, err
		}
		if _, newer, err := decodeEntry(body); err != nil || newer {
			return nil, fault.New(fault.NewerFormat, "change entry of a newer version")
		}
		all = append(all, raw)
	}
	return all, nil
}

// encodeBoth gives the two records of an entry. kept: what it was stays as an
// earlier version.
func (l *Library) encodeBoth(e journal.Entry, kept bool) (overview, details []byte, err error) {
	before, err := l.heads(e.ID)
	if err != nil {
		return nil, nil, err
	}
	if details, err = encodeEntry(e, l.wasBefore(e.ID, kept), before...); err != nil {
		return nil, nil, err
	}
	if overview, err = encode(e.Overview()); err != nil {
		return nil, nil, err
	}
	was, err := l.vault.Get(vault.Overview, vault.ID(e.ID))
	if err != nil {
		return overview, details, nil // there is none, or it is made anew now
	}
	overview, err = carry(e.Overview(), was, overview)
	return overview, details, err
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
// first, as far as they can be read. Kinds: those of vault.Vault.Each.
func (l *Library) Revisions(ctx context.Context, id journal.ID) ([]journal.Entry, error) {
	var all []journal.Entry
	_, err := unopened(l.vault.Each(ctx, vault.Revision, func(_ vault.ID, body []byte) error {
		if e, _, err := decodeEntry(body); err == nil && e.ID == id {
			all = append(all, e)
		}
		return nil
	}))
	slices.SortFunc(all, func(a, b journal.Entry) int { return a.Revision - b.Revision })
	return all, fault.Wrap("read history", err)
}

// Purge takes the entries out of the journal for good, with their drafts and
// revisions, and keeps their ids as tombstones alone: no item and no action names
// them any more. Ids that are not there are passed over, and so is an earlier
// version that can't be read: nobody knows whose it is. It gives what it changed on the board, which is not to be undone.
// Kinds: those of vault.Vault.Each and of Change.
func (l *Library) Purge(ctx context.Context, ids ...journal.ID) (supervision.Change, error) {
	var revisions []vault.ID
	_, err := unopened(l.vault.Each(ctx, vault.Revision, func(row vault.ID, body []byte) error {
		if e, _, err := decodeEntry(body); err == nil && slices.Contains(ids, e.ID) {
			revisions = append(revisions, row)
		}
		return nil
	}))
	if err != nil {
		return supervision.Change{}, fault.Wrap("purge", err)
	}
	forget := supervision.ForgetEntries(ids...)
	return l.step(forget, ids, func(tx *vault.Tx) error { return l.purge(tx, ids, revisions) }, func() {
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
		if l.vault.Has(vault.Draft, vault.ID(id)) { // one that can't be read goes too
			errs = append(errs, tx.Delete(vault.Draft, vault.ID(id)))
		}
		if _, saved := l.Overview(id); saved {
			errs = append(errs, tx.Delete(vault.Overview, vault.ID(id)), tx.Delete(vault.Details, vault.ID(id)))
		}
	}
	return errors.Join(errs...)
}

// write runs change in one transaction, and then done.
func (l *Library) write(change func(*vault.Tx) error, done func()) error {
	_, err := l.step(nil, nil, change, done)
	return err
}

// SaveNew writes entries that are new, and what is kept beside them as by Save, in one
// step: all of it or nothing, and counts the entries in progress, which may be nil. It
// gives fault.Invalid for one that breaks a rule, fault.Conflict for an id in use,
// fault.Cancelled when ctx ends, and the kinds of Save.
func (l *Library) SaveNew(ctx context.Context, all []journal.Entry, progress *atomic.Int64, beside ...Single) error {
	k := keeping{of: beside}
	err := l.write(func(tx *vault.Tx) error {
		for _, e := range all {
			if err := ctx.Err(); err != nil {
				return stopped(err)
			}
			if err := l.putNew(tx, e); err != nil {
				return err
			}
			if progress != nil {
				progress.Add(1)
			}
		}
		return k.put(l, tx)
	}, func() {
		for _, e := range all {
			l.place(e.Overview())
		}
		k.done(l)
	})
	return fault.Wrap("save new entries", err)
}

func (l *Library) putNew(tx *vault.Tx, e journal.Entry) error {
	if err := e.Validate(); err != nil {
		return err
	}
	if l.stands(e.ID) {
		return fault.New(fault.Conflict, "save new entry: id in use")
	}
	details, err := encodeEntry(e, nil)
	if err != nil {
		return err
	}
	return putEntry(tx, e, details)
}

func putEntry(tx *vault.Tx, e journal.Entry, details []byte) error {
	overview, err := encode(e.Overview())
	if err != nil {
		return err
	}
	return tx.PutEntry(vault.ID(e.ID), overview, details)
}
