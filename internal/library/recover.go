package library

import (
	"context"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// Recover brings back from another library of the same journal what is damaged or
// missing here and whole there: as it was then, in one step. Nothing that can be
// read here is overwritten, and nothing that was purged comes back. It gives how
// many records were brought; the library has to be opened again to show them. It
// gives fault.Cancelled when ctx ends, and the kinds of vault.Vault.Update.
func (l *Library) Recover(ctx context.Context, from *Library) (n int, err error) {
	purged := l.Purged()
	err = l.write(func(tx *vault.Tx) error {
		for _, a := range l.Asides() {
			if a.Why != Damaged && a.Why != Missing || slices.Contains(purged, a.ID) || ctx.Err() != nil {
				continue
			}
			brought, err := l.recover(tx, from, a, purged)
			if err != nil {
				return err
			}
			if brought {
				n++
			}
		}
		return stopped(ctx.Err())
	}, func() {})
	if err != nil {
		n = 0
	}
	return n, fault.Wrap("bring back records", err)
}

// recover puts one record as it stands in from, if it is whole there and nothing
// of what was purged.
func (l *Library) recover(tx *vault.Tx, from *Library, a Aside, purged []journal.ID) (bool, error) {
	if a.Table == vault.Overview || a.Table == vault.Details {
		rows, err := from.rowsOf(context.Background(), []journal.ID{a.ID})
		if err != nil || len(rows) == 0 || rows[0].revision != nil {
			return false, nil // it isn't whole there either
		}
		return true, rows[0].put(tx)
	}
	body, err := from.vault.Get(a.Table, vault.ID(a.ID))
	if err != nil {
		return false, nil // as above
	}
	if a.Table == vault.Revision {
		if e, _, err := decodeEntry(body); err != nil || slices.Contains(purged, e.ID) {
			return false, nil // its entry was purged while nobody could tell whose it is
		}
	}
	var o object
	if a.Table == vault.Object && decode(body, &o) == nil {
		if _, since := l.single[o.Kind]; since {
			return false, nil // another one was begun here
		}
	}
	return true, tx.Put(a.Table, vault.ID(a.ID), body)
}
