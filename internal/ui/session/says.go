package session

import (
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/words"
)

// says puts what stands on the board into words.
//
//words:prefix journal.weekday.short.
//words:prefix journal.month.
type says struct{ *words.Catalog }

// day says a day: "Thu 26 Nov", with the year where it is another one.
func (w says) day(at, today time.Time) string {
	name := w.T("journal.weekday.short." + strconv.Itoa(int(at.Weekday())))
	month := w.T("journal.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != today.Year() {
		return w.T("journal.day-year", name, at.Day(), month, at.Year())
	}
	return w.T("journal.day", name, at.Day(), month)
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
	switch {
	case a.Went && a.Item.State == supervision.Parked:
		return w.T("session.item.parked")
	case a.Went:
		return w.T("session.item.next_time")
	case a.Item.Settled():
		return w.T("session.item." + string(a.Item.State))
	}
	return ""
}

// parseDue reads when something is due: 2026-11-27, 27/11/2026, 27/11 or 27.11.
// for the next such day, a weekday's name or its beginning, or +7 for so many
// days. Empty is some day. It gives fault.Invalid for anything else.
func parseDue(text string, today journal.Date, w says) (journal.Date, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return "", nil
	}
	if d, err := journal.ParseDate(text); err == nil {
		return d, nil
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(text, "+")); err == nil && strings.HasPrefix(text, "+") && n <= 3660 {
		return today.AddDays(n), nil
	}
	for ahead := 1; ahead <= 7; ahead++ {
		day := today.AddDays(ahead)
		name := strings.ToLower(w.T("journal.weekday.short." + strconv.Itoa(int(day.Time().Weekday()))))
		if len(text) >= 2 && (strings.HasPrefix(text, name) || strings.HasPrefix(name, text)) {
			return day, nil
		}
	}
	return parseNumbers(text, today)
}

func parseNumbers(text string, today journal.Date) (journal.Date, error) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' || r == ' ' })
	n := [3]int{}
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 1 || i > 2 {
			return "", fault.New(fault.Invalid, "read day")
		}
		n[i] = v
	}
	if len(parts) < 2 {
		return "", fault.New(fault.Invalid, "read day")
	}
	day, month, year := n[0], n[1], n[2]
	switch {
	case year == 0:
		year = today.Time().Year()
		if journal.DateOf(time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)) < today {
			year++
		}
	case year < 100:
		year += 2000
	}
	at := time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	if at.Day() != day || int(at.Month()) != month {
		return "", fault.New(fault.Invalid, "read day")
	}
	d := journal.DateOf(at)
	return d, d.Validate()
}

// parseClock reads a time of day: 10:00, 10.00, 1000 or 10. It gives
// fault.Invalid for anything else.
func parseClock(text string) (hour, minute int, err error) {
	text = strings.NewReplacer(".", ":", " ", "").Replace(strings.TrimSpace(text))
	h, m, cut := strings.Cut(text, ":")
	if !cut && len(text) > 2 {
		h, m = text[:len(text)-2], text[len(text)-2:]
	}
	if m == "" {
		m = "0"
	}
	hour, err = strconv.Atoi(h)
	if err == nil {
		minute, err = strconv.Atoi(m)
	}
	if err != nil || hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return 0, 0, fault.New(fault.Invalid, "read time of day")
	}
	return hour, minute, nil
}
