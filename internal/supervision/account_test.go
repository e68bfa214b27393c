package supervision

import (
	"errors"
	"testing"

	"aftershift/internal/fault"
)

func TestBoard_agenda_queries_of_no_session(t *testing.T) {
	s := newScene(t)
	_, err1 := s.Agenda(99)
	_, err2 := s.LastTime(99)
	_, err3 := s.Account(99)
	_, err4 := s.Cadence(99, "2026-01-01", "2026-03-01")
	for i, err := range []error{err1, err2, err3, err4} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("query %d: %v", i+1, err)
		}
	}
}

func TestBoard_Talked_of_the_last_sessions(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Advice, Minutes: 30}, fear)
	s.closes(past)
	s.hold(soon, Outcome{Kind: Advice}, speak)
	s.closes(soon)
	s.must(s.Do(HoldAdHoc(Session{ID: 50, With: omar, Start: day(20)}, off)))
	s.must(s.Do(Discuss(off, Outcome{Kind: NoChange, Minutes: 7})))
	s.must(s.Do(CloseSession(50, day(20))))
	same(t, "all with anybody", ids(s.Talked(0, 9)), off, speak, fear)
	same(t, "last two", ids(s.Talked(0, 2)), off, speak)
	same(t, "last one with Ruth", ids(s.Talked(ruth, 1)), speak)
	same(t, "none", ids(s.Talked(omar, 0)))
}
