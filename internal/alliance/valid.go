package alliance

import "slices"

// most bounds how many parts one record has: looks back at a goal, days on which an
// agreement was looked at, themes of a practice.
const most = 100

// rising reports whether days are real and none is before the one that it follows.
func rising(days []Date) bool {
	return len(days) <= most && slices.IsSorted(days) && !slices.ContainsFunc(days, func(d Date) bool { return d.Validate() != nil })
}
