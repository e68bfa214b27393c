package supervision

import (
	"testing"

	"aftershift/internal/fault"
)

func TestBoard_AddAction_knows_where_it_comes_from(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision}, fear)
	s.must(s.Do(AddAction(Action{
		ID: 31, Text: "Joint visit", Owner: Me, Item: fear, State: Done, DoneOn: "2026-03-02", Reason: "x", DidItWork: ItWorked,
	})))
	if a, _ := s.Action(31); a.Session != past || a.State != ToDo || a.DoneOn != "" || a.DidItWork != "" {
		t.Errorf("added: %+v", a)
	}
	s.closes(past)
	s.must(s.Do(ReopenSession(past, day(1))))
	s.must(s.Do(NextTime(fear)))
	if a, _ := s.Action(31); a.Session != past || a.Item != fear {
		t.Errorf("the action stays where it came from: %+v", a)
	}
	add := func(a Action) func() (Change, error) { return func() (Change, error) { return s.Do(AddAction(a)) } }
	s.refuses(fault.Conflict, "an id in use", add(Action{ID: 31, Text: "T", Owner: Me}))
	s.refuses(fault.Invalid, "nobody's", add(Action{ID: 32, Text: "T"}))
	s.refuses(fault.NotFound, "of no item", add(Action{ID: 32, Text: "T", Owner: Me, Item: 99}))
	s.refuses(fault.NotFound, "of no session", add(Action{ID: 32, Text: "T", Owner: Me, Session: 99}))
}

func TestBoard_action_way(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Template", Owner: Supervisor, Due: "2026-03-06"})))
	edit := func(do func(*Action)) func() (Change, error) {
		return func() (Change, error) {
			a, _ := s.Action(31)
			return s.Do(EditAction(changed(a, do)))
		}
	}
	s.refuses(fault.Conflict, "reopen what is open", func() (Change, error) { return s.Do(ReopenAction(31)) })
	s.refuses(fault.Invalid, "it worked before it was done", edit(func(a *Action) { a.DidItWork = ItWorked }))
	s.refuses(fault.Invalid, "done on no day", func() (Change, error) { return s.Do(DoneAction(31, "", "")) })
	s.refuses(fault.Invalid, "dropped without a reason", func() (Change, error) { return s.Do(DropAction(31, " ")) })
	s.must(edit(func(a *Action) { a.Text, a.Due, a.State, a.DoneOn = "The template", "2026-03-09", Done, "2026-03-01" })())
	s.must(s.Do(DoneAction(31, "2026-03-05", "")))
	s.must(edit(func(a *Action) { a.DidItWork = DidNotWork })())
	a, _ := s.Action(31)
	if a.Text != "The template" || a.Due != "2026-03-09" || a.DoneOn != "2026-03-05" || a.DidItWork != DidNotWork {
		t.Errorf("done: %+v", a)
	}
	s.refuses(fault.Conflict, "done twice", func() (Change, error) { return s.Do(DoneAction(31, "2026-03-05", "")) })
	s.refuses(fault.Conflict, "drop what is done", func() (Change, error) { return s.Do(DropAction(31, "late")) })
	s.must(s.Do(ReopenAction(31)))
	s.must(s.Do(DropAction(31, "No longer needed")))
	s.must(s.Do(ReopenAction(31)))
	if a, _ := s.Action(31); a.State != ToDo || a.Reason != "" {
		t.Errorf("reopened: %+v", a)
	}
	for what, do := range map[string]func() (Change, error){
		"edit":   func() (Change, error) { return s.Do(EditAction(Action{ID: 99, Text: "T", Owner: Me})) },
		"do":     func() (Change, error) { return s.Do(DoneAction(99, "2026-03-05", "")) },
		"drop":   func() (Change, error) { return s.Do(DropAction(99, "x")) },
		"reopen": func() (Change, error) { return s.Do(ReopenAction(99)) },
	} {
		s.refuses(fault.NotFound, what, do)
	}
}

func TestBoard_ActionsBy_each_open_action_once(t *testing.T) {
	s := newScene(t)
	for _, a := range []Action{
		{ID: 31, Due: "2026-03-09"},
		{ID: 32, Due: "2026-03-10"},
		{ID: 33, Due: "2026-03-16"},
		{ID: 34, Due: "2026-03-17"},
		{ID: 35},
		{ID: 36, Due: "2026-03-11", Owner: Supervisor},
		{ID: 37, Due: "2026-03-01", Owner: Other, OwnerName: "Health visitor"},
		{ID: 38, Due: "2026-03-10"},
	} {
		if a.Owner == "" {
			a.Owner = Me
		}
		a.Text = "Do it"
		s.must(s.Do(AddAction(a)))
	}
	s.must(s.Do(DoneAction(38, "2026-03-09", ItWorked)))
	board := s.ActionsBy("2026-03-10")
	same(t, "overdue", actionIDs(board.Overdue), 31)
	same(t, "this week", actionIDs(board.ThisWeek), 32, 33)
	same(t, "waiting on others", actionIDs(board.Waiting), 37, 36)
	same(t, "later", actionIDs(board.Later), 34, 35)
	if !board.Waiting[0].Overdue("2026-03-10") || board.Waiting[1].Overdue("2026-03-10") {
		t.Error("overdue tells the late one among others'")
	}
}
