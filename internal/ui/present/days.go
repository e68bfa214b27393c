package present

import (
	"strconv"
	"time"

	"aftershift/internal/words"
)

// Days says days in words, each with the year where it is another one than that of
// the day it is told on.
//
//words:prefix journal.weekday.
//words:prefix journal.month.
//words:prefix supervision.month.
type Days struct{ Words *words.Catalog }

// The forms of a weekday and of a month.
const (
	weekday      = "journal.weekday."
	shortWeekday = "journal.weekday.short."
	shortMonth   = "journal.month."
	wholeMonth   = "supervision.month."
)

// Short says "Thu 26 Nov".
func (d Days) Short(at, today time.Time) string { return d.day(at, today, shortWeekday, shortMonth) }

// Long says "Thursday 26 Nov".
func (d Days) Long(at, today time.Time) string { return d.day(at, today, weekday, shortMonth) }

// Full says "Thursday 26 November".
func (d Days) Full(at, today time.Time) string { return d.day(at, today, weekday, wholeMonth) }

// Whole says "Thursday 26 Nov 2026", with its year always.
func (d Days) Whole(at time.Time) string { return d.Long(at, time.Time{}) }

// ShortAt says "Thu 26 Nov, 10:00".
func (d Days) ShortAt(at, now time.Time) string { return d.clocked(at, now, shortWeekday, shortMonth) }

// FullAt says "Thursday 26 November, 10:00".
func (d Days) FullAt(at, now time.Time) string { return d.clocked(at, now, weekday, wholeMonth) }

// Date says "12 Nov".
func (d Days) Date(at, today time.Time) string {
	month := d.named(shortMonth, int(at.Month()))
	if at.Year() != today.Year() {
		return d.Words.T("supervision.day_short_year", at.Day(), month, at.Year())
	}
	return d.Words.T("supervision.day_short", at.Day(), month)
}

func (d Days) day(at, today time.Time, weekdays, months string) string {
	name, month := d.named(weekdays, int(at.Weekday())), d.named(months, int(at.Month()))
	if at.Year() != today.Year() {
		return d.Words.T("journal.day-year", name, at.Day(), month, at.Year())
	}
	return d.Words.T("journal.day", name, at.Day(), month)
}

func (d Days) clocked(at, now time.Time, weekdays, months string) string {
	name, month := d.named(weekdays, int(at.Weekday())), d.named(months, int(at.Month()))
	if at.Year() != now.Year() {
		return d.Words.T("supervision.day_year", name, at.Day(), month, at.Year(), d.Clock(at))
	}
	return d.Words.T("supervision.day", name, at.Day(), month, d.Clock(at))
}

// Clock says "15:04", or "3:04 PM" where that is usual.
func (d Days) Clock(at time.Time) string { return at.Format(d.Words.T("shared.clock")) }

func (d Days) named(form string, n int) string { return d.Words.T(form + strconv.Itoa(n)) }
