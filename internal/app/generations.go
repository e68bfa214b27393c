package app

import (
	"fmt"
	"slices"
	"time"
)

// How many backups are kept: of each of the last days, weeks and months that
// have one, the newest.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
)

// spare gives those of the times, in no order, whose backups are no longer
// kept. The newest is always kept. Days without a backup don't count, so nothing
// goes only because nobody wrote for a while.
func spare(times []time.Time) []time.Time {
	newestFirst := slices.SortedFunc(slices.Values(times), func(a, b time.Time) int { return b.Compare(a) })
	keep := map[time.Time]bool{}
	for _, span := range []struct {
		most int
		name func(time.Time) string
	}{
		{keptDays, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{keptWeeks, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, "/", week) }},
		{keptMonths, func(t time.Time) string { return t.Format("2006-01") }},
	} {
		seen := map[string]bool{}
		for _, t := range newestFirst {
			name := span.name(t.UTC())
			if !seen[name] && len(seen) < span.most {
				seen[name], keep[t] = true, true
			}
		}
	}
	return slices.DeleteFunc(newestFirst, func(t time.Time) bool { return keep[t] })
}
