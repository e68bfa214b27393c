package supervision

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

var upperKey = regexp.MustCompile(`"[a-z_]*[A-Z]\w*":`)

func TestDecode_reads_what_marshal_writes(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Decision, Text: "Text.", Rationale: "Because.", CaseRecord: CaseRecord{Belongs: true}}, fear)
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Joint visit", Owner: Me, Due: "2026-03-06", Item: fear, Entries: []ID{101}})))
	s.must(s.Do(Park(off, Lot{Elsewhere: ForUnion})))
	s.closes(past)
	var read []Record
	for _, r := range s.Records() {
		raw, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range upperKey.FindAll(raw, -1) {
			t.Errorf("%s isn't snake case", key)
		}
		got, err := Decode(r.Key().Kind, raw)
		if err != nil {
			t.Fatalf("%v: %v", r.Key(), err)
		}
		read = append(read, got)
	}
	again, err := Load(read)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := json.Marshal(s.Records())
	second, _ := json.Marshal(again.Records())
	if string(first) != string(second) {
		t.Errorf("written, read and written again it differs:\n%s\n%s", first, second)
	}
}

func TestDecode_refuses(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		kind      RecordKind
		want      fault.Kind
	}{
		{"not JSON", "{", ItemRecord, fault.Damaged},
		{"another shape", `{"title": 5}`, ItemRecord, fault.Damaged},
		{"not valid", `{"id": "0000000000001"}`, ActionRecord, fault.Damaged},
		{"a kind to come", `{}`, "agreement", fault.NewerFormat},
	} {
		r, err := Decode(c.kind, []byte(c.raw))
		if r != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, r, err)
		}
	}
}

func TestDecode_error_is_silent_about_content(t *testing.T) {
	_, err := Decode(ItemRecord, []byte(`{"title": {"marigold": "marigold"}, "minutes": "marigold"}`))
	if err == nil || strings.Contains(err.Error(), "marigold") {
		t.Errorf("error tells content: %v", err)
	}
}

func TestLoad_tells_what_does_not_go_together(t *testing.T) {
	item := AgendaItem{ID: 1, Title: "T", Words: "W", State: Waiting}
	session := Session{ID: 2, Kind: Individual, Start: day(0), State: Planned}
	listed := changed(item, func(it *AgendaItem) { it.State, it.Session = OnAgenda, 2 })
	lists := func(s Session) Session { s.Agenda = []ID{1}; return s }
	closed := changed(lists(session), func(s *Session) { s.State, s.Opened, s.Closed = Closed, day(0), day(0) })
	talked := func(k OutcomeKind) AgendaItem {
		return changed(listed, func(it *AgendaItem) { it.State, it.Outcome = Discussed, &Outcome{Session: 2, Kind: k} })
	}
	if _, err := Load([]Record{talked(Advice), closed}); err != nil {
		t.Fatalf("a whole board: %v", err)
	}
	for name, records := range map[string][]Record{
		"twice":                      {item, item},
		"invalid relationship":       {Relationship{ID: 1}},
		"invalid session":            {Session{ID: 1}},
		"invalid item":               {AgendaItem{ID: 1}},
		"invalid action":             {Action{ID: 1}},
		"session with nobody known":  {changed(session, func(s *Session) { s.With = 7 })},
		"stood in for by nobody":     {changed(session, func(s *Session) { s.Instead = 7 })},
		"listed but not there":       {lists(session)},
		"listed but elsewhere":       {lists(session), item},
		"there but not listed":       {session, listed},
		"in no session known":        {listed},
		"discussed in a planned one": {lists(session), talked(Advice)},
		"open item in a closed one":  {closed, listed},
		"closed without an outcome":  {closed, talked("")},
		"closed and deferred":        {closed, talked(Deferred)},
		"chain is broken":            {changed(item, func(it *AgendaItem) { it.Carried, it.CarriedFrom = 1, []ID{9} })},
		"outcome of nothing":         {changed(item, func(it *AgendaItem) { it.Outcome = &Outcome{Session: 9} })},
		"merged into nothing":        {changed(item, func(it *AgendaItem) { it.State, it.MergedInto = Withdrawn, 9 })},
		"parked for nobody":          {changed(item, func(it *AgendaItem) { it.State, it.Parked = Parked, Lot{With: 9} })},
		"action of no item":          {Action{ID: 1, Text: "A", Owner: Me, State: ToDo, Item: 9}},
		"action of no session":       {Action{ID: 1, Text: "A", Owner: Me, State: ToDo, Session: 9}},
	} {
		b, err := Load(records)
		if name == "twice" {
			if fault.KindOf(err) != fault.Damaged {
				t.Errorf("%s: %v, want damaged", name, err)
			}
			continue
		}
		if err != nil || len(b.Odd()) == 0 || b.Check() != nil || len(b.Records()) != len(records) {
			t.Errorf("%s: odd %v, check %v (%v)", name, b.Odd(), b.Check(), err)
		}
	}
}

// Whatever a record refers to has to stay while the record does, without a word of
// that in its own rules.
func TestBoard_Check_misses_whatever_is_referred_to(t *testing.T) {
	ruth := Relationship{ID: 7, Name: "Ruth", Kind: LineManager}
	for name, r := range map[string]Record{
		"stood in for": Session{ID: 2, Kind: Individual, Start: day(0), State: Planned, Instead: 7},
		"with":         Session{ID: 2, Kind: Individual, Start: day(0), State: Planned, With: 7},
		"parked for":   AgendaItem{ID: 1, Title: "T", Words: "W", State: Parked, Parked: Lot{With: 7}},
	} {
		b, err := Load([]Record{ruth, r})
		if err != nil || b.Check() != nil {
			t.Fatalf("%s: %v, %v, odd %v", name, err, b.Check(), b.Odd())
		}
		if b.put(Gone{ruth.Key()}); fault.KindOf(b.Check()) != fault.Damaged {
			t.Errorf("%s: nothing is missed", name)
		}
	}
}

func TestBoard_gives_copies(t *testing.T) {
	s := newScene(t)
	s.hold(past, Outcome{Kind: Advice}, fear)
	was := s.Records()
	for _, r := range s.Records() {
		switch r := r.(type) {
		case Session:
			if len(r.Agenda) > 0 {
				r.Agenda[0] = 999
			}
		case AgendaItem:
			if r.Outcome != nil {
				r.Outcome.Kind = NoChange
			}
			if len(r.Entries) > 0 {
				r.Entries[0] = 999
			}
		}
	}
	if !reflect.DeepEqual(was, s.Records()) {
		t.Error("changing what the board gave changed the board")
	}
	for _, err := range []error{
		second(s.Relationship(99)), second(s.Session(99)), second(s.Item(99)), second(s.Action(99)),
	} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("%v, want not found", err)
		}
	}
}

// Every type that has a key is in the table of kinds: one that isn't would be
// refused wherever it is used.
func TestKinds_name_every_type_with_a_key(t *testing.T) {
	known := map[string]bool{"Gone": true}
	for _, k := range Kinds() {
		known[reflect.TypeOf(k.Zero).Name()] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keyMethod.FindAllSubmatch(source, -1) {
			if found++; !known[string(m[1])] {
				t.Errorf("%s: %s has no row in Kinds", file, m[1])
			}
		}
	}
	if found != len(known) {
		t.Errorf("%d types have a key, %d are known", found, len(known))
	}
}

var keyMethod = regexp.MustCompile(`(?m)^func \(\w+ (\w+)\) Key\(\) Key `)

func second[R any](_ R, err error) error { return err }
