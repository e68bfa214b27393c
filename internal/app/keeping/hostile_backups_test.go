package keeping_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/platform"
	"aftershift/internal/vault"
)

// large is the size in MB of the journal that is backed up while it is in use.
var large = flag.Int("large", 12, "MB of the large journal")

// someDays writes and backs up once a day, and gives the backups' contents by
// path.
func someDays(t *testing.T, d *app.Desk, c *apptest.Clock, days int) map[string][]byte {
	t.Helper()
	real := map[string][]byte{}
	for i := range days {
		apptest.Write(t, d, fmt.Sprint("day ", i), "", "", journal.NoFlag)
		b, err := d.BackUp(apptest.Ctx, nil)
		apptest.Must(t, err)
		real[b.Path], err = os.ReadFile(b.Path)
		apptest.Must(t, err)
		c.Set(c.Now().Add(24 * time.Hour))
	}
	return real
}

func wantWhole(t *testing.T, real map[string][]byte, what string) {
	t.Helper()
	for path, content := range real {
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, content) {
			t.Errorf("%s: a real backup is gone or changed (%v)", what, err)
		}
	}
}

// What stands in the folder of backups under the name of one, and isn't, neither
// counts nor goes.
func TestRetention_planted_files_remove_no_backup(t *testing.T) {
	other, _ := apptest.NewTestDesk(t)
	strange, err := other.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	foreign, err := os.ReadFile(strange.Path)
	apptest.Must(t, err)
	planted := 0
	for name, plant := range map[string]func(path string, real []byte) error{
		"empty":           func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
		"noise":           func(path string, _ []byte) error { return os.WriteFile(path, bytes.Repeat([]byte("no"), 5000), 0o600) },
		"another journal": func(path string, _ []byte) error { return os.WriteFile(path, foreign, 0o600) },
		"cut":             func(path string, real []byte) error { return os.WriteFile(path, real[:len(real)/2], 0o600) },
		"an old backup":   func(path string, real []byte) error { return os.WriteFile(path, real, 0o600) },
		"links":           func(path string, _ []byte) error { return os.Symlink(strange.Path, path) },
	} {
		d, c := apptest.NewTestDesk(t)
		real := someDays(t, d, c, 5)
		var oldest []byte
		for _, content := range real {
			if oldest == nil || len(content) < len(oldest) {
				oldest = content
			}
		}
		for i := range 60 {
			for _, at := range []time.Time{c.Now().AddDate(0, i+1, 0), c.Now().AddDate(0, -i-1, 0)} {
				apptest.Must(t, plant(filepath.Join(apptest.AppOf(d).BackupFolder(), d.BackupName(at)), oldest))
				planted++
			}
		}
		apptest.Write(t, d, "after", "", "", journal.NoFlag)
		_, err := d.BackUp(apptest.Ctx, nil)
		apptest.Must(t, err)
		wantWhole(t, real, name)
		if n := len(backups(t, d)); name != "an old backup" && n != 6 {
			t.Errorf("%s: %d backups listed, want the 6 real ones", name, n)
		}
	}
	apptest.Trials(t, planted, "files planted among the backups")
}

// A backup that is damaged later doesn't stand in for the others of its day.
func TestRetention_damaged_backup_stands_in_for_none(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "first", "", "", journal.NoFlag)
	first, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(24 * time.Hour))
	apptest.Write(t, d, "second", "", "", journal.NoFlag)
	second, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	raw, err := os.ReadFile(second.Path)
	apptest.Must(t, err)
	for i := 3 * 4096; i < len(raw); i += 200 { // behind the manifest
		raw[i] ^= 1
	}
	apptest.Must(t, os.WriteFile(second.Path, raw, 0o600))
	apptest.Must(t, os.Rename(second.Path, filepath.Join(apptest.AppOf(d).BackupFolder(), d.BackupName(first.At.Add(time.Hour)))))
	c.Set(c.Now().Add(24 * time.Hour))
	apptest.Write(t, d, "third", "", "", journal.NoFlag)
	_, err = d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	if _, err := os.Stat(first.Path); err != nil {
		t.Error("a sound backup went for a damaged one of its day")
	}
}

// After an older file was put back, the backup that holds what is lost is offered
// and stays, also when the journal has long gone past its generation.
func TestRetention_keeps_the_only_copy_after_a_rollback(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "kept", "", "", journal.NoFlag)
	a, lost, _ := apptest.RolledBack(t, d) // it is only in a backup soon
	if _, err := a.Unlock(apptest.Ctx, apptest.Passphrase); !app.IsOlder(err) {
		t.Fatalf("an older file: %v", err)
	}
	d = apptest.Open(t, a, app.AsRestored)
	if all := backups(t, d); len(all) != 1 || !all[0].Ahead {
		t.Fatalf("the backup that proves it is not told: %+v", all)
	}
	for range 40 {
		c.Set(c.Now().Add(7 * time.Hour))
		apptest.Write(t, d, "went on", "", "", journal.NoFlag)
		_, err := d.BackUp(apptest.Ctx, nil)
		apptest.Must(t, err)
	}
	for _, b := range backups(t, d) {
		p, err := d.PreviewBackup(apptest.Ctx, b.Path, nil)
		apptest.Must(t, err)
		if len(p.Missing) == 1 && p.Missing[0] == lost.ID {
			n, err := d.AddMissing(apptest.Ctx, b.Path)
			if apptest.Must(t, err); len(n.Entries) != 1 {
				t.Errorf("%+v brought back", n)
			}
			apptest.Must(t, d.Close())
			apptest.Trials(t, 40, "backups made after a rollback, the only copy of an entry kept")
			return
		}
	}
	t.Error("the only copy of an entry is gone")
}

// Wherever a backup can't be made, somebody is told.
func TestDesk_Close_tells_of_every_backup_that_failed(t *testing.T) {
	told := 0
	for name, spoil := range map[string]func(t *testing.T, d *app.Desk){
		"the folder is a file": func(t *testing.T, d *app.Desk) {
			apptest.Must(t, os.WriteFile(apptest.AppOf(d).BackupFolder(), nil, 0o600))
		},
		"the folder is a dangling link": func(t *testing.T, d *app.Desk) {
			apptest.Must(t, os.Symlink("/nowhere/at/all", apptest.AppOf(d).BackupFolder()))
		},
		"the folder is a pipe": func(t *testing.T, d *app.Desk) { pipe(t, apptest.AppOf(d).BackupFolder()) },
		"a pipe has the name": func(t *testing.T, d *app.Desk) {
			apptest.Must(t, platform.MakePrivate(apptest.AppOf(d).BackupFolder()))
			pipe(t, filepath.Join(apptest.AppOf(d).BackupFolder(), d.BackupName(d.Now())))
		},
		"a link has the name": func(t *testing.T, d *app.Desk) {
			apptest.Must(t, platform.MakePrivate(apptest.AppOf(d).BackupFolder()))
			apptest.Must(t, os.Symlink(apptest.AppOf(d).Journal(), filepath.Join(apptest.AppOf(d).BackupFolder(), d.BackupName(d.Now()))))
		},
		"another file has the name": func(t *testing.T, d *app.Desk) {
			apptest.Must(t, platform.MakePrivate(apptest.AppOf(d).BackupFolder()))
			apptest.Must(t, os.WriteFile(filepath.Join(apptest.AppOf(d).BackupFolder(), d.BackupName(d.Now())), []byte("precious"), 0o600))
		},
		"there is no time": func(_ *testing.T, d *app.Desk) { apptest.AppOf(d).Config().ClosingTime = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			d, c := apptest.NewTestDesk(t)
			apptest.Write(t, d, "text", "", "", journal.NoFlag)
			spoil(t, d)
			apptest.Must(t, d.Close())
			if d.BackupTrouble() == nil {
				t.Fatal("nobody is told that there is no backup")
			}
			told++
			apptest.AppOf(d).Config().ClosingTime = 0
			_ = os.RemoveAll(apptest.AppOf(d).BackupFolder())
			c.Set(c.Now().Add(time.Hour))
			next, err := apptest.AppOf(d).Unlock(apptest.Ctx, apptest.Passphrase)
			apptest.Must(t, err)
			defer next.Close()
			next.BackUpIfDue(apptest.Ctx)
			if len(backups(t, next)) != 1 || next.CatchingUp() || next.Unkept() {
				t.Error("it was not made up on the next opening")
			}
		})
	}
	apptest.Trials(t, told, "ways for the backup on closing to fail, each told and made up")
}

// A large journal goes on being saved while it is backed up; a backup that is cut
// leaves nothing behind, and is made up.
func TestDesk_BackUp_of_a_large_journal(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	chunk := bytes.Repeat([]byte("0123456789abcdef"), 1<<16) // 1 MB
	for i := range *large {
		apptest.Must(t, d.Lib().Vault().Update(func(tx *vault.Tx) error { return tx.Put(vault.Revision, vault.ID(i+1), chunk) }))
	}
	done := make(chan error)
	var progress atomic.Int64
	go func() {
		_, err := d.BackUp(apptest.Ctx, &progress)
		done <- err
	}()
	saved := 0
	for ended := false; !ended; {
		select {
		case err := <-done:
			apptest.Must(t, err)
			ended = true
		default:
			apptest.Write(t, d, "meanwhile", "", "", journal.NoFlag)
			saved++
		}
	}
	if saved == 0 {
		t.Error("nothing was saved meanwhile")
	}
	cut, stop := context.WithCancel(apptest.Ctx)
	progress.Store(0)
	go func() {
		for progress.Load() < 2 {
			time.Sleep(time.Millisecond)
		}
		stop()
	}()
	c.Set(c.Now().Add(24 * time.Hour))
	apptest.Write(t, d, "next day", "", "", journal.NoFlag)
	if _, err := d.BackUp(cut, &progress); !errors.Is(err, fault.Cancelled) {
		t.Fatalf("cut: %v", err)
	}
	if left := platform.Left(apptest.AppOf(d).BackupFolder()); len(left) > 0 || len(backups(t, d)) != 1 {
		t.Errorf("left behind: %d files, %d backups", len(left), len(backups(t, d)))
	}
	apptest.AppOf(d).Config().ClosingTime = 1
	apptest.Must(t, d.Close())
	apptest.AppOf(d).Config().ClosingTime = 0
	c.Set(c.Now().Add(time.Hour))
	next, err := apptest.AppOf(d).Unlock(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
	defer next.Close()
	next.BackUpIfDue(apptest.Ctx)
	if len(backups(t, next)) != 2 {
		t.Error("what was cut was not made up")
	}
	apptest.Trials(t, saved, fmt.Sprint("saves while ", *large, " MB were backed up"))
}

// Until when backups hold what is deleted is what comes to pass when one is made
// each day.
func TestRetention_KeptInBackups_is_what_comes_to_pass(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	c.Set(time.Date(2026, 3, 11, 12, 0, 0, 0, time.UTC))
	deleted := apptest.Write(t, d, "to be deleted", "", "", journal.NoFlag)
	written := deleted.Written
	real := someDays(t, d, c, 5) // up to a Sunday: that one stays for weeks
	apptest.Must(t, d.Purge(apptest.Ctx, deleted.ID))
	k, err := d.KeptInBackups(written)
	apptest.Must(t, err)
	if k.Backups != 5 || k.Staying != 0 {
		t.Fatalf("%+v", k)
	}
	for c.Now().Before(k.Until) {
		if n := standing(real); n == 0 {
			t.Fatalf("none holds it on %s, want some until %s", c.Now(), k.Until)
		}
		apptest.Write(t, d, "later", "", "", journal.NoFlag)
		_, err := d.BackUp(apptest.Ctx, nil)
		apptest.Must(t, err)
		c.Set(c.Now().Add(24 * time.Hour))
	}
	apptest.Write(t, d, "last", "", "", journal.NoFlag)
	_, err = d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	if n := standing(real); n != 0 {
		t.Errorf("%d hold it on %s still", n, c.Now())
	}
	if k, err = d.KeptInBackups(written); err != nil || k.Backups == 0 {
		t.Errorf("%+v, %v: by the time alone those since may hold it", k, err)
	}
	if k, err := d.KeptInBackups(c.Now().Add(time.Hour)); err != nil || k != (app.Keeping{}) {
		t.Errorf("of what is in none: %+v, %v", k, err)
	}
}

// standing gives how many of the backups are there still.
func standing(real map[string][]byte) (n int) {
	for path := range real {
		if _, err := os.Stat(path); err == nil {
			n++
		}
	}
	return n
}
