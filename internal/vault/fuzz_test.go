package vault

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// mostMemory is what reading one input may allocate, in bytes.
const mostMemory = 64 << 20

// frugally calls read and fails where it allocates more than mostMemory.
func frugally(t *testing.T, read func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > mostMemory {
		t.Errorf("%d bytes allocated", grown)
	}
}

// Pages made of anything are read without harm.
func FuzzPages(f *testing.F) {
	d := newSmall(f)
	whole := readAll(f, d.path)
	f.Add(whole[:8*smallestPage])
	f.Add([]byte("SQLite format 3\x00\x02\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		from := strings.NewReader(string(b))
		frugally(t, func() {
			for _, size := range sqlfile.PageSizes(from) {
				n := 0
				sqlfile.Leaves{From: from, Size: int64(len(b)), Page: size, Largest: largestBlob}.Each(func(c sqlfile.Cell) { n += len(c.Blob) })
				if n > len(b)*len(b) {
					t.Errorf("%d bytes of cells in %d", n, len(b))
				}
			}
		})
	})
}

func FuzzParseHeader(f *testing.F) {
	f.Add(header{version: 1, epoch: 1}.marshal())
	f.Add(header{version: 2, epoch: 1}.marshal())
	f.Add(header{version: 3, epoch: 1}.marshal())
	f.Fuzz(func(t *testing.T, b []byte) {
		if h, err := parseHeader(b); err == nil && string(h.marshal()) != string(b) {
			t.Fatal("header doesn't come back")
		}
	})
}

func FuzzParseManifest(f *testing.F) {
	f.Add(manifest{generation: 3, counts: [tableCount]uint64{1, 2, 3, 4, 5}}.marshal())
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := parseManifest(b)
		if err == nil && string(m.marshal()) != string(b) {
			t.Fatal("manifest doesn't come back")
		}
		if m.total() < 0 {
			t.Fatal("fewer than no records")
		}
	})
}

// Bytes that nobody sealed open to nothing; what was sealed with the right key
// opens to what was put, or is refused where it is no record.
func FuzzOpenRow(f *testing.F) {
	h := header{version: formatVersion, epoch: 1}
	k := newKeys(seal.Key{}, h, Options{}.random())
	f.Add(byte(0), int64(7), append([]byte{0, 0, 0, 26}, make([]byte, 252)...))
	f.Add(byte(1), int64(7), append([]byte{0, 0, 0, 5, 'h', 'e', 'l', 'l', 'o'}, make([]byte, 503)...))
	f.Add(byte(2), int64(-1), []byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, number byte, id int64, b []byte) {
		table := Overview + Table(number)%Table(tableCount)
		blob, err := k.records.Seal([]byte{h.epoch}, b, h.recordAAD(table, id))
		must(t, err)
		frugally(t, func() {
			if k.openRow(h, sealedRow{table, id, append([]byte(nil), b...)}).err == nil {
				t.Errorf("%d bytes open that nobody sealed", len(b))
			}
			opened := k.openRow(h, sealedRow{table, id, blob})
			if opened.err != nil {
				return
			}
			again, err := seal.Pad(table.padding(), opened.link[:linkSize(table)], opened.content)
			if err != nil || string(again) != string(b) {
				t.Errorf("%d bytes open to %d that don't come back", len(b), len(opened.content))
			}
		})
	})
}

// linkSize is how many bytes of a record come before its content.
func linkSize(table Table) int {
	if table == Overview {
		return len(link{})
	}
	return 0
}

// A file made of anything shows only what was written, or that it is broken.
func FuzzOpen(f *testing.F) {
	d := newSmall(f)
	whole := readAll(f, d.path)
	f.Add(uint16(0), []byte{})
	f.Add(uint16(16), []byte{0, 1})
	f.Add(uint16(smallestPage), whole[smallestPage:2*smallestPage])
	f.Fuzz(func(t *testing.T, at uint16, patch []byte) {
		b := append([]byte(nil), whole...)
		copy(b[int(at)%len(b):], patch)
		dir := t.TempDir()
		broken := *d
		broken.path, broken.options.AnchorDir = filepath.Join(dir, "journal"), ""
		frugally(t, func() {
			must(t, os.WriteFile(broken.path, b, 0o600))
			if wrong := broken.judge(broken.path); wrong != "" {
				t.Error(wrong)
			}
			must(t, os.WriteFile(broken.path, b, 0o600))
			if wrong := broken.rescue(broken.path); wrong != "" {
				t.Error(wrong)
			}
		})
	})
}

// wounds are places of a file and what is written there, one after the other: two
// bytes where, one how many, and so many bytes.
func wound(whole, wounds []byte) []byte {
	b := append([]byte(nil), whole...)
	for len(wounds) > 3 {
		at, n := int(binary.BigEndian.Uint16(wounds))%len(b), min(int(wounds[2]), len(wounds)-3)
		copy(b[at:], wounds[3:3+n])
		wounds = wounds[3+n:]
	}
	return b
}

// woundable gives the fuzzer a file with where to hurt it: the SQLite header, the
// schema, the parts of the vault, records.
func woundable(f *testing.F, add func(wounds []byte)) (d *desk, whole []byte) {
	f.Helper()
	d = newSmall(f)
	d.options.AnchorDir = ""
	whole = readAll(f, d.path)
	add(nil)
	for at := 0; at < len(whole); at += smallestPage {
		add([]byte{byte(at >> 8), byte(at), 4, 0, 0, 0, 0})
		add([]byte{byte(at >> 8), byte(at), 2, leafPage, 0, byte((at + 3) >> 8), byte(at + 3), 2, 255, 255})
	}
	add(binary.BigEndian.AppendUint16(nil, uint16(bytes.Index(whole, []byte(magic)))))
	return d, whole
}

// Whatever a file and the journal beside it are made of, what salvage makes of them
// opens, holds what was written and nothing else, and says how much that is.
func FuzzSalvage(f *testing.F) {
	d, whole := woundable(f, func(wounds []byte) { f.Add(wounds, []byte(nil), uint16(0)) })
	f.Add([]byte(nil), []byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\xff\xff\xff\xff"), uint16(1))
	f.Fuzz(func(t *testing.T, wounds, hot []byte, cut uint16) {
		hurt := *d
		hurt.path = filepath.Join(t.TempDir(), "journal")
		b := wound(whole, wounds)
		must(t, os.WriteFile(hurt.path, b[:len(b)-int(cut)%len(b)], 0o600))
		if len(hot) > 0 {
			must(t, os.WriteFile(sqlfile.JournalOf(hurt.path), hot, 0o600))
		}
		hurt.options.Witnesses = func() []string { return []string{d.path} }
		to := hurt.path + ".saved"
		frugally(t, func() {
			report, err := Salvage(context.Background(), hurt.path, to, Unlock{Words: d.words}, hurt.options, nil, func(v *Vault) error {
				defer v.Close()
				n := 0
				for p, want := range contents {
					got, err := v.Get(p.table, p.id)
					if err == nil && string(got) != want {
						t.Errorf("%v %d salvaged as %q", p.table, p.id, got)
					}
					if err == nil {
						n++
					}
				}
				if v.Rows() != n {
					t.Errorf("%d rows, %d of them known", v.Rows(), n)
				}
				return nil
			})
			if err == nil && report.Intact < len(contents) && report.Sound() {
				t.Errorf("less is there than was, and it says %+v", report)
			}
			if err != nil {
				if _, there := os.Lstat(to); there == nil {
					t.Errorf("a file is there after %v", err)
				}
			}
		})
	})
}

// Whatever is restored over a journal, either every record of it is as it was
// written, or the journal is as it was.
func FuzzRestore(f *testing.F) {
	d, whole := woundable(f, func(wounds []byte) { f.Add(wounds, uint16(0)) })
	f.Fuzz(func(t *testing.T, wounds []byte, cut uint16) {
		dir := t.TempDir()
		from, to := filepath.Join(dir, "backup"), filepath.Join(dir, "journal")
		b := wound(whole, wounds)
		must(t, os.WriteFile(from, b[:len(b)-int(cut)%len(b)], 0o600))
		must(t, os.WriteFile(to, []byte("what stood there"), 0o600))
		frugally(t, func() {
			err := Restore(context.Background(), from, to, to+".aside", Unlock{Words: d.words}, d.options, nil)
			if err != nil {
				if now := readAll(t, to); string(now) != "what stood there" {
					t.Errorf("the journal is another after %v", err)
				}
				return
			}
			restored := *d
			restored.path = to
			v := restored.open(t)
			defer v.Close()
			for p, want := range contents {
				if got, err := v.Get(p.table, p.id); err != nil || string(got) != want {
					t.Errorf("%v %d restored as %q, %v", p.table, p.id, got, err)
				}
			}
			if v.Rows() != len(contents) || string(readAll(t, to+".aside")) != "what stood there" {
				t.Errorf("%d rows restored, or what stood there is gone", v.Rows())
			}
		})
	})
}
