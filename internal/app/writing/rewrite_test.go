package writing_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// An earlier version comes back as a new one; Undo puts back what stood there, and
// refuses where that would lose what was written since.
func TestDesk_Rewrite_earlierVersion(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "first words", "", "", journal.NoFlag)
	e.Sections[0].Text, e.Title = "other words", "Now"
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	past, err := d.History(apptest.Ctx, e.ID)
	apptest.Must(t, err)
	old := e.Clone()
	old.Title, old.Sections = past[0].Title, past[0].Sections
	back, err := d.Rewrite(old, "undo.version")
	apptest.Must(t, err)
	if back.Text() != "first words" || back.Revision != 3 {
		t.Errorf("came back as %q, version %d", back.Text(), back.Revision)
	}
	apptest.Must(t, d.Undo())
	if got := apptest.Read(t, d, e.ID); got.Text() != "other words" || got.Title != "Now" {
		t.Errorf("undone: %+v", got)
	}
	apptest.Must(t, d.Redo())
	typed := apptest.Read(t, d, e.ID)
	typed.Sections[0].Text = "first words, and on"
	_, err = d.Save(typed, "")
	apptest.Must(t, err)
	if err := d.Undo(); !errors.Is(err, fault.Conflict) || apptest.Read(t, d, e.ID).Text() != "first words, and on" {
		t.Errorf("undo over later words: %v", err)
	}
	past, err = d.History(apptest.Ctx, e.ID)
	apptest.Must(t, err)
	if len(past) != 5 {
		t.Errorf("%d earlier versions", len(past))
	}
}

// A change of template is taken back with what was written since.
func TestDesk_Rewrite_templateKeepsWhatWasWrittenSince(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "what happened", "", "", journal.NoFlag)
	e.Sections, e.Template = journal.Switch(e.Sections, journal.TemplateByID(journal.WhatNow)), journal.WhatNow
	e, err := d.Rewrite(e, "undo.template")
	apptest.Must(t, err)
	e.Sections[1].Text = "what it means"
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	apptest.Must(t, d.Undo())
	got := apptest.Read(t, d, e.ID)
	if got.Template != journal.QuickNote || got.Text() != "what happened\n\nwhat it means" {
		t.Errorf("undone: %+v", got)
	}
}

// Whatever is done to a journal, taking it all back gives exactly what was.
func TestDesk_everythingComesBackAsItWas(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	var ids []journal.ID
	for range 4 {
		ids = append(ids, apptest.Write(t, d, "some words", "A title", "To share", journal.NoFlag).ID)
	}
	children := slices.DeleteFunc(d.Themes(), func(one journal.Theme) bool { return d.Themes().ParentOf(one.ID) == one.ID })[:4]
	rapid.Check(t, func(t *rapid.T) {
		states := []stand{standOf(t, d, ids)}
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			change(t, d, ids, children)
			if now := standOf(t, d, ids); !reflect.DeepEqual(now, states[len(states)-1]) {
				states = append(states, now)
			}
		}
		for at := len(states) - 1; at > 0; {
			must(t, d.Undo())
			now := standOf(t, d, ids)
			if reflect.DeepEqual(now, states[at-1]) {
				at--
			} else if !reflect.DeepEqual(now, states[at]) {
				t.Fatalf("undone to %+v, want %+v", now, states[at-1])
			}
		}
	})
}

// change does one thing that can be undone.
func change(t *rapid.T, d *app.Desk, ids []journal.ID, themes []journal.Theme) {
	some := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, 3, rapid.ID).Draw(t, "some")
	theme := func() journal.ThemeID { return rapid.SampledFrom(themes).Draw(t, "theme").ID }
	var err error
	switch rapid.IntRange(0, 6).Draw(t, "what") {
	case 0:
		_ = d.MergeTheme(theme(), theme()) // some can't be
	case 1:
		e, readErr := d.Entry(some[0])
		must(t, readErr)
		to := rapid.SampledFrom(journal.Templates).Draw(t, "template").ID
		e.Sections, e.Template = journal.Switch(e.Sections, journal.TemplateByID(to)), to
		_, err = d.Rewrite(e, "undo.template")
	case 2:
		_, err = d.TagEach(some, theme(), rapid.Bool().Draw(t, "on"))
	case 3:
		_, err = d.FlagEach(some, rapid.SampledFrom([]journal.Flag{journal.NoFlag, journal.Next, journal.Urgent}).Draw(t, "flag"))
	case 4:
		_, err = d.DeleteEach(some)
	case 5:
		err = d.Delete(some[0])
	default:
		err = d.Restore(some[0])
	}
	must(t, err)
}

func must(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// stand is what undo gives back.
type stand struct {
	Entries []journal.Entry
	Themes  journal.Themes
	Waiting []app.ID
}

func standOf(t *rapid.T, d *app.Desk, ids []journal.ID) (s stand) {
	for _, id := range ids {
		e, err := d.Entry(id)
		must(t, err)
		e.Revision, e.Updated = 0, e.Written
		if len(e.Themes) == 0 {
			e.Themes = nil
		}
		s.Entries = append(s.Entries, e)
	}
	for _, line := range d.Basket() {
		s.Waiting = append(s.Waiting, line.Entry.ID)
	}
	s.Themes = d.Themes()
	return s
}

func TestDesk_FlagEach_urgentStaysUrgent(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	urgent := apptest.Write(t, d, "some words", "One", "To share", journal.Urgent).ID
	calm := apptest.Write(t, d, "some words", "Two", "To share", journal.NoFlag).ID
	n, err := d.FlagEach([]journal.ID{urgent, calm}, journal.Next)
	apptest.Must(t, err)
	if n != 1 || apptest.Read(t, d, urgent).Flag != journal.Urgent || apptest.Read(t, d, calm).Flag != journal.Next {
		t.Errorf("%d changed: %v and %v", n, apptest.Read(t, d, urgent).Flag, apptest.Read(t, d, calm).Flag)
	}
	n, err = d.FlagEach([]journal.ID{urgent}, journal.NoFlag)
	if apptest.Must(t, err); n != 1 || apptest.Read(t, d, urgent).Flag != journal.NoFlag {
		t.Error("the flag can't be taken away")
	}
}
