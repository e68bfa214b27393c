// Package library is the opened journal: entries, supervision, register and
// settings as objects, kept over the sealed records of a vault.
//
// What a list needs lies in memory while the journal is open; the texts of
// entries are read when asked for. Every change is one transaction: when a
// method returns nil, the change is on the disk; when it returns an error,
// nothing has changed, in the file or in memory.
package library

import (
	"context"
	"slices"
	"sync"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Library is an opened journal. It is safe for concurrent use.
type Library struct {
	vault *vault.Vault

	mu        sync.RWMutex
	overviews map[journal.ID]journal.Overview
	order     []journal.ID // newest first
	drafts    map[journal.ID]bool
	board     *supervision.Board
	single    map[string]single // settings, place, register, themes
	shares    []SharedCopy
}

// Open reads what lists need from v, which the Library owns from then on. It
// gives fault.Damaged where a record opens but can't be read, and whatever the
// vault gives.
func Open(ctx context.Context, v *vault.Vault) (*Library, error) {
	l := &Library{
		vault:     v,
		overviews: make(map[journal.ID]journal.Overview, v.Len(vault.Overview)),
		drafts:    map[journal.ID]bool{},
		single:    map[string]single{},
	}
	if err := each(ctx, v, vault.Overview, l.takeOverview); err != nil {
		return nil, fault.Wrap("read entries", err)
	}
	if err := l.takeOrphans(); err != nil {
		return nil, fault.Wrap("read entries", err)
	}
	if err := v.Each(ctx, vault.Draft, l.takeDraft); err != nil {
		return nil, fault.Wrap("read drafts", err)
	}
	if err := l.openObjects(ctx); err != nil {
		return nil, err
	}
	l.sort()
	return l, nil
}

func (l *Library) takeOverview(id vault.ID, body []byte) error {
	var o journal.Overview
	if err := decode(body, &o); err != nil {
		return err
	}
	if o.ID != journal.ID(id) {
		return fault.New(fault.Tampered, "read entry: wrong record")
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.overviews[o.ID] = o
	return nil
}

// takeOrphans lists entries of which only the details are left, as in a journal
// saved from a broken file. Their next save makes them whole.
func (l *Library) takeOrphans() error {
	for _, id := range l.vault.IDs(vault.Details) {
		if _, listed := l.overviews[journal.ID(id)]; listed {
			continue
		}
		e, err := l.read(vault.Details, journal.ID(id))
		if err != nil {
			return err
		}
		l.overviews[e.ID] = e.Overview()
	}
	return nil
}

func (l *Library) takeDraft(id vault.ID, _ []byte) error {
	l.drafts[journal.ID(id)] = true
	return nil
}

// sort puts all entries in order, newest first.
func (l *Library) sort() {
	all := make([]journal.Overview, 0, len(l.overviews))
	for _, o := range l.overviews {
		all = append(all, o)
	}
	slices.SortFunc(all, compare)
	for _, o := range all {
		l.order = append(l.order, o.ID)
	}
}

// place puts a saved entry where it belongs in the order; its draft is gone.
func (l *Library) place(o journal.Overview) {
	l.displace(o.ID)
	l.overviews[o.ID] = o
	delete(l.drafts, o.ID)
	at, _ := slices.BinarySearchFunc(l.order, o, l.compareTo)
	l.order = slices.Insert(l.order, at, o.ID)
}

// displace takes an entry out of the order.
func (l *Library) displace(id journal.ID) {
	if o, saved := l.overviews[id]; saved {
		at, _ := slices.BinarySearchFunc(l.order, o, l.compareTo)
		l.order = slices.Delete(l.order, at, at+1)
	}
}

func (l *Library) compareTo(id journal.ID, o journal.Overview) int {
	return compare(l.overviews[id], o)
}

func compare(a, b journal.Overview) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// NewID draws an id that no record has.
func (l *Library) NewID() (journal.ID, error) {
	id, err := l.vault.NewID()
	return journal.ID(id), fault.Wrap("draw id", err)
}

// Vault gives the vault below, for what concerns the file as a whole: verify,
// back up, change the passphrase.
func (l *Library) Vault() *vault.Vault { return l.vault }

// Close closes the vault. It may be called twice.
func (l *Library) Close() error { return fault.Wrap("close journal", l.vault.Close()) }
