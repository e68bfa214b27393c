package app

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

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

var ctx = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, d *Desk, id journal.ID) journal.Entry {
	t.Helper()
	e, err := d.Entry(id)
	must(t, err)
	return e
}

// crashed gives the journal as the next start finds it when the program stops
// now, without closing anything: from a copy of its files.
func crashed(t *testing.T, d *Desk) *Desk {
	t.Helper()
	a, c := newApp(t)
	c.set(d.Now())
	must(t, os.MkdirAll(a.config.DataFolder, 0o700))
	for _, suffix := range []string{"", "-journal"} {
		raw, err := os.ReadFile(d.app.Journal() + suffix)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		must(t, err)
		must(t, os.WriteFile(a.Journal()+suffix, raw, 0o600))
	}
	again, err := a.Unlock(ctx, passphrase)
	must(t, err)
	t.Cleanup(func() { _ = again.Close() })
	return again
}

// reopened closes the journal and opens it again, to see what is really kept.
func reopened(t *testing.T, d *Desk) *Desk {
	t.Helper()
	must(t, d.Close())
	again, err := d.app.Unlock(ctx, passphrase)
	must(t, err)
	t.Cleanup(func() { _ = again.Close() })
	return again
}

func TestDesk_Save_keeps_earlier_versions_of_the_text_alone(t *testing.T) {
	d, c := newTestDesk(t)
	e := write(t, d, "first", "", "", journal.NoFlag)
	c.set(c.Now().Add(time.Hour))
	e.Sections[0].Text = "second"
	e, err := d.Save(e, "")
	must(t, err)
	e.Impact.Hit = journal.LevelOf(7)
	e, err = d.Save(e, "undo.impact")
	must(t, err)
	if e.Revision != 2 || !e.Updated.Equal(c.Now()) {
		t.Errorf("revision %d updated %v", e.Revision, e.Updated)
	}
	d = reopened(t, d)
	history, err := d.History(ctx, e.ID)
	must(t, err)
	if len(history) != 1 || history[0].Text() != "first" {
		t.Errorf("history %+v, want the first text alone", history)
	}
	if got := read(t, d, e.ID); got.Text() != "second" || got.Impact.Hit != journal.LevelOf(7) {
		t.Errorf("entry %+v", got)
	}
}

func TestDesk_Save_takes_any_text(t *testing.T) {
	d, _ := newTestDesk(t)
	for _, text := range []string{"", "\x00", "a\xffb", "\u202eabc", "👩🏽‍⚕️ e\u0301", "'; DROP TABLE details; --", strings.Repeat("long ", 1<<14)} {
		e, err := d.NewEntry()
		must(t, err)
		e.Title, e.Sections[0].Text = "t"+text[:min(len(text), 900)], text
		_, err = d.Save(e, "")
		must(t, err)
		if got := read(t, d, e.ID); got.Sections[0].Text != text {
			t.Errorf("text %.20q came back as %.20q", text, got.Sections[0].Text)
		}
		if _, err := d.Search(ctx, text, Filter{}, 0); err != nil {
			t.Errorf("search for %.20q: %v", text, err)
		}
	}
}

func TestDesk_Save_refuses_what_breaks_a_rule(t *testing.T) {
	d, _ := newTestDesk(t)
	for name, spoil := range map[string]func(*journal.Entry){
		"feeling": func(e *journal.Entry) { e.Impact.Feelings = []journal.Feeling{"peckish"} },
		"flag":    func(e *journal.Entry) { e.Flag = "soon" },
		"date":    func(e *journal.Entry) { e.Date = "2026-02-30" },
		"no id":   func(e *journal.Entry) { e.ID = 0 },
	} {
		e, err := d.NewEntry()
		must(t, err)
		spoil(&e)
		if _, err := d.Save(e, ""); !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v, want invalid", name, err)
		}
	}
	if n := len(d.List(Filter{})); n != 0 {
		t.Errorf("%d entries are kept", n)
	}
}

func TestDesk_Undo_puts_marks_back_and_leaves_the_text(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "text", "", "", journal.NoFlag)
	e.Themes, e.Impact.Carrying = []journal.ThemeID{"carers/respite"}, journal.LevelOf(6)
	e, err := d.Save(e, "undo.themes")
	must(t, err)
	e.Sections[0].Text = "text, longer"
	_, err = d.Save(e, "")
	must(t, err)
	if d.CanUndo() != "undo.themes" || d.CanRedo() != "" {
		t.Errorf("can undo %q, redo %q", d.CanUndo(), d.CanRedo())
	}
	must(t, d.Undo())
	if got := read(t, d, e.ID); len(got.Themes) != 0 || got.Impact.Carrying != (journal.Level{}) || got.Text() != "text, longer" {
		t.Errorf("after undo %+v", got)
	}
	must(t, d.Redo())
	if got := read(t, d, e.ID); len(got.Themes) != 1 || got.Text() != "text, longer" {
		t.Errorf("after redo %+v", got)
	}
	must(t, d.Undo())
	if err := d.Undo(); !errors.Is(err, fault.NotFound) {
		t.Errorf("nothing left to undo: %v", err)
	}
}

func TestDesk_Undo_forgets_what_was_undone_at_the_next_step(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "text", "", "", journal.NoFlag)
	must(t, d.Flag(e.ID, journal.Next))
	must(t, d.Undo())
	must(t, d.Flag(e.ID, journal.Urgent))
	if d.CanRedo() != "" {
		t.Errorf("can redo %q", d.CanRedo())
	}
	if err := d.Redo(); !errors.Is(err, fault.NotFound) {
		t.Errorf("redo: %v", err)
	}
}

func TestDesk_SaveDraft_survives_a_crash(t *testing.T) {
	d, _ := newTestDesk(t)
	saved := write(t, d, "as saved", "", "", journal.NoFlag)
	saved.Sections[0].Text = "as saved, and on"
	must(t, d.SaveDraft(saved))
	fresh, err := d.NewEntry()
	must(t, err)
	must(t, d.SaveDraft(fresh)) // opened and left empty
	other, err := d.NewEntry()
	must(t, err)
	other.Sections[0].Text = "never saved"
	must(t, d.SaveDraft(other))
	if got := read(t, d, saved.ID).Text(); got != "as saved" {
		t.Errorf("before the crash %q", got)
	}
	after := crashed(t, d)
	if len(after.Recovered()) != 2 || len(after.List(Filter{})) != 2 {
		t.Errorf("recovered %d of 2, listed %d", len(after.Recovered()), len(after.List(Filter{})))
	}
	if got := read(t, after, saved.ID).Text(); got != "as saved, and on" {
		t.Errorf("after the crash %q", got)
	}
	if got := read(t, after, other.ID).Text(); got != "never saved" {
		t.Errorf("after the crash %q", got)
	}
	history, err := after.History(ctx, saved.ID)
	must(t, err)
	if len(history) != 1 || history[0].Text() != "as saved" {
		t.Errorf("history %+v", history)
	}
	if again := reopened(t, after); len(again.Recovered()) != 0 {
		t.Errorf("recovered %d again", len(again.Recovered()))
	}
}

func TestDesk_SaveDraft_that_breaks_a_rule_does_not_bar_the_journal(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "as saved", "", "", journal.Next)
	e.Sections[0].Text, e.Date = "on and on", "2026-02-30"
	must(t, d.SaveDraft(e))
	huge, err := d.NewEntry()
	must(t, err)
	huge.Title, huge.Sections[0].Text = strings.Repeat("t", 2*journal.MaxTitle), "words"
	must(t, d.SaveDraft(huge))
	after := crashed(t, d)
	if got := read(t, after, e.ID); got.Text() != "on and on" || got.Date != journal.DateOf(d.Now()) || got.Flag != journal.Next {
		t.Errorf("kept %+v", got)
	}
	if got := read(t, after, huge.ID); got.Text() != "words" || got.Title == "" {
		t.Errorf("kept %+v", got)
	}
}

func TestDesk_Discard_forgets_the_draft(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "as saved", "", "", journal.NoFlag)
	e.Sections[0].Text = "not this"
	must(t, d.SaveDraft(e))
	must(t, d.Discard(e.ID))
	must(t, d.Discard(e.ID))
	after := crashed(t, d)
	if got := read(t, after, e.ID).Text(); got != "as saved" || len(after.Recovered()) != 0 {
		t.Errorf("%q, recovered %d", got, len(after.Recovered()))
	}
}

func TestDesk_Delete_can_be_taken_back(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "text", "Title", "Words.", journal.Next)
	must(t, d.Delete(e.ID))
	if len(d.List(Filter{})) != 0 || len(d.Trash()) != 1 || len(d.Basket()) != 0 {
		t.Errorf("list %v, trash %v, basket %v", d.List(Filter{}), d.Trash(), d.Basket())
	}
	if found, err := d.Search(ctx, "text", Filter{}, 0); err != nil || len(found) != 0 {
		t.Errorf("found %v %v in the trash", found, err)
	}
	must(t, d.Undo())
	if len(d.List(Filter{})) != 1 || len(d.Trash()) != 0 || len(d.Basket()) != 1 {
		t.Errorf("after undo: list %v, trash %v, basket %v", d.List(Filter{}), d.Trash(), d.Basket())
	}
	must(t, d.Delete(e.ID))
	must(t, d.Restore(e.ID))
	if got := read(t, d, e.ID); got.Trashed != nil || got.Text() != "text" {
		t.Errorf("restored %+v", got)
	}
	if err := d.Delete(e.ID + 1); !errors.Is(err, fault.NotFound) {
		t.Errorf("delete what isn't there: %v", err)
	}
}

func TestDesk_Purge_leaves_nothing(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "first", "", "", journal.NoFlag)
	e.Sections[0].Text = "second"
	_, err := d.Save(e, "")
	must(t, err)
	must(t, d.SaveDraft(e))
	other := write(t, d, "other", "", "", journal.NoFlag)
	gone := 0
	d.Subscribe(func(ev Event) {
		if ev.Kind == EntryGone && ev.ID == e.ID {
			gone++
		}
	})
	must(t, d.Purge(ctx, e.ID, e.ID))
	if _, err := d.Entry(e.ID); !errors.Is(err, fault.NotFound) {
		t.Errorf("entry: %v", err)
	}
	history, err := d.History(ctx, e.ID)
	must(t, err)
	if len(history) != 0 || gone == 0 {
		t.Errorf("history %v, told %d times", history, gone)
	}
	d = reopened(t, d)
	if list := d.List(Filter{}); len(list) != 1 || list[0].ID != other.ID || len(d.Recovered()) != 0 {
		t.Errorf("after opening: %v, recovered %d", list, len(d.Recovered()))
	}
}

func TestDesk_trash_is_emptied_after_thirty_days(t *testing.T) {
	d, c := newTestDesk(t)
	old, young := write(t, d, "old", "", "", journal.NoFlag), write(t, d, "young", "", "", journal.NoFlag)
	must(t, d.Delete(old.ID))
	c.set(c.Now().AddDate(0, 0, 10))
	must(t, d.Delete(young.ID))
	c.set(c.Now().AddDate(0, 0, 20))
	d = reopened(t, d)
	if n := len(d.Trash()); n != 2 {
		t.Fatalf("%d in the trash on the thirtieth day, want both", n)
	}
	c.set(c.Now().Add(time.Minute))
	d = reopened(t, d)
	if trash := d.Trash(); len(trash) != 1 || trash[0].ID != young.ID {
		t.Errorf("trash %v, want the young one", trash)
	}
}

func TestDesk_leaves_no_word_on_the_disk(t *testing.T) {
	d, _ := newTestDesk(t)
	const marker = "quicksilvermarker"
	e := write(t, d, "text "+marker, "title "+marker, "words "+marker, journal.Next)
	e.Title = marker
	must(t, d.SaveDraft(e))
	_, err := d.Save(e, "")
	must(t, err)
	_, err = d.AddTheme(marker)
	must(t, err)
	_, err = d.SavePerson(Person{Person: Named{Forms: []string{marker}}})
	must(t, err)
	must(t, d.SetSettings(func(s *Settings) { s.Contact = marker }))
	must(t, d.app.SetPreferences(func(p *Preferences) { p.TextSize = 120 }))
	_, err = d.Search(ctx, marker, Filter{}, 0)
	must(t, err)
	must(t, d.Close())
	files := 0
	must(t, filepath.WalkDir(filepath.Dir(d.app.config.DataFolder), func(path string, entry os.DirEntry, err error) error {
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
	d, _ := newTestDesk(t)
	a := write(t, d, "The umbrella dripped.", "", "", journal.Next)
	b := write(t, d, "Café, quiet.", "", "", journal.NoFlag)
	d = reopened(t, d)
	found := func(typed string, f Filter, limit int) []journal.ID {
		t.Helper()
		hits, err := d.Search(ctx, typed, f, limit)
		must(t, err)
		var ids []journal.ID
		for _, o := range hits {
			ids = append(ids, o.ID)
		}
		return ids
	}
	if got := found("UMBR", Filter{}, 0); !slices.Equal(got, []journal.ID{a.ID}) {
		t.Errorf("beginnings of words: %v", got)
	}
	if got := found("cafe", Filter{Flag: AnyFlag}, 0); got != nil {
		t.Errorf("the filter lets %v through", got)
	}
	if got := found("", Filter{}, 0); len(got) != 2 {
		t.Errorf("nothing typed: %v", got)
	}
	b.Sections[0].Text = "An umbrella too."
	_, err := d.Save(b, "")
	must(t, err)
	if got := found("umbrella", Filter{}, 1); len(got) != 1 {
		t.Errorf("limit: %v", got)
	}
	line, spans, err := d.Excerpt(b.ID, "umbrella")
	must(t, err)
	if len(spans) != 1 || !strings.Contains(line, "umbrella") {
		t.Errorf("excerpt %q %v", line, spans)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := d.Ready(stopped); err != nil && !errors.Is(err, fault.Cancelled) {
		t.Errorf("ready: %v", err)
	}
}

func TestDesk_after_Close_is_locked(t *testing.T) {
	d, _ := newTestDesk(t)
	e := write(t, d, "text", "", "", journal.NoFlag)
	must(t, d.Close())
	must(t, d.Close())
	for name, try := range map[string]func() error{
		"entry":    func() error { _, err := d.Entry(e.ID); return err },
		"save":     func() error { _, err := d.Save(e, ""); return err },
		"draft":    func() error { return d.SaveDraft(e) },
		"settings": func() error { return d.SetSettings(func(*Settings) {}) },
		"purge":    func() error { return d.Purge(ctx, e.ID) },
	} {
		if err := try(); !errors.Is(err, fault.Locked) {
			t.Errorf("%s: %v, want locked", name, err)
		}
	}
	if d.Do(func() error { return nil }, func(error) {}) {
		t.Error("a closed desk takes work")
	}
}
