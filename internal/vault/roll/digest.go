package roll

import "aftershift/internal/seal"

// Buckets is in how many parts a digest takes a table's rows, by the highest 8 of the
// 63 bits of their ids, which are random: with 100,000 rows a part and the list of all
// parts are about as long, so that a change costs as little as it can.
const Buckets = 256

func bucketOf(id int64) int { return int(id >> 55) }

// bucket gives the rows whose ids are in a part.
func (r Roll) bucket(i int) Roll {
	from, _ := r.Find(int64(i) << 55)
	to := r.Len()
	if i+1 < Buckets {
		to, _ = r.Find(int64(i+1) << 55)
	}
	return r[from*RowSize : to*RowSize]
}

// A Digest covers all rows of a table.
type Digest = [seal.HashSize]byte

// A Tally is a table's digest with those of its parts.
type Tally struct {
	Digest Digest
	parts  []Digest // none where the digest covers the rows at once
}

// A Digester computes the digests of tables. Its keys are used for nothing else. It is
// safe for concurrent use.
type Digester struct {
	Rows, Tables seal.Key
	// AtOnce is how version 1 of the format has it: one MAC over all rows.
	AtOnce bool
}

// rows is the MAC over table, ids, nonces and tags.
func (d Digester) rows(table byte, rows Roll) Digest { return d.Rows.MAC([]byte{table}, rows) }

// Tally computes the digest of the table with the number.
func (d Digester) Tally(table byte, rows Roll) Tally {
	if d.AtOnce {
		return Tally{Digest: d.rows(table, rows)}
	}
	parts := make([]Digest, Buckets)
	none := d.rows(table, nil)
	for i := range parts {
		if part := rows.bucket(i); len(part) == 0 {
			parts[i] = none
		} else {
			parts[i] = d.rows(table, part)
		}
	}
	return d.table(table, parts)
}

// Again computes the digest anew after rows with the ids were put or removed; the tally
// that it was stays as it is.
func (d Digester) Again(was Tally, table byte, rows Roll, ids ...int64) Tally {
	if d.AtOnce {
		return d.Tally(table, rows)
	}
	parts, done := append([]Digest(nil), was.parts...), [Buckets]bool{}
	for _, id := range ids {
		if i := bucketOf(max(id, 0)); !done[i] { // below 1 is no record
			parts[i], done[i] = d.rows(table, rows.bucket(i)), true
		}
	}
	return d.table(table, parts)
}

// table is the MAC over the digests of the parts.
func (d Digester) table(table byte, parts []Digest) Tally {
	all := make([]byte, 0, Buckets*seal.HashSize)
	for i := range parts {
		all = append(all, parts[i][:]...)
	}
	return Tally{d.Tables.MAC([]byte{table}, all), parts}
}
