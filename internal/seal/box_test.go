package seal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

func TestBox_Open_what_Seal_gave(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	box := NewBox(key, rand.Reader)
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.SliceOf(rapid.Byte()).Draw(t, "plain")
		aad := rapid.SliceOf(rapid.Byte()).Draw(t, "aad")
		sealed, err := box.Seal(nil, plain, aad)
		if err != nil || len(sealed) != NonceSize+len(plain)+TagSize {
			t.Fatalf("sealed %d bytes (%v)", len(sealed), err)
		}
		back, err := box.Open(sealed, aad)
		if err != nil || !bytes.Equal(back, plain) {
			t.Fatalf("opened %x (%v)", back, err)
		}
		bit := rapid.IntRange(0, len(sealed)*8-1).Draw(t, "bit")
		sealed[bit/8] ^= 1 << (bit % 8)
		if _, err := box.Open(sealed, aad); !errors.Is(err, fault.Damaged) {
			t.Fatalf("flipped bit %d: %v", bit, err)
		}
		sealed[bit/8] ^= 1 << (bit % 8)
		if _, err := box.Open(sealed, append(aad, 0)); !errors.Is(err, fault.Damaged) {
			t.Fatalf("other additional data: %v", err)
		}
		back, err = box.OpenInPlace(sealed, aad)
		if err != nil || !bytes.Equal(back, plain) {
			t.Fatalf("opened in place %x (%v)", back, err)
		}
	})
}

func TestBox_Open_short_or_other_key(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	other, _ := NewKey(rand.Reader)
	sealed, _ := NewBox(key, rand.Reader).Seal(nil, nil, nil)
	if _, err := NewBox(other, nil).Open(sealed, nil); !errors.Is(err, fault.Damaged) {
		t.Errorf("other key: %v", err)
	}
	for n := range sealed {
		if _, err := NewBox(key, nil).Open(sealed[:n], nil); !errors.Is(err, fault.Damaged) {
			t.Errorf("%d bytes: %v", n, err)
		}
		if _, err := NewBox(key, nil).OpenInPlace(sealed[:n], nil); !errors.Is(err, fault.Damaged) {
			t.Errorf("%d bytes in place: %v", n, err)
		}
	}
}

func TestBox_Seal_without_randomness_fails(t *testing.T) {
	if _, err := NewBox(Key{}, dry{}).Seal(nil, nil, nil); !errors.Is(err, fault.Internal) {
		t.Errorf("dry source: %v", err)
	}
}

func TestKey_Subkey_differs_by_vault_and_purpose(t *testing.T) {
	key, _ := NewKey(&counting{})
	base := key.Subkey([SaltSize]byte{1}, "records")
	if base.Equal(key.Subkey([SaltSize]byte{2}, "records")) || base.Equal(key.Subkey([SaltSize]byte{1}, "manifest")) ||
		base.Equal(key) || !base.Equal(key.Subkey([SaltSize]byte{1}, "records")) {
		t.Error("subkeys are not apart")
	}
}
