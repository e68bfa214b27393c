package app

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func days(from time.Time, n, hours int) (all []time.Time) {
	for i := range n {
		all = append(all, from.Add(-time.Duration(i*hours)*time.Hour))
	}
	return all
}

func TestSpare_keeps_days_weeks_months(t *testing.T) {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) // a Sunday
	for _, c := range []struct {
		name  string
		times []time.Time
		kept  int
	}{
		{"none", nil, 0},
		{"one", days(noon, 1, 24), 1},
		{"several a day", days(noon, 6, 1), 1},
		{"a week of days", days(noon, 7, 24), 7},
		{"a month of days", days(noon, 31, 24), 7 + 3 + 1}, // the newest week is among the days, as is the month
		{"two years of days", days(noon, 730, 24), 7 + 3 + 11},
		{"years apart", days(noon, 5, 24*400), 5},
	} {
		if got := len(c.times) - len(spare(c.times)); got != c.kept {
			t.Errorf("%s: %d kept, want %d", c.name, got, c.kept)
		}
	}
}

func TestSpare_keeps_the_newest_and_settles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours := rapid.SliceOfDistinct(rapid.IntRange(0, 24*900), rapid.ID[int]).Draw(t, "hours")
		var times []time.Time
		for _, h := range hours {
			times = append(times, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(h)*time.Hour))
		}
		gone := spare(times)
		kept := slices.DeleteFunc(slices.Clone(times), func(x time.Time) bool { return slices.Contains(gone, x) })
		if len(kept)+len(gone) != len(times) || len(kept) > keptDays+keptWeeks+keptMonths {
			t.Fatalf("%d kept, %d gone of %d", len(kept), len(gone), len(times))
		}
		if len(times) > 0 && !slices.Contains(kept, slices.MaxFunc(times, time.Time.Compare)) {
			t.Fatal("the newest is gone")
		}
		if again := spare(kept); len(again) > 0 {
			t.Fatalf("%v go the second time", again)
		}
	})
}
