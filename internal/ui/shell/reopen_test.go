package shell

import (
	"slices"
	"testing"
)

func TestRoom_Reopen_goesToTheDoorOnce(t *testing.T) {
	s := inSample(t)
	r := s.room
	if err := r.KeepAll(); err != nil || !slices.Contains(s.calls, "journal flush") {
		t.Fatalf("kept %q, %v", s.calls, err)
	}
	r.Reopen()
	r.Reopen() // a second time nothing is left to leave
	if s.desk() != nil || len(s.replaced) != 1 || !slices.Contains(s.calls, "journal close") {
		t.Errorf("desk %v, started afresh %q, calls %q", s.desk(), s.replaced, s.calls)
	}
}

func TestRoom_Repair_locksAndThenLooks(t *testing.T) {
	s := inSample(t)
	s.room.Repair()
	if s.desk() != nil || len(s.replaced) != 1 || !s.repair || !slices.Contains(s.calls, "journal flush") {
		t.Errorf("desk %v, started afresh %q, to repair: %v, calls %q", s.desk(), s.replaced, s.repair, s.calls)
	}
}
