// Package input reads what people type: days, times of day, words of the command
// line, and paths that are typed in part.
package input

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

// farAhead is how many days ahead something can be due.
const farAhead = 3660

// Reader reads what depends on the day and on the words of the interface. It is
// safe for concurrent use.
type Reader struct {
	words      func() *words.Catalog
	now        func() time.Time
	monthFirst func() bool // in a date in figures
}

// NewReader gives a reader for a language and a clock. Where monthFirst holds, the
// month stands first in a date typed in figures. Words and order are asked for each
// time, since the user may choose others; both must be safe for concurrent use.
func NewReader(w func() *words.Catalog, now func() time.Time, monthFirst func() bool) Reader {
	return Reader{w, now, monthFirst}
}

func (r Reader) today() journal.Date { return journal.DateOf(r.now()) }

var errDay = fault.New(fault.Invalid, "read day")

// ReadDue reads by when something is due, as it is typed: 2026-11-27, 27/11/2026,
// 27/11 or 27 Nov for the next such day, a weekday's name or its beginning for
// the next one, today, tomorrow, +7 for so many days from today, or -7 for so many
// days ago, or "in 3 months" with days, weeks, months or years. The month stands first
// where NewReader was told so, where it has a name, or where the second figure can't be
// one. Empty is some day. It gives fault.Invalid for anything else.
func (r Reader) ReadDue(typed string) (journal.Date, error) {
	if strings.TrimSpace(typed) == "" {
		return "", nil
	}
	return r.days(1).read(typed)
}

// TypedDay is the form of time.Time.Format in which a field comes filled with a
// day: it is read back as that day wherever one is.
const TypedDay = "2 Jan 2006"

// Typed writes a day into a field, so that it is read back as that day; nothing for none.
func Typed(day journal.Date) string {
	if day == "" {
		return ""
	}
	return day.Time().Format(TypedDay)
}

// ReadDay reads a day that one looks back on, as it is typed: as for ReadDue, but
// the last such day, today among them. It gives fault.Invalid for anything else,
// nothing among it.
func (r Reader) ReadDay(typed string) (journal.Date, error) { return r.days(-1).read(typed) }

// ReadHeld reads the day on which something was: as for ReadDay, and
// fault.Invalid for a day still to come.
func (r Reader) ReadHeld(typed string) (journal.Date, error) {
	day, err := r.ReadDay(typed)
	if err != nil || day > r.today() {
		return "", errDay
	}
	return day, nil
}

func (r Reader) days(way int) dayReader {
	return dayReader{words: r.words(), today: r.today(), way: way, monthFirst: r.monthFirst()}
}

// dayReader reads days as people type them.
//
//words:prefix journal.weekday.
type dayReader struct {
	words      *words.Catalog
	today      journal.Date
	way        int // 1: what is said by halves is the next such day, -1: the last
	monthFirst bool
}

func (r dayReader) read(typed string) (journal.Date, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if day, err := journal.ParseDate(typed); err == nil {
		return day, day.Validate()
	}
	for name, days := range map[string]int{"journal.today": 0, "journal.yesterday": -1, "journal.tomorrow": 1} {
		if typed == strings.ToLower(r.words.T(name)) {
			return r.today.AddDays(days), nil
		}
	}
	if day, ok := r.weekday(typed); ok {
		return day, nil
	}
	if day, ok := r.ahead(typed); ok {
		return day, nil
	}
	if strings.HasPrefix(typed, "+") || strings.HasPrefix(typed, "-") {
		n, err := strconv.Atoi(typed)
		if err != nil || n < -farAhead || n > farAhead {
			return "", errDay
		}
		return r.today.AddDays(n), nil
	}
	return r.numbers(typed)
}

// weekday gives the day that the name of a weekday or its beginning says: never
// today for what is still to come.
func (r dayReader) weekday(typed string) (journal.Date, bool) {
	first := max(r.way, 0)
	for n := range 7 {
		day := r.today.AddDays(r.way * (n + first))
		name := strings.ToLower(r.words.T("journal.weekday." + strconv.Itoa(int(day.Time().Weekday()))))
		if len(typed) >= 2 && strings.HasPrefix(name, typed) {
			return day, true
		}
	}
	return "", false
}

// ahead gives the day that lies so many days, weeks, months or years ahead, as the
// language says it, for what is still to come.
func (r dayReader) ahead(typed string) (journal.Date, bool) {
	words := strings.Fields(typed)
	for _, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil || r.way < 0 || n < 0 || n > farAhead {
			continue
		}
		for key, day := range map[string]journal.Date{
			"shared.in.days": r.today.AddDays(n), "shared.in.weeks": r.today.AddDays(7 * n),
			"shared.in.months": monthsAfter(r.today, n), "shared.in.years": monthsAfter(r.today, 12*n),
		} {
			if strings.Join(words, " ") == strings.ToLower(r.words.N(key, n)) && day <= r.today.AddDays(farAhead) {
				return day, true
			}
		}
	}
	return "", false
}

// monthsAfter gives the same day n months on, or the last one of a month that is shorter.
func monthsAfter(day journal.Date, n int) journal.Date {
	at := day.Time()
	first := time.Date(at.Year(), at.Month()+time.Month(n), 1, 12, 0, 0, 0, time.UTC)
	return journal.DateOf(first.AddDate(0, 0, min(at.Day(), first.AddDate(0, 1, -1).Day())-1))
}

// numbers reads day, month and maybe year.
func (r dayReader) numbers(typed string) (journal.Date, error) {
	parts := strings.FieldsFunc(typed, func(c rune) bool { return strings.ContainsRune("/.-, ", c) })
	if len(parts) < 2 || len(parts) > 3 {
		return "", errDay
	}
	monthFirst := r.monthFirst
	for i, part := range parts[:2] {
		if month := readMonth(part, r.words); month > 0 {
			parts[i], monthFirst = strconv.Itoa(month), i == 0
		}
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 1 {
			return "", errDay
		}
		n[i] = v
	}
	if monthFirst {
		n[0], n[1] = n[1], n[0]
	}
	day, err := r.complete(n)
	if err != nil && n[0] <= 12 && n[1] > 12 { // no month has that number: it is the day
		n[0], n[1] = n[1], n[0]
		return r.complete(n)
	}
	return day, err
}

// complete gives the day of day, month and year, 0 for no year.
func (r dayReader) complete(n [3]int) (journal.Date, error) {
	switch {
	case n[2] == 0:
		n[2] = r.today.Time().Year()
		day, err := calendarDay(n)
		if err != nil || r.way > 0 && day < r.today || r.way < 0 && day > r.today {
			n[2] += r.way // also for a day that this year doesn't have
		}
	case n[2] < 100:
		n[2] += 2000
	}
	return calendarDay(n)
}

// readMonth gives the month that a name or its beginning says, 0 for none.
func readMonth(typed string, w *words.Catalog) int {
	return 1 + slices.IndexFunc(monthNames[:], func(name string) bool {
		return len(typed) >= 3 && strings.HasPrefix(strings.ToLower(w.T(name)), typed)
	})
}

// calendarDay gives the day of day, month and year if there is such a day.
func calendarDay(n [3]int) (journal.Date, error) {
	at := time.Date(n[2], time.Month(n[1]), n[0], 12, 0, 0, 0, time.UTC)
	if at.Day() != n[0] || int(at.Month()) != n[1] {
		return "", errDay
	}
	day := journal.DateOf(at)
	return day, day.Validate()
}

// MonthKey gives the text key of a month's name.
func MonthKey(m time.Month) string { return monthNames[m-1] }

var monthNames = [...]string{
	"document.january", "document.february", "document.march", "document.april",
	"document.may", "document.june", "document.july", "document.august",
	"document.september", "document.october", "document.november", "document.december",
}
