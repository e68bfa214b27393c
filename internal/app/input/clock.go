package input

import (
	"strconv"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

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
	unfinished := len(minutes) == 1 || minutes == "" && !half && strings.Trim(hours, "0") == ""
	if err != nil || unfinished || hour < 0 || hour > 23 || minute < 0 || minute > 59 || half && (hour < 1 || hour > 12) || afternoon && morning {
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

// AtClock returns the moment of a time of day on a day in a place. It returns
// fault.Invalid for one that the place passes over, as when summer time begins.
func AtClock(day journal.Date, hour, minute int, in *time.Location) (time.Time, error) {
	d := day.Time()
	at := time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, in)
	if at.Hour() != hour || at.Minute() != minute {
		return time.Time{}, fault.New(fault.Invalid, "read time: not on that day")
	}
	return at, nil
}
