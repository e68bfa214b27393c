package sharing_test

import (
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// plantedWords are all planted sentences, with paragraphs between some.
func plantedWords() string {
	var all strings.Builder
	for i, p := range planted {
		all.WriteString(p.says + "\n")
		if i%7 == 3 {
			all.WriteString("\n")
		}
	}
	return all.String()
}

// plantedJournal gives a journal that holds what is planted in every field, and every
// paper that can be made of it, with all that is private switched on.
func plantedJournal(t *testing.T) (*app.Desk, []app.Paper) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	words := plantedWords()
	theme, err := d.AddTheme("The Pemberton family of Wolverhampton")
	apptest.Must(t, err)
	e := apptest.Write(t, d, words, "Aaliyah Hussain and Mr Pemberton, 14 Corran Street", words, journal.Next)
	e.Title, e.Themes = "Mrs Ferreira-Lopes of Bratislava", []journal.ThemeID{theme.ID}
	e.Share.WhoKnows, e.CaseRecord.Note = "Dr Nkemelu", words
	e.Impact = journal.Impact{Hit: journal.LevelOf(7), Carrying: journal.LevelOf(4), Feelings: []journal.Feeling{"kowalczyk"}, Body: words}
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	session := plantedSession(t, d, c, e.ID, theme.ID)
	return d, append(append(plantedLearning(t, d, e.ID, words), plantedAlliance(t, d, c, session, theme.ID)...), []app.Paper{
		app.AgendaPaper{Session: session},
		app.RunSheet{Session: session},
		app.RecordPaper{Session: session},
		app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true, Impact: true},
		app.CasePaper{Entry: e.ID, Private: true, Impact: true},
		app.FactsPaper{With: d.Relationships()[0].ID},
		app.DigestPaper{From: d.Today().AddDays(-9), Until: d.Today().AddDays(9), Impact: true},
	}...)
}

// plantedLearning gives the papers of learning, with what is planted in all that is
// said of it.
func plantedLearning(t *testing.T, d *app.Desk, entry journal.ID, words string) []app.Paper {
	t.Helper()
	with := d.Relationships()[0].ID
	apptest.Must(t, d.LogWeek(app.WeekEntry{
		Monday: d.Today(), Minutes: map[app.HoursKind]int{learning.HoursKinds()[0]: 60}, With: with, Note: "With Wioletta Kowalczyk at 14 Corran Street, CP-48213.",
	}))
	for purpose, all := range map[app.Purpose][]app.Pack{app.ForCPD: d.Packs(app.ForCPD), app.ForCompetences: d.Packs(app.ForCompetences)} {
		if len(all) == 0 {
			t.Fatalf("no packs for %s", purpose)
		}
		apptest.Must(t, d.ChoosePack(all[0].ID, d.Today().AddDays(-30)))
	}
	p := app.CPDPiece{Title: "A day with Mr Pemberton of Oakfield Primary School", Date: d.Today(), Minutes: 90, Tried: words, Peer: words, PeerOn: d.Today()}
	for _, q := range d.Questions(p) {
		if !q.Peer {
			p = p.Answering(q.ID, words)
		}
	}
	piece, err := d.SavePiece(p)
	apptest.Must(t, err)
	for _, v := range []app.Evidence{{Entry: entry}, {Piece: piece}, {Feedback: "Mrs Ferreira-Lopes of Bratislava said so."}} {
		v.Domain = d.Competences().Rows[0].Domain.ID
		_, err := d.AddEvidence(v)
		apptest.Must(t, err)
	}
	group, err := d.SetUpGroup(app.GroupSetUp{With: with, Group: app.Group{Confidentiality: words, Aims: words, Guidelines: words}, Members: []app.Member{{Name: "Wioletta Kowalczyk", Setting: "At 14 Corran Street"}}})
	apptest.Must(t, err)
	_, err = d.AddProcedure([]byte(`{"id":"planted","name":"As Mr Pemberton does","about":"","source":"own","as_of":"2026-03-12","phases":[{"name":"With Mrs Ferreira-Lopes of Bratislava","says":"Ring Aaliyah Hussain, CP-48213.","minutes":20,"who":"all"}]}`))
	apptest.Must(t, err)
	return []app.Paper{
		app.GroupSheet{Group: group, Procedure: "planted"},
		app.HoursPaper{With: with, From: d.Today().AddDays(-9), Until: d.Today()},
		app.CPDPaper{Piece: piece},
		app.GroupSheet{Group: group},
		app.RoundPaper{Group: group, Entry: entry},
		app.EvidencePaper{},
	}
}

// plantedAlliance gives the papers of the alliance, with what is planted in all that is
// said of it.
func plantedAlliance(t *testing.T, d *app.Desk, c *apptest.Clock, session journal.ID, theme journal.ThemeID) []app.Paper {
	t.Helper()
	words, with := plantedWords(), d.Relationships()[0].ID
	a, err := d.NewAgreement(with)
	apptest.Must(t, err)
	a.CadenceDays, a.Minutes, a.Standing = 28, 60, supervision.StandingKinds()
	for _, term := range app.AgreementTerms() {
		a = a.Saying(term, words)
	}
	agreement, err := d.SaveAgreement(a)
	apptest.Must(t, err)
	_, err = d.SaveGoal(app.Goal{With: with, Text: "Visit 14 Corran Street with Tomasz Zielinski", Sign: "Mr Pemberton rings 0161 496 0719"})
	apptest.Must(t, err)
	_, err = d.SaveEvaluation(app.Evaluation{With: with, Private: words})
	apptest.Must(t, err)
	c.Set(c.Now().AddDate(0, 0, 1)) // so that the time the next one is about is of one year
	evaluation, err := d.SaveEvaluation(app.Evaluation{With: with, Helps: words, Missing: words, Ask: words, Private: words})
	apptest.Must(t, err)
	_, err = d.SavePractice(app.Practice{Text: words, Source: "Wioletta Kowalczyk of Larkhill Surgery", Themes: []journal.ThemeID{theme}, With: with, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.SetBest(with, words))
	return []app.Paper{
		app.AgreementPaper{Agreement: agreement},
		app.HandoverPaper{With: with},
		app.EvaluationPaper{Evaluation: evaluation},
		app.CardPaper{With: with},
		app.PracticesPaper{},
	}
}

// plantedSession gives a session that was held on the entry's item, with what is
// planted in all that is said of it.
func plantedSession(t *testing.T, d *app.Desk, c *apptest.Clock, entry journal.ID, theme journal.ThemeID) journal.ID {
	t.Helper()
	words := plantedWords()
	it, _ := d.ItemFor(entry)
	it.KeyQuestion, it.Private, it.WhoKnows, it.Themes = "What would Wioletta Kowalczyk of Osprey Court say?", words, "Dr Nkemelu", []journal.ThemeID{theme}
	it.Want, it.Minutes = supervision.WantAdvice, 20
	_, err := d.SaveItem(it)
	apptest.Must(t, err)
	session := apptest.Planned(t, d)
	apptest.Beforehand(t, d, session, words)
	with := d.Relationships()[0]
	with.Role, with.Contact, with.Credential = "Head at Oakfield Primary School", "0161 496 0719", "The number is K0498812."
	with.Offer, with.Seek, with.Goals, with.Topics = words, words, words, words
	_, err = d.SaveRelationship(with)
	apptest.Must(t, err)
	apptest.Must(t, d.AddToAgenda(session, it.ID))
	second, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Łukasz Wójcik and the postcode BS3 1AB", Words: words, KeyQuestion: "Do I ring 07700 900123?"})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(session, c.Now()))
	said := supervision.Outcome{
		Kind: supervision.LearningNeed, Text: words, Decision: "Ring Mr Pemberton on 0161 496 0719.", Rationale: words, DecidedBy: "Dr Nkemelu",
		CaseRecord: supervision.CaseRecord{Belongs: true},
	}
	apptest.Must(t, d.Discuss(it.ID, said))
	apptest.Must(t, d.Discuss(second, said))
	for _, a := range []supervision.Action{
		{Text: "Visit 14 Corran Street with Tomasz Zielinski on 12/05/2025", Owner: supervision.Other, OwnerName: "Mrs Ferreira-Lopes", Item: it.ID, Session: session},
		{Text: words, Owner: supervision.Me, Item: second, Session: session, Due: d.Today().AddDays(5)},
	} {
		_, err = d.SaveAction(a)
		apptest.Must(t, err)
	}
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{Shared: words, Disagreement: words, Helpful: 3, WhatHelped: words, Notes: words}))
	apptest.Must(t, d.EndSession(session, 40, nil))
	return session
}
