package vault

import (
	"context"
	"database/sql/driver"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// Salvage reads whatever of a broken vault at from still authenticates and makes
// a new, verified vault of it at to, where nothing may stand. It changes nothing
// at from. Header and the secret's key slot have to be whole: nothing opens
// without them. Records keep their ids and their seals; a lost key slot is
// replaced by one that nothing opens (set a new passphrase with the recovery
// words, or make new words). The report says what was found; Orphans are
// details whose overview is lost, which Each still shows. progress (may be nil)
// counts records found. Kinds: fault.CannotUnlock, fault.Damaged where nothing
// can be opened, fault.Conflict where a file stands at to, fault.InUse,
// fault.Cancelled, and the kinds of platform.Fault.
func Salvage(ctx context.Context, from, to string, u Unlock, o Options, progress *atomic.Int64) (Report, error) {
	report, err := salvage(ctx, from, to, o, progress, func(s slots, h header) (seal.Key, error) {
		return s.open(u, h, o)
	})
	return report, fault.Wrap("salvage journal", err)
}

func salvage(ctx context.Context, from, to string, o Options, progress *atomic.Int64, unlock unlocking) (Report, error) {
	if kind := fault.KindOf(platform.Plain(to)); kind != fault.NotFound {
		return Report{}, fault.New(fault.Conflict, "find free name")
	}
	copied, clean, err := copyAside(from, filepath.Dir(to), true)
	if err != nil {
		return Report{}, err
	}
	defer clean()
	w := wreck{progress: progress, records: map[place]found{}, live: liveStamps(copied)}
	if err := w.search(ctx, copied, o, unlock); err != nil {
		return w.report, err
	}
	if w.manifest.generation > 0 {
		w.report.compare(o.agrees(from, w.manifest, w.hash, w.keys, w.header))
	}
	if err := w.rebuild(ctx, to, o); err != nil {
		return w.report, err
	}
	return w.report, nil
}

// copyAside copies the file into a private folder in dir, while nobody has it
// open, with its rollback journal where withJournal says so.
func copyAside(from, dir string, withJournal bool) (path string, clean func(), err error) {
	if withJournal {
		err = besides(from)
	} else {
		err = platform.Plain(from)
	}
	if err == nil {
		err = admitted(from)
	}
	if err != nil {
		return "", nil, err
	}
	lock, err := platform.LockToRead(lockOf(from))
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = lock.Release() }()
	return copyInto(from, dir, withJournal)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return platform.Fault("read file", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, platform.PrivateFile)
	if err != nil {
		return platform.Fault("copy file", err)
	}
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return platform.Fault("copy file", err)
}

// liveStamps gives the records that SQLite still finds, however few: where a
// page holds an older state of a record too, these win.
func liveStamps(path string) map[stamp]bool {
	live := map[stamp]bool{}
	f, err := openFile(path, 0)
	if err != nil {
		return live
	}
	defer f.close()
	for table := Overview; table <= Object; table++ {
		_ = f.rows(func(row []driver.Value) error {
			if blob, _ := row[0].([]byte); len(blob) >= recordLeast {
				live[stampOf(blob)] = true
			}
			return nil
		}, 1, "SELECT blob FROM "+table.String())
	}
	return live
}
