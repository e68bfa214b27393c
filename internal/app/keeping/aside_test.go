package keeping_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

var thorough = flag.Bool("thorough", false, "damage every record and every sector")

func asJSON(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	apptest.Must(t, err)
	return string(raw)
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	raw, err := os.ReadFile(from)
	apptest.Must(t, err)
	apptest.Must(t, os.WriteFile(to, raw, 0o600))
}

// readFull opens the journal at path as it is found and reads all of it.
func readFull(t *testing.T, path string) (content, []app.Aside, vault.Difference) {
	t.Helper()
	v, err := vault.Open(path, app.Key{Passphrase: apptest.Passphrase}.Unlock(), vault.Options{AsFound: true, ReadOnly: true})
	apptest.Must(t, err)
	l, err := library.Open(context.Background(), v, core.Kinds...)
	apptest.Must(t, err)
	defer l.Close()
	apptest.Must(t, l.EachEntry(context.Background(), func(journal.Entry) error { return nil }))
	return contents(t, l), l.Asides(), v.Difference()
}

// sqlite runs a statement on the file behind the program's back.
func sqlite(t *testing.T, path, statement string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	apptest.Must(t, err)
	defer db.Close()
	_, err = db.Exec(statement, args...)
	apptest.Must(t, err)
}

// flip changes one byte of a record's blob, counted from its end for at below 0.
func flip(t *testing.T, path string, p place, at int) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	apptest.Must(t, err)
	defer db.Close()
	var blob []byte
	apptest.Must(t, db.QueryRow("SELECT blob FROM "+p.table.String()+" WHERE id = ?", p.id).Scan(&blob))
	if at < 0 {
		at += len(blob)
	}
	blob[at] ^= 1
	_, err = db.Exec("UPDATE "+p.table.String()+" SET blob = ? WHERE id = ?", blob, p.id)
	apptest.Must(t, err)
}

// enums finds values of enums in a record as it is written.
var enums = regexp.MustCompile(`"(kind|state|flag|want|function|urgency|audience|mode|owner|need|standing|elsewhere|did_it_work)":"([a-z_]+)"`)

// newerValues gives a record's body once for each of its enums, with a value of a
// later version there.
func newerValues(raw string) (all []string) {
	for _, at := range enums.FindAllStringSubmatchIndex(raw, -1) {
		all = append(all, raw[:at[4]]+strings.Repeat("z", at[5]-at[4])+raw[at[5]:])
	}
	return all
}

// ruins gives every way to break one record of the file.
func ruins(t *testing.T, p place, raw string) map[string]func(path string) {
	ways := map[string]func(string){
		"a byte of it":      func(path string) { flip(t, path, p, 40) },
		"a byte of its tag": func(path string) { flip(t, path, p, -1) },
		"deleted":           func(path string) { sqlite(t, path, "DELETE FROM "+p.table.String()+" WHERE id = ?", p.id) },
	}
	if *thorough {
		ways["a byte of its nonce"] = func(path string) { flip(t, path, p, 3) }
		ways["its epoch"] = func(path string) { flip(t, path, p, 0) }
		ways["cut"] = func(path string) {
			sqlite(t, path, "UPDATE "+p.table.String()+" SET blob = substr(blob, 1, 20) WHERE id = ?", p.id)
		}
	}
	if p.table == vault.Overview {
		return ways // made anew from the details: their values are what counts
	}
	for i, body := range newerValues(raw) {
		ways[fmt.Sprint("newer value ", i)] = func(path string) {
			v, err := vault.Open(path, app.Key{Passphrase: apptest.Passphrase}.Unlock(), vault.Options{})
			apptest.Must(t, err)
			apptest.Must(t, v.Update(func(tx *vault.Tx) error { return tx.Put(p.table, p.id, []byte(body)) }))
			apptest.Must(t, v.Close())
		}
	}
	return ways
}

// One record after the other is damaged, deleted or given a value of a later
// version. Each time the journal opens, every other record reads as before, and
// what is wrong is told and stays as it is.
func TestOpen_any_one_record_broken(t *testing.T) {
	path := fullJournal(t)
	whole, asides, differs := readFull(t, path)
	if len(asides) > 0 || !differs.None() {
		t.Fatalf("a whole journal tells %+v %+v", asides, differs)
	}
	a, c := apptest.NewApp(t)
	trials := 0
	for i, p := range places(whole) {
		n := 0
		ways := ruins(t, p, whole.raw[p])
		for _, name := range slices.Sorted(maps.Keys(ways)) {
			ruin := ways[name]
			if n++; !*thorough && (i+n)%8 != 0 {
				continue
			}
			trials++
			t.Run(fmt.Sprint(p.table, " ", i, " ", name), func(t *testing.T) {
				broken := filepath.Join(t.TempDir(), "journal")
				copyFile(t, path, broken)
				ruin(broken)
				before, err := os.ReadFile(broken)
				apptest.Must(t, err)
				found, asides, differs := readFull(t, broken)
				wantOthers(t, whole, found, p)
				if differs.None() && !slices.ContainsFunc(asides, func(a app.Aside) bool { return vault.ID(a.ID) == p.id }) {
					t.Errorf("not told: %+v", asides)
				}
				if after, _ := os.ReadFile(broken); !slices.Equal(before, after) {
					t.Error("reading changed the file")
				}
				goesOn(t, a, c, broken, p, name == "deleted")
			})
		}
	}
	t.Attr("trials", fmt.Sprint(trials, " records broken, one at a time"))
}

// places gives where records stand, in order.
func places(c content) (all []place) {
	for p := range c.raw {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b place) int {
		if a.table != b.table {
			return int(a.table) - int(b.table)
		}
		return int(min(max(a.id-b.id, -1), 1))
	})
	return all
}

// wantOthers fails where anything but the record at p reads otherwise than before.
func wantOthers(t *testing.T, want, got content, p place) {
	t.Helper()
	for at, body := range want.raw {
		if at != p && got.raw[at] != body {
			t.Errorf("%s %d reads otherwise", at.table, at.id)
		}
	}
	id := journal.ID(p.id)
	for _, o := range want.overviews {
		at := slices.IndexFunc(got.overviews, func(x journal.Overview) bool { return x.ID == o.ID })
		if o.ID != id && (at < 0 || !reflect.DeepEqual(got.overviews[at], o)) {
			t.Errorf("entry %s is listed otherwise", o.ID)
		}
	}
	for of, e := range want.entries {
		if of != id && !reflect.DeepEqual(got.entries[of], e) {
			t.Errorf("entry %s reads otherwise", of)
		}
	}
	for _, r := range want.board {
		if r.Key().ID != id && !slices.ContainsFunc(got.board, func(x supervision.Record) bool { return reflect.DeepEqual(x, r) }) {
			t.Errorf("%v reads otherwise", r.Key())
		}
	}
	lost := 0
	for kind, body := range want.singles {
		if got.singles[kind] != body {
			lost++
		}
	}
	if lost > 1 || lost == 1 && p.table != vault.Object {
		t.Errorf("%d lists lost", lost)
	}
	if missing := len(want.shares) - len(got.shares); missing > 1 || missing == 1 && p.table != vault.Object {
		t.Errorf("%d lines of the register lost", missing)
	}
}

// goesOn opens the journal as somebody does, changes it, backs it up, and opens
// it again: what was broken is told both times and its bytes are as they were.
func goesOn(t *testing.T, a *app.App, c *apptest.Clock, path string, p place, gone bool) {
	t.Helper()
	a.OpenAt(path)
	was := blobOf(t, path, p)
	for round := range 2 {
		c.Set(c.Now().Add(time.Minute)) // a backup is named by its second
		d, err := a.Open(context.Background(), app.Key{Passphrase: apptest.Passphrase}, app.AsRestored)
		apptest.Must(t, err)
		apptest.Must(t, d.Ready(context.Background()))
		if d.Findings().None() && (round == 0 || p.table != vault.Overview) { // saving it anew mends an overview
			t.Error("nothing is told on opening")
		}
		e, err := d.NewEntry()
		apptest.Must(t, err)
		e.Sections[0].Text = "written since"
		_, err = d.Save(e, "")
		apptest.Must(t, err)
		if name := t.Name(); !strings.HasSuffix(name, "cut") {
			_, err = d.BackUp(context.Background(), nil)
			apptest.Must(t, err)
		}
		apptest.Must(t, d.Lock())
	}
	if p.table == vault.Draft {
		return // what can be read of it became a version of its entry
	}
	if is := blobOf(t, path, p); !gone && is != was && p.table != vault.Overview {
		// The board and lists of which there is one are written to while one works;
		// what was set aside is not.
		t.Errorf("the bytes of %s %d changed", p.table, p.id)
	}
}

// blobOf gives a record's bytes in the file, "" where there are none.
func blobOf(t *testing.T, path string, p place) string {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	apptest.Must(t, err)
	defer db.Close()
	var blob []byte
	if err := db.QueryRow("SELECT blob FROM "+p.table.String()+" WHERE id = ?", p.id).Scan(&blob); err != nil {
		return ""
	}
	return string(blob)
}

// Sector after sector is zeroed. Each time the journal opens, or what is saved of
// it opens, with every record whose bytes survive. Where the sector held the keys, a
// backup has them.
func TestOpen_any_sector_zeroed(t *testing.T) {
	path := fullJournal(t)
	whole, _, _ := readFull(t, path)
	raw, err := os.ReadFile(path)
	apptest.Must(t, err)
	a, _ := apptest.NewApp(t)
	size, step := 4096, 3
	if *thorough {
		size, step = 1024, 1
	}
	trials, shut := 0, 0
	for at := 0; at < len(raw); at += size * step {
		trials++
		broken := filepath.Join(t.TempDir(), "journal")
		b := slices.Clone(raw)
		clear(b[at:min(at+size, len(b))])
		apptest.Must(t, os.WriteFile(broken, b, 0o600))
		a.OpenAt(broken)
		key := app.Key{Passphrase: apptest.Passphrase}
		d, err := a.Open(context.Background(), key, app.AsUsual)
		if err != nil {
			to := broken + "-saved"
			if _, err := a.Salvage(context.Background(), broken, to, key); err != nil {
				if shut++; fault.KindOf(err) != fault.Damaged && fault.KindOf(err) != fault.CannotUnlock {
					t.Errorf("at %d: %v", at, err)
				}
				mark, err := vault.MarkOf(path)
				apptest.Must(t, err)
				apptest.Must(t, os.MkdirAll(a.BackupFolder(), 0o700))
				backup := filepath.Join(a.BackupFolder(), "journal-"+mark+"-20260101T000000Z"+app.JournalSuffix)
				copyFile(t, path, backup)
				if _, err := a.Salvage(context.Background(), broken, to, key); err != nil {
					t.Errorf("at %d: %v, although a backup has the keys", at, err)
					continue
				}
				apptest.Must(t, os.Remove(backup))
			}
			a.OpenAt(to)
			if d, err = a.Open(context.Background(), key, app.AsRestored); err != nil {
				t.Errorf("at %d: what was saved doesn't open: %v", at, err)
				continue
			}
		}
		apptest.Must(t, d.Ready(context.Background()))
		lost := 0
		for p, body := range whole.raw {
			got, err := d.Lib().Vault().Get(p.table, p.id)
			kept := p.table == vault.Details && whole.raw[place{vault.Draft, p.id}] != "" // its draft is a version now
			if p.table != vault.Draft && p.table != vault.Overview && !kept && err == nil && string(got) != body {
				t.Errorf("at %d: %s %d reads otherwise", at, p.table, p.id)
			}
			if err != nil {
				lost++
			}
		}
		if lost > 8 {
			t.Errorf("at %d: %d of %d records lost by one sector", at, lost, len(whole.raw))
		}
		apptest.Must(t, d.Lock())
	}
	if shut > 1+4096/size {
		t.Errorf("%d of %d sectors keep everything shut", shut, trials)
	}
	t.Attr("trials", fmt.Sprint(trials, " sectors zeroed, ", shut, " of them the keys, which a backup has"))
}
