package sessions_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/sessions"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// sequences is how many random ways through sessions are walked. The full run:
//
//	go test ./internal/app -run TestDesk_sessions_survive -sessions=200
var sequences = flag.Int("sessions", 8, "random sequences of sessions on a real journal")

// walker does random things around sessions and remembers what must be there.
type walker struct {
	*testing.T
	a      *app.App
	c      *apptest.Clock
	d      *app.Desk
	random *rand.Rand

	items    []journal.ID
	sessions []journal.ID
	entries  map[journal.ID]string // text of each
	texts    map[journal.ID]string // what was last noted on an item
	actions  int
}

// refused fails for any error but those by which the board says no.
func (w *walker) refused(err error) bool {
	w.Helper()
	switch fault.KindOf(err) {
	case fault.Conflict, fault.NotFound, fault.Invalid:
		return err != nil
	}
	apptest.Must(w.T, err)
	return false
}

func (w *walker) item() journal.ID    { return w.items[w.random.IntN(len(w.items))] }
func (w *walker) session() journal.ID { return w.sessions[w.random.IntN(len(w.sessions))] }

func (w *walker) write() {
	n := len(w.items)
	text := fmt.Sprintf("Private %d.", n)
	e := apptest.Write(w.T, w.d, text, fmt.Sprintf("Title %d", n), "Words.", journal.Next)
	w.entries[e.ID] = text
	it, found := w.d.ItemFor(e.ID)
	if !found {
		w.Fatal("a flagged entry with words made no item")
	}
	w.items = append(w.items, it.ID)
}

func (w *walker) plan() {
	id, err := w.d.PlanSession(app.Plan{Start: w.c.Now().Add(time.Duration(w.random.IntN(500)) * time.Hour), Minutes: 60, Name: []string{"Ruth", "Omar"}[w.random.IntN(2)]})
	apptest.Must(w.T, err)
	w.sessions = append(w.sessions, id)
}

func (w *walker) note() {
	item, text := w.item(), fmt.Sprintf("Noted %d", w.random.IntN(1000))
	if !w.refused(w.d.NoteOutcome(item, supervision.Outcome{Text: text})) {
		w.texts[item] = text
	}
}

func (w *walker) discuss() {
	item := w.item()
	kind := supervision.OutcomeKinds()[w.random.IntN(8)]
	if !w.refused(w.d.Discuss(item, supervision.Outcome{Kind: kind, Text: "Ticked"})) {
		w.texts[item] = "Ticked"
	}
}

func (w *walker) action() {
	_, err := w.d.SaveAction(supervision.Action{Text: "Ring", Owner: supervision.Me, Item: w.item()})
	apptest.Must(w.T, err)
	w.actions++
}

// lock closes the journal as locking does, and opens it again.
func (w *walker) lock() {
	apptest.Must(w.T, w.d.Close())
	w.open()
}

// kill leaves the journal as a program that is killed leaves it: nothing more is
// written by it, and its lock is gone.
func (w *walker) kill() {
	w.d.EndWatch(false)
	w.d.Finished()
	apptest.Must(w.T, w.d.Lib().Vault().Close())
	w.open()
}

func (w *walker) open() {
	d, err := w.a.Unlock(context.Background(), apptest.Passphrase)
	apptest.Must(w.T, err)
	w.d = d
}

func (w *walker) steps() []func() {
	yes := func(err error) { w.refused(err) }
	return []func(){
		w.write, w.plan, w.note, w.note, w.discuss, w.discuss, w.action, w.lock, w.kill,
		func() { yes(w.d.AddToAgenda(w.session(), w.item(), w.item())) },
		func() { yes(w.d.AddToAgenda(w.session(), w.item())) },
		func() { yes(w.d.StartSession(w.session(), w.c.Now())) },
		func() { yes(w.d.StartSession(w.session(), w.c.Now())) },
		func() { yes(w.d.NextTime(w.item())) },
		func() { yes(w.d.Settle(w.item(), supervision.Solved)) },
		func() { yes(w.d.Settle(w.item(), supervision.Withdrawn)) },
		func() { yes(w.d.Park(w.item(), supervision.Lot{Elsewhere: supervision.ForMyself})) },
		func() { yes(w.d.BringBack(w.item())) },
		func() { yes(w.d.CancelSession(w.session(), "ill")) },
		func() { yes(w.d.EndSession(w.session(), w.random.IntN(90), nil)) },
		func() { yes(w.d.EndSession(w.session(), w.random.IntN(90), nil)) },
		func() { w.c.Set(w.c.Now().Add(time.Duration(w.random.IntN(600)) * time.Minute)) },
	}
}

// whole fails unless the board is whole and everything that was kept is there.
func (w *walker) whole(after string) {
	w.Helper()
	b := w.d.Lib().Board()
	if err := b.Check(); err != nil {
		w.Fatalf("%s: %v", after, err)
	}
	if n := len(b.Items(nil)); n != len(w.items) {
		w.Fatalf("%s: %d items, want %d", after, n, len(w.items))
	}
	if n := len(b.Sessions(nil)); n != len(w.sessions) {
		w.Fatalf("%s: %d sessions, want %d", after, n, len(w.sessions))
	}
	if n := len(b.Actions(nil)); n != w.actions {
		w.Fatalf("%s: %d actions, want %d", after, n, w.actions)
	}
	for id, text := range w.texts {
		it, err := b.Item(id)
		if err != nil || it.Outcome == nil || it.Outcome.Text != text {
			w.Fatalf("%s: what was noted on an item is gone", after)
		}
	}
	for id, text := range w.entries {
		e, err := w.d.Entry(id)
		if err != nil || e.Sections[0].Text != text {
			w.Fatalf("%s: entry %v, text %q", after, err, e.Sections[0].Text)
		}
		w.flagged(after, e)
	}
}

// flagged fails where an entry's flag doesn't fit what is still to be talked
// about.
func (w *walker) flagged(after string, e journal.Entry) {
	w.Helper()
	b := w.d.Lib().Board()
	if waits := sessions.Pending(b, e.ID); waits != (e.Flag != journal.NoFlag) {
		w.Fatalf("%s: something to talk about: %v, flag %q", after, waits, e.Flag)
	}
}

// TestDesk_sessions_survive walks random ways through sessions with locks,
// unlocks and kills, and loses nothing.
func TestDesk_sessions_survive(t *testing.T) {
	for seed := range *sequences {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			a, c := apptest.NewApp(t)
			d, _, err := a.Create(context.Background(), apptest.Passphrase)
			apptest.Must(t, err)
			w := &walker{
				T: t, a: a, c: c, d: d, random: rand.New(rand.NewPCG(uint64(seed), 7)),
				entries: map[journal.ID]string{}, texts: map[journal.ID]string{},
			}
			defer func() { _ = w.d.Close() }()
			for range 4 {
				w.write()
			}
			w.plan()
			w.plan()
			steps := w.steps()
			for n := range 60 {
				i := w.random.IntN(len(steps))
				steps[i]()
				w.whole(fmt.Sprintf("step %d, number %d", n, i))
			}
		})
	}
}
