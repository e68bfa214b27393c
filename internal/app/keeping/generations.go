package keeping

import (
	"fmt"
	"slices"
	"time"
)

// How many backups are kept: of each of the last days, weeks and months that
// have one, the one with the latest state.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
)

// spans are what backups are kept of.
var spans = []struct {
	most int
	name func(time.Time) string
}{
	{keptDays, func(t time.Time) string { return t.Format(time.DateOnly) }},
	{keptWeeks, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprint(year, "/", week) }},
	{keptMonths, func(t time.Time) string { return t.Format("2006-01") }},
}

// spare gives those of the backups that are no longer kept. They come with the
// latest state first: that order counts, and the clock only tells one day from
// another. The latest is always kept. Days without a backup don't count, so
// nothing goes only because nobody wrote for a while.
func spare(latestFirst []Backup) (gone []Backup) {
	keep := map[string]bool{}
	for _, span := range spans {
		seen := map[string]bool{}
		for _, b := range latestFirst {
			name := span.name(b.At.UTC())
			if !seen[name] && len(seen) < span.most {
				seen[name], keep[b.Path] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(latestFirst), func(b Backup) bool { return keep[b.Path] })
}
