package people

import (
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets"
)

// A reverse mentoring is set up, a goal set and looked at, an agreement made, and all of
// it stands on the card; the network shows who is there for what and where it is thin.
func TestPage_between_goal_agreement_and_network(t *testing.T) {
	p, fr, d := newPage(t)
	id, err := d.SaveRelationship(supervision.Relationship{Name: "Marcus", Kind: supervision.Mentor, Mentoring: supervision.ReverseMentoring})
	if err != nil {
		t.Fatal(err)
	}
	fr.Settle(d, p.presenter.busy)
	p.Show(id)
	fr.Settle(d, p.presenter.busy)
	p.askGoal(id)
	goal, err := d.SaveGoal(app.Goal{With: id, Text: "Say one thing in every meeting"})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.LookAtGoal(goal, "Twice.", app.GoalReached); err != nil {
		t.Fatal(err)
	}
	f := p.wordsForm()
	a, err := d.NewAgreement(id)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append([]string{"14", "45", ""}, make([]string, len(app.AgreementTerms()))...) {
		f.ask("x", text, false)
	}
	f.places[4].SetText("To think.")
	made, wrong := f.agreement(a)
	if wrong != "" || made.CadenceDays != 14 || made.Minutes != 45 || made.Clause("purpose") != "To think." {
		t.Fatalf("%+v, %q", made, wrong)
	}
	f.places[2].SetText("soon")
	if _, wrong := f.agreement(a); wrong != "people.words.day" {
		t.Errorf("wrong day: %q", wrong)
	}
	if _, err := d.SaveAgreement(made); err != nil {
		t.Fatal(err)
	}
	fr.Settle(d, p.presenter.busy)
	if !slices.ContainsFunc(p.presenter.state.Between[id].Goals, func(g app.Goal) bool { return g.State == app.GoalReached }) {
		t.Errorf("goals: %+v", p.presenter.state.Between[id].Goals)
	}
	if text := p.heard(); !strings.Contains(text, "Say one thing") || !strings.Contains(text, "not signed yet") || strings.Contains(text, "Career") {
		t.Errorf("the card says %s", text)
	}
	if deeds, papers := offered(p.supportCard.deeds()), offered(p.supportCard.papers()); !strings.HasPrefix(deeds, "It was signed today\n") ||
		strings.Contains(deeds, "We looked at it") || !strings.Contains(papers, "Agreement to sign") || strings.Contains(papers, "Share how") {
		t.Errorf("it can be signed and printed, isn't due, and nothing else is there to share: %s%s", deeds, papers)
	}
	_, err = d.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	if err != nil {
		t.Fatal(err)
	}
	fr.Settle(d, p.presenter.busy)
	p.rows.Select(networkRow)
	p.showChosen()
	if p.network.content.Hidden || !p.supportCard.content.Hidden || len(p.network.rows.Objects) < len(app.Helps()) {
		t.Error("the network isn't shown")
	}
}

// What was written is nowhere but where it belongs: the private line of how it goes is on
// no card.
func TestPage_between_shows_nothing_private(t *testing.T) {
	p, fr, d := newPage(t)
	id, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SaveEvaluation(app.Evaluation{With: id, Helps: "Time.", Private: "zyxmarker"}); err != nil {
		t.Fatal(err)
	}
	fr.Settle(d, p.presenter.busy)
	p.Show(id)
	fr.Settle(d, p.presenter.busy)
	if strings.Contains(p.heard(), "zyxmarker") {
		t.Error("the card tells what is private")
	}
}

// offered returns the lines of a menu.
func offered(all []widgets.MenuChoice) (lines string) {
	for _, each := range all {
		lines += each.Text + "\n"
	}
	return lines
}

// While there is nobody, the keyboard is at what adds a supervisor or peer. One supervisor
// alone has no network to look at; two have, and the page opens on it. A day is taken as
// everywhere.
func TestPage_opensOnTheNetworkOnceThereIsOne(t *testing.T) {
	p, f, d := newPage(t)
	if p.canvas().Focused() != p.addSupport {
		t.Errorf("%T has the keyboard", p.canvas().Focused())
	}
	for i, name := range []string{"Ruth", "Marcus"} {
		_, err := d.SaveRelationship(supervision.Relationship{Name: name, Kind: supervision.Mentor})
		apptest.Must(t, err)
		fresh := New(d, f)
		f.Fill(fresh.Content())
		fresh.Show(0)
		f.Settle(d, fresh.presenter.busy)
		if row, _ := fresh.rows.Selected(); (row == networkRow) != (i == 1) || fresh.canvas().Focused() != fresh.rows {
			t.Errorf("with %s it opens on %q", name, row)
		}
		fresh.Close()
	}
	for typed, want := range map[string]journal.Date{"+30": d.Today().AddDays(30), "26 Nov": "2026-11-26", "": ""} {
		if day, wrong := p.dayOf(typed); wrong || day != want {
			t.Errorf("%q: %s", typed, day)
		}
	}
	if _, wrong := p.dayOf("some day"); !wrong {
		t.Error("some day is a day")
	}
}

// The agreement keeps what was written where it is left, and has it when it is opened.
func TestPage_agreementThatIsLeftKeepsItsWords(t *testing.T) {
	p, fr, d := newPage(t)
	id, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth", Kind: supervision.ClinicalSupervisor})
	apptest.Must(t, err)
	p.Show(id)
	fr.Settle(d, p.presenter.busy)
	p.askAgreement(id)
	p.canvas().Focused().TypedRune('9')
	widgets.CloseTop(p.canvas())
	waits := p.Written()
	if len(waits) != 1 || len(fr.Notices) != 1 {
		t.Fatalf("%+v waits, said %q", waits, fr.Notices)
	}
	p.askAgreement(id)
	if again := p.Written(); len(again) != 1 || !slices.Equal(again[0].Texts, waits[0].Texts) {
		t.Errorf("%+v", again)
	}
}
