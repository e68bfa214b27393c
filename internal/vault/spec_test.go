package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/chacha20poly1305"
)

// counting gives the bytes 00 01 02 … over and over.
type counting struct{ next byte }

func (c *counting) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = c.next
		c.next++
	}
	return len(b), nil
}

// example gathers the lines of SPEC.md, section 11.
type example struct {
	t    testing.TB
	text strings.Builder
}

func (e *example) line(name string, value []byte) {
	shown := hex.EncodeToString(value)
	for i := 0; i < len(shown); i += 64 {
		fmt.Fprintf(&e.text, "    %-18s %s\n", name, shown[i:min(i+64, len(shown))])
		name = ""
	}
}

func (e *example) hkdf(secret, salt []byte, purpose string) []byte {
	key, err := hkdf.Key(sha256.New, secret, salt, "aftershift/1 "+purpose, 32)
	must(e.t, err)
	return key
}

func (e *example) open(key, box, aad []byte) []byte {
	aead, err := chacha20poly1305.NewX(key)
	must(e.t, err)
	plain, err := aead.Open(nil, box[:24], box[24:], aad)
	must(e.t, err)
	return plain
}

func mac(t testing.TB, key []byte, parts ...[]byte) []byte {
	h, err := blake2b.New256(key)
	must(t, err)
	for _, part := range parts {
		h.Write(part)
	}
	return h.Sum(nil)
}

// This test reads a vault by the page's own words, with the libraries alone, and
// holds every number on the page against it.
func TestSpec_worked_example(t *testing.T) {
	d := newDesk(t)
	d.options.Rand = &counting{}
	v := d.create(t)
	entry(t, v, 7, "Tuesday", "It was a long day.")
	must(t, v.Close())
	e := &example{t: t}
	var p parts
	var overview, details []byte
	edit(t, d.path, func(f *file) {
		var err error
		p, err = f.parts()
		must(t, err)
		overview, details = blobAt(t, f, Overview, 7), blobAt(t, f, Details, 7)
	})
	vaultID := p.header[18:34]
	e.line("header", p.header)
	e.line("passphrase slot", p.passphrase)
	e.line("recovery slot", p.recovery)
	fmt.Fprintf(&e.text, "    %-18s %s\n", "recovery words", strings.Join(strings.Fields(d.words)[:6], " "))
	fmt.Fprintf(&e.text, "    %-18s %s\n", "", strings.Join(strings.Fields(d.words)[6:], " "))

	slot := p.passphrase
	stretched := argon2.IDKey([]byte("four quiet herons"), slot[13:29], 1, 19456, 1, 32)
	wrapping := e.hkdf(stretched, slot[13:29], "passphrase")
	aad := bytes.Join([][]byte{[]byte("aftershift/1 slot"), vaultID, slot[:29]}, nil)
	key := e.open(wrapping, slot[29:], aad)
	e.line("stretched", stretched)
	e.line("wrapping", wrapping)
	e.line("slot's aad", aad)
	e.line("vault key", key)
	entropy := make([]byte, 16)
	for i := range entropy {
		entropy[i] = byte(0x30 + i)
	}
	byWords := e.hkdf(entropy, p.recovery[13:29], "recovery")
	e.line("wrapping by words", byWords)
	if !bytes.Equal(key, e.open(byWords, p.recovery[29:], bytes.Join([][]byte{[]byte("aftershift/1 slot"), vaultID, p.recovery[:29]}, nil))) {
		t.Error("the slots hold different keys")
	}

	for _, purpose := range []string{"records", "manifest", "rows", "anchor"} {
		e.line(purpose, e.hkdf(key, vaultID, purpose))
	}
	records := e.hkdf(key, vaultID, "records")
	record := func(table byte, blob []byte) ([]byte, []byte) {
		aad := append([]byte("aftershift/1 record"), vaultID...)
		aad = append(binary.BigEndian.AppendUint64(append(aad, table), 7), p.header[34])
		return aad, e.open(records, blob[1:], aad)
	}
	aad, plain := record(2, details)
	e.line("details' aad", aad)
	e.line("details' nonce", details[1:25])
	e.line("details' tag", details[len(details)-16:])
	if want := append([]byte{0, 0, 0, 18}, "It was a long day."...); len(plain) != 512 || !bytes.Equal(bytes.TrimRight(plain, "\x00"), want) {
		t.Errorf("details hold %q", plain)
	}
	aad, plain = record(1, overview)
	e.line("overview's aad", aad)
	e.line("overview's start", plain[:35])
	e.line("overview's nonce", overview[1:25])
	e.line("overview's tag", overview[len(overview)-16:])
	if len(plain) != 256 || string(plain[28:35]) != "Tuesday" || !bytes.Equal(plain[4:28], details[1:25]) {
		t.Errorf("overview holds %q", plain)
	}

	rows := e.hkdf(key, vaultID, "rows")
	digest := func(table byte, blob []byte) []byte {
		return mac(t, rows, []byte{table}, binary.BigEndian.AppendUint64(nil, 7), blob[1:25], blob[len(blob)-16:])
	}
	m := e.open(e.hkdf(key, vaultID, "manifest"), p.manifest, append(append([]byte("aftershift/1 manifest"), vaultID...), p.header[34]))
	e.line("header hash", mac(t, nil, p.header, p.passphrase, p.recovery))
	e.line("overview digest", digest(1, overview))
	e.line("details digest", digest(2, details))
	e.line("draft digest", mac(t, rows, []byte{3}))
	e.line("generation", m[:8])
	e.line("previous", m[40:72])
	e.line("part 2 hash", mac(t, nil, p.manifest))
	anchored := readAll(t, d.anchorFile(t))
	e.line("anchor", anchored)
	for name, c := range map[string][2][]byte{
		"header hash": {m[8:40], mac(t, nil, p.header, p.passphrase, p.recovery)},
		"overview":    {m[72:112], append([]byte{0, 0, 0, 0, 0, 0, 0, 1}, digest(1, overview)...)},
		"details":     {m[112:152], append([]byte{0, 0, 0, 0, 0, 0, 0, 1}, digest(2, details)...)},
		"drafts":      {m[152:192], append(make([]byte, 8), mac(t, rows, []byte{3})...)},
		"trail":       {m[272:312], append([]byte{0, 0, 0, 0, 0, 0, 0, 1}, m[40:72]...)},
		"anchor":      {anchored[56:], mac(t, e.hkdf(key, vaultID, "anchor"), vaultID, m[:8], mac(t, nil, p.manifest))},
	} {
		if !bytes.Equal(c[0], c[1]) {
			t.Errorf("%s is %x, the page says %x", name, c[0], c[1])
		}
	}
	if page := string(readAll(t, "SPEC.md")); !strings.Contains(page, e.text.String()) {
		t.Errorf("SPEC.md, section 11, should hold:\n%s", e.text.String())
	}
}
