package vault

import (
	"encoding/binary"
	"io"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/roll"
)

// What makes a SQLite file a journal of ours, and which.
const (
	applicationID = 0x41465453 // "AFTS"
	formatVersion = 2          // of new files; those of 1 are read and written as they are
)

// The parts of the vault table.
const (
	partHeader = iota + 1
	partManifest
	partPassphrase
	partRecovery
)

const (
	magic      = "aftershift vault"
	headerSize = len(magic) + 2 + seal.SaltSize + 1
)

var names = [tableCount]string{"overview", "details", "draft", "revision", "object"}

func (t Table) known() bool { return t >= Overview && t <= Object }

// String gives the table's name in the file.
func (t Table) String() string {
	if !t.known() {
		return "unknown"
	}
	return names[t-1]
}

// padding hides a record's length: overviews are short and many, so they all
// look alike; the rest shows its magnitude.
func (t Table) padding() seal.Padding {
	if t == Overview {
		return seal.Steps(256)
	}
	return seal.Padme(512)
}

// header is what has to be known before a key: which version of the format, which
// vault, and which epoch of its key.
type header struct {
	version uint16
	vaultID [seal.SaltSize]byte
	epoch   byte
}

func newHeader(random io.Reader) (header, error) {
	h := header{version: formatVersion, epoch: 1}
	_, err := io.ReadFull(random, h.vaultID[:])
	return h, fault.As(fault.Internal, "draw vault id", err)
}

func (h header) marshal() []byte {
	out := binary.BigEndian.AppendUint16([]byte(magic), h.version)
	return append(append(out, h.vaultID[:]...), h.epoch)
}

func parseHeader(b []byte) (header, error) {
	if len(b) != headerSize || string(b[:len(magic)]) != magic || b[headerSize-1] == 0 {
		return header{}, fault.New(fault.Damaged, "read header")
	}
	h := header{binary.BigEndian.Uint16(b[len(magic):]), [seal.SaltSize]byte(b[len(magic)+2:]), b[headerSize-1]}
	if h.version < 1 || h.version > formatVersion {
		return header{}, fault.New(fault.Damaged, "read header")
	}
	return h, nil
}

// sameKey reports whether one key opens what is sealed under either.
func (h header) sameKey(o header) bool { return h.vaultID == o.vaultID && h.epoch == o.epoch }

// recordAAD binds a record to format, vault, table, id and epoch.
func (h header) recordAAD(table Table, id ID) []byte {
	out := append([]byte(seal.Label+"record"), h.vaultID[:]...)
	out = binary.BigEndian.AppendUint64(append(out, byte(table)), uint64(id))
	return append(out, h.epoch)
}

// manifestAAD binds a manifest to format, vault and epoch.
func (h header) manifestAAD() []byte {
	out := append([]byte(seal.Label+"manifest"), h.vaultID[:]...)
	return append(out, h.epoch)
}

// keys are the vault's keys for each purpose.
type keys struct {
	vault    seal.Key
	records  *seal.Box
	manifest *seal.Box
	rows     seal.Key
	tables   seal.Key
	anchor   seal.Key
}

func newKeys(vault seal.Key, h header, random io.Reader) keys {
	return keys{
		vault:    vault,
		records:  seal.NewBox(vault.Subkey(h.vaultID, "records"), random),
		manifest: seal.NewBox(vault.Subkey(h.vaultID, "manifest"), random),
		rows:     vault.Subkey(h.vaultID, "rows"),
		tables:   vault.Subkey(h.vaultID, "tables"),
		anchor:   vault.Subkey(h.vaultID, "anchor"),
	}
}

// digester computes the digests of a file with the header.
func (k keys) digester(h header) roll.Digester {
	return roll.Digester{Rows: k.rows, Tables: k.tables, AtOnce: h.version == 1}
}

// slots are the two ways in.
type slots struct{ passphrase, recovery seal.Slot }

func (s slots) hash(h header) [seal.HashSize]byte {
	return seal.Hash(h.marshal(), s.passphrase.Marshal(), s.recovery.Marshal())
}

func (s slots) open(u Unlock, h header, o Options) (seal.Key, error) {
	return s.openOnce(u, h, o, map[string]seal.Wrapping{})
}

// openOnce is open for a caller who tries a slot for several vaults: what was
// derived is kept in derived, by the slot's bytes.
func (s slots) openOnce(u Unlock, h header, o Options, derived map[string]seal.Wrapping) (seal.Key, error) {
	if u.Passphrase.Empty() {
		words, err := seal.ParseWords(u.Words)
		if err != nil {
			return seal.Key{}, fault.As(fault.CannotUnlock, "read recovery words", err)
		}
		return s.recovery.OpenRecovery(words, h.vaultID)
	}
	slot := string(s.passphrase.Marshal())
	if _, done := derived[slot]; !done {
		if o.Deriving != nil {
			if err := o.Deriving(s.passphrase.Params); err != nil {
				return seal.Key{}, err
			}
		}
		w, err := s.passphrase.Derive(u.Passphrase)
		if err != nil {
			return seal.Key{}, err
		}
		derived[slot] = w
	}
	return s.passphrase.Open(derived[slot], h.vaultID)
}
