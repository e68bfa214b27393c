package sharing_test

import (
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/supervision"
)

// marker stands in every private field of the alliance.
const marker = "zyxmarker"

// What is private between two people is in no paper about them: what is written of the
// relationship for nobody else, the line before a session, how helpful sessions were, and
// goals. What is for both is in the paper for it, and the hand-over holds what was agreed
// and open actions alone.
func TestAlliancePapers_hold_nothing_private(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session := apptest.Planned(t, d)
	with := d.Relationships()[0]
	with.Offer, with.Seek, with.Goals, with.Topics = marker, marker, marker, marker
	_, err := d.SaveRelationship(with)
	apptest.Must(t, err)
	apptest.Beforehand(t, d, session, marker)
	it, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Visits", Words: "Who checks?", Private: marker, Function: supervision.Supportive})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(session, c.Now()))
	apptest.Must(t, d.Discuss(it, supervision.Outcome{Kind: supervision.Advice, Text: "Ring first."}))
	_, err = d.SaveAction(supervision.Action{Text: "Send the form", Owner: supervision.Supervisor, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{Helpful: 2, WhatHelped: marker, Notes: marker}))
	apptest.Must(t, d.EndSession(session, 40, nil))
	a, err := d.NewAgreement(with.ID)
	apptest.Must(t, err)
	agreement, err := d.SaveAgreement(a.Saying("purpose", "To think cases through."))
	apptest.Must(t, err)
	_, err = d.SaveGoal(app.Goal{With: with.ID, Text: marker, Sign: marker})
	apptest.Must(t, err)
	evaluation, err := d.SaveEvaluation(app.Evaluation{With: with.ID, Helps: "Time to think.", Private: marker})
	apptest.Must(t, err)
	apptest.Must(t, d.SetBest(with.ID, "Give me the question before."))
	one, err := d.SavePractice(app.Practice{Text: "Ring from the car.", With: with.ID, Session: session})
	apptest.Must(t, err)
	for _, each := range []struct {
		paper app.Paper
		holds []string
		lacks []string
	}{
		{app.AgreementPaper{Agreement: agreement}, []string{"To think cases through."}, []string{"Send the form", "Time to think."}},
		{app.HandoverPaper{With: with.ID}, []string{"To think cases through.", "Send the form"}, []string{"Ring first.", "Visits", "Time to think.", "Ring from the car."}},
		{app.EvaluationPaper{Evaluation: evaluation}, []string{"Time to think."}, []string{"Send the form", "Ring first."}},
		{app.CardPaper{With: with.ID}, []string{"Give me the question before."}, []string{"Time to think."}},
		{app.PracticesPaper{}, []string{"Ring from the car."}, []string{with.Name}},
		{app.PracticesPaper{Practices: []app.ID{one}}, []string{"Ring from the car."}, []string{with.Name}},
	} {
		copied := draftOf(t, d, app.CopyOf{Paper: each.paper, Audience: supervision.ForLineSupervisor})
		var said strings.Builder
		for _, part := range copied.Review.Parts() {
			said.WriteString(part.Text + "\n")
		}
		if strings.Contains(said.String(), marker) {
			t.Errorf("%s tells what is private: %s", each.paper.Name(), said.String())
		}
		for _, words := range each.holds {
			if !strings.Contains(said.String(), words) {
				t.Errorf("%s lacks %q: %s", each.paper.Name(), words, said.String())
			}
		}
		for _, words := range each.lacks {
			if strings.Contains(said.String(), words) {
				t.Errorf("%s holds %q", each.paper.Name(), words)
			}
		}
	}
	if _, err := d.Copy(app.CopyOf{Paper: app.PracticesPaper{Practices: []app.ID{7}}, Audience: supervision.ForMentor}); err == nil {
		t.Error("what isn't there is in a paper")
	}
}

// An agreement says at its foot what it is, names those who sign it, also where papers for
// them hold no names, and keeps the places to sign on the page of its last section.
func TestAgreementPaper_isOneToSign(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Author = "Isolde Marchbanks" }))
	id, err := d.SaveRelationship(supervision.Relationship{Name: "Marcus Tennant", Kind: supervision.Peer})
	apptest.Must(t, err)
	a, err := d.NewAgreement(id)
	apptest.Must(t, err)
	agreement, err := d.SaveAgreement(a.Saying("purpose", "To think cases through."))
	apptest.Must(t, err)
	of := app.CopyOf{Paper: app.AgreementPaper{Agreement: agreement}, Audience: supervision.ForPeerGroup}
	said := textOf(draftOf(t, d, of))
	for _, want := range []string{"Isolde Marchbanks", "Marcus Tennant", "Agreement on how we work together. Not a case record."} {
		if !strings.Contains(said, want) {
			t.Errorf("it lacks %q: %s", want, said)
		}
	}
	if strings.Contains(said, "client details") {
		t.Errorf("it says that it is a note on clients: %s", said)
	}
	apptest.Must(t, d.SetProfile(app.Profile{Audience: supervision.ForPeerGroup, Style: "role"}))
	if said := textOf(draftOf(t, d, of)); strings.Contains(said, "Marchbanks") {
		t.Errorf("it has names that were switched off: %s", said)
	}
}

// textOf gives all lines of a copy.
func textOf(c *app.Copy) (said string) {
	for _, l := range c.Preview(PDF) {
		for _, p := range slices.Concat(l.Cells...) {
			said += p.Shown
		}
		said += "\n"
	}
	return said
}
