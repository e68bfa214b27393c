package supervision

import (
	"errors"
	"slices"
	"testing"
)

// Boards of one origin go on apart, whichever of them changes.
func TestBoard_Clone_goesOnApart(t *testing.T) {
	b := crowded(t, 10)
	c := b.Clone()
	mustDo(t, b, ForgetEntries(100))
	mustDo(t, c, ForgetEntries(101, 102))
	of := func(b *Board) (named []ID) {
		for _, it := range b.Items(nil) {
			named = append(named, it.Entries...)
		}
		return named
	}
	if got := of(b); len(got) != 9 || slices.Contains(got, 100) {
		t.Errorf("the first names %v", got)
	}
	if got := of(c); len(got) != 8 || !slices.Contains(got, 100) || slices.Contains(got, 101) {
		t.Errorf("the other names %v", got)
	}
	if err := errors.Join(b.Check(), c.Check()); err != nil {
		t.Error(err)
	}
}

// An entry is saved with a look at the board, which mostly stays as it is. That copies
// nothing of thousands of records.
func TestBatch_copiesNothingThatStays(t *testing.T) {
	look := Batch("look", func(*Edit) error { return nil })
	allocations := func(items int) float64 {
		b := crowded(t, items)
		return testing.AllocsPerRun(10, func() { mustDo(t, b.Clone(), look) })
	}
	if few, many := allocations(20), allocations(2000); many > few {
		t.Errorf("%v allocations for 20 items, %v for 2000", few, many)
	}
}

// crowded gives a board of n items, each of an entry of its own from 100 on.
func crowded(t *testing.T, n int) *Board {
	t.Helper()
	var all []Record
	for i := range ID(n) {
		all = append(all, AgendaItem{ID: 10000 + i, Title: "T", Words: "W", State: Waiting, Entries: []ID{100 + i}})
	}
	b, err := Load(all)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustDo(t *testing.T, b *Board, op Op) {
	t.Helper()
	if _, err := b.Do(op); err != nil {
		t.Fatal(err)
	}
}
