package app_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
)

// Whatever was done to themes, taking it all back gives exactly what was, making it
// again gives exactly what had become, and no entry is ever rewritten.
func TestDesk_themes_undoGivesWhatWas(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Alone on the stairs.", "", "", journal.NoFlag)
	e.Themes = []journal.ThemeID{"justice-risk/court-work", "carers/respite"}
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	before, random := d.Themes(), rand.New(rand.NewPCG(7, 11))
	one := func() journal.ThemeID { return before[random.IntN(len(before))].ID }
	done := 0
	for range 60 {
		themes := d.Themes()
		_ = []func() error{
			func() error { return d.RenameTheme(one(), "Called "+string(one())) },
			func() error { return d.MoveTheme(one(), one().Parent()) },
			func() error { return d.MergeTheme(one(), one()) },
			func() error { return d.ArchiveTheme(one(), true) },
		}[random.IntN(4)]()
		if !reflect.DeepEqual(themes, d.Themes()) {
			done++
		}
	}
	after := d.Themes()
	for range done {
		apptest.Must(t, d.Undo())
	}
	if !reflect.DeepEqual(d.Themes(), before) || d.CanUndo() != "" || done < 20 {
		t.Fatalf("%d changes taken back leave other themes, or more to take back: %q", done, d.CanUndo())
	}
	for range done {
		apptest.Must(t, d.Redo())
	}
	if d = apptest.Reopened(t, d); !reflect.DeepEqual(d.Themes(), after) {
		t.Error("made again and opened again, the themes are others")
	}
	if got := apptest.Read(t, d, e.ID); !slices.Equal(got.Themes, e.Themes) || got.Revision != e.Revision {
		t.Errorf("the entry was rewritten: %v", got.Themes)
	}
}

// An entry with a theme that was merged or moved, as an older backup brings it, is
// found under what stands for it, by that name too, and counted there once.
func TestDesk_MergeTheme_entriesComeUnderTheOther(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	const old, into = journal.ThemeID("justice-risk/court-work"), journal.ThemeID("carers/respite")
	apptest.Must(t, d.MergeTheme(old, into))
	apptest.Must(t, d.MoveTheme(into, "team-organisation"))
	apptest.Must(t, d.RenameTheme(into, "Breathing space"))
	e := apptest.Write(t, d, "Long morning.", "", "", journal.NoFlag)
	e.Themes = []journal.ThemeID{old, into}
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	for theme, want := range map[journal.ThemeID]int{old: 1, into: 1, "team-organisation": 1, "carers": 0, "justice-risk": 0} {
		if got := len(d.List(app.Filter{Theme: theme})); got != want {
			t.Errorf("%d entries under %s, want %d", got, theme, want)
		}
		if got := d.ThemeCounts()[theme]; got != want && theme != old {
			t.Errorf("%d are counted under %s, want %d", got, theme, want)
		}
	}
	if found, err := d.Search(t.Context(), "breathing", app.Filter{}, 0); err != nil || len(found) != 1 {
		t.Errorf("%d found by the new name, %v", len(found), err)
	}
	apptest.Must(t, d.RenameTheme(into, "Respite"))
	if found, err := d.Search(t.Context(), "breathing", app.Filter{}, 0); err != nil || len(found) != 0 {
		t.Errorf("%d found by a name that is no more, %v", len(found), err)
	}
}
