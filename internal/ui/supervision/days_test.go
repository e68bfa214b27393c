package supervision

import (
	"testing"
	"time"

	"aftershift/assets"
	"aftershift/internal/words"
)

func newDays(t testing.TB) days {
	t.Helper()
	w, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return days{w}
}

func TestDays_say_the_year_only_where_it_is_another(t *testing.T) {
	d := newDays(t)
	at := time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)
	for got, want := range map[string]string{
		d.long(at, now):                   "Thursday 26 November, 10:00",
		d.brief(at, now):                  "Thu 26 Nov, 10:00",
		d.short(at, now):                  "26 Nov",
		d.long(at.AddDate(1, 0, 0), now):  "Friday 26 November 2027, 10:00",
		d.short(at.AddDate(1, 0, 0), now): "26 Nov 2027",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
