package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// look connects for reading to what a reader of the vault at path sees. Where a
// crash left half a change, that is taken back in a copy, which clean removes.
func (o Options) look(path string) (f *file, clean func(), err error) {
	clean = func() {}
	if !o.Copy && sqlfile.IsHot(sqlfile.JournalOf(path)) {
		if path, clean, err = sqlfile.Recovered(path, o.Scratch); err != nil {
			return nil, nil, err
		}
	}
	if f, err = openToRead(path); err != nil {
		clean()
		return nil, nil, err
	}
	return f, clean, nil
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
	return fault.Wrap("check journal", recognise(path))
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
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// partsOf reads what a copy of some vault shows of itself without a key.
func partsOf(path string) (p parts, h header, s slots, err error) {
	f, err := copyToRead(path)
	if err != nil {
		return p, h, s, err
	}
	defer f.Close()
	if p, err = f.parts(); err == nil {
		h, s, err = p.parse()
	}
	return p, h, s, err
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
	p, h, slots, err := partsOf(path)
	switch {
	case err != nil:
		return s, at, err
	case h.vaultID != own.vaultID:
		return s, at, fault.New(fault.CannotUnlock, "look at copy")
	case !h.sameKey(own):
		return Stand{Earlier: true}, at, nil
	}
	m, err := openManifest(k, h, p.manifest)
	if err == nil && m.headerHash != slots.hash(h) {
		err = fault.New(fault.Tampered, "compare with manifest")
	}
	return Stand{Generation: m.generation}, waypoint{m.generation, seal.Hash(p.manifest)}, err
}
