package vault

import (
	"database/sql/driver"
	"path/filepath"
	"strconv"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// Create makes a vault at path and opens it. The folder is made (0700) where it
// is missing; the file has permission 0600 and appears only when it is whole.
// The twelve recovery words exist nowhere else. It gives fault.Conflict where a
// file stands at path, fault.Invalid for an empty passphrase or parameters out of
// bounds, fault.InUse, and the kinds of platform.Fault.
func Create(path string, pass seal.Secret, o Options) (*Vault, []string, error) {
	v, words, err := create(path, pass, o)
	return v, words, fault.Wrap("create journal", err)
}

func create(path string, pass seal.Secret, o Options) (*Vault, []string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, nil, platform.Fault("find folder", err)
	}
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return nil, nil, err
	}
	lock, err := platform.Lock(lockOf(path))
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = lock.Release() }()
	key, words, err := establish(path, pass, o)
	if err != nil {
		return nil, nil, err
	}
	if err := lock.Release(); err != nil {
		return nil, nil, err
	}
	o.Restored = true // whatever stood at the path before
	v, err := open(path, o, func(slots, header) (seal.Key, error) { return key, nil })
	if err == nil {
		v.options.Restored = false
	}
	return v, words.List(), err
}

// establish writes an empty vault to path, where nothing may stand.
func establish(path string, pass seal.Secret, o Options) (key seal.Key, words seal.Words, err error) {
	if kind := fault.KindOf(platform.Plain(path)); kind != fault.NotFound {
		return key, words, fault.New(fault.Conflict, "find free name")
	}
	if key, err = seal.NewKey(o.random()); err != nil {
		return key, words, err
	}
	h, err := newHeader(o.random())
	if err != nil {
		return key, words, err
	}
	s, words, err := newSlots(key, h, pass, o.newParams(), o)
	if err != nil {
		return key, words, err
	}
	made, err := build(path, draught{header: h, slots: s, keys: newKeys(key, h, o.random()), pageSize: o.pageSize})
	if err != nil {
		return key, words, err
	}
	return key, words, made.file.Commit()
}

// newSlots wraps the key for the passphrase and for new recovery words.
func newSlots(key seal.Key, h header, pass seal.Secret, p seal.Params, o Options) (s slots, words seal.Words, err error) {
	if words, err = seal.NewWords(o.random()); err != nil {
		return s, words, err
	}
	if s.passphrase, err = seal.NewPassphraseSlot(key, h.vaultID, pass, p, o.random()); err != nil {
		return s, words, err
	}
	s.recovery, err = seal.NewRecoverySlot(key, h.vaultID, words, o.random())
	return s, words, err
}

// draught is a vault about to be written whole.
type draught struct {
	header   header
	slots    slots
	keys     keys
	base     manifest                              // generation, previous and trail to go on from
	rows     func(put func(sealedRow) error) error // nil: none
	pageSize int
}

// built is a whole vault under a temporary name, at rest.
type built struct {
	file  *platform.AtomicFile
	state state
}

// build writes a vault under a temporary name beside path. The caller commits or
// aborts it. After an error nothing is left.
func build(path string, d draught) (built, error) {
	temp, err := platform.CreateAtomic(path)
	if err != nil {
		return built{}, err
	}
	state, err := d.write(temp.TempPath())
	if err != nil {
		temp.Abort()
		sqlfile.Remove(temp.TempPath())
		return built{}, err
	}
	return built{temp, state}, nil
}

func (d draught) write(path string) (s state, err error) {
	f, err := openFile(path, d.pageSize)
	if err != nil {
		return s, err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	if err := f.Exec("PRAGMA application_id=" + strconv.Itoa(applicationID) +
		"; PRAGMA user_version=" + strconv.Itoa(int(d.header.version))); err != nil {
		return s, err
	}
	if err := f.Exec("BEGIN IMMEDIATE"); err != nil {
		return s, err
	}
	if s, err = d.fill(f); err != nil {
		return s, err
	}
	return s, f.Exec("COMMIT")
}

// fill writes schema, records, parts and manifest.
func (d draught) fill(f *file) (s state, err error) {
	for _, table := range schema {
		if err := f.Exec(table.sql); err != nil {
			return s, err
		}
	}
	x, err := d.fillRecords(f)
	if err != nil {
		return s, err
	}
	m := describe(x, d.slots.hash(d.header))
	m.generation, m.previous, m.trail = d.base.generation+1, d.base.previous, d.base.trail
	blob, hash, err := m.seal(d.keys, d.header)
	if err != nil {
		return s, err
	}
	if err := f.putPart(partHeader, d.header.marshal()); err != nil {
		return s, err
	}
	if err := f.putSlots(d.slots); err != nil {
		return s, err
	}
	return state{m.generation, hash, m.trail}, f.putPart(partManifest, blob)
}

func (d draught) fillRecords(f *file) (*index, error) {
	x := &index{}
	put := func(row sealedRow) error {
		x.Put(byte(row.table), row.id, stampOf(row.blob))
		return f.put(row)
	}
	if d.rows != nil {
		if err := d.rows(put); err != nil {
			return nil, err
		}
	}
	x.Digest(d.keys.digester(d.header))
	return x, nil
}

func (f *file) putPart(part int64, blob []byte) error {
	return f.Exec("INSERT OR REPLACE INTO vault(part, blob) VALUES(?, ?)", part, driver.Value(blob))
}

func (f *file) putSlots(s slots) error {
	if err := f.putPart(partPassphrase, s.passphrase.Marshal()); err != nil {
		return err
	}
	return f.putPart(partRecovery, s.recovery.Marshal())
}

func (f *file) put(row sealedRow) error {
	return f.Exec("INSERT OR REPLACE INTO "+row.table.String()+"(id, blob) VALUES(?, ?)", row.id, driver.Value(row.blob))
}

func (f *file) remove(table Table, id ID) error {
	return f.Exec("DELETE FROM "+table.String()+" WHERE id = ?", id)
}
