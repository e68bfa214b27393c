package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func TestDesk_SetSettings_keeps_and_tells(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if s := d.Settings(); s.IdleMinutes != core.UsualIdleMinutes || s.Template != journal.QuickNote || s.RecoveryConfirmed {
		t.Errorf("a new journal has %+v", s)
	}
	var told []string
	stop := d.Subscribe(func(e app.Event) {
		if e.Kind == app.SettingsChanged {
			told = append(told, d.Settings().Contact) // reading must be allowed
		}
	})
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Contact, s.Template = "Ruth", journal.WhatNow }))
	stop()
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Author = "Sam" }))
	if !slices.Equal(told, []string{"Ruth"}) {
		t.Errorf("told %q", told)
	}
	d = apptest.Reopened(t, d)
	if s := d.Settings(); s.Contact != "Ruth" || s.Author != "Sam" || s.Template != journal.WhatNow {
		t.Errorf("opened again: %+v", s)
	}
	if e, err := d.NewEntry(); err != nil || len(e.Sections) != 3 {
		t.Errorf("a new entry has %d sections, %v", len(e.Sections), err)
	}
}

func TestDesk_SetSettings_never_turns_locking_off(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for given, want := range map[int]int{-5: 1, 0: 1, 7: 7, 30: 30, 1000: 30} {
		apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.IdleMinutes = given }))
		if got := d.Settings().IdleMinutes; got != want {
			t.Errorf("%d minutes became %d, want %d", given, got, want)
		}
	}
}

func TestDesk_ChangePassphrase(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	if err := d.ChangePassphrase(apptest.Passphrase, "short"); !errors.Is(err, fault.Invalid) {
		t.Errorf("short: %v", err)
	}
	if err := d.ChangePassphrase("not this one", "a new passphrase"); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("wrong: %v", err)
	}
	apptest.Must(t, d.ChangePassphrase(apptest.Passphrase, "a new passphrase"))
	apptest.Must(t, d.Close())
	if _, err := apptest.AppOf(d).Unlock(apptest.Ctx, apptest.Passphrase); !errors.Is(err, fault.CannotUnlock) {
		t.Errorf("the old one: %v", err)
	}
	again, err := apptest.AppOf(d).Unlock(apptest.Ctx, "a new passphrase")
	apptest.Must(t, err)
	defer again.Close()
	if got := apptest.Read(t, again, e.ID).Text(); got != "text" {
		t.Errorf("text %q", got)
	}
}

func TestDesk_recovery_words_open_and_reset(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	places := app.AskBack(words, 3)
	if len(places) != 3 || !slices.IsSorted(places) {
		t.Fatalf("places %v", places)
	}
	typed := []string{strings.ToUpper(words[places[0]]), " " + words[places[1]], words[places[2]]}
	if err := d.ConfirmRecovery(words, places, []string{typed[0], typed[1], "wrong"}); !errors.Is(err, fault.Invalid) || d.Settings().RecoveryConfirmed {
		t.Errorf("a wrong word: %v", err)
	}
	apptest.Must(t, d.ConfirmRecovery(words, places, typed))
	if !d.Settings().RecoveryConfirmed {
		t.Error("not kept that they were confirmed")
	}
	if !d.CheckRecoveryWords(strings.Join(words, " ")) || d.CheckRecoveryWords("no such words") {
		t.Error("the words from paper are judged wrongly")
	}
	apptest.Must(t, d.Close())
	again, err := apptest.AppOf(d).UnlockWithWords(apptest.Ctx, strings.ToUpper(strings.Join(words, "  ")))
	apptest.Must(t, err)
	apptest.Must(t, again.ResetPassphrase(strings.Join(words, " "), "after forgetting it"))
	apptest.Must(t, again.Close())
	third, err := apptest.AppOf(d).Unlock(apptest.Ctx, "after forgetting it")
	apptest.Must(t, err)
	apptest.Must(t, third.Close())
}

func TestApp_SaveRecoverySheet_never_replaces(t *testing.T) {
	a, _ := apptest.NewApp(t)
	path := filepath.Join(t.TempDir(), "sheet.txt")
	apptest.Must(t, a.SaveRecoverySheet([]string{"one", "two"}, path))
	raw, err := os.ReadFile(path)
	apptest.Must(t, err)
	if !strings.Contains(string(raw), " 1  one\n 2  two\n") {
		t.Errorf("sheet:\n%s", raw)
	}
	if err := a.SaveRecoverySheet([]string{"three"}, path); !errors.Is(err, fault.Conflict) {
		t.Errorf("over another: %v", err)
	}
}

func TestApp_SetPreferences_keeps_what_is_readable(t *testing.T) {
	a, _ := apptest.NewApp(t)
	if p := a.Preferences(); p.TextSize != 100 {
		t.Errorf("usual %+v", p)
	}
	apptest.Must(t, a.SetPreferences(func(p *app.Preferences) { p.Theme, p.TextSize, p.Width = "dark", 900, 1200 }))
	again, err := app.New(*a.Config())
	apptest.Must(t, err)
	if p := again.Preferences(); p.Theme != "dark" || p.TextSize != app.MaxTextSize || p.Width != 1200 {
		t.Errorf("read again %+v", p)
	}
	apptest.Must(t, os.WriteFile(filepath.Join(a.Config().ConfigFolder, "preferences.json"), []byte(`{"theme":`), 0o600))
	again, err = app.New(*a.Config())
	apptest.Must(t, err)
	if p := again.Preferences(); p.Theme != "" || p.TextSize != 100 {
		t.Errorf("a broken file gives %+v", p)
	}
}

func TestApp_Journal_is_the_one_named_last(t *testing.T) {
	a, _ := apptest.NewApp(t)
	if got := a.Journal(); got != filepath.Join(a.Config().DataFolder, "journal.aftershift") || a.HasJournal() {
		t.Errorf("journal %q", got)
	}
	a.OpenAt("/elsewhere/once.aftershift")
	if again, err := app.New(*a.Config()); err != nil || again.Preferences().Journal != "" {
		t.Errorf("kept %v", again.Preferences())
	}
	apptest.Must(t, a.UseJournal("/elsewhere/mine.aftershift"))
	a.Config().Journal = ""
	again, err := app.New(*a.Config())
	apptest.Must(t, err)
	if again.Journal() != "/elsewhere/mine.aftershift" {
		t.Errorf("next time %q", again.Journal())
	}
}

func TestDesk_people(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	p, err := d.SavePerson(app.Person{Person: app.Named{Forms: []string{" Leanne  Mottram ", "Lee", "", "Lee"}, Role: "parent"}})
	apptest.Must(t, err)
	if !slices.Equal(p.Forms, []string{"Leanne Mottram", "Lee"}) || p.ID == 0 {
		t.Errorf("kept %+v", p)
	}
	p.Code = "Parent A"
	_, err = d.SavePerson(p)
	apptest.Must(t, err)
	if _, err := d.SavePerson(app.Person{Person: app.Named{Forms: []string{"  "}}}); !errors.Is(err, fault.Invalid) {
		t.Errorf("nobody: %v", err)
	}
	apptest.Must(t, d.RemovePerson(12345))
	d = apptest.Reopened(t, d)
	if people := d.People(); len(people) != 1 || people[0].Code != "Parent A" {
		t.Fatalf("people %+v", people)
	}
	apptest.Must(t, d.RemovePerson(p.ID))
	apptest.Must(t, d.Undo())
	if people := d.People(); len(people) != 1 {
		t.Errorf("after undo %+v", people)
	}
	apptest.Must(t, d.Redo())
	if people := d.People(); len(people) != 0 {
		t.Errorf("after redo %+v", people)
	}
}

func TestDesk_people_added_at_once_are_all_kept(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	var adding sync.WaitGroup
	for i := range 8 {
		adding.Go(func() {
			if _, err := d.SavePerson(app.Person{Person: app.Named{Forms: []string{string(rune('A' + i))}}}); err != nil {
				t.Error(err)
			}
		})
	}
	adding.Wait()
	if n := len(apptest.Reopened(t, d).People()); n != 8 {
		t.Errorf("%d people, want 8", n)
	}
}

func TestDesk_themes(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	shipped := len(d.Themes())
	own, err := d.AddTheme("  Night shifts ")
	apptest.Must(t, err)
	same, err := d.AddTheme("night shifts")
	apptest.Must(t, err)
	if own.ID != same.ID || own.ID.Parent() != journal.OwnThemes || len(d.Themes()) != shipped+1 {
		t.Errorf("themes %v and %v", own, same)
	}
	if there, err := d.AddTheme("COURT  work"); err != nil || there.ID != "justice-risk/court-work" || len(d.Themes()) != shipped+1 {
		t.Errorf("made %v beside the one that ships: %v", there, err)
	}
	if _, err := d.AddTheme(" "); !errors.Is(err, fault.Invalid) {
		t.Errorf("no name: %v", err)
	}
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	e.Themes = []journal.ThemeID{own.ID}
	_, err = d.Save(e, "undo.themes")
	apptest.Must(t, err)
	d = apptest.Reopened(t, d)
	if d.ThemeName(own.ID) != own.Name {
		t.Errorf("name %q, want %q", d.ThemeName(own.ID), own.Name)
	}
	if got := d.CompleteTheme("", 3); len(got) == 0 || got[0].ID != own.ID {
		t.Errorf("completion %v, want the one used last first", got)
	}
	if hits, err := d.Search(apptest.Ctx, "night", app.Filter{}, 0); err != nil || len(hits) != 1 {
		t.Errorf("found by its theme: %v %v", hits, err)
	}
	if hits := d.List(app.Filter{Theme: own.ID}); len(hits) != 1 {
		t.Errorf("listed by its theme: %v", hits)
	}
}
