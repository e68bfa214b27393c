package groups

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
)

// The model is a second telling of the package comment, in as few words as possible.
type model struct {
	groups   map[ID]modelGroup // by relationship
	members  map[ID]modelMember
	meetings map[ID]modelMeeting
	notes    map[ID]modelNote
	today    Date
}

type modelGroup struct {
	id   ID
	next bool
}

type modelMember struct {
	group ID
	left  bool
	me    bool
}

type modelMeeting struct {
	group   ID
	members []ID
	over    bool
	began   time.Time
}

type modelNote struct {
	meeting ID
	written Date
}

// machine drives a board and the model side by side.
type machine struct {
	b    *supervision.Board
	m    model
	next ID
	done []supervision.Change
	was  []model
}

func (m model) copied() model {
	c := model{map[ID]modelGroup{}, map[ID]modelMember{}, map[ID]modelMeeting{}, map[ID]modelNote{}, m.today}
	for k, v := range m.groups {
		c.groups[k] = v
	}
	for k, v := range m.members {
		c.members[k] = v
	}
	for k, v := range m.meetings {
		c.meetings[k] = v
	}
	for k, v := range m.notes {
		c.notes[k] = v
	}
	return c
}

func newMachine(t *rapid.T) *machine {
	x := &machine{b: supervision.NewBoard(Kinds()...), next: 10}
	x.m = model{today: "2026-03-02"}.copied()
	kinds := []supervision.RelationshipKind{supervision.PeerGroup, supervision.ExternalSupervisor, supervision.Mentor}
	for i, kind := range kinds {
		if _, err := x.b.Do(supervision.AddRelationship(supervision.Relationship{ID: ID(i + 1), Name: "R", Kind: kind, UsualMinutes: 75})); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

func (x *machine) fresh() ID { x.next++; return x.next }

// do makes one operation on both and compares who allows it; what is refused must have
// changed nothing.
func (x *machine) do(t *rapid.T, what string, op supervision.Op, says func(*model) bool) {
	was, want := x.b.Records(), x.m.copied()
	allowed := says(&want)
	c, err := x.b.Do(op)
	if (err == nil) != allowed {
		t.Fatalf("%s: error %v, model allows: %v", what, err, allowed)
	}
	if err != nil {
		if !reflect.DeepEqual(was, x.b.Records()) {
			t.Fatalf("%s: refused, but something changed", what)
		}
		return
	}
	x.done, x.was = append(x.done, c), append(x.was, x.m)
	x.m = want
}

func (x *machine) undo(t *rapid.T) {
	if len(x.done) == 0 {
		return
	}
	last := len(x.done) - 1
	if err := x.b.Apply(x.done[last].Inverse()); err != nil {
		t.Fatalf("undo %s: %v", x.done[last].Label, err)
	}
	today := x.m.today
	x.m = x.was[last]
	x.m.today = today
	x.done, x.was = x.done[:last], x.was[:last]
}

// drawn draws one of the ids, or now and then 9999, which nothing has.
func drawn[V any](t *rapid.T, what string, from map[ID]V) ID {
	ids := make([]ID, 0, len(from))
	for id := range from {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if len(ids) == 0 || rapid.IntRange(0, 30).Draw(t, "missing "+what) == 30 {
		return 9999
	}
	return rapid.SampledFrom(ids).Draw(t, what)
}

// group returns a group's id by a drawn relationship, 9999 where that has none.
func (x *machine) group(t *rapid.T) ID {
	if g, is := x.m.groups[drawn(t, "group", x.m.groups)]; is {
		return g.id
	}
	return 9999
}

func (m *model) has(group ID) bool {
	for _, g := range m.groups {
		if g.id == group {
			return true
		}
	}
	return false
}

func (m *model) swapped(group ID, is bool) {
	for with, g := range m.groups {
		if g.id == group {
			m.groups[with] = modelGroup{group, is}
		}
	}
}

func (x *machine) setUp(t *rapid.T) {
	id, with, first := x.fresh(), ID(rapid.IntRange(1, 4).Draw(t, "with")), x.fresh()
	x.do(t, "set up", SetUp(Group{ID: id, With: with}, Member{ID: first, Me: true, Joined: x.m.today}), func(m *model) bool {
		_, there := m.groups[with]
		if there || with == 4 {
			return false
		}
		m.groups[with], m.members[first] = modelGroup{id: id}, modelMember{group: id, me: true}
		return true
	})
}

func (x *machine) join(t *rapid.T) {
	id, group, me := x.fresh(), x.group(t), rapid.IntRange(0, 5).Draw(t, "me") == 0
	x.do(t, "join", Join(Member{ID: id, Group: group, Name: "N", Me: me, Joined: x.m.today}), func(m *model) bool {
		for _, other := range m.members {
			if me && other.group == group && other.me && !other.left {
				return false
			}
		}
		if !m.has(group) {
			return false
		}
		m.members[id] = modelMember{group: group, me: me}
		return true
	})
}

func (x *machine) leave(t *rapid.T) {
	id := drawn(t, "member", x.m.members)
	x.do(t, "leave", Leave(id, x.m.today), func(m *model) bool {
		who, there := m.members[id]
		if !there {
			return false
		}
		who.left = true
		m.members[id] = who
		m.swapped(who.group, false)
		return true
	})
}

func (x *machine) remove(t *rapid.T) {
	id := drawn(t, "member", x.m.members)
	next := false
	if who, there := x.m.members[id]; there {
		g, _ := supervision.Find[Group](x.b, who.group)
		next = g.Next != nil && slices.Contains(g.Next.members(), id)
	}
	x.do(t, "remove", RemoveMember(id), func(m *model) bool {
		if _, there := m.members[id]; !there || next {
			return false
		}
		for _, met := range m.meetings {
			if slices.Contains(met.members, id) {
				return false
			}
		}
		delete(m.members, id)
		return true
	})
}

// some draws up to three members of whatever group: now and then of two at once.
func (x *machine) some(t *rapid.T) []ID {
	var ids []ID
	for range rapid.IntRange(0, 3).Draw(t, "how many") {
		if id := drawn(t, "who", x.m.members); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (m *model) together(group ID, ids []ID) bool {
	for _, id := range ids {
		if who, there := m.members[id]; !there || who.group != group {
			return false
		}
	}
	return m.has(group)
}

func (x *machine) swap(t *rapid.T) {
	group, ids := x.group(t), x.some(t)
	var r Roles
	for i, id := range ids {
		*[]*ID{&r.Presents, &r.Facilitates, &r.KeepsTime}[i] = id
	}
	x.do(t, "swap", Swap(group, r), func(m *model) bool {
		if !m.together(group, ids) {
			return false
		}
		m.swapped(group, true)
		return true
	})
}

func (x *machine) begin(t *rapid.T) {
	id, group, ids := x.fresh(), x.group(t), x.some(t)
	began := x.m.today.Time().Add(12 * time.Hour)
	met := Meeting{ID: id, Group: group, Procedure: "p", Minutes: 60, Began: began, Present: ids, Presents: ids[:min(len(ids), 2)]}
	x.do(t, "begin", Begin(met), func(m *model) bool {
		for _, other := range m.meetings {
			if other.group == group && !other.over {
				return false
			}
		}
		if !m.together(group, ids) {
			return false
		}
		m.meetings[id] = modelMeeting{group, ids, false, began}
		m.swapped(group, false)
		return true
	})
}

func (x *machine) run(t *rapid.T) {
	id, late := drawn(t, "meeting", x.m.meetings), drawn(t, "late", x.m.members)
	x.do(t, "comes late", Revise(id, func(m Meeting) Meeting {
		if !slices.Contains(m.Present, late) {
			m.Present = append(m.Present, late)
		}
		return m
	}), func(m *model) bool {
		met, there := m.meetings[id]
		if !there || met.over || !m.together(met.group, []ID{late}) {
			return false
		}
		if !slices.Contains(met.members, late) {
			met.members = append(slices.Clone(met.members), late)
			m.meetings[id] = met
		}
		return true
	})
}

func (x *machine) end(t *rapid.T) {
	id := drawn(t, "meeting", x.m.meetings)
	x.do(t, "end", End(id, x.m.today.Time().Add(14*time.Hour)), func(m *model) bool {
		met, there := m.meetings[id]
		if !there || met.over || m.today.Time().Add(14*time.Hour).Before(met.began) {
			return false
		}
		met.over = true
		m.meetings[id] = met
		return true
	})
}

func (x *machine) note(t *rapid.T) {
	id, meeting := x.fresh(), drawn(t, "meeting", x.m.meetings)
	x.do(t, "note", KeepNote(Note{ID: id, Meeting: meeting, Text: "T", Written: x.m.today}), func(m *model) bool {
		if _, there := m.meetings[meeting]; !there {
			return false
		}
		m.notes[id] = modelNote{meeting, m.today}
		return true
	})
}

// later lets days go by and takes away what is over; none of it is ever undone.
func (x *machine) later(t *rapid.T) {
	x.m.today = x.m.today.AddDays(rapid.IntRange(0, 20).Draw(t, "days"))
	_, err := x.b.Do(Expire(x.m.today))
	if err != nil {
		t.Fatal(err)
	}
	for id, n := range x.m.notes {
		if x.m.today > n.written.AddDays(KeepDays) {
			delete(x.m.notes, id)
		}
	}
	x.done, x.was = nil, nil
}

// agree fails unless the board is whole, tells the same as the model, and nothing of one
// group is in another.
func (x *machine) agree(t *rapid.T) {
	if err := x.b.Check(); err != nil {
		t.Fatalf("check: %v", err)
	}
	groups := All(x.b)
	if len(groups) != len(x.m.groups) || len(supervision.Each[Member](x.b, nil)) != len(x.m.members) || len(supervision.Each[Meeting](x.b, nil)) != len(x.m.meetings) ||
		len(Notes(x.b, 0, x.m.today)) != len(x.m.notes) || len(supervision.Each[Note](x.b, nil)) != len(x.m.notes) {
		t.Fatalf("records were lost or doubled")
	}
	for _, g := range groups {
		want := x.m.groups[g.With]
		if want.id != g.ID || want.next != (g.Next != nil) {
			t.Fatalf("group %d: %+v, want %+v", g.ID, g, want)
		}
		for _, m := range Members(x.b, g.ID) {
			if who := x.m.members[m.ID]; who.group != g.ID || who.left != (m.Left != "") {
				t.Fatalf("member %d: %+v, want %+v", m.ID, m, who)
			}
		}
		for _, met := range Meetings(x.b, g.ID) {
			want := x.m.meetings[met.ID]
			if want.group != g.ID || want.over == met.Running() || !slices.Equal(want.members, met.Present) {
				t.Fatalf("meeting %d: %+v, want %+v", met.ID, met, want)
			}
		}
		x.turnsAgree(t, g)
	}
}

// turnsAgree fails where a turn is somebody's who isn't in the group, two are one's, or
// somebody presents who waited less long than another.
func (x *machine) turnsAgree(t *rapid.T, g Group) {
	present := Present(x.b, g.ID)
	for i, r := range Turns(x.b, g, 3) {
		seen := map[ID]bool{}
		for _, id := range r.members() {
			if id == 0 {
				continue
			}
			if who := x.m.members[id]; who.group != g.ID {
				t.Fatalf("turn %d of group %d is %d's, of group %d", i, g.ID, id, who.group)
			}
			if seen[id] && (i > 0 || g.Next == nil) {
				t.Fatalf("two turns at once: %+v", r)
			}
			seen[id] = true
		}
		if i > 0 || g.Next != nil || len(present) == 0 {
			continue
		}
		waits := func(m Member) Date { return max(LastCase(x.b, m), m.Joined) }
		first := slices.IndexFunc(present, func(m Member) bool { return m.ID == r.Presents })
		for _, m := range present {
			if first < 0 || waits(m) < waits(present[first]) {
				t.Fatalf("%d presents, and %d waited longer", r.Presents, m.ID)
			}
		}
	}
}

// TestGroups_model drives random sequences of operations against the model. The full
// run: go test ./internal/groups -run Groups_model -rapid.checks=10000
func TestGroups_model(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newMachine(t)
		t.Repeat(map[string]func(*rapid.T){
			"": x.agree, "set up": x.setUp, "join": x.join, "join again": x.join, "leave": x.leave, "remove": x.remove,
			"swap": x.swap, "begin": x.begin, "begin again": x.begin, "run": x.run, "end": x.end, "note": x.note, "later": x.later, "undo": x.undo,
		})
	})
}

// A note stands for its thirtieth day and not for the one after, and one by a clock that
// was ahead counts from today.
func TestExpire_after_thirty_days(t *testing.T) {
	b := supervision.NewBoard(Kinds()...)
	for _, op := range []supervision.Op{
		supervision.AddRelationship(supervision.Relationship{ID: 1, Name: "R", Kind: supervision.PeerGroup}),
		SetUp(Group{ID: 2, With: 1}, Member{ID: 3, Me: true}),
		Begin(Meeting{ID: 4, Group: 2, Procedure: "p", Began: Date("2026-11-25").Time(), Present: []ID{3}}),
		KeepNote(Note{ID: 5, Meeting: 4, Text: "Theirs.", Written: "2026-11-25"}),
		KeepNote(Note{ID: 6, Meeting: 4, Text: "By a wrong clock.", Written: "2031-01-01"}),
		KeepNote(Note{ID: 5, Meeting: 4, Text: "Theirs, changed.", Written: "2026-12-20"}),
		Expire("2026-12-25"),
	} {
		if _, err := b.Do(op); err != nil {
			t.Fatal(err)
		}
	}
	if all := Notes(b, 4, "2026-12-25"); len(all) != 2 || all[0].Text != "Theirs, changed." || all[0].Until() != "2026-12-25" || all[1].Until() != "2027-01-24" {
		t.Errorf("%+v", all)
	}
	if all := Notes(b, 4, "2026-12-26"); len(all) != 1 {
		t.Errorf("shown when it is over: %+v", all)
	}
	if _, err := b.Do(Expire("2026-12-26")); err != nil || len(supervision.Each[Note](b, nil)) != 1 {
		t.Errorf("it is still there (%v)", err)
	}
	if c, err := b.Do(Expire("2026-12-26")); err != nil || len(c.After) != 0 {
		t.Errorf("nothing was over, and something changed: %+v, %v", c, err)
	}
	if _, err := b.Do(Revise(4, func(m Meeting) Meeting { m.Began = time.Time{}; return m })); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}
