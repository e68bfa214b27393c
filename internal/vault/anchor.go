package vault

import (
	"path/filepath"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault/anchor"
)

// anchored gives the anchor of a state of the vault.
func (h header) anchored(generation uint64, hash [seal.HashSize]byte) anchor.Anchor {
	return anchor.Anchor{VaultID: h.vaultID, Generation: generation, Hash: hash}
}

// agrees gives fault.Tampered with ErrOther or ErrRolledBack unless the state of
// the vault at path is what the anchors hold or its successor, and no witness
// holds a later one. No anchor: the vault is new here.
func (o Options) agrees(path string, m manifest, hash [seal.HashSize]byte, k keys, h header) error {
	if o.AnchorDir == "" {
		return nil
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return platform.Fault("find journal", err)
	}
	if err := checkAnchors(o.AnchorDir, path, m, hash, k, h); err != nil {
		return err
	}
	if latest, ahead := o.latestWitness(waypoint{m.generation, hash}, k, h); ahead && latest.generation > leftBehind(o.AnchorDir, k, h) {
		return fault.As(fault.Tampered, "compare with copies", ErrRolledBack)
	}
	return nil
}

func checkAnchors(dir, path string, m manifest, hash [seal.HashSize]byte, k keys, h header) error {
	ofVault, err := anchor.Read(anchor.PathOf(dir, h.vaultID))
	known := err == nil
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	ofPlace, err := anchor.Read(anchor.PlaceOf(dir, path))
	placed := err == nil
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	if placed && len(ofPlace) >= anchor.Size && [seal.SaltSize]byte(ofPlace) != h.vaultID {
		return fault.As(fault.Tampered, "compare with anchor", ErrOther)
	}
	descends := func(a anchor.Anchor) bool { return m.descends(hash, waypoint{a.Generation, a.Hash}) }
	later := func(a anchor.Anchor) bool {
		return a.Generation > m.generation || a.Generation == m.generation && a.Hash != hash
	}
	here, there := anchor.Opened(ofVault, k.anchor, h.vaultID), anchor.Opened(ofPlace, k.anchor, h.vaultID)
	switch {
	case known && !slices.ContainsFunc(here, descends),
		!known && placed && !slices.ContainsFunc(there, descends),
		len(there) > 0 && !slices.ContainsFunc(there, func(a anchor.Anchor) bool { return !later(a) }):
		return fault.As(fault.Tampered, "compare with anchor", ErrRolledBack)
	}
	return nil
}

// latestWitness gives the latest state that a witness holds, and whether the
// state is behind it or apart from it.
func (o Options) latestWitness(now waypoint, k keys, h header) (latest waypoint, ahead bool) {
	if o.Witnesses == nil {
		return latest, false
	}
	for _, path := range o.Witnesses() {
		s, at, err := peek(path, h, k)
		if err != nil || s.Earlier || at == now || at.generation < now.generation {
			continue
		}
		if ahead = true; at.generation >= latest.generation {
			latest = at
		}
	}
	return latest, ahead
}

// leftBehind gives the generation up to which the holder knows of later states
// that were given up for an older file.
func leftBehind(dir string, k keys, h header) uint64 {
	content, err := anchor.Read(anchor.LeftOf(dir, h.vaultID))
	if err != nil {
		return 0
	}
	for _, a := range anchor.Opened(content, k.anchor, h.vaultID) {
		return a.Generation
	}
	return 0
}

// LeftBehind gives the generation up to which copies may hold what was given up
// for an older file, as the holder knows. 0: nothing was.
func (v *Vault) LeftBehind() uint64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.options.AnchorDir == "" {
		return 0
	}
	return leftBehind(v.options.AnchorDir, v.keys, v.header)
}

// leave notes that the holder takes this state although witnesses hold a later one.
func (o Options) leave(now waypoint, k keys, h header) error {
	latest, ahead := o.latestWitness(now, k, h)
	if !ahead || latest.generation <= leftBehind(o.AnchorDir, k, h) {
		return nil
	}
	a := h.anchored(latest.generation, latest.hash)
	return anchor.Put(anchor.LeftOf(o.AnchorDir, h.vaultID), a.Sealed(k.anchor))
}
