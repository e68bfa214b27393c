package learning

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/uitest"
)

// decade returns the page of a journal with ten years of weekly hours and 500 pieces.
func decade(b *testing.B) scene {
	b.Helper()
	_, d := apptest.Make(b, func() time.Time { return time.Date(2026, 1, 4, 10, 0, 0, 0, time.UTC) })
	var csv strings.Builder
	csv.WriteString("week,kind,hours,supervisor\n")
	for i := range 520 {
		week := journal.Date("2016-01-04").AddDays(7 * i)
		fmt.Fprintf(&csv, "%s,individual,1,Ruth\n%s,client,21.5,Ruth\n%s,other,14,Ruth\n", week, week, week)
	}
	table, err := d.ReadHoursTable([]byte(csv.String()))
	apptest.Succeed(b, err)
	apptest.Succeed(b, d.TakeHours(table))
	for _, pack := range []string{"california", "england", "pcf", "asye"} {
		apptest.Succeed(b, d.ChoosePack(pack, "2016-01-04"))
	}
	for i := range 500 {
		_, err := d.SavePiece(app.CPDPiece{Title: "A piece", Date: journal.Date("2016-06-06").AddDays(7 * i), Peer: "Seen."})
		apptest.Succeed(b, err)
	}
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
			if len(s.presenter.state.Hours.Weeks) != 520 || s.presenter.state.Year.Earlier+len(s.presenter.state.Year.Pieces) != 500 {
				b.Fatal("something is missing")
			}
		})
	}
}
