package journal

import (
	"cmp"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/fault"
)

// drawDate gives a day between 1900 and 2299.
func drawDate(t *rapid.T) Date {
	return Date("1900-01-01").AddDays(rapid.IntRange(0, 146_000).Draw(t, "day"))
}

func TestParseDate(t *testing.T) {
	for s, ok := range map[string]bool{
		"2026-03-10": true, "2024-02-29": true, "1900-01-01": true, "9999-12-31": true,
		"": false, "2023-02-29": false, "2026-13-01": false, "2026-04-31": false, "2026-3-1": false,
		"10/03/2026": false, "2026-03-10 ": false, "2026-03-10T00:00:00Z": false, "20260310": false,
		"-026-03-10": false, "12026-03-10": false, "२०२६-०३-१०": false,
	} {
		got, err := ParseDate(s)
		if ok && (string(got) != s || err != nil) || !ok && (got != "" || !errors.Is(err, fault.Invalid)) {
			t.Errorf("%q gives %q, %v", s, got, err)
		}
	}
}

func TestDate_Validate(t *testing.T) {
	for d, ok := range map[Date]bool{
		"1900-01-01": true, "2026-03-10": true, "9999-12-31": true,
		"": false, "1899-12-31": false, "0001-01-01": false, "2026-02-30": false, "soon": false,
	} {
		if err := d.Validate(); ok != (err == nil) || !ok && !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", d, err)
		}
	}
}

func TestDateOf_goes_by_the_zone_of_the_time(t *testing.T) {
	late := time.Date(2026, 3, 10, 23, 30, 0, 0, time.FixedZone("west", -8*3600))
	if got := DateOf(late); got != "2026-03-10" {
		t.Errorf("in its zone: %s", got)
	}
	if got := DateOf(late.UTC()); got != "2026-03-11" {
		t.Errorf("in UTC: %s", got)
	}
}

func TestDate_Time_is_noon_or_zero(t *testing.T) {
	if got := Date("2026-03-10").Time(); !got.Equal(time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("%v", got)
	}
	for _, d := range []Date{"", "soon", "2026-02-30"} {
		if !d.Time().IsZero() || d.AddDays(1) != "" {
			t.Errorf("%q has a time or a next day", d)
		}
	}
}

func TestDate_AddDays_and_DaysUntil_agree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := drawDate(t), rapid.IntRange(-200_000, 200_000).Draw(t, "n")
		later := d.AddDays(n)
		if d.DaysUntil(later) != n || later.DaysUntil(d) != -n || later.AddDays(-n) != d {
			t.Fatalf("%s and %d days gives %s, %d days away", d, n, later, d.DaysUntil(later))
		}
		if cmp.Compare(later, d) != cmp.Compare(n, 0) {
			t.Fatalf("%s and %s do not sort as text", d, later)
		}
	})
}

func TestDate_DaysUntil_beyond_three_centuries(t *testing.T) {
	if got := Date("1900-01-01").DaysUntil("2400-01-01"); got != 182_621 {
		t.Errorf("%d days", got)
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2026-03-10")
	f.Add("2026-02-30")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && DateOf(d.Time()) != d {
			t.Errorf("%q gives %q", s, d)
		}
	})
}
