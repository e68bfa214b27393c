package present_test

import (
	"testing"
	"time"

	"aftershift/internal/ui/present"
	"aftershift/internal/ui/uitest"
)

func TestDays_say_the_year_only_where_it_is_another(t *testing.T) {
	d := present.Days{Words: uitest.Words(t)}
	now := time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	at := time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)
	next := at.AddDate(1, 0, 0)
	for _, c := range []struct{ got, want string }{
		{d.Short(at, now), "Thu 26 Nov"},
		{d.Short(next, now), "Fri 26 Nov 2027"},
		{d.Long(at, now), "Thursday 26 Nov"},
		{d.Whole(at), "Thursday 26 Nov 2026"},
		{d.Full(at, now), "Thursday 26 November"},
		{d.FullAt(at, now), "Thursday 26 November, 10:00"},
		{d.FullAt(next, now), "Friday 26 November 2027, 10:00"},
		{d.ShortAt(at, now), "Thu 26 Nov, 10:00"},
		{d.Date(at, now), "26 Nov"},
		{d.Date(next, now), "26 Nov 2027"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
