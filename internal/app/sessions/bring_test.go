package sessions_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestDesk_Flag_makes_an_item_once_there_are_words(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	apptest.Must(t, d.Flag(e.ID, journal.Next))
	basket := d.Basket()
	if len(basket) != 1 || !basket[0].NeedsWords() || basket[0].Item.ID != 0 || basket[0].Entry.ID != e.ID {
		t.Fatalf("basket %+v, want an entry that needs words", basket)
	}
	e = apptest.Read(t, d, e.ID)
	e.Share, e.Themes = journal.Share{Title: "Title", Words: "Words."}, []journal.ThemeID{"carers"}
	_, err := d.Save(e, "undo.share")
	apptest.Must(t, err)
	it, found := d.ItemFor(e.ID)
	if !found || it.Title != "Title" || it.Words != "Words." || it.Want != app.UsualWant || it.Minutes != app.UsualMinutes ||
		it.Urgency != supervision.Next || !slices.Equal(it.Themes, e.Themes) || it.Created != d.Today() {
		t.Fatalf("item %+v", it)
	}
	apptest.Must(t, d.Flag(e.ID, journal.Urgent))
	if now, _ := d.ItemFor(e.ID); now.ID != it.ID || now.Urgency != supervision.Urgent {
		t.Errorf("item %+v, want the same one, urgent", now)
	}
}

func TestDesk_Flag_taken_away_and_back_keeps_the_place_on_the_agenda(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	session := apptest.Planned(t, d)
	a := apptest.Write(t, d, "a", "A", "A.", journal.Next)
	b := apptest.Write(t, d, "b", "B", "B.", journal.Next)
	first, _ := d.ItemFor(a.ID)
	second, _ := d.ItemFor(b.ID)
	apptest.Must(t, d.AddToAgenda(session, first.ID, second.ID))
	for name, remove := range map[string]func() error{
		"unflag": func() error { return d.Flag(a.ID, journal.NoFlag) },
		"delete": func() error { return d.Delete(a.ID) },
	} {
		apptest.Must(t, remove())
		if agenda, _ := d.Agenda(session); len(agenda.Items) != 1 || agenda.Items[0].ID != second.ID {
			t.Fatalf("%s: agenda %v", name, agenda.Items)
		}
		apptest.Must(t, d.Undo())
		if agenda, _ := d.Agenda(session); len(agenda.Items) != 2 || agenda.Items[0].ID != first.ID {
			t.Fatalf("%s, undone: agenda %v, want it first again", name, agenda.Items)
		}
		apptest.Must(t, d.Redo())
		if agenda, _ := d.Agenda(session); len(agenda.Items) != 1 {
			t.Fatalf("%s, redone: agenda %v", name, agenda.Items)
		}
		apptest.Must(t, d.Undo())
	}
	if len(d.Basket()) != 0 {
		t.Errorf("basket %v", d.Basket())
	}
}

func TestDesk_Flag_of_what_was_talked_about_makes_nothing_new(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	session, e, it := planned(t, d)
	apptest.Must(t, d.ChangeBoard(supervision.OpenSession(session, c.Now())))
	apptest.Must(t, d.ChangeBoard(supervision.Discuss(it.ID, supervision.Outcome{Kind: supervision.Advice})))
	e = apptest.Read(t, d, e.ID)
	e.Sections[0].Text = "a, mended"
	e, err := d.Save(e, "")
	apptest.Must(t, err)
	if found, _ := d.Item(it.ID); found.State != supervision.Discussed || len(d.Basket()) != 0 {
		t.Errorf("item %v, basket %v: a mended text brought it back", found.State, d.Basket())
	}
	e.Share.Words = "Something new."
	_, err = d.Save(e, "undo.share")
	apptest.Must(t, err)
	if basket := d.Basket(); len(basket) != 1 || basket[0].Item.ID == it.ID {
		t.Errorf("basket %v, want a new item for new words", basket)
	}
}

func TestDesk_SaveItem_writes_the_entry_too(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "A", "A.", journal.Next)
	it, _ := d.ItemFor(e.ID)
	it.Title, it.Words, it.KeyQuestion, it.Urgency, it.Minutes = " B ", "B.", "How?", supervision.Urgent, 20
	_, err := d.SaveItem(it)
	apptest.Must(t, err)
	if got := apptest.Read(t, d, e.ID); got.Share.Title != "B" || got.Share.Words != "B." || got.Flag != journal.Urgent || got.Share.Minutes != 20 || got.Text() != "text" {
		t.Errorf("entry %+v", got)
	}
	apptest.Must(t, d.Undo())
	got, back := apptest.Read(t, d, e.ID), must1(t, d, it.ID)
	if got.Share.Title != "A" || got.Flag != journal.Next || back.Title != "A" || back.KeyQuestion != "" {
		t.Errorf("after undo entry %+v item %+v", got.Share, back)
	}
	apptest.Must(t, d.Redo())
	if got, again := apptest.Read(t, d, e.ID), must1(t, d, it.ID); got.Share.Title != "B" || again.KeyQuestion != "How?" {
		t.Errorf("after redo entry %+v item %+v", got.Share, again)
	}
}

// planned gives a planned session with an item for one entry.
func planned(t *testing.T, d *app.Desk) (session journal.ID, e journal.Entry, it supervision.AgendaItem) {
	t.Helper()
	session = apptest.Planned(t, d)
	e = apptest.Write(t, d, "a", "A", "A.", journal.Next)
	it, _ = d.ItemFor(e.ID)
	apptest.Must(t, d.AddToAgenda(session, it.ID))
	return session, e, it
}

func must1(t *testing.T, d *app.Desk, id journal.ID) supervision.AgendaItem {
	t.Helper()
	return apptest.Got(d.Item(id))(t)
}

func TestDesk_SaveItem_outlives_its_entry(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "A", "A.", journal.Next)
	it, _ := d.ItemFor(e.ID)
	apptest.Must(t, d.Purge(apptest.Ctx, e.ID))
	it.Words = "Still to be said."
	_, err := d.SaveItem(it)
	apptest.Must(t, err)
	if got := must1(t, d, it.ID); got.Words != "Still to be said." || len(got.Entries) != 0 {
		t.Errorf("item %+v", got)
	}
	apptest.Must(t, d.WithdrawItem(it.ID))
	if len(d.Basket()) != 0 {
		t.Errorf("basket %v", d.Basket())
	}
}

func TestDesk_SaveItem_of_its_own(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	if _, err := d.SaveItem(supervision.AgendaItem{}); !errors.Is(err, fault.Invalid) {
		t.Errorf("no title: %v", err)
	}
	id, err := d.SaveItem(supervision.AgendaItem{Title: "Leave"})
	apptest.Must(t, err)
	if err := d.AddToAgenda(apptest.Planned(t, d), id); !errors.Is(err, fault.Invalid) {
		t.Errorf("no words: %v", err)
	}
	apptest.Must(t, d.WithdrawItem(id))
	if len(d.Basket()) != 0 {
		t.Errorf("basket %v", d.Basket())
	}
	if err := d.WithdrawItem(id + 1); !errors.Is(err, fault.NotFound) {
		t.Errorf("withdraw what isn't there: %v", err)
	}
}

func TestDesk_MergeItems_is_edited_on_the_agenda_alone(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	a := apptest.Write(t, d, "a", "A", "A.", journal.Next)
	b := apptest.Write(t, d, "b", "B", "B.", journal.Urgent)
	first, _ := d.ItemFor(a.ID)
	second, _ := d.ItemFor(b.ID)
	apptest.Must(t, d.MergeItems(first.ID, second.ID))
	one, _ := d.ItemFor(b.ID)
	if one.ID != first.ID || len(one.Entries) != 2 || one.Urgency != supervision.Urgent || len(d.Basket()) != 1 {
		t.Fatalf("item %+v, basket %v", one, d.Basket())
	}
	one.Title = "Both"
	_, err := d.SaveItem(one)
	apptest.Must(t, err)
	if got := apptest.Read(t, d, a.ID).Share.Title; got != "A" {
		t.Errorf("the entry's title is %q", got)
	}
	apptest.Must(t, d.Undo())
	apptest.Must(t, d.Undo())
	if len(d.Basket()) != 2 {
		t.Errorf("after undo: basket %v", d.Basket())
	}
}

func TestDesk_Bring_gives_nothing_private_away(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "private text", "", "", journal.NoFlag)
	e.Title = "private title"
	_, err := d.Save(e, "")
	apptest.Must(t, err)
	it, err := d.Bring(app.Bringing{Entries: []app.ID{e.ID}, Words: " What now? ", Minutes: 5, Want: supervision.WantAdvice})
	apptest.Must(t, err)
	if it.Title != "What now?" || it.Words != "What now?" || it.Minutes != 5 || it.Want != supervision.WantAdvice {
		t.Errorf("item %+v", it)
	}
	if got := apptest.Read(t, d, e.ID); got.Flag != journal.Next || got.Text() != "private text" {
		t.Errorf("entry %+v", got)
	}
}

func TestDesk_Bring_again_takes_the_new_words_whole(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	for _, words := range []string{"Old", "New"} {
		it, err := d.Bring(app.Bringing{Entries: []app.ID{e.ID}, Words: words})
		apptest.Must(t, err)
		if it.Title != words || it.Words != words {
			t.Errorf("%q: %q over %q", words, it.Title, it.Words)
		}
	}
	other := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	if _, err := d.Bring(app.Bringing{Entries: []app.ID{e.ID, other.ID}, Words: "Both"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Bring(app.Bringing{Entries: []app.ID{e.ID}, Words: "One"}); !errors.Is(err, fault.Conflict) {
		t.Errorf("part of an item with another: %v", err)
	}
}

func TestDesk_Bring_refuses(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	gone := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	apptest.Must(t, d.Delete(gone.ID))
	for name, try := range map[string]struct {
		b    app.Bringing
		want fault.Kind
	}{
		"no entries":   {app.Bringing{Words: "x"}, fault.Invalid},
		"no words":     {app.Bringing{Entries: []app.ID{e.ID}, Words: " "}, fault.Invalid},
		"twice":        {app.Bringing{Entries: []app.ID{e.ID, e.ID}, Words: "x"}, fault.Invalid},
		"in the trash": {app.Bringing{Entries: []app.ID{gone.ID}, Words: "x"}, fault.Invalid},
		"not there":    {app.Bringing{Entries: []app.ID{12345}, Words: "x"}, fault.NotFound},
		"minutes":      {app.Bringing{Entries: []app.ID{e.ID}, Words: "x", Minutes: -1}, fault.Invalid},
	} {
		if _, err := d.Bring(try.b); !errors.Is(err, try.want) {
			t.Errorf("%s: %v, want %v", name, err, try.want)
		}
	}
	if len(d.Basket()) != 0 {
		t.Errorf("basket %v", d.Basket())
	}
}

// What must hold after any steps: each flagged entry with words has one live
// item, an unflagged one has none of its own, and the file says the same as the
// memory. Undoing everything gives the beginning.
func TestDesk_flags_and_items_stay_in_step(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d, _ := apptest.NewTestDesk(t)
			random := rand.New(rand.NewPCG(seed, 7))
			session := apptest.Planned(t, d)
			var ids []journal.ID
			for range 4 {
				ids = append(ids, apptest.Write(t, d, "text", "", "", journal.NoFlag).ID)
			}
			d.Forget()
			for range 25 {
				anyStep(t, d, random, ids, session)
				inStep(t, d, ids)
			}
			want := picture(d, ids)
			d = apptest.Reopened(t, d)
			if got := picture(d, ids); got != want {
				t.Fatalf("opened again:\n%s\nwant\n%s", got, want)
			}
			for range 15 {
				anyStep(t, d, random, ids, session)
			}
			end := picture(d, ids)
			for d.CanUndo() != "" {
				apptest.Must(t, d.Undo())
				inStep(t, d, ids)
			}
			if got := picture(d, ids); got != want {
				t.Fatalf("all undone:\n%s\nwant\n%s", got, want)
			}
			for d.CanRedo() != "" {
				apptest.Must(t, d.Redo())
			}
			if got := picture(d, ids); got != end {
				t.Fatalf("all redone:\n%s\nwant\n%s", got, end)
			}
		})
	}
}

func anyStep(t *testing.T, d *app.Desk, random *rand.Rand, ids []journal.ID, session journal.ID) {
	t.Helper()
	id := ids[random.IntN(len(ids))]
	flags := []journal.Flag{journal.NoFlag, journal.Next, journal.Urgent}
	switch random.IntN(6) {
	case 0, 1:
		apptest.Must(t, d.Flag(id, flags[random.IntN(3)]))
	case 2:
		apptest.Must(t, d.SetShare(id, journal.Share{Title: fmt.Sprint("T", random.IntN(9)), Words: "W"}))
	case 3:
		if it, found := d.ItemFor(id); found && it.State == supervision.Waiting && it.Ready() {
			apptest.Must(t, d.AddToAgenda(session, it.ID))
		}
	case 4:
		if it, found := d.ItemFor(id); found && it.State == supervision.OnAgenda {
			apptest.Must(t, d.TakeOff(it.ID))
		}
	case 5:
		if apptest.Read(t, d, id).Trashed == nil {
			apptest.Must(t, d.Delete(id))
		} else {
			apptest.Must(t, d.Restore(id))
		}
	}
}

func inStep(t *testing.T, d *app.Desk, ids []journal.ID) {
	t.Helper()
	for _, id := range ids {
		e, live := apptest.Read(t, d, id), 0
		b := d.Lib().Board()
		items, _ := b.ByEntry(id)
		for _, it := range items {
			if !it.Settled() {
				live++
			}
		}
		want := 0
		if e.Flag != journal.NoFlag && e.Share.Title != "" && e.Trashed == nil {
			want = 1
		}
		if live != want {
			t.Fatalf("entry flagged %q with title %q has %d live items", e.Flag, e.Share.Title, live)
		}
	}
}

// picture says all that a person sees of entries, basket and agenda.
func picture(d *app.Desk, ids []journal.ID) string {
	s := ""
	for _, id := range ids {
		o, _ := d.Lib().Overview(id)
		s += fmt.Sprintf("%q %q %v\n", o.Flag, o.Share.Title, o.Trashed != nil)
	}
	for _, w := range d.Basket() {
		s += fmt.Sprintf("waits %v %q %q\n", w.Entry.ID, w.Item.Title, w.Item.Urgency)
	}
	if a, ok := d.NextAgenda(); ok {
		for _, it := range a.Items {
			s += fmt.Sprintf("on %v %q\n", it.Entries, it.Title)
		}
	}
	return s
}

func TestDesk_Bring_keeps_what_is_being_written(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "", "", journal.NoFlag)
	e.Sections[0].Text = "Private, and a line that is not saved yet."
	apptest.Must(t, d.SaveDraft(e))
	_, err := d.Bring(app.Bringing{Entries: []app.ID{e.ID}, Words: "How do I speak up?"})
	apptest.Must(t, err)
	got, err := d.Entry(e.ID)
	apptest.Must(t, err)
	if got.Sections[0].Text != e.Sections[0].Text || got.Share.Words != "How do I speak up?" || got.Flag != journal.Next {
		t.Errorf("text %q, words %q, flag %q", got.Sections[0].Text, got.Share.Words, got.Flag)
	}
}

// Several items of one entry are edited and settled each for itself.
func TestDesk_SplitItem_makes_several_of_one_entry(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "A visit", "Was I right?", journal.Urgent)
	first, found := d.ItemFor(e.ID)
	if !found {
		t.Fatal("nothing waits")
	}
	id, err := d.SplitItem(first.ID, supervision.AgendaItem{Title: "Lone visits", Words: "Who knows where I am?"})
	apptest.Must(t, err)
	check := func(id journal.ID, title string, state supervision.ItemState) {
		t.Helper()
		it, err := d.Item(id)
		apptest.Must(t, err)
		if it.Title != title || it.State != state || !slices.Equal(it.Entries, []journal.ID{e.ID}) {
			t.Errorf("item %q, %s, of %v; want %q, %s", it.Title, it.State, it.Entries, title, state)
		}
	}
	check(id, "Lone visits", supervision.Waiting)
	e, err = d.Entry(e.ID)
	apptest.Must(t, err)
	e.Share.Words = "Was I right to stay?"
	_, err = d.Save(e, "")
	apptest.Must(t, err)
	check(first.ID, "A visit", supervision.Waiting)
	check(id, "Lone visits", supervision.Waiting)
	second, _ := d.Item(id)
	second.Title = "Visiting alone"
	_, err = d.SaveItem(second)
	apptest.Must(t, err)
	check(id, "Visiting alone", supervision.Waiting)
	if now, _ := d.Entry(e.ID); now.Share.Title != "A visit" {
		t.Errorf("the entry's title to share is %q", now.Share.Title)
	}
	apptest.Must(t, d.WithdrawItem(id))
	check(id, "Visiting alone", supervision.Withdrawn)
	check(first.ID, "A visit", supervision.Waiting)
	if now, _ := d.Entry(e.ID); now.Flag != journal.Urgent {
		t.Errorf("the flag is %q while an item waits", now.Flag)
	}
	apptest.Must(t, d.WithdrawItem(first.ID))
	if now, _ := d.Entry(e.ID); now.Flag != journal.NoFlag || len(d.Basket()) != 0 {
		t.Errorf("flag %q, waiting %v", now.Flag, d.Basket())
	}
}
