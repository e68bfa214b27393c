package vault

import (
	"cmp"
	"database/sql/driver"
	"path/filepath"
	"sync"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// Check looks, without a secret and without taking the lock, whether the file at
// path is a journal of ours in a format that Open reads. It gives
// fault.NotFound, fault.Permission (also for links and special files),
// fault.Invalid for another kind of file, fault.Damaged for a journal whose
// first bytes are broken, fault.NewerFormat, and fault.Tampered where a
// write-ahead log stands beside, which this program never makes.
func Check(path string) error {
	if err := sqlfile.Admitted(path, true); err != nil {
		return fault.Wrap("check journal", err)
	}
	return fault.Wrap("check journal", recognise(path))
}

// largestOverview is how long an overview is when it is padded, at most, in bytes: what
// one may hold by its limits, each character escaped, is less. A list of entries is
// read whole into memory, so this bounds it.
const largestOverview = 4 << 20

// fits reports whether a record of the table may have a blob of so many bytes.
func (t Table) fits(length int64) bool { return length >= recordLeast && length <= t.longest() }

// largestBlob is the longest that a record can be in the file, in bytes.
const largestBlob = recordLeast + seal.MaxPlain + seal.MaxPlain/8 + 4096

// longest is how long a record's blob may be in the table, in bytes.
func (t Table) longest() int64 {
	if t == Overview {
		return recordLeast + largestOverview
	}
	return largestBlob
}

// most is how long a record's content may be in the table, in bytes.
func (t Table) most() int {
	if t == Overview {
		return largestOverview - seal.NonceSize - seal.LengthSize
	}
	return MaxRecord
}

// recognise gives nil for a file that begins as a vault does.
func recognise(path string) error {
	h, err := sqlfile.ReadHead(path)
	if err != nil {
		return err
	}
	ours := h.Application == applicationID
	switch {
	case !h.Named && !ours:
		return fault.As(fault.Invalid, "recognise file", ErrUnrecognised)
	case !h.Named || !ours || h.Version < 1:
		return fault.New(fault.Damaged, "recognise file")
	case h.Version > formatVersion:
		return fault.New(fault.NewerFormat, "recognise file")
	case !h.Rollback:
		return fault.New(fault.Damaged, "recognise file")
	}
	return nil
}

// Open unlocks the vault at path. It refuses at once, and changes nothing, while
// another opener has it (fault.InUse). Other kinds: those of Check,
// fault.CannotUnlock for a wrong secret (a changed key slot looks the same),
// fault.Damaged where bytes are broken, fault.Tampered where records were
// removed, added, replayed or swapped, or with ErrRolledBack where the file is
// older than the anchor or a witness, or ErrOther; what Options.Deriving gives. Deriving the key takes
// about a second; cost after that grows with the number of records.
func Open(path string, u Unlock, o Options) (*Vault, error) {
	v, err := open(path, o, func(s slots, h header) (seal.Key, error) { return s.open(u, h, o) })
	return v, fault.Wrap("open journal", err)
}

// unlocking gives the vault key of a file whose header and slots were read.
type unlocking func(slots, header) (seal.Key, error)

func open(path string, o Options, unlock unlocking) (*Vault, error) {
	v, err := enter(path, o)
	if err != nil {
		return nil, err
	}
	if err := v.unlock(unlock); err != nil {
		_ = v.file.Close()
		v.clean()
		_ = v.lock.Release()
		return nil, err
	}
	return v, nil
}

// enter takes the lock, then looks at the file and connects to it.
func enter(path string, o Options) (*Vault, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, platform.Fault("find journal", err)
	}
	if err := platform.Plain(path); err != nil {
		return nil, err
	}
	if o.ReadOnly {
		return enterToRead(path, o)
	}
	lock, err := platform.Lock(lockOf(path))
	if err != nil {
		return nil, err
	}
	v := &Vault{path: path, options: o, lock: lock, clean: func() {}}
	if err = Check(path); err == nil {
		platform.Tidy(filepath.Dir(path))
		v.file, err = openFile(path, 0)
	}
	if err != nil {
		_ = lock.Release()
		return nil, err
	}
	return v, nil
}

// lockOf is the lock file beside a vault that is open.
func lockOf(path string) string { return path + ".lock" }

// unlock checks the file from the outside in, and gets ready to work. What needs
// no key is read while the key is derived, which takes longer.
func (v *Vault) unlock(unlock unlocking) error {
	if err := v.file.checkSchema(); err != nil {
		return err
	}
	p, err := v.file.parts()
	if err != nil {
		return err
	}
	if v.header, v.slots, err = p.parse(); err != nil {
		return err
	}
	var seen outline
	var reading sync.WaitGroup
	reading.Go(func() { seen = v.file.outline(v.options.AsFound) })
	key, err := unlock(v.slots, v.header)
	reading.Wait()
	if err = cmp.Or(seen.unsound, err); err != nil {
		return err
	}
	v.keys = newKeys(key, v.header, v.options.random())
	m, err := v.takeManifest(p.manifest, seen)
	if err != nil {
		return err
	}
	return v.takeAnchor(m)
}

// outline is what a file shows without a key.
type outline struct {
	unsound error // SQLite's finding
	index   index
	broken  error // why there is no index
}

// outline has SQLite look over the file while the index is read beside it. An index
// of anything but this file is not what its manifest lists.
func (f *file) outline(passOver bool) (o outline) {
	o.unsound = f.Beside(f.check, func(g *sqlfile.File) { o.index, o.broken = (&file{g}).index(passOver) })
	return o
}

// takeManifest takes the index and gives fault.Tampered unless the manifest
// lists exactly that. With AsFound the rows may differ, but not the slots.
func (v *Vault) takeManifest(blob []byte, seen outline) (manifest, error) {
	m, err := openManifest(v.keys, v.header, blob)
	if err = cmp.Or(err, seen.broken); err != nil {
		return m, err
	}
	v.index = seen.index
	v.index.Digest(v.keys.digester(v.header))
	own := v.slots.hash(v.header)
	if !m.agrees(&v.index, own) && (!v.options.AsFound || m.headerHash != own) {
		return m, fault.New(fault.Tampered, "compare with manifest")
	}
	v.differ = m.differs(&v.index)
	v.differ.Strange = len(v.index.strange)
	hash := seal.Hash(blob)
	v.state = state{m.generation, hash, m.trail.after(m.generation, hash)}
	return m, nil
}

// takeAnchor compares with the anchor and moves it here. Where it can't be
// written the trail bridges the gap, and Close tells.
func (v *Vault) takeAnchor(m manifest) error {
	o := v.options
	switch {
	case o.AnchorDir == "":
		return nil
	case !o.Restored:
		if err := o.agrees(v.path, m, v.state.hash, v.keys, v.header); err != nil {
			return err
		}
	case !o.ReadOnly:
		if err := o.leave(waypoint{m.generation, v.state.hash}, v.keys, v.header); err != nil {
			return err
		}
	}
	_ = v.writeAnchor()
	return nil
}

// parts are the rows of the vault table, with the version that SQLite's header tells.
type parts struct {
	header, manifest, passphrase, recovery []byte
	version                                driver.Value
}

// parts reads the vault table, which has exactly four rows.
func (f *file) parts() (p parts, err error) {
	slots := map[int64]*[]byte{
		partHeader: &p.header, partManifest: &p.manifest, partPassphrase: &p.passphrase, partRecovery: &p.recovery,
	}
	if p.version, err = f.Value("PRAGMA user_version"); err != nil {
		return p, err
	}
	err = f.Exactly(len(slots), "read vault parts", func(_ int, row []driver.Value) bool {
		part, _ := row[0].(int64)
		blob, ok := row[1].([]byte)
		if ok = ok && slots[part] != nil; ok {
			*slots[part] = blob
		}
		return ok
	}, 2, "SELECT part, blob FROM vault ORDER BY part")
	return p, err
}

// parse reads header and slots, without the manifest's blessing yet.
func (p parts) parse() (h header, s slots, err error) {
	if h, err = parseHeader(p.header); err == nil && p.version != int64(h.version) {
		err = fault.New(fault.Damaged, "read header")
	}
	if err != nil {
		return h, s, err
	}
	if s.passphrase, err = seal.ParseSlot(p.passphrase); err != nil {
		return h, s, err
	}
	if s.recovery, err = seal.ParseSlot(p.recovery); err != nil {
		return h, s, err
	}
	if s.passphrase.Kind != seal.PassphraseSlot || s.recovery.Kind != seal.RecoverySlot {
		err = fault.New(fault.Damaged, "read key slots")
	}
	return h, s, err
}

// index reads every record's stamp. A row that no record can be is
// fault.Damaged, or passed over and noted as strange.
func (f *file) index(passOver bool) (x index, err error) {
	for table := Overview; table <= Object; table++ {
		rows := &x.Rows[table-1]
		err = f.Rows(func(row []driver.Value) error {
			id, _ := row[0].(int64)
			ends, _ := row[1].([]byte)
			length, _ := row[2].(int64)
			n := rows.Len()
			fits := table.fits(length) && len(ends) == recordLeast && id > 0
			switch {
			case n > 0 && rows.ID(n-1) >= id || !fits && !passOver:
				return fault.New(fault.Damaged, "read record")
			case !fits:
				x.strange = append(x.strange, place{table, id})
				return nil
			}
			rows.Append(id, stampOf(ends))
			return nil
		}, 3, "SELECT id, CASE WHEN typeof(blob) = 'blob' AND length(blob) <= ? THEN CAST(substr(blob, 1, ?) || substr(blob, -?) AS BLOB) END, length(blob) FROM "+table.String()+" ORDER BY id",
			table.longest(), int64(recordHead), int64(seal.TagSize))
		if err != nil {
			return index{}, err
		}
	}
	return x, nil
}
