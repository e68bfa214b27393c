package vault

import (
	"context"
	"database/sql/driver"
	"path/filepath"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// Salvage reads whatever of a broken vault at from still authenticates and makes
// a new, verified vault of it at to, where nothing may stand. It changes nothing
// at from. Header and the secret's key slot stand once in a file, and nothing opens
// without them: where they are lost they are taken from a copy of the vault among
// Options.Witnesses, and the vault's id from the anchors. The passphrase is derived
// twice at most. check (may be nil) is called with the new vault open for reading,
// and closes it; its error is given, and the new vault stays. Records keep their ids and their seals; a lost key slot is
// replaced by one that nothing opens (set a new passphrase with the recovery
// words, or make new words). The report says what was found; Orphans are
// details whose overview is lost, which Each still shows. progress (may be nil)
// counts records found. Kinds: fault.CannotUnlock, fault.Damaged where nothing
// can be opened, fault.Conflict where a file stands at to, fault.InUse,
// fault.Cancelled, and the kinds of platform.Fault.
func Salvage(ctx context.Context, from, to string, u Unlock, o Options, progress *atomic.Int64, check func(*Vault) error) (Report, error) {
	derived := map[string]seal.Wrapping{}
	report, key, err := salvage(ctx, from, to, o, progress, func(s slots, h header) (seal.Key, error) {
		return s.openOnce(u, h, o, derived)
	})
	if err == nil && check != nil {
		made := Options{ReadOnly: true, AsFound: true}
		var v *Vault
		if v, err = open(to, made, func(slots, header) (seal.Key, error) { return key, nil }); err == nil {
			err = check(v)
		}
	}
	return report, fault.Wrap("salvage journal", err)
}

func salvage(ctx context.Context, from, to string, o Options, progress *atomic.Int64, unlock unlocking) (r Report, key seal.Key, err error) {
	if kind := fault.KindOf(platform.Plain(to)); kind != fault.NotFound {
		return r, key, fault.New(fault.Conflict, "find free name")
	}
	copied, clean, err := copyAside(from, filepath.Dir(to), true)
	if err != nil {
		return r, key, err
	}
	defer clean()
	w := wreck{progress: progress, records: map[place]found{}, live: liveStamps(copied), known: o.knownOf(from)}
	if err := w.search(ctx, copied, o, unlock); err != nil {
		return w.report, key, err
	}
	if w.manifest.generation > 0 {
		w.report.compare(o.agrees(from, w.manifest, w.hash, w.keys, w.header))
	}
	return w.report, w.keys.vault, w.rebuild(ctx, to, o)
}

// copyAside copies the file into a private folder in dir, while nobody has it
// open, with its rollback journal where withJournal says so.
func copyAside(from, dir string, withJournal bool) (path string, clean func(), err error) {
	if err := sqlfile.Admitted(from, withJournal); err != nil {
		return "", nil, err
	}
	lock, err := platform.LockToRead(lockOf(from))
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = lock.Release() }()
	return sqlfile.CopyInto(from, dir, withJournal)
}

// liveStamps gives the records that SQLite still finds, however few: where a
// page holds an older state of a record too, these win.
func liveStamps(path string) map[stamp]bool {
	live := map[stamp]bool{}
	f, err := openFile(path, 0)
	if err != nil {
		return live
	}
	defer f.Close()
	for table := Overview; table <= Object; table++ {
		_ = f.Rows(func(row []driver.Value) error {
			head, _ := row[0].([]byte)
			tag, _ := row[1].([]byte)
			if len(head) == recordHead && len(tag) == seal.TagSize {
				live[stampOf(append(head, tag...))] = true
			}
			return nil
		}, 2, "SELECT substr(blob, 1, ?), substr(blob, -?) FROM "+table.String()+" WHERE length(blob) <= ?",
			int64(recordHead), int64(seal.TagSize), table.longest())
	}
	return live
}
