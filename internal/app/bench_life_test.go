package app

import (
	"testing"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// lifeSessions and lifeActions are what ten working lives hold of these.
const (
	lifeSessions = 1_000
	lifeActions  = 5_000
)

// supervise gives the journal lifeSessions that were held, each with an entry
// that was talked about and its share of lifeActions, of which one in five is
// still to do.
func supervise(d *Desk) error {
	const each = lifeActions / lifeSessions
	with := supervision.Relationship{ID: 1, Name: "Ngozi", Kind: supervision.LineManager}
	all := []supervision.Record{with}
	id, entries := journal.ID(1), d.List(Filter{})
	for i := range lifeSessions {
		at := time.Date(2004, 1, 5, 10, 0, 0, 0, time.UTC).AddDate(0, 0, 8*i)
		session, item := id+1, id+2
		id = item
		outcome := supervision.Outcome{Session: session, Kind: supervision.Decision, Text: "Go with a colleague the next time."}
		all = append(all, supervision.Session{ID: session, With: with.ID, Kind: supervision.Individual, Start: at, Minutes: 60, State: supervision.Closed, Opened: at, Closed: at.Add(time.Hour), Held: 60, Agenda: []journal.ID{item}},
			supervision.AgendaItem{ID: item, Title: "What stayed with me", Entries: []journal.ID{entries[i*len(entries)/lifeSessions].ID}, State: supervision.Discussed, Session: session, Outcome: &outcome})
		for k := range each {
			id++
			a := supervision.Action{ID: id, Text: "Ask the school what they saw", Owner: supervision.Me, State: supervision.Done, DoneOn: journal.DateOf(at.AddDate(0, 0, 7)), Item: item, Session: session}
			if k == 0 {
				a.State, a.DoneOn, a.Due = supervision.ToDo, "", journal.DateOf(at.AddDate(0, 0, 30))
			}
			all = append(all, a)
		}
	}
	made := supervision.Change{Label: "many", After: all}
	for _, r := range all {
		made.Before = append(made.Before, supervision.Gone{Of: r.Key()})
	}
	return d.core.Change(made.Op())
}

// The journal that pages are measured with can be made.
func TestSupervise_holds_a_life(t *testing.T) {
	dir, err := bigJournal(bigKind{2 * lifeSessions, cheapest})
	if err != nil {
		t.Fatal(err)
	}
	a, err := bigApp(dir, cheapest)
	if err != nil {
		t.Fatal(err)
	}
	d, err := a.Unlock(t.Context(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if err := supervise(d); err != nil {
		t.Fatal(err)
	}
	if due := d.DeedsDue(); len(d.Sessions()) != lifeSessions || due == 0 {
		t.Errorf("%d sessions, %d actions due", len(d.Sessions()), due)
	}
}
