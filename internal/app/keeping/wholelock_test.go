package keeping_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
)

// lockWords lock an export.
const lockWords = "brass lantern north"

// lockedExport gives a journal with a record of every kind, and where it was exported
// to, locked.
func lockedExport(t *testing.T) (d *app.Desk, folder, file string) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	folder = t.TempDir()
	path, err := d.ExportAll(apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Lock: lockWords}, nil)
	apptest.Must(t, err)
	file, locked := keeping.IsLocked(path)
	if _, readable := keeping.IsWhole(path); readable || !locked || filepath.Base(file) != "journal.json.age" {
		t.Fatalf("%s: locked %t, readable %t", file, locked, readable)
	}
	return d, folder, file
}

// A locked export comes back equal with its passphrase.
func TestDesk_ExportAll_locked_comes_back_equal(t *testing.T) {
	d, _, file := lockedExport(t)
	other, _ := apptest.NewTestDesk(t)
	at := app.WholeAt{Path: file, Passphrase: lockWords}
	would, err := other.PreviewAll(apptest.Ctx, at, nil)
	apptest.Must(t, err)
	brought, err := other.AddAll(apptest.Ctx, at, nil)
	apptest.Must(t, err)
	if asJSON(t, would) != asJSON(t, brought) || len(brought.Entries) == 0 {
		t.Errorf("said %+v, did %+v", would, brought)
	}
	wantEqual(t, held(t, other), held(t, d))
}

// Nothing of the journal stands readable in the folder of a locked export, and no notes
// beside it.
func TestDesk_ExportAll_locked_leaves_no_words(t *testing.T) {
	d, folder, _ := lockedExport(t)
	words := d.People()[0].Forms[0]
	for _, o := range d.List(app.Filter{}) {
		if o.Title != "" {
			words = o.Title
		}
	}
	names := []string{}
	apptest.Must(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		names = append(names, e.Name())
		for _, secret := range []string{words, d.People()[0].Forms[0], "aftershift.journal", `"entries"`} {
			if bytes.Contains(raw, []byte(secret)) {
				t.Errorf("%s holds %q", e.Name(), secret)
			}
		}
		return err
	}))
	if strings.Join(names, " ") != "READ ME FIRST.txt journal.json.age" {
		t.Errorf("wrote %v", names)
	}
}

// Another passphrase, none, and a file that was changed or cut bring nothing in.
func TestDesk_AddAll_locked_all_or_nothing(t *testing.T) {
	_, _, file := lockedExport(t)
	raw, err := os.ReadFile(file)
	apptest.Must(t, err)
	changed := filepath.Join(t.TempDir(), "changed.json.age")
	raw[len(raw)/2] ^= 1
	apptest.Must(t, os.WriteFile(changed, raw, 0o600))
	other, _ := apptest.NewTestDesk(t)
	before := asJSON(t, held(t, other))
	for at, kind := range map[app.WholeAt]fault.Kind{
		{Path: file, Passphrase: "brass lantern south"}: fault.CannotUnlock,
		{Path: file}:                           fault.CannotUnlock,
		{Path: changed, Passphrase: lockWords}: fault.Damaged,
	} {
		if _, err := other.PreviewAll(apptest.Ctx, at, nil); fault.KindOf(err) != kind {
			t.Errorf("looked with %q: %v", at.Passphrase, err)
		}
		if _, err := other.AddAll(apptest.Ctx, at, nil); fault.KindOf(err) != kind {
			t.Errorf("with %q: %v", at.Passphrase, err)
		}
	}
	if after := asJSON(t, held(t, other)); after != before {
		t.Errorf("something stays: %s", after)
	}
}
