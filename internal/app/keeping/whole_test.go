package keeping_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
	"aftershift/internal/library"
)

// held gives all that a journal holds, one line a record, without what belongs to its
// file alone.
func held(t *testing.T, d *app.Desk) map[string]string {
	t.Helper()
	c, err := d.Lib().Content(apptest.Ctx)
	apptest.Must(t, err)
	all := map[string]string{"gone": asJSON(t, c.Gone)}
	for _, r := range c.Entries {
		e, err := r.Entry()
		apptest.Must(t, err)
		all["entry "+e.ID.String()] = asJSON(t, r)
	}
	for _, o := range c.Objects {
		name := o.Kind + " " + o.ID.String()
		switch o.Kind {
		case "settings":
			name = o.Kind
			o.Body, err = core.OwnSettings(o.Body)
			apptest.Must(t, err)
			fields := map[string]any{}
			apptest.Must(t, json.Unmarshal(o.Body, &fields))
			o.Body = json.RawMessage(asJSON(t, fields))
		case "themes", "people":
			name = o.Kind
		}
		all[name] = string(o.Body)
	}
	return all
}

// The whole journal, with a record of every kind, goes out and comes back into an
// empty one as it was.
func TestDesk_ExportAll_comes_back_equal(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	folder := t.TempDir()
	path, err := d.ExportAll(apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Markdown: true}, nil)
	apptest.Must(t, err)
	want := held(t, d)
	for _, k := range library.RecordKinds() {
		if !strings.Contains(strings.Join(keysOf(want), "\n"), string(k.Name)+" ") {
			t.Errorf("no %s", k.Name)
		}
	}
	file, whole := keeping.IsWhole(path)
	if !whole {
		t.Fatal("not known as a full export")
	}
	raw, err := os.ReadFile(file)
	apptest.Must(t, err)
	if strings.Contains(string(raw), "recovery_marks") {
		t.Error("what tells of the recovery words went out")
	}
	other, _ := apptest.NewTestDesk(t)
	would, err := other.PreviewAll(apptest.Ctx, app.WholeAt{Path: file}, nil)
	apptest.Must(t, err)
	if len(held(t, other)) > 2 {
		t.Error("the preview wrote")
	}
	brought, err := other.AddAll(apptest.Ctx, app.WholeAt{Path: file}, nil)
	apptest.Must(t, err)
	if asJSON(t, would) != asJSON(t, brought) || len(brought.Entries) == 0 {
		t.Errorf("said %+v, did %+v", would, brought)
	}
	wantEqual(t, held(t, other), want)
	if got, want := asJSON(t, other.People()), asJSON(t, d.People()); got != want {
		t.Errorf("people %s", got)
	}
	wantEqual(t, held(t, apptest.Reopened(t, other)), want)
}

func keysOf(m map[string]string) (all []string) {
	for k := range m {
		all = append(all, k)
	}
	return all
}

func wantEqual(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, is := range want {
		if got[name] != is && name != "settings" {
			t.Errorf("%s\n got %s\nwant %s", name, got[name], is)
		}
	}
	for name := range got {
		if want[name] == "" {
			t.Errorf("%s came of nothing", name)
		}
	}
}

// Nobody but the owner can read what was written, and it says what it is.
func TestDesk_ExportAll_is_private_and_labelled(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	folder := t.TempDir()
	for range 2 {
		_, err := d.ExportAll(apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Markdown: true}, nil)
		apptest.Must(t, err)
	}
	readMe, notes := 0, 0
	apptest.Must(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		apptest.Must(t, err)
		info, err := e.Info()
		apptest.Must(t, err)
		if path != folder && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if strings.HasSuffix(path, "FIRST.txt") {
			readMe++
		}
		if filepath.Ext(path) == ".md" {
			notes++
		}
		return nil
	}))
	if readMe != 2 || notes < 20 {
		t.Errorf("%d labels, %d notes", readMe, notes)
	}
	if d.Settings().Exported.IsZero() {
		t.Error("nothing remembers that it went out")
	}
}

// A wrong passphrase, a folder that isn't there and a stop leave nothing behind.
func TestDesk_ExportAll_leaves_nothing_half(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	folder := t.TempDir()
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	for name, is := range map[string]struct {
		ctx  context.Context
		w    app.Whole
		kind fault.Kind
	}{
		"wrong passphrase": {apptest.Ctx, app.Whole{Passphrase: "another", Folder: folder}, fault.CannotUnlock},
		"no folder":        {apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: filepath.Join(folder, "none")}, fault.NotFound},
		"weak lock":        {apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Lock: "abc"}, fault.Invalid},
		"lock and notes":   {apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Lock: lockWords, Markdown: true}, fault.Invalid},
		"stopped locked":   {stopped, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Lock: lockWords}, fault.Cancelled},
		"stopped":          {stopped, app.Whole{Passphrase: apptest.Passphrase, Folder: folder, Markdown: true}, fault.Cancelled},
	} {
		if _, err := d.ExportAll(is.ctx, is.w, nil); fault.KindOf(err) != is.kind {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// A file that isn't whole brings nothing in, and neither does a stop.
func TestDesk_AddAll_all_or_nothing(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	path, err := d.ExportAll(apptest.Ctx, app.Whole{Passphrase: apptest.Passphrase, Folder: t.TempDir()}, nil)
	apptest.Must(t, err)
	file, _ := keeping.IsWhole(path)
	raw, err := os.ReadFile(file)
	apptest.Must(t, err)
	short := filepath.Join(t.TempDir(), "short.json")
	apptest.Must(t, os.WriteFile(short, raw[:len(raw)-50], 0o600))
	other, _ := apptest.NewTestDesk(t)
	before := asJSON(t, held(t, other))
	if _, err := other.AddAll(apptest.Ctx, app.WholeAt{Path: short}, nil); !errors.Is(err, fault.Damaged) {
		t.Errorf("cut short: %v", err)
	}
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	if _, err := other.AddAll(stopped, app.WholeAt{Path: file}, nil); !errors.Is(err, fault.Cancelled) {
		t.Errorf("stopped: %v", err)
	}
	if after := asJSON(t, held(t, other)); after != before {
		t.Errorf("something stays: %s", after)
	}
}

// Adding what is missing from a backup brings records of every kind, changes none
// that was changed since, and brings nothing back that was deleted for good.
func TestDesk_AddMissing_brings_every_kind(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	old, err := d.CopyAway(apptest.Ctx, t.TempDir(), nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(time.Hour))
	fill(t, d, c)
	full, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	want := held(t, d)
	_, _, err = d.ReplaceBy(apptest.Ctx, old.Path, nil)
	apptest.Must(t, err)
	d = apptest.Reopened(t, d)
	_, err = d.AddMissing(apptest.Ctx, full.Path)
	apptest.Must(t, err)
	wantEqual(t, held(t, d), want)

	c.Set(c.Now().Add(time.Hour))
	who := d.Relationships()[0]
	who.Role = "Changed since"
	_, err = d.SaveRelationship(who)
	apptest.Must(t, err)
	gone := d.List(app.Filter{})[0].ID
	apptest.Must(t, d.Purge(apptest.Ctx, gone))
	brought, err := d.AddMissing(apptest.Ctx, full.Path)
	apptest.Must(t, err)
	if !brought.None() {
		t.Errorf("an older backup changed %+v", brought)
	}
	if _, err := d.Entry(gone); !errors.Is(err, fault.NotFound) {
		t.Errorf("deleted for good, and back: %v", err)
	}
	for _, r := range d.Relationships() {
		if r.ID == who.ID && r.Role != who.Role {
			t.Error("an older state came back")
		}
	}
}
