package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func TestApp_Unlock_refuses(t *testing.T) {
	a, _ := apptest.NewApp(t)
	if _, err := a.Unlock(apptest.Ctx, apptest.Passphrase); !errors.Is(err, fault.NotFound) {
		t.Errorf("no journal: %v", err)
	}
	if _, _, err := a.Create(apptest.Ctx, "short"); !errors.Is(err, fault.Invalid) || a.HasJournal() {
		t.Errorf("short apptest.Passphrase: %v", err)
	}
	d, _, err := a.Create(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
	if _, err := a.Unlock(apptest.Ctx, apptest.Passphrase); !errors.Is(err, fault.InUse) {
		t.Errorf("open already: %v", err)
	}
	apptest.Must(t, d.Close())
	if _, _, err := a.Create(apptest.Ctx, apptest.Passphrase); !errors.Is(err, fault.Conflict) {
		t.Errorf("over a journal: %v", err)
	}
	for _, wrong := range []string{"", "quiet harbour", apptest.Passphrase + " "} {
		if _, err := a.Unlock(apptest.Ctx, wrong); !errors.Is(err, fault.CannotUnlock) && !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", wrong, err)
		} else if strings.Contains(err.Error(), "quiet") {
			t.Errorf("the error %q quotes the apptest.Passphrase", err)
		}
	}
	if _, err := a.UnlockWithWords(apptest.Ctx, "abandon abandon"); err == nil {
		t.Error("any words open it")
	}
}

func TestApp_Open_asRestored_takes_an_older_file(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Write(t, d, "old", "", "", journal.NoFlag)
	a, _, _ := apptest.RolledBack(t, d)
	if _, err := a.Unlock(apptest.Ctx, apptest.Passphrase); !errors.Is(err, fault.Tampered) {
		t.Fatalf("an older file: %v, want tampered", err)
	}
	d = apptest.Open(t, a, app.AsRestored)
	if n := len(d.List(app.Filter{})); n != 1 {
		t.Errorf("%d entries, want the old one", n)
	}
	apptest.Must(t, d.Close())
	apptest.Must(t, apptest.Unlock(t, a).Close())
}

func TestApp_Verify_counts_and_changes_nothing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a := apptest.AppOf(d)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	if _, err := a.Verify(apptest.Ctx, app.Key{Passphrase: apptest.Passphrase}); !errors.Is(err, fault.InUse) {
		t.Errorf("while open: %v", err)
	}
	apptest.Must(t, d.Close())
	before := apptest.File(t, a)
	c, err := a.Verify(apptest.Ctx, app.Key{Passphrase: apptest.Passphrase})
	apptest.Must(t, err)
	if !c.Sound() || c.Intact != 2 || c.Fault() != nil {
		t.Errorf("condition %+v", c)
	}
	if _, err := a.Verify(apptest.Ctx, app.Key{Passphrase: "not this one"}); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong apptest.Passphrase: %v", err)
	}
	if string(before) != string(apptest.File(t, a)) {
		t.Error("the file has changed")
	}
}

func TestPassphrases(t *testing.T) {
	for text, enough := range map[string]bool{"password1": false, "aftershift1": false, apptest.Passphrase: true} {
		if got := app.MeasurePassphrase(text); got.Enough != enough || (got.Score >= 3) != enough {
			t.Errorf("%q: %+v", text, got)
		}
	}
	app.MeasurePassphrase(strings.Repeat("a1", 1<<16))
	one, err := app.SuggestPassphrase()
	apptest.Must(t, err)
	two, err := app.SuggestPassphrase()
	apptest.Must(t, err)
	if one == two || len(strings.Fields(one)) != 6 || !app.MeasurePassphrase(one).Enough || app.CheckPassphrase(one) != nil {
		t.Errorf("suggested %q and %q", one, two)
	}
	for _, bad := range []string{"", "       x       ", strings.Repeat("x", 1001)} {
		if !errors.Is(app.CheckPassphrase(bad), fault.Invalid) {
			t.Errorf("%d characters are taken", len(bad))
		}
	}
}

func TestDesk_Do_runs_in_order_and_Close_waits(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	var mu sync.Mutex
	var ran []int
	for i := range 50 {
		want := errors.New("of this job")
		d.Do(func() error { mu.Lock(); defer mu.Unlock(); ran = append(ran, i); return want }, func(err error) {
			if err != want {
				t.Errorf("job %d gave %v", i, err)
			}
		})
	}
	apptest.Must(t, d.Close())
	mu.Lock()
	defer mu.Unlock()
	for i, got := range ran {
		if got != i {
			t.Fatalf("ran %v", ran)
		}
	}
	if len(ran) != 50 {
		t.Errorf("%d jobs ran, want 50", len(ran))
	}
}

func TestDesk_marks_and_text_saved_at_once_lose_nothing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text 0", "", "", journal.NoFlag)
	var both sync.WaitGroup
	both.Go(func() {
		for range 20 {
			if err := d.Flag(e.ID, journal.Next); err != nil {
				t.Error(err)
			}
		}
	})
	both.Go(func() {
		for i := range 20 {
			e.Sections[0].Text = strings.Repeat("text ", i+1)
			if _, err := d.Save(e, ""); err != nil {
				t.Error(err)
			}
		}
	})
	both.Wait()
	if got := apptest.Read(t, d, e.ID); got.Text() != strings.Repeat("text ", 20) || got.Revision != 21 {
		t.Errorf("text %q, revision %d", got.Text(), got.Revision)
	}
}

func TestCompletePath(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"one.aftershift", "One.txt", ".hidden.aftershift"} {
		apptest.Must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	apptest.Must(t, os.Mkdir(filepath.Join(dir, "onwards"), 0o700))
	join := func(names ...string) string {
		var all []string
		for _, n := range names {
			all = append(all, filepath.Join(dir, n))
		}
		return strings.Join(all, "|")
	}
	for typed, want := range map[string]string{
		filepath.Join(dir, "ON"): join("one.aftershift", "onwards") + string(filepath.Separator),
		filepath.Join(dir, ".h"): join(".hidden.aftershift"),
		filepath.Join(dir, "x"):  "",
		"on":                     "",
	} {
		if got := strings.Join(input.CompletePath(typed, app.JournalSuffix), "|"); got != want {
			t.Errorf("%q gives %q, want %q", typed, got, want)
		}
	}
	if !input.IsFile(filepath.Join(dir, "One.txt")) || input.IsFile(dir) || input.IsFile(filepath.Join(dir, "none")) {
		t.Error("what is a file is judged wrongly")
	}
}

func TestApp_Open_readOnlyChangesNothing(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	old := apptest.Write(t, d, "old", "", "", journal.NoFlag)
	a, _, newer := apptest.RolledBack(t, d)
	older := apptest.File(t, a)
	if _, err := a.Unlock(apptest.Ctx, apptest.Passphrase); !app.IsOlder(err) {
		t.Fatalf("an older file: %v", err)
	}
	before := len(backups(t, d))
	c.Set(c.Now().AddDate(1, 0, 0)) // what is in the trash would go, and a backup would be due
	d = apptest.Open(t, a, app.ReadOnly)
	if !d.ReadOnly() || apptest.Read(t, d, old.ID).Text() != "old" {
		t.Error("can't be read")
	}
	old.Sections[0].Text = "changed"
	if _, err := d.Save(old, ""); !errors.Is(err, fault.Conflict) {
		t.Errorf("saved: %v", err)
	}
	if err := d.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Conflict) {
		t.Errorf("settings kept: %v", err)
	}
	apptest.Must(t, d.Close())
	if string(apptest.File(t, a)) != string(older) {
		t.Error("the file has changed")
	}
	if len(backups(t, d)) != before {
		t.Error("an older file was backed up")
	}
	apptest.Must(t, os.WriteFile(a.Journal(), newer, 0o600))
	apptest.Must(t, apptest.Unlock(t, a).Close()) // the newer one still counts as the latest
}

// TestApp_Open_ToLook_showsWhatWasBeingWritten is about a program that was killed:
// until it is opened to write again, nothing saves the draft, and looking must not
// say that it is gone.
func TestApp_Open_ToLook_showsWhatWasBeingWritten(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a := apptest.AppOf(d)
	saved := apptest.Write(t, d, "saved", "", "", journal.NoFlag)
	saved.Sections[0].Text = "saved, and written on"
	apptest.Must(t, d.SaveDraft(saved))
	fresh, err := d.NewEntry()
	apptest.Must(t, err)
	fresh.Sections[0].Text = "written at last"
	apptest.Must(t, d.SaveDraft(fresh))
	apptest.Must(t, d.Close())
	for _, how := range []app.Opening{app.ToLook, app.ReadOnly} {
		d, err = a.Open(apptest.Ctx, app.Key{Passphrase: apptest.Passphrase}, how)
		apptest.Must(t, err)
		if n := len(d.List(app.Filter{})); n != 2 {
			t.Errorf("%d entries listed", n)
		}
		for _, e := range []app.Entry{saved, fresh} {
			found, err := d.Search(apptest.Ctx, e.Text(), app.Filter{}, 0)
			apptest.Must(t, err)
			if apptest.Read(t, d, e.ID).Text() != e.Text() || len(found) != 1 || found[0].ID != e.ID {
				t.Errorf("%q is read as %q and found in %v", e.Text(), apptest.Read(t, d, e.ID).Text(), found)
			}
		}
		apptest.Must(t, d.Close())
	}
	d, err = a.Unlock(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
	if len(d.Recovered()) != 2 {
		t.Errorf("%d drafts kept afterwards, want 2", len(d.Recovered()))
	}
	apptest.Must(t, d.Close())
}

func TestApp_Backups_withoutOpening(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	b, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	apptest.Must(t, d.Close())
	for _, other := range []string{"other-12345678-20260101T000000Z", "journal-1-20260101T000000Z", "journal-12345678-yesterday"} {
		apptest.Must(t, os.WriteFile(filepath.Join(apptest.AppOf(d).BackupFolder(), other+app.JournalSuffix), nil, 0o600))
	}
	all, err := apptest.AppOf(d).Backups()
	apptest.Must(t, err)
	if b.Generation, b.Ahead = 0, false; len(all) != 1 || all[0] != b {
		t.Errorf("backups %+v, want %+v", all, b)
	}
}

func TestNearest(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		dir: dir, file: dir, filepath.Join(dir, "not", "there"): dir, "": input.Documents(), "notes": input.Documents(),
	} {
		if got := input.Nearest(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := input.Inside(dir, ".txt"); len(got) != 1 || got[0] != file {
		t.Errorf("inside: %v", got)
	}
}
