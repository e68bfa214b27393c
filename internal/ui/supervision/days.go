package supervision

import (
	"strconv"
	"time"

	"aftershift/internal/words"
)

// days says days and times.
//
//words:prefix journal.weekday.
//words:prefix journal.month.
//words:prefix supervision.month.
type days struct{ words *words.Catalog }

// long says "Thursday 26 November, 10:00", with the year where it isn't this one.
func (d days) long(at, now time.Time) string {
	return d.full(at, now, "journal.weekday.", "supervision.month.")
}

// brief says "Thu 26 Nov, 10:00", with the year where it isn't this one.
func (d days) brief(at, now time.Time) string {
	return d.full(at, now, "journal.weekday.short.", "journal.month.")
}

// day says "Thursday 26 November", with the year where it isn't this one.
func (d days) day(at, now time.Time) string {
	weekday := d.words.T("journal.weekday." + strconv.Itoa(int(at.Weekday())))
	month := d.words.T("supervision.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != now.Year() {
		return d.words.T("journal.day-year", weekday, at.Day(), month, at.Year())
	}
	return d.words.T("journal.day", weekday, at.Day(), month)
}

func (d days) full(at, now time.Time, weekdays, months string) string {
	weekday := d.words.T(weekdays + strconv.Itoa(int(at.Weekday())))
	month := d.words.T(months + strconv.Itoa(int(at.Month())))
	if at.Year() != now.Year() {
		return d.words.T("supervision.day_year", weekday, at.Day(), month, at.Year(), at.Format("15:04"))
	}
	return d.words.T("supervision.day", weekday, at.Day(), month, at.Format("15:04"))
}

// short says "12 Nov", with the year where it isn't this one.
func (d days) short(at, now time.Time) string {
	month := d.words.T("journal.month." + strconv.Itoa(int(at.Month())))
	if at.Year() != now.Year() {
		return d.words.T("supervision.day_short_year", at.Day(), month, at.Year())
	}
	return d.words.T("supervision.day_short", at.Day(), month)
}
