package keeping_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func backups(t *testing.T, d *app.Desk) []app.Backup {
	t.Helper()
	all, err := d.Backups()
	apptest.Must(t, err)
	return all
}

func TestDesk_BackUp_is_listed_and_opens(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "kept twice", "", "", journal.NoFlag)
	b, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(time.Hour))
	other := filepath.Join(apptest.AppOf(d).BackupFolder(), "journal-00000000-20260101T000000Z.aftershift") // another journal's
	apptest.Must(t, os.WriteFile(other, nil, 0o600))
	newer, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	all := backups(t, d)
	if len(all) != 1 || all[0] != newer || !newer.At.Equal(c.Now()) || newer.Size == 0 {
		t.Fatalf("backups %+v, want %+v alone: both are of one day", all, newer)
	}
	if _, err := os.Stat(b.Path); err == nil {
		t.Error("the first of the day is still there")
	}
	if _, err := os.Stat(other); err != nil {
		t.Error("another journal's backup was taken away")
	}
	a, _ := apptest.NewApp(t)
	a.OpenAt(newer.Path)
	again, err := a.Unlock(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
	defer again.Close()
	if n := len(again.List(app.Filter{})); n != 1 {
		t.Errorf("%d entries in the backup", n)
	}
}

func TestDesk_BackUp_failed_keeps_the_previous(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	before, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	c.Set(c.Now().Add(24 * time.Hour))
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	if _, err := d.BackUp(stopped, nil); !errors.Is(err, fault.Cancelled) {
		t.Fatalf("cancelled: %v", err)
	}
	if all := backups(t, d); len(all) != 1 || all[0] != before || d.BackupTrouble() == nil {
		t.Errorf("backups %+v, trouble %v", all, d.BackupTrouble())
	}
	_, err = d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	if len(backups(t, d)) != 2 || d.BackupTrouble() != nil {
		t.Errorf("backups %+v, trouble %v", backups(t, d), d.BackupTrouble())
	}
}

func TestDesk_backUpIfDue_ten_minutes_after_a_change(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, err := d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	for _, step := range []struct {
		after  time.Duration
		change bool
		want   int
	}{
		{24 * time.Hour, false, 1}, // nothing changed
		{time.Minute, true, 1},
		{9 * time.Minute, true, 1},
		{2 * time.Minute, false, 2},
		{time.Hour, false, 2},
	} {
		c.Set(c.Now().Add(step.after))
		if step.change {
			apptest.Write(t, d, "text", "", "", journal.NoFlag)
		}
		d.BackUpIfDue(apptest.Ctx)
		if n := len(backups(t, d)); n != step.want {
			t.Errorf("at %v: %d backups, want %d", c.Now(), n, step.want)
		}
	}
}

func TestDesk_Close_backs_up_what_changed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	d = apptest.Reopened(t, d)
	if n := len(backups(t, d)); n != 1 {
		t.Fatalf("%d backups after closing", n)
	}
	c.Set(c.Now().Add(24 * time.Hour))
	d = apptest.Reopened(t, d)
	if n := len(backups(t, d)); n != 1 {
		t.Errorf("%d backups although nothing changed", n)
	}
	apptest.Write(t, d, "more", "", "", journal.NoFlag)
	apptest.Must(t, os.RemoveAll(apptest.AppOf(d).BackupFolder()))
	apptest.Must(t, os.WriteFile(apptest.AppOf(d).BackupFolder(), nil, 0o600)) // no place for a backup
	apptest.Must(t, d.Close())
	if d.BackupTrouble() == nil {
		t.Error("nobody told that there was no backup on closing")
	}
	apptest.Must(t, os.Remove(apptest.AppOf(d).BackupFolder()))
	again, err := apptest.AppOf(d).Unlock(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
	defer again.Close()
	again.BackUpIfDue(apptest.Ctx)
	c.Set(c.Now().Add(keeping.BackupAfter))
	again.BackUpIfDue(apptest.Ctx)
	if n := len(backups(t, again)); n != 1 {
		t.Errorf("the backup that failed was not made up: %d", n)
	}
}

func TestDesk_Lock_leaves_the_backup_to_the_next_sitting(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	for _, step := range []struct {
		away       time.Duration // locked
		before, in int           // backups on opening, and soon after
	}{
		{time.Minute, 0, 1},     // there is none: at once
		{5 * time.Minute, 1, 1}, // the last is fresh
		{24 * time.Hour, 1, 2},  // another day
	} {
		apptest.Write(t, d, "text", "", "", journal.NoFlag)
		apptest.Must(t, d.Lock())
		c.Set(c.Now().Add(step.away))
		d = apptest.Unlock(t, apptest.AppOf(d))
		if n := len(backups(t, d)); n != step.before {
			t.Errorf("%v after locking: %d backups, want %d", step.away, n, step.before)
		}
		d.BackUpIfDue(apptest.Ctx)
		if n := len(backups(t, d)); n != step.in {
			t.Errorf("in the sitting %v after locking: %d backups, want %d", step.away, n, step.in)
		}
	}
	apptest.Must(t, d.Lock())
}

func TestDesk_CopyAway_is_remembered(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	if d.AwayDue() {
		t.Error("a copy is due on the first day")
	}
	c.Set(c.Now().AddDate(0, 0, app.AwayDays+1))
	if !d.AwayDue() {
		t.Error("no copy is due after two weeks")
	}
	stick := t.TempDir()
	b, err := d.CopyAway(apptest.Ctx, stick, nil)
	apptest.Must(t, err)
	if filepath.Dir(b.Path) != stick || !strings.HasSuffix(b.Path, app.JournalSuffix) || d.AwayDue() || !apptest.Reopened(t, d).Settings().CopiedAway.Equal(b.At) {
		t.Errorf("copied to %q, remembered %v", b.Path, d.Settings().CopiedAway)
	}
	if _, err := d.CopyAway(apptest.Ctx, filepath.Join(stick, "none"), nil); !errors.Is(err, fault.NotFound) && !errors.Is(err, fault.Locked) {
		t.Errorf("no such folder: %v", err)
	}
}

// Remembering the copy is not what makes a journal differ from its backup; what was
// written before is.
func TestDesk_CopyAway_is_no_change_of_its_own(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	_, err := d.CopyAway(apptest.Ctx, t.TempDir(), nil)
	apptest.Must(t, err)
	if !d.Unkept() {
		t.Error("what was written is in no backup, and that is not told")
	}
	c.Set(c.Now().Add(time.Hour))
	_, err = d.BackUp(apptest.Ctx, nil)
	apptest.Must(t, err)
	_, err = d.CopyAway(apptest.Ctx, t.TempDir(), nil)
	apptest.Must(t, err)
	if d.Unkept() {
		t.Error("nothing was changed since the backup, and changes are told of")
	}
	apptest.Write(t, d, "more", "", "", journal.NoFlag)
	if !d.Unkept() {
		t.Error("what was written after the copy is not told of")
	}
}

func TestDesk_VerifyNow_counts_every_record(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "text", "", "", journal.NoFlag)
	found, err := d.VerifyNow(apptest.Ctx, nil)
	apptest.Must(t, err)
	if found.Fault() != nil || found.Intact != d.Records() || !found.At.Equal(c.Now()) {
		t.Errorf("found %+v of %d", found, d.Records())
	}
}

func TestApp_OpenSample_makes_no_backup(t *testing.T) {
	a, _ := apptest.NewApp(t)
	d, err := a.OpenSample(apptest.Ctx)
	apptest.Must(t, err)
	if _, err := d.BackUp(apptest.Ctx, nil); !errors.Is(err, fault.Conflict) {
		t.Errorf("backed up: %v", err)
	}
	apptest.Must(t, d.Close())
	if n := len(backups(t, d)); n != 0 || d.AwayDue() {
		t.Errorf("%d backups of the fictional journal", n)
	}
}

func TestCheckup_Fault(t *testing.T) {
	unread := fault.New(fault.Damaged, "read")
	for _, c := range []struct {
		is   app.Checkup
		want fault.Kind
	}{
		{app.Checkup{Condition: app.Condition{Intact: 3, Damaged: 1, Complete: true}}, fault.Damaged},
		{app.Checkup{Condition: app.Condition{Intact: 3}}, fault.Tampered},
		{app.Checkup{Err: unread, Condition: app.Condition{Complete: true}}, fault.Damaged},
	} {
		if err := c.is.Fault(); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.is, err, c.want)
		}
	}
	if err := (app.Checkup{Condition: app.Condition{Intact: 3, Complete: true}}).Fault(); err != nil {
		t.Error(err)
	}
}
