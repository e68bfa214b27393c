package library

import (
	"context"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// tombstoneKind marks the one object that lists the ids of records that were taken
// out for good, and nothing else of them, so that no merging brings them back.
const tombstoneKind = "tombstone"

// Purged gives the ids of entries and other records that were taken out for good,
// oldest first.
func (l *Library) Purged() []journal.ID {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.purged()
}

// purged is Purged for a caller that holds l.mu or l.writing. One that can't be read gives
// none: it was decoded as JSON when it was opened.
func (l *Library) purged() []journal.ID {
	var ids []journal.ID
	if decode(l.single[tombstoneKind].body, &ids) != nil {
		return nil
	}
	return ids
}

// revivedKind marks the one object that counts, of records that were taken out and
// put back by undoing, how often the one or the other was done: with an even count
// they are there. Copies of a journal agree by the greater count.
const revivedKind = "revived"

// graves gives how often each record was taken out or put back: odd where it is gone.
func (l *Library) graves() map[journal.ID]int {
	all := map[journal.ID]int{}
	if decode(l.single[revivedKind].body, &all) != nil {
		all = map[journal.ID]int{}
	}
	for _, id := range l.purged() {
		all[id] = max(all[id], 1)
	}
	return all
}

// gravesNow is graves for a caller without l.mu and l.writing.
func (l *Library) gravesNow() map[journal.ID]int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.graves()
}

// stone is what is written of what was taken out: the list of ids, and the counts
// above one.
type stone struct {
	list, counts *single
}

// tombstones gives what is to be written when the ids, as far as they
// are there, and what the records say to be Gone have been taken out; what stands
// among the records is there again, by undoing. known are ids that no row of their
// own has. It gives nothing where that changes nothing.
func (l *Library) tombstones(gone, known, back []journal.ID, records []supervision.Record) (stone, error) {
	counts, before := l.graves(), l.purged()
	all := slices.Clone(before)
	for _, r := range records {
		if id := r.Key().ID; isGone(r) {
			gone = append(gone, id)
		} else {
			back = append(back, id)
		}
	}
	for _, id := range back {
		if at := slices.Index(all, id); at >= 0 {
			all = slices.Delete(all, at, at+1)
			counts[id]++
		}
	}
	for _, id := range slices.Concat(gone, known) {
		if (slices.Contains(known, id) || l.stands(id)) && !slices.Contains(all, id) {
			all = append(all, id)
			counts[id]++
		}
	}
	if slices.Equal(all, before) {
		return stone{}, nil
	}
	return l.carve(all, counts)
}

// carve gives the list and the counts as they are written.
func (l *Library) carve(all []journal.ID, counts map[journal.ID]int) (s stone, err error) {
	if s.list, err = l.singleOf(tombstoneKind, all); err != nil {
		return s, err
	}
	again := map[journal.ID]int{}
	for id, n := range counts {
		if n > 1 {
			again[id] = n
		}
	}
	if len(again) > 0 {
		s.counts, err = l.singleOf(revivedKind, again)
	}
	return s, err
}

// singleOf gives the one object of a kind as it is written next.
func (l *Library) singleOf(kind string, v any) (*single, error) {
	row, err := l.rowOf(kind)
	if err != nil {
		return nil, err
	}
	body, err := encode(v)
	return &single{row, body}, err
}

// put writes what there is to write.
func (s stone) put(l *Library, tx *vault.Tx) error {
	for kind, one := range s.each() {
		if err := l.putObject(tx, one.row, kind, one.body); err != nil {
			return err
		}
	}
	return nil
}

// each gives what there is, by its kind.
func (s stone) each() map[string]single {
	all := map[string]single{}
	if s.list != nil {
		all[tombstoneKind] = *s.list
	}
	if s.counts != nil {
		all[revivedKind] = *s.counts
	}
	return all
}

func isGone(r supervision.Record) bool {
	_, gone := r.(supervision.Gone)
	return gone
}

// stands reports whether the file holds an entry, a draft or an object of the id.
func (l *Library) stands(id journal.ID) bool {
	for _, table := range [...]vault.Table{vault.Overview, vault.Draft, vault.Object} {
		if l.vault.Has(table, vault.ID(id)) {
			return true
		}
	}
	return false
}

// Adopt brings the entries with these ids over from another library of the same
// journal, with their earlier versions. An id that stands here already, or was
// purged here, or can't be read there, is passed over: nothing is overwritten, and nothing that was
// deleted for good comes back. It is one step: all of them, or none. It gives
// the ids that were brought; fault.NotFound for one that from doesn't list,
// fault.Tampered where a record there isn't the one that was saved,
// fault.Cancelled, and the kinds of vault.Vault.Update.
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
