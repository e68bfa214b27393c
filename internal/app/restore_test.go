package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// scene gives a journal and a backup of it, after which one entry was purged,
// one changed and one added.
func scene(t *testing.T) (d *Desk, b Backup, purged, changed, added journal.Entry) {
	t.Helper()
	d, c := newTestDesk(t)
	purged = write(t, d, "purged", "", "", journal.NoFlag)
	changed = write(t, d, "before", "", "", journal.NoFlag)
	b, err := d.BackUp(ctx, nil)
	must(t, err)
	c.set(c.Now().Add(time.Hour))
	must(t, d.Purge(ctx, purged.ID))
	changed.Sections[0].Text = "since"
	changed, err = d.Save(changed, "")
	must(t, err)
	return d, b, purged, changed, write(t, d, "added", "", "", journal.NoFlag)
}

func TestDesk_PreviewBackup_counts_what_differs(t *testing.T) {
	d, b, _, _, _ := scene(t)
	p, err := d.PreviewBackup(ctx, b.Path, nil)
	must(t, err)
	if p.Entries != 2 || p.Newest != d.Today() || len(p.Missing) != 0 || p.Purged != 1 || p.Changed != 1 || p.Added != 1 {
		t.Errorf("preview %+v", p)
	}
	raw, err := os.ReadFile(b.Path)
	must(t, err)
	raw[len(raw)/2] ^= 1
	broken := filepath.Join(t.TempDir(), "broken"+JournalSuffix)
	must(t, os.WriteFile(broken, raw[:len(raw)/2], 0o600))
	if _, err := d.PreviewBackup(ctx, broken, nil); !errors.Is(err, fault.Damaged) {
		t.Errorf("a broken one: %v", err)
	}
}

func TestDesk_AddMissing_brings_no_purged_entry_back(t *testing.T) {
	d, b, purged, changed, _ := scene(t)
	n, err := d.AddMissing(ctx, b.Path)
	must(t, err)
	if n != 0 {
		t.Errorf("%d brought back", n)
	}
	if _, err := d.Entry(purged.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("what was deleted for good: %v", err)
	}
	if got := read(t, d, changed.ID).Text(); got != "since" {
		t.Errorf("a newer record was overwritten: %q", got)
	}
}

func TestDesk_AddMissing_after_an_older_file_was_restored(t *testing.T) {
	d, c := newTestDesk(t)
	old, err := d.BackUp(ctx, nil)
	must(t, err)
	c.set(c.Now().AddDate(0, 0, 1))
	e := write(t, d, "lost by restoring", "A title", "Words.", journal.Next)
	full, err := d.BackUp(ctx, nil)
	must(t, err)
	_, closed, err := d.ReplaceBy(ctx, old.Path, nil)
	must(t, err)
	if !closed {
		t.Fatal("not closed")
	}
	d = reopened(t, d)
	p, err := d.PreviewBackup(ctx, full.Path, nil)
	must(t, err)
	n, err := d.AddMissing(ctx, full.Path)
	must(t, err)
	if len(p.Missing) != 1 || n != 1 || read(t, d, e.ID).Text() != e.Text() {
		t.Fatalf("preview %+v, %d brought", p, n)
	}
	must(t, d.Ready(ctx))
	if basket := d.Basket(); len(basket) != 1 || basket[0].Item.Title != "A title" {
		t.Errorf("basket %+v", basket)
	}
	if n := len(d.List(Filter{})); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestDesk_ReplaceBy_opens_without_a_question(t *testing.T) {
	d, b, purged, _, added := scene(t)
	kept, closed, err := d.ReplaceBy(ctx, b.Path, nil)
	must(t, err)
	if _, err := d.Entry(added.ID); !errors.Is(err, fault.Locked) || !closed {
		t.Errorf("the desk goes on: %v", err)
	}
	d = reopened(t, d)
	if read(t, d, purged.ID).Text() != "purged" {
		t.Error("not the backup")
	}
	p, err := d.PreviewBackup(ctx, kept, nil)
	must(t, err)
	if len(p.Missing) != 1 || p.Missing[0] != added.ID {
		t.Errorf("the file that was replaced: %+v", p)
	}
}

func TestApp_RestoreFile_for_a_lost_and_a_broken_journal(t *testing.T) {
	d, b, _, _, _ := scene(t)
	a := d.app
	if _, err := a.RestoreFile(ctx, b.Path, Key{Passphrase: passphrase}); !errors.Is(err, fault.InUse) {
		t.Errorf("an open journal: %v", err)
	}
	must(t, d.Close())
	b = backups(t, d)[0] // of closing
	if _, err := a.RestoreFile(ctx, b.Path, Key{Passphrase: "wrong passphrase"}); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong passphrase: %v", err)
	}
	must(t, os.Truncate(a.Journal(), 5000))
	kept, err := a.RestoreFile(ctx, b.Path, Key{Passphrase: passphrase})
	must(t, err)
	if info, err := os.Stat(kept); err != nil || info.Size() != 5000 {
		t.Errorf("kept %v, %v", info, err)
	}
	must(t, os.Remove(a.Journal()))
	kept, err = a.RestoreFile(ctx, b.Path, Key{Passphrase: passphrase})
	must(t, err)
	if is, err := a.Verify(ctx, Key{Passphrase: passphrase}); err != nil || kept != "" || !is.Sound() {
		t.Errorf("kept %q, restored %+v, %v", kept, is, err)
	}
}

func TestApp_Salvage_and_Rotate(t *testing.T) {
	d, b, _, changed, _ := scene(t)
	to := filepath.Join(t.TempDir(), "salvaged"+JournalSuffix)
	is, err := d.app.Salvage(ctx, b.Path, to, Key{Passphrase: passphrase})
	must(t, err)
	if !is.Sound() {
		t.Errorf("salvaged %+v", is)
	}
	words, err := d.Rotate(ctx, passphrase, nil)
	must(t, err)
	if len(words) != 12 || d.Settings().RecoveryConfirmed {
		t.Errorf("%d words", len(words))
	}
	if read(t, d, changed.ID).Text() != "since" {
		t.Error("the text is another")
	}
	if _, err := d.PreviewBackup(ctx, b.Path, nil); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("a backup under the old key: %v", err)
	}
}

// An earlier version that couldn't be read when its entry was deleted for good
// doesn't come back from a backup, where it is whole.
func TestDesk_Recover_brings_no_version_of_what_was_purged(t *testing.T) {
	d, _ := newTestDesk(t)
	a, path := d.app, d.library.Vault().Path()
	e := write(t, d, "First.", "", "", journal.NoFlag)
	e.Sections[0].Text = "Second."
	_, err := d.Save(e, "")
	succeed(t, err)
	succeed(t, d.SaveDraft(e))
	_, err = d.BackUp(ctx, nil)
	succeed(t, err)
	version := d.library.Vault().IDs(vault.Revision)[0]
	succeed(t, d.Lock())
	flip(t, path, place{vault.Revision, version}, 40)
	flip(t, path, place{vault.Draft, vault.ID(e.ID)}, 40)
	d, err = a.Open(ctx, Key{Passphrase: passphrase}, AsUsual)
	succeed(t, err)
	succeed(t, d.Ready(ctx))
	succeed(t, d.Purge(ctx, e.ID))
	n, err := d.Recover(ctx)
	if n != 0 || err != nil {
		t.Fatalf("%d records of a purged entry came back: %v", n, err)
	}
	if d.library.Vault().Has(vault.Draft, vault.ID(e.ID)) {
		t.Error("its draft stays, because it can't be read")
	}
	succeed(t, d.Lock())
}
