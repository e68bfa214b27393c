package vault

import (
	"sync"

	"aftershift/internal/seal"
	"aftershift/internal/vault/roll"
)

// index is every record's stamp, sorted by id, with each table's digest.
type index struct {
	rows    [tableCount]roll.Roll
	digests [tableCount][seal.HashSize]byte
	strange []place // rows that no record can be, which the manifest doesn't know
}

func (x *index) has(table Table, id ID) bool {
	_, found := x.rows[table-1].Find(id)
	return found
}

// lists reports whether the row is the one that the manifest knows.
func (x *index) lists(row sealedRow) bool {
	rows := x.rows[row.table-1]
	at, found := rows.Find(row.id)
	return found && len(row.blob) >= recordLeast && rows.Stamp(at) == stampOf(row.blob)
}

// put sets a record's stamp and gives how to take that back.
func (x *index) put(table Table, id ID, s stamp) (undo func()) {
	if old, found := x.rows[table-1].Put(id, s); found {
		return func() { x.put(table, id, old) }
	}
	return func() { x.remove(table, id) }
}

// remove forgets a record, if it is there, and gives how to take that back.
func (x *index) remove(table Table, id ID) (undo func()) {
	if old, found := x.rows[table-1].Remove(id); found {
		return func() { x.put(table, id, old) }
	}
	return func() {}
}

// digest computes the digests of the tables, each on a core of its own: a MAC over
// table, ids, nonces and tags.
func (x *index) digest(key seal.Key, tables ...Table) {
	var cores sync.WaitGroup
	for _, table := range tables {
		cores.Go(func() { x.digests[table-1] = key.MAC([]byte{byte(table)}, x.rows[table-1]) })
	}
	cores.Wait()
}

func (x *index) digestAll(key seal.Key) { x.digest(key, Overview, Details, Draft, Revision, Object) }
