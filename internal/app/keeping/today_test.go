package keeping_test

import (
	"context"
	"encoding/json"
	"flag"
	"path/filepath"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/vault"
)

// The journal in testdata was written by the first version that promised to keep
// every record through what comes later. It holds every kind of record; its
// passphrase is the one of all tests. It is never made anew: a later version adds
// another one beside it.
const todayFile = "testdata/version1.aftershift"

var makeVector = flag.String("make-vector", "", "write a journal with every kind of record to this path")

func TestVector_make(t *testing.T) {
	if *makeVector != "" {
		copyFile(t, fullJournal(t), *makeVector)
	}
}

// everyKind is what version 1 writes.
var everyKind = []string{
	"overview", "details", "draft", "revision",
	"relationship", "session", "item", "action", "share", "settings", "themes", "people", "tombstone", "loss",
}

// kindsIn gives the kinds of records in a journal.
func kindsIn(c content) (found []string) {
	for p, body := range c.raw {
		kind := p.table.String()
		if p.table == vault.Object {
			var o struct{ Kind string }
			_ = json.Unmarshal([]byte(body), &o)
			kind = o.Kind
		}
		if !slices.Contains(found, kind) {
			found = append(found, kind)
		}
	}
	return found
}

// Every later version opens it, changes it, backs it up, salvages it, and reads
// each record as it was.
func TestVector_of_version_1(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.aftershift")
	copyFile(t, todayFile, path)
	whole, asides, differs := readFull(t, path)
	if found := kindsIn(whole); len(found) != len(everyKind) {
		t.Errorf("it holds %v", found)
	}
	if len(asides) > 0 || !differs.None() {
		t.Errorf("set aside: %+v %+v", asides, differs)
	}
	a, _ := apptest.NewApp(t)
	a.OpenAt(path)
	key, ctx := app.Key{Passphrase: apptest.Passphrase}, context.Background()

	saved := path + "-saved"
	if c, err := a.Salvage(ctx, path, saved, key); err != nil || !c.Sound() || c.Intact != len(whole.raw) {
		t.Errorf("salvaged %+v, %v", c, err)
	}
	rescued, _, _ := readFull(t, saved)
	wantOthers(t, whole, rescued, place{})

	d, err := a.Open(ctx, key, app.AsUsual)
	apptest.Must(t, err)
	apptest.Must(t, d.Ready(ctx))
	if f := d.Findings(); !f.None() {
		t.Errorf("told %+v", f)
	}
	for _, o := range d.List(app.Filter{}) {
		e, err := d.Entry(o.ID)
		apptest.Must(t, err)
		e.Sections[0].Text += "."
		_, err = d.Save(e, "")
		apptest.Must(t, err)
	}
	for _, r := range d.Relationships() {
		r.Role = "changed"
		_, err := d.SaveRelationship(r)
		apptest.Must(t, err)
	}
	b, err := d.BackUp(ctx, nil)
	apptest.Must(t, err)
	apptest.Must(t, d.Lock())
	after, _, _ := readFull(t, path)
	backedUp, _, _ := readFull(t, b.Path)
	wantOthers(t, after, backedUp, place{})
	for p, body := range whole.raw {
		if _, there := after.raw[p]; !there && p.table != vault.Draft {
			t.Errorf("%s %d is gone: %s", p.table, p.id, body)
		}
	}
}
