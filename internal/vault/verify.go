package vault

import (
	"cmp"
	"context"
	"errors"
	"sync/atomic"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// Report says how much of a vault is there.
type Report struct {
	Intact  int // records that open
	Damaged int // records whose bytes don't authenticate
	Missing int // records that the manifest counts and the file lacks
	Stale   int // intact details that are not the ones their overview vouches for
	Orphans int // intact details whose overview is lost
	// Complete is true where the records are exactly those of the manifest: none
	// removed, added, replayed or swapped.
	Complete bool
	// Older is true where the file is older than the one last closed on this
	// computer, or apart from it, or where a witness holds a later state.
	Older bool
	// Other is true where another vault was last closed in the file's place.
	Other bool
}

// Sound reports whether nothing is wrong with the records.
func (r Report) Sound() bool {
	return r.Complete && r.Damaged == 0 && r.Missing == 0 && r.Stale == 0
}

// Fault gives nil for a sound vault, fault.Damaged where records are damaged or
// missing, and fault.Tampered where all are whole but not the manifest's, or with
// ErrRolledBack or ErrOther where the file is Older or Other.
func (r Report) Fault() error {
	switch {
	case r.Sound() && r.Other:
		return fault.As(fault.Tampered, "verify journal", ErrOther)
	case r.Sound() && r.Older:
		return fault.As(fault.Tampered, "verify journal", ErrRolledBack)
	case r.Sound():
		return nil
	case r.Damaged > 0 || r.Missing > 0:
		return fault.New(fault.Damaged, "verify journal")
	}
	return fault.New(fault.Tampered, "verify journal")
}

// Verify opens every record as it stands in the file and compares with the
// manifest; progress (may be nil) counts records up to Rows. The report comes
// with nil also where it is bad news; errors are fault.Cancelled, fault.Locked,
// and fault.Damaged where the file can't be read. What is changed meanwhile makes it
// begin again, and only at last wait.
func (v *Vault) Verify(ctx context.Context, progress *atomic.Int64) (Report, error) {
	progress = cmp.Or(progress, &atomic.Int64{})
	for try := 0; ; try++ {
		if try == 5 {
			v.writing.Lock()
			defer v.writing.Unlock()
		}
		before := v.Generation()
		if s, err := v.inspect(ctx, progress); v.Generation() == before || fault.KindOf(err) == fault.Cancelled {
			return s.report, fault.Wrap("verify journal", err)
		}
		select {
		case <-time.After(breath << try):
		case <-ctx.Done():
		}
		progress.Store(0)
	}
}

// breath is how long a verification that a change ended waits; it doubles each time.
const breath = 100 * time.Millisecond

// VerifyFile is Verify for a file that Open may refuse: it needs only a sound
// header and key slot. It changes nothing. Errors are those of Verify and Open
// short of that.
func VerifyFile(ctx context.Context, path string, u Unlock, o Options, progress *atomic.Int64) (Report, error) {
	report, err := verifyFile(ctx, path, o, progress, func(s slots, h header) (seal.Key, error) {
		return s.open(u, h, o)
	})
	return report, fault.Wrap("verify journal", err)
}

func verifyFile(ctx context.Context, path string, o Options, progress *atomic.Int64, unlock unlocking) (Report, error) {
	o.ReadOnly = true
	v, err := enter(path, o)
	if err != nil {
		return Report{}, err
	}
	defer v.Close()
	p, err := v.file.parts()
	if err != nil {
		return Report{}, err
	}
	if v.header, v.slots, err = p.parse(); err != nil {
		return Report{}, err
	}
	key, err := unlock(v.slots, v.header)
	if err != nil {
		return Report{}, err
	}
	v.keys = newKeys(key, v.header, o.random())
	s, err := v.inspect(ctx, progress)
	s.report.Complete = s.report.Complete && v.file.orderly() == nil
	if m, known := v.manifestNow(); known && !o.Restored {
		s.report.compare(o.agrees(v.path, m, seal.Hash(p.manifest), v.keys, v.header))
	}
	return s.report, err
}

// compare takes in what Options.agrees gave.
func (r *Report) compare(err error) {
	r.Other = errors.Is(err, ErrOther)
	r.Older = err != nil && !r.Other
}

// orderly gives an error where the file holds what a vault can't hold: another
// schema, or a row that no scan would reach.
func (f *file) orderly() error {
	if err := f.check(); err != nil {
		return err
	}
	_, err := f.index(false)
	return err
}

// errChanged ends the reading of a file that was changed meanwhile.
var errChanged = fault.New(fault.Conflict, "read records")

// inspect reads the whole file, or gives errChanged.
func (v *Vault) inspect(ctx context.Context, progress *atomic.Int64) (survey, error) {
	s := survey{links: map[ID]link{}, progress: progress}
	began := v.Generation()
	take := func(row openedRow) error {
		if v.Generation() != began {
			return errChanged
		}
		return s.take(row)
	}
	for table := Overview; table <= Object; table++ {
		if err := scan(ctx, v.batches(table, true), take); err != nil {
			return s, err
		}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return s, errLocked
	}
	s.index.Digest(v.keys.digester(v.header))
	if m, known := v.manifestNow(); known {
		s.report.Complete = m.agrees(&s.index, m.headerHash)
		s.report.Missing = max(0, m.total()-s.report.Intact-s.report.Damaged)
	}
	return s, nil
}

// manifestNow reads the manifest from the file; known is false where it doesn't
// open or is not of this header.
func (v *Vault) manifestNow() (m manifest, known bool) {
	p, err := v.file.parts()
	if err != nil {
		return m, false
	}
	h, s, err := p.parse()
	if err != nil || h != v.header {
		return m, false
	}
	m, err = openManifest(v.keys, h, p.manifest)
	return m, err == nil && m.headerHash == s.hash(h)
}

// survey gathers what a scan of all tables finds.
type survey struct {
	report   Report
	index    index
	links    map[ID]link
	damaged  []place
	progress *atomic.Int64
}

func (s *survey) take(row openedRow) error {
	count(s.progress, 1)
	if row.err != errNoRecord {
		s.index.Rows[row.table-1].Append(row.id, row.stamp)
	}
	if row.err != nil {
		s.report.Damaged++
		s.damaged = append(s.damaged, place{row.table, row.id})
		return nil
	}
	s.report.Intact++
	switch row.table {
	case Overview:
		s.links[row.id] = row.link
	case Details:
		vouched, found := s.links[row.id]
		switch {
		case !found:
			s.report.Orphans++
		case vouched != linkOf(row.stamp):
			s.report.Stale++
		}
	}
	return nil
}

func count(progress *atomic.Int64, n int64) {
	if progress != nil {
		progress.Add(n)
	}
}
