package supervision

import (
	"cmp"
	"slices"
)

// SuggestOrder gives the agenda of a session in an order that works, for
// Arrange, or fault.NotFound. What is over stays first; then arriving and the
// actions from last time, what is urgent, what was carried over most, what
// needs a decision, the other items, the other standing items, and last what is
// to be celebrated. Among equals the order stays.
func (b *Board) SuggestOrder(session ID) ([]ID, error) {
	items, err := b.Agenda(session)
	slices.SortStableFunc(items, func(x, y AgendaItem) int {
		return cmp.Or(
			cmp.Compare(x.turn(), y.turn()),
			cmp.Compare(x.Standing.place(), y.Standing.place()),
			cmp.Compare(y.Urgency.rank(), x.Urgency.rank()),
			cmp.Compare(y.Carried, x.Carried),
			cmp.Compare(x.Want.turn(), y.Want.turn()),
		)
	})
	order := make([]ID, len(items))
	for i, it := range items {
		order[i] = it.ID
	}
	return order, err
}

// turn gives the part of a session that an item belongs to, first part 0.
func (it AgendaItem) turn() int {
	switch {
	case it.State != OnAgenda:
		return 0
	case it.Standing == StandingArriving, it.Standing == StandingActions:
		return 1
	case it.Standing != "":
		return 3
	case it.Want == WantCelebrate && it.Urgency != Urgent:
		return 4
	}
	return 2
}

// turn orders wants: what somebody has to decide while there is time comes
// first.
func (w Want) turn() int {
	switch w {
	case WantEscalate:
		return 0
	case WantDecision:
		return 1
	case WantInform:
		return 3
	}
	return 2
}
