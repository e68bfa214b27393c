package vault

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

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

func anchorPath(dir string, vaultID [seal.SaltSize]byte) string {
	return filepath.Join(dir, hex.EncodeToString(vaultID[:])+".anchor")
}

func writeAnchors(dir string, vaultID [seal.SaltSize]byte, sealed ...[]byte) error {
	path, content := anchorPath(dir, vaultID), bytes.Join(sealed, nil)
	if old, err := readAnchors(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := platform.MakePrivate(dir); err != nil {
		return err
	}
	return fault.Wrap("write anchor", platform.WriteAtomic(path, content))
}

// readAnchors gives the file's bytes, at most one more than an anchor file has.
func readAnchors(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, anchorMost*anchorSize+1))
}

// checkAnchor gives fault.Tampered with ErrRolledBack unless the manifest is
// what the anchor holds or its successor. No anchor: the vault is new here.
func checkAnchor(dir string, m manifest, hash [seal.HashSize]byte, k keys, h header) error {
	content, err := readAnchors(anchorPath(dir, h.vaultID))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return platform.Fault("read anchor", err)
	}
	for len(content) >= anchorSize {
		a, ours := openAnchor(content[:anchorSize], k.anchor, h.vaultID)
		if ours && m.descends(hash, waypoint{a.generation, a.hash}) {
			return nil
		}
		content = content[anchorSize:]
	}
	return fault.As(fault.Tampered, "compare with anchor", ErrRolledBack)
}
