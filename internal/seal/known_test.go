package seal

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"golang.org/x/crypto/argon2"
)

func unhex(t testing.TB, text string) []byte {
	t.Helper()
	b, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The vector of RFC 9106 needs a secret and associated data, which this
// library's door doesn't take; these are the reference implementation's own
// (https://github.com/P-H-C/phc-winner-argon2, src/test.c, version 0x13).
func TestStretch_reference_vectors(t *testing.T) {
	for _, c := range []struct {
		pass, salt string
		p          Params
		want       string
	}{
		{"password", "somesalt", Params{65536, 2, 1}, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"},
		{"differentpassword", "somesalt", Params{65536, 2, 1}, "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"},
		{"password", "diffsalt", Params{65536, 2, 1}, "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"},
		{"password", "somesalt", Params{256, 2, 2}, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"},
	} {
		got := argon2.IDKey([]byte(c.pass), []byte(c.salt), c.p.Passes, c.p.MemoryKiB, uint8(c.p.Lanes), KeySize)
		if !bytes.Equal(got, unhex(t, c.want)) {
			t.Errorf("%q %q %+v gives %x", c.pass, c.salt, c.p, got)
		}
		if !bytes.Equal(stretch([]byte(c.pass), []byte(c.salt), c.p), got) {
			t.Errorf("stretch differs from Argon2id at %+v", c.p)
		}
	}
}

// RFC 5869, appendix A.1, cut to the length that is used here.
func TestExpand_rfc5869(t *testing.T) {
	want := unhex(t, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
	got, err := hkdf.Key(sha256.New, bytes.Repeat([]byte{0x0b}, 22), unhex(t, "000102030405060708090a0b0c"),
		string(unhex(t, "f0f1f2f3f4f5f6f7f8f9")), KeySize)
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("HKDF gives %x (%v)", got, err)
	}
	labelled, _ := hkdf.Key(sha256.New, []byte("secret"), []byte("salt"), "aftershift/1 purpose", KeySize)
	if key := expand([]byte("secret"), []byte("salt"), "purpose"); !bytes.Equal(key.bytes[:], labelled) {
		t.Error("expand is not HKDF with the labelled purpose")
	}
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
func TestBox_Seal_xchacha_draft(t *testing.T) {
	var key Key
	copy(key.bytes[:], unhex(t, "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"))
	nonce := unhex(t, "404142434445464748494a4b4c4d4e4f5051525354555657")
	plain := []byte("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.")
	aad := unhex(t, "50515253c0c1c2c3c4c5c6c7")
	want := unhex(t, "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"+
		"731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"+
		"2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"+
		"21f9664c97637da9768812f615c68b13b52e"+"c0875924c1c7987947deafd8780acf49")
	got, err := NewBox(key, bytes.NewReader(nonce)).Seal([]byte{1}, plain, aad)
	if err != nil || !bytes.Equal(got, append(append([]byte{1}, nonce...), want...)) {
		t.Fatalf("sealed %x (%v)", got, err)
	}
	back, err := NewBox(key, nil).Open(got[1:], aad)
	if err != nil || !bytes.Equal(back, plain) {
		t.Fatalf("opened %q (%v)", back, err)
	}
}

// RFC 7693, appendix E, gives BLAKE2b only as one hash over many; these come
// from an independent implementation (Python's hashlib.blake2b).
func TestHash_MAC_known(t *testing.T) {
	var key Key
	copy(key.bytes[:], bytes.Repeat([]byte{7}, KeySize))
	hash, mac := Hash([]byte("quiet "), []byte("heron")), key.MAC([]byte("quiet "), []byte("heron"))
	if got := hex.EncodeToString(hash[:]); got != "ea16a0fefdb3e65039cc10f151fa16af074638f4906e7fe317059427417ee737" {
		t.Errorf("hash %s", got)
	}
	if got := hex.EncodeToString(mac[:]); got != "8a8c2b6877ce7338d46bafbb68e5e4486adc0e192e2e33c568e0ca7602a8ee84" {
		t.Errorf("mac %s", got)
	}
}
