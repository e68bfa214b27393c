package writing_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// crashed gives the journal as the next start finds it when the program stops
// now, without closing anything: from a copy of its files.
func crashed(t *testing.T, d *app.Desk) *app.Desk {
	t.Helper()
	a, c := apptest.NewApp(t)
	c.Set(d.Now())
	apptest.Must(t, os.MkdirAll(a.Config().DataFolder, 0o700))
	for _, suffix := range []string{"", "-journal"} {
		raw, err := os.ReadFile(apptest.AppOf(d).Journal() + suffix)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		apptest.Must(t, err)
		apptest.Must(t, os.WriteFile(a.Journal()+suffix, raw, 0o600))
	}
	return apptest.Unlock(t, a)
}

func TestDesk_Save_keeps_earlier_versions_of_the_text_alone(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "first", "", "", journal.NoFlag)
	c.Set(c.Now().Add(time.Hour))
	e.Sections[0].Text = "second"
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	e.Impact.Hit = journal.LevelOf(7)
	e, err = d.Save(e, "undo.impact")
	apptest.Must(t, err)
	if e.Revision != 2 || !e.Updated.Equal(c.Now()) {
		t.Errorf("revision %d updated %v", e.Revision, e.Updated)
	}
	d = apptest.Reopened(t, d)
	history, err := d.History(apptest.Ctx, e.ID)
	apptest.Must(t, err)
	if len(history) != 1 || history[0].Text() != "first" {
		t.Errorf("history %+v, want the first text alone", history)
	}
	if got := apptest.Read(t, d, e.ID); got.Text() != "second" || got.Impact.Hit != journal.LevelOf(7) {
		t.Errorf("entry %+v", got)
	}
}

func TestDesk_Save_takes_any_text(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for _, text := range []string{"", "\x00", "a\xffb", "\u202eabc", "👩🏽‍⚕️ e\u0301", "'; DROP TABLE details; --", strings.Repeat("long ", 1<<14)} {
		e, err := d.NewEntry()
		apptest.Must(t, err)
		e.Title, e.Sections[0].Text = "t"+text[:min(len(text), 900)], text
		_, err = d.Save(e, "")
		apptest.Must(t, err)
		if got := apptest.Read(t, d, e.ID); got.Sections[0].Text != text {
			t.Errorf("text %.20q came back as %.20q", text, got.Sections[0].Text)
		}
		if _, err := d.Search(apptest.Ctx, text, app.Filter{}, 0); err != nil {
			t.Errorf("search for %.20q: %v", text, err)
		}
	}
}

func TestDesk_Save_refuses_what_breaks_a_rule(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for name, spoil := range map[string]func(*journal.Entry){
		"feeling": func(e *journal.Entry) { e.Impact.Feelings = []journal.Feeling{" "} },
		"flag":    func(e *journal.Entry) { e.Flag = "soon" },
		"date":    func(e *journal.Entry) { e.Date = "2026-02-30" },
		"no id":   func(e *journal.Entry) { e.ID = 0 },
	} {
		e, err := d.NewEntry()
		apptest.Must(t, err)
		spoil(&e)
		if _, err := d.Save(e, ""); !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v, want invalid", name, err)
		}
	}
	if n := len(d.List(app.Filter{})); n != 0 {
		t.Errorf("%d entries are kept", n)
	}
}

func TestDesk_Undo_puts_marks_back_and_leaves_the_text(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	e.Themes, e.Impact.Carrying = []journal.ThemeID{"carers/respite"}, journal.LevelOf(6)
	e, err := d.Save(e, "undo.themes")
	apptest.Must(t, err)
	e.Sections[0].Text = "text, longer"
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	if d.CanUndo() != "undo.themes" || d.CanRedo() != "" {
		t.Errorf("can undo %q, redo %q", d.CanUndo(), d.CanRedo())
	}
	apptest.Must(t, d.Undo())
	if got := apptest.Read(t, d, e.ID); len(got.Themes) != 0 || got.Impact.Carrying != (journal.Level{}) || got.Text() != "text, longer" {
		t.Errorf("after undo %+v", got)
	}
	apptest.Must(t, d.Redo())
	if got := apptest.Read(t, d, e.ID); len(got.Themes) != 1 || got.Text() != "text, longer" {
		t.Errorf("after redo %+v", got)
	}
	apptest.Must(t, d.Undo())
	if err := d.Undo(); !errors.Is(err, fault.NotFound) {
		t.Errorf("nothing left to undo: %v", err)
	}
}

func TestDesk_Undo_forgets_what_was_undone_at_the_next_step(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	apptest.Must(t, d.Flag(e.ID, journal.Next))
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Flag(e.ID, journal.Urgent))
	if d.CanRedo() != "" {
		t.Errorf("can redo %q", d.CanRedo())
	}
	if err := d.Redo(); !errors.Is(err, fault.NotFound) {
		t.Errorf("redo: %v", err)
	}
}

// drafted gives an entry that was saved, with a draft of another text.
func drafted(t *testing.T, d *app.Desk, text string) journal.Entry {
	t.Helper()
	e := apptest.Write(t, d, "as saved", "", "", journal.NoFlag)
	e.Sections[0].Text = text
	apptest.Must(t, d.SaveDraft(e))
	return e
}

func TestDesk_SaveDraft_survives_a_crash(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	saved := drafted(t, d, "as saved, and on")
	fresh, err := d.NewEntry()
	apptest.Must(t, err)
	apptest.Must(t, d.SaveDraft(fresh)) // opened and left empty
	other, err := d.NewEntry()
	apptest.Must(t, err)
	other.Sections[0].Text = "never saved"
	apptest.Must(t, d.SaveDraft(other))
	if got := apptest.Read(t, d, saved.ID).Text(); got != "as saved" {
		t.Errorf("before the crash %q", got)
	}
	after := crashed(t, d)
	if len(after.Recovered()) != 2 || len(after.List(app.Filter{})) != 2 {
		t.Errorf("recovered %d of 2, listed %d", len(after.Recovered()), len(after.List(app.Filter{})))
	}
	if got := apptest.Read(t, after, saved.ID).Text(); got != "as saved, and on" {
		t.Errorf("after the crash %q", got)
	}
	if got := apptest.Read(t, after, other.ID).Text(); got != "never saved" {
		t.Errorf("after the crash %q", got)
	}
	history, err := after.History(apptest.Ctx, saved.ID)
	apptest.Must(t, err)
	if len(history) != 1 || history[0].Text() != "as saved" {
		t.Errorf("history %+v", history)
	}
	if again := apptest.Reopened(t, after); len(again.Recovered()) != 0 {
		t.Errorf("recovered %d again", len(again.Recovered()))
	}
}

func TestDesk_SaveDraft_that_breaks_a_rule_does_not_bar_the_journal(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "as saved", "", "", journal.Next)
	e.Sections[0].Text, e.Date = "on and on", "2026-02-30"
	apptest.Must(t, d.SaveDraft(e))
	huge, err := d.NewEntry()
	apptest.Must(t, err)
	huge.Title, huge.Sections[0].Text = strings.Repeat("t", 2*journal.MaxTitle), "words"
	apptest.Must(t, d.SaveDraft(huge))
	after := crashed(t, d)
	if got := apptest.Read(t, after, e.ID); got.Text() != "on and on" || got.Date != journal.DateOf(d.Now()) || got.Flag != journal.Next {
		t.Errorf("kept %+v", got)
	}
	if got := apptest.Read(t, after, huge.ID); got.Text() != "words" || got.Title == "" {
		t.Errorf("kept %+v", got)
	}
}

func TestDesk_Discard_forgets_the_draft(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := drafted(t, d, "not this")
	apptest.Must(t, d.Discard(e.ID))
	apptest.Must(t, d.Discard(e.ID))
	after := crashed(t, d)
	if got := apptest.Read(t, after, e.ID).Text(); got != "as saved" || len(after.Recovered()) != 0 {
		t.Errorf("%q, recovered %d", got, len(after.Recovered()))
	}
}

func TestDesk_Delete_can_be_taken_back(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "Title", "Words.", journal.Next)
	apptest.Must(t, d.Delete(e.ID))
	if len(d.List(app.Filter{})) != 0 || len(d.Trash()) != 1 || len(d.Basket()) != 0 {
		t.Errorf("list %v, trash %v, basket %v", d.List(app.Filter{}), d.Trash(), d.Basket())
	}
	if found, err := d.Search(apptest.Ctx, "text", app.Filter{}, 0); err != nil || len(found) != 0 {
		t.Errorf("found %v %v in the trash", found, err)
	}
	apptest.Must(t, d.Undo())
	if len(d.List(app.Filter{})) != 1 || len(d.Trash()) != 0 || len(d.Basket()) != 1 {
		t.Errorf("after undo: list %v, trash %v, basket %v", d.List(app.Filter{}), d.Trash(), d.Basket())
	}
	apptest.Must(t, d.Delete(e.ID))
	apptest.Must(t, d.Restore(e.ID))
	if got := apptest.Read(t, d, e.ID); got.Trashed != nil || got.Text() != "text" {
		t.Errorf("restored %+v", got)
	}
	if err := d.Delete(e.ID + 1); !errors.Is(err, fault.NotFound) {
		t.Errorf("delete what isn't there: %v", err)
	}
}

func TestDesk_Purge_leaves_nothing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "first", "", "", journal.NoFlag)
	e.Sections[0].Text = "second"
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	apptest.Must(t, d.SaveDraft(e))
	other := apptest.Write(t, d, "other", "", "", journal.NoFlag)
	gone := 0
	d.Subscribe(func(ev app.Event) {
		if ev.Kind == app.EntryGone && ev.ID == e.ID {
			gone++
		}
	})
	apptest.Must(t, d.Purge(apptest.Ctx, e.ID, e.ID))
	if _, err := d.Entry(e.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("entry: %v", err)
	}
	history, err := d.History(apptest.Ctx, e.ID)
	apptest.Must(t, err)
	if len(history) != 0 || gone == 0 {
		t.Errorf("history %v, told %d times", history, gone)
	}
	d = apptest.Reopened(t, d)
	if list := d.List(app.Filter{}); len(list) != 1 || list[0].ID != other.ID || len(d.Recovered()) != 0 {
		t.Errorf("after opening: %v, recovered %d", list, len(d.Recovered()))
	}
}

func TestDesk_trash_is_emptied_after_thirty_days(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	old, young := apptest.Write(t, d, "old", "", "", journal.NoFlag), apptest.Write(t, d, "young", "", "", journal.NoFlag)
	apptest.Must(t, d.Delete(old.ID))
	c.Set(c.Now().AddDate(0, 0, 10))
	apptest.Must(t, d.Delete(young.ID))
	c.Set(c.Now().AddDate(0, 0, 20))
	d = apptest.Reopened(t, d)
	if n := len(d.Trash()); n != 2 {
		t.Fatalf("%d in the trash on the thirtieth day, want both", n)
	}
	c.Set(c.Now().Add(time.Minute))
	d = apptest.Reopened(t, d)
	if trash := d.Trash(); len(trash) != 1 || trash[0].ID != young.ID {
		t.Errorf("trash %v, want the young one", trash)
	}
}

func TestDesk_leaves_no_word_on_the_disk(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	const marker = "quicksilvermarker"
	e := apptest.Write(t, d, "text "+marker, "title "+marker, "words "+marker, journal.Next)
	e.Title = marker
	apptest.Must(t, d.SaveDraft(e))
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	_, err = d.AddTheme(marker)
	apptest.Must(t, err)
	_, err = d.SavePerson(app.Person{Person: app.Named{Forms: []string{marker}}})
	apptest.Must(t, err)
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Contact = marker }))
	apptest.Must(t, apptest.AppOf(d).SetPreferences(func(p *app.Preferences) { p.TextSize = 120 }))
	_, err = d.Search(apptest.Ctx, marker, app.Filter{}, 0)
	apptest.Must(t, err)
	apptest.Must(t, d.Close())
	files := 0
	apptest.Must(t, filepath.WalkDir(filepath.Dir(apptest.AppOf(d).Config().DataFolder), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(marker)) {
			t.Errorf("%s holds the marker", filepath.Base(path))
		}
		return err
	}))
	if files < 3 {
		t.Errorf("looked at %d files, want journal, anchor and preferences", files)
	}
}

func TestDesk_Search_waits_and_follows_changes(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a := apptest.Write(t, d, "The umbrella dripped.", "", "", journal.Next)
	b := apptest.Write(t, d, "Café, quiet.", "", "", journal.NoFlag)
	d = apptest.Reopened(t, d)
	found := func(typed string, f app.Filter, limit int) []journal.ID {
		t.Helper()
		hits, err := d.Search(apptest.Ctx, typed, f, limit)
		apptest.Must(t, err)
		var ids []journal.ID
		for _, o := range hits {
			ids = append(ids, o.ID)
		}
		return ids
	}
	if got := found("UMBR", app.Filter{}, 0); !slices.Equal(got, []journal.ID{a.ID}) {
		t.Errorf("beginnings of words: %v", got)
	}
	if got := found("cafe", app.Filter{Flag: app.AnyFlag}, 0); got != nil {
		t.Errorf("the filter lets %v through", got)
	}
	if got := found("", app.Filter{}, 0); len(got) != 2 {
		t.Errorf("nothing typed: %v", got)
	}
	b.Sections[0].Text = "An umbrella too."
	_, err := d.Save(b, "")
	apptest.Must(t, err)
	if got := found("umbrella", app.Filter{}, 1); len(got) != 1 {
		t.Errorf("limit: %v", got)
	}
	line, spans, err := d.Excerpt(b.ID, "umbrella")
	apptest.Must(t, err)
	if len(spans) != 1 || !strings.Contains(line, "umbrella") {
		t.Errorf("excerpt %q %v", line, spans)
	}
	stopped, stop := context.WithCancel(apptest.Ctx)
	stop()
	if err := d.Ready(stopped); err != nil && !errors.Is(err, fault.Cancelled) {
		t.Errorf("ready: %v", err)
	}
}

func TestDesk_after_Close_is_locked(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	apptest.Must(t, d.Close())
	apptest.Must(t, d.Close())
	for name, try := range map[string]func() error{
		"entry":    func() error { _, err := d.Entry(e.ID); return err },
		"save":     func() error { _, err := d.Save(e, ""); return err },
		"draft":    func() error { return d.SaveDraft(e) },
		"settings": func() error { return d.SetSettings(func(*app.Settings) {}) },
		"purge":    func() error { return d.Purge(apptest.Ctx, e.ID) },
	} {
		if err := try(); !errors.Is(err, fault.Locked) {
			t.Errorf("%s: %v, want locked", name, err)
		}
	}
	if d.Do(func() error { return nil }, func(error) {}) {
		t.Error("a closed desk takes work")
	}
}
