package session

import (
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// full is a journal on a disk that takes nothing of what it is told to refuse.
type full struct {
	*app.Desk
	items   map[journal.ID]bool // whose outcomes are refused
	reviews bool
	last    int // so many outcomes are taken and then no more; 0: all are
	taken   int
}

var errFull = fault.New(fault.DiskFull, "write")

func (f *full) NoteOutcome(item journal.ID, o supervision.Outcome) error {
	f.taken++
	if f.items[item] || f.last != 0 && f.taken > f.last {
		return errFull
	}
	return f.Desk.NoteOutcome(item, o)
}

func (f *full) Discuss(item journal.ID, o supervision.Outcome) error {
	if f.items[item] {
		return errFull
	}
	return f.Desk.Discuss(item, o)
}

func (f *full) ReviewSession(session journal.ID, r app.SessionReview) error {
	if f.reviews {
		return errFull
	}
	return f.Desk.ReviewSession(session, r)
}

// refusing is a table on a disk that refuses the outcomes of its first item.
func refusing(t *testing.T, titles ...string) (*table, *full, journal.ID) {
	t.Helper()
	x, _ := newTable(t, titles...)
	first := x.state.At
	f := &full{Desk: x.d, items: map[journal.ID]bool{first: true}}
	x.presenter.book = f
	return x, f, first
}

// retry tries again what was refused, on a disk with room again.
func (x *table) retry(f *full) {
	clear(f.items)
	x.Retry()
	x.pump()
}

// another plans a session a week on and shows it.
func (x *table) another() (first, other journal.ID) {
	x.t.Helper()
	first = x.session
	other, _ = agenda(x.t, x.d, x.Now().AddDate(0, 0, 7), "Something else")
	x.pump()
	x.Show(other)
	x.pump()
	return first, other
}

func TestPresenter_words_not_kept_are_there_when_the_session_is_shown_again(t *testing.T) {
	x, f, first := refusing(t, "A visit", "Speaking up")
	x.write("Not kept yet")
	session, _ := x.another()
	x.Show(session)
	x.pump()
	x.Choose(first)
	x.pump()
	if x.state.Outcome.Text != "Not kept yet" {
		t.Fatalf("shows %q", x.state.Outcome.Text)
	}
	x.write("Not kept yet, and more")
	clear(f.items)
	must(t, x.Flush())
	if got := x.onDisk(0).Text; got != "Not kept yet, and more" {
		t.Errorf("kept %q", got)
	}
}

func TestPresenter_a_tick_that_fails_leaves_words_that_failed_before(t *testing.T) {
	x, f, first := refusing(t, "A visit", "Speaking up")
	x.write("Not kept yet")
	x.pass(noteAfter)
	x.pump()
	x.DiscussNext()
	x.pump()
	if x.state.At != first || x.state.Outcome.Text != "Not kept yet" || x.state.Status.Kind != Failed {
		t.Fatalf("at %v: %q, status %d", x.state.At, x.state.Outcome.Text, x.state.Status.Kind)
	}
	x.Step(1)
	x.Step(-1)
	x.pump()
	x.retry(f)
	if got := x.onDisk(0).Text; got != "Not kept yet" || x.state.Outcome.Text != got {
		t.Errorf("kept %q, shows %q", got, x.state.Outcome.Text)
	}
}

func TestPresenter_status_tells_of_one_item_while_another_is_kept(t *testing.T) {
	x, f, first := refusing(t, "A visit", "Speaking up")
	x.write("Not kept yet")
	x.Step(1)
	x.pump()
	x.write("This one is kept")
	x.pass(noteAfter)
	x.pump()
	if got := x.onDisk(1).Text; got != "This one is kept" || x.state.Status.Kind != Failed || x.state.At == first {
		t.Fatalf("kept %q, status %d", got, x.state.Status.Kind)
	}
	x.retry(f)
	if got := x.onDisk(0).Text; got != "Not kept yet" || x.state.Status.Kind != Saved {
		t.Errorf("kept %q, status %d", got, x.state.Status.Kind)
	}
}

func TestPresenter_Flush_keeps_what_can_be_kept(t *testing.T) {
	titles := []string{"A visit", "Speaking up", "Leave", "A letter", "A colleague"}
	x, f, _ := refusing(t, titles...)
	for id := range titles { // every item fails at first, and the first for good
		f.items[x.state.Sitting.Account[id].Item.ID] = true
	}
	for i, title := range titles {
		x.Choose(x.state.Sitting.Account[i].Item.ID)
		x.write("About " + title)
	}
	x.Keep()
	x.pump()
	first := x.state.Sitting.Account[0].Item.ID
	clear(f.items)
	f.items[first] = true
	if err := x.Flush(); fault.KindOf(err) != fault.DiskFull {
		t.Errorf("flush says %v", err)
	}
	for i, title := range titles[1:] {
		if got := x.onDisk(i + 1).Text; got != "About "+title {
			t.Errorf("of %q %q is kept", title, got)
		}
	}
	clear(f.items)
	must(t, x.Flush())
	if got := x.onDisk(0).Text; got != "About A visit" {
		t.Errorf("kept %q", got)
	}
}

func TestPresenter_review_that_fails_stays_with_its_session(t *testing.T) {
	x, f, _ := refusing(t, "A visit")
	clear(f.items)
	f.reviews = true
	x.SetReview(func(r *app.SessionReview) { r.Notes = "To myself" })
	x.pass(noteAfter)
	x.pump()
	if x.state.Status.Kind != Failed {
		t.Errorf("status %d", x.state.Status.Kind)
	}
	session, other := x.another()
	if x.state.Review.Notes != "" {
		t.Errorf("the other session shows %q", x.state.Review.Notes)
	}
	x.Show(session)
	x.pump()
	if x.state.Review.Notes != "To myself" {
		t.Errorf("shows %q", x.state.Review.Notes)
	}
	x.Show(other)
	x.pump()
	f.reviews = false
	must(t, x.Flush())
	for id, want := range map[journal.ID]string{session: "To myself", other: ""} {
		s, err := x.d.Sitting(id)
		must(t, err)
		if got := app.ReviewOf(s.Session).Notes; got != want {
			t.Errorf("%v holds %q, want %q", id, got, want)
		}
	}
}

func TestPresenter_words_never_go_to_another_item(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	gone, err := x.d.AddNewItem(x.session, supervision.AgendaItem{Title: "Leave", Words: "Leave."})
	must(t, err)
	x.pump()
	x.Choose(gone)
	x.write("About leave")
	must(t, x.d.Undo()) // of adding it, as the menu does it
	x.pump()
	if x.state.At == gone || x.state.Outcome.Text != "" {
		t.Fatalf("at %v: %q", x.state.At, x.state.Outcome.Text)
	}
	x.pass(noteAtLeast)
	x.pump()
	for n := range 2 {
		if got := x.onDisk(n).Text; got != "" {
			t.Errorf("item %d has %q", n, got)
		}
	}
	if x.state.Status.Kind != Failed {
		t.Errorf("words of an item that is gone: status %d", x.state.Status.Kind)
	}
}

func TestPresenter_what_a_locked_journal_refuses_is_said(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	x.write("About the visit")
	must(t, x.d.Close())
	x.DiscussNext()
	x.SetReview(func(r *app.SessionReview) { r.Notes = "To myself" })
	x.pass(time.Minute)
	if x.state.Status.Kind != Failed || fault.KindOf(x.state.Status.Err) != fault.Locked {
		t.Errorf("status %d, %v", x.state.Status.Kind, x.state.Status.Err)
	}
	if x.state.Outcome.Text != "About the visit" {
		t.Errorf("shows %q", x.state.Outcome.Text)
	}
}

func TestPresenter_words_typed_back_to_what_was_kept_before_are_kept_too(t *testing.T) {
	x, f, _ := refusing(t, "A visit", "Speaking up")
	clear(f.items)
	f.last = 2 // then the disk is full
	for _, words := range []string{"One", "Another", "One"} {
		x.write(words)
		x.Keep()
	}
	x.pump()
	if x.state.Status.Kind != Failed {
		t.Errorf("status %d", x.state.Status.Kind)
	}
	f.last = 0
	must(t, x.Flush())
	if got := x.onDisk(0).Text; got != "One" {
		t.Errorf("kept %q", got)
	}
}

func TestPresenter_review_is_kept_while_it_is_typed_on(t *testing.T) {
	x, _ := newTable(t, "A visit")
	for range 60 { // six seconds, a key every tenth
		x.SetReview(func(r *app.SessionReview) { r.Notes += "a" })
		x.pass(100 * time.Millisecond)
	}
	x.pump()
	s, err := x.d.Sitting(x.session)
	must(t, err)
	if got := len(app.ReviewOf(s.Session).Notes); got < 30 {
		t.Errorf("after six seconds of typing %d of 60 letters are kept", got)
	}
}
