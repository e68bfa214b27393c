package vault

import (
	"context"
	"database/sql/driver"
	"io"
	"os"
	"path/filepath"
	"strings"
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
		return s.open(u, h, o.MemoryLimit)
	})
	return report, fault.Wrap("salvage journal", err)
}

func salvage(ctx context.Context, from, to string, o Options, progress *atomic.Int64, unlock unlocking) (Report, error) {
	if kind := fault.KindOf(platform.Plain(to)); kind != fault.NotFound {
		return Report{}, fault.New(fault.Conflict, "find free name")
	}
	copied, clean, err := copyAside(from, filepath.Dir(to))
	if err != nil {
		return Report{}, err
	}
	defer clean()
	w := wreck{progress: progress, records: map[place]found{}, live: liveStamps(copied)}
	if err := w.search(ctx, copied, o, unlock); err != nil {
		return w.report, err
	}
	if err := w.rebuild(ctx, to, o); err != nil {
		return w.report, err
	}
	return w.report, nil
}

// copyAside copies the file and its journal into a private folder in dir, and
// lets SQLite take back there what a crash left half done, if it can.
func copyAside(from, dir string) (path string, clean func(), err error) {
	if err := besides(from); err != nil {
		return "", nil, err
	}
	lock, err := platform.Lock(lockOf(from))
	if fault.KindOf(err) == fault.InUse {
		return "", nil, err
	}
	if err == nil { // else a folder that can't be written to, where nobody holds the file either
		defer func() { _ = lock.Release() }()
	}
	if err := platform.MakePrivate(dir); err != nil {
		return "", nil, err
	}
	aside, err := os.MkdirTemp(dir, strings.TrimSuffix(unfinished, "*"))
	if err != nil {
		return "", nil, platform.Fault("make folder", err)
	}
	clean = func() { _ = os.RemoveAll(aside) }
	path = filepath.Join(aside, "journal")
	if err := copyFile(from, path); err != nil {
		clean()
		return "", nil, err
	}
	if err := copyFile(journalOf(from), journalOf(path)); err != nil && fault.KindOf(err) != fault.NotFound {
		clean()
		return "", nil, err
	}
	return path, clean, nil
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
