package sharing_test

import (
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// linesOf gives the headings and the running text of a copy, as others will read
// them.
func linesOf(c *app.Copy) (all []string) {
	for _, l := range c.Preview(PDF) {
		if l.Kind == app.HeadingLine || l.Kind == app.TextLine {
			all = append(all, readLine(l))
		}
	}
	return all
}

func draftOf(t *testing.T, d *app.Desk, of app.CopyOf) *app.Copy {
	t.Helper()
	return apptest.Got(d.Copy(of))(t)
}

func TestDesk_Copy_of_entries_brought_together(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	one := apptest.Write(t, d, "One.", "", "", journal.NoFlag)
	two := apptest.Write(t, d, "Two.", "", "", journal.NoFlag)
	alone := apptest.Write(t, d, "Three.", "Speaking up", "How do I speak up?", journal.NoFlag)
	_, err := d.Bring(app.Bringing{Entries: []journal.ID{one.ID, two.ID}, Words: "What tired days do to my judgement"})
	apptest.Must(t, err)
	made := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{one.ID, two.ID, alone.ID}}})
	want := "1. What tired days do to my judgement|2. Speaking up|How do I speak up?"
	if got := strings.Join(linesOf(made), "|"); got != want || made.Stand != 3 {
		t.Errorf("others read %q with %d entries, want %q with 3", got, made.Stand, want)
	}
}

func TestDesk_Copy_of_an_untitled_entry_has_a_heading(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	bare := apptest.Write(t, d, "It stayed with me.", "", "", journal.NoFlag)
	made := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{bare.ID}, Private: true}})
	if got := linesOf(made)[0]; got != "1. Without a title" {
		t.Errorf("the heading is %q", got)
	}
}

func TestDesk_Copy_says_brought_words_once(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for words, want := range map[string]string{
		"How do I speak up?": "1. How do I speak up?",
		"How do I speak up when I am the newest? The others have known each other for years.": "1. How do I speak up when I am the newest?|The others have known each other for years.",
		"I stayed on while Mr. Hale stood in the doorway and it went on and on for an hour":   "1. Without a title|I stayed on while Mr. Hale stood in the doorway and it went on and on for an hour",
	} {
		e := apptest.Write(t, d, "x", "", "", journal.NoFlag)
		item, err := d.Bring(app.Bringing{Entries: []journal.ID{e.ID}, Words: words})
		apptest.Must(t, err)
		made := draftOf(t, d, app.CopyOf{Paper: app.AgendaPaper{}})
		for _, f := range made.Review.Findings() {
			apptest.Must(t, made.Review.Decide(f.ID, app.Decision{Action: app.Keep, Reason: "test"}))
		}
		if got := strings.Join(linesOf(made), "|"); got != want {
			t.Errorf("%q: others read %q, want %q", words, got, want)
		}
		apptest.Must(t, d.WithdrawItem(item.ID))
	}
}

// What the writer marked graphic is not carried to peers; a supervisor reads it.
func TestDesk_Copy_sparesPeersWhatIsGraphic(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.WriteGraphic(t, d, "It was a long night. The floor was wet with it. Then the ward went quiet.", "The floor was wet with it.")
	read := func(audience supervision.Audience, paper app.Paper) string {
		return strings.Join(linesOf(draftOf(t, d, app.CopyOf{Paper: paper, Audience: audience})), "|")
	}
	for name, paper := range map[string]app.Paper{
		"entries": app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true}, "case": app.CasePaper{Entry: e.ID, Private: true},
	} {
		if got := read("peer_group", paper); strings.Contains(got, "wet with it") || !strings.Contains(got, "night. … Then") || !strings.Contains(got, "marked graphic") {
			t.Errorf("%s: peers read %q", name, got)
		}
		if got := read("external_supervisor", paper); !strings.Contains(got, "wet with it") || strings.Contains(got, "marked graphic") {
			t.Errorf("%s: a supervisor reads %q", name, got)
		}
	}
}
