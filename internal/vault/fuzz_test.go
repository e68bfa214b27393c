package vault

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"aftershift/internal/seal"
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
			for _, size := range pageSizes(from) {
				n := 0
				pages{from: from, size: int64(len(b)), page: size}.each(func(c cell) { n += len(c.blob) })
				if n > len(b)*len(b) {
					t.Errorf("%d bytes of cells in %d", n, len(b))
				}
			}
		})
	})
}

func FuzzParseHeader(f *testing.F) {
	f.Add(header{epoch: 1}.marshal())
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
	h := header{epoch: 1}
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
