package supervision

import (
	"testing"

	"aftershift/internal/fault"
)

func TestBoard_PutOnAgenda_and_TakeOff(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	s.lists(soon, fear, speak)
	s.must(s.Do(TakeOff(fear)))
	s.lists(soon, speak)
	s.stands(fear, Waiting, 0)
	s.must(s.Do(PutOnAgenda(later, speak)))
	s.stands(speak, OnAgenda, later)
	s.must(s.Do(OpenSession(later, day(28))))
	s.must(s.Do(TakeOff(speak)))
	s.stands(speak, Waiting, 0, later)
	s.refuses(fault.Conflict, "take off what waits", func() (Change, error) { return s.Do(TakeOff(fear)) })
	s.refuses(fault.NotFound, "take off nothing", func() (Change, error) { return s.Do(TakeOff(99)) })
}

func TestBoard_PutOnAgenda_takes_from_a_lot(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(Park(fear, Lot{With: ruth})))
	s.must(s.Do(PutOnAgenda(soon, fear)))
	s.stands(fear, OnAgenda, soon)
}

func TestBoard_PutOnAgenda_refuses(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "A title, no words"})))
	s.must(s.Do(Withdraw(good)))
	s.must(s.Do(PutOnAgenda(soon, off)))
	s.must(s.Do(CancelSession(past, "ill")))
	put := func(session ID, items ...ID) func() (Change, error) {
		return func() (Change, error) { return s.Do(PutOnAgenda(session, items...)) }
	}
	s.refuses(fault.Invalid, "no words to share", put(soon, 40))
	s.refuses(fault.Invalid, "nothing", put(soon))
	s.refuses(fault.Conflict, "there already", put(soon, off))
	s.refuses(fault.Conflict, "withdrawn", put(soon, good))
	s.refuses(fault.Conflict, "on a cancelled session", put(past, fear))
	s.refuses(fault.NotFound, "on no session", put(99, fear))
	s.refuses(fault.NotFound, "a fine one and none", put(soon, fear, 99))
}

func TestBoard_Reorder(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak, good)))
	for _, c := range []struct {
		to   int
		want []ID
	}{
		{2, []ID{speak, good, fear}},
		{-5, []ID{fear, speak, good}},
		{99, []ID{speak, good, fear}},
		{1, []ID{speak, fear, good}},
	} {
		s.must(s.Do(Reorder(soon, fear, c.to)))
		s.lists(soon, c.want...)
	}
	s.must(s.Do(Reorder(soon, good, 1)))
	s.lists(soon, speak, good, fear)
	s.must(s.Do(Reorder(soon, speak, 1)))
	s.lists(soon, good, speak, fear)
	s.must(s.Do(Arrange(soon, []ID{fear, good, speak})))
	s.lists(soon, fear, good, speak)
	s.refuses(fault.NotFound, "what isn't there", func() (Change, error) { return s.Do(Reorder(soon, off, 0)) })
	s.refuses(fault.NotFound, "in no session", func() (Change, error) { return s.Do(Reorder(99, fear, 0)) })
	s.refuses(fault.Invalid, "an order that loses one", func() (Change, error) { return s.Do(Arrange(soon, []ID{fear, good})) })
	s.refuses(fault.Invalid, "an order with one twice", func() (Change, error) { return s.Do(Arrange(soon, []ID{fear, good, good})) })
	s.must(s.Do(CancelSession(soon, "ill")))
	s.refuses(fault.Conflict, "a cancelled one", func() (Change, error) { return s.Do(Arrange(soon, nil)) })
	s.refuses(fault.Conflict, "within a cancelled one", func() (Change, error) { return s.Do(Reorder(soon, fear, 0)) })
}

func standing(id ID, kind StandingKind) AgendaItem {
	return AgendaItem{ID: id, Title: "Standing", Standing: kind}
}

func TestBoard_AddStanding_fills_in_what_is_usual(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddStanding(soon, standing(40, StandingCaseload))))
	if it := s.item(40); it.Minutes != 10 || it.Function != Administrative || it.State != OnAgenda {
		t.Errorf("added: %+v", it)
	}
	s.refuses(fault.Conflict, "the same kind twice", func() (Change, error) { return s.Do(AddStanding(soon, standing(41, StandingCaseload))) })
	s.refuses(fault.Invalid, "no kind", func() (Change, error) { return s.Do(AddStanding(soon, standing(41, ""))) })
	s.refuses(fault.NotFound, "on no session", func() (Change, error) { return s.Do(AddStanding(99, standing(41, StandingTeam))) })
}

func TestBoard_AddStanding_brings_what_was_carried(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddStanding(past, standing(40, StandingLearning))))
	s.must(s.Do(CancelSession(past, "ill")))
	s.must(s.Do(PlanSession(Session{ID: 50, With: omar, Start: day(5)})))
	s.must(s.Do(AddStanding(50, standing(41, StandingLearning))))
	s.lists(50, 41)
	s.must(s.Do(AddStanding(soon, standing(42, StandingLearning))))
	s.lists(soon, 40)
	s.stands(40, OnAgenda, soon, past)
	s.refuses(fault.NotFound, "not added", func() (Change, error) { return s.Do(TakeOff(42)) })
}

func TestBoard_standing_item_left_over_becomes_one_with_the_next(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddStanding(past, standing(40, StandingLearning))))
	s.must(s.Do(AddStanding(soon, standing(41, StandingLearning))))
	s.must(s.Do(OpenSession(past, day(0))))
	s.closes(past)
	s.lists(soon, 41)
	s.stands(41, OnAgenda, soon, past)
	s.stands(40, Withdrawn, 0, past)
	if s.item(40).MergedInto != 41 {
		t.Error("the left over one points to the next")
	}
}
