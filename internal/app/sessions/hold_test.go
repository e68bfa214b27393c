package sessions_test

import (
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func flagOfEntry(t *testing.T, d *app.Desk, id journal.ID) journal.Flag {
	t.Helper()
	e, err := d.Entry(id)
	apptest.Must(t, err)
	return e.Flag
}

func TestDesk_EndSession_settles_carries_and_clears_flags(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries, items := apptest.HeldAgenda(t, d, c)
	c.Set(c.Now().Add(47 * time.Minute))
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Text: "It was reasonable."}))
	if err := d.EndSession(session, 47, nil); fault.KindOf(err) != fault.Conflict {
		t.Fatalf("without a kind: %v, want conflict", err)
	}
	if flagOfEntry(t, d, entries[0].ID) != journal.Urgent {
		t.Error("the flag went before the session was closed")
	}
	apptest.Must(t, d.EndSession(session, 47, map[journal.ID]supervision.OutcomeKind{items[0].ID: supervision.Advice}))
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if s.Session.State != supervision.Closed || s.Session.Held != 47 {
		t.Errorf("session %v held for %d", s.Session.State, s.Session.Held)
	}
	if flagOfEntry(t, d, entries[0].ID) != journal.NoFlag || flagOfEntry(t, d, entries[1].ID) != journal.Next {
		t.Error("flags: want none for what was discussed, next for what wasn't")
	}
	if basket := d.Basket(); len(basket) != 2 || basket[0].Item.Carried != 1 {
		t.Errorf("basket %v, want the two that were not reached", basket)
	}
	apptest.Must(t, d.Undo())
	if flagOfEntry(t, d, entries[0].ID) != journal.Urgent || len(d.Basket()) != 0 {
		t.Error("undo did not open the session again as it was")
	}
	apptest.Must(t, d.Redo())
	if flagOfEntry(t, d, entries[0].ID) != journal.NoFlag || len(d.Basket()) != 2 {
		t.Error("redo did not close the session again")
	}
}

func TestDesk_EndSession_deferred_comes_next_time(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{}))
	apptest.Must(t, d.EndSession(session, 60, map[journal.ID]supervision.OutcomeKind{items[0].ID: supervision.Deferred}))
	it, err := d.Item(items[0].ID)
	apptest.Must(t, err)
	if it.State != supervision.Waiting || flagOfEntry(t, d, entries[0].ID) != journal.Urgent {
		t.Errorf("item %v, flag %q", it.State, flagOfEntry(t, d, entries[0].ID))
	}
}

func TestDesk_NoteOutcome_is_no_step(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, _, items := apptest.HeldAgenda(t, d, c)
	was := d.CanUndo()
	apptest.Must(t, d.NoteOutcome(items[1].ID, supervision.Outcome{Text: "We rehearsed a sentence."}))
	it, err := d.Item(items[1].ID)
	apptest.Must(t, err)
	if d.CanUndo() != was || it.Outcome == nil || it.Outcome.Text != "We rehearsed a sentence." || it.State != supervision.OnAgenda {
		t.Errorf("undo %q, item %+v", d.CanUndo(), it)
	}
}

func TestDesk_HoldAdHoc_can_be_written_on_at_once(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, err := d.HoldAdHoc(0)
	apptest.Must(t, err)
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if len(s.Items) != 1 || !s.Live(c.Now()) || s.Session.Kind != supervision.AdHoc {
		t.Fatalf("sitting %+v", s)
	}
	apptest.Must(t, d.Discuss(s.Items[0].ID, supervision.Outcome{Kind: supervision.Advice, Text: "Ring first."}))
	apptest.Must(t, d.EndSession(session, 10, nil))
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if _, err := d.Sitting(session); fault.KindOf(err) != fault.NotFound {
		t.Errorf("after undo: %v, want not found", err)
	}
}

func TestSitting_typed_up_afterwards(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	began := c.Now().AddDate(0, 0, -2)
	session, err := d.PlanSession(app.Plan{Start: began, Minutes: 60, Name: "Ruth"})
	apptest.Must(t, err)
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In December."})
	apptest.Must(t, err)
	apptest.Must(t, d.StartSession(session, began.Add(5*time.Minute)))
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if s.Live(c.Now()) || s.Took(c.Now()) != 60 {
		t.Errorf("live %v, took %d; want typed up, 60", s.Live(c.Now()), s.Took(c.Now()))
	}
	apptest.Must(t, d.EndSession(session, 50, nil))
	s, err = d.Sitting(session)
	apptest.Must(t, err)
	if want := began.Add(55 * time.Minute); !s.Session.Closed.Equal(want) || s.Session.Held != 50 {
		t.Errorf("closed %v, want %v; held %d", s.Session.Closed, want, s.Session.Held)
	}
}

func TestDesk_IdleLimit_while_a_session_goes_on(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.IdleMinutes = 5 }))
	cases := []struct {
		after time.Duration
		want  time.Duration
	}{{0, 75 * time.Minute}, {74 * time.Minute, 75 * time.Minute}, {76 * time.Minute, 5 * time.Minute}}
	if got := d.IdleLimit(); got != 5*time.Minute {
		t.Errorf("without a session: %v", got)
	}
	_, err := d.HoldAdHoc(0)
	apptest.Must(t, err)
	began := c.Now()
	for _, test := range cases {
		c.Set(began.Add(test.after))
		if got := d.IdleLimit(); got != test.want {
			t.Errorf("after %v: %v, want %v", test.after, got, test.want)
		}
	}
}

func TestDesk_actions_from_taken_on_to_did_it_work(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries, items := apptest.HeldAgenda(t, d, c)
	id, err := d.SaveAction(supervision.Action{Text: " Ring the school ", Owner: supervision.Me, Item: items[0].ID, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.DoneAction(id, ""))
	apptest.Must(t, d.DidItWork(id, supervision.WorkedInPart))
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if a := s.Actions[0]; a.Text != "Ring the school" || a.DoneOn != d.Today() || a.DidItWork != supervision.WorkedInPart {
		t.Errorf("action %+v", a)
	}
	apptest.Must(t, d.ReopenAction(id))
	if err := d.GiveUpAction(id, " "); fault.KindOf(err) != fault.Invalid {
		t.Errorf("given up without a reason: %v", err)
	}
	apptest.Must(t, d.GiveUpAction(id, "The school rang first."))
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Kind: supervision.Decision, Decision: "Two workers.", CaseRecord: supervision.CaseRecord{Belongs: true}}))
	apptest.Must(t, d.MarkInCaseRecord(items[0].ID, session, true))
	came := d.CameOf(entries[0].ID)
	if len(came) != 1 || came[0].With != "Ruth" || came[0].Outcome.Decision != "Two workers." || !came[0].Outcome.CaseRecord.Done || len(came[0].Actions) != 1 {
		t.Errorf("what came of the entry: %+v", came)
	}
	if came := d.CameOf(entries[1].ID); len(came) != 0 {
		t.Errorf("came of an entry that was not talked about: %+v", came)
	}
}

// advised gives a session of HeldAgenda that is over, in which there was advice on the
// first item and nothing on the others.
func advised(t *testing.T, d *app.Desk, c *apptest.Clock, minutes int) (session journal.ID, entries []journal.Entry) {
	t.Helper()
	session, entries, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Kind: supervision.Advice}))
	apptest.Must(t, d.EndSession(session, minutes, nil))
	return session, entries
}

func TestDesk_after_the_session(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries := advised(t, d, c, 60)
	talked, err := d.TalkedAbout(session)
	apptest.Must(t, err)
	if len(talked) != 1 || talked[0].ID != entries[0].ID {
		t.Fatalf("talked about %v, want the entry of the discussed item", talked)
	}
	apptest.Must(t, d.SetCarrying(entries[0].ID, journal.LevelOf(3)))
	carried := func() int { e, _ := d.Entry(entries[0].ID); n, _ := e.Impact.Carrying.Value(); return n }
	if carried() != 3 {
		t.Errorf("carrying %d, want 3", carried())
	}
	apptest.Must(t, d.Undo())
	if carried() != 0 {
		t.Errorf("after undo: carrying %d", carried())
	}
	r := app.SessionReview{Helpful: 4, WhatHelped: "Silence.", Notes: "Ask again.", Mode: supervision.ByPhone, NextDate: "2026-04-09"}
	apptest.Must(t, d.ReviewSession(session, r))
	apptest.Must(t, d.Correct(session, "We also agreed on May.", false))
	apptest.Must(t, d.Correct(session, "I see it differently.", true))
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if got := s.Session; app.ReviewOf(got) != r || len(got.Corrections) != 2 || !got.Corrections[1].Disagreement {
		t.Errorf("session %+v", got)
	}
	r.Shared = "Changed afterwards."
	if err := d.ReviewSession(session, r); fault.KindOf(err) != fault.Conflict {
		t.Errorf("changed the record of a closed session: %v", err)
	}
	if err := d.Correct(session, " ", false); fault.KindOf(err) != fault.Invalid {
		t.Errorf("empty correction: %v", err)
	}
}

func TestDesk_ReopenSession_to_mend_its_record(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries := advised(t, d, c, 50)
	c.Set(c.Now().AddDate(0, 0, 2))
	apptest.Must(t, d.ReopenSession(session))
	s, err := d.Sitting(session)
	apptest.Must(t, err)
	if s.Session.State != supervision.Open || len(s.Session.Reopened) != 1 || s.Live(c.Now()) || s.Took(c.Now()) != 50 {
		t.Errorf("session %+v, proposes %d minutes", s.Session, s.Took(c.Now()))
	}
	if flagOfEntry(t, d, entries[0].ID) == journal.NoFlag {
		t.Error("what can be talked about again has no flag")
	}
	apptest.Must(t, d.ReviewSession(session, app.SessionReview{Shared: "We forgot the rota.", Disagreement: "Not quite."}))
	apptest.Must(t, d.EndSession(session, 55, nil))
	s, err = d.Sitting(session)
	apptest.Must(t, err)
	if got := s.Session; got.State != supervision.Closed || got.Held != 55 || got.Notes != "We forgot the rota." || got.Disagreement != "Not quite." {
		t.Errorf("session %+v", got)
	}
	if flagOfEntry(t, d, entries[0].ID) != journal.NoFlag {
		t.Error("the flag stays after the session was closed again")
	}
}

func TestDesk_Sitting_begins_with_last_time(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Discuss(items[0].ID, supervision.Outcome{Kind: supervision.Decision, Decision: "Two workers.", CaseRecord: supervision.CaseRecord{Belongs: true}}))
	for _, owner := range []supervision.Owner{supervision.Me, supervision.Supervisor} {
		_, err := d.SaveAction(supervision.Action{Text: "By " + string(owner), Owner: owner, Session: session})
		apptest.Must(t, err)
	}
	next, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 14), Minutes: 60, Name: "Ruth"})
	apptest.Must(t, err)
	apptest.Must(t, d.EndSession(session, 60, nil))
	s, err := d.Sitting(next)
	apptest.Must(t, err)
	l := s.Last
	if len(l.Mine) != 1 || len(l.Promised) != 1 || len(l.Brought) != 2 || len(s.Pending) != 1 || s.Pending[0].Decision != "Two workers." {
		t.Errorf("last time %+v, pending %+v", l, s.Pending)
	}
}

func TestDesk_Sitting_promise_stays_with_who_made_it(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, _ := apptest.HeldAgenda(t, d, c)
	promise, err := d.SaveAction(supervision.Action{Text: "Send the template", Owner: supervision.Supervisor, Session: session})
	apptest.Must(t, err)
	apptest.Must(t, d.EndSession(session, 60, nil))
	next, err := d.PlanSession(app.Plan{Start: c.Now().AddDate(0, 0, 14), Minutes: 60, Name: "Ruth"})
	apptest.Must(t, err)
	apptest.Must(t, d.HoldWith(next, "Nadia"))
	s, err := d.Sitting(next)
	apptest.Must(t, err)
	if s.With.Name != "Nadia" || len(s.Last.Promised) != 1 || s.From[promise] != "Ruth" {
		t.Errorf("with %s, promised %v by %v", s.With.Name, s.Last.Promised, s.From)
	}
}

func TestDesk_HoldWith_somebody_else_keeps_the_agenda(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, _, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.HoldWith(session, " Omar  Reid "))
	a, err := d.Agenda(session)
	apptest.Must(t, err)
	if a.With.Name != "Omar Reid" || len(a.Items) != len(items) || a.Session.State != supervision.Open {
		t.Errorf("with %q, %d items, %s", a.With.Name, len(a.Items), a.Session.State)
	}
	apptest.Must(t, d.Undo())
	if a, _ = d.Agenda(session); a.With.Name != "Ruth" || len(d.Relationships()) != 1 {
		t.Errorf("after undo: with %q, %d people", a.With.Name, len(d.Relationships()))
	}
	if err := d.HoldWith(session, " "); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a name: %v", err)
	}
	apptest.Must(t, d.EndSession(session, 10, nil))
	if err := d.HoldWith(session, "Omar"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("after the end: %v", err)
	}
}

// A session planned with a line for oneself is taken back in one step; changing the plan
// without one leaves the line.
func TestDesk_PlanSession_lineForOneself(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	line := " I dread it. "
	plan := app.Plan{Start: c.Now().AddDate(0, 0, 3), Minutes: 60, Name: "Ruth", Beforehand: &line}
	id, err := d.PlanSession(plan)
	apptest.Must(t, err)
	plan.Session, plan.Minutes, plan.Beforehand = id, 45, nil
	_, err = d.PlanSession(plan)
	apptest.Must(t, err)
	if a, _ := d.Agenda(id); a.Session.Beforehand != "I dread it." || a.Session.Minutes != 45 {
		t.Errorf("%+v", a.Session)
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if _, err := d.Agenda(id); fault.KindOf(err) != fault.NotFound {
		t.Errorf("after two steps back: %v", err)
	}
}
