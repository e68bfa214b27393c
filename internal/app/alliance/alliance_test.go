package alliance_test

import (
	"testing"

	"aftershift/internal/alliance"
	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// somebody adds a relationship.
func somebody(t *testing.T, d *app.Desk, name string, kind supervision.RelationshipKind) journal.ID {
	t.Helper()
	id, err := d.SaveRelationship(supervision.Relationship{Name: name, Kind: kind})
	apptest.Must(t, err)
	return id
}

func held(t *testing.T, d *app.Desk, c *apptest.Clock, name string) journal.ID {
	t.Helper()
	id, err := d.PlanSession(app.Plan{Start: c.Now(), Name: name})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(id, c.Now()))
	apptest.Must(t, d.EndSession(id, 50, nil))
	return id
}

// An agreement is made, sessions follow it, it is signed, told of when it is due, looked
// at, and followed by another version; each step can be taken back.
func TestDesk_agreement_from_making_to_the_next(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	ruth := somebody(t, d, "Ruth", supervision.ClinicalSupervisor)
	a, err := d.NewAgreement(ruth)
	apptest.Must(t, err)
	a.CadenceDays, a.Minutes, a.Standing = 14, 90, []supervision.StandingKind{supervision.StandingArriving}
	a = a.Saying("limits", " Danger. ").Saying("purpose", "To think.").Saying("disputes", "  ")
	id, err := d.SaveAgreement(a)
	apptest.Must(t, err)
	session, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 7), Name: "Ruth"})
	apptest.Must(t, err)
	agenda, err := d.Agenda(session)
	apptest.Must(t, err)
	if agenda.Session.Minutes != 90 || len(agenda.Items) != 1 || agenda.Items[0].Standing != supervision.StandingArriving {
		t.Errorf("the session doesn't follow: %+v", agenda)
	}
	got, err := d.Agreement(id)
	apptest.Must(t, err)
	if len(got.Clauses) != 2 || got.Clauses[0].Term != "purpose" || got.Clauses[1].Text != "Danger." {
		t.Errorf("clauses: %+v", got.Clauses)
	}
	apptest.Must(t, d.SignAgreement(id, d.Today()))
	if _, err := d.SaveAgreement(got); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a signed one is changed: %v", err)
	}
	c.Set(got.Review.AddDays(-1).Time())
	if due := d.AllianceDue(); len(due) != 0 {
		t.Errorf("due before its day: %+v", due)
	}
	c.Set(got.Review.Time())
	if due := d.AllianceDue(); len(due) != 1 || due[0].Agreement.ID != id || due[0].With.ID != ruth {
		t.Errorf("due: %+v", due)
	}
	apptest.Must(t, d.LookAtAgreement(id))
	if due := d.AllianceDue(); len(due) != 0 {
		t.Errorf("still due: %+v", due)
	}
	apptest.Must(t, d.Undo())
	if len(d.AllianceDue()) != 1 {
		t.Error("looking at it wasn't taken back")
	}
	next, err := d.NewAgreement(ruth)
	apptest.Must(t, err)
	if next.ID != 0 || len(next.Clauses) != 2 || next.Minutes != 90 || next.Signed != "" {
		t.Errorf("the next begins as %+v", next)
	}
	_, err = d.SaveAgreement(next)
	apptest.Must(t, err)
	if all := d.Agreements(ruth); len(all) != 2 || all[1].ID != id {
		t.Errorf("versions: %+v", all)
	}
}

// Goals written as lines become goals; one is looked at and reached; all is told
// of the one it is with.
func TestDesk_mentoring_goals(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id, err := d.SaveRelationship(supervision.Relationship{
		Name: "Marcus", Kind: supervision.Mentor, Mentoring: supervision.ReverseMentoring, Also: []supervision.Mentoring{supervision.PeerMentoring},
		Goals: "- Say one thing\n\n* Ask about the course\n", Topics: "How it looks from below",
	})
	apptest.Must(t, err)
	apptest.Must(t, d.TakeGoals(id))
	between, err := d.Between(id)
	apptest.Must(t, err)
	if len(between.Goals) != 2 || between.Goals[0].Text != "Say one thing" || between.Relationship.Goals != "" || len(alliance.Ways(between.Relationship)) != 2 {
		t.Fatalf("%+v", between)
	}
	first := between.Goals[0].ID
	c.Set(c.Now().AddDate(0, 0, 100))
	if due := d.AllianceDue(); len(due) != 2 {
		t.Errorf("due: %+v", due)
	}
	apptest.Must(t, d.LookAtGoal(first, "Four times.", app.GoalReached))
	g, err := d.Goal(first)
	apptest.Must(t, err)
	if g.State != app.GoalReached || len(g.Looks) != 1 || len(d.AllianceDue()) != 1 {
		t.Errorf("%+v", g)
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if r, _ := d.Between(id); r.Relationship.Goals == "" || len(r.Goals) != 0 {
		t.Errorf("taking goals wasn't taken back: %+v", r)
	}
	if _, err := d.SaveGoal(app.Goal{With: id, Text: " "}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("%v", err)
	}
	if _, err := d.SaveGoal(app.Goal{With: 7777, Text: "Speak"}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
}

// What is open with somebody is told; parting ends it in one step, and what was promised
// and carried stays. While a session is planned nobody is put away.
func TestDesk_parting(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	ruth := somebody(t, d, "Ruth", supervision.ClinicalSupervisor)
	other := somebody(t, d, "Marcus", supervision.Mentor)
	for _, with := range []journal.ID{ruth, other} {
		a, err := d.NewAgreement(with)
		apptest.Must(t, err)
		_, err = d.SaveAgreement(a)
		apptest.Must(t, err)
		_, err = d.SaveGoal(app.Goal{With: with, Text: "Speak once"})
		apptest.Must(t, err)
	}
	session := held(t, d, c, "Ruth")
	_, err := d.SaveAction(supervision.Action{Text: "Send the form", Owner: supervision.Supervisor, Session: session})
	apptest.Must(t, err)
	planned, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 7), Name: "Ruth"})
	apptest.Must(t, err)
	is, err := d.Between(ruth)
	apptest.Must(t, err)
	if l := is.Loose; l.Agreement.ID == 0 || len(l.Sessions) != 1 || len(l.Theirs) != 1 || len(l.Goals) != 1 {
		t.Errorf("%+v", l)
	}
	if err := d.Part(ruth); fault.KindOf(err) != fault.Conflict {
		t.Errorf("parted while a session is planned: %v", err)
	}
	apptest.Must(t, d.CancelSession(planned, "She leaves."))
	apptest.Must(t, d.Part(ruth))
	is, err = d.Between(ruth)
	apptest.Must(t, err)
	if !is.Archived || is.Loose.Agreement.ID != 0 || len(is.Loose.Sessions)+len(is.Loose.Goals) > 0 || len(is.Loose.Theirs) != 1 || is.Goals[0].State != app.GoalLetGo || is.Versions[0].Ended == "" {
		t.Errorf("%+v", is)
	}
	if is, _ := d.Between(other); is.Archived || is.Agreement.ID == 0 || is.Goals[0].State != app.GoalAimed {
		t.Errorf("parting from one touched another: %+v", is)
	}
	apptest.Must(t, d.Undo())
	if is, _ := d.Between(ruth); is.Archived || is.Agreement.ID == 0 || is.Goals[0].State != app.GoalAimed {
		t.Errorf("parting wasn't taken back whole: %+v", is)
	}
}

// How it goes is asked for after months of sessions; the words are kept with the time
// they are about. A talk counts as meeting.
func TestDesk_how_it_goes_and_the_network(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	ruth := somebody(t, d, "Ruth", supervision.ClinicalSupervisor)
	held(t, d, c, "Ruth")
	c.Set(c.Now().AddDate(0, 0, 40))
	held(t, d, c, "Ruth")
	c.Set(c.Now().AddDate(0, 0, 60))
	if due := d.AllianceDue(); len(due) != 1 || due[0].With.ID != ruth {
		t.Fatalf("due: %+v", due)
	}
	if m := d.NetworkMap(); m.Alone != 60 {
		t.Errorf("alone for %d days", m.Alone)
	}
	apptest.Must(t, d.Talked(ruth))
	if m := d.NetworkMap(); m.Alone != 0 || m.Rows[0].Who[0].Days != 0 {
		t.Errorf("%+v", m)
	}
	id, err := d.SaveEvaluation(app.Evaluation{With: ruth, Helps: " Time. ", Private: "I hold back."})
	apptest.Must(t, err)
	v, err := d.Evaluation(id)
	apptest.Must(t, err)
	if v.Helps != "Time." || v.On != d.Today() || d.ServedFor(v).Held != 1 || len(d.AllianceDue()) != 0 {
		t.Errorf("%+v, served %+v", v, d.ServedFor(v))
	}
	v.Helps, v.From = "Quiet.", "2020-01-01"
	_, err = d.SaveEvaluation(v)
	apptest.Must(t, err)
	if is, _ := d.Evaluation(id); is.Helps != "Quiet." || is.From == "2020-01-01" {
		t.Errorf("%+v", is)
	}
	apptest.Must(t, d.SetHelp(ruth, []app.Help{"care", "challenge"}, true))
	apptest.Must(t, d.SetBest(ruth, " Give me the question before. "))
	is, err := d.Between(ruth)
	apptest.Must(t, err)
	if len(is.For) != 2 || !is.Tie.Outside || is.Tie.Best != "Give me the question before." || is.Tie.Talked != d.Today() {
		t.Errorf("%+v", is.Tie)
	}
}

// What helped is found again by the theme of what is brought next.
func TestDesk_what_helped_is_found_again(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	theme, err := d.AddTheme("Lone visits")
	apptest.Must(t, err)
	_, err = d.SavePractice(app.Practice{Text: "Ring from the car first.", Themes: []journal.ThemeID{theme.ID, theme.ID}})
	apptest.Must(t, err)
	if got := d.HelpedBefore([]journal.ThemeID{"carers"}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	e, err := d.NewEntry() // an entry of the theme, which an item is about
	apptest.Must(t, err)
	e.Themes, e.Sections[0].Text = []journal.ThemeID{theme.ID}, "Nobody knew where I was."
	e, err = d.Save(e, "")
	apptest.Must(t, err)
	if got := d.HelpedWith([]supervision.AgendaItem{{Entries: []journal.ID{e.ID}}}); len(got) != 1 {
		t.Errorf("with an entry: %+v", got)
	}
	if got := d.HelpedBefore([]journal.ThemeID{theme.ID}); len(got) != 1 || got[0].On != d.Today() {
		t.Errorf("%+v", got)
	}
}
