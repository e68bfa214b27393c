package palette

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"aftershift/internal/app"
)

// scene is a presenter in which nothing happens elsewhere until the test says so.
type scene struct {
	*presenter
	asides []func()
	shown  []State
	opened []string
	more   map[string][]string // what is found further in entries
}

func newScene() *scene {
	s := &scene{more: map[string][]string{}}
	group := func(title string, idle int, names ...string) Group {
		return Group{Title: title, Names: app.NewNames(len(names), func(i int) string { return names[i] }), Idle: idle, Item: func(i int) Item {
			return Item{Key: names[i], Name: names[i], Open: func() { s.opened = append(s.opened, names[i]) }}
		}}
	}
	entries := group("entries", 2, "Nearly", "The man at Corran Street", "Last visit")
	entries.More = func(_ context.Context, typed string, limit int) (all []Item) {
		for _, name := range s.more[typed] {
			all = append(all, Item{Key: name, Name: name})
		}
		return all
	}
	groups := []Group{
		group("commands", 1, "New entry", "Next section", "Bring to next supervision", "Never mind", "Newest", "Neat"), entries,
		group("people", 0, "Nell Marsh"),
	}
	s.presenter = newPresenter(groups, around{
		aside: func(fn func()) { s.asides = append(s.asides, fn) }, do: func(fn func()) { fn() }, show: func(st State) { s.shown = append(s.shown, st) },
	})
	return s
}

func (s *scene) pump() {
	all := s.asides
	s.asides = nil
	for _, fn := range all {
		fn()
	}
}

func (s *scene) names() (all []string) {
	for _, r := range s.state.Rows {
		all = append(all, r.Name)
	}
	return all
}

func TestPresenter_Type_offers_some_of_each_group(t *testing.T) {
	s := newScene()
	s.Type("")
	if got := s.names(); !slices.Equal(got, []string{"New entry", "Nearly", "The man at Corran Street"}) {
		t.Errorf("nothing typed: %q", got)
	}
	s.more["ne"] = []string{"Nearly", "Mr Wilk"}
	s.Type("ne")
	want := []string{"New entry", "Next section", "Never mind", "Newest", "Neat", "Bring to next supervision", "Nearly", "Nell Marsh"}
	if got := s.names(); !slices.Equal(got, want) || !s.state.Seeks {
		t.Errorf("%q", got)
	}
	if r := s.state.Rows[0]; r.Title != "commands" || len(r.Named) != 1 || s.state.Rows[1].Title != "" || s.state.At != 0 {
		t.Errorf("first row %+v", r)
	}
	s.pump()
	if got := s.names(); !slices.Contains(got, "Mr Wilk") || s.state.Seeks {
		t.Errorf("with what was found further: %q", got)
	}
}

func TestPresenter_never_more_rows_than_there_is_room_for(t *testing.T) {
	s := newScene()
	for i := range 30 {
		s.more["ne"] = append(s.more["ne"], fmt.Sprint("found ", i))
	}
	s.Type("ne")
	s.pump()
	count := map[int]int{}
	for _, r := range s.state.Rows {
		count[r.group]++
	}
	if len(s.state.Rows) != most || count[2] != 1 || count[0] < mostOf-1 || count[1] < mostOf-1 {
		t.Errorf("rows %v", count)
	}
}

func TestPresenter_keys(t *testing.T) {
	s := newScene()
	s.Type("ne")
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() { s.Move(1) }, "Next section"},
		{func() { s.Move(-2) }, "Nell Marsh"},
		{func() { s.Move(1) }, "New entry"},
		{func() { s.MoveGroup(1) }, "Nearly"},
		{func() { s.MoveGroup(1) }, "Nell Marsh"},
		{func() { s.MoveGroup(1) }, "Nell Marsh"},
		{func() { s.MoveGroup(-1) }, "Nearly"},
	} {
		c.do()
		if row, _ := s.chosen(); row.Name != c.want {
			t.Fatalf("chosen %q, want %q", row.Name, c.want)
		}
	}
	s.Type("zebra")
	s.pump()
	if _, ok := s.chosen(); ok || s.state.At != -1 {
		t.Error("something is chosen where nothing fits")
	}
}

// Whoever has gone down to a row keeps it when more comes in above.
func TestPresenter_arrived_keeps_the_chosen_row(t *testing.T) {
	s := newScene()
	s.more["ne"] = []string{"Mr Wilk", "Duty desk"}
	s.Type("ne")
	s.Move(-1)
	s.pump()
	if row, _ := s.chosen(); row.Name != "Nell Marsh" {
		t.Errorf("chosen %q", row.Name)
	}
}

func TestPresenter_drops_stale_answers(t *testing.T) {
	s := newScene()
	s.more["n"] = []string{"old answer"}
	s.Type("n")
	s.Type("ne")
	s.pump()
	if slices.Contains(s.names(), "old answer") {
		t.Error("an answer to an older question is shown")
	}
	s.Type("n")
	s.Close()
	n := len(s.shown)
	s.pump()
	if len(s.shown) != n {
		t.Error("an answer comes after closing")
	}
}
