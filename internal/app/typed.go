package app

import (
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// What a command line hands around is journal's and supervision's own.
type (
	ID       = journal.ID
	Entry    = journal.Entry
	Overview = journal.Overview
	Session  = supervision.Session
	Item     = supervision.AgendaItem
)

// ReadID reads an id as it is printed, or gives fault.Invalid.
func ReadID(typed string) (ID, error) { return journal.ParseID(typed) }

// ReadFilter reads a filter as it is typed on a command line; an empty word lets
// everything through. theme is an id ("carers" takes its sub-themes too), since
// and until are days (2006-01-02), flag is next, urgent or any. It gives
// fault.Invalid for anything else.
func ReadFilter(theme, since, until, flag string) (Filter, error) {
	f := Filter{Theme: journal.ThemeID(theme), Since: journal.Date(since), Until: journal.Date(until), Flag: journal.Flag(flag)}
	for _, day := range []journal.Date{f.Since, f.Until} {
		if day != "" && day.Validate() != nil {
			return f, fault.New(fault.Invalid, "read day")
		}
	}
	if !slices.Contains([]journal.Flag{"", journal.Next, journal.Urgent, AnyFlag}, f.Flag) {
		return f, fault.New(fault.Invalid, "read flag")
	}
	return f, nil
}

// ReadWant reads what is wanted of an item; "" is UsualWant. It gives
// fault.Invalid for an unknown word.
func ReadWant(typed string) (supervision.Want, error) {
	if typed == "" {
		return UsualWant, nil
	}
	want := supervision.Want(typed)
	if !slices.Contains(supervision.Wants(), want) {
		return "", fault.New(fault.Invalid, "read want")
	}
	return want, nil
}

// ReadAudience reads for whom a copy is, or gives fault.Invalid.
func ReadAudience(typed string) (supervision.Audience, error) {
	audience := supervision.Audience(typed)
	if typed == "" || !slices.Contains(supervision.Audiences(), audience) {
		return "", fault.New(fault.Invalid, "read audience")
	}
	return audience, nil
}
