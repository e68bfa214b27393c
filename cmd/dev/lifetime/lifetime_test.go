package lifetime

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// Two programs that are measured side by side hold the same entries.
func TestEntries_are_the_same_each_time(t *testing.T) {
	until := time.Date(2026, 3, 9, 20, 0, 0, 0, time.UTC)
	first, again := slices.Collect(Entries(400, until)), slices.Collect(Entries(400, until))
	rare, ids := 0, map[int64]bool{}
	for i, e := range first {
		if e.ID != again[i].ID || !slices.Equal(e.Sections, again[i].Sections) {
			t.Fatalf("entry %d differs", i)
		}
		text := strings.Join(e.Sections, " ")
		if strings.Contains(text, "zebrafish") {
			rare++
		}
		if words := len(strings.Fields(text)); words < Words || words > Words+10 {
			t.Errorf("%d words in entry %d", words, i)
		}
		ids[e.ID] = true
	}
	if rare != 4 || len(ids) != 400 {
		t.Errorf("%d rare entries of %d", rare, len(ids))
	}
}

// However many there are, they are the one after the other and fill the same years.
func TestEntries_fill_a_working_life(t *testing.T) {
	until := time.Date(2026, 3, 9, 20, 0, 0, 0, time.UTC)
	for _, n := range []int{Usual, Far} {
		first, last := time.Time{}, time.Time{}
		for e := range Entries(n, until) {
			if first.IsZero() {
				first = e.Written
			} else if !e.Written.After(last) {
				t.Fatalf("of %d: %v after %v", n, e.Written, last)
			}
			last = e.Written
		}
		if years := last.Sub(first).Hours() / 24 / 365; years < 21 || years > 22 || !last.Equal(until) {
			t.Errorf("%d entries from %v to %v", n, first, last)
		}
	}
}
