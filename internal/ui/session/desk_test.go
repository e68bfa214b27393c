package session

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// clock is a time that a test moves, with what was to happen later.
type clock struct {
	now   time.Time
	later []*timer
}

type timer struct {
	at  time.Time
	run func()
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 26, 10, 2, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time { return c.now }

func (c *clock) after(d time.Duration, fn func()) func() {
	t := &timer{c.now.Add(d), fn}
	c.later = append(c.later, t)
	return func() { t.run = func() {} }
}

// pass lets time go by, and does what falls due in it.
func (c *clock) pass(d time.Duration) {
	end := c.now.Add(d)
	for {
		i := -1
		for j, t := range c.later {
			if !t.at.After(end) && (i < 0 || t.at.Before(c.later[i].at)) {
				i = j
			}
		}
		if i < 0 {
			c.now = end
			return
		}
		t := c.later[i]
		c.later = slices.Delete(c.later, i, i+1)
		c.now = t.at
		t.run()
	}
}

// newDesk gives an empty journal in a folder of its own, with the cheapest key
// derivation that the format allows.
func newDesk(t testing.TB, c *clock) (*app.App, *app.Desk) {
	t.Helper()
	dir := t.TempDir()
	a, err := app.New(app.Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Now: c.Now,
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
func flagged(t testing.TB, d *app.Desk, text, title, words string) journal.Entry {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Title, e.Sections[0].Text, e.Flag = text, text, journal.Next
	e.Share = journal.Share{Title: title, Words: words, Want: "decide", Minutes: 20}
	e.Impact.Carrying = journal.LevelOf(8)
	if e, err = d.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	return e
}

func planned(t testing.TB, d *app.Desk, start time.Time) journal.ID {
	t.Helper()
	id, err := d.PlanSession(app.Plan{Start: start, Minutes: 60, Name: "Ruth"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// agenda plans a session at the time with an item for each title, the first of
// them for an entry.
func agenda(t testing.TB, d *app.Desk, start time.Time, titles ...string) (session journal.ID, entry journal.Entry) {
	t.Helper()
	session = planned(t, d, start)
	for i, title := range titles {
		if i == 0 {
			entry = flagged(t, d, "MARKER private text", title, "In words to share: "+title)
			it, _ := d.ItemFor(entry.ID)
			must(t, d.AddToAgenda(session, it.ID))
			continue
		}
		it := supervision.AgendaItem{Title: title, Words: "About " + title, Minutes: 10, Want: supervision.WantAdvice}
		if _, err := d.AddNewItem(session, it); err != nil {
			t.Fatal(err)
		}
	}
	return session, entry
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

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
