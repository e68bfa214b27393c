package vault

import (
	"context"
	"database/sql/driver"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"aftershift/internal/fault"
	"aftershift/internal/vault/sqlfile"
)

// Unreadable is the cause in a fault.Damaged error of Each: the records that
// don't open. All others were handed out.
type Unreadable struct {
	Table Table
	IDs   []ID
}

// Error gives the table and the number of records.
func (u *Unreadable) Error() string {
	return fmt.Sprintf("%d unreadable in %s", len(u.IDs), u.Table)
}

var errNotFound = fault.New(fault.NotFound, "get record")

// reader opens rows under the key that they were read with.
type reader struct {
	keys   keys
	header header
}

func (r reader) open(row sealedRow) openedRow { return r.keys.openRow(r.header, row) }

// Get gives a record's content, as put. It gives fault.NotFound, fault.Damaged
// where the bytes don't authenticate or no record can be so short or long, fault.Tampered where the row is not the
// manifest's, fault.Locked.
func (v *Vault) Get(table Table, id ID) ([]byte, error) {
	if !table.known() || id <= 0 {
		return nil, errNotFound
	}
	r, blob, err := v.fetch(table, id)
	if err != nil {
		return nil, err
	}
	row := r.open(sealedRow{table, id, blob})
	return row.content, fault.Wrap("get record", row.err)
}

// fetch gives the bytes of a row that is the manifest's.
func (v *Vault) fetch(table Table, id ID) (r reader, blob []byte, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return r, nil, errLocked
	}
	if !v.index.has(table, id) {
		if slices.Contains(v.index.strange, place{table, id}) {
			return r, nil, fault.New(fault.Damaged, "get record")
		}
		return r, nil, errNotFound
	}
	got, err := v.file.Value("SELECT blob FROM "+table.String()+" WHERE id = ?", id)
	blob, _ = got.([]byte)
	if err == nil && !v.index.lists(sealedRow{table, id, blob}) {
		err = fault.New(fault.Tampered, "get record")
	}
	return reader{v.keys, v.header}, blob, err
}

// Each calls fn for every record of the table, in the order of their ids, one
// call at a time; records are opened on all cores ahead of it. fn may keep the
// content and may call the vault. What changes meanwhile is shown as before or
// after. Records that don't open are left out, and at the end make it give
// fault.Damaged with an Unreadable. It gives fn's error as it is,
// fault.Cancelled when ctx ends, fault.Locked.
func (v *Vault) Each(ctx context.Context, table Table, fn func(ID, []byte) error) error {
	if !table.known() {
		return fault.New(fault.Invalid, "list records")
	}
	bad := &Unreadable{Table: table}
	err := scan(ctx, v.batches(table, false), func(row openedRow) error {
		if row.err != nil {
			bad.IDs = append(bad.IDs, row.id)
			return nil
		}
		return fn(row.id, row.content)
	})
	if err == nil && len(bad.IDs) > 0 {
		err = fault.As(fault.Damaged, "list records", bad)
	}
	return err
}

// batches reads the table, as it stands in the file or as the manifest says: then a
// row that is not the manifest's loses its bytes, so that it doesn't open.
func (v *Vault) batches(table Table, asItStands bool) batches {
	return func(after ID) (reader, []sealedRow, error) {
		v.mu.Lock()
		defer v.mu.Unlock()
		if v.file == nil {
			return reader{}, nil, errLocked
		}
		rows, err := v.file.batch(table, after)
		for i := range rows {
			if !asItStands && !v.index.lists(rows[i]) {
				rows[i].blob = nil
			}
		}
		return reader{v.keys, v.header}, rows, err
	}
}

// Bounds of one batch, which is how long a scan keeps writers waiting and how
// much it holds in memory.
const (
	batchRows  = 512
	batchBytes = 4 << 20
)

// batch reads rows with ids above after, in order: none at the end. A blob that is
// too long for any record is left where it is.
func (f *file) batch(table Table, after ID) ([]sealedRow, error) {
	var out []sealedRow
	size := 0
	err := f.Rows(func(row []driver.Value) error {
		id, _ := row[0].(int64)
		blob, _ := row[1].([]byte)
		if id <= after {
			return fault.New(fault.Damaged, "read record id")
		}
		after = id
		out = append(out, sealedRow{table, id, blob})
		if size += len(blob); size >= batchBytes {
			return sqlfile.ErrEnough
		}
		return nil
	}, 2, "SELECT id, CASE WHEN length(blob) <= ? THEN blob END FROM "+table.String()+" WHERE id > ? ORDER BY id LIMIT ?",
		int64(largestBlob), after, int64(batchRows))
	return out, err
}

// batches gives the rows with ids above the given one, in order, and what opens
// them; none at the end.
type batches func(after ID) (reader, []sealedRow, error)

// scan opens the rows of each batch on all cores while the next batch is read,
// and calls fn for one row after the other.
func scan(ctx context.Context, read batches, fn func(openedRow) error) error {
	ctx, cancel := context.WithCancel(ctx)
	opened := make(chan []openedRow)
	var failure error
	var feeder sync.WaitGroup
	feeder.Go(func() {
		defer close(opened)
		failure = feed(ctx, read, opened)
	})
	defer feeder.Wait()
	defer cancel()
	for batch := range opened {
		for _, row := range batch {
			if ctx.Err() != nil {
				return errCancelled
			}
			if err := fn(row); err != nil {
				return err
			}
		}
	}
	return failure
}

var errCancelled = fault.New(fault.Cancelled, "read records")

// feed sends opened batches until there are none or ctx ends.
func feed(ctx context.Context, read batches, to chan<- []openedRow) error {
	for after := ID(0); ctx.Err() == nil; {
		r, rows, err := read(after)
		if err != nil || len(rows) == 0 {
			return err
		}
		after = rows[len(rows)-1].id
		last := len(rows[len(rows)-1].blob)
		select {
		case to <- r.openAll(rows):
		case <-ctx.Done():
		}
		sqlfile.GiveBack(last)
	}
	return errCancelled
}

// openAll opens rows on all cores.
func (r reader) openAll(rows []sealedRow) []openedRow {
	out := make([]openedRow, len(rows))
	share := (len(rows) + runtime.GOMAXPROCS(0) - 1) / runtime.GOMAXPROCS(0)
	var cores sync.WaitGroup
	for from := 0; from < len(rows); from += share {
		cores.Go(func() {
			for i := from; i < min(from+share, len(rows)); i++ {
				if out[i] = r.open(rows[i]); out[i].err != nil {
					out[i].blob, rows[i].blob = nil, nil // nothing of it is read on
				}
			}
		})
	}
	cores.Wait()
	return out
}
