package supervision

import (
	"testing"
	"time"
)

// heldOnce is a scene in which one session was held with Ruth, which left two
// actions and one item.
func heldOnce(t *testing.T) scene {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision, CaseRecord: CaseRecord{Belongs: true}}, fear)
	s.must(s.Do(PutOnAgenda(past, speak)))
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Joint visit", Owner: Me, Item: fear})))
	s.must(s.Do(AddAction(Action{ID: 32, Text: "Template", Owner: Supervisor, Session: past})))
	s.must(s.Do(AddAction(Action{ID: 33, Text: "Read", Owner: Me, Session: past})))
	s.must(s.Do(AddAction(Action{ID: 34, Text: "On its own", Owner: Me})))
	s.closes(past)
	return s
}

func TestBoard_LastTime_is_both_ways(t *testing.T) {
	s := heldOnce(t)
	s.must(s.Do(DoneAction(33, "2026-03-05", "")))
	last, err := s.LastTime(soon)
	if err != nil || last.Session != past {
		t.Fatalf("last time was %v, %v", last.Session, err)
	}
	same(t, "mine", actionIDs(last.Mine), 31)
	same(t, "promised", actionIDs(last.Promised), 32)
	same(t, "done", actionIDs(last.Done), 33)
	same(t, "brought", ids(last.Brought), speak)
	same(t, "left", ids(last.Left))
	same(t, "to record", last.ToRecord, Unrecorded{fear, past})
	s.must(s.Do(TakeOff(speak)))
	last, _ = s.LastTime(soon)
	same(t, "brought after taking off", ids(last.Brought))
	same(t, "left after taking off", ids(last.Left), speak)
}

func TestBoard_LastTime_keeps_to_the_person(t *testing.T) {
	s := heldOnce(t)
	s.must(s.Do(PlanSession(Session{ID: 50, With: omar, Start: day(3)})))
	last, _ := s.LastTime(50)
	if last.Session != 0 || len(last.Mine)+len(last.Promised)+len(last.Done)+len(last.Left)+len(last.ToRecord) != 0 {
		t.Errorf("the line manager's session shows what was agreed with Ruth: %+v", last)
	}
	s.must(s.Do(AddAction(Action{ID: 35, Text: "Of an item brought here", Owner: Me, Item: good})))
	s.must(s.Do(PutOnAgenda(50, good)))
	last, _ = s.LastTime(50)
	same(t, "of an item on the agenda", actionIDs(last.Mine), 35)
	s.must(s.Do(PlanSession(Session{ID: 51, Kind: AdHoc, Start: day(3)})))
	if last, _ := s.LastTime(51); last.Session != 0 || len(last.Mine) != 0 {
		t.Errorf("with nobody in particular: %+v", last)
	}
}

func TestBoard_LastTime_survives_a_change_of_supervisor(t *testing.T) {
	s := heldOnce(t)
	const vera ID = 3
	s.must(s.Do(AddRelationship(Relationship{ID: vera, Name: "Vera", Kind: ClinicalSupervisor})))
	s.must(s.Do(ChangeSupervisor(soon, vera)))
	last, _ := s.LastTime(soon)
	same(t, "what Ruth and I agreed is hers while she is there", actionIDs(append(last.Mine, last.Promised...)))
	s.must(s.Do(ChangeSupervisor(soon, ruth)))
	s.must(s.Do(StandIn(soon, vera)))
	last, _ = s.LastTime(soon)
	same(t, "mine, while Vera stands in", actionIDs(last.Mine), 31, 33)
	same(t, "promised", actionIDs(last.Promised), 32)
	same(t, "brought", ids(last.Brought), speak)
	s.must(s.Do(OpenSession(soon, day(14))))
	s.closes(soon)
	s.must(s.Do(ChangeSupervisor(later, vera)))
	last, _ = s.LastTime(later)
	same(t, "while Ruth is there too", actionIDs(last.Mine))
	s.must(s.Do(Archive(ruth)))
	last, _ = s.LastTime(later)
	same(t, "once Ruth has gone", actionIDs(last.Mine), 31, 33)
}

func TestBoard_Account_tells_what_became_of_each_item(t *testing.T) {
	s := heldOnce(t)
	account, err := s.Account(past)
	if err != nil || len(account) != 2 {
		t.Fatalf("account: %v, %v", account, err)
	}
	if a := account[0]; a.Item.ID != fear || a.Outcome.Kind != Decision || a.Went {
		t.Errorf("discussed: %+v", a)
	}
	if a := account[1]; a.Item.ID != speak || a.Outcome != (Outcome{}) || !a.Went {
		t.Errorf("left for next time: %+v", a)
	}
}

func TestAccount_Became(t *testing.T) {
	standing := AgendaItem{State: Discussed, Standing: StandingLeave}
	for _, c := range []struct {
		account Account
		want    Became
		left    bool
	}{
		{Account{Item: AgendaItem{State: OnAgenda}}, "", false},
		{Account{Item: AgendaItem{State: OnAgenda}, Outcome: Outcome{Text: "Half"}}, "", false},
		{Account{Item: standing}, "discussed", false},
		{Account{Item: AgendaItem{State: Discussed}, Outcome: Outcome{Kind: Decision}}, "decision", false},
		{Account{Item: AgendaItem{State: Discussed}, Outcome: Outcome{Kind: Deferred}, Went: true}, WentNextTime, true},
		{Account{Item: AgendaItem{State: Waiting}, Went: true}, WentNextTime, true},
		{Account{Item: AgendaItem{State: Parked}, Went: true}, PutAside, true},
		{Account{Item: AgendaItem{State: Withdrawn}}, "withdrawn", true},
		{Account{Item: AgendaItem{State: Solved}, Outcome: Outcome{Kind: Advice}}, "solved_elsewhere", true},
	} {
		if got := c.account.Became(); got != c.want || c.account.Left() != c.left {
			t.Errorf("%+v became %q, left %v; want %q, %v", c.account, got, c.account.Left(), c.want, c.left)
		}
	}
}

func TestBoard_NextSession_and_Missed(t *testing.T) {
	s := newScene(t)
	for _, c := range []struct {
		name string
		now  time.Time
		want ID
	}{
		{"before all", day(-3), past},
		{"later on the day", day(0).Add(5 * time.Hour), past},
		{"the day after", day(1), soon},
		{"before midnight there, after it here", day(14).Add(14*time.Hour - 1), soon},
	} {
		if next, found := s.NextSession(c.now); !found || next.ID != c.want {
			t.Errorf("%s: %v %v, want %v", c.name, next.ID, found, c.want)
		}
	}
	if _, found := s.NextSession(day(40)); found {
		t.Error("nothing after the last")
	}
	missed := s.Missed(day(20))
	if len(missed) != 2 || missed[0].ID != past || missed[1].ID != soon {
		t.Errorf("missed: %v", missed)
	}
	s.must(s.Do(OpenSession(later, day(28))))
	if next, _ := s.NextSession(day(-3)); next.ID != later {
		t.Errorf("what is open comes first, not %v", next.ID)
	}
	s.must(s.Do(OpenSession(past, day(0))))
	if next, _ := s.NextSession(day(-3)); next.ID != past {
		t.Errorf("of two open ones the earlier, not %v", next.ID)
	}
}
