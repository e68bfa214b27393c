package sessions

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/supervision"
)

// Deed is an action and where it came from, in words that can be shared.
type Deed struct {
	supervision.Action
	From string    // title of the item it came from, may be empty
	Met  time.Time // when the session was that it came from, zero for none
	With string    // with whom that session was, may be empty
}

// Deeds is every open action, each in one list, soonest due first, and what was
// ended lately.
type Deeds struct {
	Overdue  []Deed // the writer's own, due before today
	ThisWeek []Deed // the writer's own, due today or in the six days after
	Waiting  []Deed // somebody else's
	Later    []Deed // the writer's own, due later or some day
	Done     []Deed // done in the last DoneDays days, the latest first
	Dropped  []Deed // given up, the newest first
}

// DoneDays is how long a done action still shows among the others.
const DoneDays = 30

// Deeds sorts the actions by what to do about them today.
func (d *Desk) Deeds() (all Deeds) {
	today := d.Today()
	b := d.Library().Board()
	open := b.ActionsBy(today)
	all.Overdue, all.ThisWeek = deeds(b, open.Overdue), deeds(b, open.ThisWeek)
	all.Waiting, all.Later = deeds(b, open.Waiting), deeds(b, open.Later)
	all.Done = deeds(b, latest(b.Actions(func(a supervision.Action) bool {
		return a.State == supervision.Done && a.DoneOn.DaysUntil(today) <= DoneDays
	})))
	all.Dropped = deeds(b, latest(b.Actions(func(a supervision.Action) bool { return a.State == supervision.Dropped })))
	return all
}

// DeedsDue counts the writer's own actions that are overdue or due this week.
func (d *Desk) DeedsDue() int {
	open := d.Library().Board().ActionsBy(d.Today())
	return len(open.Overdue) + len(open.ThisWeek)
}

func deeds(b *supervision.Board, actions []supervision.Action) (all []Deed) {
	for _, a := range actions {
		all = append(all, deed(b, a))
	}
	return all
}

// deed finds where an action came from. Whatever isn't on the board stays empty.
func deed(b *supervision.Board, a supervision.Action) Deed {
	from := Deed{Action: a}
	if it, err := b.Item(a.Item); err == nil {
		from.From = it.Title
	}
	if s, err := b.Session(a.Session); err == nil {
		from.Met = s.When()
		if r, err := b.Relationship(s.With); err == nil {
			from.With = r.Name
		}
	}
	return from
}

// latest puts ended actions in order: done last, or made last, first.
func latest(actions []supervision.Action) []supervision.Action {
	slices.SortStableFunc(actions, func(x, y supervision.Action) int {
		if x.DoneOn != y.DoneOn {
			return strings.Compare(string(y.DoneOn), string(x.DoneOn))
		}
		return strings.Compare(string(y.Created), string(x.Created))
	})
	return actions
}
