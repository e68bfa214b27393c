package supervision

import (
	"cmp"
	"slices"
)

// Agenda gives the items that a session lists, in order, without those that
// aren't there (Lost), or fault.NotFound.
func (b *Board) Agenda(session ID) ([]AgendaItem, error) {
	s, err := b.Session(session)
	ids := b.listed(s)
	items := make([]AgendaItem, len(ids))
	for i, id := range ids {
		items[i] = clone(at[AgendaItem](b, id))
	}
	return items, err
}

// Budget is how an agenda fits into a session. All numbers are minutes.
type Budget struct {
	Length int // of the session; 0: not arranged
	Used   int // wanted by the items on the agenda
	Spent  int // on what was discussed
	Parts  []BudgetPart
}

// BudgetPart is what one kind of item wants: standing ones, or those of one
// function (empty: without one).
type BudgetPart struct {
	Standing bool
	Function Function
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

// Budget gives the time budget of a session, or fault.NotFound. Parts come
// standing first, then in the order of Functions, only those that want time;
// items withdrawn or solved want none.
func (b *Board) Budget(session ID) (Budget, error) {
	items, err := b.Agenda(session)
	budget := Budget{Length: at[Session](b, session).Minutes}
	want := map[BudgetPart]int{}
	for _, it := range items {
		if it.Settled() {
			continue
		}
		part := BudgetPart{Standing: it.Standing != ""}
		if !part.Standing {
			part.Function = it.Function
		}
		want[part] += it.Minutes
		budget.Used += it.Minutes
		if it.State == Discussed {
			budget.Spent += it.Outcome.Minutes
		}
	}
	for part, n := range want {
		part.Minutes = n
		if n > 0 {
			budget.Parts = append(budget.Parts, part)
		}
	}
	slices.SortFunc(budget.Parts, func(x, y BudgetPart) int {
		return cmp.Or(falseFirst(!x.Standing, !y.Standing), cmp.Compare(x.Function.place(), y.Function.place()))
	})
	return budget, err
}

// place orders functions as Functions does, none last.
func (f Function) place() int {
	if i := slices.Index(Functions(), f); i >= 0 {
		return i
	}
	return len(Functions())
}

// Gaps gives the functions of Kadushin that no item on the agenda serves, in
// the order of Functions, or fault.NotFound. Mediation isn't missed.
func (b *Board) Gaps(session ID) ([]Function, error) {
	items, err := b.Agenda(session)
	if err != nil {
		return nil, err
	}
	gaps := []Function{Administrative, Educational, Supportive}
	return slices.DeleteFunc(gaps, func(f Function) bool {
		return slices.ContainsFunc(items, func(it AgendaItem) bool { return it.Function == f && !it.Settled() })
	}), nil
}

// Share is how much of the time one function had.
type Share struct {
	Function Function // empty: items without one
	Minutes  int      // spent, or wanted where nobody took the time
	Items    int
}

// Balance gives what the last n closed sessions with a person (0: with
// anybody) were about, in the order of Functions, every function named.
func (b *Board) Balance(with ID, n int) []Share {
	shares := make([]Share, len(Functions())+1)
	for i, f := range Functions() {
		shares[i].Function = f
	}
	for _, s := range b.held(b.with(with), n) {
		for _, id := range s.Agenda {
			it := at[AgendaItem](b, id)
			if it.State != Discussed {
				continue
			}
			at := it.Function.place()
			shares[at].Items++
			shares[at].Minutes += cmp.Or(it.Outcome.Minutes, it.Minutes)
		}
	}
	return shares
}

// held gives the last n closed sessions that keep takes, the latest first; all
// for n below 0.
func (b *Board) held(keep func(Session) bool, n int) []Session {
	closed := func(s Session) bool { return s.State == Closed && keep(s) }
	all := sorted(b, closed, latestFirst)
	if n >= 0 && n < len(all) {
		return all[:n]
	}
	return all
}
