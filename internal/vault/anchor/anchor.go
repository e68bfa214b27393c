// Package anchor keeps, in a folder outside a vault's own, the state in which the
// vault was last closed on this computer, so that an older file shows.
package anchor

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// An Anchor is the state in which a vault was last closed on this computer.
type Anchor struct {
	VaultID    [seal.SaltSize]byte
	Generation uint64
	Hash       [seal.HashSize]byte // of the sealed manifest
}

// Size is how long a sealed anchor is, in bytes.
const Size = seal.SaltSize + 8 + seal.HashSize + seal.HashSize

// most stand in a file: one, and while a vault gets a new key one for each key.
const most = 2

// Sealed returns the anchor with the key's mark: Size bytes.
func (a Anchor) Sealed(key seal.Key) []byte {
	out := append([]byte(nil), a.VaultID[:]...)
	out = binary.BigEndian.AppendUint64(out, a.Generation)
	out = append(out, a.Hash[:]...)
	mac := key.MAC(out)
	return append(out, mac[:]...)
}

// open gives the anchor if it was sealed by the key for the vault.
func open(b []byte, key seal.Key, vaultID [seal.SaltSize]byte) (Anchor, bool) {
	a := Anchor{
		[seal.SaltSize]byte(b), binary.BigEndian.Uint64(b[seal.SaltSize:]), [seal.HashSize]byte(b[seal.SaltSize+8:]),
	}
	return a, a.VaultID == vaultID && bytes.Equal(a.Sealed(key), b)
}

// Names in the folder of anchors. An anchor stands there twice, by its vault and
// by the place of the vault's file, so that another journal put in that place
// shows.
const (
	byVault = ".anchor"
	byPlace = ".place"
	left    = ".left" // the latest state that the holder knowingly went back from
)

// PathOf gives where the anchor of a vault stands in dir.
func PathOf(dir string, vaultID [seal.SaltSize]byte) string {
	return filepath.Join(dir, hex.EncodeToString(vaultID[:])+byVault)
}

// PlaceOf gives where in dir the anchor of whatever vault stands at path does.
func PlaceOf(dir, path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	place := seal.Hash([]byte("place"), []byte(path))
	return filepath.Join(dir, hex.EncodeToString(place[:seal.SaltSize])+byPlace)
}

// LeftOf gives where in dir the latest state stands that the holder of a vault
// knowingly went back from.
func LeftOf(dir string, vaultID [seal.SaltSize]byte) string {
	return filepath.Join(dir, hex.EncodeToString(vaultID[:])+left)
}

// Write keeps the sealed anchors of the vault at path. It gives the kinds of
// platform.Fault.
func Write(dir, path string, vaultID [seal.SaltSize]byte, sealed ...[]byte) error {
	content := bytes.Join(sealed, nil)
	if err := Put(PathOf(dir, vaultID), content); err != nil {
		return err
	}
	return Put(PlaceOf(dir, path), content)
}

// Put keeps content in the file at path, whose folder is made where it is missing. It
// gives the kinds of platform.Fault.
func Put(path string, content []byte) error {
	if old, err := Read(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return err
	}
	platform.Tidy(filepath.Dir(path))
	return fault.Wrap("write anchor", platform.WriteAtomic(path, content))
}

// Read returns the file's bytes, at most one more than an anchor file has. It gives
// the kinds of platform.Fault.
func Read(path string) ([]byte, error) {
	if err := platform.Plain(path); err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, platform.Fault("read anchor", err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, most*Size+1))
	return content, platform.Fault("read anchor", err)
}

// Opened returns those of the anchors in a file's bytes that the key sealed for the
// vault.
func Opened(content []byte, key seal.Key, vaultID [seal.SaltSize]byte) (all []Anchor) {
	for len(content) >= Size {
		if a, ours := open(content[:Size], key, vaultID); ours {
			all = append(all, a)
		}
		content = content[Size:]
	}
	return all
}

// Vaults gives the ids of the vaults that have an anchor in dir: none where it can't
// be read.
func Vaults(dir string) (ids [][seal.SaltSize]byte) {
	list, _ := os.ReadDir(dir)
	for _, e := range list {
		name, is := strings.CutSuffix(e.Name(), byVault)
		if id, err := hex.DecodeString(name); is && err == nil && len(id) == seal.SaltSize {
			ids = append(ids, [seal.SaltSize]byte(id))
		}
	}
	return ids
}
