package actions

import (
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts actions into words.
type says struct{ *words.Catalog }

// day says a day: "Thu 26 Nov", with the year where it is another one.
func (w says) day(at, today time.Time) string {
	return present.Days{Words: w.Catalog}.Short(at, today)
}

// owner says who has taken on an action.
func (w says) owner(d app.Deed) string {
	switch {
	case d.Owner == supervision.Other:
		return d.OwnerName
	case d.Owner == supervision.Supervisor && d.With != "":
		return d.With
	case d.Owner == supervision.Supervisor:
		return w.T("actions.owner.supervisor")
	}
	return w.T("actions.owner.me")
}

// taken says in a line who has an action, and until when or since when not.
func (w says) taken(d app.Deed, now time.Time) string {
	who := w.owner(d)
	switch {
	case d.State == supervision.Dropped:
		return w.T("actions.line.dropped", d.Reason)
	case d.State == supervision.Done:
		return w.T("actions.line.done", who, w.day(d.DoneOn.Time(), now))
	case d.Due == "":
		return who
	case d.Overdue(journal.DateOf(now)):
		return w.T("actions.line.overdue", who, w.day(d.Due.Time(), now))
	}
	return w.T("actions.line.due", who, w.day(d.Due.Time(), now))
}

// whence says where an action came from; empty for one that was added by itself.
func (w says) whence(d app.Deed, now time.Time) string {
	if d.Met.IsZero() {
		return d.From
	}
	session := w.T("actions.whence.session", w.day(d.Met.In(now.Location()), now))
	if d.With != "" {
		session = w.T("actions.whence.with", w.day(d.Met.In(now.Location()), now), d.With)
	}
	if d.From == "" {
		return session
	}
	return d.From + "\n" + session
}
