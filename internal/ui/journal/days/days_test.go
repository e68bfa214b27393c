package days

import (
	"testing"

	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/uitest"
)

func TestHeading_cases(t *testing.T) {
	d := present.Days{Words: uitest.Words(t)}
	for day, want := range map[journal.Date]string{
		"2026-11-22": "Today", "2026-11-21": "Yesterday", "2026-11-20": "Friday 20 Nov",
		"2025-12-31": "Wednesday 31 Dec 2025", "2026-11-23": "Monday 23 Nov",
	} {
		if got := Heading(d, day, "2026-11-22"); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
}
