package journal

import (
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

// days says days and times in words.
//
//words:prefix journal.weekday.
//words:prefix journal.month.
type days struct{ words *words.Catalog }

// heading says the day for the list: "Today", "Yesterday", "Friday 20 Nov", with
// the year where it is another one.
func (d days) heading(day, today journal.Date) string {
	switch day.DaysUntil(today) {
	case 0:
		return d.words.T("journal.today")
	case 1:
		return d.words.T("journal.yesterday")
	}
	return d.day(day.Time(), today.Time(), "journal.weekday.")
}

// short says the day with the weekday's short form: "Thu 26 Nov".
func (d days) short(at, today time.Time) string { return d.day(at, today, "journal.weekday.short.") }

func (d days) day(at, today time.Time, weekday string) string {
	name := d.words.T(weekday + strconv.Itoa(int(at.Weekday())))
	month := d.words.T("journal.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != today.Year() {
		return d.words.T("journal.day-year", name, at.Day(), month, at.Year())
	}
	return d.words.T("journal.day", name, at.Day(), month)
}

// parseDay reads a day as it is written here: 2026-11-20, 20/11/2026, 20.11., or
// 20/11 for the latest such day. It gives fault.Invalid for anything else.
func parseDay(text string, today journal.Date) (journal.Date, error) {
	text = strings.TrimSpace(text)
	if d, err := journal.ParseDate(text); err == nil {
		return d, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == ' ' || r == '-' })
	if len(parts) < 2 || len(parts) > 3 {
		return "", fault.New(fault.Invalid, "read day")
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 1 {
			return "", fault.New(fault.Invalid, "read day")
		}
		n[i] = v
	}
	return dayOf(n[0], n[1], n[2], today)
}

func dayOf(day, month, year int, today journal.Date) (journal.Date, error) {
	latest := year == 0
	if latest {
		year = today.Time().Year()
	} else if year < 100 {
		year += 2000
	}
	at := time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	if latest && journal.DateOf(at) > today {
		at = at.AddDate(-1, 0, 0)
	}
	if at.Day() != day || int(at.Month()) != month {
		return "", fault.New(fault.Invalid, "read day")
	}
	d := journal.DateOf(at)
	return d, d.Validate()
}
