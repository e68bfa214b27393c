package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func backups(t *testing.T, d *Desk) []Backup {
	t.Helper()
	all, err := d.Backups()
	must(t, err)
	return all
}

func TestDesk_BackUp_is_listed_and_opens(t *testing.T) {
	d, c := newTestDesk(t)
	write(t, d, "kept twice", "", "", journal.NoFlag)
	b, err := d.BackUp(ctx, nil)
	must(t, err)
	c.set(c.Now().Add(time.Hour))
	other := filepath.Join(d.app.BackupFolder(), "journal-00000000-20260101T000000Z.aftershift") // another journal's
	must(t, os.WriteFile(other, nil, 0o600))
	newer, err := d.BackUp(ctx, nil)
	must(t, err)
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
	a, _ := newApp(t)
	a.OpenAt(newer.Path)
	again, err := a.Unlock(ctx, passphrase)
	must(t, err)
	defer again.Close()
	if n := len(again.List(Filter{})); n != 1 {
		t.Errorf("%d entries in the backup", n)
	}
}

func TestDesk_BackUp_failed_keeps_the_previous(t *testing.T) {
	d, c := newTestDesk(t)
	before, err := d.BackUp(ctx, nil)
	must(t, err)
	c.set(c.Now().Add(24 * time.Hour))
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := d.BackUp(stopped, nil); !errors.Is(err, fault.Cancelled) {
		t.Fatalf("cancelled: %v", err)
	}
	if all := backups(t, d); len(all) != 1 || all[0] != before || d.BackupTrouble() == nil {
		t.Errorf("backups %+v, trouble %v", all, d.BackupTrouble())
	}
	_, err = d.BackUp(ctx, nil)
	must(t, err)
	if len(backups(t, d)) != 2 || d.BackupTrouble() != nil {
		t.Errorf("backups %+v, trouble %v", backups(t, d), d.BackupTrouble())
	}
}

func TestDesk_backUpIfDue_ten_minutes_after_a_change(t *testing.T) {
	d, c := newTestDesk(t)
	_, err := d.BackUp(ctx, nil)
	must(t, err)
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
		c.set(c.Now().Add(step.after))
		if step.change {
			write(t, d, "text", "", "", journal.NoFlag)
		}
		d.backUpIfDue(ctx)
		if n := len(backups(t, d)); n != step.want {
			t.Errorf("at %v: %d backups, want %d", c.Now(), n, step.want)
		}
	}
}

func TestDesk_Close_backs_up_what_changed(t *testing.T) {
	d, c := newTestDesk(t)
	write(t, d, "text", "", "", journal.NoFlag)
	d = reopened(t, d)
	if n := len(backups(t, d)); n != 1 {
		t.Fatalf("%d backups after closing", n)
	}
	c.set(c.Now().Add(24 * time.Hour))
	d = reopened(t, d)
	if n := len(backups(t, d)); n != 1 {
		t.Errorf("%d backups although nothing changed", n)
	}
	write(t, d, "more", "", "", journal.NoFlag)
	must(t, os.RemoveAll(d.app.BackupFolder()))
	must(t, os.WriteFile(d.app.BackupFolder(), nil, 0o600)) // no place for a backup
	must(t, d.Close())
	if d.BackupTrouble() == nil {
		t.Error("nobody told that there was no backup on closing")
	}
	must(t, os.Remove(d.app.BackupFolder()))
	again, err := d.app.Unlock(ctx, passphrase)
	must(t, err)
	defer again.Close()
	again.backUpIfDue(ctx)
	c.set(c.Now().Add(backupAfter))
	again.backUpIfDue(ctx)
	if n := len(backups(t, again)); n != 1 {
		t.Errorf("the backup that failed was not made up: %d", n)
	}
}

func TestDesk_Lock_leaves_the_backup_to_the_next_sitting(t *testing.T) {
	d, c := newTestDesk(t)
	for _, step := range []struct {
		away       time.Duration // locked
		before, in int           // backups on opening, and soon after
	}{
		{time.Minute, 0, 1},     // there is none: at once
		{5 * time.Minute, 1, 1}, // the last is fresh
		{24 * time.Hour, 1, 2},  // another day
	} {
		write(t, d, "text", "", "", journal.NoFlag)
		must(t, d.Lock())
		c.set(c.Now().Add(step.away))
		next, err := d.app.Unlock(ctx, passphrase)
		must(t, err)
		d = next
		if n := len(backups(t, d)); n != step.before {
			t.Errorf("%v after locking: %d backups, want %d", step.away, n, step.before)
		}
		d.backUpIfDue(ctx)
		if n := len(backups(t, d)); n != step.in {
			t.Errorf("in the sitting %v after locking: %d backups, want %d", step.away, n, step.in)
		}
	}
	must(t, d.Lock())
}

func TestDesk_CopyAway_is_remembered(t *testing.T) {
	d, c := newTestDesk(t)
	write(t, d, "text", "", "", journal.NoFlag)
	if d.AwayDue() {
		t.Error("a copy is due on the first day")
	}
	c.set(c.Now().AddDate(0, 0, AwayDays+1))
	if !d.AwayDue() {
		t.Error("no copy is due after two weeks")
	}
	stick := t.TempDir()
	b, err := d.CopyAway(ctx, stick, nil)
	must(t, err)
	if filepath.Dir(b.Path) != stick || !strings.HasSuffix(b.Path, JournalSuffix) || d.AwayDue() || !reopened(t, d).Settings().CopiedAway.Equal(b.At) {
		t.Errorf("copied to %q, remembered %v", b.Path, d.Settings().CopiedAway)
	}
	if _, err := d.CopyAway(ctx, filepath.Join(stick, "none"), nil); !errors.Is(err, fault.NotFound) && !errors.Is(err, fault.Locked) {
		t.Errorf("no such folder: %v", err)
	}
}

func TestDesk_VerifyNow_counts_every_record(t *testing.T) {
	d, c := newTestDesk(t)
	write(t, d, "text", "", "", journal.NoFlag)
	found, err := d.VerifyNow(ctx, nil)
	must(t, err)
	if found.Fault() != nil || found.Intact != d.Records() || !found.At.Equal(c.Now()) {
		t.Errorf("found %+v of %d", found, d.Records())
	}
}

func TestApp_OpenSample_makes_no_backup(t *testing.T) {
	a, _ := newApp(t)
	d, err := a.OpenSample(ctx)
	must(t, err)
	if _, err := d.BackUp(ctx, nil); !errors.Is(err, fault.Conflict) {
		t.Errorf("backed up: %v", err)
	}
	must(t, d.Close())
	if n := len(backups(t, d)); n != 0 || d.AwayDue() {
		t.Errorf("%d backups of the fictional journal", n)
	}
}

func TestCheckup_Fault(t *testing.T) {
	unread := fault.New(fault.Damaged, "read")
	for _, c := range []struct {
		is   Checkup
		want fault.Kind
	}{
		{Checkup{Condition: Condition{Intact: 3, Damaged: 1, Complete: true}}, fault.Damaged},
		{Checkup{Condition: Condition{Intact: 3}}, fault.Tampered},
		{Checkup{Err: unread, Condition: Condition{Complete: true}}, fault.Damaged},
	} {
		if err := c.is.Fault(); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.is, err, c.want)
		}
	}
	if err := (Checkup{Condition: Condition{Intact: 3, Complete: true}}).Fault(); err != nil {
		t.Error(err)
	}
}
