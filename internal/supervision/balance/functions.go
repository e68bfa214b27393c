package balance

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Gaps gives the functions of Kadushin that no item serves, in the order of
// supervision.Functions. Mediation isn't missed.
func Gaps(items []supervision.AgendaItem) []supervision.Function {
	gaps := []supervision.Function{supervision.Administrative, supervision.Educational, supervision.Supportive}
	return slices.DeleteFunc(gaps, func(f supervision.Function) bool {
		return slices.ContainsFunc(items, func(it supervision.AgendaItem) bool { return it.Function == f && !it.Settled() })
	})
}

// Share is how much of the time one function had.
type Share struct {
	Function supervision.Function // empty: items without one
	Minutes  int                  // spent, or wanted where nobody took the time
	Items    int
}

// Shares gives what items that were discussed were about, in the order of
// supervision.Functions, every function named.
func Shares(discussed []supervision.AgendaItem) []Share {
	functions := supervision.Functions()
	shares := make([]Share, len(functions)+1)
	for i, f := range functions {
		shares[i].Function = f
	}
	for _, it := range discussed {
		at := place(it.Function, functions)
		shares[at].Items++
		shares[at].Minutes += cmp.Or(it.Outcome.Minutes, it.Minutes)
	}
	return shares
}

// ThemeGroup is the items under one theme; Theme is empty for those without.
type ThemeGroup struct {
	Theme journal.ThemeID
	Items []supervision.AgendaItem
}

// ByTheme groups items by their first theme, each item once, groups and items
// in the order in which they come: so what is most urgent stays first, with a
// theme or without.
func ByTheme(items []supervision.AgendaItem) []ThemeGroup {
	var groups []ThemeGroup
	at := map[journal.ThemeID]int{}
	for _, it := range items {
		var theme journal.ThemeID
		if len(it.Themes) > 0 {
			theme = it.Themes[0]
		}
		i, seen := at[theme]
		if !seen {
			i = len(groups)
			at[theme] = i
			groups = append(groups, ThemeGroup{Theme: theme})
		}
		groups[i].Items = append(groups[i].Items, it)
	}
	return groups
}
