package vault

import (
	"bytes"
	"context"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// copyPages is how many pages are copied between two chances for writers.
const copyPages = 256

// Backup writes a consistent copy to dest, replacing a plain file there. The
// copy is opened and verified in full before it takes its name; until then, and
// after any error, what stood at dest is untouched. Saving goes on meanwhile.
// progress (may be nil) counts verified records up to Rows. It gives
// fault.Damaged or Tampered where the copy isn't sound, fault.Cancelled,
// fault.Locked, and the kinds of platform.Fault.
func (v *Vault) Backup(ctx context.Context, dest string, progress *atomic.Int64) error {
	return fault.Wrap("back up", v.backup(ctx, dest, progress))
}

func (v *Vault) backup(ctx context.Context, dest string, progress *atomic.Int64) error {
	temp, err := platform.CreateAtomic(dest)
	if err != nil {
		return err
	}
	defer sqlfile.Remove(temp.TempPath())
	defer temp.Abort()
	if err := v.copyTo(ctx, temp.TempPath()); err != nil {
		return err
	}
	if err := v.proveCopy(ctx, temp.TempPath(), progress); err != nil {
		return err
	}
	return temp.Commit()
}

func (v *Vault) copyTo(ctx context.Context, path string) (err error) {
	to, err := openFile(path, 0)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := to.Close(); err == nil {
			err = closeErr
		}
	}()
	pages, err := v.startCopy(to)
	if err != nil {
		return err
	}
	for done := false; err == nil && !done; {
		if ctx.Err() != nil {
			err = errCancelled
			break
		}
		done, err = v.copySome(pages)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if finishErr := pages.Close(); err == nil {
		err = finishErr
	}
	return err
}

func (v *Vault) startCopy(to *file) (*sqlfile.Copying, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return nil, errLocked
	}
	return v.file.CopyTo(to.File)
}

func (v *Vault) copySome(pages *sqlfile.Copying) (bool, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return false, errLocked
	}
	return pages.Step(copyPages)
}

// proveCopy opens the copy with the key at hand and verifies all of it. A record
// that can't be read is copied as it stands here.
func (v *Vault) proveCopy(ctx context.Context, path string, progress *atomic.Int64) error {
	v.mu.Lock()
	key := v.keys.vault
	v.mu.Unlock()
	return proveAs(ctx, path, key, v.options, progress, v.holds)
}

// holds gives nil where the row stands in this file with the same bytes.
func (v *Vault) holds(p place, blob []byte) error {
	_, own, err := v.fetch(p.table, p.id)
	if err == nil && !bytes.Equal(own, blob) {
		err = fault.New(fault.Damaged, "compare with copy")
	}
	return err
}

// prove gives nil for a sound vault that the key opens.
func prove(ctx context.Context, path string, key seal.Key, o Options, progress *atomic.Int64) error {
	return proveAs(ctx, path, key, o, progress, nil)
}

// proveAs is prove for a vault whose damaged records may be those that known
// gives nil for.
func proveAs(ctx context.Context, path string, key seal.Key, o Options, progress *atomic.Int64, known func(place, []byte) error) error {
	c, err := open(path, o.ofCopy(), func(slots, header) (seal.Key, error) { return key, nil })
	if err != nil {
		return err
	}
	return c.proved(ctx, progress, known)
}

// proved gives nil for a sound vault, but for what known gives nil for, and closes it.
func (v *Vault) proved(ctx context.Context, progress *atomic.Int64, known func(place, []byte) error) error {
	s, err := v.inspect(ctx, progress)
	if err == nil && known != nil {
		err = v.compareDamaged(&s, known)
	}
	if err == nil {
		err = s.report.Fault()
	}
	if closeErr := v.Close(); err == nil {
		err = closeErr
	}
	return err
}

// compareDamaged takes the damaged records that are known out of the report.
func (v *Vault) compareDamaged(s *survey, known func(place, []byte) error) error {
	for _, p := range s.damaged {
		_, blob, err := v.fetch(p.table, p.id)
		if err == nil {
			err = known(p, blob)
		}
		if err != nil {
			return err
		}
		s.report.Damaged--
	}
	return nil
}
