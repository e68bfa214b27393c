package keeping_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// While a hold lasts nothing goes for good: no entry, no trash that is due, no backup,
// and nothing that was purged on another computer.
func TestDesk_SetHold_stops_every_deletion(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Asked for.", "", "", journal.NoFlag)
	apptest.Must(t, d.Delete(e.ID))
	apptest.Must(t, d.SetHold(true))
	since := d.Settings().Hold
	c.Set(c.Now().AddDate(1, 0, 0))
	apptest.Must(t, d.SetHold(true))
	if !d.Settings().Hold.Equal(since) {
		t.Error("a hold that lasts began again")
	}
	apptest.Must(t, d.EmptyTrash(apptest.Ctx))
	if err := d.Purge(apptest.Ctx, e.ID); !errors.Is(err, fault.Conflict) {
		t.Errorf("purged: %v", err)
	}
	if err := d.Distil(e.ID, "Learned."); !errors.Is(err, fault.Conflict) {
		t.Errorf("distilled: %v", err)
	}
	for range 12 {
		c.Set(c.Now().AddDate(0, 0, 1))
		_, err := d.BackUp(apptest.Ctx, nil)
		apptest.Must(t, err)
	}
	if all, err := d.Backups(); err != nil || len(all) != 12 {
		t.Errorf("%d backups, %v", len(all), err)
	}
	d = apptest.Reopened(t, d)
	if len(d.Trash()) != 1 {
		t.Fatal("the trash was emptied on opening")
	}
	apptest.Must(t, d.SetHold(false))
	apptest.Must(t, d.EmptyTrash(apptest.Ctx))
	if len(d.Trash()) != 0 {
		t.Error("the hold goes on after its end")
	}
}

// Distilling keeps the learning, the day and the themes, and none of the detail; one
// undo brings the detail back until the trash is emptied.
func TestDesk_Distil_keeps_the_learning(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Wren Oakes was there.", "Wren", "Private.", journal.Next)
	e.Themes, e.Title = []journal.ThemeID{"safety"}, "Wren again"
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	if err := d.Distil(e.ID, "  "); !errors.Is(err, fault.Invalid) {
		t.Errorf("nothing kept: %v", err)
	}
	apptest.Must(t, d.Distil(e.ID, "Ring first."))
	all := d.List(app.Filter{})
	if len(all) != 1 || all[0].Date != e.Date || len(all[0].Themes) != 1 || strings.Contains(asJSON(t, apptest.Read(t, d, all[0].ID)), "Wren") {
		t.Fatalf("kept %+v", all)
	}
	apptest.Must(t, d.Undo())
	if all := d.List(app.Filter{}); len(all) != 1 || apptest.Read(t, d, all[0].ID).Text() != e.Text() || all[0].Flag != journal.Next {
		t.Fatalf("after undo %+v", all)
	}
	apptest.Must(t, d.Redo())
	c.Set(c.Now().AddDate(0, 0, d.Settings().TrashDays+1))
	apptest.Must(t, d.EmptyTrash(apptest.Ctx))
	if _, err := d.Entry(e.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("the detail stays: %v", err)
	}
	if err := d.Undo(); !errors.Is(err, fault.Conflict) {
		t.Errorf("undone after the trash was emptied: %v", err)
	}
	if all := d.List(app.Filter{}); len(all) != 1 || apptest.Read(t, d, all[0].ID).Text() != "Ring first." {
		t.Errorf("the learning is gone: %+v", all)
	}
}

// Entries are due by their age, until they are kept.
func TestDesk_DueForReview_by_age(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Old.", "", "", journal.NoFlag)
	c.Set(c.Now().AddDate(2, 0, 0))
	apptest.Write(t, d, "New.", "", "", journal.NoFlag)
	if len(d.DueForReview()) != 0 {
		t.Error("due without a setting")
	}
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.ReviewMonths = 12 }))
	if due := d.DueForReview(); len(due) != 1 || due[0].ID != e.ID {
		t.Fatalf("due %+v", due)
	}
	apptest.Must(t, d.KeepReviewed(e.ID))
	if len(d.DueForReview()) != 0 {
		t.Error("kept, and still due")
	}
	c.Set(c.Now().AddDate(1, 0, 1))
	if len(d.DueForReview()) != 2 {
		t.Error("not due again")
	}
}

// The pages say where things stand and hold no secret, on the screen and on paper, where
// names that the log gives are masked; a sheet replaces none.
func TestDesk_pages_to_print(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	fill(t, d, c)
	apptest.Must(t, d.LogRequest("The complaints team for Wren Oakes, notes of March", "nothing yet"))
	if err := d.LogRequest(" ", ""); !errors.Is(err, fault.Invalid) {
		t.Errorf("%v", err)
	}
	if on := strings.Join(d.SaySheet(d.IfAsked()), "\n"); !strings.Contains(on, "2026-03-12: The complaints team for Wren Oakes, notes of March. Given: nothing yet") {
		t.Errorf("%s", on)
	}
	path, folder := d.Lib().Vault().Path(), t.TempDir()
	for _, f := range app.Formats() {
		for _, s := range []app.Sheet{d.WhatIsKept(), d.IfAsked(), d.IfUnable()} {
			on := strings.Join(strings.Fields(paper(t, d, s, folder, f)), " ")
			screen := strings.Join(d.SaySheet(s), "\n")
			if strings.Contains(on+screen, apptest.Passphrase) || strings.Contains(on, "Wren") || strings.Contains(on+screen, "%!") {
				t.Errorf("%s as %s: %s", s.Title, f, on)
			}
			if names := s.Log == nil; names != strings.Contains(screen, path) || names != strings.Contains(strings.ReplaceAll(on, " ", ""), path) {
				t.Errorf("%s as %s names the file: %s", s.Title, f, on)
			}
			if s.Log != nil && !strings.Contains(on, "complaints team") {
				t.Errorf("the log is lost: %s", on)
			}
		}
	}
}

// paper saves a sheet twice and gives what the second file says.
func paper(t *testing.T, d *app.Desk, s app.Sheet, folder string, f app.Format) string {
	t.Helper()
	first, err := d.SaveSheet(s, folder, f)
	apptest.Must(t, err)
	path, err := d.SaveSheet(s, folder, f)
	apptest.Must(t, err)
	info, err := os.Stat(path)
	apptest.Must(t, err)
	if info.Mode().Perm() != 0o600 || path == first {
		t.Errorf("mode %v, %s", info.Mode(), path)
	}
	raw, err := os.ReadFile(path)
	apptest.Must(t, err)
	read, err := f.Read(raw)
	apptest.Must(t, err)
	return read.Text
}
