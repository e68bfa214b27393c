package journal

import (
	"testing"
	"time"
)

func TestOverview_Deepens(t *testing.T) {
	today := Date("2026-03-20")
	at := func(ago int) time.Time { return today.AddDays(-ago).Time().Add(time.Hour) }
	for name, c := range map[string]struct {
		o    Overview
		want bool
	}{
		"hit hard":          {Overview{Written: at(1), Hit: LevelOf(5)}, true},
		"still carried":     {Overview{Written: at(28), Carrying: LevelOf(6)}, true},
		"to be brought":     {Overview{Written: at(3), Flag: Next}, true},
		"light":             {Overview{Written: at(3), Hit: LevelOf(4), Carrying: LevelOf(4)}, false},
		"not marked":        {Overview{Written: at(3)}, false},
		"of this day":       {Overview{Written: at(0), Hit: LevelOf(9)}, false},
		"long ago":          {Overview{Written: at(29), Hit: LevelOf(9)}, false},
		"said to be enough": {Overview{Written: at(3), Hit: LevelOf(9), Enough: true}, false},
		"deleted":           {Overview{Written: at(3), Hit: LevelOf(9), Trashed: &shiftEnd}, false},
	} {
		if got := c.o.Deepens(today); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestOverview_DueAgain(t *testing.T) {
	for again, want := range map[Date]bool{"": false, "2026-03-19": true, "2026-03-20": true, "2026-03-21": false} {
		if got := (Overview{Again: again}).DueAgain("2026-03-20"); got != want {
			t.Errorf("%q: %v", again, got)
		}
	}
}
