package back

import (
	"fmt"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// BenchmarkPage_show is what going to another day costs in a journal of ten thousand
// entries: all charts and tables of the page are drawn, within a frame of 16 ms.
func BenchmarkPage_show(b *testing.B) {
	s := newPage(b)
	today := journal.DateOf(now)
	past := app.Past{Today: today, First: today.AddDays(-9999), Days: map[journal.Date][]journal.Overview{}}
	for i := range 10_000 {
		o := journal.Overview{
			ID: journal.ID(i + 1), Title: fmt.Sprintf("Entry %d", i), Date: today.AddDays(-i / 2),
			Hit: journal.LevelOf(i % 11), Carrying: journal.LevelOf(i % 7),
		}
		past.Days[o.Date] = append(past.Days[o.Date], o)
		past.Carrying = append(past.Carrying, &o)
	}
	s.presenter.arrived(State{Past: past})
	day := today
	for b.Loop() {
		day = day.AddDays(-1)
		if day < past.First {
			day = today
		}
		s.presenter.Go(day)
	}
}
