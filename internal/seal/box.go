package seal

import (
	"crypto/cipher"
	"io"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/chacha20poly1305"

	"aftershift/internal/fault"
)

// Sizes of the parts of a sealed box, in bytes.
const (
	NonceSize = chacha20poly1305.NonceSizeX
	TagSize   = chacha20poly1305.Overhead
	HashSize  = 32
)

// Box seals and opens bytes with XChaCha20-Poly1305 under one key.
type Box struct {
	aead   cipher.AEAD
	random io.Reader
}

// NewBox gives a box for the key. random draws nonces; it must be
// cryptographically secure and, if the box is shared, safe for concurrent use.
func NewBox(k Key, random io.Reader) *Box {
	aead, err := chacha20poly1305.NewX(k.bytes[:])
	if err != nil { // only for a key of another length
		panic(fault.As(fault.Internal, "make box", err))
	}
	return &Box{aead, random}
}

// Seal appends nonce, ciphertext and tag to dst and gives the longer slice. The
// additional data aad is bound but not stored. It gives fault.Internal where the
// box's random source fails.
func (b *Box) Seal(dst, plain, aad []byte) ([]byte, error) {
	start := len(dst)
	dst = append(dst, make([]byte, NonceSize)...)
	nonce := dst[start:]
	if err := draw(b.random, nonce, "draw nonce"); err != nil {
		return nil, err
	}
	return b.aead.Seal(dst, nonce, plain, aad), nil
}

// Open gives the plain bytes of nonce, ciphertext and tag. It gives
// fault.Damaged where they don't authenticate together with aad.
func (b *Box) Open(sealed, aad []byte) ([]byte, error) {
	if len(sealed) < NonceSize+TagSize {
		return nil, fault.New(fault.Damaged, "open sealed bytes")
	}
	plain, err := b.aead.Open(nil, sealed[:NonceSize], sealed[NonceSize:], aad)
	return plain, fault.As(fault.Damaged, "open sealed bytes", err)
}

// OpenInPlace is Open that overwrites sealed and gives a part of it, for readers
// of many boxes. Kinds: those of Open.
func (b *Box) OpenInPlace(sealed, aad []byte) ([]byte, error) {
	if len(sealed) < NonceSize+TagSize {
		return nil, fault.New(fault.Damaged, "open sealed bytes")
	}
	body := sealed[NonceSize:]
	plain, err := b.aead.Open(body[:0], sealed[:NonceSize], body, aad)
	return plain, fault.As(fault.Damaged, "open sealed bytes", err)
}

// Hash is BLAKE2b-256 (RFC 7693) of the parts, one after the other.
func Hash(parts ...[]byte) [HashSize]byte { return sum(nil, parts) }

// MAC is keyed BLAKE2b-256 (RFC 7693) of the parts, one after the other. Parts
// have to be of fixed lengths, or carry them.
func (k Key) MAC(parts ...[]byte) [HashSize]byte { return sum(k.bytes[:], parts) }

func sum(key []byte, parts [][]byte) (out [HashSize]byte) {
	h, err := blake2b.New256(key)
	if err != nil { // only for keys above 64 bytes
		panic(fault.As(fault.Internal, "hash", err))
	}
	for _, part := range parts {
		h.Write(part)
	}
	h.Sum(out[:0])
	return out
}
