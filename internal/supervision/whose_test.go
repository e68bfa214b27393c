package supervision

import "testing"

const vera, rose ID = 3, 4

// afterRuth is a scene in which Ruth has gone after one session, which left two
// items and two actions; one further item was kept for her.
func afterRuth(t *testing.T) scene {
	s := heldOnce(t)
	s.must(s.Do(Park(good, Lot{With: ruth})))
	s.must(s.Do(CancelSession(soon, "Ruth has left")))
	s.must(s.Do(CancelSession(later, "Ruth has left")))
	s.must(s.Do(Archive(ruth)))
	return s
}

// comes adds somebody and plans a session with them on the day.
func (s scene) comes(id ID, kind RelationshipKind, since Date, on int) ID {
	s.Helper()
	s.must(s.Do(AddRelationship(Relationship{ID: id, Name: "R", Kind: kind, Since: since})))
	s.must(s.Do(PlanSession(Session{ID: 100 + id, With: id, Start: day(on)})))
	return 100 + id
}

func TestBoard_what_Ruth_left_waits_for_the_next_of_her_kind(t *testing.T) {
	s := afterRuth(t)
	next := s.comes(vera, ClinicalSupervisor, "2026-04-01", 40)
	other := s.comes(rose, ExternalSupervisor, "2026-04-01", 41)
	same(t, "carried with Vera", ids(s.CarriedOver(vera, 1)), speak)
	same(t, "kept with Vera", ids(s.Kept(vera)), good)
	same(t, "waiting with Vera", ids(s.Basket(vera, nil)), speak, off)
	same(t, "waiting with Rose, of another kind", ids(s.Basket(rose, nil)), off)
	same(t, "waiting with Omar", ids(s.Basket(omar, nil)), off)
	same(t, "kept with Rose", ids(s.Kept(rose)))
	same(t, "past with Vera", sessionIDs(s.Past(vera)))
	same(t, "past with Ruth", sessionIDs(s.Past(ruth)), later, soon, past)

	last, _ := s.LastTime(next)
	if last.Session != 0 {
		t.Errorf("last time with Vera was session %v, which was Ruth's", last.Session)
	}
	same(t, "mine", actionIDs(last.Mine), 31, 33)
	same(t, "promised", actionIDs(last.Promised), 32)
	same(t, "left", ids(last.Left), speak)
	same(t, "to record", last.ToRecord, Unrecorded{fear, past})
	last, _ = s.LastTime(other)
	same(t, "with Rose", actionIDs(append(last.Mine, last.Promised...)))

	last, _ = s.LastTime(past)
	if len(last.Mine) != 0 {
		t.Errorf("the record of Ruth's session took up %v", last.Mine)
	}
	s.must(s.Do(Restore(ruth)))
	same(t, "with Vera once Ruth is back", ids(s.Basket(vera, nil)), off)
	same(t, "with Ruth", ids(s.Basket(ruth, nil)), speak, off)
}

func TestBoard_done_since_Ruth_left_is_told_the_next_once(t *testing.T) {
	s := afterRuth(t)
	next := s.comes(vera, ClinicalSupervisor, "2026-04-01", 40)
	s.must(s.Do(DoneAction(31, "2026-04-02", "")))
	last, _ := s.LastTime(next)
	same(t, "done since Ruth's last", actionIDs(last.Done), 31)
	s.must(s.Do(OpenSession(next, day(40))))
	s.must(s.Do(DoneAction(33, dayOf(day(40)), "")))
	last, _ = s.LastTime(next)
	same(t, "ticked in the talk", actionIDs(last.Mine), 33)
	s.closes(next)
	s.must(s.Do(PlanSession(Session{ID: 60, With: vera, Start: day(54)})))
	last, _ = s.LastTime(60)
	if last.Session != next {
		t.Errorf("last time was %v", last.Session)
	}
	same(t, "promised still", actionIDs(last.Promised), 32)
}

// The next is who began after the last session with Ruth, not somebody beside her,
// and not whoever comes later still.
func TestBoard_after_takes_the_next(t *testing.T) {
	s := afterRuth(t)
	gone := at[Relationship](s.Board, ruth)
	if next := s.after(gone); next != 0 {
		t.Errorf("after Ruth comes %v, of another kind", next)
	}
	steps := []struct {
		id    ID
		since Date
		want  ID
	}{
		{5, "2025-01-01", 5}, // beside Ruth, and the only one
		{6, "2025-06-01", 6}, // beside Ruth too, and later
		{7, "2026-06-01", 7}, // after Ruth
		{8, "2026-05-01", 8}, // sooner after Ruth
		{9, "2026-07-01", 8},
	}
	for _, step := range steps {
		s.must(s.Do(AddRelationship(Relationship{ID: step.id, Name: "N", Kind: ClinicalSupervisor, Since: step.since})))
		if next := s.after(gone); next != step.want {
			t.Errorf("with %v, after Ruth comes %v, want %v", step.id, next, step.want)
		}
	}
	s.must(s.Do(Archive(8)))
	if next := s.after(gone); next != 9-2 {
		t.Errorf("once the next has gone too, %v comes, want 7", next)
	}
	if next := s.after(at[Relationship](s.Board, 8)); next != 7 {
		t.Errorf("after the one after Ruth comes %v, want 7", next)
	}
}

// What is carried on from Ruth goes where it waits, also by itself.
func TestBoard_NextTime_goes_on_with_the_next(t *testing.T) {
	s := afterRuth(t)
	next := s.comes(vera, ClinicalSupervisor, "2026-04-01", 40)
	s.must(s.Do(ReopenSession(past, day(1))))
	s.must(s.Do(NextTime(fear)))
	s.stands(fear, OnAgenda, next, past)
	s.must(s.Do(AddStanding(next, AgendaItem{ID: 40, Title: "Leave", Standing: StandingLeave})))
	s.must(s.Do(OpenSession(next, day(40))))
	s.closes(next) // the standing item is carried, once more
	s.must(s.Do(Archive(vera)))
	then := s.comes(rose, ClinicalSupervisor, "2026-05-01", 60)
	s.must(s.Do(AddStanding(then, AgendaItem{ID: 41, Title: "Leave", Standing: StandingLeave})))
	s.stands(40, OnAgenda, then, next)
}

func TestBoard_what_a_session_with_nobody_left_waits_for_anybody(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(HoldAdHoc(Session{ID: 50, Start: day(0)}, fear)))
	s.closes(50)
	s.stands(fear, Waiting, 0, 50)
	for _, with := range []ID{ruth, omar} {
		same(t, "carried over", ids(s.CarriedOver(with, 1)), fear)
	}
}

func sessionIDs(all []Session) (ids []ID) {
	for _, s := range all {
		ids = append(ids, s.ID)
	}
	return ids
}
