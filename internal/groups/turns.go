package groups

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Meetings returns the meetings of a group, the latest first.
func Meetings(b *supervision.Board, group ID) []Meeting {
	all := supervision.Each(b, func(m Meeting) bool { return m.Group == group })
	slices.SortStableFunc(all, func(x, y Meeting) int { return y.Began.Compare(x.Began) })
	return all
}

// Running returns the meeting of a group that goes on, and whether there is one.
func Running(b *supervision.Board, group ID) (Meeting, bool) {
	all := Meetings(b, group)
	i := slices.IndexFunc(all, Meeting.Running)
	if i < 0 {
		return Meeting{}, false
	}
	return all[i], true
}

// LastCases returns how many presented a case when a group last met by a run-sheet; 0
// where it never did.
func LastCases(b *supervision.Board, group ID, procedure string) int {
	for _, m := range Meetings(b, group) {
		if m.Procedure == procedure && !m.Running() {
			return len(m.Presents)
		}
	}
	return 0
}

// LastCase returns the day on which somebody last presented a case; "" for never.
func LastCase(b *supervision.Board, m Member) (last Date) {
	for _, met := range Meetings(b, m.Group) {
		if slices.Contains(met.Presents, m.ID) {
			last = max(last, journal.DateOf(met.Began))
		}
	}
	return last
}

// waited is since when each member waits for each turn: the last time they had it, or
// the day they joined.
type waited map[ID]days

// days is a day for each turn, in the order of Roles: as text, for whoever had a turn on
// a day waits less long than whoever joined on it.
type days [3]string

func hadOn(on Date) string { return string(on) + "+" }

// Turns returns whose turns the next n meetings are: whoever waited longest since they
// last had one, or since they joined, and nobody with two at once as long as there are
// enough people. The turns of the next one may have been swapped.
func Turns(b *supervision.Board, g Group, n int) []Roles {
	members := Present(b, g.ID)
	since := waited{}
	for _, m := range members {
		joined := string(m.Joined)
		since[m.ID] = days{joined, joined, joined}
	}
	had := func(id ID, turn int, on Date) {
		if when, is := since[id]; is {
			when[turn] = max(when[turn], hadOn(on))
			since[id] = when
		}
	}
	for _, met := range Meetings(b, g.ID) {
		on := journal.DateOf(met.Began)
		for _, id := range met.Presents {
			had(id, 0, on)
		}
		had(met.Facilitates, 1, on)
		had(met.KeepsTime, 2, on)
	}
	all := make([]Roles, n)
	for i := range all {
		all[i] = since.next(members)
		if i == 0 && g.Next != nil {
			all[i] = *g.Next
		}
		for turn, id := range all[i].members() {
			had(id, turn, Date("9999-01-01").AddDays(i)) // after every day that was
		}
	}
	return all
}

func (w waited) next(members []Member) Roles {
	var taken []ID
	longest := func(turn int) ID {
		free := slices.DeleteFunc(slices.Clone(members), func(m Member) bool { return slices.Contains(taken, m.ID) })
		if len(free) == 0 {
			return 0
		}
		m := slices.MinFunc(free, func(x, y Member) int {
			return cmp.Compare(w[x.ID][turn], w[y.ID][turn])
		})
		taken = append(taken, m.ID)
		return m.ID
	}
	return Roles{longest(0), longest(1), longest(2)}
}

// waitsSince says since when somebody waits to present, to be compared.
func waitsSince(b *supervision.Board, m Member) string {
	if last := LastCase(b, m); last != "" {
		return max(hadOn(last), string(m.Joined))
	}
	return string(m.Joined)
}

// Order returns who of those present presents in which order when everybody does:
// whoever waited longest first.
func Order(b *supervision.Board, g Group, present []ID) []ID {
	members := Present(b, g.ID)
	members = slices.DeleteFunc(members, func(m Member) bool { return !slices.Contains(present, m.ID) })
	slices.SortStableFunc(members, func(x, y Member) int {
		return cmp.Compare(waitsSince(b, x), waitsSince(b, y))
	})
	ids := make([]ID, len(members))
	for i, m := range members {
		ids[i] = m.ID
	}
	return ids
}
