package vault

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
)

// thorough runs every bit and every length, which takes minutes.
var thorough = flag.Bool("thorough", false, "flip every bit, cut at every length")

// contents are what the small vault holds.
var contents = map[place]string{
	{Overview, 11}: "overview one", {Details, 11}: "details one",
	{Overview, 12}: "overview two", {Details, 12}: "details two",
	{Draft, 13}: "draft", {Revision, 14}: "revision", {Object, 15}: "object",
}

// newSmall gives a vault with the smallest pages, at rest.
func newSmall(t testing.TB) *desk {
	t.Helper()
	d := newDesk(t)
	d.options.pageSize = smallestPage
	v := d.create(t)
	must(t, v.Update(func(tx *Tx) error {
		for p, content := range contents {
			must(t, tx.Put(p.table, p.id, []byte(content)))
		}
		return nil
	}))
	must(t, v.Close())
	return d
}

// judge opens a broken copy and gives what is wrong with the result: content that
// was never written, or a record that went without a word. Empty: nothing.
func (d *desk) judge(path string) string {
	v, err := open(path, d.options, d.unlock)
	if err != nil {
		return "" // it says so
	}
	defer v.Close()
	for p, want := range contents {
		got, err := v.Get(p.table, p.id)
		if err == nil && string(got) != want {
			return fmt.Sprintf("%v %d shows %q", p.table, p.id, got)
		}
		if err != nil && fault.KindOf(err) != fault.Damaged && fault.KindOf(err) != fault.Tampered {
			return fmt.Sprintf("%v %d gives %v", p.table, p.id, err)
		}
	}
	shown, complained := 0, false
	for table := Overview; table <= Object; table++ {
		err := v.Each(context.Background(), table, func(ID, []byte) error { shown++; return nil })
		complained = complained || err != nil
	}
	if shown != len(contents) && !complained || v.Rows() != len(contents) {
		return fmt.Sprintf("%d of %d shown without a word", shown, len(contents))
	}
	return ""
}

// rescue salvages a broken copy and gives what is wrong with the result.
func (d *desk) rescue(path string) string {
	to := path + ".saved"
	defer os.Remove(to)
	report, _, err := salvage(context.Background(), path, to, d.options, nil, d.unlock)
	if err != nil {
		return ""
	}
	o := d.options
	o.ReadOnly, o.Restored = true, true // what is saved may be less than what was there
	v, err := open(to, o, d.unlock)
	if err != nil {
		return fmt.Sprintf("salvaged vault doesn't open: %v", err)
	}
	defer v.Close()
	if v.Rows() != report.Intact {
		return fmt.Sprintf("%d rows, reported %+v", v.Rows(), report)
	}
	n := 0
	for p, want := range contents {
		got, err := v.Get(p.table, p.id)
		if err == nil && string(got) != want {
			return fmt.Sprintf("%v %d salvaged as %q", p.table, p.id, got)
		}
		if err == nil {
			n++
		}
	}
	if n != report.Intact || n < len(contents) && report.Sound() {
		return fmt.Sprintf("%d salvaged, reported %+v", n, report)
	}
	return ""
}

// toBreak gives a small vault, its bytes, where broken ones are put, and how far apart
// they are broken: everywhere in a thorough test.
func toBreak(t *testing.T, apart int) (d *desk, whole []byte, path string, stride int) {
	t.Helper()
	d = newSmall(t)
	if *thorough {
		apart = 1
	}
	return d, readAll(t, d.path), filepath.Join(filepath.Dir(d.path), "broken"), apart
}

func TestOpen_any_flipped_bit_shows_or_does_no_harm(t *testing.T) {
	t.Parallel()
	d, whole, path, stride := toBreak(t, 101)
	flips := 0
	for bit := 0; bit < len(whole)*8; bit += stride {
		flips++
		whole[bit/8] ^= 1 << (bit % 8)
		broken := append([]byte(nil), whole...)
		whole[bit/8] ^= 1 << (bit % 8)
		must(t, os.WriteFile(path, broken, 0o600))
		if wrong := d.judge(path); wrong != "" {
			t.Errorf("bit %d of byte %d: %s", bit%8, bit/8, wrong)
		}
		if bit%(8*stride) != 0 {
			continue
		}
		must(t, os.WriteFile(path, broken, 0o600))
		if wrong := d.rescue(path); wrong != "" {
			t.Errorf("bit %d of byte %d: %s", bit%8, bit/8, wrong)
		}
	}
	trials(t, flips, "bits flipped")
}

func TestOpen_cut_anywhere_shows(t *testing.T) {
	t.Parallel()
	d, whole, path, stride := toBreak(t, 41)
	cuts := 0
	for n := 0; n < len(whole); n += stride {
		cuts++
		must(t, os.WriteFile(path, whole[:n], 0o600))
		v, err := open(path, d.options, d.unlock)
		if err == nil {
			v.Close()
			t.Errorf("cut at %d of %d: opens", n, len(whole))
		}
		if n%(4*stride) == 0 {
			must(t, os.WriteFile(path, whole[:n], 0o600))
			if wrong := d.rescue(path); wrong != "" {
				t.Errorf("cut at %d: %s", n, wrong)
			}
		}
	}
	trials(t, cuts, "lengths")
}

// Sectors that a dying disk zeroes, doubles or swaps.
func TestOpen_broken_sectors_show(t *testing.T) {
	t.Parallel()
	d := newSmall(t)
	whole := readAll(t, d.path)
	path := filepath.Join(filepath.Dir(d.path), "broken")
	sectors := len(whole) / smallestPage
	sector := func(b []byte, i int) []byte { return b[i*smallestPage : (i+1)*smallestPage] }
	try := func(what string, change func(b []byte)) {
		b := append([]byte(nil), whole...)
		change(b)
		must(t, os.WriteFile(path, b, 0o600))
		if wrong := d.judge(path); wrong != "" {
			t.Errorf("%s: %s", what, wrong)
		}
		must(t, os.WriteFile(path, b, 0o600))
		if wrong := d.rescue(path); wrong != "" {
			t.Errorf("%s: %s", what, wrong)
		}
	}
	for i := range sectors {
		try(fmt.Sprintf("sector %d zeroed", i), func(b []byte) { clear(sector(b, i)) })
		next := (i + 1) % sectors
		try(fmt.Sprintf("sector %d doubled", i), func(b []byte) { copy(sector(b, next), sector(b, i)) })
		try(fmt.Sprintf("sector %d swapped", i), func(b []byte) {
			copy(sector(b, next), sector(whole, i))
			copy(sector(b, i), sector(whole, next))
		})
	}
	trials(t, 3*sectors, "sectors zeroed, doubled, swapped")
}
