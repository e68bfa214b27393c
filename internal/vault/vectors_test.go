package vault

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

var update = flag.Bool("update", false, "write testdata/vectors.json anew")

const vectorFile = "testdata/vectors.json"

// vector is a journal file, as changes to a base, and what a reader says of it:
// "sound" or the kind of fault.
type vector struct {
	Name       string  `json:"name"`
	Class      string  `json:"class"`
	Records    int     `json:"records,omitempty"` // of a sound one
	Size       int     `json:"size"`
	Patches    []patch `json:"patches,omitempty"`
	Passphrase string  `json:"passphrase,omitempty"`
	Words      string  `json:"words,omitempty"`
	Anchor     string  `json:"anchor,omitempty"` // hex; none: no anchor file
	Beside     string  `json:"beside,omitempty"` // ending of an empty file beside
}

// patch is bytes, in hex, that stand at an offset instead of the base's.
type patch struct {
	At    int    `json:"at"`
	Bytes string `json:"bytes"`
}

// vectors is the whole file.
type vectors struct {
	Base    string   `json:"base"` // base64
	VaultID string   `json:"vaultID"`
	Vectors []vector `json:"vectors"`
}

// differences gives what turns base, cut or filled up with zeros, into b.
func differences(base, b []byte) (out []patch) {
	base = append(slices.Clone(base[:min(len(base), len(b))]), make([]byte, max(0, len(b)-len(base)))...)
	for at := 0; at < len(b); at++ {
		if b[at] == base[at] {
			continue
		}
		end := at
		for next := at; next < len(b) && next < end+8; next++ { // runs a few bytes apart are one
			if b[next] != base[next] {
				end = next + 1
			}
		}
		out = append(out, patch{at, hex.EncodeToString(b[at:end])})
		at = end
	}
	return out
}

// bytes gives the vector's file.
func (v vector) bytes(t testing.TB, base []byte) []byte {
	b := append(slices.Clone(base[:min(len(base), v.Size)]), make([]byte, max(0, v.Size-len(base)))...)
	for _, p := range v.Patches {
		change, err := hex.DecodeString(p.Bytes)
		must(t, err)
		copy(b[p.At:], change)
	}
	return b
}

// place writes the vector's files and gives the journal's path and the anchors'
// folder.
func (v vector) place(t testing.TB, all vectors) (path, anchors string) {
	dir := t.TempDir()
	path, anchors = filepath.Join(dir, "journal"), filepath.Join(dir, "anchors")
	base, err := base64.StdEncoding.DecodeString(all.Base)
	must(t, err)
	must(t, os.WriteFile(path, v.bytes(t, base), 0o600))
	must(t, os.Mkdir(anchors, 0o700))
	if v.Beside != "" {
		must(t, os.WriteFile(path+v.Beside, nil, 0o600))
	}
	if v.Anchor != "" {
		content, err := hex.DecodeString(v.Anchor)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(anchors, all.VaultID+".anchor"), content, 0o600))
	}
	return path, anchors
}

// read gives the class and, of a sound file, the number of records.
func (v vector) read(path, anchors string) (class string, records int) {
	u := Unlock{Passphrase: seal.NewSecret(v.Passphrase), Words: v.Words}
	opened, err := Open(path, u, Options{AnchorDir: anchors})
	if err != nil {
		return fault.KindOf(err).String(), 0
	}
	defer opened.Close()
	for table := Overview; table <= Object; table++ {
		if err := opened.Each(context.Background(), table, func(ID, []byte) error { records++; return nil }); err != nil {
			return fault.KindOf(err).String(), 0
		}
	}
	return "sound", records
}

func TestVectors_class(t *testing.T) {
	t.Parallel()
	if *update {
		writeVectors(t)
	}
	n := 0
	for _, name := range []string{firstVersion, vectorFile} {
		var all vectors
		must(t, json.Unmarshal(readAll(t, name), &all))
		if len(all.Vectors) < 60 {
			t.Fatalf("%d vectors", len(all.Vectors))
		}
		for _, v := range all.Vectors {
			path, anchors := v.place(t, all)
			if class, records := v.read(path, anchors); class != v.Class || records != v.Records {
				t.Errorf("%s, %s: %s, %d records; want %s, %d", name, v.Name, class, records, v.Class, v.Records)
			}
		}
		n += len(all.Vectors)
	}
	trials(t, n, "vector files read")
}

// writeVectors makes every vector from one story, whose random bytes are known.
func writeVectors(t *testing.T) {
	d := newDesk(t)
	d.options.pageSize, d.options.Rand = smallestPage, &counting{}
	s := newStoryOf(t, d)
	base := readAll(t, s.path)
	all := vectors{
		Base:    base64.StdEncoding.EncodeToString(base),
		VaultID: strings.TrimSuffix(filepath.Base(d.anchorFile(t)), ".anchor"),
	}
	for _, fault := range faults(t, s) {
		must(t, os.WriteFile(s.path, base, 0o600))
		v := vector{Name: fault.name, Class: fault.class, Passphrase: "five loud geese"}
		if fault.edit != nil {
			edit(t, s.path, fault.edit)
		}
		b := readAll(t, s.path)
		if fault.bytes != nil {
			b = fault.bytes(b)
		}
		if fault.vector != nil {
			fault.vector(&v)
		}
		v.Size, v.Patches = len(b), differences(base, b)
		if v.Class == "sound" {
			v.Records = 8 + fault.more
		}
		all.Vectors = append(all.Vectors, v)
	}
	out, err := json.MarshalIndent(all, "", " ")
	must(t, err)
	must(t, os.MkdirAll("testdata", 0o755))
	must(t, os.WriteFile(vectorFile, append(out, '\n'), 0o644))
}

// wrong is one thing done to the base.
type wrong struct {
	name, class string
	edit        func(*file)
	bytes       func([]byte) []byte
	vector      func(*vector)
	more        int // records beyond the base's
}

func faults(t *testing.T, s *story) (out []wrong) {
	var names []string
	for name := range tamperings {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c := tamperings[name]
		class := c.kind.String()
		if name == "other vault" || name == "passphrase slot replayed" {
			class = fault.CannotUnlock.String() // with a key at hand they get further
		}
		out = append(out, wrong{name: name, class: class, edit: func(f *file) { c.change(t, s, f) }})
	}
	out = append(out, s.secretFaults(t)...)
	out = append(out, s.byteFaults(t)...)
	out = append(out, s.keyedFaults(t)...)
	return append(out, s.anchorFaults(t)...)
}

// secretFaults are about what is typed.
func (s *story) secretFaults(t *testing.T) []wrong {
	typed := func(passphrase, words string) func(*vector) {
		return func(v *vector) { v.Passphrase, v.Words = passphrase, words }
	}
	return []wrong{
		{name: "untouched", class: "sound"},
		{name: "wrong passphrase", class: "cannot unlock", vector: typed("five loud goose", "")},
		{name: "old passphrase", class: "cannot unlock", vector: typed("four quiet herons", "")},
		{name: "recovery words", class: "sound", vector: typed("", s.words)},
		{name: "recovery words, numbered capitals", class: "sound", vector: typed("", "1. "+strings.ToUpper(strings.ReplaceAll(s.words, " ", ",\n2. ")))},
		{name: "recovery words, swapped", class: "cannot unlock", vector: typed("", swapTwo(s.words))},
		{name: "recovery words, eleven", class: "cannot unlock", vector: typed("", s.words[strings.Index(s.words, " "):])},
		{name: "old recovery words", class: "cannot unlock", vector: typed("", s.oldWords)},
	}
}

func swapTwo(words string) string {
	list := strings.Fields(words)
	for i := 1; i < len(list); i++ {
		if list[i] != list[0] {
			list[0], list[i] = list[i], list[0]
			break
		}
	}
	return strings.Join(list, " ")
}

// byteFaults need neither SQL nor a key.
func (s *story) byteFaults(t *testing.T) (out []wrong) {
	add := func(name, class string, change func([]byte) []byte) {
		out = append(out, wrong{name: name, class: class, bytes: change})
	}
	add("empty file", "invalid", func([]byte) []byte { return nil })
	add("text file", "invalid", func([]byte) []byte { return []byte(strings.Repeat("Dear diary, ", 20)) })
	add("cut in the header", "damaged", func(b []byte) []byte { return b[:99] })
	add("cut after the header", "damaged", func(b []byte) []byte { return b[:100] })
	add("cut in half", "damaged", func(b []byte) []byte { return b[:len(b)/2] })
	add("last page lost", "damaged", func(b []byte) []byte { return b[:len(b)-smallestPage] })
	add("magic", "damaged", func(b []byte) []byte { b[0] = 's'; return b })
	add("magic and application", "invalid", func(b []byte) []byte { b[0], b[applicationAt] = 's', 0; return b })
	add("write-ahead mode", "damaged", func(b []byte) []byte { b[18], b[19] = 2, 2; return b })
	add("first page lost but for its head", "damaged", func(b []byte) []byte { clear(b[sqliteHead:smallestPage]); return b })
	out = append(out, wrong{name: "write-ahead log beside", class: "tampered", vector: func(v *vector) { v.Beside = "-wal" }})
	flip := func(name, class string, find []byte, at int) {
		add(name, class, func(b []byte) []byte {
			b[bytes.Index(b, find)+at] ^= 1
			return b
		})
	}
	var now parts
	records := map[Table][]byte{}
	edit(t, s.path, func(f *file) {
		var err error
		now, err = f.parts()
		must(t, err)
		for _, p := range []place{{Overview, 1}, {Details, 1}, {Draft, 4}} {
			records[p.table] = blobAt(t, f, p.table, p.id)
		}
	})
	slot := now.passphrase[:100] // what lies in one piece in its page
	flip("slot: kind", "damaged", slot, 0)
	flip("slot: memory", "cannot unlock", slot, 4)
	add("slot: memory below the bound", "damaged", func(b []byte) []byte {
		b[bytes.Index(b, slot)+3]--
		return b
	})
	flip("slot: passes", "damaged", slot, 8)
	flip("slot: lanes", "damaged", slot, 12)
	flip("slot: salt", "cannot unlock", slot, 20)
	flip("slot: nonce", "cannot unlock", slot, 40)
	flip("slot: wrapped key", "cannot unlock", slot, 60)
	flip("slot: tag", "cannot unlock", slot, 100)
	add("version: SQLite's is earlier", "damaged", func(b []byte) []byte { b[userVersionAt+3]--; return b })
	add("version: SQLite's is later", "newer format", func(b []byte) []byte { b[userVersionAt+3]++; return b })
	earlier := func(b []byte) []byte { b[bytes.Index(b, now.header)+len(magic)+1]--; return b }
	add("version: the header's is earlier", "damaged", earlier)
	add("version: both are earlier", "tampered", func(b []byte) []byte { b[userVersionAt+3]--; return earlier(b) })
	flip("header: vault id", "cannot unlock", now.header, 20)
	flip("recovery slot: key", "tampered", now.recovery[:40], 60)
	for table, blob := range map[string][]byte{"overview": records[Overview], "draft": records[Draft], "details": records[Details]} {
		flip(table+": epoch", "damaged", blob[:recordHead], 0)
		flip(table+": nonce", "tampered", blob[:recordHead], 7)
		flip(table+": ciphertext", "damaged", blob[:recordHead], 40)
	}
	slices.SortFunc(out, func(a, b wrong) int { return strings.Compare(a.name, b.name) })
	return out
}

// keyedFaults are sealed with the right key: what a faulty writer would leave.
func (s *story) keyedFaults(t *testing.T) (out []wrong) {
	h, k := s.keysNow(t)
	add := func(name, class string, more int, table Table, id ID, padded []byte) {
		out = append(out, wrong{name: name, class: class, more: more, edit: func(f *file) {
			blob, err := k.records.Seal([]byte{h.epoch}, padded, h.recordAAD(table, id))
			must(t, err)
			must(t, f.put(sealedRow{table, id, blob}))
			s.bless(t, f, h, k, 0)
		}})
	}
	pad := func(size int, length uint32, content string, last byte) []byte {
		b := make([]byte, size)
		binary.BigEndian.PutUint32(b, length)
		copy(b[4:], content)
		b[size-1] |= last
		return b
	}
	add("padding: as it should be", "sound", 1, Object, 9, pad(512, 5, "hello", 0))
	add("padding: not zeros", "damaged", 0, Object, 9, pad(512, 5, "hello", 1))
	add("padding: length too long", "damaged", 0, Object, 9, pad(512, 509, "hello", 0))
	add("padding: length of 4 GiB", "damaged", 0, Object, 9, pad(512, 1<<32-1, "hello", 0))
	add("padding: too small", "damaged", 0, Object, 9, pad(256, 5, "hello", 0))
	add("padding: too large", "damaged", 0, Object, 9, pad(1024, 5, "hello", 0))
	add("padding: off the grid", "damaged", 0, Object, 9, pad(513, 509, "hello", 0))
	add("padding: three bytes", "damaged", 0, Object, 9, []byte{0, 0, 0})
	add("padding: overview like details", "damaged", 0, Overview, 9, pad(544, 24, "", 0))
	add("overview too short for its nonce", "damaged", 0, Overview, 9, pad(256, 23, "", 0))
	out = append(out,
		wrong{name: "manifest: a byte more", class: "damaged", edit: func(f *file) { s.bless(t, f, h, k, 1) }},
		wrong{name: "manifest: a byte less", class: "damaged", edit: func(f *file) { s.bless(t, f, h, k, -1) }},
		wrong{name: "orphan details", class: "sound", more: -1, edit: func(f *file) {
			must(t, f.remove(Overview, 1))
			s.bless(t, f, h, k, 0)
		}})
	return out
}

// keysNow gives the header and keys of the story's vault.
func (s *story) keysNow(t *testing.T) (h header, k keys) {
	edit(t, s.path, func(f *file) {
		p, err := f.parts()
		must(t, err)
		h, err = parseHeader(p.header)
		must(t, err)
	})
	return h, newKeys(s.key, h, &counting{next: 99})
}

// bless writes the manifest of what the file holds, longer or shorter than it
// should be.
func (s *story) bless(t *testing.T, f *file, h header, k keys, longer int) {
	p, err := f.parts()
	must(t, err)
	_, slots, err := p.parse()
	must(t, err)
	x, err := f.index(false)
	must(t, err)
	x.Digest(k.digester(h))
	m := describe(&x, slots.hash(h))
	m.generation = 20
	plain := append(m.marshal(), 0)
	blob, err := k.manifest.Seal(nil, plain[:manifestSize+longer], h.manifestAAD())
	must(t, err)
	must(t, f.putPart(partManifest, blob))
}

// anchorFaults are about the file outside the file.
func (s *story) anchorFaults(t *testing.T) []wrong {
	h, k := s.keysNow(t)
	good := readAll(t, s.anchorFile(t))
	var m manifest
	edit(t, s.path, func(f *file) {
		p, err := f.parts()
		must(t, err)
		m, err = openManifest(k, h, p.manifest)
		must(t, err)
	})
	at := func(w waypoint) []byte { return h.anchored(w.generation, w.hash).Sealed(k.anchor) }
	with := func(anchors ...[]byte) func(*vector) {
		return func(v *vector) { v.Anchor = hex.EncodeToString(bytes.Join(anchors, nil)) }
	}
	forged := slices.Clone(good)
	forged[23]++
	later := at(waypoint{m.generation + 1, [32]byte{1}})
	return []wrong{
		{name: "anchor: this state", class: "sound", vector: with(good)},
		{name: "anchor: the state before", class: "sound", vector: with(at(waypoint{m.generation - 1, m.previous}))},
		{name: "anchor: a session before", class: "sound", vector: with(at(m.trail[0]))},
		{name: "anchor: two sessions before", class: "sound", vector: with(at(m.trail[1]))},
		{name: "anchor: a later state", class: "tampered", vector: with(later)},
		{name: "anchor: another state of this age", class: "tampered", vector: with(at(waypoint{m.generation, [32]byte{1}}))},
		{name: "anchor: an unknown state before", class: "tampered", vector: with(at(waypoint{m.generation - 1, [32]byte{1}}))},
		{name: "anchor: forged", class: "tampered", vector: with(forged)},
		{name: "anchor: cut", class: "tampered", vector: with(good[:87])},
		{name: "anchor: two, the second right", class: "sound", vector: with(later, good)},
		{name: "anchor: two, none right", class: "tampered", vector: with(later, forged)},
	}
}
