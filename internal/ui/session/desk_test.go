package session

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// clock is a time that a test moves, with what was to happen later.
type clock struct {
	passed atomic.Int64 // nanoseconds since morning; the journal's other goroutines read the clock too
	later  []*timer
}

// morning is when the tests' clock begins.
var morning = time.Date(2026, 11, 26, 10, 2, 0, 0, time.UTC)

type timer struct {
	at  time.Time
	run func()
}

func newClock() *clock { return &clock{} }

func (c *clock) Now() time.Time { return morning.Add(time.Duration(c.passed.Load())) }

func (c *clock) set(now time.Time) { c.passed.Store(int64(now.Sub(morning))) }

func (c *clock) after(d time.Duration, fn func()) func() {
	t := &timer{c.Now().Add(d), fn}
	c.later = append(c.later, t)
	return func() { t.run = func() {} }
}

// pass lets time go by, and does what falls due in it.
func (c *clock) pass(d time.Duration) {
	end := c.Now().Add(d)
	for {
		i := -1
		for j, t := range c.later {
			if !t.at.After(end) && (i < 0 || t.at.Before(c.later[i].at)) {
				i = j
			}
		}
		if i < 0 {
			c.set(end)
			return
		}
		t := c.later[i]
		c.later = slices.Delete(c.later, i, i+1)
		c.set(t.at)
		t.run()
	}
}

// newDesk gives an empty journal at the time of a clock.
func newDesk(t testing.TB, c *clock) (*app.App, *app.Desk) {
	t.Helper()
	return apptest.Make(t, c.Now)
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

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
