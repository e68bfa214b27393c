// Package balance weighs the items of an agenda: how they fit into a session's
// time, which functions of supervision they serve, which order works, and which
// themes they belong to. It takes items and changes nothing.
package balance

import (
	"cmp"
	"slices"

	"aftershift/internal/supervision"
)

// Budget is how an agenda fits into a session. All numbers are minutes.
type Budget struct {
	Length int // of the session; 0: not arranged
	Used   int // wanted by the items on the agenda
	Spent  int // on what was discussed
	Parts  []Part
}

// Part is what one kind of item wants: standing ones, or those of one function
// (empty: without one).
type Part struct {
	Standing bool
	Function supervision.Function
	Minutes  int
}

// Over gives how many minutes the agenda wants beyond the session's length; 0
// where it fits or no length is arranged.
func (b Budget) Over() int {
	if b.Length == 0 {
		return 0
	}
	return max(0, b.Used-b.Length)
}

// BudgetOf gives the time budget of items in a session of length minutes. Parts
// come standing first, then in the order of supervision.Functions, only those that
// want time; items withdrawn or solved want none.
func BudgetOf(items []supervision.AgendaItem, length int) Budget {
	budget := Budget{Length: length}
	want := map[Part]int{}
	for _, it := range items {
		if it.Settled() {
			continue
		}
		part := Part{Standing: it.Standing != ""}
		if !part.Standing {
			part.Function = it.Function
		}
		want[part] += it.Minutes
		budget.Used += it.Minutes
		if it.State == supervision.Discussed {
			budget.Spent += it.Outcome.Minutes
		}
	}
	for part, n := range want {
		part.Minutes = n
		if n > 0 {
			budget.Parts = append(budget.Parts, part)
		}
	}
	slices.SortFunc(budget.Parts, Part.compare)
	return budget
}

func (p Part) compare(q Part) int {
	if p.Standing != q.Standing {
		if p.Standing {
			return -1
		}
		return 1
	}
	return cmp.Compare(place(p.Function, supervision.Functions()), place(q.Function, supervision.Functions()))
}

// place gives the index of a value among all, or past the end.
func place[T comparable](of T, all []T) int {
	if i := slices.Index(all, of); i >= 0 {
		return i
	}
	return len(all)
}
