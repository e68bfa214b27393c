package app

import (
	"testing"
	"time"

	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// What ten working lives hold of these.
const (
	lifeSessions = 1_000
	lifeItems    = 4_000
	lifeActions  = 5_000
)

// meets is a group that the writer is in.
var meets = GroupSetUp{
	Name: "Wednesday group", Every: 28, Group: Group{Confidentiality: "What is said here stays here."},
	Members: []groups.Member{{Name: "Amara", Setting: "hospital"}, {Name: "Joe"}, {Name: "Sinéad"}, {Name: "Tomos"}},
}

// supervise gives the journal lifeSessions that were held, one every eight days until
// today, each with its share of lifeItems that came from entries and of lifeActions, of
// which one in five is still to do.
func supervise(d *Desk) error {
	with := supervision.Relationship{ID: 1, Name: "Ngozi", Kind: supervision.LineManager}
	all := []supervision.Record{with}
	next, entries := journal.ID(1), d.List(Filter{})
	for i := range lifeSessions {
		at := d.Now().AddDate(0, 0, -8*(i+1))
		from := entries[i*len(entries)/lifeSessions:]
		made := sessionOf(with.ID, next, at, from)
		all, next = append(all, made...), next+journal.ID(len(made))
	}
	made := supervision.Change{Label: "many", After: all}
	for _, r := range all {
		made.Before = append(made.Before, supervision.Gone{Of: r.Key()})
	}
	return d.core.Change(made.Op())
}

// sessionOf gives a session that was held then and all that stands on it, with ids above
// last.
func sessionOf(with, last journal.ID, at time.Time, entries []journal.Overview) (all []supervision.Record) {
	s := supervision.Session{ID: last + 1, With: with, Kind: supervision.Individual, Start: at, Minutes: 60, State: supervision.Closed, Opened: at, Closed: at.Add(time.Hour), Held: 60}
	for i := range lifeItems / lifeSessions {
		outcome := supervision.Outcome{Session: s.ID, Kind: supervision.Decision, Text: "Go with a colleague the next time."}
		it := supervision.AgendaItem{ID: s.ID + 1 + journal.ID(i), Title: "What stayed with me", Entries: []journal.ID{entries[i].ID}, State: supervision.Discussed, Session: s.ID, Outcome: &outcome}
		s.Agenda, all = append(s.Agenda, it.ID), append(all, it)
	}
	for i := range lifeActions / lifeSessions {
		a := supervision.Action{ID: s.ID + 1 + journal.ID(len(all)), Text: "Ask the school what they saw", Owner: supervision.Me, State: supervision.Done, DoneOn: journal.DateOf(at.AddDate(0, 0, 7)), Item: s.Agenda[0], Session: s.ID}
		if i == 0 {
			a.State, a.DoneOn, a.Due = supervision.ToDo, "", journal.DateOf(at.AddDate(0, 0, 30))
		}
		all = append(all, a)
	}
	return append(all, s)
}

// The journal that pages are measured with can be made.
func TestSupervise_holds_a_life(t *testing.T) {
	dir, err := bigJournal(bigKind{lifeItems, cheapest})
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
