package supervision

import (
	"testing"

	"aftershift/internal/fault"
)

func TestBoard_Discuss_replaces_within_the_session(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, fear)))
	s.refuses(fault.Conflict, "before it opens", func() (Change, error) { return s.Do(Discuss(fear, Outcome{})) })
	s.must(s.Do(OpenSession(past, day(0))))
	s.must(s.Do(NoteOutcome(fear, Outcome{Text: "So far."})))
	s.stands(fear, OnAgenda, past)
	s.must(s.Do(Discuss(fear, Outcome{Text: "So far."})))
	s.must(s.Do(Discuss(fear, Outcome{Session: later, Kind: Advice, Text: "In the end."})))
	it := s.item(fear)
	if it.Outcome.Text != "In the end." || it.Outcome.Session != past || len(it.Earlier) != 0 {
		t.Errorf("outcome: %+v", it.Outcome)
	}
	s.refuses(fault.Invalid, "unknown kind", func() (Change, error) { return s.Do(Discuss(fear, Outcome{Kind: "x"})) })
	s.refuses(fault.NotFound, "nothing", func() (Change, error) { return s.Do(Discuss(99, Outcome{})) })
	s.must(s.Do(PutOnAgenda(past, good)))
	s.must(s.Do(Withdraw(good)))
	s.refuses(fault.Conflict, "withdrawn", func() (Change, error) { return s.Do(Discuss(good, Outcome{})) })
	s.refuses(fault.Conflict, "note on withdrawn", func() (Change, error) { return s.Do(NoteOutcome(good, Outcome{})) })
	s.closes(past)
	s.refuses(fault.Conflict, "after closing", func() (Change, error) { return s.Do(Discuss(fear, Outcome{Kind: Advice})) })
}

func TestBoard_NextTime_finds_the_next_with_the_same_person(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PlanSession(Session{ID: 50, With: omar, Start: day(7)})))
	s.must(s.Do(PutOnAgenda(past, fear, speak)))
	s.must(s.Do(NextTime(speak)))
	s.stands(speak, OnAgenda, soon, past)
	s.must(s.Do(NextTime(speak)))
	s.stands(speak, OnAgenda, later, past, soon)
	s.must(s.Do(NextTime(speak)))
	s.stands(speak, Waiting, 0, past, soon, later)
	s.refuses(fault.Conflict, "what waits", func() (Change, error) { return s.Do(NextTime(speak)) })
	s.refuses(fault.NotFound, "nothing", func() (Change, error) { return s.Do(NextTime(99)) })
	s.must(s.Do(HoldAdHoc(Session{ID: 51, Start: day(1)}, good)))
	s.must(s.Do(NextTime(good)))
	s.stands(good, Waiting, 0, 51)
}

func TestBoard_Withdraw_and_BringBack(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	s.must(s.Do(Withdraw(fear)))
	s.lists(soon, speak)
	s.stands(fear, Withdrawn, 0)
	s.must(s.Do(BringBack(fear)))
	s.stands(fear, Waiting, 0)

	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(SolveElsewhere(speak)))
	s.lists(soon, speak)
	s.must(s.Do(BringBack(speak)))
	s.stands(speak, OnAgenda, soon)
	s.must(s.Do(Discuss(speak, Outcome{Kind: Advice, Text: "Kept."})))
	s.must(s.Do(BringBack(speak)))
	s.stands(speak, OnAgenda, soon)
	if s.item(speak).Outcome.Text != "Kept." {
		t.Error("what was written stays")
	}
	s.must(s.Do(Withdraw(speak)))
	s.closes(soon)
	s.lists(soon, speak)
	s.must(s.Do(BringBack(speak)))
	s.stands(speak, Waiting, 0, soon)
	s.lists(soon)
}

func TestBoard_settle_refuses(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(Withdraw(good)))
	s.hold(past, Outcome{Kind: Advice}, fear)
	s.closes(past)
	for _, id := range []ID{good, fear} {
		s.refuses(fault.Conflict, "withdraw", func() (Change, error) { return s.Do(Withdraw(id)) })
		s.refuses(fault.Conflict, "solve", func() (Change, error) { return s.Do(SolveElsewhere(id)) })
		s.refuses(fault.Conflict, "park", func() (Change, error) { return s.Do(Park(id, Lot{With: ruth})) })
	}
	s.refuses(fault.Conflict, "bring back from a closed session", func() (Change, error) { return s.Do(BringBack(fear)) })
	s.refuses(fault.Conflict, "bring back what waits", func() (Change, error) { return s.Do(BringBack(speak)) })
	s.refuses(fault.NotFound, "bring back nothing", func() (Change, error) { return s.Do(BringBack(99)) })
	s.refuses(fault.NotFound, "withdraw nothing", func() (Change, error) { return s.Do(Withdraw(99)) })
}

func TestBoard_Park_for_a_person_or_elsewhere(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	s.must(s.Do(Park(fear, Lot{With: omar})))
	s.lists(soon, speak)
	s.stands(fear, Parked, 0)
	s.must(s.Do(Park(fear, Lot{Elsewhere: ForTherapy})))
	same(t, "for therapy", ids(s.ParkedFor(Lot{Elsewhere: ForTherapy})), fear)
	same(t, "for Omar", ids(s.ParkedFor(Lot{With: omar})))
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Park(speak, Lot{With: ruth})))
	s.stands(speak, Parked, 0, soon)
	s.must(s.Do(Unpark(speak)))
	s.stands(speak, Waiting, 0, soon)
	s.must(s.Do(Withdraw(fear)))
	s.stands(fear, Withdrawn, 0)
	s.refuses(fault.Conflict, "unpark what waits", func() (Change, error) { return s.Do(Unpark(speak)) })
	s.refuses(fault.Invalid, "nowhere", func() (Change, error) { return s.Do(Park(good, Lot{})) })
	s.refuses(fault.Invalid, "in two places", func() (Change, error) { return s.Do(Park(good, Lot{ruth, ForDoctor})) })
	s.refuses(fault.NotFound, "for nobody", func() (Change, error) { return s.Do(Park(good, Lot{With: 99})) })
}

func TestBoard_MarkInCaseRecord_after_closing(t *testing.T) {
	s := newScene(t)
	belongs := CaseRecord{Belongs: true}
	s.hold(past, Outcome{Kind: Deferred, CaseRecord: belongs}, fear)
	s.must(s.Do(PutOnAgenda(past, speak)))
	s.must(s.Do(Discuss(speak, Outcome{Kind: Advice})))
	s.closes(past)
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(fear, Outcome{Kind: Decision, CaseRecord: belongs})))
	s.closes(soon)
	same(t, "pending", s.Unrecorded(), Unrecorded{fear, past}, Unrecorded{fear, soon})
	s.must(s.Do(MarkInCaseRecord(fear, past, true)))
	same(t, "after the first", s.Unrecorded(), Unrecorded{fear, soon})
	s.must(s.Do(MarkInCaseRecord(fear, soon, true)))
	same(t, "after both", s.Unrecorded())
	s.must(s.Do(MarkInCaseRecord(fear, soon, false)))
	same(t, "taken back", s.Unrecorded(), Unrecorded{fear, soon})
	s.refuses(fault.Conflict, "what doesn't belong", func() (Change, error) { return s.Do(MarkInCaseRecord(speak, past, true)) })
	s.refuses(fault.NotFound, "in another session", func() (Change, error) { return s.Do(MarkInCaseRecord(fear, later, true)) })
	s.refuses(fault.NotFound, "of nothing", func() (Change, error) { return s.Do(MarkInCaseRecord(99, past, true)) })
}
