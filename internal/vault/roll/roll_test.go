package roll

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Whatever is put and removed, a roll holds what a map holds, in order, and gives
// back what takes each step back.
func TestRoll_is_a_sorted_map(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r Roll
		model := map[int64]Stamp{}
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			id := rapid.Int64Range(1, 30).Draw(t, "id")
			before, had := model[id]
			if rapid.Bool().Draw(t, "removes") {
				if old, found := r.Remove(id); found != had || found && old != before {
					t.Fatalf("removed %v %v, want %v %v", old, found, before, had)
				}
				delete(model, id)
				continue
			}
			s := Stamp{rapid.Byte().Draw(t, "stamp")}
			if old, found := r.Put(id, s); found != had || found && old != before {
				t.Fatalf("put over %v %v, want %v %v", old, found, before, had)
			}
			model[id] = s
		}
		var want Roll
		for _, id := range slices.Sorted(maps.Keys(model)) {
			want.Append(id, model[id])
		}
		if !slices.Equal(r, want) || r.Len() != len(model) {
			t.Fatalf("%d records, want %d", r.Len(), len(model))
		}
		for i := range r.Len() {
			if at, found := r.Find(r.ID(i)); !found || at != i || r.Stamp(i) != model[r.ID(i)] {
				t.Fatalf("record %d not found", i)
			}
		}
	})
}
