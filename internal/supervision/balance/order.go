package balance

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Order gives the ids of an agenda's items in an order that works, for
// supervision.Arrange. What is over stays first; then arriving and the actions
// from last time, what is urgent, what was carried over most, what needs a
// decision, the other items, the other standing items, and last what is to be
// celebrated. Among equals the order stays.
func Order(items []supervision.AgendaItem) []journal.ID {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(x, y supervision.AgendaItem) int {
		return cmp.Or(
			cmp.Compare(turn(x), turn(y)),
			cmp.Compare(place(x.Standing, supervision.StandingKinds()), place(y.Standing, supervision.StandingKinds())),
			cmp.Compare(rank(y.Urgency), rank(x.Urgency)),
			cmp.Compare(y.Carried, x.Carried),
			cmp.Compare(wantTurn(x.Want), wantTurn(y.Want)),
		)
	})
	order := make([]journal.ID, len(items))
	for i, it := range items {
		order[i] = it.ID
	}
	return order
}

// rank orders urgencies: 0 for the least and for none given.
func rank(u supervision.Urgency) int { return max(0, slices.Index(supervision.Urgencies(), u)) }

// turn gives the part of a session that an item belongs to, first part 0.
func turn(it supervision.AgendaItem) int {
	switch {
	case it.State != supervision.OnAgenda:
		return 0
	case it.Standing == supervision.StandingArriving, it.Standing == supervision.StandingActions:
		return 1
	case it.Standing != "":
		return 3
	case it.Want == supervision.WantCelebrate && it.Urgency != supervision.Urgent:
		return 4
	}
	return 2
}

// wantTurn orders wants: what somebody has to decide while there is time comes
// first.
func wantTurn(w supervision.Want) int {
	switch w {
	case supervision.WantEscalate:
		return 0
	case supervision.WantDecision:
		return 1
	case supervision.WantInform:
		return 3
	}
	return 2
}
