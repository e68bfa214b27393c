package supervision

import (
	"testing"

	"aftershift/internal/journal"
)

// levels gives a Still that knows the entries named.
func levels(of map[ID]int) Still {
	return func(id ID) journal.Level {
		if n, known := of[id]; known {
			return journal.LevelOf(n)
		}
		return journal.Level{}
	}
}

func TestBoard_Basket_orders_by_urgency_carried_and_weight(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, off)))
	s.must(s.Do(CancelSession(past, "ill")))
	same(t, "nobody knows the weight", ids(s.Basket(0, nil)), fear, off, speak, good)
	same(t, "a good ending weighs more", ids(s.Basket(0, levels(map[ID]int{103: 0, 104: 4}))), fear, off, good, speak)
	same(t, "0 is more than not said", ids(s.Basket(0, levels(map[ID]int{104: 0}))), fear, off, good, speak)
	s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "Older", Created: "2026-01-01", Urgency: Next})))
	s.must(s.Do(Park(good, Lot{With: ruth})))
	same(t, "next before sometime, parked not", ids(s.Basket(0, nil)), fear, 40, off, speak)
}

func TestBoard_Basket_heaviest_entry_counts(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(EditItem(changed(s.item(speak), func(it *AgendaItem) { it.Entries = []ID{103, 105} }))))
	same(t, "order", ids(s.Basket(0, levels(map[ID]int{103: 1, 105: 8, 104: 7}))), fear, speak, good, off)
}

func TestBoard_CarriedOver_asks_after_three(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, fear, speak)))
	for range 3 {
		s.must(s.Do(NextTime(speak)))
	}
	s.must(s.Do(NextTime(fear)))
	same(t, "three times", ids(s.CarriedOver(0, AskAfter)), speak)
	same(t, "at least once", ids(s.CarriedOver(0, 1)), speak, fear)
	s.must(s.Do(Withdraw(speak)))
	same(t, "withdrawn", ids(s.CarriedOver(0, 1)), fear)
}

func TestBoard_ByEntry_shows_what_came_of_it(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision}, fear)
	s.must(s.Do(AddAction(Action{ID: 31, Text: "By item", Owner: Me, Item: fear})))
	s.must(s.Do(AddAction(Action{ID: 32, Text: "By entry", Owner: Me, Entries: []ID{101}})))
	s.must(s.Do(AddAction(Action{ID: 33, Text: "Neither", Owner: Me})))
	items, actions := s.ByEntry(101)
	same(t, "items", ids(items), fear)
	same(t, "actions", actionIDs(actions), 31, 32)
	items, actions = s.ByEntry(999)
	if len(items)+len(actions) != 0 {
		t.Error("an entry that led to nothing")
	}
}
