package lifetime

import (
	"slices"
	"strings"
	"testing"
)

// Two programs that are measured side by side hold the same entries.
func TestEntries_are_the_same_each_time(t *testing.T) {
	first, again := slices.Collect(Entries(400)), slices.Collect(Entries(400))
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
