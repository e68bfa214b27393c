package vault

import (
	"context"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync/atomic"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
	"aftershift/internal/vault/sqlfile"
)

// Mark tells this vault from others: eight hexadecimal digits, the same in every
// copy of it, under every passphrase and key.
func (v *Vault) Mark() string { return v.header.mark() }

func (h header) mark() string { return hex.EncodeToString(h.vaultID[:4]) }

// MarkOf reads the mark of the vault of which a copy stands at path, without a
// secret: nobody vouches for it. It changes nothing. Kinds: those of Check.
func MarkOf(path string) (string, error) {
	_, h, _, err := partsOf(path)
	if h.epoch == 0 { // there is no header
		return "", err
	}
	return h.mark(), err
}

// ofCopy gives the options for reading a copy: it is older than what the anchor
// says, and that is no news.
func (o Options) ofCopy() Options {
	o.ReadOnly, o.Copy, o.Restored, o.AsFound = true, true, true, false
	return o
}

// sameKey unlocks copies that were made under the present key.
func (v *Vault) sameKey() unlocking {
	v.mu.Lock()
	defer v.mu.Unlock()
	own, key := v.header, v.keys.vault
	return func(_ slots, h header) (seal.Key, error) {
		if !h.sameKey(own) {
			return seal.Key{}, fault.New(fault.CannotUnlock, "open copy")
		}
		return key, nil
	}
}

// OpenCopy opens a copy of this vault for reading, without a secret. It gives
// fault.CannotUnlock for another vault's file and for a copy made under an
// earlier key; other kinds are those of Open.
func (v *Vault) OpenCopy(path string) (*Vault, error) {
	c, err := open(path, v.options.ofCopy(), v.sameKey())
	return c, fault.Wrap("open copy", err)
}

// VerifyCopy is VerifyFile for a copy of this vault, without a secret. Errors
// are those of VerifyFile, with fault.CannotUnlock as for OpenCopy.
func (v *Vault) VerifyCopy(ctx context.Context, path string, progress *atomic.Int64) (Report, error) {
	report, err := verifyFile(ctx, path, v.options.ofCopy(), progress, v.sameKey())
	return report, fault.Wrap("verify copy", err)
}

// RestoreCopy puts a copy of this vault, as it stands at from, in this one's
// place and closes it. Nothing is touched before the whole copy is verified (a
// damaged record that stands here with the same bytes comes along); the
// present file is kept at aside, where nothing may stand. progress (may be nil)
// counts records. It gives fault.Damaged or Tampered where the copy isn't sound,
// fault.CannotUnlock as for OpenCopy, fault.Conflict on a read-only vault or
// where a file stands at aside, fault.Cancelled, and the kinds of
// platform.Fault. After an error the vault is open and as it was, unless closed
// says otherwise; then one of the two files stands in its place, whole.
func (v *Vault) RestoreCopy(ctx context.Context, from, aside string, progress *atomic.Int64) (closed bool, err error) {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.writable(); err != nil {
		return false, err
	}
	s, err := stage(ctx, from, v.path, aside, v.options, progress, v.sameKey(), v.holds)
	if err != nil {
		return false, fault.Wrap("restore copy", err)
	}
	defer s.temp.Abort()
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.anchorBoth(s.state, v.keys); err != nil {
		return false, fault.Wrap("restore copy", err)
	}
	if v.options.AnchorDir != "" {
		if err := v.options.leave(waypoint{s.state.generation, s.state.hash}, v.keys, v.header); err != nil {
			return false, fault.Wrap("restore copy", err)
		}
	}
	err = v.file.Close()
	v.file = nil
	if err == nil {
		err = s.swap(v.path, aside)
	}
	v.index = index{}
	if lockErr := v.lock.Release(); err == nil {
		err = lockErr
	}
	return true, fault.Wrap("restore copy", err)
}

// Restore puts the vault at from, which u opens, in the place of the file at to,
// which may be broken or missing and which nobody may have open. Nothing is
// touched before all of from is verified; the present file is kept at aside,
// where nothing may stand. Kinds: those of RestoreCopy and Open.
func Restore(ctx context.Context, from, to, aside string, u Unlock, o Options, progress *atomic.Int64) error {
	lock, err := platform.Lock(lockOf(to))
	if err != nil {
		return fault.Wrap("restore copy", err)
	}
	defer func() { _ = lock.Release() }()
	s, err := stage(ctx, from, to, aside, o, progress, func(s slots, h header) (seal.Key, error) { return s.open(u, h, o) }, nil)
	if err != nil {
		return fault.Wrap("restore copy", err)
	}
	defer s.temp.Abort()
	if err := s.swap(to, aside); err != nil || o.AnchorDir == "" {
		return fault.Wrap("restore copy", err)
	}
	// Should this fail, the next opener is asked whether the older file is meant.
	if err := o.leave(waypoint{s.state.generation, s.state.hash}, s.keys, s.header); err != nil {
		return fault.Wrap("restore copy", err)
	}
	a := s.header.anchored(s.state.generation, s.state.hash)
	return fault.Wrap("restore copy", anchor.Write(o.AnchorDir, to, s.header.vaultID, a.Sealed(s.keys.anchor)))
}

// staged is a verified copy, ready to take its place.
type staged struct {
	temp   *platform.AtomicFile
	header header
	keys   keys
	state  state
}

// stage copies from beside to and verifies all of the copy. Its damaged records
// may be those that known gives nil for; nil: none.
func stage(ctx context.Context, from, to, aside string, o Options, progress *atomic.Int64, unlock unlocking, known func(place, []byte) error) (*staged, error) {
	if kind := fault.KindOf(platform.Plain(aside)); kind != fault.NotFound {
		return nil, fault.New(fault.Conflict, "find free name")
	}
	copied, clean, err := copyAside(from, filepath.Dir(to), false)
	if err != nil {
		return nil, err
	}
	defer clean()
	temp, err := platform.CreateAtomic(to)
	if err != nil {
		return nil, err
	}
	s := &staged{temp: temp}
	if err := s.fill(ctx, copied, o, progress, unlock, known); err != nil {
		temp.Abort()
		return nil, err
	}
	return s, nil
}

func (s *staged) fill(ctx context.Context, copied string, o Options, progress *atomic.Int64, unlock unlocking, known func(place, []byte) error) error {
	c, err := open(copied, o.ofCopy(), unlock)
	if err != nil {
		return err
	}
	s.header, s.keys, s.state = c.header, c.keys, c.state
	if err := c.proved(ctx, progress, known); err != nil {
		return err
	}
	return sqlfile.Pour(copied, s.temp)
}

// swap keeps what stands at path at aside and gives the copy its place. At every
// moment a whole file stands at path.
func (s *staged) swap(path, aside string) error {
	err := sqlfile.CopyFile(path, aside)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		return s.temp.Commit()
	case err == nil:
		err = platform.SyncFile(aside)
	}
	// A rollback journal left by a crash belongs to the old file, and would spoil
	// the new one.
	if err == nil {
		err = platform.Fault("keep journal", os.Rename(sqlfile.JournalOf(path), sqlfile.JournalOf(aside)))
		if fault.KindOf(err) == fault.NotFound {
			err = nil
		}
	}
	if err != nil {
		return err
	}
	return s.temp.Commit()
}
