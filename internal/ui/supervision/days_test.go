package supervision

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
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

func TestDays_parseDay(t *testing.T) {
	d := newDays(t)
	for text, want := range map[string]journal.Date{
		"2026-11-26":        "2026-11-26",
		"26/11/2026":        "2026-11-26",
		" 26.11.26 ":        "2026-11-26",
		"26 November 2026":  "2026-11-26",
		"26 nov":            "2026-11-26",
		"22/11":             "2026-11-22", // today
		"21/11":             "2027-11-21", // gone by this year
		"26 NOVEMBER, 2026": "2026-11-26",
		"1-2-2027":          "2027-02-01",
		"29 Feb 2028":       "2028-02-29",
	} {
		if got, err := d.parseDay(text, "2026-11-22"); err != nil || got != want {
			t.Errorf("%q: %s %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "26", "31/02/2027", "11/26/2026", "Thursday", "26 no", "0/1/2027", "1/1/0", "1/1/12345", "1/2/3/4", "x/11/2026"} {
		if got, err := d.parseDay(text, "2026-11-22"); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %s %v, want invalid", text, got, err)
		}
	}
}

func TestDays_parseDay_reads_what_is_written(t *testing.T) {
	d := newDays(t)
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 360).Draw(t, "days"))
		form := rapid.SampledFrom([]string{"2006-01-02", "02/01/2006", "2.1.2006", "2 January 2006", "2 Jan", "02/01"}).Draw(t, "form")
		got, err := d.parseDay(at.Format(form), "2026-11-22")
		if err != nil || got != journal.DateOf(at) {
			t.Fatalf("%q: %s %v, want %s", at.Format(form), got, err, journal.DateOf(at))
		}
	})
}

func TestParseTime(t *testing.T) {
	for text, want := range map[string][2]int{
		"10:00": {10, 0}, "10.30": {10, 30}, "1415": {14, 15}, "930": {9, 30}, "9": {9, 0}, " 14 : 05 ": {14, 5},
		"2pm": {14, 0}, "2.30 pm": {14, 30}, "12pm": {12, 0}, "12 am": {0, 0}, "9AM": {9, 0}, "00:00": {0, 0},
	} {
		if hour, minute, err := parseTime(text); err != nil || hour != want[0] || minute != want[1] {
			t.Errorf("%q: %d:%d %v, want %v", text, hour, minute, err, want)
		}
	}
	for _, text := range []string{"", "25:00", "10:60", "-1", "noon", "13pm", "0am", "10:xx", "2ampm", "12345"} {
		if hour, minute, err := parseTime(text); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %d:%d %v, want invalid", text, hour, minute, err)
		}
	}
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
