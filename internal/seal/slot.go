package seal

import (
	"encoding/binary"
	"io"
	"unicode/utf8"

	"aftershift/internal/fault"
)

// SlotKind says what opens a slot.
type SlotKind uint8

// The kinds of slot. A journal has one of each.
const (
	PassphraseSlot SlotKind = 1
	RecoverySlot   SlotKind = 2
)

// SlotSize is the length of a marshalled slot, in bytes: kind, memory, passes,
// lanes, salt, nonce, wrapped vault key, tag.
const SlotSize = slotHead + NonceSize + KeySize + TagSize

const slotHead = 1 + 3*4 + SaltSize

// Slot holds the vault key, wrapped by a key that comes from one secret.
type Slot struct {
	Kind    SlotKind
	Params  Params // zero in a recovery slot
	Salt    [SaltSize]byte
	wrapped []byte
}

// NewPassphraseSlot wraps the vault key for the passphrase. It gives
// fault.Invalid for parameters out of bounds an empty passphrase, or one that
// is not UTF-8.
func NewPassphraseSlot(key Key, vaultID [SaltSize]byte, pass Secret, p Params, random io.Reader) (Slot, error) {
	if pass.Empty() {
		return Slot{}, fault.New(fault.Invalid, "take empty passphrase")
	}
	if !utf8.Valid(pass.text) {
		return Slot{}, fault.New(fault.Invalid, "take passphrase that is not UTF-8")
	}
	s := Slot{Kind: PassphraseSlot, Params: p}
	if err := s.salt(random); err != nil {
		return Slot{}, err
	}
	wrapping, err := passphraseKey(pass, p, s.Salt)
	if err != nil {
		return Slot{}, err
	}
	return s.wrap(key, wrapping, vaultID, random)
}

// NewRecoverySlot wraps the vault key for the recovery words. It gives
// fault.Internal where random fails.
func NewRecoverySlot(key Key, vaultID [SaltSize]byte, w Words, random io.Reader) (Slot, error) {
	s := Slot{Kind: RecoverySlot}
	if err := s.salt(random); err != nil {
		return Slot{}, err
	}
	return s.wrap(key, recoveryKey(w, s.Salt), vaultID, random)
}

func (s *Slot) salt(random io.Reader) error {
	return draw(random, s.Salt[:], "draw salt")
}

func (s Slot) wrap(key, wrapping Key, vaultID [SaltSize]byte, random io.Reader) (Slot, error) {
	var err error
	s.wrapped, err = NewBox(wrapping, random).Seal(nil, key.bytes[:], s.aad(vaultID))
	return s, err
}

// OpenPassphrase gives the vault key. It gives fault.CannotUnlock where the
// passphrase is not the slot's, or the slot was changed; fault.Invalid, before
// deriving, where its parameters are out of bounds.
func (s Slot) OpenPassphrase(pass Secret, vaultID [SaltSize]byte) (Key, error) {
	w, err := s.Derive(pass)
	if err != nil {
		return Key{}, err
	}
	return s.Open(w, vaultID)
}

// Wrapping is what a passphrase gives for one slot: all of the cost of a guess.
type Wrapping struct{ key Key }

// Derive gives the slot's Wrapping for a passphrase. It gives fault.Invalid, before
// deriving, where its parameters are out of bounds.
func (s Slot) Derive(pass Secret) (Wrapping, error) {
	key, err := passphraseKey(pass, s.Params, s.Salt)
	return Wrapping{key}, err
}

// Open gives the vault key for a Wrapping of this slot, at no cost. It gives
// fault.CannotUnlock as OpenPassphrase does.
func (s Slot) Open(w Wrapping, vaultID [SaltSize]byte) (Key, error) { return s.unwrap(w.key, vaultID) }

// OpenRecovery gives the vault key. It gives fault.CannotUnlock where the words
// are not the slot's, or the slot was changed.
func (s Slot) OpenRecovery(w Words, vaultID [SaltSize]byte) (Key, error) {
	return s.unwrap(recoveryKey(w, s.Salt), vaultID)
}

func (s Slot) unwrap(wrapping Key, vaultID [SaltSize]byte) (Key, error) {
	plain, err := NewBox(wrapping, nil).Open(s.wrapped, s.aad(vaultID))
	if err != nil || len(plain) != KeySize {
		return Key{}, fault.New(fault.CannotUnlock, "open key slot")
	}
	defer clear(plain)
	return Key{[KeySize]byte(plain)}, nil
}

// aad binds the wrapped key to format, vault, kind, parameters and salt, so
// that a slot with weakened parameters does not open.
func (s Slot) aad(vaultID [SaltSize]byte) []byte {
	out := append([]byte(Label+"slot"), vaultID[:]...)
	return append(out, s.head()...)
}

func (s Slot) head() []byte {
	out := []byte{byte(s.Kind)}
	out = binary.BigEndian.AppendUint32(out, s.Params.MemoryKiB)
	out = binary.BigEndian.AppendUint32(out, s.Params.Passes)
	out = binary.BigEndian.AppendUint32(out, s.Params.Lanes)
	return append(out, s.Salt[:]...)
}

// Marshal gives the slot's SlotSize bytes.
func (s Slot) Marshal() []byte { return append(s.head(), s.wrapped...) }

// ParseSlot reads a slot. It gives fault.Damaged for a wrong length or kind and
// for parameters out of bounds; it derives nothing.
func ParseSlot(b []byte) (Slot, error) {
	if len(b) != SlotSize {
		return Slot{}, fault.New(fault.Damaged, "read key slot")
	}
	s := Slot{
		Kind: SlotKind(b[0]),
		Params: Params{
			binary.BigEndian.Uint32(b[1:]), binary.BigEndian.Uint32(b[5:]), binary.BigEndian.Uint32(b[9:]),
		},
		Salt:    [SaltSize]byte(b[13:]),
		wrapped: append([]byte(nil), b[slotHead:]...),
	}
	if err := s.check(); err != nil {
		return Slot{}, fault.As(fault.Damaged, "read key slot", err)
	}
	return s, nil
}

func (s Slot) check() error {
	switch s.Kind {
	case PassphraseSlot:
		return s.Params.Check()
	case RecoverySlot:
		if s.Params == (Params{}) {
			return nil
		}
	}
	return fault.New(fault.Damaged, "check key slot")
}
