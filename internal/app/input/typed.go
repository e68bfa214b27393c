package input

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// ReadID reads an id as it is printed, or gives fault.Invalid.
func ReadID(typed string) (journal.ID, error) { return journal.ParseID(typed) }

// KnownTemplate tells whether the entry's template is one of this version's or of the
// user's own; an entry may also name none.
func KnownTemplate(e journal.Entry) bool {
	return e.Template == "" || e.Template.Own() || journal.TemplateByID(e.Template).ID == e.Template
}

// ReadFilter reads a filter as it is typed on a command line; an empty word lets
// everything through. theme is an id ("carers" takes its sub-themes too), since
// and until are days (2006-01-02), flag is next, urgent or any. It gives
// fault.Invalid for anything else.
func ReadFilter(theme, since, until, flag string) (search.Filter, error) {
	f := search.Filter{Theme: journal.ThemeID(theme), Since: journal.Date(since), Until: journal.Date(until), Flag: journal.Flag(flag)}
	for _, day := range []journal.Date{f.Since, f.Until} {
		if day != "" && day.Validate() != nil {
			return f, fault.New(fault.Invalid, "read day")
		}
	}
	if !slices.Contains([]journal.Flag{"", journal.Next, journal.Urgent, search.AnyFlag}, f.Flag) {
		return f, fault.New(fault.Invalid, "read flag")
	}
	return f, nil
}

// ReadWant reads what is wanted of an item; "" is reflection. It gives
// fault.Invalid for an unknown word.
func ReadWant(typed string) (supervision.Want, error) {
	if typed == "" {
		return supervision.WantReflection, nil
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

// ReadStart reads when a session begins, in the time of this computer:
// 2026-11-26 10:00, or 2026-11-26T10:00. It gives fault.Invalid for anything
// else.
func (r Reader) ReadStart(typed string) (time.Time, error) {
	at, err := time.ParseInLocation("2006-01-02 15:04", strings.Replace(strings.TrimSpace(typed), "T", " ", 1), r.now().Location())
	if err != nil {
		return at, fault.New(fault.Invalid, "read start")
	}
	return at, nil
}

// ReadOwner reads who has taken on an action: "me" or nothing, "supervisor", or
// the name of somebody else.
func ReadOwner(typed string) (supervision.Owner, string) {
	switch typed = strings.TrimSpace(typed); typed {
	case "", string(supervision.Me):
		return supervision.Me, ""
	case string(supervision.Supervisor):
		return supervision.Supervisor, ""
	}
	return supervision.Other, typed
}

// ReadOutcome reads what kind of thing came out of an item, or gives
// fault.Invalid.
func ReadOutcome(typed string) (supervision.OutcomeKind, error) {
	return oneOf(supervision.OutcomeKind(typed), supervision.OutcomeKinds(), "read outcome")
}

// ReadLot reads where an item is parked: therapy, doctor, occupational_health,
// union or myself, or the id of somebody one has supervision with. It gives
// fault.Invalid for anything else.
func ReadLot(typed string) (supervision.Lot, error) {
	if where := supervision.Elsewhere(typed); slices.Contains(supervision.Elsewheres(), where) {
		return supervision.Lot{Elsewhere: where}, nil
	}
	id, err := journal.ParseID(typed)
	if err != nil || id == 0 {
		return supervision.Lot{}, fault.New(fault.Invalid, "read where to park")
	}
	return supervision.Lot{With: id}, nil
}

// ReadWorked reads whether an action worked: yes, in_part, no, or nothing for
// not said. It gives fault.Invalid for anything else.
func ReadWorked(typed string) (supervision.Worked, error) {
	all := []supervision.Worked{"", supervision.ItWorked, supervision.WorkedInPart, supervision.DidNotWork}
	return oneOf(supervision.Worked(typed), all, "read whether it worked")
}

// ReadRelationship reads what somebody is to the writer; "" is a clinical
// supervisor. It gives fault.Invalid for an unknown word.
func ReadRelationship(typed string) (supervision.RelationshipKind, error) {
	if typed == "" {
		return supervision.ClinicalSupervisor, nil
	}
	return oneOf(supervision.RelationshipKind(typed), supervision.RelationshipKinds(), "read relationship")
}

func oneOf[T ~string](typed T, all []T, what string) (T, error) {
	if !slices.Contains(all, typed) {
		return "", fault.New(fault.Invalid, what)
	}
	return typed, nil
}
