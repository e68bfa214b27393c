package people

import (
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts into words how supervision with somebody goes: facts, without a
// judgement.
//
//words:prefix relationship.
type says struct {
	*words.Catalog
	today time.Time
}

// says puts into words as of now.
func (p *Page) says() says { return says{p.words, p.desk.Now()} }

// day says "12 Nov", with its year where it is another one.
func (w says) day(d supervision.Date) string {
	return present.Days{Words: w.Catalog}.Date(d.Time(), w.today)
}

// line says in one line what somebody is and when one last met, or by how much the
// next time is overdue: there is no room for both, and the card says all of it.
func (w says) line(s app.Support) string {
	last := w.T("people.support.never")
	switch {
	case s.Cadence.DaysOver > 0 && !s.Archived:
		last = w.N("people.support.over", s.Cadence.DaysOver)
	case s.Cadence.LastHeld != "":
		last = w.T("people.support.last", w.day(s.Cadence.LastHeld))
	}
	return strings.Join([]string{w.T("relationship." + string(s.Kind)), last}, " · ")
}

// rhythm says what was agreed, and when the next session is due by it.
func (w says) rhythm(s app.Support) string {
	if s.CadenceDays == 0 {
		return w.T("people.support.no_rhythm")
	}
	agreed := w.N("people.support.rhythm", s.CadenceDays)
	if s.UsualMinutes > 0 {
		agreed = w.T("people.support.for", agreed, w.N("document.minutes", s.UsualMinutes))
	}
	return agreed
}

// went gives the facts of the last months, one a line.
func (w says) went(s app.Support, next time.Time) string {
	c := s.Cadence
	facts := []string{}
	switch {
	case c.LastHeld == "":
		facts = append(facts, w.T("people.support.never"))
	case c.DaysSince == 0:
		facts = append(facts, w.T("people.support.today", w.day(c.LastHeld)))
	case c.DaysSince > 0:
		facts = append(facts, w.N("people.support.since", c.DaysSince, w.day(c.LastHeld)))
	}
	if c.Due != "" && !s.Archived {
		due := w.T("people.support.due", w.day(c.Due))
		if c.DaysOver > 0 {
			due = w.N("people.support.was_due", c.DaysOver, w.day(c.Due))
		}
		facts = append(facts, due)
	}
	switch {
	case !next.IsZero():
		facts = append(facts, w.T("people.support.next", w.day(supervision.Date(next.Format(time.DateOnly)))))
	case !s.Archived:
		facts = append(facts, w.T("people.support.none_planned"))
	}
	return strings.Join(facts, "\n")
}

// left says for whom what stands open with one put away waits; "" for others.
func (w says) left(s app.Support) string {
	switch {
	case !s.Archived:
		return ""
	case s.After == "":
		return w.T("people.support.left.nobody")
	}
	return w.T("people.support.left.for", s.After)
}

// counted gives what was held and called off in the last months.
func (w says) counted(s app.Support) string {
	c := s.Cadence
	facts := []string{
		w.N("people.support.held", c.Held),
		w.N("people.support.cancelled", len(c.Cancelled)),
	}
	minutes := w.N("document.minutes", c.HeldMinutes)
	if c.AgreedMinutes > 0 {
		minutes = w.T("people.support.of_agreed", c.HeldMinutes, c.AgreedMinutes)
	}
	facts = append(facts, minutes)
	if c.Untimed > 0 {
		facts = append(facts, w.N("people.support.untimed", c.Untimed))
	}
	return strings.Join(facts, " · ")
}
