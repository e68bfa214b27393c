package sessions_test

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_Settle_keeps_what_is_being_written(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, items := apptest.HeldAgenda(t, d, c)
	e := entries[0]
	e.Sections[0].Text = "Private one, and a line that is not saved yet."
	apptest.Must(t, d.SaveDraft(e))
	apptest.Must(t, d.Settle(items[0].ID, supervision.Withdrawn))
	got, err := d.Entry(e.ID)
	apptest.Must(t, err)
	if got.Sections[0].Text != e.Sections[0].Text || got.Flag != journal.NoFlag {
		t.Errorf("entry %q, flag %q", got.Sections[0].Text, got.Flag)
	}
}

func TestDesk_SaveItem_keeps_what_is_being_written(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, items := apptest.HeldAgenda(t, d, c)
	text := "Private one, and a line that is not saved yet."
	draft := func() {
		e, err := d.Entry(entries[0].ID)
		apptest.Must(t, err)
		e.Sections[0].Text = text
		apptest.Must(t, d.SaveDraft(e))
	}
	keeps := func(what, words string) {
		t.Helper()
		e, err := d.Entry(entries[0].ID)
		apptest.Must(t, err)
		if e.Sections[0].Text != text || e.Share.Words != words {
			t.Errorf("%s: text %q, words %q", what, e.Sections[0].Text, e.Share.Words)
		}
	}
	before := items[0].Words
	items[0].Words = "Other words."
	draft()
	_, err := d.SaveItem(items[0])
	apptest.Must(t, err)
	keeps("changed", "Other words.")
	text += " And one more."
	draft()
	apptest.Must(t, d.Undo())
	keeps("undone", before)
}

func TestDesk_Flag_keeps_what_is_being_written(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "", "", journal.NoFlag)
	text := "Private, and a line that is not saved yet."
	for _, step := range []func() error{
		func() error { return d.Flag(e.ID, journal.Urgent) }, d.Undo, d.Redo,
		func() error { return d.SetShare(e.ID, journal.Share{Title: "A title", Words: "Words."}) }, d.Undo,
	} {
		now, err := d.Entry(e.ID)
		apptest.Must(t, err)
		text += " And one more."
		now.Sections[0].Text = text
		apptest.Must(t, d.SaveDraft(now))
		apptest.Must(t, step())
		now, err = d.Entry(e.ID)
		apptest.Must(t, err)
		if now.Sections[0].Text != text {
			t.Errorf("text %q, want %q", now.Sections[0].Text, text)
		}
	}
}

// Two marks that are set at the same time both stay.
func TestDesk_marks_set_at_the_same_time_all_stay(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, _ := apptest.HeldAgenda(t, d, c)
	const rounds = 40
	var group sync.WaitGroup
	group.Go(func() {
		for n := range rounds {
			if err := d.SetCarrying(entries[0].ID, journal.LevelOf(n%11)); err != nil {
				t.Error(err)
			}
		}
	})
	for n := range rounds {
		share := journal.Share{Title: "A visit that frightened me", Words: "Was I right? " + strconv.Itoa(n)}
		apptest.Must(t, d.SetShare(entries[0].ID, share))
		e, err := d.Entry(entries[0].ID)
		apptest.Must(t, err)
		if e.Share.Words != share.Words {
			t.Fatalf("round %d: words %q", n, e.Share.Words)
		}
	}
	group.Wait()
	e, err := d.Entry(entries[0].ID)
	apptest.Must(t, err)
	if got, _ := e.Impact.Carrying.Value(); got != (rounds-1)%11 {
		t.Errorf("carrying %d, want %d", got, (rounds-1)%11)
	}
}

func TestDesk_Settle_takes_the_flag_and_undo_gives_it_back(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, items := apptest.HeldAgenda(t, d, c)
	for _, as := range []supervision.ItemState{supervision.Withdrawn, supervision.Solved} {
		apptest.Must(t, d.Settle(items[0].ID, as))
		if flagOfEntry(t, d, entries[0].ID) != journal.NoFlag {
			t.Errorf("%s: the entry is still flagged", as)
		}
		apptest.Must(t, d.Undo())
		if it, _ := d.Item(items[0].ID); flagOfEntry(t, d, entries[0].ID) != journal.Urgent || it.State != supervision.OnAgenda {
			t.Errorf("%s: undo gave flag %q, item %s", as, flagOfEntry(t, d, entries[0].ID), it.State)
		}
	}
	apptest.Must(t, d.Settle(items[0].ID, supervision.Solved))
	apptest.Must(t, d.BringBack(items[0].ID))
	if flagOfEntry(t, d, entries[0].ID) != journal.Urgent {
		t.Error("an item that was brought back has no flag")
	}
	if err := d.Settle(items[0].ID, supervision.Parked); fault.KindOf(err) != fault.Invalid {
		t.Errorf("settled as parked: %v", err)
	}
}

// What was settled is settled, though an entry behind it can't be saved as it is
// being written.
func TestDesk_Settle_is_done_where_a_flag_stays_behind(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, entries, items := apptest.HeldAgenda(t, d, c)
	e := entries[0]
	e.Title = strings.Repeat("long ", 1000)
	apptest.Must(t, d.SaveDraft(e))
	state := func(want supervision.ItemState) {
		t.Helper()
		if it, _ := d.Item(items[0].ID); it.State != want {
			t.Errorf("the item is %s, want %s", it.State, want)
		}
	}
	apptest.Must(t, d.Settle(items[0].ID, supervision.Withdrawn))
	state(supervision.Withdrawn)
	for _, w := range d.Basket() {
		if w.Entry.ID == e.ID {
			t.Error("its entry waits again")
		}
	}
	apptest.Must(t, d.Undo())
	state(supervision.OnAgenda)
	apptest.Must(t, d.Redo())
	state(supervision.Withdrawn)
	apptest.Must(t, d.Discuss(items[1].ID, supervision.Outcome{Kind: supervision.Advice}))
	apptest.Must(t, d.EndSession(session, 40, nil))
	if got := flagOfEntry(t, d, entries[1].ID); got != journal.NoFlag {
		t.Errorf("the other entry keeps its flag %q", got)
	}
}

func TestDesk_Park_keeps_the_flag(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries, items := apptest.HeldAgenda(t, d, c)
	apptest.Must(t, d.Park(items[0].ID, supervision.Lot{Elsewhere: supervision.ForTherapy}))
	if flag := flagOfEntry(t, d, entries[0].ID); flag != journal.Urgent {
		t.Errorf("the flag is %q", flag)
	}
}

func TestDesk_EndSession_clears_flags_where_the_kind_was_said_before(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	_, entries := advised(t, d, c, 60)
	if got := flagOfEntry(t, d, entries[0].ID); got != journal.NoFlag {
		t.Errorf("flag %q", got)
	}
	apptest.Must(t, d.Undo())
	if got := flagOfEntry(t, d, entries[0].ID); got != journal.Urgent {
		t.Errorf("after undo: flag %q", got)
	}
}
