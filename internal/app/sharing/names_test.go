package sharing_test

import (
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/sharing"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

func TestDesk_ShownAs_is_what_a_copy_says(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	who, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Leanne Mottram", "Lee"}, Role: "parent"}})
	apptest.Must(t, err)
	_, err = d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Aaliyah Hussain"}, Role: "parent"}})
	apptest.Must(t, err)
	e := apptest.Write(t, d, "Private.", "A visit", "I met Leanne Mottram at the door.", journal.Next)
	shown, err := d.ShownAs(who.ID)
	apptest.Must(t, err)
	if len(shown) != len(sharing.Styles) || shown[0] != "Parent A" {
		t.Fatalf("shown as %q", shown)
	}
	for i, style := range sharing.Styles {
		c := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor, Style: style})
		c.MaskAll()
		var all strings.Builder
		for _, line := range c.Preview(formats.Text) {
			for _, piece := range slices.Concat(line.Cells...) {
				all.WriteString(piece.Shown + " ")
			}
		}
		if !strings.Contains(strings.ToLower(all.String()), strings.ToLower(shown[i])) {
			t.Errorf("%s: the copy says %q and lacks %q", style, all.String(), shown[i])
		}
	}
	if none, err := d.ShownAs(77); err != nil || none != nil {
		t.Errorf("of nobody %q, %v", none, err)
	}
}

// namesIn reads the whole journal for names.
func namesIn(t *testing.T, d *app.Desk) (*app.NameSearch, []app.Met) {
	t.Helper()
	n := d.LookForNames()
	for more := true; more; {
		var err error
		more, err = n.More()
		apptest.Must(t, err)
	}
	return n, n.Found()
}

func TestDesk_LookForNames(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if n, found := namesIn(t, d); len(found) != 0 || n.Read() != 0 {
		t.Fatalf("an empty journal names %v", found)
	}
	apptest.Write(t, d, "I met Agnieszka Zielinska at home. Agnieszka said no. Kayleigh rang.", "", "", journal.NoFlag)
	apptest.Write(t, d, "I met Agnieszka again. I rang Leanne Mottram.", "", "", journal.NoFlag)
	apptest.Write(t, d, "The supervisor was late and the rain was cold.", "", "", journal.NoFlag)
	_, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Leanne Mottram"}}})
	apptest.Must(t, err)
	n, found := namesIn(t, d)
	if n.Read() != 3 || len(found) != 2 {
		t.Fatalf("read %d, found %+v", n.Read(), found)
	}
	if first := found[0]; !slices.Equal(first.Forms, []string{"Agnieszka Zielinska", "Agnieszka"}) || first.Entries != 2 {
		t.Errorf("first %+v", first)
	}
	if second := found[1]; !slices.Equal(second.Forms, []string{"Kayleigh"}) || second.Entries != 1 {
		t.Errorf("second %+v", second)
	}
}

// A long journal is read in parts, and not to its end.
func TestDesk_LookForNames_reads_a_part_at_a_time(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	text := "I met Agnieszka Zielinska at home. " + strings.Repeat("We talked for long about the week. ", 900)
	for range 3 {
		apptest.Write(t, d, text, "", "", journal.NoFlag)
	}
	n := d.LookForNames()
	for want := 1; want <= 3; want++ {
		more, err := n.More()
		apptest.Must(t, err)
		if n.Read() != want || more != (want < 3) {
			t.Fatalf("read %d of 3, more: %v", n.Read(), more)
		}
	}
}

func TestDesk_Copy_keeps_what_always_stays(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "A visit", "I met Agnieszka Zielinska. Kayleigh rang.", journal.Next)
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor}
	stands := func() string {
		c := draftOf(t, d, of)
		c.MaskAll()
		texts, err := c.Review.Approve()
		apptest.Must(t, err)
		var all []string
		for _, text := range texts {
			all = append(all, text.String())
		}
		return strings.Join(all, "\n")
	}
	if strings.Contains(stands(), "Kayleigh") {
		t.Fatal("the name stands before there is a rule")
	}
	if err := d.KeepAlways("Kayleigh", " "); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a reason: %v", err)
	}
	apptest.Must(t, d.KeepAlways(" KAYLEIGH ", "It is the office cat"))
	d = apptest.Reopened(t, d)
	if all := stands(); !strings.Contains(all, "Kayleigh") || strings.Contains(all, "Zielinska") {
		t.Errorf("with the rule: %q", all)
	}
	c := draftOf(t, d, of)
	c.MaskAll()
	c.Reset()
	kept := 0
	for _, f := range c.Review.Findings() {
		if c.Review.State(f.ID) == app.StateKept {
			decided, _ := c.Review.Decision(f.ID)
			if decided.Reason != "It is the office cat" {
				t.Errorf("kept because %q", decided.Reason)
			}
			kept++
		}
	}
	if kept != 1 {
		t.Errorf("%d findings are kept, want 1", kept)
	}
	who, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{"Kayleigh"}}})
	apptest.Must(t, err)
	if strings.Contains(stands(), "Kayleigh") {
		t.Error("somebody in the register stays")
	}
	apptest.Must(t, d.RemovePerson(who.ID))
	apptest.Must(t, d.AskAgain("kayleigh"))
	if strings.Contains(stands(), "Kayleigh") {
		t.Error("the name stands after the rule was taken back")
	}
	apptest.Must(t, d.Undo())
	if !strings.Contains(stands(), "Kayleigh") {
		t.Error("undo doesn't bring the rule back")
	}
	if err := d.AskAgain("nobody"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("of no rule: %v", err)
	}
}

func TestDesk_Reader_is_remembered_by_paper_and_person(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	ruth, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	group, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: "Tuesday group", Kind: supervision.PeerGroup})
	apptest.Must(t, err)
	usual := supervision.ForLineSupervisor
	apptest.Must(t, d.TakeReader(app.AgendaPaper{Session: group}, usual, supervision.ForPeerGroup))
	apptest.Must(t, d.TakeReader(app.EntriesPaper{Entries: []journal.ID{5}}, usual, supervision.ForMentor))
	d = apptest.Reopened(t, d)
	for name, got := range map[string]struct{ got, want supervision.Audience }{
		"the group's agenda":   {d.Reader(app.AgendaPaper{Session: group}, usual), supervision.ForPeerGroup},
		"another's agenda":     {d.Reader(app.AgendaPaper{Session: ruth}, usual), usual},
		"the group's record":   {d.Reader(app.RecordPaper{Session: group}, usual), usual},
		"other entries":        {d.Reader(app.EntriesPaper{Entries: []journal.ID{9}}, usual), supervision.ForMentor},
		"usual changed since":  {d.Reader(app.AgendaPaper{Session: group}, supervision.ForPortfolio), supervision.ForPortfolio},
		"a session of nowhere": {d.Reader(app.AgendaPaper{Session: 99}, usual), usual},
	} {
		if got.got != got.want {
			t.Errorf("%s: %s, want %s", name, got.got, got.want)
		}
	}
}

func TestDesk_footer_of_an_audience(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "A visit", "It was late.", journal.Next)
	p := d.Profile(supervision.ForMentor)
	p.Footer = " Written for   Kayleigh Mottram. Please destroy it after reading. "
	apptest.Must(t, d.SetProfile(p))
	of := app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor}
	for _, f := range app.Formats() {
		got := strings.Join(strings.Fields(apptest.SavedText(t, d, of, f)), " ")
		if !strings.Contains(got, "Please destroy it after reading.") || strings.Contains(got, "Mottram") || strings.Contains(got, "Not a case record") {
			t.Errorf("%s: %q", f.Name, got)
		}
	}
	of.Audience = supervision.ForPeerGroup
	if got := apptest.SavedText(t, d, of, formats.Text); !strings.Contains(got, "Not a case record") {
		t.Errorf("for another audience: %q", got)
	}
	p.Footer = strings.Repeat("x", 300)
	if err := d.SetProfile(p); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a long footer: %v", err)
	}
}
