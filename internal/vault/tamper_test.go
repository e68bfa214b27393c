package vault

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// story is a vault with a past: what stands in it now, and what stood there
// before.
type story struct {
	*desk
	before map[place][]byte // blobs of an earlier state
	parts  parts            // of that state
	whole  []byte           // the whole earlier file

	oldWords string
}

// newStory writes entries 1 to 3, drafts 4 and 5, and then changes all of them,
// the passphrase and the recovery words.
func newStory(t testing.TB) *story {
	t.Helper()
	return newStoryOf(t, newDesk(t))
}

func newStoryOf(t testing.TB, d *desk) *story {
	t.Helper()
	s := &story{desk: d, before: map[place][]byte{}}
	v := s.create(t)
	write := func(age string) {
		for id := ID(1); id <= 3; id++ {
			entry(t, v, id, age+" overview", age+" details")
		}
		put(t, v, Draft, 4, age+" draft")
		put(t, v, Draft, 5, age+" draft")
	}
	write("old")
	must(t, v.Close())
	edit(t, s.path, func(f *file) {
		for _, table := range []Table{Overview, Details, Draft} {
			rows, err := f.batch(table, 0)
			must(t, err)
			for _, row := range rows {
				s.before[place{table, row.id}] = row.blob
			}
		}
		var err error
		s.parts, err = f.parts()
		must(t, err)
	})
	s.whole = readAll(t, s.path)
	v = s.open(t)
	write("new")
	must(t, v.ChangePassphrase(pass, another))
	words, err := v.NewRecoveryWords(another)
	must(t, err)
	s.oldWords, s.words = s.words, strings.Join(words, " ")
	must(t, v.Close())
	return s
}

func readAll(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

// The ways to change a file without a key, and what Open says.
var tamperings = map[string]struct {
	change func(t testing.TB, s *story, f *file)
	kind   fault.Kind
}{
	"overview deleted": {func(t testing.TB, s *story, f *file) { must(t, f.remove(Overview, 2)) }, fault.Tampered},
	"entry deleted": {func(t testing.TB, s *story, f *file) {
		must(t, f.remove(Overview, 2))
		must(t, f.remove(Details, 2))
	}, fault.Tampered},
	"draft deleted":    {func(t testing.TB, s *story, f *file) { must(t, f.remove(Draft, 4)) }, fault.Tampered},
	"details replayed": {func(t testing.TB, s *story, f *file) { s.replay(t, f, Details, 1) }, fault.Tampered},
	"entry replayed": {func(t testing.TB, s *story, f *file) {
		s.replay(t, f, Details, 1)
		s.replay(t, f, Overview, 1)
	}, fault.Tampered},
	"all records replayed": {func(t testing.TB, s *story, f *file) {
		for p := range s.before {
			s.replay(t, f, p.table, p.id)
		}
	}, fault.Tampered},
	"records swapped": {func(t testing.TB, s *story, f *file) {
		one, two := blobAt(t, f, Draft, 4), blobAt(t, f, Draft, 5)
		must(t, f.put(sealedRow{Draft, 4, two}))
		must(t, f.put(sealedRow{Draft, 5, one}))
	}, fault.Tampered},
	"record doubled":          {func(t testing.TB, s *story, f *file) { must(t, f.put(sealedRow{Draft, 6, blobAt(t, f, Draft, 4)})) }, fault.Tampered},
	"record in another table": {func(t testing.TB, s *story, f *file) { must(t, f.put(sealedRow{Object, 4, blobAt(t, f, Draft, 4)})) }, fault.Tampered},
	"record moved": {func(t testing.TB, s *story, f *file) {
		must(t, f.Exec("UPDATE draft SET id = 99 WHERE id = 4"))
	}, fault.Tampered},
	"record made up": {func(t testing.TB, s *story, f *file) { must(t, f.put(sealedRow{Object, 4, make([]byte, 600)})) }, fault.Tampered},
	"record cut": {func(t testing.TB, s *story, f *file) {
		must(t, f.put(sealedRow{Draft, 4, make([]byte, recordLeast-1)}))
	}, fault.Damaged},
	"record emptied":    {func(t testing.TB, s *story, f *file) { must(t, f.put(sealedRow{Draft, 4, []byte{}})) }, fault.Damaged},
	"negative id":       {func(t testing.TB, s *story, f *file) { must(t, f.put(sealedRow{Draft, -4, blobAt(t, f, Draft, 4)})) }, fault.Damaged},
	"manifest replayed": {func(t testing.TB, s *story, f *file) { must(t, f.putPart(partManifest, s.parts.manifest)) }, fault.Tampered},
	"manifest deleted":  {func(t testing.TB, s *story, f *file) { must(t, f.Exec("DELETE FROM vault WHERE part = 2")) }, fault.Damaged},
	"manifest cut": {func(t testing.TB, s *story, f *file) {
		must(t, f.putPart(partManifest, s.parts.manifest[:100]))
	}, fault.Damaged},
	"passphrase slot replayed": {func(t testing.TB, s *story, f *file) {
		must(t, f.putPart(partPassphrase, s.parts.passphrase))
	}, fault.Tampered},
	"recovery slot replayed": {func(t testing.TB, s *story, f *file) {
		must(t, f.putPart(partRecovery, s.parts.recovery))
	}, fault.Tampered},
	"slots exchanged": {func(t testing.TB, s *story, f *file) {
		must(t, f.putPart(partRecovery, s.parts.passphrase))
		must(t, f.putPart(partPassphrase, s.parts.recovery))
	}, fault.Damaged},
	"passphrase slot twice": {func(t testing.TB, s *story, f *file) {
		p, err := f.parts()
		must(t, err)
		must(t, f.putPart(partRecovery, p.passphrase))
	}, fault.Damaged},
	"slot deleted":  {func(t testing.TB, s *story, f *file) { must(t, f.Exec("DELETE FROM vault WHERE part = 4")) }, fault.Damaged},
	"fifth part":    {func(t testing.TB, s *story, f *file) { must(t, f.putPart(5, s.parts.header)) }, fault.Damaged},
	"header cut":    {func(t testing.TB, s *story, f *file) { must(t, f.putPart(partHeader, s.parts.header[:34])) }, fault.Damaged},
	"other epoch":   {func(t testing.TB, s *story, f *file) { s.header(t, f, headerSize-1, 2) }, fault.Damaged},
	"epoch zero":    {func(t testing.TB, s *story, f *file) { s.header(t, f, headerSize-1, 0) }, fault.Damaged},
	"other vault":   {func(t testing.TB, s *story, f *file) { s.header(t, f, headerSize-2, 77) }, fault.Damaged},
	"other version": {func(t testing.TB, s *story, f *file) { s.header(t, f, len(magic)+1, formatVersion+1) }, fault.Damaged},
	"other magic":   {func(t testing.TB, s *story, f *file) { s.header(t, f, 0, 'A') }, fault.Damaged},
	"extra table":   {func(t testing.TB, s *story, f *file) { must(t, f.Exec("CREATE TABLE more(x)")) }, fault.Damaged},
	"index":         {func(t testing.TB, s *story, f *file) { must(t, f.Exec("CREATE INDEX i ON draft(blob)")) }, fault.Damaged},
	"view":          {func(t testing.TB, s *story, f *file) { must(t, f.Exec("CREATE VIEW w AS SELECT * FROM draft")) }, fault.Damaged},
	"trigger": {func(t testing.TB, s *story, f *file) {
		must(t, f.Exec("CREATE TRIGGER g AFTER INSERT ON draft BEGIN DELETE FROM draft; END"))
	}, fault.Damaged},
	"missing table":  {func(t testing.TB, s *story, f *file) { must(t, f.Exec("DROP TABLE object")) }, fault.Damaged},
	"other schema":   {func(t testing.TB, s *story, f *file) { must(t, f.Exec("ALTER TABLE draft ADD COLUMN x BLOB")) }, fault.Damaged},
	"newer format":   {func(t testing.TB, s *story, f *file) { must(t, f.Exec("PRAGMA user_version=3")) }, fault.NewerFormat},
	"no format":      {func(t testing.TB, s *story, f *file) { must(t, f.Exec("PRAGMA user_version=0")) }, fault.Damaged},
	"another's file": {func(t testing.TB, s *story, f *file) { must(t, f.Exec("PRAGMA application_id=7")) }, fault.Damaged},
}

func (s *story) replay(t testing.TB, f *file, table Table, id ID) {
	must(t, f.put(sealedRow{table, id, s.before[place{table, id}]}))
}

func (s *story) header(t testing.TB, f *file, at int, value byte) {
	b := append([]byte(nil), s.parts.header...)
	b[at] = value
	must(t, f.putPart(partHeader, b))
}

func TestOpen_every_tampering_shows(t *testing.T) {
	s := newStory(t)
	untouched := readAll(t, s.path)
	for name, c := range tamperings {
		t.Run(name, func(t *testing.T) {
			must(t, os.WriteFile(s.path, untouched, 0o600))
			edit(t, s.path, func(f *file) { c.change(t, s, f) })
			v, err := open(s.path, s.options, s.unlock)
			if err == nil {
				defer v.Close()
			}
			wantKind(t, err, c.kind)
			report, err := verifyFile(context.Background(), s.path, s.options, nil, s.unlock)
			if err == nil && report.Sound() {
				t.Errorf("verified as %+v", report)
			}
		})
	}
	must(t, os.WriteFile(s.path, untouched, 0o600))
	wantSound(t, s.open(t), 8)
	trials(t, len(tamperings), "ways to change a file without a key")
}

func TestOpen_old_whole_file_shows(t *testing.T) {
	s := newStory(t)
	newest := readAll(t, s.path)
	must(t, os.WriteFile(s.path, s.whole, 0o600))
	_, err := Open(s.path, Unlock{Passphrase: pass}, s.options) // the old passphrase opens the old file
	wantKind(t, err, fault.Tampered)
	if !errors.Is(err, ErrRolledBack) {
		t.Errorf("cause is %v", err)
	}
	must(t, os.WriteFile(s.path, newest, 0o600))
	s.open(t)
}

// Any choice of rows put back, removed or exchanged shows, unless it changes
// nothing.
func TestOpen_any_tampering_with_rows_shows(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	untouched := readAll(t, s.path)
	var places []place
	for id := ID(1); id <= 3; id++ {
		places = append(places, place{Overview, id}, place{Details, id})
	}
	places = append(places, place{Draft, 4}, place{Draft, 5})
	tried := 0
	rapid.Check(t, func(rt *rapid.T) {
		tried++
		must(t, os.WriteFile(s.path, untouched, 0o600))
		changed := false
		edit(t, s.path, func(f *file) {
			must(t, f.Exec("BEGIN"))
			defer func() { must(t, f.Exec("COMMIT")) }()
			for _, p := range places {
				switch rapid.IntRange(0, 5).Draw(rt, "what") {
				case 0:
					must(t, f.remove(p.table, p.id))
				case 1:
					s.replay(t, f, p.table, p.id)
				case 2:
					must(t, f.put(sealedRow{p.table, p.id + 100, s.before[p]}))
				default:
					continue
				}
				changed = true
			}
		})
		v, err := open(s.path, s.options, s.unlock)
		if err == nil {
			must(t, v.Close())
		}
		if changed != (fault.KindOf(err) == fault.Tampered && err != nil) {
			rt.Fatalf("changed %v, error %v", changed, err)
		}
	})
	trials(t, tried, "choices of rows put back, removed, moved")
}

// Weakened or absurd parameters: refused without deriving, or not opened.
func TestOpen_changed_key_parameters(t *testing.T) {
	s := newStory(t)
	untouched := readAll(t, s.path)
	for name, c := range map[string]struct {
		at   int
		b    [4]byte
		kind fault.Kind
	}{
		"4 TiB":      {1, [4]byte{255, 255, 255, 255}, fault.Damaged},
		"no memory":  {1, [4]byte{}, fault.Damaged},
		"no passes":  {5, [4]byte{}, fault.Damaged},
		"2^32-1":     {5, [4]byte{255, 255, 255, 255}, fault.Damaged},
		"no lanes":   {9, [4]byte{}, fault.Damaged},
		"256 lanes":  {9, [4]byte{0, 0, 1, 0}, fault.Damaged},
		"two passes": {5, [4]byte{0, 0, 0, 2}, fault.CannotUnlock},
		"more":       {1, [4]byte{0, 0, 0x4d, 0}, fault.CannotUnlock},
	} {
		must(t, os.WriteFile(s.path, untouched, 0o600))
		edit(t, s.path, func(f *file) {
			p, err := f.parts()
			must(t, err)
			copy(p.passphrase[c.at:], c.b[:])
			must(t, f.putPart(partPassphrase, p.passphrase))
		})
		_, err := Open(s.path, Unlock{Passphrase: another}, s.options)
		if fault.KindOf(err) != c.kind {
			t.Errorf("%s: %v, want %v", name, err, c.kind)
		}
	}
}

// Each field of the additional data of records and manifests is in it.
func TestHeader_aad_holds_every_field(t *testing.T) {
	h := header{formatVersion, [seal.SaltSize]byte{0xaa, 1}, 3}
	want := "aftershift/1 record" + "\xaa\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
		"\x02" + "\x01\x02\x03\x04\x05\x06\x07\x08" + "\x03"
	if got := string(h.recordAAD(Details, 0x0102030405060708)); got != want {
		t.Errorf("record: %x", got)
	}
	want = "aftershift/1 manifest" + "\xaa\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" + "\x03"
	if got := string(h.manifestAAD()); got != want {
		t.Errorf("manifest: %x", got)
	}
}

// Changed one by one, every bound field keeps a record from opening.
func TestKeys_openRow_every_field_is_bound(t *testing.T) {
	h := header{formatVersion, [seal.SaltSize]byte{1}, 1}
	k := newKeys(seal.Key{}, h, Options{}.random())
	row, err := k.sealRow(h, Draft, 7, link{}, []byte("draft"))
	must(t, err)
	with := func(change func(h *header, r *sealedRow)) error {
		h2, r2 := h, sealedRow{row.table, row.id, append([]byte(nil), row.blob...)}
		change(&h2, &r2)
		return k.openRow(h2, r2).err
	}
	must(t, with(func(*header, *sealedRow) {}))
	for name, change := range map[string]func(h *header, r *sealedRow){
		"vault":      func(h *header, _ *sealedRow) { h.vaultID[15] ^= 1 },
		"epoch":      func(h *header, r *sealedRow) { h.epoch, r.blob[0] = 2, 2 },
		"epoch byte": func(_ *header, r *sealedRow) { r.blob[0] = 2 },
		"table":      func(_ *header, r *sealedRow) { r.table = Revision },
		"id":         func(_ *header, r *sealedRow) { r.id++ },
		"nonce":      func(_ *header, r *sealedRow) { r.blob[1] ^= 1 },
		"tag":        func(_ *header, r *sealedRow) { r.blob[len(r.blob)-1] ^= 1 },
		"length":     func(_ *header, r *sealedRow) { r.blob = r.blob[:len(r.blob)-1] },
		"nothing":    func(_ *header, r *sealedRow) { r.blob = nil },
		"no id":      func(_ *header, r *sealedRow) { r.id = 0 },
	} {
		if err := with(change); fault.KindOf(err) != fault.Damaged {
			t.Errorf("other %s: %v", name, err)
		}
	}
}
