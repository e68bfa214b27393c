package people

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// heard gives what the card says, line by line.
func (p *Page) heard() string {
	var lines []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, each := range o.Objects {
				walk(each)
			}
		case interface{ Text() string }:
			lines = append(lines, o.Text())
		}
	}
	walk(p.supportCard.about)
	return strings.Join(lines, "\n")
}

func TestPage_support_form_adds_changes_puts_away(t *testing.T) {
	p, f, d := newPage(t)
	form := p.askSupport(supervision.Relationship{})
	form.submit()
	if !form.wrong.Visible() {
		t.Error("took somebody without a name")
	}
	form.name.SetText(" Ruth  Adeyemi ")
	form.days.SetText("often")
	uitest.Refuses(t, form.submit, form.wrong, "Write the days")
	form.days.SetText("28")
	form.minutes.SetText("6000")
	uitest.Refuses(t, form.submit, form.wrong, "Write the minutes")
	form.minutes.SetText("60")
	if form.mentor.Visible() {
		t.Error("asks a supervisor what kind of mentoring it is")
	}
	form.choose(supervision.Mentor)
	form.chooseWay(supervision.VirtualMentoring)
	form.chooseWay(supervision.ReverseMentoring)
	form.texts[&form.of.Offer].SetText("An outside eye")
	form.texts[&form.of.Topics].SetText("How the new system works\nWriting to be read")
	form.standing[supervision.StandingLeave].SetChecked(true)
	form.submit()
	f.Settle(d, p.presenter.busy)
	all := d.Network()
	if len(all) != 1 || len(f.Failures) > 0 {
		t.Fatalf("network %+v, failures %v", all, f.Failures)
	}
	got := all[0]
	if row, _ := p.rows.Selected(); row != got.ID.String() || f.Window().Canvas().Focused() != p.rows {
		t.Errorf("the keyboard isn't with whoever was added, but with %T", f.Window().Canvas().Focused())
	}
	if got.Name != "Ruth Adeyemi" || got.Kind != supervision.Mentor || got.CadenceDays != 28 || got.UsualMinutes != 60 ||
		got.Offer != "An outside eye" || !slices.Equal(app.Ways(got.Relationship), []supervision.Mentoring{supervision.VirtualMentoring, supervision.ReverseMentoring}) || !strings.HasPrefix(got.Topics, "How the new") || !slices.Equal(got.Standing, []supervision.StandingKind{supervision.StandingLeave}) {
		t.Fatalf("saved %+v", got.Relationship)
	}
	heard := p.heard()
	for _, want := range []string{"Mentor", "An outside eye", "Reverse: the newer one teaches the other", "Writing to be read", "Every 28 days, 60 minutes", "No session held yet", "No session is planned", "My mentor", "Leave and commitments"} {
		if !strings.Contains(heard, want) {
			t.Errorf("the card lacks %q: %s", want, heard)
		}
	}
	p.presenter.PutAway(got.Relationship, true)
	f.Settle(d, p.presenter.busy)
	if s, _ := p.support(); !s.Archived || !strings.HasSuffix(offered(p.supportCard.deeds()), "Bring back\n") {
		t.Error("the card does not say that somebody was put away")
	}
	if err := d.Undo(); err != nil || d.Network()[0].Archived {
		t.Error("undo does not take them back")
	}
}

// Nobody is put away while a session with them is planned, and it is said what to
// do; then it is said for whom what stands open waits.
func TestPage_support_put_away_says_what_stands_against_it_and_who_comes_after(t *testing.T) {
	p, f, d := newPage(t)
	session, err := d.PlanSession(app.Plan{Start: d.Now().Add(48 * time.Hour), Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	f.Settle(d, p.presenter.busy)
	ruth := d.Network()[0].Relationship
	p.presenter.PutAway(ruth, true)
	f.Settle(d, p.presenter.busy)
	if len(f.Failures) > 0 || d.Network()[0].Archived || !strings.HasPrefix(strings.Join(f.Notices, ""), "A session with Ruth Adeyemi is still planned.") {
		t.Fatalf("failures %v, notices %q", f.Failures, f.Notices)
	}
	if err := d.CancelSession(session, "She has left"); err != nil {
		t.Fatal(err)
	}
	p.presenter.PutAway(ruth, true)
	f.Settle(d, p.presenter.busy)
	if heard := p.heard(); !strings.Contains(heard, "Waits for the next person of this kind") {
		t.Errorf("with nobody after her the card says %s", heard)
	}
	if _, err := d.SaveRelationship(supervision.Relationship{Name: "Vera Lund", Kind: ruth.Kind}); err != nil {
		t.Fatal(err)
	}
	f.Settle(d, p.presenter.busy)
	p.rows.Select(ruth.ID.String())
	if heard := p.heard(); !strings.Contains(heard, "Waits for your next session with Vera Lund") {
		t.Errorf("the card says %s", heard)
	}
}

func TestPage_support_tells_facts(t *testing.T) {
	p, f, d := newPage(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	held := d.Now().AddDate(0, 0, -42)
	session, err := d.PlanSession(app.Plan{Start: held, Minutes: 60, Name: "Ruth Adeyemi"})
	must(err)
	must(d.StartSession(session, held))
	must(d.EndSession(session, 50, nil))
	off, err := d.PlanSession(app.Plan{Start: d.Now().AddDate(0, 0, -7), Minutes: 60, Name: "Ruth Adeyemi"})
	must(err)
	must(d.CancelSession(off, "Sickness"))
	ruth := d.Network()[0].Relationship
	ruth.CadenceDays, ruth.UsualMinutes = 28, 60
	_, err = d.SaveRelationship(ruth)
	must(err)
	_, err = d.PlanSession(app.Plan{Start: d.Now().Add(48 * time.Hour), Minutes: 60, Name: "Ruth Adeyemi"})
	must(err)
	f.Settle(d, p.presenter.busy)
	p.rows.Select(ruth.ID.String())
	p.showChosen()
	row := p.fill(ruth.ID.String())
	if row.Title != "Ruth Adeyemi" || row.Excerpt != "Clinical supervisor · 14 days overdue" {
		t.Errorf("row %+v", row)
	}
	heard := p.heard()
	for _, want := range []string{
		"Last on 11 Oct, 42 days ago", "Was due by 8 Nov, 14 days ago", "Next planned for 24 Nov",
		"1 session held · 1 called off · 50 of 60 agreed minutes",
	} {
		if !strings.Contains(heard, want) {
			t.Errorf("the card lacks %q: %s", want, heard)
		}
	}
	now, err := d.HoldAdHoc(ruth.ID)
	must(err)
	must(d.EndSession(now, 30, nil))
	f.Settle(d, p.presenter.busy)
	if heard := p.heard(); !strings.Contains(heard, "Last on 22 Nov, today") {
		t.Errorf("of one that was held today the card says %s", heard)
	}
	id, err := d.SaveItem(supervision.AgendaItem{Title: "A course in spring", Words: "Which one?"})
	must(err)
	must(d.Park(id, supervision.Lot{With: ruth.ID}))
	f.Settle(d, p.presenter.busy)
	if heard := p.heard(); !strings.Contains(heard, "Kept for them\nA course in spring") {
		t.Errorf("the card lacks what is kept for them: %s", heard)
	}
	p.supportCard.share()
	if len(f.copies) != 1 || f.copies[0].Paper != app.Paper(app.FactsPaper{With: ruth.ID}) || f.copies[0].Audience != ruth.UsualAudience() {
		t.Errorf("asked for copies %+v", f.copies)
	}
}

func TestPage_show_both_kinds_of_people(t *testing.T) {
	p, _, d := newPage(t, person("parent", "", "Leanne Mottram"))
	if _, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.Peer}); err != nil {
		t.Fatal(err)
	}
	p.frame.(*frame).Settle(d, p.presenter.busy)
	items := p.items(p.presenter.state)
	if len(items) != 2 || items[0].Heading != "People you write about" || items[1].Heading != "People you have supervision with" {
		t.Fatalf("rows %+v", items)
	}
	if !p.card.Visible() || p.supportCard.content.Visible() {
		t.Error("the wrong card shows for somebody of the register")
	}
	p.rows.Select(items[1].ID)
	p.showChosen()
	if p.card.Visible() || !p.supportCard.content.Visible() {
		t.Error("the wrong card shows for a peer")
	}
	p.takeOut()
	if len(d.People()) != 1 {
		t.Error("Delete on a peer took somebody out of the register")
	}
	press(p, fyne.KeyReturn)
	if p.frame.Window().Canvas().Overlays().Top() == nil {
		t.Error("Enter does not open the form of a peer")
	}
}
