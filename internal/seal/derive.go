package seal

import (
	"crypto/hkdf"
	"crypto/sha256"
	"runtime/debug"

	"golang.org/x/crypto/argon2"

	"aftershift/internal/fault"
)

// SaltSize is the length of a slot's salt and of a vault id, in bytes.
const SaltSize = 16

// Label begins the info string of every derivation and the additional data of
// every sealed thing, so that nothing sealed for one format or purpose opens in
// another.
const Label = "aftershift/1 "

// Subkey derives the vault's key for one purpose ("records", "manifest", …):
// HKDF-SHA256 with the vault id as salt and Label+purpose as info.
func (k Key) Subkey(vaultID [SaltSize]byte, purpose string) Key {
	return expand(k.bytes[:], vaultID[:], purpose)
}

// passphraseKey is the key that wraps the vault key in the passphrase slot. It
// gives fault.Invalid for parameters out of bounds, before it allocates.
func passphraseKey(pass Secret, p Params, salt [SaltSize]byte) (Key, error) {
	if err := p.Check(); err != nil {
		return Key{}, err
	}
	typed := normal(pass.text) // a copy: it is wiped
	defer clear(typed)
	stretched := stretch(typed, salt[:], p)
	defer clear(stretched)
	return expand(stretched, salt[:], "passphrase"), nil
}

// recoveryKey is the key that wraps the vault key in the recovery slot. The
// words hold 128 random bits already, so nothing has to be stretched.
func recoveryKey(w Words, salt [SaltSize]byte) Key {
	return expand(w.entropy[:], salt[:], "recovery")
}

// stretch is Argon2id. The caller has checked p: the library panics on zeros.
// The working memory goes back to the system at once.
func stretch(pass, salt []byte, p Params) []byte {
	out := argon2.IDKey(pass, salt, p.Passes, p.MemoryKiB, uint8(p.Lanes), KeySize)
	debug.FreeOSMemory()
	return out
}

func expand(secret, salt []byte, purpose string) Key {
	out, err := hkdf.Key(sha256.New, secret, salt, Label+purpose, KeySize)
	if err != nil { // only for lengths that a constant of 32 can't have
		panic(fault.As(fault.Internal, "derive key", err))
	}
	defer clear(out)
	return Key{[KeySize]byte(out)}
}
