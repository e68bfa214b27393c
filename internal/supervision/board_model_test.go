package supervision

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// machine drives a board and the model side by side.
type machine struct {
	b       *Board
	m       model
	next    ID
	history []step
	undone  []step
	loose   bool // records were lost: the model knows nothing any more
}

type step struct {
	change        Change
	before, after model
}

// do makes one operation on both and compares who allows it; what the board
// refuses must have changed nothing.
func (x *machine) do(t *rapid.T, what string, act func() (Change, error), says func(*model) bool) {
	was := x.b.Records()
	want := x.m.copied()
	allowed := says(&want)
	c, err := act()
	if (err == nil) != allowed && !x.loose {
		t.Fatalf("%s: error %v, model allows: %v", what, err, allowed)
	}
	if err != nil {
		if !reflect.DeepEqual(was, x.b.Records()) {
			t.Fatalf("%s: refused, but something changed", what)
		}
		return
	}
	x.history = append(x.history, step{c, x.m, want})
	x.undone = nil
	x.m = want
}

func (x *machine) undo(t *rapid.T) {
	if len(x.history) == 0 {
		return
	}
	last := x.history[len(x.history)-1]
	if err := x.b.Apply(last.change.Inverse()); err != nil && !x.loose {
		t.Fatalf("undo %s: %v", last.change.Label, err)
	}
	x.history = x.history[:len(x.history)-1]
	x.undone = append(x.undone, last)
	x.m = last.before
}

func (x *machine) redo(t *rapid.T) {
	if len(x.undone) == 0 {
		return
	}
	last := x.undone[len(x.undone)-1]
	if err := x.b.Apply(last.change); err != nil && !x.loose {
		t.Fatalf("redo %s: %v", last.change.Label, err)
	}
	x.undone = x.undone[:len(x.undone)-1]
	x.history = append(x.history, last)
	x.m = last.after
}

// agree fails unless the board is whole and tells the same as the model.
func (x *machine) agree(t *rapid.T) {
	if err := x.b.Check(); err != nil {
		t.Fatalf("check: %v", err)
	}
	if x.loose {
		return
	}
	if len(of[AgendaItem](x.b)) != len(x.m.items) || len(of[Session](x.b)) != len(x.m.sessions) || len(of[Action](x.b)) != x.m.actions {
		t.Fatalf("records were lost or doubled")
	}
	for id, want := range x.m.items {
		got := at[AgendaItem](x.b, id)
		if got.State != want.state || got.Session != want.session || !slices.Equal(got.CarriedFrom, want.chain) {
			t.Fatalf("item %d: %v in %d from %v, want %v in %d from %v",
				id, got.State, got.Session, got.CarriedFrom, want.state, want.session, want.chain)
		}
		for session, kind := range want.kinds {
			if o, noted := got.OutcomeIn(session); !noted || o.Kind != kind {
				t.Fatalf("item %d: outcome of session %d is %q, want %q", id, session, o.Kind, kind)
			}
		}
	}
	for id, want := range x.m.sessions {
		got := at[Session](x.b, id)
		if got.State != want.state || got.With != want.with || !slices.Equal(got.Agenda, x.m.on(id)) {
			t.Fatalf("session %d: %v with %d lists %v, want %v with %d and %v",
				id, got.State, got.With, got.Agenda, want.state, want.with, x.m.on(id))
		}
	}
}

// fresh gives an id that nothing has.
func (x *machine) fresh() ID { x.next++; return x.next }

// anyItem draws an item, at times one that isn't there.
func (x *machine) anyItem(t *rapid.T) ID { return drawn(t, "item", of[AgendaItem](x.b)) }

func (x *machine) anySession(t *rapid.T) ID { return drawn(t, "session", of[Session](x.b)) }

// drawn draws one of the ids, or now and then 9999, which nothing has.
func drawn(t *rapid.T, what string, from map[ID]Record) ID {
	if len(from) == 0 || rapid.IntRange(0, 30).Draw(t, "missing "+what) == 30 {
		return 9999
	}
	return rapid.SampledFrom(slices.Sorted(maps.Keys(from))).Draw(t, what)
}

var persons = rapid.SampledFrom([]ID{0, 1, 2})

var outcomes = rapid.SampledFrom([]OutcomeKind{"", Decision, NoChange, Deferred})

func newMachine(t *rapid.T) *machine {
	x := &machine{b: NewBoard(), m: newModel(), next: 10}
	for id := ID(1); id <= 2; id++ {
		if _, err := x.b.Do(AddRelationship(Relationship{ID: id, Name: "R", Kind: LineManager})); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		x.addItem(t)
		x.addItem(t)
		x.plan(t)
		x.put(t)
		x.put(t)
	}
	x.onSession("open", openEarly, opens)(t)
	return x
}

var late = day(40)

// openEarly holds a session two days before it was arranged.
func openEarly(id ID) Op {
	return func(b *Board) (Change, error) {
		return b.Do(OpenSession(id, at[Session](b, id).Start.AddDate(0, 0, -2)))
	}
}

func opens(m *model, id ID) bool {
	if !m.pass(id, Planned, Open) {
		return false
	}
	s := m.sessions[id]
	s.day -= 2
	m.sessions[id] = s
	return true
}

func (x *machine) addItem(t *rapid.T) {
	id := x.fresh()
	x.do(t, "add", func() (Change, error) {
		return x.b.Do(AddItem(AgendaItem{ID: id, Title: "T", Words: "W", Entries: []ID{id + 100000}}))
	}, func(m *model) bool {
		m.items[id] = modelItem{id: id, state: Waiting, kinds: map[ID]OutcomeKind{}}
		return true
	})
}

func (x *machine) addAction(t *rapid.T) {
	id, item := x.fresh(), x.anyItem(t)
	x.do(t, "action", func() (Change, error) {
		return x.b.Do(AddAction(Action{ID: id, Text: "A", Owner: Me, Item: item}))
	}, func(m *model) bool {
		_, known := m.items[item]
		if known {
			m.actions++
		}
		return known
	})
}

func (x *machine) plan(t *rapid.T) {
	id, with, n := x.fresh(), persons.Draw(t, "with"), rapid.IntRange(0, 20).Draw(t, "day")
	x.do(t, "plan", func() (Change, error) {
		return x.b.Do(PlanSession(Session{ID: id, With: with, Kind: Individual, Start: day(n)}))
	}, func(m *model) bool {
		m.sessions[id] = modelSession{id, with, n, Planned}
		return true
	})
}

func (x *machine) hold(t *rapid.T) {
	id, with, n := x.fresh(), persons.Draw(t, "with"), rapid.IntRange(0, 20).Draw(t, "day")
	items := []ID{x.anyItem(t), x.anyItem(t)}[:rapid.IntRange(0, 2).Draw(t, "items")]
	x.do(t, "hold", func() (Change, error) {
		return x.b.Do(HoldAdHoc(Session{ID: id, With: with, Start: day(n)}, items...))
	}, func(m *model) bool {
		m.sessions[id] = modelSession{id, with, n, Open}
		return m.put(id, items...)
	})
}

func (x *machine) move(t *rapid.T) {
	id, n := x.anySession(t), rapid.IntRange(0, 20).Draw(t, "day")
	x.do(t, "move", func() (Change, error) { return x.b.Do(MoveSession(id, day(n))) }, func(m *model) bool {
		s, ok := m.sessions[id]
		if !ok || s.state != Planned {
			return false
		}
		s.day = n
		m.sessions[id] = s
		return true
	})
}

func (x *machine) changeSupervisor(t *rapid.T) {
	id, with := x.anySession(t), persons.Draw(t, "with")
	x.do(t, "change supervisor", func() (Change, error) { return x.b.Do(ChangeSupervisor(id, with)) }, func(m *model) bool {
		s, ok := m.sessions[id]
		if !ok || s.state != Planned && s.state != Open {
			return false
		}
		s.with = with
		m.sessions[id] = s
		return true
	})
}

// onItem gives an action on a drawn item.
func (x *machine) onItem(what string, act func(ID) Op, says func(*model, ID) bool) func(*rapid.T) {
	return func(t *rapid.T) {
		id := x.anyItem(t)
		x.do(t, what, func() (Change, error) { return x.b.Do(act(id)) }, func(m *model) bool { return says(m, id) })
	}
}

// onSession gives an action on a drawn session.
func (x *machine) onSession(what string, act func(ID) Op, says func(*model, ID) bool) func(*rapid.T) {
	return func(t *rapid.T) {
		id := x.anySession(t)
		x.do(t, what, func() (Change, error) { return x.b.Do(act(id)) }, func(m *model) bool { return says(m, id) })
	}
}

func (x *machine) put(t *rapid.T) {
	session, item := x.anySession(t), x.anyItem(t)
	x.do(t, "put", func() (Change, error) { return x.b.Do(PutOnAgenda(session, item)) },
		func(m *model) bool { return m.put(session, item) })
}

func (x *machine) discuss(t *rapid.T) {
	item, kind := x.anyItem(t), outcomes.Draw(t, "kind")
	x.do(t, "discuss", func() (Change, error) { return x.b.Do(Discuss(item, Outcome{Kind: kind})) },
		func(m *model) bool { return m.discuss(item, kind) })
}

func (x *machine) merge(t *rapid.T) {
	into, other := x.anyItem(t), x.anyItem(t)
	x.do(t, "merge", func() (Change, error) { return x.b.Do(MergeItems(into, other)) },
		func(m *model) bool { return m.merge(into, other) })
}

func (x *machine) split(t *rapid.T) {
	item, part := x.anyItem(t), x.fresh()
	x.do(t, "split", func() (Change, error) {
		return x.b.Do(SplitItem(item, AgendaItem{ID: part, Title: "P", Words: "W"}))
	}, func(m *model) bool { return m.split(item, part) })
}

func (x *machine) moves() map[string]func(*rapid.T) {
	closing := x.onSession("close", func(id ID) Op { return CloseSession(id, late) }, (*model).close)
	return map[string]func(*rapid.T){
		"": x.agree, "add": x.addItem, "add again": x.addItem, "action": x.addAction,
		"plan": x.plan, "hold": x.hold, "move": x.move, "change supervisor": x.changeSupervisor,
		"put": x.put, "put again": x.put, "put once more": x.put, "discuss": x.discuss, "discuss again": x.discuss,
		"merge": x.merge, "split": x.split, "undo": x.undo, "redo": x.redo,
		"take off":  x.onItem("take off", TakeOff, (*model).takeOff),
		"next time": x.onItem("next time", NextTime, (*model).nextTime),
		"withdraw": x.onItem("withdraw", Withdraw,
			func(m *model, id ID) bool { return m.settle(id, Withdrawn) }),
		"solve": x.onItem("solve", SolveElsewhere,
			func(m *model, id ID) bool { return m.settle(id, Solved) }),
		"bring back": x.onItem("bring back", BringBack, (*model).bringBack),
		"park": x.onItem("park", func(id ID) Op { return Park(id, Lot{With: 1}) },
			(*model).park),
		"unpark": x.onItem("unpark", Unpark, (*model).unpark),
		"open":   x.onSession("open", openEarly, opens), "open again": x.onSession("open", openEarly, opens),
		"close": closing, "close again": closing,
		"reopen": x.onSession("reopen", func(id ID) Op { return ReopenSession(id, late) },
			func(m *model, id ID) bool { return m.pass(id, Closed, Open) }),
		"cancel": x.onSession("cancel", func(id ID) Op { return CancelSession(id, "ill") },
			(*model).cancel),
	}
}

// TestBoard_model drives random sequences of operations against the model. The
// full run: go test ./internal/supervision -run TestBoard_model -rapid.checks=10000
func TestBoard_model(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { t.Repeat(newMachine(t).moves()) })
}

// A board of which any record was lost can be worked with: nothing panics, what
// is refused changes nothing, no other record vanishes, and whatever still stands
// on the agenda of a lost session is offered in the basket.
func TestBoard_with_records_lost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newMachine(t)
		for range 12 {
			x.put(t)
			x.discuss(t)
		}
		records := x.b.Records()
		for range rapid.IntRange(1, 3).Draw(t, "lost") {
			at := rapid.IntRange(0, len(records)-1).Draw(t, "which")
			records = slices.Delete(records, at, at+1)
		}
		b, err := Load(records)
		if err != nil || !reflect.DeepEqual(b.Records(), records) {
			t.Fatalf("other records differ (%v)", err)
		}
		x.b, x.loose, x.history, x.undone = b, true, nil, nil
		for _, it := range b.Items(b.homeless) {
			if !slices.ContainsFunc(b.Basket(0, nil), func(w AgendaItem) bool { return w.ID == it.ID }) {
				t.Fatalf("item %d is out of sight", it.ID)
			}
		}
		moves := x.moves()
		delete(moves, "undo") // items may vanish by undoing that they were added
		moves["read"] = func(t *rapid.T) {
			if items := len(of[AgendaItem](x.b)); items < x.count(records) {
				t.Fatalf("%d items left", items)
			}
			for id := range of[Session](x.b) {
				_, _ = x.b.Agenda(id)
				_, _ = x.b.Account(id)
				_, _ = x.b.LastTime(id)
				_ = x.b.Unsettled(id)
			}
			_ = x.b.Suggest(0, nil, "2026-03-01")
			_ = x.b.Talked(0, 3)
			_ = x.b.Basket(0, nil)
		}
		t.Repeat(moves)
	})
}

func (x *machine) count(records []Record) (items int) {
	for _, r := range records {
		if r.Key().Kind == ItemRecord {
			items++
		}
	}
	return items
}

// What stood on the agenda of a lost session can be put on another, taken off,
// dropped and parked, and a session that lists a lost item can be ended.
func TestBoard_goes_on_without_a_lost_session_or_item(t *testing.T) {
	item := AgendaItem{ID: 1, Title: "T", Words: "W", State: OnAgenda, Session: 9}
	other := Session{ID: 2, Kind: Individual, Start: day(0), State: Open, Opened: day(0), Agenda: []ID{8}}
	for name, op := range map[string]Op{
		"put on":   PutOnAgenda(2, 1),
		"take off": TakeOff(1),
		"drop":     Withdraw(1),
		"park":     Park(1, Lot{Elsewhere: ForMyself}),
		"close":    CloseSession(2, day(1)),
		"cancel":   CancelSession(2, "ill"),
		"standing": AddStanding(2, AgendaItem{ID: 5, Title: "S", Standing: StandingArriving}),
	} {
		b, err := Load([]Record{item, other})
		if err != nil {
			t.Fatal(err)
		}
		c, err := b.Do(op)
		if err != nil || b.Check() != nil {
			t.Errorf("%s: %v, then %v", name, err, b.Check())
		} else if err := b.Apply(c.Inverse()); err != nil {
			t.Errorf("%s: undo: %v", name, err)
		}
	}
	if b, _ := Load([]Record{item, other}); len(b.Lost()) != 2 || b.Lost()[9] != SessionRecord || b.Lost()[8] != ItemRecord {
		t.Errorf("lost %v", b.Lost())
	}
}
