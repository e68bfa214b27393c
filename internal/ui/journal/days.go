package journal

import (
	"strconv"
	"time"

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

// whole says the day with its weekday and year: "Friday 20 Nov 2026".
func (d days) whole(day journal.Date) string {
	return d.day(day.Time(), time.Time{}, "journal.weekday.")
}

func (d days) day(at, today time.Time, weekday string) string {
	name := d.words.T(weekday + strconv.Itoa(int(at.Weekday())))
	month := d.words.T("journal.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != today.Year() {
		return d.words.T("journal.day-year", name, at.Day(), month, at.Year())
	}
	return d.words.T("journal.day", name, at.Day(), month)
}
