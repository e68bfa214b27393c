package app_test

import (
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
	"aftershift/internal/supervision"
)

func sampleDesk(t *testing.T) (*app.Desk, *apptest.Clock) {
	t.Helper()
	a, c := apptest.NewApp(t)
	d, err := a.OpenSample(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, c
}

func TestApp_OpenSample_is_whole(t *testing.T) {
	d, c := sampleDesk(t)
	themes := d.Themes()
	list := d.List(app.Filter{})
	if len(list) != 40 {
		t.Errorf("%d entries, want 40", len(list))
	}
	if months := list[39].Date.DaysUntil(list[0].Date); months < 170 || months > 190 {
		t.Errorf("it covers %d days, want half a year", months)
	}
	for _, o := range list {
		e, err := d.Entry(o.ID)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Validate(); err != nil {
			t.Errorf("%q: %v", e.Title, err)
		}
		if n := len(strings.Fields(e.Text())); n < 40 || n > 140 {
			t.Errorf("%q has %d words", e.Title, n)
		}
		if e.Written.After(c.Now()) || c.Now().Sub(e.Written) > 190*24*time.Hour {
			t.Errorf("%q was written at %v", e.Title, e.Written)
		}
		if _, given := e.Impact.Hit.Value(); !given {
			t.Errorf("%q says nothing of its impact", e.Title)
		}
		for _, id := range e.Themes {
			if !known(themes, id) {
				t.Errorf("%q has the unknown theme %q", e.Title, id)
			}
		}
	}
}

func known(themes journal.Themes, id journal.ThemeID) bool {
	for _, t := range themes {
		if t.ID == id {
			return true
		}
	}
	return false
}

func TestApp_OpenSample_has_something_on_every_page(t *testing.T) {
	d, c := sampleDesk(t)
	next, ok := d.NextAgenda()
	if !ok || next.With.Name != "Ruth Adeyemi" || next.Session.Start.Format("15:04") != "10:00" {
		t.Fatalf("next session %+v", next.Session)
	}
	if days := journal.DateOf(c.Now()).DaysUntil(journal.DateOf(next.Session.Start)); days != 4 {
		t.Errorf("next session in %d days, want 4", days)
	}
	if len(next.Items) < 2 || next.Items[1].Urgency != supervision.Urgent {
		t.Errorf("agenda %v, want the urgent one after the standing one", next.Items)
	}
	var ready, wordless, carried int
	for _, w := range d.Basket() {
		switch {
		case w.NeedsWords():
			wordless++
		case w.Item.Carried > 0:
			carried++
		default:
			ready++
		}
	}
	if ready < 3 || wordless != 1 || carried != 1 {
		t.Errorf("basket: %d ready, %d without words, %d carried over", ready, wordless, carried)
	}
	all := d.Deeds()
	actions := slices.Concat(all.Overdue, all.ThisWeek, all.Waiting, all.Later, all.Done, all.Dropped)
	if len(actions) != 2 || actions[0].Due == "" {
		t.Errorf("actions %+v", actions)
	}
	if len(d.People()) < 4 || d.Settings().Contact == "" || d.CanUndo() != "" {
		t.Errorf("people %d, contact %q, undo %q", len(d.People()), d.Settings().Contact, d.CanUndo())
	}
	if len(d.List(app.Filter{ToRecord: true})) != 1 {
		t.Error("want one entry that isn't in the case record yet")
	}
}

func TestApp_OpenSample_has_met_three_supports(t *testing.T) {
	d, _ := sampleDesk(t)
	met, helped := map[journal.ID]int{}, 0
	for _, s := range d.Sessions() {
		if s.State != supervision.Closed {
			continue
		}
		met[s.With]++
		if s.Held != s.Minutes || s.Held == 0 {
			t.Errorf("past session %+v", s)
		}
		if s.WhatHelped != "" {
			helped++
		}
	}
	if len(met) != 3 || len(d.Network()) != 4 || helped < 5 {
		t.Errorf("met %v of %d, what helped is said %d times", met, len(d.Network()), helped)
	}
	for _, s := range d.Network() {
		if met[s.ID] < 2 && s.Kind != supervision.Mentor {
			t.Errorf("%s was met %d times", s.Name, met[s.ID])
		}
	}
}

// The sample has an agreement that is in force and looked at, and a mentor with goals.
func TestApp_OpenSample_has_agreed_and_aims(t *testing.T) {
	d, _ := sampleDesk(t)
	goals, agreed := 0, 0
	for _, s := range d.Network() {
		is, err := d.Between(s.ID)
		if err != nil {
			t.Fatal(err)
		}
		if is.Agreement.ID != 0 && is.Agreement.Signed != "" && len(is.Agreement.Looked) == 1 {
			agreed++
		}
		if goals += len(is.Goals); s.Kind == supervision.Mentor && is.Last == "" {
			t.Error("the mentor was never met")
		}
	}
	if m := d.NetworkMap(); agreed != 1 || goals != 3 || len(d.Practices()) != 1 || m.ThinRows() == 0 || m.Alone != 0 {
		t.Errorf("%d agreements, %d goals, %+v", agreed, goals, m)
	}
}

func TestApp_OpenSample_masks_its_people(t *testing.T) {
	d, _ := sampleDesk(t)
	var ids []journal.ID
	for _, o := range d.List(app.Filter{}) {
		ids = append(ids, o.ID)
	}
	c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: ids, Private: true}, Audience: supervision.ForPeerGroup})
	if err != nil {
		t.Fatal(err)
	}
	c.Review.MaskAll()
	texts, err := c.Review.Approve()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		for _, name := range []string{"Leanne", "Mottram", "Kayden", "Shazia", "Rafiq", "Gwen", "Parry", "Tadeusz", "Wilk", "Denise", "Imran", "Corran Street", "01632"} {
			if strings.Contains(text.String(), name) {
				t.Errorf("%q is left in %q", name, text)
			}
		}
	}
}

func TestApp_OpenSample_leaves_no_file(t *testing.T) {
	a, _ := apptest.NewApp(t)
	d, err := a.OpenSample(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !d.IsSample() {
		t.Error("it doesn't say that it is the sample")
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(filepath.Join(a.Config().DataFolder, "sample.aftershift")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the sample's file: %v", err)
	}
	if _, err := a.Unlock(context.Background(), apptest.Passphrase); !errors.Is(err, fault.NotFound) {
		t.Errorf("a journal of one's own: %v", err)
	}
}

// The fictional journal holds a group that met, with whose turn it is next.
func TestApp_OpenSample_has_a_group(t *testing.T) {
	d, _ := sampleDesk(t)
	all := d.Groups()
	if len(all) != 1 || all[0].Relationship.Name != "Thursday group" || len(all[0].Here()) != 4 || all[0].Met != 1 || len(all[0].Notes) != 1 {
		t.Fatalf("%+v", all)
	}
	if who := all[0].Member(all[0].Turns[0].Presents); who.Name != "Oonagh Tully" {
		t.Errorf("%s presents next", who.Name)
	}
}

// The fictional journal shows what a year of learning looks like, and names no file that
// isn't there.
func TestApp_OpenSample_has_learning(t *testing.T) {
	a, _ := apptest.NewApp(t)
	d, err := a.OpenSample(context.Background())
	apptest.Must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	year, log := d.Year(), d.HoursLog()
	if len(year.Pieces)+year.Earlier != 2 || year.Pack.ID != "england" || len(log.Weeks) != 4 {
		t.Errorf("%d pieces, %d earlier, %d weeks", len(year.Pieces), year.Earlier, len(log.Weeks))
	}
	for _, w := range log.Weeks {
		if w.Minutes["client"] == 0 || len(w.With) != 1 {
			t.Errorf("%+v", w)
		}
	}
	for _, line := range append(d.SaySheet(d.WhatIsKept()), d.SaySheet(d.IfUnable())...) {
		if strings.Contains(line, ".aftershift") || strings.Contains(line, a.BackupFolder()) {
			t.Errorf("names a file: %s", line)
		}
	}
}
