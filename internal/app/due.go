package app

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/words"
)

// farAhead is how many days ahead something can be due.
const farAhead = 3660

var errDay = fault.New(fault.Invalid, "read day")

func readDue(typed string, today journal.Date, w *words.Catalog) (journal.Date, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return "", nil
	}
	if day, err := journal.ParseDate(typed); err == nil {
		return day, nil
	}
	if ahead, plus := strings.CutPrefix(typed, "+"); plus {
		n, err := strconv.Atoi(ahead)
		if err != nil || n < 0 || n > farAhead {
			return "", errDay
		}
		return today.AddDays(n), nil
	}
	for ahead := 1; ahead <= 7; ahead++ {
		day := today.AddDays(ahead)
		name := strings.ToLower(w.T("journal.weekday." + strconv.Itoa(int(day.Time().Weekday()))))
		if len(typed) >= 2 && strings.HasPrefix(name, typed) {
			return day, nil
		}
	}
	return readNumbers(typed, today, w)
}

// ReadHeld reads the day on which something was, as it is typed: as for ReadDue,
// but the last such day, today at the latest. It gives fault.Invalid for
// anything else, nothing and a day still to come among it.
func (d *Desk) ReadHeld(typed string) (journal.Date, error) {
	today := d.Today()
	day, err := readDue(typed, today, d.app.words)
	switch {
	case err != nil || day == "":
		return "", errDay
	case day <= today:
		return day, nil
	}
	typed = strings.TrimSpace(typed)
	parts := len(strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune("/.-, ", r) }))
	switch {
	case strings.HasPrefix(typed, "+") || parts > 2:
		return "", errDay
	case parts == 1: // a weekday
		return day.AddDays(-7), nil
	}
	return journal.DateOf(day.Time().AddDate(-1, 0, 0)), nil
}

// readNumbers reads day, month, by number or name, and maybe year, in this order.
func readNumbers(typed string, today journal.Date, w *words.Catalog) (journal.Date, error) {
	parts := strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune("/.-, ", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return "", errDay
	}
	if month := readMonth(parts[1], w); month > 0 {
		parts[1] = strconv.Itoa(month)
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 1 {
			return "", errDay
		}
		n[i] = v
	}
	switch {
	case n[2] == 0:
		n[2] = today.Time().Year()
		if day, err := calendarDay(n); err != nil || day < today {
			n[2]++ // also for a day that this year doesn't have
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

// ReadClock reads a time of day as it is typed: 10:00, 10.30, 1400, 9 or 2pm. It
// gives hours and minutes, and fault.Invalid for anything else.
func ReadClock(typed string) (hour, minute int, err error) {
	typed = strings.ToLower(strings.ReplaceAll(typed, " ", ""))
	typed, afternoon := strings.CutSuffix(typed, "pm")
	typed, morning := strings.CutSuffix(typed, "am")
	hours, minutes, split := strings.Cut(strings.ReplaceAll(typed, ".", ":"), ":")
	if n := len(typed); !split && n > 2 && n <= 4 {
		hours, minutes = typed[:n-2], typed[n-2:]
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

// latest puts ended actions in order: done last, or made last, first.
func latest(actions []supervision.Action) []supervision.Action {
	slices.SortStableFunc(actions, func(x, y supervision.Action) int {
		if x.DoneOn != y.DoneOn {
			return strings.Compare(string(y.DoneOn), string(x.DoneOn))
		}
		return strings.Compare(string(y.Created), string(x.Created))
	})
	return actions
}
