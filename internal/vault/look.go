package vault

import (
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// toRead are the pragmas of a connection that only reads.
var toRead = []pragma{
	{"trusted_schema", "OFF", int64(0)},
	{"cell_size_check", "ON", int64(1)},
	{"temp_store", "MEMORY", int64(2)},
	{"busy_timeout", "0", int64(0)},
	{"mmap_size", "0", int64(0)},
	{"query_only", "ON", int64(1)},
}

// immutable makes SQLite neither lock the file, nor look for a rollback journal
// beside it, nor write anything anywhere: https://www.sqlite.org/uri.html
const immutable = "mode=ro&immutable=1"

// openToRead connects to the file as it stands. Nothing is played back into it,
// and no byte changes, there or beside it.
func openToRead(path string) (*file, error) {
	conn, err := (&sqlite3.SQLiteDriver{}).Open(address(path, immutable))
	if err != nil {
		return nil, sqlFault("open file", err)
	}
	f := &file{conn: conn.(*sqlite3.SQLiteConn), path: path, reading: true}
	if err := f.set(toRead); err != nil {
		_ = f.conn.Close()
		return nil, err
	}
	return f, nil
}

// look connects for reading to what a reader of the vault at path sees. Where a
// crash left half a change, that is taken back in a copy, which clean removes.
func (o Options) look(path string) (f *file, clean func(), err error) {
	clean = func() {}
	if !o.Copy && isHot(journalOf(path)) {
		if path, clean, err = o.recovered(path); err != nil {
			return nil, nil, err
		}
	}
	if f, err = openToRead(path); err != nil {
		clean()
		return nil, nil, err
	}
	return f, clean, nil
}

// recovered copies the file and its rollback journal, and lets SQLite take back
// in the copy what a crash left half done.
func (o Options) recovered(path string) (copied string, clean func(), err error) {
	scratch := o.Scratch
	if scratch == "" {
		scratch = os.TempDir()
	}
	if copied, clean, err = copyInto(path, scratch, true); err != nil {
		return "", nil, err
	}
	f, err := openFile(copied, 0)
	if err == nil {
		err = f.close()
	}
	if err != nil {
		clean()
		return "", nil, err
	}
	return copied, clean, nil
}

// isHot reports whether SQLite would play the journal at path back: one that is
// at rest is empty or begins with zeros (https://www.sqlite.org/lockingv3.html).
func isHot(path string) bool {
	if platform.Plain(path) != nil {
		return false
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	var first [1]byte
	n, _ := file.Read(first[:])
	return n == 1 && first[0] != 0
}

// enterToRead is enter for a vault that is only looked at: the lock is taken where
// that can be, and the file is left as it is.
func enterToRead(path string, o Options) (*Vault, error) {
	lock, err := platform.LockToRead(lockOf(path))
	if err != nil {
		return nil, err
	}
	v := &Vault{path: path, options: o, lock: lock, clean: func() {}}
	if o.Copy {
		err = checkCopy(path)
	} else {
		err = Check(path)
	}
	if err == nil {
		v.file, v.clean, err = o.look(path)
	}
	if err != nil {
		_ = lock.Release()
		return nil, err
	}
	return v, nil
}

// checkCopy is Check for a copy at rest, whatever stands beside it.
func checkCopy(path string) error {
	if err := platform.Plain(path); err != nil {
		return err
	}
	head, err := readHead(path)
	if err != nil {
		return err
	}
	return fault.Wrap("check journal", identify(head))
}

// copyToRead connects to a copy of some vault, whatever stands beside it.
func copyToRead(path string) (*file, error) {
	if err := checkCopy(path); err != nil {
		return nil, err
	}
	f, err := openToRead(path)
	if err != nil {
		return nil, err
	}
	if err := f.checkSchema(); err != nil {
		_ = f.close()
		return nil, err
	}
	return f, nil
}

// A Stand is where a copy of this vault stands beside it.
type Stand struct {
	Generation uint64
	// Same: the very state that the vault is in.
	Same bool
	// Earlier: made under an earlier key, so that nothing more is known.
	Earlier bool
}

// Ahead reports whether the copy holds a state that the vault has not reached:
// what it holds may have been lost here.
func (s Stand) Ahead(generation uint64) bool {
	return !s.Earlier && !s.Same && s.Generation >= generation
}

// Peek reads which state a copy of this vault holds, from its sealed manifest and
// without its records: that they are whole is for VerifyCopy to say. It changes
// nothing. Kinds: fault.CannotUnlock for another vault's file, and those of Open.
func (v *Vault) Peek(path string) (Stand, error) {
	v.mu.Lock()
	h, k, now := v.header, v.keys, v.state
	v.mu.Unlock()
	s, m, err := peek(path, h, k)
	s.Same = err == nil && !s.Earlier && m.generation == now.generation && m.hash == now.hash
	return s, fault.Wrap("look at copy", err)
}

// peek gives the state of a copy of the vault with the header.
func peek(path string, own header, k keys) (s Stand, at waypoint, err error) {
	f, err := copyToRead(path)
	if err != nil {
		return s, at, err
	}
	defer f.close()
	p, err := f.parts()
	if err != nil {
		return s, at, err
	}
	h, slots, err := p.parse()
	switch {
	case err != nil:
		return s, at, err
	case h.vaultID != own.vaultID:
		return s, at, fault.New(fault.CannotUnlock, "look at copy")
	case h != own:
		return Stand{Earlier: true}, at, nil
	}
	m, err := openManifest(k, h, p.manifest)
	if err == nil && m.headerHash != slots.hash(h) {
		err = fault.New(fault.Tampered, "compare with manifest")
	}
	return Stand{Generation: m.generation}, waypoint{m.generation, seal.Hash(p.manifest)}, err
}

// copyInto copies the file at from into a private folder in dir, with its
// rollback journal where withJournal says so.
func copyInto(from, dir string, withJournal bool) (path string, clean func(), err error) {
	if err := platform.MakePrivate(dir); err != nil {
		return "", nil, err
	}
	folder, err := platform.MakeTempFolder(dir)
	if err != nil {
		return "", nil, err
	}
	path = filepath.Join(folder.Path(), "journal")
	err = copyFile(from, path)
	if err == nil && withJournal {
		if err = copyFile(journalOf(from), journalOf(path)); fault.KindOf(err) == fault.NotFound {
			err = nil
		}
	}
	if err != nil {
		folder.Remove()
		return "", nil, err
	}
	return path, folder.Remove, nil
}
