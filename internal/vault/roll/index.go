package roll

import "sync"

// Tables is how many tables of records a file has. They are numbered from 1.
const Tables = 5

// An Index holds every record's stamp, with each table's digest. The zero value is
// empty. It is not safe for concurrent use.
type Index struct {
	Rows    [Tables]Roll
	Tallies [Tables]Tally // as Digest or DigestAgain left them
}

// Put sets a record's stamp and gives how to take that back.
func (x *Index) Put(table byte, id int64, s Stamp) (undo func()) {
	if old, found := x.Rows[table-1].Put(id, s); found {
		return func() { x.Put(table, id, old) }
	}
	return func() { x.Remove(table, id) }
}

// Remove forgets a record, if it is there, and gives how to take that back.
func (x *Index) Remove(table byte, id int64) (undo func()) {
	if old, found := x.Rows[table-1].Remove(id); found {
		return func() { x.Put(table, id, old) }
	}
	return func() {}
}

// Digest computes the digests of all tables, each on a core of its own.
func (x *Index) Digest(d Digester) {
	var cores sync.WaitGroup
	for i := range x.Rows {
		cores.Go(func() { x.Tallies[i] = d.Tally(byte(i+1), x.Rows[i]) })
	}
	cores.Wait()
}

// DigestAgain computes the digests anew of tables in which records with the ids were
// put or removed since they were computed.
func (x *Index) DigestAgain(d Digester, changed [Tables][]int64) {
	for i, ids := range changed {
		if len(ids) > 0 {
			x.Tallies[i] = d.Again(x.Tallies[i], byte(i+1), x.Rows[i], ids...)
		}
	}
}
