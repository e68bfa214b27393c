// Package seal turns a passphrase or recovery words into keys, and bytes into
// sealed bytes. It knows bytes and keys, not journals and not files.
//
// The way down: a passphrase goes through Argon2id (RFC 9106) and HKDF-SHA256
// (RFC 5869) to a key that wraps the vault key, which is random; recovery words
// hold 128 random bits that go through HKDF to another wrapping key. Subkeys
// for each purpose come from the vault key by HKDF. Bytes are sealed with
// XChaCha20-Poly1305 under a random nonce.
//
// Every value here is safe for concurrent use unless its comment says
// otherwise. Errors are fault.Error and carry neither secret nor content.
package seal

import (
	"crypto/subtle"
	"fmt"
	"io"

	"aftershift/internal/fault"
)

const hidden = "[secret]"

// Secret is a passphrase. However it is printed, logged or encoded it shows as
// "[secret]". The zero value is the empty passphrase.
type Secret struct{ text []byte }

// NewSecret gives a Secret that holds its own copy of text.
func NewSecret(text string) Secret { return Secret{[]byte(text)} }

// Empty reports whether the passphrase has no bytes.
func (s Secret) Empty() bool { return len(s.text) == 0 }

// Format prints "[secret]" for every verb, flag and width.
func (s Secret) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, hidden) }

// String gives "[secret]".
func (s Secret) String() string { return hidden }

// MarshalText gives "[secret]", so no encoder writes the passphrase.
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// KeySize is the length of every key, in bytes.
const KeySize = 32

// Key is a secret key of 32 bytes. It prints as "[secret]".
type Key struct{ bytes [KeySize]byte }

// NewKey draws a key from random, which must be cryptographically secure. It gives
// fault.Internal where random fails.
func NewKey(random io.Reader) (Key, error) {
	var k Key
	err := draw(random, k.bytes[:], "draw key")
	return k, err
}

// draw fills b from random. It gives fault.Internal where random fails, and then
// leaves zeros.
func draw(random io.Reader, b []byte, op string) error {
	_, err := io.ReadFull(random, b)
	if err != nil {
		clear(b)
	}
	return fault.As(fault.Internal, op, err)
}

// Equal compares in constant time.
func (k Key) Equal(other Key) bool {
	return subtle.ConstantTimeCompare(k.bytes[:], other.bytes[:]) == 1
}

// Format prints "[secret]" for every verb, flag and width.
func (k Key) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, hidden) }

// String gives "[secret]".
func (k Key) String() string { return hidden }

// MarshalText gives "[secret]".
func (k Key) MarshalText() ([]byte, error) { return []byte(hidden), nil }
