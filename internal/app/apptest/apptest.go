// Package apptest is what tests of the use cases begin with: a program in folders
// of its own, an open journal, and what stands in it.
package apptest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Passphrase opens every journal made here.
const Passphrase = "quiet harbour after rain"

// Clock is a time that tests move.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// Now gives the time that was last set.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Set makes at the time.
func (c *Clock) Set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

// NewApp gives a program in folders of its own, with the cheapest key
// derivation that the format allows.
func NewApp(t *testing.T) (*app.App, *Clock) {
	t.Helper()
	c := &Clock{at: time.Date(2026, 3, 12, 18, 30, 0, 0, time.UTC)}
	return program(t, c.Now), c
}

// Make gives a program as NewApp does, at the time that now tells, and in it a new
// journal, open.
func Make(t testing.TB, now func() time.Time) (*app.App, *app.Desk) {
	t.Helper()
	a := program(t, now)
	d, _, err := a.Create(context.Background(), Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return a, d
}

func program(t testing.TB, now func() time.Time) *app.App {
	t.Helper()
	dir := t.TempDir()
	a, err := app.New(app.Config{
		DataFolder: filepath.Join(dir, "data"), StateFolder: filepath.Join(dir, "state"),
		ConfigFolder: filepath.Join(dir, "config"), Now: now,
		Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// NewTestDesk gives a new journal, open, in a program as NewApp gives it.
func NewTestDesk(t *testing.T) (*app.Desk, *Clock) {
	t.Helper()
	a, c := NewApp(t)
	d, words, err := a.Create(context.Background(), Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != 12 {
		t.Fatalf("%d recovery words, want 12", len(words))
	}
	apps.Store(d, a)
	t.Cleanup(func() { _ = d.Close() })
	return d, c
}

// Sample gives the fictional journal, open.
func Sample(t testing.TB) *app.Desk {
	t.Helper()
	a := program(t, func() time.Time { return time.Date(2026, 3, 12, 18, 30, 0, 0, time.UTC) })
	d, err := a.OpenSample(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// Write saves an entry with this text and these words to share.
func Write(t *testing.T, d *app.Desk, text, title, words string, flag journal.Flag) journal.Entry {
	t.Helper()
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Sections[0].Text = text
	e.Share, e.Flag = journal.Share{Title: title, Words: words}, flag
	e, err = d.Save(e, "")
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// WriteGraphic saves an entry with this text, of which a passage is marked graphic.
func WriteGraphic(t *testing.T, d *app.Desk, text, passage string) journal.Entry {
	t.Helper()
	e := Write(t, d, text, "", "", journal.NoFlag)
	e.Graphic = []string{passage}
	return Got(d.Save(e, ""))(t)
}

// Ctx never ends.
var Ctx = context.Background()

// Must ends the test where something failed.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Got ends the test where a call failed, and gives what it returned.
func Got[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		Must(t, err)
		return v
	}
}

// Read gives an entry as it was last saved.
func Read(t *testing.T, d *app.Desk, id journal.ID) journal.Entry {
	t.Helper()
	return Got(d.Entry(id))(t)
}

// Reopened closes the journal and opens it again, to see what is really kept.
func Reopened(t *testing.T, d *app.Desk) *app.Desk {
	t.Helper()
	Must(t, d.Close())
	return Unlock(t, AppOf(d))
}

// Unlock opens the journal of a.
func Unlock(t *testing.T, a *app.App) *app.Desk {
	t.Helper()
	return Open(t, a, app.AsUsual)
}

// Open opens the journal of a in that way.
func Open(t *testing.T, a *app.App, how app.Opening) *app.Desk {
	t.Helper()
	d := Got(a.Open(Ctx, app.Key{Passphrase: Passphrase}, how))(t)
	apps.Store(d, a)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// File gives the bytes of a's journal.
func File(t testing.TB, a *app.App) []byte {
	t.Helper()
	return Got(os.ReadFile(a.Journal()))(t)
}

// RolledBack closes the journal, adds an entry to it, and puts the file from before in its
// place. It gives the program, the entry that is lost, and the file that holds it.
func RolledBack(t *testing.T, d *app.Desk) (a *app.App, lost journal.Entry, newer []byte) {
	t.Helper()
	Must(t, d.Close())
	a = AppOf(d)
	older := File(t, a)
	d = Unlock(t, a)
	lost = Write(t, d, "since", "", "", journal.NoFlag)
	Must(t, d.Close())
	newer = File(t, a)
	Must(t, os.WriteFile(a.Journal(), older, 0o600))
	return a, lost, newer
}

// Planned plans a session in four days and gives its id.
func Planned(t *testing.T, d *app.Desk) journal.ID {
	t.Helper()
	id, err := d.PlanSession(app.Plan{Start: d.Now().AddDate(0, 0, 4), Minutes: 60, Name: "Ruth Adeyemi"})
	Must(t, err)
	return id
}

// Beforehand keeps a line for oneself before a planned session.
func Beforehand(t *testing.T, d *app.Desk, session journal.ID, words string) {
	t.Helper()
	a, err := d.Agenda(session)
	Must(t, err)
	_, err = d.PlanSession(app.Plan{Session: session, Start: a.Session.Start, Minutes: a.Session.Minutes, Name: a.With.Name, Beforehand: &words})
	Must(t, err)
}

// HeldAgenda gives a session that is open now, with an item for each of two
// flagged entries and a third item that stands for none.
func HeldAgenda(t *testing.T, d *app.Desk, c *Clock) (session journal.ID, entries []journal.Entry, items []supervision.AgendaItem) {
	t.Helper()
	a := Write(t, d, "Private one.", "A visit that frightened me", "Was I right to stay?", journal.Urgent)
	b := Write(t, d, "Private two.", "Speaking up", "How do I speak up?", journal.Next)
	session, err := d.PlanSession(app.Plan{Start: c.Now(), Minutes: 60, Name: "Ruth"})
	Must(t, err)
	for _, w := range d.Basket() {
		Must(t, d.AddToAgenda(session, w.Item.ID))
	}
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In December."})
	Must(t, err)
	Must(t, d.StartSession(session, c.Now()))
	s, err := d.Sitting(session)
	Must(t, err)
	return session, []journal.Entry{a, b}, s.Items
}

// Marker stands in every field that is private.
const Marker = "lighthouse keeper"

// Hold holds the session, with an outcome, actions, a review and corrections.
func Hold(t *testing.T, d *app.Desk, c *Clock, session journal.ID) {
	t.Helper()
	Must(t, d.StartSession(session, c.Now()))
	a, err := d.Agenda(session)
	Must(t, err)
	first := a.Items[0].ID
	Must(t, d.Discuss(first, supervision.Outcome{
		Kind: supervision.Decision, Text: "Staying was reasonable.", Decision: "Joint visits until May.",
		Rationale: "Nobody should be alone there.", DecidedBy: "both", CaseRecord: supervision.CaseRecord{Belongs: true},
	}))
	for _, action := range []supervision.Action{
		{Text: "Ask Mr Hussain for a day", Owner: supervision.Me, Due: "2026-03-27", Item: first},
		{Text: "Book the car", Owner: supervision.Other, OwnerName: "the duty desk", Item: first},
	} {
		_, err = d.SaveAction(action)
		Must(t, err)
	}
	Must(t, d.EndSession(session, 47, nil))
	Must(t, d.ReviewSession(session, app.SessionReview{Helpful: 4, WhatHelped: Marker, Notes: Marker}))
	Must(t, d.Correct(session, "We also agreed to look again in May.", false))
	Must(t, d.Correct(session, "I still see the risk differently.", true))
}

// apps holds the program of each open desk.
var apps sync.Map

// AppOf gives the program that opened the desk, which came from here.
func AppOf(d *app.Desk) *app.App {
	a, _ := apps.Load(d)
	return a.(*app.App)
}

// Trials tells a full test how often something was tried; cmd/dev gathers it.
func Trials(t *testing.T, n int, what string) {
	t.Helper()
	t.Attr("trials", fmt.Sprint(n, " ", what))
}
