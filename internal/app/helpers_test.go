package app

import (
	"context"
	"fmt"
	"testing"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

var ctx = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, d *Desk, id journal.ID) journal.Entry {
	t.Helper()
	e, err := d.Entry(id)
	must(t, err)
	return e
}

// reopened closes the journal and opens it again, to see what is really kept.
func reopened(t *testing.T, d *Desk) *Desk {
	t.Helper()
	must(t, d.Close())
	again, err := d.app.Unlock(ctx, passphrase)
	must(t, err)
	t.Cleanup(func() { _ = again.Close() })
	return again
}

// planned plans a session in four days and gives its id.
func planned(t *testing.T, d *Desk) journal.ID {
	t.Helper()
	id, err := d.PlanSession(Plan{Start: d.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	must(t, err)
	return id
}

// heldAgenda gives a session that is open now, with an item for each of two
// flagged entries and a third item that stands for none.
func heldAgenda(t *testing.T, d *Desk, c *clock) (session journal.ID, entries []journal.Entry, items []supervision.AgendaItem) {
	t.Helper()
	a := write(t, d, "Private one.", "A visit that frightened me", "Was I right to stay?", journal.Urgent)
	b := write(t, d, "Private two.", "Speaking up", "How do I speak up?", journal.Next)
	session, err := d.PlanSession(Plan{Start: c.Now(), Minutes: 60, Name: "Ruth"})
	succeed(t, err)
	for _, w := range d.Basket() {
		succeed(t, d.AddToAgenda(session, w.Item.ID))
	}
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In December."})
	succeed(t, err)
	succeed(t, d.StartSession(session, c.Now()))
	s, err := d.Sitting(session)
	succeed(t, err)
	return session, []journal.Entry{a, b}, s.Items
}

func succeed(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// trials tells a full test how often something was tried; cmd/dev gathers it.
func trials(t *testing.T, n int, what string) {
	t.Helper()
	t.Attr("trials", fmt.Sprint(n, " ", what))
}

func backups(t *testing.T, d *Desk) []Backup {
	t.Helper()
	all, err := d.Backups()
	must(t, err)
	return all
}
