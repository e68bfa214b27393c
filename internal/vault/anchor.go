package vault

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// anchor is the state in which a vault was last closed on this computer.
type anchor struct {
	vaultID    [seal.SaltSize]byte
	generation uint64
	hash       [seal.HashSize]byte
}

const (
	anchorBody = seal.SaltSize + 8 + seal.HashSize
	anchorSize = anchorBody + seal.HashSize
	// anchorMost: one, and while a vault gets a new key one for each key.
	anchorMost = 2
)

func (a anchor) seal(key seal.Key) []byte {
	out := append([]byte(nil), a.vaultID[:]...)
	out = binary.BigEndian.AppendUint64(out, a.generation)
	out = append(out, a.hash[:]...)
	mac := key.MAC(out)
	return append(out, mac[:]...)
}

// openAnchor gives the anchor if it was sealed by the key for the vault.
func openAnchor(b []byte, key seal.Key, vaultID [seal.SaltSize]byte) (anchor, bool) {
	a := anchor{
		[seal.SaltSize]byte(b), binary.BigEndian.Uint64(b[seal.SaltSize:]), [seal.HashSize]byte(b[seal.SaltSize+8:]),
	}
	return a, a.vaultID == vaultID && bytes.Equal(a.seal(key), b)
}

// Names in the folder of anchors. An anchor stands there twice, by its vault and
// by the place of the vault's file, so that another journal put in that place
// shows.
const (
	byVault = ".anchor"
	byPlace = ".place"
	left    = ".left" // the latest state that the holder knowingly went back from
)

func anchorPath(dir string, vaultID [seal.SaltSize]byte) string {
	return filepath.Join(dir, hex.EncodeToString(vaultID[:])+byVault)
}

func placePath(dir, path string) string {
	place := seal.Hash([]byte("place"), []byte(path))
	return filepath.Join(dir, hex.EncodeToString(place[:seal.SaltSize])+byPlace)
}

func leftPath(dir string, vaultID [seal.SaltSize]byte) string {
	return filepath.Join(dir, hex.EncodeToString(vaultID[:])+left)
}

// writeAnchors keeps the sealed anchors of the vault at path.
func writeAnchors(dir, path string, vaultID [seal.SaltSize]byte, sealed ...[]byte) error {
	content := bytes.Join(sealed, nil)
	if err := writeAnchor(anchorPath(dir, vaultID), content); err != nil {
		return err
	}
	return writeAnchor(placePath(dir, path), content)
}

func writeAnchor(path string, content []byte) error {
	if old, err := readAnchors(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return err
	}
	platform.Tidy(filepath.Dir(path))
	return fault.Wrap("write anchor", platform.WriteAtomic(path, content))
}

// readAnchors gives the file's bytes, at most one more than an anchor file has.
func readAnchors(path string) ([]byte, error) {
	if err := platform.Plain(path); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, platform.Fault("read anchor", err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, anchorMost*anchorSize+1))
	return content, platform.Fault("read anchor", err)
}

// openedAnchors gives those of the anchors in a file's bytes that the key sealed.
func openedAnchors(content []byte, k keys, h header) (all []anchor) {
	for len(content) >= anchorSize {
		if a, ours := openAnchor(content[:anchorSize], k.anchor, h.vaultID); ours {
			all = append(all, a)
		}
		content = content[anchorSize:]
	}
	return all
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
	ofVault, err := readAnchors(anchorPath(dir, h.vaultID))
	known := err == nil
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	ofPlace, err := readAnchors(placePath(dir, path))
	placed := err == nil
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return err
	}
	if placed && len(ofPlace) >= anchorSize && [seal.SaltSize]byte(ofPlace) != h.vaultID {
		return fault.As(fault.Tampered, "compare with anchor", ErrOther)
	}
	descends := func(a anchor) bool { return m.descends(hash, waypoint{a.generation, a.hash}) }
	later := func(a anchor) bool {
		return a.generation > m.generation || a.generation == m.generation && a.hash != hash
	}
	here, there := openedAnchors(ofVault, k, h), openedAnchors(ofPlace, k, h)
	switch {
	case known && !slices.ContainsFunc(here, descends),
		!known && placed && !slices.ContainsFunc(there, descends),
		len(there) > 0 && !slices.ContainsFunc(there, func(a anchor) bool { return !later(a) }):
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
	content, err := readAnchors(leftPath(dir, h.vaultID))
	if err != nil {
		return 0
	}
	for _, a := range openedAnchors(content, k, h) {
		return a.generation
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
	a := anchor{h.vaultID, latest.generation, latest.hash}
	return writeAnchor(leftPath(o.AnchorDir, h.vaultID), a.seal(k.anchor))
}
