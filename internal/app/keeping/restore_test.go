package keeping_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// scene gives a journal and a backup of it, after which one entry was purged,
// one changed and one added.
func scene(t *testing.T) (d *app.Desk, b app.Backup, purged, changed, added journal.Entry) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	purged = apptest.Write(t, d, "purged", "", "", journal.NoFlag)
	changed = apptest.Write(t, d, "before", "", "", journal.NoFlag)
	b, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(time.Hour))
	apptest.Must(t, d.Purge(apptest.Ctx, purged.ID))
	changed.Sections[0].Text = "since"
	changed, err = d.Save(changed, "")
	apptest.Must(t, err)
	return d, b, purged, changed, apptest.Write(t, d, "added", "", "", journal.NoFlag)
}

func TestDesk_PreviewBackup_counts_what_differs(t *testing.T) {
	d, b, _, _, _ := scene(t)
	p, err := d.PreviewBackup(apptest.Ctx, b.Path, nil)
	apptest.Must(t, err)
	if p.Entries != 2 || p.Newest != d.Today() || len(p.Missing) != 0 || p.Purged != 1 || p.Changed != 1 || p.Added != 1 {
		t.Errorf("preview %+v", p)
	}
	raw, err := os.ReadFile(b.Path)
	apptest.Must(t, err)
	raw[len(raw)/2] ^= 1
	broken := filepath.Join(t.TempDir(), "broken"+app.JournalSuffix)
	apptest.Must(t, os.WriteFile(broken, raw[:len(raw)/2], 0o600))
	if _, err := d.PreviewBackup(apptest.Ctx, broken, nil); !errors.Is(err, fault.Damaged) {
		t.Errorf("a broken one: %v", err)
	}
}

func TestDesk_AddMissing_brings_no_purged_entry_back(t *testing.T) {
	d, b, purged, changed, _ := scene(t)
	n, err := d.AddMissing(apptest.Ctx, b.Path)
	apptest.Must(t, err)
	if len(n.Entries)+len(n.Newer)+len(n.Gone) != 0 {
		t.Errorf("%+v brought back", n)
	}
	if _, err := d.Entry(purged.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("what was deleted for good: %v", err)
	}
	if got := apptest.Read(t, d, changed.ID).Text(); got != "since" {
		t.Errorf("a newer record was overwritten: %q", got)
	}
}

func TestDesk_AddMissing_after_an_older_file_was_restored(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	old, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	c.Set(c.Now().AddDate(0, 0, 1))
	e := apptest.Write(t, d, "lost by restoring", "A title", "Words.", journal.Next)
	full, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	_, closed, err := d.ReplaceBy(apptest.Ctx, old.Path, nil)
	apptest.Must(t, err)
	if !closed {
		t.Fatal("not closed")
	}
	d = apptest.Reopened(t, d)
	p, err := d.PreviewBackup(apptest.Ctx, full.Path, nil)
	apptest.Must(t, err)
	n, err := d.AddMissing(apptest.Ctx, full.Path)
	apptest.Must(t, err)
	if len(p.Missing) != 1 || len(n.Entries) != 1 || !slices.Equal(p.Brings.Entries, n.Entries) || apptest.Read(t, d, e.ID).Text() != e.Text() {
		t.Fatalf("preview %+v, %+v brought", p, n)
	}
	apptest.Must(t, d.Ready(apptest.Ctx))
	if basket := d.Basket(); len(basket) != 1 || basket[0].Item.Title != "A title" {
		t.Errorf("basket %+v", basket)
	}
	if n := len(d.List(app.Filter{})); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestDesk_ReplaceBy_opens_without_a_question(t *testing.T) {
	d, b, purged, _, added := scene(t)
	kept, closed, err := d.ReplaceBy(apptest.Ctx, b.Path, nil)
	apptest.Must(t, err)
	if _, err := d.Entry(added.ID); !errors.Is(err, fault.Locked) || !closed {
		t.Errorf("the desk goes on: %v", err)
	}
	d = apptest.Reopened(t, d)
	if apptest.Read(t, d, purged.ID).Text() != "purged" {
		t.Error("not the backup")
	}
	p, err := d.PreviewBackup(apptest.Ctx, kept, nil)
	apptest.Must(t, err)
	if len(p.Missing) != 1 || p.Missing[0] != added.ID {
		t.Errorf("the file that was replaced: %+v", p)
	}
}

func TestApp_RestoreFile_for_a_lost_and_a_broken_journal(t *testing.T) {
	d, b, _, _, _ := scene(t)
	a := apptest.AppOf(d)
	if _, err := a.RestoreFile(apptest.Ctx, b.Path, app.Key{Passphrase: apptest.Passphrase}); !errors.Is(err, fault.InUse) {
		t.Errorf("an open journal: %v", err)
	}
	apptest.Must(t, d.Close())
	b = backups(t, d)[0] // of closing
	if _, err := a.RestoreFile(apptest.Ctx, b.Path, app.Key{Passphrase: "wrong passphrase"}); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	apptest.Must(t, os.Truncate(a.Journal(), 5000))
	kept, err := a.RestoreFile(apptest.Ctx, b.Path, app.Key{Passphrase: apptest.Passphrase})
	apptest.Must(t, err)
	if info, err := os.Stat(kept); err != nil || info.Size() != 5000 {
		t.Errorf("kept %v, %v", info, err)
	}
	apptest.Must(t, os.Remove(a.Journal()))
	kept, err = a.RestoreFile(apptest.Ctx, b.Path, app.Key{Passphrase: apptest.Passphrase})
	apptest.Must(t, err)
	if is, err := a.Verify(apptest.Ctx, app.Key{Passphrase: apptest.Passphrase}); err != nil || kept != "" || !is.Sound() {
		t.Errorf("kept %q, restored %+v, %v", kept, is, err)
	}
}

func TestApp_Salvage_and_Rotate(t *testing.T) {
	d, b, _, changed, _ := scene(t)
	to := filepath.Join(t.TempDir(), "salvaged"+app.JournalSuffix)
	is, err := apptest.AppOf(d).Salvage(apptest.Ctx, b.Path, to, app.Key{Passphrase: apptest.Passphrase})
	apptest.Must(t, err)
	if !is.Sound() {
		t.Errorf("salvaged %+v", is)
	}
	words, err := d.Rotate(apptest.Ctx, apptest.Passphrase, nil)
	apptest.Must(t, err)
	if len(words) != 12 || d.Settings().RecoveryConfirmed {
		t.Errorf("%d words", len(words))
	}
	if apptest.Read(t, d, changed.ID).Text() != "since" {
		t.Error("the text is another")
	}
	if _, err := d.PreviewBackup(apptest.Ctx, b.Path, nil); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("a backup under the old key: %v", err)
	}
}

// An earlier version that couldn't be read when its entry was deleted for good
// doesn't come back from a backup, where it is whole.
func TestDesk_Recover_brings_no_version_of_what_was_purged(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a, path := apptest.AppOf(d), d.Lib().Vault().Path()
	e := apptest.Write(t, d, "First.", "", "", journal.NoFlag)
	e.Sections[0].Text = "Second."
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	apptest.Must(t, d.SaveDraft(e))
	_, err = d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	version := d.Lib().Vault().IDs(vault.Revision)[0]
	apptest.Must(t, d.Lock())
	flip(t, path, place{vault.Revision, version}, 40)
	flip(t, path, place{vault.Draft, vault.ID(e.ID)}, 40)
	d, err = a.Open(apptest.Ctx, app.Key{Passphrase: apptest.Passphrase}, app.AsUsual)
	apptest.Must(t, err)
	apptest.Must(t, d.Ready(apptest.Ctx))
	apptest.Must(t, d.Purge(apptest.Ctx, e.ID))
	n, err := d.Recover(apptest.Ctx)
	if n != 0 || err != nil {
		t.Fatalf("%d records of a purged entry came back: %v", n, err)
	}
	if d.Lib().Vault().Has(vault.Draft, vault.ID(e.ID)) {
		t.Error("its draft stays, because it can't be read")
	}
	apptest.Must(t, d.Lock())
}
