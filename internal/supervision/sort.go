package supervision

import (
	"cmp"
	"strconv"
	"strings"

	"aftershift/internal/journal"
)

func byID[R Record](a, b R) int { return cmp.Compare(a.Key().ID, b.Key().ID) }

func byStanding(a, b Relationship) int {
	return cmp.Or(
		falseFirst(a.Archived, b.Archived),
		strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)),
		byID(a, b),
	)
}

func latestFirst(a, b Session) int { return earliestFirst(b, a) }

func earliestFirst(a, b Session) int { return cmp.Or(a.When().Compare(b.When()), byID(a, b)) }

// soonestDue orders actions by due date, those without one last.
func soonestDue(a, b Action) int {
	return cmp.Or(
		falseFirst(a.Due == "", b.Due == ""),
		cmp.Compare(a.Due, b.Due),
		cmp.Compare(a.Created, b.Created),
		byID(a, b),
	)
}

func falseFirst(a, b bool) int { return strings.Compare(strconv.FormatBool(a), strconv.FormatBool(b)) }

// weight gives a level's number, -1 where none is given.
func weight(l journal.Level) int {
	if n, given := l.Value(); given {
		return n
	}
	return -1
}
