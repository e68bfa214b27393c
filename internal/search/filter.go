package search

import (
	"sort"

	"aftershift/internal/journal"
)

// Filter narrows a list by what is marked on entries. A zero field lets
// everything through.
type Filter struct {
	Theme    journal.ThemeID // the theme or, for a first-level one, any of its children
	Since    journal.Date    // that day and later
	Until    journal.Date    // that day and earlier
	Flag     journal.Flag    // "any" takes every flag
	Carrying int             // still carrying it: this much or more
	ToRecord bool            // facts that are not yet in the case record
}

// AnyFlag is the Filter's Flag for entries that are flagged at all.
const AnyFlag journal.Flag = "any"

// Match tells whether the overview passes the filter.
func (f Filter) Match(o journal.Overview) bool {
	carrying, _ := o.Carrying.Value()
	switch {
	case f.Since != "" && o.Date < f.Since, f.Until != "" && o.Date > f.Until:
		return false
	case f.Flag == AnyFlag && o.Flag == journal.NoFlag, f.Flag != "" && f.Flag != AnyFlag && o.Flag != f.Flag:
		return false
	case carrying < f.Carrying, f.ToRecord && (!o.CaseRecord.Belongs || o.CaseRecord.Done):
		return false
	}
	return f.Theme == "" || f.themed(o)
}

func (f Filter) themed(o journal.Overview) bool {
	for _, id := range o.Themes {
		if id.Within(f.Theme) {
			return true
		}
	}
	return false
}

// Span returns the part of entries, which stand newest first, whose days the filter
// leaves. It is a part of the same array.
func (f Filter) Span(entries []journal.Overview) []journal.Overview {
	begin, end := 0, len(entries)
	if f.Until != "" {
		begin = sort.Search(end, func(i int) bool { return entries[i].Date <= f.Until })
	}
	if f.Since != "" {
		end = sort.Search(end, func(i int) bool { return entries[i].Date < f.Since })
	}
	return entries[begin:max(begin, end)]
}
