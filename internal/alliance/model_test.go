package alliance

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// model is what a board should hold of the alliance, kept as plainly as can be: for each
// of three relationships its versions in order, its goals, and counts.
type model struct {
	away     map[ID]bool
	versions map[ID][]version
	goals    map[ID]map[ID]aim
	plain    map[ID]map[ID]bool // evaluations, practices and ties, by whom they belong to
	follows  map[ID][2]int      // days and minutes that sessions go by
}

type version struct {
	id            ID
	from          Date
	signed, ended bool
	looks         int
}

type aim struct {
	state GoalState
	looks int
	last  Date
}

func newModel() model {
	return model{map[ID]bool{}, map[ID][]version{}, map[ID]map[ID]aim{1: {}, 2: {}, 3: {}}, map[ID]map[ID]bool{1: {}, 2: {}, 3: {}}, map[ID][2]int{}}
}

func (m model) copied() model {
	c := newModel()
	c.away, c.follows = maps.Clone(m.away), maps.Clone(m.follows)
	for id := ID(1); id <= 3; id++ {
		c.versions[id] = slices.Clone(m.versions[id])
		c.goals[id], c.plain[id] = maps.Clone(m.goals[id]), maps.Clone(m.plain[id])
	}
	return c
}

// machine drives a board and the model side by side.
type machine struct {
	b             *supervision.Board
	m             model
	next          ID
	today         Date
	history, back []step
}

type step struct {
	change        supervision.Change
	before, after model
}

// belongs returns the relationship that a record is of.
func belongs(r supervision.Record) ID {
	switch r := r.(type) {
	case supervision.Relationship:
		return r.ID
	case Agreement:
		return r.With
	case Goal:
		return r.With
	case Evaluation:
		return r.With
	case Practice:
		return r.With
	case Tie:
		return r.With
	}
	return 0
}

// others returns the records of everybody else, as they stand.
func (x *machine) others(who ID) []supervision.Record {
	return slices.DeleteFunc(x.b.Records(), func(r supervision.Record) bool { return belongs(r) == who })
}

// do makes an operation on what belongs to who, and fails where the model says otherwise
// or anything of somebody else changed.
func (x *machine) do(t *rapid.T, who ID, op supervision.Op, allowed bool, then func(*model)) {
	t.Helper()
	was, all := x.others(who), x.b.Records()
	c, err := x.b.Do(op)
	if (err == nil) != allowed {
		t.Fatalf("error %v, model allows: %v", err, allowed)
	}
	if !reflect.DeepEqual(was, x.others(who)) {
		t.Fatalf("what belongs to others changed with %d", who)
	}
	if err != nil {
		if !reflect.DeepEqual(all, x.b.Records()) {
			t.Fatal("refused, but something changed")
		}
		return
	}
	before := x.m
	x.m = x.m.copied()
	then(&x.m)
	x.history, x.back = append(x.history, step{c, before, x.m}), nil
}

func (x *machine) fresh() ID { x.next++; return x.next }

func (x *machine) who(t *rapid.T) ID { return ID(rapid.IntRange(1, 3).Draw(t, "who")) }

func (x *machine) day(t *rapid.T) Date { return x.today.AddDays(rapid.IntRange(-3, 3).Draw(t, "day")) }

// one draws an agreement of somebody, at times one that isn't the latest.
func (x *machine) one(t *rapid.T) (ID, int) {
	who := x.who(t)
	if n := len(x.m.versions[who]); n > 0 {
		return who, rapid.IntRange(max(0, n-2), n-1).Draw(t, "version")
	}
	return who, -1
}

func (x *machine) agree(t *rapid.T) {
	who, a := x.who(t), Agreement{ID: x.fresh(), From: x.day(t), Minutes: 30 * rapid.IntRange(0, 3).Draw(t, "halves"), CadenceDays: 7 * rapid.IntRange(0, 4).Draw(t, "weeks")}
	a.With = who
	all := x.m.versions[who]
	allowed := !x.m.away[who] && (len(all) == 0 || a.From >= all[len(all)-1].from)
	x.do(t, who, Agree(a), allowed, func(m *model) {
		m.versions[who] = append(m.versions[who], version{id: a.ID, from: a.From})
		m.follow(who, a)
	})
}

func (m *model) follow(who ID, a Agreement) {
	f := m.follows[who]
	if a.CadenceDays > 0 {
		f[0] = a.CadenceDays
	}
	if a.Minutes > 0 {
		f[1] = a.Minutes
	}
	m.follows[who] = f
}

// onVersion makes an operation on an agreement of somebody, where there is one.
func (x *machine) onVersion(op func(t *rapid.T, who ID, v version, last bool)) func(*rapid.T) {
	return func(t *rapid.T) {
		if who, i := x.one(t); i >= 0 {
			op(t, who, x.m.versions[who][i], i == len(x.m.versions[who])-1)
		}
	}
}

func (m *model) change(who, id ID, to func(*version)) {
	for i := range m.versions[who] {
		if m.versions[who][i].id == id {
			to(&m.versions[who][i])
		}
	}
}

func (x *machine) amend(t *rapid.T, who ID, v version, last bool) {
	// Another relationship is named on purpose: it must not move there.
	a := Agreement{ID: v.id, With: 1 + who%3, From: v.from, Minutes: 45, Signed: x.today}.Saying(Purpose, "To think.")
	x.do(t, who, Amend(a), last && !v.signed && !v.ended, func(m *model) { m.follow(who, a) })
}

func (x *machine) sign(t *rapid.T, who ID, v version, _ bool) {
	x.do(t, who, Sign(v.id, x.today), !v.signed && !v.ended, func(m *model) { m.change(who, v.id, func(v *version) { v.signed = true }) })
}

func (x *machine) look(t *rapid.T, who ID, v version, last bool) {
	on := max(x.today, v.from)
	x.do(t, who, Look(v.id, on, on.AddDays(90)), last && !v.ended, func(m *model) { m.change(who, v.id, func(v *version) { v.looks++ }) })
}

func (x *machine) end(t *rapid.T, who ID, v version, _ bool) {
	x.do(t, who, End(v.id, max(x.today, v.from)), !v.ended, func(m *model) { m.change(who, v.id, func(v *version) { v.ended = true }) })
}

func (x *machine) drop(t *rapid.T, who ID, v version, _ bool) {
	x.do(t, who, DropAgreement(v.id), !v.signed && !v.ended, func(m *model) {
		m.versions[who] = slices.DeleteFunc(m.versions[who], func(each version) bool { return each.id == v.id })
	})
}

func (x *machine) setGoal(t *rapid.T) {
	who, id := x.who(t), x.fresh()
	x.do(t, who, SetGoal(Goal{ID: id, With: who, Text: "Speak once", Created: x.today, State: Reached}), !x.m.away[who], func(m *model) {
		m.goals[who][id] = aim{state: Aimed, last: x.today}
	})
}

func (x *machine) onGoal(op func(t *rapid.T, who, id ID, g aim)) func(*rapid.T) {
	return func(t *rapid.T) {
		who := x.who(t)
		if ids := slices.Sorted(maps.Keys(x.m.goals[who])); len(ids) > 0 {
			id := rapid.SampledFrom(ids).Draw(t, "goal")
			op(t, who, id, x.m.goals[who][id])
		}
	}
}

func (x *machine) lookAtGoal(t *rapid.T, who, id ID, g aim) {
	seen := Glance{On: x.day(t), State: rapid.SampledFrom(GoalStates()).Draw(t, "state")}
	allowed := g.looks == 0 || seen.On >= g.last
	x.do(t, who, LookAtGoal(id, seen), allowed, func(m *model) { m.goals[who][id] = aim{seen.State, g.looks + 1, seen.On} })
}

func (x *machine) editGoal(t *rapid.T, who, id ID, _ aim) {
	x.do(t, who, EditGoal(Goal{ID: id, With: 1 + who%3, Text: "Speak twice", State: Reached}), true, func(*model) {})
}

func (x *machine) removeGoal(t *rapid.T, who, id ID, _ aim) {
	x.do(t, who, RemoveGoal(id), true, func(m *model) { delete(m.goals[who], id) })
}

func (x *machine) evaluate(t *rapid.T) {
	who, id := x.who(t), x.fresh()
	x.do(t, who, Evaluate(Evaluation{ID: id, With: who, From: x.today, On: x.today, Helps: "Time."}), true, func(m *model) { m.plain[who][id] = true })
}

func (x *machine) practise(t *rapid.T) {
	who, id := x.who(t), x.fresh()
	x.do(t, who, KeepPractice(Practice{ID: id, With: who, Text: "Ring first.", On: x.today}), true, func(m *model) { m.plain[who][id] = true })
}

func (x *machine) tie(t *rapid.T) {
	who, id := x.who(t), x.fresh()
	had := TieOf(x.b, who).ID
	to := func(is Tie) Tie { is.With, is.Talked = 1+who%3, x.today; return is }
	x.do(t, who, PutTie("undo.talked", who, id, to), true, func(m *model) {
		if had == 0 {
			m.plain[who][id] = true
		}
	})
}

// part ends all with somebody at once, or takes them back.
func (x *machine) part(t *rapid.T) {
	who := x.who(t)
	if x.m.away[who] {
		x.do(t, who, supervision.Restore(who), true, func(m *model) { m.away[who] = false })
		return
	}
	x.do(t, who, Part(who, x.today), true, func(m *model) {
		m.away[who] = true
		if n := len(m.versions[who]); n > 0 {
			m.versions[who][n-1].ended = true
		}
		for id, g := range m.goals[who] {
			if g.state == Aimed {
				m.goals[who][id] = aim{LetGo, g.looks + 1, max(x.today, g.last)}
			}
		}
	})
}

func (x *machine) undo(t *rapid.T) {
	if n := len(x.history); n > 0 {
		last := x.history[n-1]
		if err := x.b.Apply(last.change.Inverse()); err != nil {
			t.Fatalf("undo %s: %v", last.change.Label, err)
		}
		x.history, x.back, x.m = x.history[:n-1], append(x.back, last), last.before
	}
}

func (x *machine) redo(t *rapid.T) {
	if n := len(x.back); n > 0 {
		last := x.back[n-1]
		if err := x.b.Apply(last.change); err != nil {
			t.Fatalf("redo %s: %v", last.change.Label, err)
		}
		x.back, x.history, x.m = x.back[:n-1], append(x.history, last), last.after
	}
}

// agrees fails unless the board says what the model says.
func (x *machine) agrees(t *rapid.T) {
	if err := x.b.Check(); err != nil {
		t.Fatal(err)
	}
	plain := 0
	for who := ID(1); who <= 3; who++ {
		var want []ID
		for _, v := range x.m.versions[who] {
			want = append(want, v.id)
		}
		var got []ID
		for _, a := range Versions(x.b, who) {
			got = append([]ID{a.ID}, got...)
		}
		if !slices.Equal(want, got) {
			t.Fatalf("versions with %d: %v, want %v", who, got, want)
		}
		a, holds := InForce(x.b, who)
		if n := len(x.m.versions[who]); n > 0 {
			v := x.m.versions[who][n-1]
			if holds == v.ended || holds && (a.ID != v.id || (a.Signed != "") != v.signed || len(a.Looked) != v.looks) {
				t.Fatalf("in force with %d: %+v, %v, want %+v", who, a, holds, v)
			}
		} else if holds {
			t.Fatalf("in force with %d: %+v", who, a)
		}
		for _, g := range Goals(x.b, who) {
			if want := x.m.goals[who][g.ID]; g.State != want.state || len(g.Looks) != want.looks {
				t.Fatalf("goal: %+v, want %+v", g, want)
			}
		}
		if len(Goals(x.b, who)) != len(x.m.goals[who]) {
			t.Fatal("goals were lost or doubled")
		}
		r, _ := x.b.Relationship(who)
		if f := x.m.follows[who]; f != [2]int{r.CadenceDays, r.UsualMinutes} || r.Archived != x.m.away[who] {
			t.Fatalf("%+v follows %v", r, f)
		}
		plain += len(x.m.plain[who])
	}
	if n := len(Evaluations(x.b, 0)) + len(Practices(x.b)) + len(supervision.Each[Tie](x.b, nil)); n != plain {
		t.Fatalf("%d evaluations, practices and ties, want %d", n, plain)
	}
}

// Whatever is done, in whatever order, and taken back: agreements, goals and the rest say
// what a plain model says, and nothing that belongs to one relationship ever changes, or
// moves to, what belongs to another.
func TestBoard_relationships_never_mix(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := &machine{b: supervision.NewBoard(Kinds()...), m: newModel(), next: 10, today: "2026-03-10"}
		for id := ID(1); id <= 3; id++ {
			if _, err := x.b.Do(supervision.AddRelationship(supervision.Relationship{ID: id, Name: "R", Kind: supervision.Mentor})); err != nil {
				t.Fatal(err)
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"agree": x.agree, "amend": x.onVersion(x.amend), "sign": x.onVersion(x.sign), "look": x.onVersion(x.look), "end": x.onVersion(x.end),
			"drop": x.onVersion(x.drop), "set goal": x.setGoal, "look at goal": x.onGoal(x.lookAtGoal), "edit goal": x.onGoal(x.editGoal),
			"remove goal": x.onGoal(x.removeGoal), "evaluate": x.evaluate, "practise": x.practise, "tie": x.tie, "part": x.part,
			"undo": x.undo, "redo": x.redo,
			"tomorrow": func(*rapid.T) { x.today = x.today.AddDays(1) },
			"":         x.agrees,
		})
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// scene is a board with people, and sessions held with them.
func scene(t *testing.T, people ...supervision.Relationship) *supervision.Board {
	t.Helper()
	b := supervision.NewBoard(Kinds()...)
	for i, r := range people {
		r.ID, r.Name = ID(i+1), string(r.Kind)
		_, err := b.Do(supervision.AddRelationship(r))
		must(t, err)
	}
	return b
}

func held(t *testing.T, b *supervision.Board, id, with ID, on Date, items ...supervision.AgendaItem) {
	t.Helper()
	at := on.Time().Add(10 * time.Hour)
	ops := []supervision.Op{supervision.PlanSession(supervision.Session{ID: id, With: with, Start: at, Minutes: 60})}
	for _, it := range items {
		ops = append(ops, supervision.AddItem(it), supervision.PutOnAgenda(id, it.ID))
	}
	ops = append(ops, supervision.OpenSession(id, at))
	for _, it := range items {
		ops = append(ops, supervision.Discuss(it.ID, supervision.Outcome{Kind: supervision.Advice, Minutes: 20}))
	}
	for _, op := range append(ops, supervision.CloseSession(id, at.Add(time.Hour))) {
		_, err := b.Do(op)
		must(t, err)
	}
}

// Who is there for what, and where it is thin, follows from the log.
func TestMapOf_says_where_it_is_thin(t *testing.T) {
	b := scene(t, supervision.Relationship{Kind: supervision.ClinicalSupervisor}, supervision.Relationship{Kind: supervision.Peer}, supervision.Relationship{Kind: supervision.Mentor})
	today := Date("2026-03-30")
	held(t, b, 11, 1, today.AddDays(-10))
	must2(b.Do(PutTie("", 2, 21, func(tie Tie) Tie { tie.Talked, tie.For = today.AddDays(-1), []Help{CaseThinking, Care}; return tie })))
	must2(b.Do(PutTie("", 3, 22, func(tie Tie) Tie { tie.Talked = today.AddDays(-longAgoDays); return tie })))
	want := map[Help]Thin{CaseThinking: "", Skills: Nobody, Care: OnePerson, Career: LongAgo, Challenge: Nobody}
	m := MapOf(b, today)
	for _, r := range m.Rows {
		if r.Thin != want[r.Help] {
			t.Errorf("%s is %q, want %q", r.Help, r.Thin, want[r.Help])
		}
	}
	if m.ThinRows() != 4 || m.Alone != 0 {
		t.Errorf("%d thin, alone for %d", m.ThinRows(), m.Alone)
	}
	if who := m.Rows[0].Who; len(who) != 2 || who[0].ID != 2 || who[0].Days != 1 || who[1].Days != 10 {
		t.Errorf("case: %+v", who)
	}
	if later := MapOf(b, today.AddDays(aloneDays-1)); later.Alone != aloneDays {
		t.Errorf("alone for %d", later.Alone)
	}
	must2(b.Do(PutTie("", 3, 0, func(tie Tie) Tie { tie.For = []Help{Care}; return tie })))
	if m := MapOf(b, today); m.Rows[2].Thin != OnlyAtWork {
		t.Errorf("care is %q", m.Rows[2].Thin)
	}
	must2(b.Do(PutTie("", 3, 0, func(tie Tie) Tie { tie.Outside = true; return tie })))
	if m := MapOf(b, today); m.Rows[2].Thin != "" {
		t.Errorf("care is %q", m.Rows[2].Thin)
	}
	if m := MapOf(supervision.NewBoard(Kinds()...), today); m.Alone != 0 || m.ThinRows() != len(Helps()) {
		t.Errorf("an empty network: %+v", m)
	}
}

func must2(_ supervision.Change, err error) {
	if err != nil {
		panic(err)
	}
}

// What is looked through for many sessions is copied once, not once for each of them.
func TestServedBy_copiesOnce(t *testing.T) {
	allocations := func(sessions int) float64 {
		b := scene(t, supervision.Relationship{Kind: supervision.LineManager})
		for i := range ID(sessions) {
			held(t, b, 100+i, 1, "2026-01-10", supervision.AgendaItem{ID: 1000 + i, Title: "T", Words: "W", Want: supervision.WantAdvice})
		}
		return testing.AllocsPerRun(3, func() { ServedBy(b, 1, "2026-01-01", "2026-03-01") })
	}
	if few, many := allocations(10), allocations(40); many > 8*few {
		t.Errorf("%v allocations with 10 sessions, %v with 40", few, many)
	}
}

// Which functions a relationship served is told of its own sessions alone, within the
// time, each outcome by the session in which it came.
func TestServedBy_counts_its_own(t *testing.T) {
	b := scene(t, supervision.Relationship{Kind: supervision.LineManager}, supervision.Relationship{Kind: supervision.Mentor})
	item := func(id ID, f supervision.Function) supervision.AgendaItem {
		return supervision.AgendaItem{ID: id, Title: "T", Words: "W", Want: supervision.WantAdvice, Function: f}
	}
	held(t, b, 11, 1, "2026-01-10", item(31, supervision.Supportive))
	held(t, b, 12, 1, "2026-02-10", item(32, supervision.Administrative))
	held(t, b, 13, 2, "2026-02-11", item(33, supervision.Educational))
	s := ServedBy(b, 1, "2026-02-01", "2026-03-01")
	if s.Held != 1 || s.Minutes != 60 || len(s.Shares) != 1 || s.Shares[0].Function != supervision.Administrative || s.Shares[0].Minutes != 20 {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(s.Unserved, []supervision.Function{supervision.Educational, supervision.Supportive}) {
		t.Errorf("unserved: %v", s.Unserved)
	}
	if !ToEvaluate(b, 1, "2026-05-12") || ToEvaluate(b, 2, "2026-05-12") {
		t.Error("two sessions months ago ask for a look, one doesn't")
	}
	must2(b.Do(Evaluate(Evaluation{ID: 41, With: 1, From: "2026-01-01", On: "2026-05-12"})))
	if ToEvaluate(b, 1, "2026-05-13") || Since(b, 1, "2026-05-13") != "2026-05-13" {
		t.Error("it was looked at yesterday")
	}
}

// A version is looked at after three months, a later one after a year; a signed one is
// changed no more.
func TestAgreement_is_reviewed_and_fixed(t *testing.T) {
	b := scene(t, supervision.Relationship{Kind: supervision.LineManager})
	if on := NextReview(b, 1, "2026-01-14"); on != "2026-04-14" {
		t.Errorf("first review %s", on)
	}
	must2(b.Do(Agree(Agreement{ID: 11, With: 1, From: "2026-01-14", Review: "2026-04-14", Minutes: 90, Standing: []supervision.StandingKind{supervision.StandingArriving}})))
	if r, _ := b.Relationship(1); r.UsualMinutes != 90 || len(r.Standing) != 1 {
		t.Errorf("sessions don't follow: %+v", r)
	}
	if on := NextReview(b, 1, "2026-04-14"); on != "2027-04-14" {
		t.Errorf("later review %s", on)
	}
	a, _ := InForce(b, 1)
	if a.Due("2026-04-13") || !a.Due("2026-04-14") {
		t.Error("due on its day")
	}
	must2(b.Do(Sign(11, "2026-01-15")))
	for _, op := range []supervision.Op{Amend(a), Sign(11, "2026-01-16"), DropAgreement(11)} {
		if _, err := b.Do(op); fault.KindOf(err) != fault.Conflict {
			t.Errorf("%v", err)
		}
	}
}

// What one wrote of a theme is found again with it, above and under it, and where it was
// merged; what is beside it is not.
func TestHelped_finds_by_theme(t *testing.T) {
	b := scene(t)
	must2(b.Do(KeepPractice(Practice{ID: 11, Text: "Ring first.", Themes: []journal.ThemeID{"safety/visits"}, On: "2026-01-14"})))
	must2(b.Do(KeepPractice(Practice{ID: 12, Text: "Breathe.", Themes: []journal.ThemeID{"loss"}, On: "2026-01-15"})))
	ts := journal.Themes{{ID: "safety"}, {ID: "safety/visits"}, {ID: "safety/dogs"}, {ID: "own", Into: "safety/visits"}, {ID: "loss"}}
	for asked, want := range map[journal.ThemeID][]ID{
		"safety/visits": {11}, "safety": {11}, "own": {11}, "safety/dogs": nil, "loss": {12}, "": nil,
	} {
		var got []ID
		for _, p := range Helped(b, []journal.ThemeID{asked}, ts) {
			got = append(got, p.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", asked, got, want)
		}
	}
}
