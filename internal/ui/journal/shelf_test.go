package journal

import (
	"slices"
	"testing"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

func (s *scene) shelf() (*shelf, *[]shelfState) {
	var shown []shelfState
	return newShelf(s, s.around(), func(st shelfState) { shown = append(shown, st) }), &shown
}

func TestShelf_Type_searchesOnceTheTypingRests(t *testing.T) {
	s := newScene(t)
	s.found = []journal.Overview{{ID: 1}}
	shelf, shown := s.shelf()
	for _, typed := range []string{"d", "do", "doo", "door"} {
		shelf.Type(typed)
		s.pass(100 * time.Millisecond)
	}
	s.pass(time.Second)
	if !slices.Equal(s.asked, []string{"door"}) || len(*shown) != 1 {
		t.Fatalf("searched %q, shown %d times", s.asked, len(*shown))
	}
	row := (*shown)[0].Rows[0]
	if row.match == nil || row.match.line != "around door" || row.match.line[row.match.found[0].Start:row.match.found[0].End] != "door" {
		t.Errorf("row is %+v", row)
	}
}

func TestShelf_ask_dropsStaleAnswers(t *testing.T) {
	s := newScene(t)
	shelf, shown := s.shelf()
	s.found = []journal.Overview{{ID: 1}}
	shelf.ask()
	first := s.asides
	s.asides = nil
	s.found = []journal.Overview{{ID: 2}}
	shelf.ask()
	s.pump()
	s.found = []journal.Overview{{ID: 1}}
	for _, late := range first {
		late()
	}
	s.pump()
	if len(*shown) != 1 || (*shown)[0].Rows[0].ID != 2 {
		t.Errorf("shown %+v", *shown)
	}
}

func TestShelf_ask_failureIsTold(t *testing.T) {
	s := newScene(t)
	shelf, shown := s.shelf()
	s.refuse = fault.New(fault.Damaged, "read")
	shelf.ask()
	s.pump()
	if len(s.errs) != 1 || len(*shown) != 0 {
		t.Errorf("told %v, shown %v", s.errs, *shown)
	}
}

func TestShelf_Ask_narrowsUnlessNothingIsUnderstood(t *testing.T) {
	s := newScene(t)
	shelf, shown := s.shelf()
	for i, c := range []struct {
		query    string
		narrowed bool
	}{{"hit>6", true}, {"door", true}, {"", false}, {"hit>many", false}, {" ", false}} {
		shelf.Ask(c.query)
		s.pump()
		if got := (*shown)[i]; got.Narrowed() != c.narrowed || got.Query != c.query {
			t.Errorf("%q: %+v", c.query, got)
		}
	}
}

// listed gives a shelf that shows entries.
func listed(t *testing.T, ids ...journal.ID) *shelf {
	s := newScene(t)
	for _, id := range ids {
		s.found = append(s.found, journal.Overview{ID: id})
	}
	shelf, _ := s.shelf()
	shelf.ask()
	s.pump()
	return shelf
}

func TestShelf_Ticked_inTheListsOrder(t *testing.T) {
	shelf := listed(t, 3, 1, 2)
	for _, id := range []journal.ID{1, 2, 3, 9, 2} {
		shelf.Toggle(id)
	}
	if got := shelf.Ticked(); !slices.Equal(got, []journal.ID{3, 1, 9}) {
		t.Errorf("ticked %v", got)
	}
	shelf.Untick()
	if got := shelf.Ticked(); len(got) != 0 {
		t.Errorf("ticked %v", got)
	}
}

func TestShelf_beside_cases(t *testing.T) {
	shelf := listed(t, 3, 1, 2)
	for of, want := range map[journal.ID]journal.ID{3: 1, 1: 2, 2: 1, 9: 0} {
		if got := shelf.beside(of); got != want {
			t.Errorf("beside %v is %v, want %v", of, got, want)
		}
	}
}

func TestShelf_Close_answersNoMore(t *testing.T) {
	s := newScene(t)
	shelf, shown := s.shelf()
	shelf.ask()
	shelf.Close()
	s.pump()
	if len(*shown) != 0 {
		t.Error("an answer came after closing")
	}
}

// A new entry stands in the list from its first letter, in its place, and once.
func TestShelf_SetOpen_lists_what_is_being_written(t *testing.T) {
	s := newScene(t)
	s.found = []journal.Overview{{ID: 1, Date: "2026-11-25"}, {ID: 2, Date: "2026-11-20"}}
	shelf, shown := s.shelf()
	ids := func() (all []journal.ID) {
		for _, r := range (*shown)[len(*shown)-1].Rows {
			all = append(all, r.ID)
		}
		return all
	}
	shelf.ask()
	s.pump()
	shelf.SetOpen(journal.Overview{ID: 9, Date: "2026-11-22", Excerpt: "Tw"}, true)
	if got := ids(); !slices.Equal(got, []journal.ID{1, 9, 2}) {
		t.Errorf("while it is typed: %v", got)
	}
	shelf.Ask("door")
	s.pump()
	if got := ids(); !slices.Equal(got, []journal.ID{1, 2}) {
		t.Errorf("in a search: %v", got)
	}
	s.found = append(s.found, journal.Overview{ID: 9, Date: "2026-11-22"})
	shelf.Ask("")
	s.pump()
	if got := ids(); len(got) != 3 {
		t.Errorf("once it is kept: %v", got)
	}
	shelf.SetOpen(journal.Overview{}, true)
	if got := ids(); len(got) != 3 {
		t.Errorf("afterwards: %v", got)
	}
}

// The row of an entry says how it begins while that is being changed, also after another
// answer; in a search, what was found stays, and what a view was shown before stays.
func TestShelf_SetOpen_follows_what_is_being_written(t *testing.T) {
	s := newScene(t)
	s.found = []journal.Overview{{ID: 1, Title: "Before"}, {ID: 2}}
	shelf, shown := s.shelf()
	last := func() shelfState { return (*shown)[len(*shown)-1] }
	shelf.ask()
	s.pump()
	was := last()
	for range 2 {
		shelf.SetOpen(journal.Overview{ID: 1, Title: "After", Excerpt: "The hall"}, false)
	}
	if got := last().Rows[0]; got.Title != "After" || got.Excerpt != "The hall" || was.Rows[0].Title != "Before" || len(*shown) != 2 {
		t.Errorf("%q, %q; before: %q; shown %d times", got.Title, got.Excerpt, was.Rows[0].Title, len(*shown))
	}
	shelf.Ask("door")
	s.pump()
	found := last().Rows[0].Excerpt
	shelf.SetOpen(journal.Overview{ID: 1, Title: "Later", Excerpt: "Another beginning"}, false)
	if got := last().Rows[0]; got.Title != "Later" || got.Excerpt != found {
		t.Errorf("in a search: %q, %q, want %q", got.Title, got.Excerpt, found)
	}
	shelf.Ask("")
	s.pump()
	if got := last().Rows[0].Title; got != "Later" {
		t.Errorf("an answer brings back %q", got)
	}
	shelf.SetOpen(journal.Overview{ID: 7, Title: "Elsewhere"}, false)
	if len(last().Rows) != 2 {
		t.Error("a kept entry that isn't among those found is listed")
	}
}

func TestPage_a_new_entry_is_listed_while_it_is_typed(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 760)
	p.Command("new")
	if p.rowCount() != 0 {
		t.Error("an empty one is listed")
	}
	w.typeText("Rang twice.")
	if p.rowCount() != 1 {
		t.Errorf("%d rows while it is typed", p.rowCount())
	}
	p.Command("save")
	w.until("kept", func() bool { return p.writer.status.Kind == Saved })
	if p.rowCount() != 1 {
		t.Errorf("%d rows once it is kept", p.rowCount())
	}
}
