package learning

import (
	"testing"

	"aftershift/internal/app/apptest"
	"aftershift/internal/ui/uitest"
)

// decade returns the page of a journal with ten years of weekly hours and 500 pieces.
func decade(b *testing.B) scene {
	b.Helper()
	d := apptest.Decade(b, "california", "england", "pcf", "asye")
	f := &frame{Frame: uitest.NewFrame(b)}
	s := scene{Page: New(d, f), frame: f, desk: d}
	f.Fill(s.Content())
	s.again()
	return s
}

// BenchmarkPage_opens opens the page: it reads the journal, judges it, draws the year and
// lays it out. The bound is 50 ms.
func BenchmarkPage_opens(b *testing.B) {
	for name, hours := range map[string]bool{"year": false, "hours": true} {
		b.Run(name, func(b *testing.B) {
			s := decade(b)
			s.turn(hours)
			for b.Loop() {
				s.Hide()
				s.again()
			}
			if len(s.presenter.State.Hours.Weeks) != 520 || s.presenter.State.Year.Earlier+len(s.presenter.State.Year.Pieces) != 500 {
				b.Fatal("something is missing")
			}
		})
	}
}
