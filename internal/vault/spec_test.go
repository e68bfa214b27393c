package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
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

// example reads a vault by the page's words and gathers the lines of SPEC.md,
// section 11.
type example struct {
	t                 testing.TB
	text              strings.Builder
	parts             parts
	overview, details []byte // blobs of entry 7
	anchor            []byte
	vaultID, key      []byte
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
	e := &example{t: t, anchor: readAll(t, d.anchorFile(t))}
	edit(t, d.path, func(f *file) {
		var err error
		e.parts, err = f.parts()
		must(t, err)
		e.overview, e.details = blobAt(t, f, Overview, 7), blobAt(t, f, Details, 7)
	})
	e.vaultID = e.parts.header[18:34]
	e.showParts(d.words)
	e.unlock()
	e.openRecords()
	e.openManifest()
	if page := string(readAll(t, "SPEC.md")); !strings.Contains(page, e.text.String()) {
		t.Errorf("SPEC.md, section 11, should hold:\n%s", e.text.String())
	}
}

func (e *example) showParts(words string) {
	e.line("header", e.parts.header)
	e.line("passphrase slot", e.parts.passphrase)
	e.line("recovery slot", e.parts.recovery)
	list := strings.Fields(words)
	fmt.Fprintf(&e.text, "    %-18s %s\n", "recovery words", strings.Join(list[:6], " "))
	fmt.Fprintf(&e.text, "    %-18s %s\n", "", strings.Join(list[6:], " "))
}

// unlock goes both ways of section 3.
func (e *example) unlock() {
	slot := e.parts.passphrase
	stretched := argon2.IDKey([]byte("four quiet herons"), slot[13:29], 1, 19456, 1, 32)
	wrapping := e.hkdf(stretched, slot[13:29], "passphrase")
	aad := e.aad("slot", slot[:29])
	e.key = e.open(wrapping, slot[29:], aad)
	e.line("stretched", stretched)
	e.line("wrapping", wrapping)
	e.line("slot aad", aad)
	e.line("vault key", e.key)
	entropy := make([]byte, 16)
	for i := range entropy {
		entropy[i] = byte(0x30 + i)
	}
	slot = e.parts.recovery
	byWords := e.hkdf(entropy, slot[13:29], "recovery")
	e.line("wrapping by words", byWords)
	if !bytes.Equal(e.key, e.open(byWords, slot[29:], e.aad("slot", slot[:29]))) {
		e.t.Error("the slots hold different keys")
	}
	for _, purpose := range []string{"records", "manifest", "rows", "tables", "anchor"} {
		e.line(purpose, e.subkey(purpose))
	}
}

func (e *example) subkey(purpose string) []byte { return e.hkdf(e.key, e.vaultID, purpose) }

func (e *example) aad(what string, parts ...[]byte) []byte {
	return bytes.Join(append([][]byte{[]byte("aftershift/1 " + what), e.vaultID}, parts...), nil)
}

// record opens entry 7's blob in the table, and shows how.
func (e *example) record(name string, table byte, blob []byte) []byte {
	aad := e.aad("record", []byte{table}, binary.BigEndian.AppendUint64(nil, 7), e.parts.header[34:])
	e.line(name+" aad", aad)
	e.line(name+" nonce", blob[1:25])
	e.line(name+" tag", blob[len(blob)-16:])
	return e.open(e.subkey("records"), blob[1:], aad)
}

func (e *example) openRecords() {
	plain := e.record("details", 2, e.details)
	if want := append([]byte{0, 0, 0, 18}, "It was a long day."...); len(plain) != 512 || !bytes.Equal(bytes.TrimRight(plain, "\x00"), want) {
		e.t.Errorf("details hold %q", plain)
	}
	plain = e.record("overview", 1, e.overview)
	e.line("overview start", plain[:35])
	if len(plain) != 256 || string(plain[28:35]) != "Tuesday" || !bytes.Equal(plain[4:28], e.details[1:25]) {
		e.t.Errorf("overview holds %q", plain)
	}
}

// part is the digest of a table's first part, with entry 7 alone or with nothing, as
// all its others are.
func (e *example) part(table byte, blob []byte) []byte {
	if blob == nil {
		return mac(e.t, e.subkey("rows"), []byte{table})
	}
	return mac(e.t, e.subkey("rows"), []byte{table}, binary.BigEndian.AppendUint64(nil, 7), blob[1:25], blob[len(blob)-16:])
}

// digest is that of a table with entry 7 alone, or with nothing.
func (e *example) digest(table byte, blob []byte) []byte {
	others := bytes.Repeat(e.part(table, nil), 255)
	return mac(e.t, e.subkey("tables"), []byte{table}, e.part(table, blob), others)
}

func (e *example) openManifest() {
	m := e.open(e.subkey("manifest"), e.parts.manifest, e.aad("manifest", e.parts.header[34:]))
	headerHash := mac(e.t, nil, e.parts.header, e.parts.passphrase, e.parts.recovery)
	state := mac(e.t, nil, e.parts.manifest)
	e.line("header hash", headerHash)
	e.line("overview part 0", e.part(1, e.overview))
	e.line("overview part 1", e.part(1, nil))
	e.line("overview digest", e.digest(1, e.overview))
	e.line("details digest", e.digest(2, e.details))
	e.line("draft digest", e.digest(3, nil))
	e.line("generation", m[:8])
	e.line("previous", m[40:72])
	e.line("part 2 hash", state)
	e.line("anchor", e.anchor)
	one := []byte{0, 0, 0, 0, 0, 0, 0, 1}
	for name, c := range map[string][2][]byte{
		"header hash": {m[8:40], headerHash},
		"overview":    {m[72:112], append(slices.Clone(one), e.digest(1, e.overview)...)},
		"details":     {m[112:152], append(slices.Clone(one), e.digest(2, e.details)...)},
		"drafts":      {m[152:192], append(make([]byte, 8), e.digest(3, nil)...)},
		"trail":       {m[272:312], append(slices.Clone(one), m[40:72]...)},
		"anchor":      {e.anchor[56:], mac(e.t, e.subkey("anchor"), e.vaultID, m[:8], state)},
	} {
		if !bytes.Equal(c[0], c[1]) {
			e.t.Errorf("%s is %x, the page says %x", name, c[0], c[1])
		}
	}
}
