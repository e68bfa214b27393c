package seal

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"testing"

	"aftershift/internal/fault"
)

var (
	least   = Params{MinMemoryKiB, MinPasses, MinLanes}
	vaultID = [SaltSize]byte{1, 2, 3}
)

func slotsOf(t testing.TB, key Key, words Words) (passphrase, recovery Slot) {
	t.Helper()
	passphrase, err := NewPassphraseSlot(key, vaultID, NewSecret("marigold"), least, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	recovery, err = NewRecoverySlot(key, vaultID, words, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return passphrase, recovery
}

func TestSlot_opens_with_its_secret_alone(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	words, _ := NewWords(rand.Reader)
	other, _ := NewWords(rand.Reader)
	passphrase, recovery := slotsOf(t, key, words)
	if got, err := passphrase.OpenPassphrase(NewSecret("marigold"), vaultID); err != nil || !got.Equal(key) {
		t.Errorf("passphrase: %v", err)
	}
	if got, err := recovery.OpenRecovery(words, vaultID); err != nil || !got.Equal(key) {
		t.Errorf("words: %v", err)
	}
	if _, err := passphrase.OpenPassphrase(NewSecret("Marigold"), vaultID); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := recovery.OpenRecovery(other, vaultID); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong words: %v", err)
	}
	if _, err := passphrase.OpenPassphrase(NewSecret("marigold"), [SaltSize]byte{9}); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("other vault: %v", err)
	}
	if _, err := recovery.OpenRecovery(words, [SaltSize]byte{9}); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("other vault by words: %v", err)
	}
}

// A passphrase is the same however its letters are composed.
func TestSlot_OpenPassphrase_normalises(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	slot, err := NewPassphraseSlot(key, vaultID, NewSecret("caf\u00e9"), least, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	pass := NewSecret("cafe\u0301")
	for range 2 { // and the secret is still whole after the first time
		if _, err := slot.OpenPassphrase(pass, vaultID); err != nil {
			t.Fatal(err)
		}
	}
}

// Every field of a slot is bound: changed, it does not open.
func TestSlot_every_field_is_bound(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	words, _ := NewWords(rand.Reader)
	passphrase, recovery := slotsOf(t, key, words)
	for name, change := range map[string]func(s *Slot){
		"kind":   func(s *Slot) { s.Kind ^= 3 },
		"memory": func(s *Slot) { s.Params.MemoryKiB++ },
		"passes": func(s *Slot) { s.Params.Passes++ },
		"lanes":  func(s *Slot) { s.Params.Lanes++ },
		"salt":   func(s *Slot) { s.Salt[0]++ },
		"key":    func(s *Slot) { s.wrapped = bytes.Clone(s.wrapped); s.wrapped[NonceSize]++ },
	} {
		p, r := passphrase, recovery
		change(&p)
		change(&r)
		if _, err := p.OpenPassphrase(NewSecret("marigold"), vaultID); !errors.Is(err, fault.CannotUnlock) {
			t.Errorf("passphrase slot with other %s: %v", name, err)
		}
		if _, err := r.OpenRecovery(words, vaultID); !errors.Is(err, fault.CannotUnlock) {
			t.Errorf("recovery slot with other %s: %v", name, err)
		}
	}
}

// The additional data itself, so that a field dropped from it shows even where
// the field also goes into the key.
func TestSlot_aad_holds_every_field(t *testing.T) {
	slot := Slot{Kind: PassphraseSlot, Params: Params{0x01020304, 0x05060708, 0x090a0b0c}, Salt: [SaltSize]byte{0xaa}}
	want := "6166746572736869" + "66742f3120736c6f74" + // aftershift/1 slot
		"01020300000000000000000000000000" + "01" + "01020304" + "05060708" + "090a0b0c" +
		"aa000000000000000000000000000000"
	if got := slot.aad(vaultID); !bytes.Equal(got, unhex(t, want)) {
		t.Errorf("additional data is %x", got)
	}
}

func TestParseSlot_what_Marshal_gave(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	words, _ := NewWords(rand.Reader)
	passphrase, recovery := slotsOf(t, key, words)
	for _, slot := range []Slot{passphrase, recovery} {
		b := slot.Marshal()
		back, err := ParseSlot(b)
		if err != nil || len(b) != SlotSize || !bytes.Equal(back.Marshal(), b) {
			t.Errorf("%d bytes back: %v", len(b), err)
		}
	}
}

func TestParseSlot_refuses(t *testing.T) {
	key, _ := NewKey(rand.Reader)
	words, _ := NewWords(rand.Reader)
	passphrase, recovery := slotsOf(t, key, words)
	good, plain := passphrase.Marshal(), recovery.Marshal()
	bad := map[string][]byte{"nothing": nil, "cut": good[:SlotSize-1], "longer": append(bytes.Clone(good), 0)}
	with := func(name string, from []byte, at int, value uint32) {
		b := bytes.Clone(from)
		binary.BigEndian.PutUint32(b[at:], value)
		bad[name] = b
	}
	with("memory of 4 TiB", good, 1, 1<<32-1)
	with("no memory", good, 1, 0)
	with("no passes", good, 5, 0)
	with("passes without end", good, 5, 1<<32-1)
	with("no lanes", good, 9, 0)
	with("256 lanes", good, 9, 256)
	with("recovery with memory", plain, 1, 64<<10)
	unknown := bytes.Clone(good)
	unknown[0] = 3
	bad["unknown kind"] = unknown
	for name, b := range bad {
		if _, err := ParseSlot(b); !errors.Is(err, fault.Damaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNewPassphraseSlot_refuses(t *testing.T) {
	pass := NewSecret("marigold")
	if _, err := NewPassphraseSlot(Key{}, vaultID, Secret{}, least, rand.Reader); !errors.Is(err, fault.Invalid) {
		t.Errorf("empty passphrase: %v", err)
	}
	if _, err := NewPassphraseSlot(Key{}, vaultID, pass, Params{}, rand.Reader); !errors.Is(err, fault.Invalid) {
		t.Errorf("no parameters: %v", err)
	}
	if _, err := NewPassphraseSlot(Key{}, vaultID, pass, least, dry{}); !errors.Is(err, fault.Internal) {
		t.Errorf("no salt: %v", err)
	}
	if _, err := NewPassphraseSlot(Key{}, vaultID, pass, least, bytes.NewReader(make([]byte, SaltSize))); !errors.Is(err, fault.Internal) {
		t.Errorf("no nonce: %v", err)
	}
	if _, err := NewRecoverySlot(Key{}, vaultID, Words{}, dry{}); !errors.Is(err, fault.Internal) {
		t.Errorf("no salt for words: %v", err)
	}
}

func FuzzParseSlot(f *testing.F) {
	passphrase, recovery := slotsOf(f, Key{}, Words{})
	f.Add(passphrase.Marshal())
	f.Add(recovery.Marshal())
	f.Fuzz(func(t *testing.T, b []byte) {
		if slot, err := ParseSlot(b); err == nil && !bytes.Equal(slot.Marshal(), b) {
			t.Fatal("slot doesn't come back")
		}
	})
}
