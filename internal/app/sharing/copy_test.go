package sharing_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/app/sharing"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// wordsOf gives everything that others would read of a copy.
func wordsOf(c *app.Copy) string {
	var b strings.Builder
	for i := range c.Review.Parts() {
		for _, s := range c.Review.Preview(i) {
			b.WriteString(s.Shown)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// readLine gives a line of a copy as others will read it.
func readLine(l app.Line) (all string) {
	for i, cell := range l.Cells {
		if i > 0 {
			all += " "
		}
		for _, p := range cell {
			all += p.Shown
		}
	}
	return all
}

func TestDesk_Copy_fields(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	ready := apptest.Write(t, d, "Private words.", "Speaking up", "How do I speak up?", journal.NoFlag)
	bare := apptest.Write(t, d, "Only private words.", "", "", journal.NoFlag)
	for name, c := range map[string]struct {
		of    app.CopyOf
		kinds []sharing.LineKind
		has   string
		not   string
	}{
		"shared words only": {app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{ready.ID, bare.ID}}}, []sharing.LineKind{app.TitleLine, app.HeadingLine, app.TextLine, app.FooterLine}, "How do I speak up?", "rivate words"},
		"with private sections": {
			app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{ready.ID}, Private: true}},
			[]sharing.LineKind{app.TitleLine, app.HeadingLine, app.TextLine, app.HeadingLine, app.TextLine, app.FooterLine},
			"Private words.", "Only private",
		},
	} {
		t.Run(name, func(t *testing.T) {
			made, err := d.Copy(c.of)
			if err != nil {
				t.Fatal(err)
			}
			var kinds []sharing.LineKind
			for _, l := range made.Preview(PDF) {
				kinds = append(kinds, l.Kind)
			}
			words := wordsOf(made)
			if !slices.Equal(kinds, c.kinds) || !strings.Contains(words, c.has) || strings.Contains(words, c.not) {
				t.Errorf("lines %v of %q, want %v with %q and without %q", kinds, words, c.kinds, c.has, c.not)
			}
		})
	}
}

func TestDesk_Copy_refuses(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	bare := apptest.Write(t, d, "Only private words.", "", "", journal.NoFlag)
	for name, c := range map[string]struct {
		of   app.CopyOf
		kind fault.Kind
	}{
		"nothing asked for":      {app.CopyOf{}, fault.Invalid},
		"an entry without words": {app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{bare.ID}}}, fault.Invalid},
		"an unknown entry":       {app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{999}}}, fault.NotFound},
		"an unknown session":     {app.CopyOf{Paper: app.AgendaPaper{Session: 999}}, fault.NotFound},
	} {
		if _, err := d.Copy(c.of); !errors.Is(err, c.kind) {
			t.Errorf("%s: %v, want %v", name, err, c.kind)
		}
	}
}

func TestDesk_Copy_agenda(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Write(t, d, "x", "A visit that frightened me", "I met Ruth Adeyemi at the door.", journal.Next)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.AddToAgenda(session, d.Basket()[0].Item.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.AddStanding(session, supervision.StandingArriving); err != nil {
		t.Fatal(err)
	}
	made, err := d.Copy(app.CopyOf{Paper: app.AgendaPaper{Session: session}})
	if err != nil {
		t.Fatal(err)
	}
	made.Review.MaskAll()
	if words := wordsOf(made); strings.Contains(words, "Adeyemi") || !strings.Contains(words, "frightened") {
		t.Errorf("the supervisor is in the register, yet others read %q", words)
	}
	lines := made.Preview(PDF)
	standing := slices.IndexFunc(lines, func(l app.Line) bool { return l.Kind == app.HeadingLine && l.Own() })
	if standing < 0 || readLine(lines[standing]) != "2. "+apptest.AppOf(d).Words().T("standing.arriving") {
		t.Errorf("standing item %d of %+v", standing, lines)
	}
}

// What is for one audience stands in no copy for another, nor does what was
// taken on about it.
func TestDesk_Copy_leaves_out_what_is_for_another_audience(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	ids := map[supervision.Audience]app.ID{}
	session := apptest.Planned(t, d)
	for _, a := range []supervision.Audience{"", supervision.ForMentor} {
		id, err := d.AddNewItem(session, app.Item{Title: "Title " + string(a), Words: "Words " + string(a), Audience: a})
		apptest.Must(t, err)
		_, err = d.SaveAction(app.Action{Text: "Action " + string(a), Owner: supervision.Me, Item: id})
		apptest.Must(t, err)
		ids[a] = id
	}
	check := func(of app.CopyOf, audience supervision.Audience, all bool) {
		t.Helper()
		of.Audience = audience
		made, err := d.Copy(of)
		apptest.Must(t, err)
		words := wordsOf(made)
		if strings.Contains(words, string(supervision.ForMentor)) != all || !strings.Contains(words, "Title") {
			t.Errorf("%+v for %s reads %q", of, audience, words)
		}
	}
	both := func(of app.CopyOf) {
		t.Helper()
		check(of, supervision.ForLineSupervisor, false)
		check(of, supervision.ForMentor, true)
	}
	both(app.CopyOf{Paper: app.AgendaPaper{Session: session}})
	both(app.CopyOf{Paper: app.RunSheet{Session: session}})
	apptest.Must(t, d.StartSession(session, c.Now()))
	for _, id := range ids {
		apptest.Must(t, d.Discuss(id, app.Outcome{Kind: supervision.Advice, Text: "Came"}))
	}
	apptest.Must(t, d.EndSession(session, 50, nil))
	both(app.CopyOf{Paper: app.RecordPaper{Session: session}})
	for _, a := range []supervision.Audience{"", supervision.ForMentor} {
		_, err := d.SaveItem(app.Item{Title: "Title " + string(a), Words: "Words", Audience: a})
		apptest.Must(t, err)
	}
	both(app.CopyOf{Paper: app.AgendaPaper{}})
}

func TestDesk_Copy_style(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "x", "A visit", apptest.Planted, journal.NoFlag)
	seen := map[string]app.Style{}
	for _, s := range app.Styles {
		made, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Style: s})
		if err != nil {
			t.Fatal(err)
		}
		made.Review.MaskAll()
		words := wordsOf(made)
		for _, w := range apptest.Telling {
			if strings.Contains(words, w) {
				t.Errorf("style %q leaves %q in %q", s, w, words)
			}
		}
		if other, twice := seen[words]; twice {
			t.Errorf("styles %q and %q read the same", s, other)
		}
		seen[words] = s
	}
}

func TestDesk_LearnPerson(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "x", "A visit", "I stayed with Aaliyah until her aunt came.", journal.NoFlag)
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}}
	made, err := d.Copy(of)
	if err != nil {
		t.Fatal(err)
	}
	id := findingOf(t, made, "Aaliyah")
	if err := d.LearnPerson(made, 999, "parent"); !errors.Is(err, fault.NotFound) {
		t.Errorf("unknown finding: %v", err)
	}
	if err := made.Review.Decide(id, app.Decision{Replacement: "A.H."}); err != nil {
		t.Fatal(err)
	}
	if err := d.LearnPerson(made, id, "parent"); err != nil {
		t.Fatal(err)
	}
	people := d.People()
	if len(people) != 1 || people[0].Forms[0] != "Aaliyah" || people[0].Role != "parent" || people[0].Code != "A.H." {
		t.Fatalf("register %+v", people)
	}
	again, err := d.Copy(of)
	if err != nil {
		t.Fatal(err)
	}
	if words := wordsOf(again); !strings.Contains(words, "A.H.") {
		t.Errorf("after learning, others read %q", words)
	}
}

func findingOf(t *testing.T, c *app.Copy, words string) int {
	t.Helper()
	for _, f := range c.Review.Findings() {
		if strings.Contains(c.Review.Parts()[f.Part].Text[f.Start:f.End], words) {
			return f.ID
		}
	}
	t.Fatalf("%q was not found in %q", words, wordsOf(c))
	return -1
}

func TestDesk_StartFromWords(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if _, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Wren"}, Role: "child"}}); err != nil {
		t.Fatal(err)
	}
	words, err := d.StartFromWords("  " + apptest.Planted + " Wren was upstairs.  ")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range append([]string{"Wren"}, apptest.Telling...) {
		if strings.Contains(words, w) {
			t.Errorf("%q is still in %q", w, words)
		}
	}
	if words != strings.TrimSpace(words) || !strings.Contains(words, "Was I right to stay?") {
		t.Errorf("proposal %q", words)
	}
}

func TestSharingFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if got := input.Documents(); got != home {
		t.Errorf("without documents: %q, want %q", got, home)
	}
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := input.Documents(); got != documents {
		t.Errorf("with documents: %q, want %q", got, documents)
	}
}

// What switching the template left behind leaves with a heading of its own.
func TestDesk_Copy_of_what_switching_left_behind(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "The note.", "A title", "Words to share.", journal.Next)
	for _, sections := range [][]journal.Section{
		{{Key: "what", Text: "What it was."}, {Key: "note", Text: "The note."}},
		{{Key: "what", Text: "What it was."}, {Key: "of_tomorrow", Text: "Of a newer version."}},
	} {
		e.Template, e.Sections = journal.WhatNow, sections
		saved, err := d.Save(e, "")
		apptest.Must(t, err)
		e = saved
		for _, f := range []app.Format{PDF, Text} {
			all := apptest.SavedText(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true}, Audience: supervision.ForMentor}, f)
			if !strings.Contains(all, "Also written") || !strings.Contains(all, "What happened?") || strings.Contains(all, "template.") {
				t.Errorf("%s: %q", f.Name, all)
			}
		}
	}
}
