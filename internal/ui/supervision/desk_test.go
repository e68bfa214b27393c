package supervision

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// now is a Sunday.
var now = time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC)

// newDesk gives an empty journal in a folder of its own, with the cheapest key
// derivation that the format allows.
func newDesk(t testing.TB) (*app.App, *app.Desk) {
	t.Helper()
	dir := t.TempDir()
	a, err := app.New(app.Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Now: func() time.Time { return now },
		Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := a.Create(context.Background(), "quiet harbour after rain")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return a, d
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

// queue is the main goroutine of a test: what is done there waits until pumped.
type queue chan func()

func newQueue() queue { return make(queue, 1000) }

func (q queue) do(fn func()) { q <- fn }

// settle pumps until the journal's worker has done everything that was asked of
// it, and what came of that.
func (q queue) settle(d *app.Desk, busy func() bool) {
	for more := true; more; more = busy() || len(q) > 0 {
		reached := false
		d.Do(func() error { return nil }, func(error) { q.do(func() { reached = true }) })
		for !reached {
			(<-q)()
		}
	}
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
