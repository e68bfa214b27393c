package supervision

import (
	"testing"
	"time"

	"aftershift/internal/fault"
)

func TestBoard_Archive_waits_for_planned_sessions(t *testing.T) {
	s := newScene(t)
	s.refuses(fault.Conflict, "archive with sessions planned", func() (Change, error) { return s.Do(Archive(ruth)) })
	s.refuses(fault.NotFound, "archive nobody", func() (Change, error) { return s.Do(Archive(99)) })
	s.must(s.Do(Archive(omar)))
	s.refuses(fault.Conflict, "plan with an archived person", func() (Change, error) {
		return s.Do(PlanSession(Session{ID: 50, With: omar, Start: day(1)}))
	})
	s.must(s.Do(EditRelationship(Relationship{ID: omar, Name: "Omar B", Kind: LineManager})))
	if all := s.Relationships(); all[1].Name != "Omar B" || !all[1].Archived {
		t.Errorf("editing keeps the archive, which comes last: %v", all)
	}
	s.must(s.Do(Restore(omar)))
	if r, _ := s.Relationship(omar); r.Archived {
		t.Error("restored")
	}
}

func TestBoard_relationship_operations_refuse(t *testing.T) {
	s := newScene(t)
	s.refuses(fault.Conflict, "an id in use", func() (Change, error) {
		return s.Do(AddRelationship(Relationship{ID: ruth, Name: "R", Kind: Peer}))
	})
	s.refuses(fault.Invalid, "no name", func() (Change, error) {
		return s.Do(AddRelationship(Relationship{ID: 9, Kind: Peer}))
	})
	s.refuses(fault.NotFound, "edit nobody", func() (Change, error) {
		return s.Do(EditRelationship(Relationship{ID: 9, Name: "R", Kind: Peer}))
	})
	s.refuses(fault.NotFound, "restore nobody", func() (Change, error) { return s.Do(Restore(9)) })
}

func TestBoard_PlanSession_takes_what_is_usual(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PlanSession(Session{
		ID: 50, With: omar, Start: day(3), State: Closed, Opened: day(3), Agenda: []ID{fear}, Helpful: 3,
	})))
	got := s.session(50)
	if got.Kind != LineManagement || got.Minutes != 90 || got.State != Planned || len(got.Agenda) != 0 || got.Helpful != 0 {
		t.Errorf("planned: %+v", got)
	}
	s.refuses(fault.Conflict, "an id in use", func() (Change, error) { return s.Do(PlanSession(Session{ID: 50, With: ruth, Start: day(1)})) })
	s.refuses(fault.NotFound, "with nobody known", func() (Change, error) { return s.Do(PlanSession(Session{ID: 51, With: 9, Start: day(1)})) })
	s.refuses(fault.Invalid, "no kind", func() (Change, error) { return s.Do(PlanSession(Session{ID: 51, Start: day(1)})) })
	s.refuses(fault.Invalid, "no start", func() (Change, error) { return s.Do(PlanSession(Session{ID: 51, With: ruth})) })
}

func TestBoard_MoveSession_keeps_items(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak)))
	s.must(s.Do(MoveSession(soon, day(16))))
	s.lists(soon, fear, speak)
	s.stands(fear, OnAgenda, soon)
	s.refuses(fault.Invalid, "to no time", func() (Change, error) { return s.Do(MoveSession(soon, time.Time{})) })
	s.must(s.Do(OpenSession(soon, day(16))))
	s.refuses(fault.Conflict, "an open one", func() (Change, error) { return s.Do(MoveSession(soon, day(17))) })
}

func TestBoard_ChangeSupervisor_keeps_items_and_chain(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(past, fear)))
	s.must(s.Do(CancelSession(past, "Ruth was ill")))
	s.must(s.Do(PutOnAgenda(soon, fear)))
	s.must(s.Do(ChangeSupervisor(soon, omar)))
	s.stands(fear, OnAgenda, soon, past)
	s.must(s.Do(ChangeSupervisor(soon, 0)))
	if s.session(soon).With != 0 {
		t.Error("with nobody in particular")
	}
	s.refuses(fault.NotFound, "to nobody known", func() (Change, error) { return s.Do(ChangeSupervisor(soon, 9)) })
	s.refuses(fault.Conflict, "of a cancelled session", func() (Change, error) { return s.Do(ChangeSupervisor(past, omar)) })
}

func TestBoard_CancelSession_rehomes_every_item(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(soon, fear, speak, good)))
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Withdraw(good)))
	s.must(s.Do(CancelSession(soon, "Fire alarm")))
	s.lists(soon)
	s.stands(fear, Waiting, 0, soon)
	s.stands(speak, Waiting, 0, soon)
	s.stands(good, Withdrawn, 0)
	if got := s.session(soon); got.State != Cancelled || got.Reason != "Fire alarm" {
		t.Errorf("cancelled: %+v", got)
	}
	s.refuses(fault.Conflict, "twice", func() (Change, error) { return s.Do(CancelSession(soon, "again")) })
	s.refuses(fault.Invalid, "without a reason", func() (Change, error) { return s.Do(CancelSession(past, "  ")) })
	s.refuses(fault.NotFound, "nothing", func() (Change, error) { return s.Do(CancelSession(99, "ill")) })
	s.hold(past, Outcome{Kind: Advice}, fear)
	s.refuses(fault.Conflict, "after talking", func() (Change, error) { return s.Do(CancelSession(past, "ill")) })
}

func TestBoard_EditSession_by_state(t *testing.T) {
	s := newScene(t)
	edit := func(id ID, do func(*Session)) func() (Change, error) {
		return func() (Change, error) { return s.Do(EditSession(changed(s.session(id), do))) }
	}
	s.must(edit(soon, func(x *Session) {
		x.Kind, x.Minutes, x.Notes, x.Mode, x.Start, x.With = Group, 90, "Notes.", ByPhone, day(99), omar
	})())
	got := s.session(soon)
	if got.Kind != Group || got.Minutes != 90 || got.Notes != "Notes." || got.Mode != ByPhone {
		t.Errorf("edited: %+v", got)
	}
	if !got.Start.Equal(day(14)) || got.With != ruth {
		t.Error("start and person have operations of their own")
	}
	s.must(s.Do(OpenSession(soon, day(14))))
	s.closes(soon)
	s.must(edit(soon, func(x *Session) { x.Helpful, x.WhatHelped, x.NextDate, x.Held = 4, "Quiet.", "2026-04-01", 50 })())
	s.refuses(fault.Conflict, "notes of a closed session", edit(soon, func(x *Session) { x.Notes = "Other." }))
	s.refuses(fault.Conflict, "disagreement after closing", edit(soon, func(x *Session) { x.Disagreement = "No." }))
	s.refuses(fault.Conflict, "a reason without cancelling", edit(later, func(x *Session) { x.Reason = "ill" }))
	s.refuses(fault.Invalid, "six of five", edit(later, func(x *Session) { x.Helpful = 6 }))
	s.must(s.Do(CancelSession(later, "ill")))
	s.must(edit(later, func(x *Session) { x.Reason = "on leave" })())
	s.refuses(fault.NotFound, "no session", func() (Change, error) { return s.Do(EditSession(Session{ID: 99})) })
}
