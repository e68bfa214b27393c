package supervision

import (
	"slices"
	"testing"

	"aftershift/internal/journal"
)

// reasons gives the suggestions made for the reason.
func reasons(all []Suggestion, r Reason) []Suggestion {
	return slices.DeleteFunc(slices.Clone(all), func(s Suggestion) bool { return s.Reason != r })
}

func fact(id ID, on Date, do func(*EntryFact)) EntryFact {
	return changed(EntryFact{ID: id, Date: on}, do)
}

func TestBoard_Suggest_theme_for_the_third_time(t *testing.T) {
	s := newScene(t)
	themed := func(themes ...journal.ThemeID) func(*EntryFact) {
		return func(f *EntryFact) { f.Themes = themes }
	}
	facts := []EntryFact{
		fact(201, "2026-03-01", themed("loss", "safety")),
		fact(202, "2026-03-05", themed("loss")),
		fact(203, "2026-03-09", themed("loss", "safety")),
		fact(204, "2026-02-01", themed("safety")), // too long ago
		fact(205, "2026-04-01", themed("safety")), // still to come
	}
	got := reasons(s.Suggest(0, facts, "2026-03-10"), ThemeAgain)
	if len(got) != 1 || got[0].Theme != "loss" || got[0].Count != 3 {
		t.Fatalf("suggested: %+v", got)
	}
	same(t, "entries, latest first", got[0].Entries, 203, 202, 201)
	s.must(s.Do(EditItem(changed(s.item(speak), func(it *AgendaItem) { it.Themes = []journal.ThemeID{"loss"} }))))
	if got := reasons(s.Suggest(0, facts, "2026-03-10"), ThemeAgain); len(got) != 0 {
		t.Errorf("an item has the theme already: %+v", got)
	}
}

func TestBoard_Suggest_still_carrying_six_or_more(t *testing.T) {
	s := newScene(t)
	still := func(n int) func(*EntryFact) { return func(f *EntryFact) { f.Still = journal.LevelOf(n) } }
	facts := []EntryFact{
		fact(201, "2026-03-01", still(6)), fact(202, "2026-03-02", still(5)), fact(203, "2026-03-03", still(9)),
		fact(101, "2026-03-03", still(10)), // in an item already
		{ID: 204, Date: "2026-03-03"},
	}
	got := reasons(s.Suggest(0, facts, "2026-03-10"), StillCarrying)
	if len(got) != 2 || got[0].Entries[0] != 203 || got[0].Count != 9 || got[1].Entries[0] != 201 {
		t.Errorf("suggested: %+v", got)
	}
	s.hold(past, Outcome{Kind: NoChange}, fear)
	if got := reasons(s.Suggest(0, facts, "2026-03-10"), StillCarrying); len(got) != 3 {
		t.Errorf("talked about and still there: %+v", got)
	}
}

func TestBoard_Suggest_passed_over_twice(t *testing.T) {
	s := newScene(t)
	marked := func(f *EntryFact) { f.Flagged = true }
	facts := []EntryFact{
		fact(103, "2026-03-01", marked), fact(101, "2026-03-01", marked),
		fact(205, "2026-03-10", marked),
		{ID: 206, Date: "2026-03-01"},
	}
	s.hold(past, Outcome{Kind: Advice}, fear)
	s.closes(past)
	if got := reasons(s.Suggest(0, facts, "2026-03-31"), PassedOver); len(got) != 0 {
		t.Errorf("after one session: %+v", got)
	}
	s.must(s.Do(OpenSession(soon, day(14))))
	s.closes(soon)
	got := reasons(s.Suggest(0, facts, "2026-03-31"), PassedOver)
	if len(got) != 1 || got[0].Entries[0] != 103 || got[0].Item != speak || got[0].Count != 2 {
		t.Errorf("after two: %+v", got)
	}
}

func TestBoard_Suggest_decision_not_in_case_record(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision, CaseRecord: CaseRecord{Belongs: true}}, fear)
	got := s.Suggest(0, nil, "2026-03-10")
	if len(got) != 1 || got[0].Reason != NotInCaseRecord || got[0].Item != fear || got[0].Session != past {
		t.Fatalf("suggested: %+v", got)
	}
	same(t, "entries", got[0].Entries, 101, 102)
	s.must(s.Do(MarkInCaseRecord(fear, past, true)))
	if got := s.Suggest(0, nil, "2026-03-10"); len(got) != 0 {
		t.Errorf("written: %+v", got)
	}
}

func TestBoard_Suggest_something_good(t *testing.T) {
	s := newScene(t)
	well := func(f *EntryFact) { f.Good = true }
	facts := []EntryFact{
		fact(201, "2026-03-01", well), fact(202, "2026-03-03", well), fact(203, "2026-03-04", well),
		fact(204, "2026-03-05", well), fact(205, "2026-03-06", well),
	}
	if got := reasons(s.Suggest(0, facts, "2026-03-10"), NothingGood); len(got) != 0 {
		t.Errorf("a good ending is on the way: %+v", got)
	}
	s.must(s.Do(Withdraw(good)))
	s.must(s.Do(OpenSession(past, day(0))))
	s.closes(past)
	got := reasons(s.Suggest(0, facts, "2026-03-10"), NothingGood)
	if len(got) != 1 || got[0].Count != 4 {
		t.Fatalf("suggested: %+v", got)
	}
	same(t, "the latest three since", got[0].Entries, 205, 204, 203)
}
