package library

import (
	"context"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// tombstoneKind marks the one object that lists the ids of purged entries, and
// nothing else of them, so that a backup does not bring them back unasked.
const tombstoneKind = "tombstone"

// Purged gives the ids of entries that were taken out for good, oldest first.
func (l *Library) Purged() []journal.ID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.purged()
}

// purged is Purged for a caller that holds l.mu. One that can't be read gives
// none: it was decoded as JSON when it was opened.
func (l *Library) purged() []journal.ID {
	var ids []journal.ID
	if decode(l.single[tombstoneKind].body, &ids) != nil {
		return nil
	}
	return ids
}

// bury writes a tombstone for those of the ids that the journal holds. It gives
// the object as it is then, to be put into l.single when all is written.
func (l *Library) bury(tx *vault.Tx, ids []journal.ID) (single, error) {
	all := l.purged()
	for _, id := range ids {
		_, saved := l.overviews[id]
		if (saved || l.drafts[id]) && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	row, err := l.rowOf(tombstoneKind)
	if err != nil {
		return single{}, err
	}
	body, err := encode(all)
	if err != nil {
		return single{}, err
	}
	return single{row, body}, putObject(tx, row, tombstoneKind, all)
}

// Adopt brings the entries with these ids over from another library of the same
// journal, with their earlier versions. An id that stands here already, or was
// purged here, or can't be read there, is passed over: nothing is overwritten, and nothing that was
// deleted for good comes back. It is one step: all of them, or none. It gives
// the ids that were brought.
func (l *Library) Adopt(ctx context.Context, from *Library, ids []journal.ID) ([]journal.ID, error) {
	fresh, purged := make([]journal.ID, 0, len(ids)), l.Purged()
	for _, id := range ids {
		if _, saved := l.Overview(id); !saved && !slices.Contains(purged, id) {
			fresh = append(fresh, id)
		}
	}
	rows, err := from.rowsOf(ctx, fresh)
	fresh = slices.DeleteFunc(fresh, func(id journal.ID) bool {
		return !slices.ContainsFunc(rows, func(c carried) bool { return c.revision == nil && c.id == vault.ID(id) })
	})
	if err != nil {
		return nil, fault.Wrap("bring entries over", err)
	}
	err = l.write(func(tx *vault.Tx) error {
		for _, r := range rows {
			if err := r.put(tx); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		for _, id := range fresh {
			o, _ := from.Overview(id) // its records were read just now
			l.place(o)
		}
	})
	if err != nil {
		return nil, fault.Wrap("bring entries over", err)
	}
	return fresh, nil
}

// carried is what is brought over of one entry: its two records, or one of its
// earlier versions.
type carried struct {
	id                vault.ID
	overview, details []byte
	revision          []byte
}

func (c carried) put(tx *vault.Tx) error {
	if c.revision != nil {
		return tx.Put(vault.Revision, c.id, c.revision)
	}
	return tx.PutEntry(c.id, c.overview, c.details)
}

// rowsOf reads all records of the entries.
func (l *Library) rowsOf(ctx context.Context, ids []journal.ID) ([]carried, error) {
	var all []carried
	for _, id := range ids {
		c := carried{id: vault.ID(id)}
		var err error
		c.overview, err = l.vault.Get(vault.Overview, c.id)
		if kind := fault.KindOf(err); kind == fault.NotFound || kind == fault.Damaged {
			o, listed := l.Overview(id) // made anew from the details
			if !listed {
				return nil, err
			}
			c.overview, err = encode(o)
		}
		if err != nil {
			return nil, err
		}
		c.details, err = l.vault.Get(vault.Details, c.id)
		if kind := fault.KindOf(err); kind == fault.NotFound || kind == fault.Damaged {
			continue // its text can't be read there either
		}
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	_, err := unopened(l.vault.Each(ctx, vault.Revision, func(row vault.ID, body []byte) error {
		if e, _, err := decodeEntry(body); err == nil && slices.Contains(ids, e.ID) {
			all = append(all, carried{id: row, revision: body})
		}
		return nil
	}))
	return all, err
}
