package sharing_test

import (
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
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

func TestDesk_Copy_holds_what_the_audience_is_allowed(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	apptest.Hold(t, d, c, session)
	read := func(a supervision.Audience) string {
		return apptest.SavedText(t, d, app.CopyOf{Paper: app.RecordPaper{Session: session}, Audience: a}, Text)
	}
	for audience, want := range map[supervision.Audience][3]bool{
		supervision.ForLineSupervisor: {true, true, true},
		supervision.ForPeerGroup:      {false, false, false},
		supervision.ForMentor:         {true, false, true},
		supervision.ForPortfolio:      {false, false, true},
	} {
		all := read(audience)
		got := [3]bool{strings.Contains(all, "Ruth Adeyemi"), strings.Contains(all, "Joint visits"), strings.Contains(all, "Staying was reasonable")}
		if got != want {
			t.Errorf("%s reads names, decisions, outcomes: %v, want %v in\n%s", audience, got, want, all)
		}
	}
	p := d.Profile(supervision.ForPeerGroup)
	p.Fields = append(p.Fields, "decisions")
	apptest.Must(t, d.SetProfile(p))
	if !strings.Contains(read(supervision.ForPeerGroup), "Joint visits") {
		t.Error("what was allowed is not there")
	}
	again := apptest.Reopened(t, d)
	if !again.Profile(supervision.ForPeerGroup).Allows("decisions") {
		t.Error("the audience is as usual after opening again")
	}
	if err := again.SetProfile(app.Profile{Audience: "nobody", Style: "role"}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("unknown audience: %v", err)
	}
}

func TestDesk_SetProfile_can_be_undone(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	usual := d.Profile(supervision.ForMentor)
	changed := usual
	changed.Fields, changed.Strict = []app.Field{"plan"}, true
	apptest.Must(t, d.SetProfile(changed))
	apptest.Must(t, d.Undo())
	if got := d.Profile(supervision.ForMentor); !slices.Equal(got.Fields, usual.Fields) || got.Strict {
		t.Errorf("undone: %+v", got)
	}
	apptest.Must(t, d.Redo())
	if got := d.Profile(supervision.ForMentor); !got.Strict {
		t.Errorf("redone: %+v", got)
	}
}

func TestDesk_Copy_impact_only_where_switched_on(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private words.", "Speaking up", "How do I speak up?", journal.NoFlag)
	e.Impact = journal.Impact{Hit: journal.LevelOf(7), Feelings: []journal.Feeling{"powerless"}, Body: "A tight jaw."}
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	for _, paper := range []app.Paper{app.EntriesPaper{Entries: []journal.ID{e.ID}}, app.CasePaper{Entry: e.ID}} {
		of := app.CopyOf{Paper: paper, Audience: supervision.ForPeerGroup}
		off := wordsOf(draftOf(t, d, of)) + strings.Join(linesOf(draftOf(t, d, of)), "\n")
		on := of.Including(app.Inclusion{Impact: true})
		if !on.SameMatter(of) {
			t.Error("switching the impact on makes it another paper")
		}
		all := strings.Join(linesOf(draftOf(t, d, on)), "\n")
		for _, w := range []string{"7 of 10", "powerless", "tight jaw"} {
			if strings.Contains(off, w) || !strings.Contains(all, w) {
				t.Errorf("%T: %q is in a copy without impact, or not in one with it:\n%s", paper, w, all)
			}
		}
		if strings.Contains(all, "Private words") {
			t.Error("the impact takes the text along")
		}
	}
}

func TestDesk_Copy_case(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private words.", "Speaking up", "How do I speak up?", journal.Next)
	it, _ := d.ItemFor(e.ID)
	it.KeyQuestion = "What would help me say it sooner?"
	_, err := d.SaveItem(it)
	apptest.Must(t, err)
	all := strings.Join(linesOf(draftOf(t, d, app.CopyOf{Paper: app.CasePaper{Entry: e.ID}, Audience: supervision.ForPeerGroup})), "|")
	want := "Speaking up|How do I speak up?|The question I bring|What would help me say it sooner?|What I heard|Room for what the others say, and what I take with me"
	if all != want {
		t.Errorf("the case is\n%s, want\n%s", all, want)
	}
	bare := apptest.Write(t, d, "Only private.", "", "", journal.NoFlag)
	if _, err := d.Copy(app.CopyOf{Paper: app.CasePaper{Entry: bare.ID}}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("nothing to share: %v", err)
	}
}

func TestDesk_Copy_digest(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	apptest.Hold(t, d, c, session)
	from := d.Today().AddDays(-30)
	e, err := d.NewEntry()
	apptest.Must(t, err)
	e.Template, e.Sections = journal.Feedback, journal.Switch(nil, journal.TemplateByID(journal.Feedback))
	e.Share = journal.Share{Title: "After court", Words: "A colleague said I was clear."}
	e.Themes = []journal.ThemeID{"safety"}
	e.Impact.Hit = journal.LevelOf(8)
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	paper := app.DigestPaper{From: from, Until: d.Today().AddDays(1)}
	all := apptest.SavedText(t, d, app.CopyOf{Paper: paper, Audience: supervision.ForPortfolio}, Text)
	for _, w := range []string{"Digest of a period", "Themes", "Feedback", "A colleague said I was clear.", "Actions", "Book the car"} {
		if !strings.Contains(all, w) {
			t.Errorf("the digest lacks %q:\n%s", w, all)
		}
	}
	if strings.Contains(all, "Entries with a mark of impact") || strings.Contains(all, apptest.Marker) {
		t.Errorf("private things are in it:\n%s", all)
	}
	on := app.CopyOf{Paper: paper, Audience: supervision.ForPortfolio}.Including(app.Inclusion{Impact: true, Private: true})
	if all := strings.Join(linesOf(draftOf(t, d, on)), "\n"); !strings.Contains(all, "of these, hard: ") {
		t.Errorf("the impact is missing:\n%s", all)
	}
	checkBars(t, d, on, PDF, 1)
	checkBars(t, d, on, Text, 0)
	if _, err := d.Copy(app.CopyOf{Paper: app.DigestPaper{From: d.Today(), Until: from}}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a period that ends before it begins: %v", err)
	}
}

// checkBars looks for how hard it hit by theme, with a bar where the format draws.
func checkBars(t *testing.T, d *app.Desk, of app.CopyOf, format app.Format, want int) {
	t.Helper()
	c, err := d.Copy(of)
	apptest.Must(t, err)
	bars := 0
	for _, l := range c.Preview(format) {
		if l.Bar == 8 {
			bars++
		}
	}
	saved := apptest.SavedText(t, d, of, format)
	if bars != want || !strings.Contains(saved, "How hard it hit, by theme") || !strings.Contains(saved, "8.0") {
		t.Errorf("%v: %d bars, want %d, saved as\n%s", format, bars, want, saved)
	}
}

func TestDesk_RecordText(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.HeldSession(t, d, c)
	apptest.Hold(t, d, c, session)
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	text, err := d.RecordText(session, s.Account[0].Item.ID)
	apptest.Must(t, err)
	if all, err := d.RecordText(session); err != nil || !strings.Contains(all, s.Account[0].Item.Title) || strings.Contains(all, "Speaking up") {
		t.Errorf("of all that belongs there: %q, %v", all, err)
	}
	for _, w := range []string{"12 March 2026", "Joint visits until May.", "Nobody should be alone there.", "Ask Mr Hussain for a day", "27 March 2026", "the duty desk"} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is missing in\n%s", w, text)
		}
	}
	if line := d.SharedCopies()[0]; line.Kind != "record_text" || line.Format != "clipboard" {
		t.Errorf("register %+v", line)
	}
	if _, err := d.RecordText(session, 999); fault.KindOf(err) != fault.Invalid {
		t.Errorf("of nothing: %v", err)
	}
	if _, err := d.RecordText(999); fault.KindOf(err) != fault.NotFound {
		t.Errorf("of no session: %v", err)
	}
}

func TestDesk_CopyText_and_the_register(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "x", "Speaking up", "I met Will there. Aaliyah Hussain stayed.", journal.NoFlag)
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForTherapist}
	made := draftOf(t, d, of)
	if n := d.News(made); !n.Since.IsZero() {
		t.Errorf("there was a copy before: %+v", n)
	}
	for _, f := range made.Review.Findings() {
		if made.Review.Parts()[f.Part].Text[f.Start:f.End] == "Will" {
			apptest.Must(t, made.Review.Decide(f.ID, app.Decision{Action: app.Keep, Reason: "the month of it"}))
		}
	}
	made.MaskAll()
	text, line, err := d.CopyText(made)
	apptest.Must(t, err)
	if strings.Contains(text, "Hussain") || !strings.Contains(text, "I met Will") || line.Format != "clipboard" {
		t.Errorf("%q, %+v", text, line)
	}
	if len(line.Left) != 1 || line.Left[0].Words != "Will" || line.Left[0].Reason != "the month of it" {
		t.Errorf("kept: %+v", line.Left)
	}
	c.Set(c.Now().Add(time.Hour))
	e.Share.Words += "\n\nOne more thing."
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	next := draftOf(t, d, of)
	for _, f := range next.Review.Findings() {
		if next.Review.Parts()[f.Part].Text[f.Start:f.End] == "Will" {
			apptest.Must(t, next.Review.Decide(f.ID, app.Decision{Action: app.Keep, Reason: "the month of it"}))
		}
	}
	next.MaskAll()
	if n := d.News(next); n.New != 1 || n.All != 2 || n.Since.IsZero() {
		t.Errorf("news %+v, want 1 of 2", n)
	}
}

func TestDesk_FindShared_and_withdraw(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "x", "Speaking up", "How do I speak up?", journal.NoFlag)
	made := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor})
	made.MaskAll()
	path := filepath.Join(t.TempDir(), "copy.pdf")
	line, err := d.SaveCopy(made, PDF, path, false)
	apptest.Must(t, err)
	found, known, err := d.FindShared(path)
	if err != nil || !known || found.ID != line.ID {
		t.Fatalf("found %+v, %v, %v", found, known, err)
	}
	apptest.Must(t, d.WithdrawShared(line.ID, true))
	if got := d.SharedCopies()[0].Withdrawn; got != d.Today() {
		t.Errorf("withdrawn on %q", got)
	}
	apptest.Must(t, d.Undo())
	if got := d.SharedCopies()[0].Withdrawn; got != "" {
		t.Errorf("undone, and withdrawn on %q", got)
	}
	apptest.Must(t, os.WriteFile(path, []byte("other"), 0o600))
	if _, known, err := d.FindShared(path); known || err != nil {
		t.Errorf("a changed file is known: %v %v", known, err)
	}
	if err := d.WithdrawShared(999, true); fault.KindOf(err) != fault.NotFound {
		t.Errorf("of no copy: %v", err)
	}
}

// What the writer headed a section is reviewed like what stands below: a name in it
// doesn't leave.
func TestCopy_ownHeadings_are_masked(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	made, err := d.KeepTemplate(journal.OwnTemplate{Name: "Visits", Sections: []journal.OwnSection{{Name: "What Tamsin Quayle said"}, {Name: "Next"}}})
	apptest.Must(t, err)
	_, err = d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Tamsin Quayle"}, Role: "parent"}})
	apptest.Must(t, err)
	e, err := d.NewEntry()
	apptest.Must(t, err)
	e.Template, e.Sections = made.ID, journal.Switch(nil, d.Template(made.ID))
	e.Sections[0].Text = "Nothing new."
	e, err = d.Save(e, "")
	apptest.Must(t, err)
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true}, Audience: supervision.ForTherapist}
	text := apptest.SavedText(t, d, of, Text)
	if strings.Contains(text, "Quayle") || !strings.Contains(text, "Nothing new.") || !strings.Contains(text, "What ") {
		t.Errorf("leaves as %q", text)
	}
}

// A sheet of hours says what each kind comes to, and all of them together.
func TestCopy_hours_total(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	monday := app.WeekOf(d.Today())
	apptest.Must(t, d.LogWeek(app.WeekEntry{Monday: monday, Minutes: map[app.HoursKind]int{"client": 570, "individual": 60}}))
	of := app.CopyOf{Paper: app.HoursPaper{From: monday, Until: d.Today()}, Audience: supervision.ForExternalSupervisor}
	if text := apptest.SavedText(t, d, of, Text); !strings.Contains(text, "All hours") || !strings.Contains(text, "10:30") {
		t.Errorf("the sheet says %q", text)
	}
}
