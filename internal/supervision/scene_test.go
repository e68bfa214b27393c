package supervision

import (
	"reflect"
	"slices"
	"testing"

	"aftershift/internal/fault"
)

// The people and things of the scene that most tests play in.
const (
	ruth, omar             ID = 1, 2
	past, soon, later      ID = 11, 12, 13
	fear, speak, good, off ID = 21, 22, 23, 24
)

// scene is a board on which operations must succeed unless refused.
type scene struct {
	*testing.T
	*Board
}

// newScene gives a board with two people, three planned sessions with Ruth
// (days 0, 14 and 28, an hour each) and four items waiting.
func newScene(t *testing.T) scene {
	s := scene{t, NewBoard()}
	s.must(s.Do(AddRelationship(Relationship{ID: ruth, Name: "Ruth", Kind: ClinicalSupervisor, CadenceDays: 14, UsualMinutes: 60})))
	s.must(s.Do(AddRelationship(Relationship{ID: omar, Name: "Omar", Kind: LineManager, CadenceDays: 28, UsualMinutes: 90})))
	for i, id := range []ID{past, soon, later} {
		s.must(s.Do(PlanSession(Session{ID: id, With: ruth, Start: day(14 * i)})))
	}
	for _, it := range []AgendaItem{
		{ID: fear, Title: "A visit that frightened me", Want: WantDecision, Minutes: 20, Function: Supportive, Urgency: Urgent, Entries: []ID{101, 102}},
		{ID: speak, Title: "Speaking up", Want: WantAdvice, Minutes: 15, Function: Educational, Entries: []ID{103}},
		{ID: good, Title: "A good ending", Want: WantCelebrate, Minutes: 5, Function: Supportive, Entries: []ID{104}},
		{ID: off, Title: "Leave", Want: WantInform, Minutes: 10, Function: Administrative},
	} {
		it.Words, it.Created = "Words to share.", "2026-03-01"
		s.must(s.Do(AddItem(it)))
	}
	return s
}

// must takes what an operation gives, and checks the board and the way back.
func (s scene) must(c Change, err error) Change {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
	if err := s.Check(); err != nil {
		s.Fatalf("after %s: %v", c.Label, err)
	}
	after := s.Records()
	for _, way := range []Change{c.Inverse(), c} {
		if err := s.Apply(way); err != nil {
			s.Fatalf("undo and redo %s: %v", c.Label, err)
		}
	}
	if !reflect.DeepEqual(after, s.Records()) {
		s.Fatalf("%s isn't the same after undo and redo", c.Label)
	}
	return c
}

// refuses checks that what is done fails with the kind and changes nothing.
func (s scene) refuses(kind fault.Kind, what string, do func() (Change, error)) {
	s.Helper()
	was := s.Records()
	_, err := do()
	if err == nil || fault.KindOf(err) != kind {
		s.Errorf("%s: %v, want %v", what, err, kind)
	}
	if !reflect.DeepEqual(was, s.Records()) {
		s.Errorf("%s: refused, but something changed", what)
	}
}

// got ends the test where a call failed, and gives what it returned.
func got[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func (s scene) item(id ID) AgendaItem {
	s.Helper()
	return got(s.Item(id))(s)
}

func (s scene) session(id ID) Session {
	s.Helper()
	return got(s.Session(id))(s)
}

// stands checks where an item is and how often it was carried there.
func (s scene) stands(id ID, state ItemState, session ID, carriedFrom ...ID) {
	s.Helper()
	it := s.item(id)
	if it.State != state || it.Session != session || !slices.Equal(it.CarriedFrom, carriedFrom) || it.Carried != len(carriedFrom) {
		s.Errorf("item %d: %s in %d, carried %d from %v; want %s in %d from %v",
			id, it.State, it.Session, it.Carried, it.CarriedFrom, state, session, carriedFrom)
	}
}

// lists checks a session's agenda.
func (s scene) lists(session ID, want ...ID) {
	s.Helper()
	if got := s.session(session).Agenda; !slices.Equal(got, want) {
		s.Errorf("session %d lists %v, want %v", session, got, want)
	}
}

// hold opens a session with items and discusses them with the outcome.
func (s scene) hold(session ID, o Outcome, items ...ID) {
	s.Helper()
	s.must(s.Do(PutOnAgenda(session, items...)))
	s.must(s.Do(OpenSession(session, s.session(session).Start)))
	for _, id := range items {
		s.must(s.Do(Discuss(id, o)))
	}
}

// closes ends a session an hour after it was arranged to begin.
func (s scene) closes(session ID) {
	s.Helper()
	s.must(s.Do(CloseSession(session, s.session(session).Start.Add(3600e9))))
}

func ids(items []AgendaItem) []ID {
	out := make([]ID, len(items))
	for i, it := range items {
		out[i] = it.ID
	}
	return out
}

func actionIDs(actions []Action) []ID {
	out := make([]ID, len(actions))
	for i, a := range actions {
		out[i] = a.ID
	}
	return out
}

func same[T comparable](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}
