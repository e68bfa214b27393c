// Package roll keeps the ids and stamps of one table's records in the order and the
// bytes that the table's digest covers, and computes that digest.
package roll

import (
	"encoding/binary"
	"slices"
	"sort"

	"aftershift/internal/seal"
)

// Stamp is what a roll knows of a record beside its id: nonce and tag.
type Stamp = [seal.NonceSize + seal.TagSize]byte

// RowSize is what a record takes in a roll: an id, the highest byte first, and a
// stamp, in bytes.
const RowSize = 8 + seal.NonceSize + seal.TagSize

// A Roll is the rows of a table, the smallest id first. The zero value is empty. It
// is not safe for concurrent use.
type Roll []byte

// Len gives the number of records.
func (r Roll) Len() int { return len(r) / RowSize }

// ID gives the id of the record at place i, from 0.
func (r Roll) ID(i int) int64 { return int64(binary.BigEndian.Uint64(r[i*RowSize:])) }

// Stamp gives the stamp of the record at place i, from 0.
func (r Roll) Stamp(i int) Stamp { return Stamp(r[i*RowSize+8 : (i+1)*RowSize]) }

// Find gives the place of a record, or where it would stand. Ids are above 0.
func (r Roll) Find(id int64) (at int, found bool) {
	at = sort.Search(r.Len(), func(i int) bool { return r.ID(i) >= id })
	return at, at < r.Len() && r.ID(at) == id
}

// Append adds a record whose id is above all others.
func (r *Roll) Append(id int64, s Stamp) {
	*r = append(binary.BigEndian.AppendUint64(*r, uint64(id)), s[:]...)
}

// Put sets a record's stamp, and gives the one that it had.
func (r *Roll) Put(id int64, s Stamp) (old Stamp, found bool) {
	at, found := r.Find(id)
	if found {
		old = r.Stamp(at)
		copy((*r)[at*RowSize+8:], s[:])
		return old, true
	}
	var row Roll
	row.Append(id, s)
	*r = slices.Insert(*r, at*RowSize, row...)
	return old, false
}

// Remove forgets a record, if it is there, and gives the stamp that it had.
func (r *Roll) Remove(id int64) (old Stamp, found bool) {
	at, found := r.Find(id)
	if found {
		old = r.Stamp(at)
		*r = slices.Delete(*r, at*RowSize, (at+1)*RowSize)
	}
	return old, found
}
