package journal

import (
	"testing"
	"time"

	"aftershift/assets"
	"aftershift/internal/journal"
	"aftershift/internal/words"
)

func catalog(t *testing.T) *words.Catalog {
	t.Helper()
	c, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDays_heading_cases(t *testing.T) {
	d := days{catalog(t)}
	for day, want := range map[journal.Date]string{
		"2026-11-22": "Today", "2026-11-21": "Yesterday", "2026-11-20": "Friday 20 Nov",
		"2025-12-31": "Wednesday 31 Dec 2025", "2026-11-23": "Monday 23 Nov",
	} {
		if got := d.heading(day, "2026-11-22"); got != want {
			t.Errorf("%s is %q, want %q", day, got, want)
		}
	}
	if got := d.short(time.Date(2026, 11, 26, 14, 0, 0, 0, time.UTC), evening); got != "Thu 26 Nov" {
		t.Errorf("short is %q", got)
	}
}
