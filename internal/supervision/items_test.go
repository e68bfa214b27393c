package supervision

import (
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func TestBoard_AddItem_starts_in_the_basket(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddItem(AgendaItem{
		ID: 40, Title: "New", Private: "Mine.", State: Discussed, Session: soon, Carried: 3,
		CarriedFrom: []ID{past}, Parked: Lot{With: ruth}, MergedInto: fear,
	})))
	it := s.item(40)
	s.stands(40, Waiting, 0)
	if it.Private != "Mine." || it.MergedInto != 0 || it.Parked != (Lot{}) {
		t.Errorf("content only: %+v", it)
	}
	s.refuses(fault.Conflict, "an id in use", func() (Change, error) { return s.Do(AddItem(AgendaItem{ID: 40, Title: "T"})) })
	s.refuses(fault.Invalid, "no title", func() (Change, error) { return s.Do(AddItem(AgendaItem{ID: 41})) })
}

func TestBoard_EditItem_leaves_the_place(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear)))
	edit := func(id ID, do func(*AgendaItem)) func() (Change, error) {
		return func() (Change, error) { return s.Do(EditItem(changed(s.item(id), do))) }
	}
	s.must(edit(fear, func(it *AgendaItem) { it.Title, it.State, it.Session = "Fear", Waiting, 0 })())
	s.stands(fear, OnAgenda, soon)
	s.refuses(fault.Invalid, "no words on an agenda", edit(fear, func(it *AgendaItem) { it.Words = "" }))
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(fear, Outcome{Kind: Advice})))
	s.must(edit(fear, func(it *AgendaItem) { it.Private = "After thought." })())
	s.closes(soon)
	s.refuses(fault.Conflict, "in a closed session", edit(fear, func(it *AgendaItem) { it.Title = "Other" }))
	s.must(s.Do(Withdraw(speak)))
	s.refuses(fault.Conflict, "withdrawn", edit(speak, func(it *AgendaItem) { it.Title = "Other" }))
	s.refuses(fault.NotFound, "none", func() (Change, error) { return s.Do(EditItem(AgendaItem{ID: 99})) })
}

func TestBoard_MergeItems_loses_nothing(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Ask", Owner: Me, Item: fear})))
	s.must(s.Do(EditItem(changed(s.item(fear), func(it *AgendaItem) {
		it.Themes, it.Private, it.WhoKnows = []journal.ThemeID{"safety"}, "Mine.", "Duty manager"
	}))))
	s.must(s.Do(EditItem(changed(s.item(speak), func(it *AgendaItem) { it.Words = "How to speak." }))))
	s.must(s.Do(PutOnAgenda(past, fear)))
	s.must(s.Do(OpenSession(past, day(0))))
	s.must(s.Do(PutOnAgenda(soon, speak)))
	s.must(s.Do(MergeItems(speak, fear)))
	one := s.item(speak)
	same(t, "entries", one.Entries, 103, 101, 102)
	same(t, "themes", one.Themes, "safety")
	if one.Words != "How to speak.\n\nWords to share." || one.Private != "Mine." || one.Urgency != Urgent || one.WhoKnows != "Duty manager" {
		t.Errorf("taken over: %+v", one)
	}
	s.stands(speak, OnAgenda, soon, past)
	s.stands(fear, Withdrawn, 0, past)
	if a, _ := s.Action(31); s.item(fear).MergedInto != speak || a.Item != speak {
		t.Errorf("points to %v, action to %v", s.item(fear).MergedInto, a.Item)
	}
	s.must(s.Do(BringBack(fear)))
	if s.item(fear).MergedInto != 0 {
		t.Error("brought back it stands for itself")
	}
}

func TestBoard_MergeItems_refuses(t *testing.T) {
	s := newScene(t)
	merge := func(into ID, others ...ID) func() (Change, error) {
		return func() (Change, error) { return s.Do(MergeItems(into, others...)) }
	}
	s.refuses(fault.Invalid, "with nothing", merge(fear))
	s.refuses(fault.Invalid, "with itself", merge(fear, fear))
	s.refuses(fault.Invalid, "with one twice", merge(fear, speak, speak))
	s.refuses(fault.NotFound, "with none", merge(fear, 99))
	s.refuses(fault.NotFound, "into none", merge(99, fear))
	s.must(s.Do(Withdraw(good)))
	s.refuses(fault.Conflict, "a settled one", merge(fear, good))
	s.refuses(fault.Conflict, "into a settled one", merge(good, fear))
}

func TestBoard_SplitItem_puts_parts_beside_it(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, fear)))
	s.must(s.Do(CancelSession(past, "ill")))
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	s.must(s.Do(SplitItem(fear,
		AgendaItem{ID: 40, Title: "The visit", Words: "W"},
		AgendaItem{ID: 41, Title: "The complaint", Words: "W", Entries: []ID{102}})))
	s.lists(soon, fear, 40, 41, speak)
	s.stands(40, OnAgenda, soon, past)
	same(t, "entries of the first", s.item(40).Entries, 101, 102)
	same(t, "entries of the second", s.item(41).Entries, 102)
	s.must(s.Do(Park(good, Lot{With: ruth})))
	s.must(s.Do(SplitItem(good, AgendaItem{ID: 42, Title: "Part"})))
	if s.item(42).Parked != (Lot{With: ruth}) {
		t.Error("a part of what is parked is parked")
	}
	s.refuses(fault.Invalid, "a part that can't stand on an agenda", func() (Change, error) {
		return s.Do(SplitItem(fear, AgendaItem{ID: 43, Title: "No words"}))
	})
	s.refuses(fault.Invalid, "no parts", func() (Change, error) { return s.Do(SplitItem(fear)) })
	s.refuses(fault.Conflict, "an id in use", func() (Change, error) { return s.Do(SplitItem(off, AgendaItem{ID: fear, Title: "T"})) })
	s.refuses(fault.NotFound, "none", func() (Change, error) { return s.Do(SplitItem(99, AgendaItem{ID: 44, Title: "T"})) })
}

func TestBoard_ForgetEntries_takes_them_out_everywhere(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Ask", Owner: Me, Entries: []ID{101, 103}})))
	s.hold(past, Outcome{Kind: Advice}, fear)
	s.closes(past)
	s.must(s.Do(ForgetEntries(101, 999)))
	same(t, "item", s.item(fear).Entries, 102)
	if a, _ := s.Action(31); len(a.Entries) != 1 || a.Entries[0] != 103 {
		t.Errorf("action: %v", a.Entries)
	}
	if c := s.must(s.Do(ForgetEntries(101))); len(c.After) != 0 {
		t.Error("nothing left to forget")
	}
}

func TestAgendaItem_Ready_and_AskWhoKnows(t *testing.T) {
	for _, c := range []struct {
		name       string
		it         AgendaItem
		ready, ask bool
	}{
		{"nothing", AgendaItem{}, false, false},
		{"title only", AgendaItem{Title: "T", Words: " \n"}, false, false},
		{"words only", AgendaItem{Words: "W"}, false, false},
		{"both", AgendaItem{Title: "T", Words: "W", Urgency: Urgent}, true, true},
		{"standing", AgendaItem{Title: "T", Standing: StandingTeam}, true, false},
		{"urgent and known", AgendaItem{Title: "T", Words: "W", Urgency: Urgent, WhoKnows: "Duty"}, true, false},
	} {
		if c.it.Ready() != c.ready || c.it.AskWhoKnows() != c.ask {
			t.Errorf("%s: ready %v, ask %v", c.name, c.it.Ready(), c.it.AskWhoKnows())
		}
	}
}

func TestAgendaItem_MeantFor_its_audience_alone(t *testing.T) {
	for _, c := range []struct {
		of, asks Audience
		want     bool
	}{{"", ForMentor, true}, {"", "", true}, {ForMentor, ForMentor, true}, {ForMentor, ForPeerGroup, false}, {ForMentor, "", false}} {
		if got := (AgendaItem{Audience: c.of}).MeantFor(c.asks); got != c.want {
			t.Errorf("item for %q, asked for %q: %v", c.of, c.asks, got)
		}
	}
}
