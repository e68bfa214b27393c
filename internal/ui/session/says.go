package session

import (
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts what stands on the board into words.
type says struct{ *words.Catalog }

// day says a day: "Thu 26 Nov", with the year where it is another one.
func (w says) day(at, today time.Time) string {
	return present.Days{Words: w.Catalog}.Short(at, today)
}

// with says a name behind a text that has one, or the text without.
//
//words:prefix session.ahead-
//words:prefix session.talking-
//words:prefix session.over.with-
func (w says) with(key, name string) string {
	if name == "" {
		return w.T(key + "-nobody")
	}
	return w.T(key, name)
}

// owner says who has taken on an action.
func (w says) owner(a supervision.Action, with string) string {
	switch {
	case a.Owner == supervision.Me:
		return w.T("session.owner.me")
	case a.Owner == supervision.Other:
		return a.OwnerName
	case with != "":
		return with
	}
	return w.T("session.owner.supervisor")
}

// taken says who has taken on an action, and until when.
func (w says) taken(a supervision.Action, with string, today time.Time) string {
	who := w.owner(a, with)
	switch {
	case a.Due == "":
		return who
	case a.Overdue(journal.DateOf(today)):
		return w.T("session.action.overdue", who, w.day(a.Due.Time(), today))
	}
	return w.T("session.action.due", who, w.day(a.Due.Time(), today))
}

// state says what has become of an item that isn't simply on the agenda.
//
//words:prefix session.item.
func (w says) state(a supervision.Account) string {
	if a.Left() {
		return w.T("session.item." + string(a.Became()))
	}
	return ""
}
