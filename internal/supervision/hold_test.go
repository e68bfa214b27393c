package supervision

import (
	"testing"
	"time"

	"aftershift/internal/fault"
)

func TestBoard_CloseSession_leaves_the_undiscussed_for_next_time(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision, Text: "Two-worker visits."}, fear)
	s.must(s.Do(PutOnAgenda(past, speak, good, off)))
	s.must(s.Do(Withdraw(good)))
	s.must(s.Do(SolveElsewhere(off)))
	s.must(s.Do(CloseSession(past, day(0).Add(55*time.Minute+40*time.Second))))
	s.lists(past, fear, good, off)
	s.stands(fear, Discussed, past)
	s.stands(speak, OnAgenda, soon, past)
	s.stands(good, Withdrawn, past)
	s.stands(off, Solved, past)
	if got := s.session(past); got.State != Closed || got.Held != 56 {
		t.Errorf("closed: %s after %d minutes", got.State, got.Held)
	}
}

func TestBoard_CloseSession_demands_an_outcome_kind(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Text: "We talked."}, fear, speak)
	s.must(s.Do(Discuss(speak, Outcome{Kind: NoChange})))
	s.refuses(fault.Conflict, "close with a kind missing", func() (Change, error) { return s.Do(CloseSession(past, day(1))) })
	same(t, "unsettled", s.Unsettled(past), fear)
	same(t, "unsettled in no session", s.Unsettled(99))
	s.must(s.Do(Discuss(fear, Outcome{Kind: NewUnderstanding, Text: "We talked."})))
	s.closes(past)
}

func TestBoard_CloseSession_refuses(t *testing.T) {
	s := newScene(t)
	s.refuses(fault.Conflict, "a planned one", func() (Change, error) { return s.Do(CloseSession(past, day(1))) })
	s.refuses(fault.NotFound, "none", func() (Change, error) { return s.Do(CloseSession(99, day(1))) })
	s.must(s.Do(OpenSession(past, day(0))))
	s.refuses(fault.Invalid, "before it began", func() (Change, error) { return s.Do(CloseSession(past, day(-1))) })
	s.refuses(fault.Conflict, "open twice", func() (Change, error) { return s.Do(OpenSession(past, day(0))) })
	s.refuses(fault.Invalid, "open at no time", func() (Change, error) { return s.Do(OpenSession(soon, time.Time{})) })
}

func TestBoard_CloseSession_forgotten_overnight_has_no_length(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(OpenSession(past, day(0))))
	s.must(s.Do(CloseSession(past, day(1))))
	if held := s.session(past).Held; held != 0 {
		t.Errorf("held %d minutes, want not known", held)
	}
}

func TestBoard_CloseSession_deferred_goes_on_with_its_notes(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Deferred, Text: "Half way."}, fear)
	s.closes(past)
	s.stands(fear, OnAgenda, soon, past)
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(fear, Outcome{Kind: Decision, Text: "The other half."})))
	s.closes(soon)
	it := s.item(fear)
	if len(it.Earlier) != 1 || it.Earlier[0].Text != "Half way." || it.Outcome.Text != "The other half." {
		t.Errorf("both outcomes stay: %+v then %+v", it.Earlier, it.Outcome)
	}
	account, err := s.Account(past)
	if err != nil || len(account) != 1 || !account[0].Went || account[0].Outcome.Kind != Deferred {
		t.Errorf("the first session's account: %+v", account)
	}
}

func TestBoard_ReopenSession_keeps_when(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Advice}, fear)
	s.must(s.Do(PutOnAgenda(past, speak)))
	s.closes(past)
	s.must(s.Do(ReopenSession(past, day(1))))
	if got := s.session(past); got.State != Open || len(got.Reopened) != 1 || got.Held != 60 {
		t.Errorf("reopened: %+v", got)
	}
	s.stands(speak, OnAgenda, soon, past)
	s.must(s.Do(PutOnAgenda(past, speak)))
	s.stands(speak, OnAgenda, past)
	s.must(s.Do(Discuss(speak, Outcome{Kind: Advice})))
	s.must(s.Do(CloseSession(past, day(1))))
	s.lists(past, fear, speak)
	s.refuses(fault.Invalid, "reopen at no time", func() (Change, error) { return s.Do(ReopenSession(past, time.Time{})) })
	s.refuses(fault.Conflict, "reopen a planned one", func() (Change, error) { return s.Do(ReopenSession(soon, day(1))) })
}

func TestBoard_HoldAdHoc(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, speak)))
	s.must(s.Do(HoldAdHoc(Session{ID: 50, With: omar, Start: day(2), Minutes: 15}, fear, speak)))
	if got := s.session(50); got.Kind != AdHoc || got.State != Open || !got.Opened.Equal(day(2)) || got.Minutes != 15 {
		t.Errorf("held: %+v", got)
	}
	s.lists(50, fear, speak)
	s.lists(soon)
	s.refuses(fault.Conflict, "with an item twice", func() (Change, error) {
		return s.Do(HoldAdHoc(Session{ID: 51, Start: day(2)}, good, good))
	})
	s.refuses(fault.NotFound, "with an item that isn't there", func() (Change, error) {
		return s.Do(HoldAdHoc(Session{ID: 51, Start: day(2)}, 99))
	})
}

func TestBoard_Correct_only_appends(t *testing.T) {
	s := newScene(t)
	s.refuses(fault.Conflict, "before closing", func() (Change, error) {
		return s.Do(Correct(past, Correction{At: day(1), Text: "x"}))
	})
	s.hold(past, Outcome{Kind: Advice, Text: "As said."}, fear)
	s.closes(past)
	s.must(s.Do(Correct(past, Correction{At: day(1), Text: "The date was the 3rd."})))
	s.must(s.Do(Correct(past, Correction{At: day(2), Text: "I don't agree.", Disagreement: true})))
	got := s.session(past)
	if len(got.Corrections) != 2 || got.Corrections[0].Text != "The date was the 3rd." || !got.Corrections[1].Disagreement {
		t.Errorf("corrections: %+v", got.Corrections)
	}
	if s.item(fear).Outcome.Text != "As said." {
		t.Error("the original stands")
	}
	s.refuses(fault.Invalid, "blank", func() (Change, error) { return s.Do(Correct(past, Correction{At: day(3)})) })
	s.refuses(fault.NotFound, "nothing", func() (Change, error) { return s.Do(Correct(99, Correction{At: day(3), Text: "x"})) })
}
