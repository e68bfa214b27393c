package input_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Clocks in Dublin go from 0:59 to 2:00 on 29 March 2026 (IANA time zone database).
func TestAtClock(t *testing.T) {
	dublin, err := time.LoadLocation("Europe/Dublin")
	apptest.Must(t, err)
	for _, c := range []struct {
		day          journal.Date
		hour, minute int
		want         string
	}{
		{"2026-11-26", 10, 0, "2026-11-26T10:00:00Z"},
		{"2026-03-29", 0, 59, "2026-03-29T00:59:00Z"},
		{"2026-03-29", 1, 0, ""},
		{"2026-03-29", 1, 59, ""},
		{"2026-03-29", 2, 0, "2026-03-29T01:00:00Z"},
	} {
		at, err := input.AtClock(c.day, c.hour, c.minute, dublin)
		if c.want == "" {
			if !errors.Is(err, fault.Invalid) {
				t.Errorf("%s %d:%02d is %v, %v", c.day, c.hour, c.minute, at, err)
			}
			continue
		}
		if got := at.UTC().Format(time.RFC3339); err != nil || got != c.want {
			t.Errorf("%s %d:%02d is %s, %v", c.day, c.hour, c.minute, got, err)
		}
	}
}

func TestReadClock_case(t *testing.T) {
	for typed, want := range map[string]string{
		"19:30": "19:30", "7": "07:00", "7 pm": "19:00", "1930": "19:30", "0:00": "00:00", "12.05": "12:05",
		"0": "", "00": "", "19:3": "", "25": "", "": "", "half": "",
	} {
		h, m, err := input.ReadClock(typed)
		if got := fmt.Sprintf("%02d:%02d", h, m); (want == "") != (err != nil) || want != "" && got != want {
			t.Errorf("%q: %s, %v, want %q", typed, got, err, want)
		}
	}
}
