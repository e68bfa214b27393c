package supervision

import (
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// now is a Sunday.
var now = time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC)

// newDesk gives an empty journal at the time now.
func newDesk(t testing.TB) (*app.App, *app.Desk) {
	t.Helper()
	return apptest.Make(t, func() time.Time { return now })
}

// flagged saves a flagged entry with these words to share.
func flagged(t testing.TB, d *app.Desk, title string, flag journal.Flag, share journal.Share) journal.Entry {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Title, e.Sections[0].Text, e.Share, e.Flag = title, "What stayed with me.", share, flag
	if e, err = d.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	return e
}

func planned(t testing.TB, d *app.Desk, days int) journal.ID {
	t.Helper()
	start := time.Date(2026, 11, 22+days, 10, 0, 0, 0, time.UTC)
	id, err := d.PlanSession(app.Plan{Start: start, Minutes: 60, Name: "Ruth Adeyemi"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func titles(lines []Line) (all []string) {
	for _, l := range lines {
		all = append(all, l.Item.Title)
	}
	return all
}

func agendaTitles(items []supervision.AgendaItem) (all []string) {
	for _, it := range items {
		all = append(all, it.Title)
	}
	return all
}
