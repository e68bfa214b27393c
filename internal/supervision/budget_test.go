package supervision

import (
	"errors"
	"testing"

	"aftershift/internal/fault"
)

func TestBoard_Budget_adds_up(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddStanding(soon, standing(40, StandingArriving))))
	s.must(s.Do(AddItem(AgendaItem{ID: 41, Title: "No function", Words: "W", Minutes: 3})))
	s.must(s.Do(PutOnAgenda(soon, fear, speak, off, 41, good)))
	b, err := s.Budget(soon)
	if err != nil || b.Used != 58 || b.Length != 60 || b.Over() != 0 || b.Spent != 0 {
		t.Errorf("budget: %+v, %v", b, err)
	}
	same(t, "parts", b.Parts,
		BudgetPart{true, "", 5}, BudgetPart{false, Administrative, 10}, BudgetPart{false, Educational, 15},
		BudgetPart{false, Supportive, 25}, BudgetPart{false, "", 3})
	s.must(s.Do(EditSession(changed(s.session(soon), func(x *Session) { x.Minutes = 45 }))))
	if b, _ := s.Budget(soon); b.Over() != 13 {
		t.Errorf("over by %d", b.Over())
	}
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(fear, Outcome{Minutes: 17})))
	s.must(s.Do(Withdraw(speak)))
	if b, _ := s.Budget(soon); b.Spent != 17 || b.Used != 43 {
		t.Errorf("spent %d, used %d", b.Spent, b.Used)
	}
	s.must(s.Do(EditSession(changed(s.session(soon), func(x *Session) { x.Minutes = 0 }))))
	if b, _ := s.Budget(soon); b.Over() != 0 {
		t.Error("no length, no over-run")
	}
}

func TestBoard_agenda_queries_of_no_session(t *testing.T) {
	s := newScene(t)
	_, err1 := s.Agenda(99)
	_, err2 := s.Budget(99)
	_, err3 := s.Gaps(99)
	_, err4 := s.SuggestOrder(99)
	_, err5 := s.LastTime(99)
	_, err6 := s.Account(99)
	_, err7 := s.Cadence(99, "2026-01-01", "2026-03-01")
	for i, err := range []error{err1, err2, err3, err4, err5, err6, err7} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("query %d: %v", i+1, err)
		}
	}
}

func TestBoard_Gaps_names_what_no_item_serves(t *testing.T) {
	s := newScene(t)
	gaps := func() []Function { g, _ := s.Gaps(soon); return g }
	same(t, "empty", gaps(), Administrative, Educational, Supportive)
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	same(t, "two served", gaps(), Administrative)
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Withdraw(speak)))
	same(t, "one withdrawn", gaps(), Administrative, Educational)
}

func TestBoard_Balance_counts_the_last_sessions(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Advice, Minutes: 30}, fear)
	s.closes(past)
	s.hold(soon, Outcome{Kind: Advice}, speak)
	s.closes(soon)
	s.must(s.Do(HoldAdHoc(Session{ID: 50, With: omar, Start: day(20)}, off)))
	s.must(s.Do(Discuss(off, Outcome{Kind: NoChange, Minutes: 7})))
	s.must(s.Do(CloseSession(50, day(20))))
	shares := func(administrative, educational, supportive Share) []Share {
		administrative.Function, educational.Function, supportive.Function = Administrative, Educational, Supportive
		return []Share{administrative, educational, supportive, {Function: Mediation}, {}}
	}
	same(t, "all with anybody", s.Balance(0, 9), shares(Share{"", 7, 1}, Share{"", 15, 1}, Share{"", 30, 1})...)
	same(t, "last two", s.Balance(0, 2), shares(Share{"", 7, 1}, Share{"", 15, 1}, Share{})...)
	same(t, "last one with Ruth", s.Balance(ruth, 1), shares(Share{}, Share{"", 15, 1}, Share{})...)
	same(t, "none", s.Balance(omar, 0), shares(Share{}, Share{}, Share{})...)
}

func TestBoard_SuggestOrder(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, good)))
	s.must(s.Do(PutOnAgenda(past, off)))
	s.must(s.Do(NextTime(off)))
	s.must(s.Do(TakeOff(off)))
	s.must(s.Do(AddItem(AgendaItem{ID: 40, Title: "Decide", Words: "W", Want: WantDecision})))
	s.must(s.Do(AddItem(AgendaItem{ID: 41, Title: "Escalate", Words: "W", Want: WantEscalate})))
	s.must(s.Do(AddItem(AgendaItem{ID: 42, Title: "Inform", Words: "W", Want: WantInform})))
	s.must(s.Do(PutOnAgenda(soon, good, 42, speak, 40, 41, off, fear)))
	s.must(s.Do(AddStanding(soon, standing(51, StandingTeam))))
	s.must(s.Do(AddStanding(soon, standing(52, StandingActions))))
	s.must(s.Do(AddStanding(soon, standing(53, StandingArriving))))
	order, err := s.SuggestOrder(soon)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "order", order, 53, 52, fear, off, 41, 40, speak, 42, 51, good)
	s.must(s.Do(Arrange(soon, order)))
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(speak, Outcome{Kind: Advice})))
	order, _ = s.SuggestOrder(soon)
	same(t, "what is over stays first", order, speak, 53, 52, fear, off, 41, 40, 42, 51, good)
}
