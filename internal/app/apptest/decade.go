package apptest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// Decade makes a journal with ten years of weekly hours, 500 pieces of professional
// development and these packs of rules, as seen on 4 January 2026. It is closed with the
// test.
func Decade(t testing.TB, packs ...string) *app.Desk {
	t.Helper()
	_, d := Make(t, func() time.Time { return time.Date(2026, 1, 4, 10, 0, 0, 0, time.UTC) })
	t.Cleanup(func() { _ = d.Close() })
	var csv strings.Builder
	csv.WriteString("week,kind,hours,supervisor\n")
	for i := range 520 {
		week := journal.Date("2016-01-04").AddDays(7 * i)
		fmt.Fprintf(&csv, "%s,individual,1,Ruth\n%s,client,21.5,Ruth\n%s,other,14,Ruth\n", week, week, week)
	}
	table, err := d.ReadHoursTable([]byte(csv.String()))
	Must(t, err)
	Must(t, d.TakeHours(table))
	for _, pack := range packs {
		Must(t, d.ChoosePack(pack, "2016-01-04"))
	}
	for i := range 500 {
		_, err := d.SavePiece(app.CPDPiece{Title: "A piece", Date: journal.Date("2016-06-06").AddDays(7 * i), Peer: "Seen."})
		Must(t, err)
	}
	return d
}
