package keeping_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/keeping"

	"pgregory.net/rapid"
)

// days gives backups so many hours apart, the latest first.
func days(from time.Time, n, hours int) (all []app.Backup) {
	for i := range n {
		all = append(all, app.Backup{Path: fmt.Sprint(i), At: from.Add(-time.Duration(i*hours) * time.Hour), Generation: uint64(n - i)})
	}
	return all
}

func TestSpare_keeps_days_weeks_months(t *testing.T) {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) // a Sunday
	for _, c := range []struct {
		name  string
		times []app.Backup
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
		if got := len(c.times) - len(keeping.Spare(c.times)); got != c.kept {
			t.Errorf("%s: %d kept, want %d", c.name, got, c.kept)
		}
	}
}

func TestSpare_keeps_the_newest_and_settles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours := rapid.SliceOfDistinct(rapid.IntRange(0, 24*900), rapid.ID[int]).Draw(t, "hours")
		slices.SortFunc(hours, func(a, b int) int { return b - a })
		var all []app.Backup
		for i, h := range hours {
			at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(h) * time.Hour)
			all = append(all, app.Backup{Path: fmt.Sprint(h), At: at, Generation: uint64(len(hours) - i)})
		}
		gone := keeping.Spare(all)
		kept := slices.DeleteFunc(slices.Clone(all), func(x app.Backup) bool { return slices.Contains(gone, x) })
		if len(kept)+len(gone) != len(all) || len(kept) > keeping.KeptDays+keeping.KeptWeeks+keeping.KeptMonths {
			t.Fatalf("%d kept, %d gone of %d", len(kept), len(gone), len(all))
		}
		if len(all) > 0 && !slices.Contains(kept, all[0]) {
			t.Fatal("the latest is gone")
		}
		if again := keeping.Spare(kept); len(again) > 0 {
			t.Fatalf("%v go the second time", again)
		}
	})
}

// A clock that was wrong for a while makes no backup of a later state go for one
// of an earlier.
func TestSpare_the_latest_state_counts_whatever_the_clock_said(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	all := append([]app.Backup{{Path: "latest", At: time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)}}, days(at, 7, 24)...)
	for _, gone := range keeping.Spare(all) {
		if gone.Path == "latest" {
			t.Error("the latest state is gone because the clock stood in 1970")
		}
	}
}
