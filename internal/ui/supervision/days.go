package supervision

import (
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

// days says and reads days and times.
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

// parseDay reads the day of a session: 2026-11-26, 26/11/2026, 26.11.26,
// 26 November 2026, or without a year for the next such day from today on. It
// gives fault.Invalid for anything else.
func (d days) parseDay(text string, today journal.Date) (journal.Date, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if day, err := journal.ParseDate(text); err == nil {
		return day, nil
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/.- ,", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return "", fault.New(fault.Invalid, "read day")
	}
	day, err := strconv.Atoi(parts[0])
	month := d.month(parts[1])
	year := 0
	if len(parts) == 3 && err == nil {
		year, err = strconv.Atoi(parts[2])
	}
	if err != nil || month == 0 || year < 0 || len(parts) == 3 && year == 0 {
		return "", fault.New(fault.Invalid, "read day")
	}
	return dayOf(day, month, year, today)
}

// month reads a month's number or the beginning of its name; 0 for neither.
func (d days) month(text string) int {
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= 12 {
		return n
	}
	for n := 1; n <= 12 && len(text) >= 3; n++ {
		if strings.HasPrefix(strings.ToLower(d.words.T("supervision.month."+strconv.Itoa(n))), text) {
			return n
		}
	}
	return 0
}

// dayOf gives the day, in the coming year's time where no year is given.
func dayOf(day, month, year int, today journal.Date) (journal.Date, error) {
	next := year == 0
	switch {
	case next:
		year = today.Time().Year()
	case year < 100:
		year += 2000
	}
	at := time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	if next && journal.DateOf(at) < today {
		at = time.Date(year+1, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	}
	if at.Day() != day || int(at.Month()) != month {
		return "", fault.New(fault.Invalid, "read day")
	}
	result := journal.DateOf(at)
	return result, result.Validate()
}

// parseTime reads a time of day: 10:00, 10.30, 1400, 9, 2pm. It gives hours and
// minutes, and fault.Invalid for anything else.
func parseTime(text string) (hour, minute int, err error) {
	text = strings.ToLower(strings.ReplaceAll(text, " ", ""))
	text, afternoon := strings.CutSuffix(text, "pm")
	text, morning := strings.CutSuffix(text, "am")
	hours, minutes, split := strings.Cut(strings.ReplaceAll(text, ".", ":"), ":")
	if n := len(text); !split && n > 2 && n <= 4 {
		hours, minutes = text[:n-2], text[n-2:]
	}
	hour, err = strconv.Atoi(hours)
	if minutes != "" && err == nil {
		minute, err = strconv.Atoi(minutes)
	}
	half := afternoon || morning
	if err != nil || hour < 0 || hour > 23 || minute < 0 || minute > 59 || half && (hour < 1 || hour > 12) || afternoon && morning {
		return 0, 0, fault.New(fault.Invalid, "read time")
	}
	if half {
		hour %= 12
	}
	if afternoon {
		hour += 12
	}
	return hour, minute, nil
}
