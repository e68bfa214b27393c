package vault

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
	"aftershift/internal/vault/sqlfile"
)

// hostile gives a file of the size in which every page is a leaf full of cells
// that claim the whole file, and whose overflow pages point in a ring.
func hostile(size int) []byte {
	const page = 4096
	b := make([]byte, size)
	copy(b, sqliteMagic)
	binary.BigEndian.PutUint16(b[16:], page)
	for at := 0; at+page <= size; at += page {
		p, start := b[at:at+page], 0
		if at == 0 {
			start = sqliteHead
		}
		p[start] = leafPage
		cells := (page - start - leafHead) / 2
		binary.BigEndian.PutUint16(p[start+3:], uint16(cells))
		claim := page - 64
		for i := range cells {
			if start+leafHead+2*i+2 > claim {
				break
			}
			binary.BigEndian.PutUint16(p[start+leafHead+2*i:], uint16(claim))
		}
		length := uint64(size - 1)
		cell := []byte{byte(0x80 | length>>14), byte(0x80 | length>>7&0x7f), byte(length & 0x7f), 9}
		copy(p[claim:], cell)
		binary.BigEndian.PutUint32(p[:4], uint32(p[start])<<24|uint32(at/page+1)&0xffff)
		p[start] = leafPage
	}
	return b
}

// Cells that share their pages and pages that point in a ring cost what the file
// has, a few times over, and nothing like the gigabytes that they claim.
func TestPages_that_claim_each_other_cost_no_memory(t *testing.T) {
	b := hostile(512 << 10)
	from := readerOf(b)
	frugally(t, func() {
		taken := int64(0)
		sqlfile.Leaves{From: from, Size: int64(len(b)), Page: 4096, Largest: largestBlob}.Each(func(c sqlfile.Cell) { taken += int64(len(c.Blob)) })
		if taken > 4*int64(len(b)) {
			t.Errorf("%d bytes taken of %d", taken, len(b))
		}
	})
}

type bytesAt []byte

func readerOf(b []byte) bytesAt { return bytesAt(b) }

func (b bytesAt) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(b)) {
		return 0, os.ErrClosed
	}
	return copy(p, b[off:]), nil
}

// cheapSlot gives the header of a vault, its key, and a passphrase slot that costs as
// little as the format allows.
func cheapSlot(t *testing.T) (header, seal.Key, seal.Slot) {
	t.Helper()
	random := Options{}.random()
	h, err := newHeader(random)
	must(t, err)
	key, err := seal.NewKey(random)
	must(t, err)
	cheapest := seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: seal.MinPasses, Lanes: seal.MinLanes}
	slot, err := seal.NewPassphraseSlot(key, h.vaultID, pass, cheapest, random)
	must(t, err)
	return h, key, slot
}

// However many slots a file has, a passphrase is derived twice at most.
func TestSalvage_of_many_slots_derives_twice(t *testing.T) {
	h, key, one := cheapSlot(t)
	random := Options{}.random()
	words, err := seal.NewWords(random)
	must(t, err)
	two, err := seal.NewRecoverySlot(key, h.vaultID, words, random)
	must(t, err)
	tried := map[string]bool{} // what was derived once costs nothing again
	refuse := func(s slots, _ header) (seal.Key, error) {
		if s.passphrase.Kind != 0 {
			tried[string(s.passphrase.Marshal())] = true
		}
		return seal.Key{}, fault.New(fault.CannotUnlock, "open slot")
	}
	w := wreck{}
	for range 5 { // headers
		many := make([]seal.Slot, 200)
		for i := range many {
			many[i] = one
			many[i].Salt[0] += byte(i)
		}
		if err := w.enter(h, many, []seal.Slot{two, two, two}, Options{}, refuse); !errors.Is(err, fault.CannotUnlock) {
			t.Errorf("%v", err)
		}
	}
	if len(tried) > mostTries {
		t.Errorf("%d derivations", len(tried))
	}
}

// A file of a terabyte, nearly all of it holes, is refused before it is read or
// copied, by everything that is given a path.
func TestHostile_sparse_terabyte_is_refused_at_once(t *testing.T) {
	d := newSmall(t)
	must(t, os.Truncate(d.path, 1<<40))
	ctx, u := context.Background(), Unlock{Passphrase: pass}
	to := filepath.Join(t.TempDir(), "new")
	frugally(t, func() {
		for name, err := range map[string]error{
			"check":   Check(d.path),
			"open":    second(Open(d.path, u, d.options)),
			"verify":  second(VerifyFile(ctx, d.path, u, d.options, nil)),
			"salvage": second(Salvage(ctx, d.path, to, u, d.options, nil, nil)),
			"restore": Restore(ctx, d.path, to, to+"-aside", u, d.options, nil),
		} {
			if fault.KindOf(err) != fault.Damaged {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
	if made, _ := os.ReadDir(filepath.Dir(to)); len(made) > 1 {
		t.Errorf("left %v", made)
	}
}

func second[T any](_ T, err error) error { return err }

// An overview that is longer than any can be is passed over before it is read.
func TestHostile_overview_of_60_MB_is_not_read(t *testing.T) {
	d := newSmall(t)
	v := d.open(t)
	must(t, v.file.put(sealedRow{Overview, 99, make([]byte, 60<<20)}))
	must(t, v.Close())
	frugally(t, func() {
		_, err := Open(d.path, Unlock{Passphrase: pass}, Options{ReadOnly: true, Restored: true})
		wantKind(t, err, fault.Damaged)
		o := Options{AsFound: true, ReadOnly: true, Restored: true}
		found, err := Open(d.path, Unlock{Passphrase: pass}, o)
		must(t, err)
		if found.Difference().Strange != 1 {
			t.Errorf("%+v", found.Difference())
		}
		must(t, found.Close())
	})
}
