package vault

import (
	"cmp"
	"encoding/binary"
	"slices"

	"aftershift/internal/seal"
)

// indexRow is one record as the manifest knows it.
type indexRow struct {
	id    ID
	stamp stamp
}

// index is every record's stamp, sorted by id, with each table's digest.
type index struct {
	rows    [tableCount][]indexRow
	digests [tableCount][seal.HashSize]byte
	strange []place // rows that no record can be, which the manifest doesn't know
}

func (x *index) find(table Table, id ID) (int, bool) {
	return slices.BinarySearchFunc(x.rows[table-1], id, func(r indexRow, id ID) int { return cmp.Compare(r.id, id) })
}

// lists reports whether the row is the one that the manifest knows.
func (x *index) lists(row sealedRow) bool {
	at, found := x.find(row.table, row.id)
	return found && len(row.blob) >= recordLeast && x.rows[row.table-1][at].stamp == stampOf(row.blob)
}

// put sets a record's stamp and gives how to take that back.
func (x *index) put(table Table, id ID, s stamp) (undo func()) {
	rows := &x.rows[table-1]
	at, found := x.find(table, id)
	if found {
		old := (*rows)[at].stamp
		(*rows)[at].stamp = s
		return func() { x.put(table, id, old) }
	}
	*rows = slices.Insert(*rows, at, indexRow{id, s})
	return func() { x.remove(table, id) }
}

// remove forgets a record, if it is there, and gives how to take that back.
func (x *index) remove(table Table, id ID) (undo func()) {
	at, found := x.find(table, id)
	if !found {
		return func() {}
	}
	old := x.rows[table-1][at].stamp
	x.rows[table-1] = slices.Delete(x.rows[table-1], at, at+1)
	return func() { x.put(table, id, old) }
}

// digest computes the table's digest: a MAC over table, ids, nonces and tags.
func (x *index) digest(key seal.Key, table Table) {
	rows := x.rows[table-1]
	list := make([]byte, 1, 1+len(rows)*(8+len(stamp{})))
	list[0] = byte(table)
	for i := range rows {
		list = binary.BigEndian.AppendUint64(list, uint64(rows[i].id))
		list = append(list, rows[i].stamp[:]...)
	}
	x.digests[table-1] = key.MAC(list)
}

func (x *index) digestAll(key seal.Key) {
	for table := Overview; table <= Object; table++ {
		x.digest(key, table)
	}
}
