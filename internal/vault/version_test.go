package vault

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
)

// firstVersion holds files that the program wrote while the format's version was 1.
const firstVersion = "testdata/vectors-1.json"

// placeFirst writes a sound file of version 1.
func placeFirst(t *testing.T) *desk {
	t.Helper()
	var all vectors
	must(t, json.Unmarshal(readAll(t, firstVersion), &all))
	for _, v := range all.Vectors {
		if v.Name == "untouched" {
			path, _ := v.place(t, all)
			return &desk{path: path, options: Options{Params: cheap, AnchorDir: t.TempDir()}}
		}
	}
	t.Fatal("no such file")
	return nil
}

// versions reads what SQLite's header and the vault's own say.
func versions(t *testing.T, path string) (sqlite any, own uint16) {
	t.Helper()
	edit(t, path, func(f *file) {
		p, err := f.parts()
		must(t, err)
		h, _, err := p.parse()
		must(t, err)
		sqlite, own = p.version, h.version
	})
	return sqlite, own
}

// A file of version 1 is read, changed, copied and salvaged as it is. Under a new key
// it is of the latest version, and holds the same.
func TestVersion_1_goes_on_until_a_new_key(t *testing.T) {
	d, u := placeFirst(t), Unlock{Passphrase: another}
	open := func() *Vault {
		v, err := Open(d.path, u, d.options)
		must(t, err)
		return v
	}
	v := open()
	entry(t, v, 77, "more", "of it")
	must(t, v.Update(func(tx *Tx) error { return tx.Delete(Overview, 77) }))
	put(t, v, Object, 1<<62, "kept")
	wantSound(t, v, 9)
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, v.Backup(context.Background(), copied, nil))
	must(t, v.Close())
	salvaged := filepath.Join(t.TempDir(), "salvaged")
	report, err := Salvage(context.Background(), d.path, salvaged, u, d.options, nil, nil)
	if err != nil || !report.Sound() || report.Intact != 9 {
		t.Errorf("salvaged: %+v, %v", report, err)
	}
	for _, path := range []string{d.path, copied, salvaged} {
		if sqlite, own := versions(t, path); sqlite != int64(1) || own != 1 {
			t.Errorf("%s is of version %v, %d", filepath.Base(path), sqlite, own)
		}
	}
	v = open()
	if _, err := v.Rotate(context.Background(), another, nil); err != nil {
		t.Fatal(err)
	}
	put(t, v, Object, 1<<61, "since")
	wantSound(t, v, 10)
	must(t, v.Close())
	if sqlite, own := versions(t, d.path); sqlite != int64(formatVersion) || own != formatVersion {
		t.Errorf("under a new key it is of version %v, %d", sqlite, own)
	}
	v = open()
	wantContent(t, v, Object, 1<<62, "kept")
	must(t, v.Close())
}

// A file is salvaged in the version that it was, whatever its header says and where it
// has none, so that its copies are still of the same key.
func TestVersion_is_what_the_manifest_says(t *testing.T) {
	const otherHeader = "UPDATE vault SET blob = CAST(substr(blob, 1, 17) || unhex(printf('%02x', 3 - unicode(substr(CAST(blob AS TEXT), 18, 1)))) || substr(blob, 19) AS BLOB) WHERE part = 1"
	for name, c := range map[string]struct {
		sql   string
		sound bool
	}{
		"no header":                   {"DELETE FROM vault WHERE part = 1", true},
		"no header, a record missing": {"DELETE FROM vault WHERE part = 1; DELETE FROM draft", false},
		"no header, no words' slot":   {"DELETE FROM vault WHERE part IN (1, 4)", true},
		"another header":              {otherHeader, true},
	} {
		for want, place := range map[uint16]func(*testing.T) (*desk, Unlock){
			1:             func(t *testing.T) (*desk, Unlock) { return placeFirst(t), Unlock{Passphrase: another} },
			formatVersion: func(t *testing.T) (*desk, Unlock) { return newSmall(t), Unlock{Passphrase: pass} },
		} {
			d, u := place(t)
			v, err := Open(d.path, u, d.options) // the anchor knows it from now on
			must(t, err)
			must(t, v.Close())
			edit(t, d.path, func(f *file) { must(t, f.Exec(c.sql)) })
			to := filepath.Join(t.TempDir(), "salvaged")
			report, err := Salvage(context.Background(), d.path, to, u, d.options, nil, nil)
			if err != nil || report.Sound() != c.sound {
				t.Errorf("%s, version %d: %+v, %v", name, want, report, err)
				continue
			}
			if sqlite, own := versions(t, to); sqlite != int64(want) || own != want {
				t.Errorf("%s: salvaged as version %v, %d, want %d", name, sqlite, own, want)
			}
		}
	}
}

// Where nothing is left that tells the version, what is salvaged still knows its copies.
func TestVersion_copies_of_one_key_may_be_of_two(t *testing.T) {
	d, u := placeFirst(t), Unlock{Passphrase: another}
	v, err := Open(d.path, u, d.options)
	must(t, err)
	copied := filepath.Join(t.TempDir(), "copy")
	must(t, v.Backup(context.Background(), copied, nil))
	must(t, v.Close())
	edit(t, d.path, func(f *file) { must(t, f.Exec("DELETE FROM vault WHERE part < 3")) })
	to := filepath.Join(t.TempDir(), "salvaged")
	_, err = Salvage(context.Background(), d.path, to, u, d.options, nil, nil)
	must(t, err)
	d.options.Restored = true
	v, err = Open(to, u, d.options)
	must(t, err)
	defer v.Close()
	if stand, err := v.Peek(copied); err != nil || stand.Earlier || v.header.version != formatVersion {
		t.Errorf("version %d, the copy is %+v, %v", v.header.version, stand, err)
	}
	report, err := v.VerifyCopy(context.Background(), copied, nil)
	if err != nil || !report.Sound() {
		t.Errorf("the copy: %+v, %v", report, err)
	}
}

// Nobody without a key turns one version into the other.
func TestVersion_is_bound(t *testing.T) {
	for _, from := range []uint16{1, formatVersion} {
		to := byte(formatVersion + 1 - from)
		for name, c := range map[string]struct {
			sql  string
			kind fault.Kind
		}{
			"SQLite's":  {"PRAGMA user_version=" + string('0'+to), fault.Damaged},
			"ours":      {"UPDATE vault SET blob = CAST(substr(blob, 1, 17) || x'0" + string('0'+to) + "' || substr(blob, 19) AS BLOB) WHERE part = 1", fault.Damaged},
			"one above": {"UPDATE vault SET blob = CAST(substr(blob, 1, 17) || x'03' || substr(blob, 19) AS BLOB) WHERE part = 1; PRAGMA user_version=3", fault.NewerFormat},
			"both":      {"UPDATE vault SET blob = CAST(substr(blob, 1, 17) || x'0" + string('0'+to) + "' || substr(blob, 19) AS BLOB) WHERE part = 1; PRAGMA user_version=" + string('0'+to), fault.Tampered},
		} {
			d, u := newSmall(t), Unlock{Passphrase: pass}
			if from == 1 {
				d, u = placeFirst(t), Unlock{Passphrase: another}
			}
			edit(t, d.path, func(f *file) { must(t, f.Exec(c.sql)) })
			_, err := Open(d.path, u, d.options)
			if fault.KindOf(err) != c.kind {
				t.Errorf("version %d, %s changed: %v, want %v", from, name, err, c.kind)
			}
		}
	}
}
