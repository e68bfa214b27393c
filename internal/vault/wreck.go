package vault

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"maps"
	"os"
	"slices"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// wreck gathers what is found in a broken file.
type wreck struct {
	report   Report
	progress *atomic.Int64
	header   header
	slots    slots
	keys     keys
	manifest manifest
	hash     [seal.HashSize]byte // of the manifest; zeros: none
	records  map[place]found
	live     map[stamp]bool
	known    known           // what stands elsewhere of header and slots
	tried    map[string]bool // passphrase slots so far
	scratch  []byte          // of one try to open a record
}

// Bounds on what is tried of a broken file. A whole one has one of each, and may
// hold what is left of another.
const (
	mostTries     = 2 // slots that a passphrase is derived for, over the whole file
	mostHeaders   = 4
	mostSlots     = 16
	mostManifests = 64
	mostDamaged   = 1 << 16
)

// found is a record that opened.
type found struct {
	blob  []byte
	stamp stamp
	link  link
}

// search looks for the parts, unlocks, and then looks for the records.
func (w *wreck) search(ctx context.Context, path string, o Options, unlock unlocking) error {
	file, err := os.Open(path)
	if err != nil {
		return platform.Fault("read file", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return platform.Fault("read file", err)
	}
	for _, size := range sqlfile.PageSizes(file) {
		p := sqlfile.Leaves{From: file, Size: info.Size(), Page: size, Largest: largestBlob}
		if w.findParts(p, o, unlock, &err) {
			return w.findRecords(ctx, p)
		}
	}
	if err == nil {
		err = fault.New(fault.Damaged, "find header")
	}
	return err
}

// findParts looks for header, slots and manifest among the cells, and unlocks
// with what it finds. Where several cells could be one part, the secret decides.
func (w *wreck) findParts(p sqlfile.Leaves, o Options, unlock unlocking, failure *error) bool {
	var headers []header
	var ways [partRecovery + 1][]seal.Slot
	var manifests [][]byte
	p.Each(func(c sqlfile.Cell) {
		switch c.ID {
		case partHeader:
			if h, err := parseHeader(c.Blob); err == nil && len(headers) < mostHeaders && !slices.Contains(headers, h) {
				headers = append(headers, h)
			}
		case partPassphrase, partRecovery:
			if s, err := seal.ParseSlot(c.Blob); err == nil && int(s.Kind) == int(c.ID)-partManifest &&
				len(ways[c.ID]) < mostSlots && !slices.ContainsFunc(ways[c.ID], func(o seal.Slot) bool { return bytes.Equal(o.Marshal(), s.Marshal()) }) {
				ways[c.ID] = append(ways[c.ID], s)
			}
		case partManifest:
			if len(c.Blob) == manifestBlobSize && len(manifests) < mostManifests {
				manifests = append(manifests, c.Blob)
			}
		}
	})
	for i, h := range append(headers, w.known.headersBut(headers)...) {
		s := w.known.slotsOf(h)
		own := i < len(headers)
		err := w.enter(h, unique(ways[partPassphrase], s[0]), unique(ways[partRecovery], s[1]), o, unlock)
		if err == nil && !own && !w.fits(p) {
			continue // of another vault, or of another key of this one
		}
		if err == nil {
			w.takeManifest(manifests)
			return true
		}
		if own || errors.Is(err, fault.Conflict) {
			*failure = err
		}
	}
	return false
}

// fits reports whether some record of the file opens; it finds the epoch where the
// header came without.
func (w *wreck) fits(p sqlfile.Leaves) (found bool) {
	p.Each(func(c sqlfile.Cell) {
		if found || len(c.Blob) < recordLeast || w.isPart(c) {
			return
		}
		h := w.header
		if h.epoch == 0 {
			h.epoch = c.Blob[0]
		}
		for table := Overview; table <= Object && !found; table++ {
			found = w.keys.openRow(h, sealedRow{table, c.ID, bytes.Clone(c.Blob)}).err == nil
		}
		if found {
			w.header = h
		}
	})
	return found
}

// enter unlocks with one of the slots of each kind; slots that are lost are
// replaced. It tries a passphrase on mostTries slots at most, over all headers.
func (w *wreck) enter(h header, passphrases, recoveries []seal.Slot, o Options, unlock unlocking) error {
	err := error(fault.New(fault.Damaged, "find key slot"))
	for _, passphrase := range append(passphrases, seal.Slot{}) {
		if slot := string(passphrase.Marshal()); passphrase.Kind != 0 && !w.tried[slot] {
			if len(w.tried) >= mostTries {
				err = fault.New(fault.CannotUnlock, "try key slots")
				continue
			}
			if w.tried == nil {
				w.tried = map[string]bool{}
			}
			w.tried[slot] = true
		}
		// The words' slots cost nothing: all are tried with the passphrase's.
		key, s, openErr := tryEach(passphrase, recoveries, h, unlock)
		if openErr != nil {
			if passphrase.Kind != 0 {
				err = openErr
			}
			continue
		}
		w.header, w.keys = h, newKeys(key, h, o.random())
		w.slots, err = s.mended(key, h, o)
		return err
	}
	return err
}

// tryEach unlocks by the passphrase's slot, or by one of the words'.
func tryEach(passphrase seal.Slot, recoveries []seal.Slot, h header, unlock unlocking) (seal.Key, slots, error) {
	if len(recoveries) == 0 {
		recoveries = []seal.Slot{{}}
	}
	first := slots{passphrase, recoveries[0]}
	key, err := unlock(first, h)
	for i := 1; err != nil && errors.Is(err, fault.CannotUnlock) && i < len(recoveries); i++ {
		var again error
		if key, again = unlock(slots{recovery: recoveries[i]}, h); again == nil || errors.Is(again, fault.CannotUnlock) {
			first.recovery, err = recoveries[i], again
			continue
		}
		break // it is a passphrase that was tried
	}
	return key, first, err
}

// mended replaces a missing slot by one for a secret that nobody knows.
func (s slots) mended(key seal.Key, h header, o Options) (slots, error) {
	nobody, err := seal.NewWords(o.random())
	if err == nil && s.passphrase.Kind == 0 {
		p := seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: seal.MinPasses, Lanes: seal.MinLanes}
		s.passphrase, err = seal.NewPassphraseSlot(key, h.vaultID, nobody.Passphrase(), p, o.random())
	}
	if err == nil && s.recovery.Kind == 0 {
		s.recovery, err = seal.NewRecoverySlot(key, h.vaultID, nobody, o.random())
	}
	return s, err
}

// takeManifest keeps the latest manifest that opens.
func (w *wreck) takeManifest(blobs [][]byte) {
	for _, blob := range blobs {
		m, err := openManifest(w.keys, w.header, blob)
		if err == nil && m.generation >= w.manifest.generation {
			w.manifest, w.hash = m, seal.Hash(blob)
		}
	}
}

// findRecords tries every other cell as a record of every table.
func (w *wreck) findRecords(ctx context.Context, p sqlfile.Leaves) error {
	var failure error
	damaged := map[[seal.HashSize]byte]bool{}
	p.Each(func(c sqlfile.Cell) {
		if ctx.Err() != nil {
			failure = errCancelled
			return
		}
		if w.isPart(c) || w.takeRecord(c) {
			return
		}
		if len(damaged) < mostDamaged {
			damaged[seal.Hash(c.Blob)] = true
		}
	})
	w.finish(len(damaged))
	return failure
}

func (w *wreck) isPart(c sqlfile.Cell) bool {
	return c.ID >= partHeader && c.ID <= partRecovery &&
		(len(c.Blob) == headerSize || len(c.Blob) == seal.SlotSize || len(c.Blob) == manifestBlobSize)
}

func (w *wreck) takeRecord(c sqlfile.Cell) bool {
	for table := Overview; table <= Object; table++ {
		row := w.tryAs(table, c)
		if row.err != nil {
			continue
		}
		p := place{table, c.ID}
		if old, twice := w.records[p]; !twice || w.live[row.stamp] && !w.live[old.stamp] {
			w.records[p] = found{c.Blob, row.stamp, row.link}
		}
		count(w.progress, 1)
		return true
	}
	return false
}

// tryAs opens a cell as a record of the table. Opening overwrites what it opens,
// so that each try has the bytes in scratch.
func (w *wreck) tryAs(table Table, c sqlfile.Cell) openedRow {
	if !table.fits(int64(len(c.Blob))) || c.Blob[0] != w.header.epoch {
		return openedRow{err: errRecord}
	}
	w.scratch = append(w.scratch[:0], c.Blob...)
	return w.keys.openRow(w.header, sealedRow{table, c.ID, w.scratch})
}

// finish compares what was found with the manifest, if that was found.
func (w *wreck) finish(damaged int) {
	var x index
	for _, p := range w.places() {
		x.Rows[p.table-1].Append(p.id, w.records[p].stamp)
	}
	w.takeVersion(&x)
	w.report.Intact, w.report.Damaged = len(w.records), damaged
	for p, r := range w.records {
		if p.table != Details {
			continue
		}
		over, found := w.records[place{Overview, p.id}]
		switch {
		case !found:
			w.report.Orphans++
		case over.link != linkOf(r.stamp):
			w.report.Stale++
		}
	}
	if w.manifest.generation == 0 {
		return
	}
	x.Digest(w.keys.digester(w.header))
	w.report.Complete = w.manifest.agrees(&x, w.manifest.headerHash)
	w.report.Missing = max(0, w.manifest.total()-len(w.records)-damaged)
}

// takeVersion finds the version of the format: the one of which the manifest has the
// header's hash, or in which it lists what was found; else what the header says, or the
// latest.
func (w *wreck) takeVersion(x *index) {
	says := cmp.Or(w.header.version, formatVersion)
	for v := range uint16(formatVersion) {
		w.header.version = v + 1
		x.Digest(w.keys.digester(w.header))
		if w.slots.hash(w.header) == w.manifest.headerHash || w.manifest.agrees(x, w.manifest.headerHash) {
			return
		}
	}
	w.header.version = says
}

// rebuild writes and proves the new vault. It goes on from the old manifest, so
// that an anchor takes it as a successor.
func (w *wreck) rebuild(ctx context.Context, to string, o Options) error {
	d := draught{header: w.header, slots: w.slots, keys: w.keys, rows: w.putAll, pageSize: o.pageSize}
	if w.manifest.generation > 0 {
		d.base = w.manifest
		d.base.previous = w.hash
		d.base.trail = w.manifest.trail.after(w.manifest.generation, w.hash)
	}
	next, err := build(to, d)
	if err != nil {
		return err
	}
	defer sqlfile.Remove(next.file.TempPath())
	defer next.file.Abort()
	if err := prove(ctx, next.file.TempPath(), w.keys.vault, o, nil); err != nil {
		return err
	}
	return next.file.Commit()
}

// putAll hands over the records; an overview whose details are lost or others is
// sealed anew, to vouch for what there is.
func (w *wreck) putAll(put func(sealedRow) error) error {
	for _, p := range w.places() {
		r := w.records[p]
		row := sealedRow{p.table, p.id, r.blob}
		if now := w.detailsOf(p); p.table == Overview && now != r.link {
			old := w.keys.openRow(w.header, sealedRow{p.table, p.id, append([]byte(nil), r.blob...)})
			var err error
			if row, err = w.keys.sealRow(w.header, p.table, p.id, now, old.content); err != nil {
				return err
			}
		}
		if err := put(row); err != nil {
			return err
		}
	}
	return nil
}

// places gives where the records stand, in order: a roll that grows at its end moves
// nothing.
func (w *wreck) places() []place {
	return slices.SortedFunc(maps.Keys(w.records), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.id, b.id))
	})
}

func (w *wreck) detailsOf(p place) link {
	details, found := w.records[place{Details, p.id}]
	if !found {
		return link{}
	}
	return linkOf(details.stamp)
}
