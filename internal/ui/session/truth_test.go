package session

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// press types a key where the keyboard is.
func (h held) press(name fyne.KeyName) {
	h.t.Helper()
	h.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	h.pump()
}

func TestPage_a_session_on_another_day_is_asked_about(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now.AddDate(0, 0, 6), "A visit") })
	h.do("discussed") // the key that starts a session
	if h.state().Phase != Ahead {
		t.Fatal("a session planned for next week began without a question")
	}
	dialog := h.Window().Canvas().Overlays().Top()
	if dialog == nil {
		t.Fatal("nothing asks")
	}
	h.press(fyne.KeyReturn) // it is held now
	if s := h.state(); s.Phase != Talking || !s.Sitting.Session.Opened.Equal(h.clock.Now()) {
		t.Fatalf("phase %d, opened %v", s.Phase, s.Sitting.Session.Opened)
	}
	h.do("end-session")
	h.presenter.Finish()
	h.pump()
	if n := h.d.Network()[0].Cadence; n.LastHeld != journal.DateOf(h.clock.Now()) {
		t.Errorf("last held %q", n.LastHeld)
	}
}

func TestPage_on_its_day_a_session_begins_at_once(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now.Add(2*time.Hour), "A visit") })
	h.do("discussed")
	if h.state().Phase != Talking || h.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("phase %d", h.state().Phase)
	}
}

func TestPage_typed_up_on_the_day_it_was(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now.AddDate(0, 0, 6), "A visit") })
	a := h.ahead
	a.fold.SetOpen(true)
	for _, c := range []struct{ day, clock, wrong string }{
		{"2/12", "10:00", ""}, // the last 2 December: a year ago
		{"+6", "10:00", "session.paper.wrong.day"},
		{"26/11/2026", "10:30", "session.paper.wrong.later"},
		{"26/11/2026", "soon", "session.paper.wrong"},
	} {
		a.on.SetText(c.day)
		a.began.SetText(c.clock)
		if _, wrong := a.held(); wrong != c.wrong {
			t.Errorf("%s %s: %q, want %q", c.day, c.clock, wrong, c.wrong)
		}
	}
	a.on.SetText("Mon")
	a.began.SetText("14:15")
	a.typeUp()
	h.pump()
	want := time.Date(2026, 11, 23, 14, 15, 0, 0, time.UTC)
	if s := h.state().Sitting.Session; !s.Opened.Equal(want) || !s.When().Equal(want) {
		t.Errorf("opened %v, want %v", s.Opened, want)
	}
}

// A digit answers for the selected item alone, also when it is pressed twice.
func TestPage_a_digit_stays_with_its_item(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit", "Speaking up") })
	h.do("discussed")
	h.do("discussed")
	h.do("discussed")
	if h.state().Phase != Ending {
		t.Fatalf("phase %d", h.state().Phase)
	}
	h.press(fyne.Key1)
	h.press(fyne.Key2)
	kinds := supervision.OutcomeKinds()
	first, second := h.state().Owing()[0], h.state().Owing()[1]
	if first.Outcome.Kind != kinds[1] || second.Outcome.Kind != "" {
		t.Errorf("first %q, second %q", first.Outcome.Kind, second.Outcome.Kind)
	}
	h.press(fyne.KeyDown)
	h.press(fyne.Key3)
	if second = h.state().Owing()[1]; second.Outcome.Kind != kinds[2] {
		t.Errorf("second %q", second.Outcome.Kind)
	}
}

func TestPresenter_kinds_survive_going_back_to_the_session(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	x.DiscussNext()
	x.pump()
	x.DiscussNext()
	x.pump()
	items := x.state.Owing()
	x.SetKind(items[0].Item.ID, supervision.Advice)
	x.SetKind(items[1].Item.ID, supervision.LearningNeed)
	x.Resume()
	x.pump()
	x.Choose(items[0].Item.ID)
	x.write("One more sentence")
	x.End()
	x.pump()
	if got := x.state.Kinds[items[0].Item.ID]; got != supervision.Advice {
		t.Errorf("first is %q", got)
	}
	if got := x.state.Kinds[items[1].Item.ID]; got != supervision.LearningNeed {
		t.Errorf("second is %q", got)
	}
	if o := x.onDisk(0); o.Kind != supervision.Advice || o.Text != "One more sentence" {
		t.Errorf("on the disk %+v", o)
	}
	// What is changed in the talk counts.
	x.Resume()
	x.Choose(items[0].Item.ID)
	x.Write(func(o *supervision.Outcome) { o.Kind = supervision.NoChange })
	x.End()
	if got := x.state.Kinds[items[0].Item.ID]; got != supervision.NoChange {
		t.Errorf("changed in the talk: %q", got)
	}
	x.pump()
	// And a journal that is locked meanwhile loses none.
	x.forget()
	x.refresh()
	x.pump()
	x.End()
	if got := x.state.Kinds[items[1].Item.ID]; got != supervision.LearningNeed {
		t.Errorf("after a lock the second is %q", got)
	}
}

func TestPresenter_what_was_written_about_without_a_tick_is_asked_about(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up", "Leave")
	first := x.state.At
	x.write("Staying was reasonable.")
	x.Choose(x.state.next(first))
	second := x.state.At
	x.AddAction(supervision.Action{Text: "Ring the school", Owner: supervision.Me})
	x.pump()
	x.End()
	x.pump()
	if n := len(x.state.Unticked()); n != 2 || x.state.Settled() {
		t.Fatalf("%d unticked, settled %v", n, x.state.Settled())
	}
	x.Finish()
	x.pump()
	if x.state.Phase != Ending {
		t.Fatal("closed although something was written about an item that isn't ticked")
	}
	x.SetKind(first, supervision.Decision)
	x.NotDiscussed(second)
	x.pump()
	if len(x.state.Unticked()) != 0 || !x.state.Settled() {
		t.Fatalf("unticked %v", x.state.Unticked())
	}
	x.Finish()
	x.pump()
	sat, err := x.d.Sitting(x.session)
	must(t, err)
	for _, a := range sat.Account {
		switch {
		case a.Item.ID == first && (a.Went || a.Outcome.Kind != supervision.Decision || a.Outcome.Text == ""):
			t.Errorf("first %+v", a)
		case a.Item.ID != first && !a.Went:
			t.Errorf("%s stayed", a.Item.Title)
		}
	}
}

func TestPresenter_standing_items_owe_no_kind(t *testing.T) {
	x, _ := newTable(t, "A visit")
	must(t, x.d.AddStanding(x.session, supervision.StandingLeave))
	x.pump()
	x.DiscussNext()
	x.pump()
	x.DiscussNext()
	x.pump()
	if len(x.state.Discussed()) != 2 || len(x.state.Owing()) != 1 {
		t.Fatalf("%d discussed, %d owe a kind", len(x.state.Discussed()), len(x.state.Owing()))
	}
	x.SetKind(x.state.Owing()[0].Item.ID, supervision.Advice)
	x.pump()
	x.Finish()
	x.pump()
	if x.state.Phase != Ended || len(x.errs) > 0 {
		t.Errorf("phase %d, %v", x.state.Phase, x.errs)
	}
}

func TestPage_next_session_is_planned_with_the_end(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.do("end-session")
	typeNext := func(day string) {
		h.ending.about.next.SetText(day)
		h.ending.about.readNext(day)
	}
	typeNext("24/12")
	h.clock.pass(noteAfter)
	h.pump()
	if got := h.ending.about.reading.Text(); !strings.Contains(got, "24 Dec") || !strings.Contains(got, "60 minutes") {
		t.Errorf("says %q", got)
	}
	typeNext("26/11/2026")
	if got := h.ending.about.reading.Text(); got != h.frame.Words().T("session.about.next.wrong") {
		t.Errorf("of the day of the session it says %q", got)
	}
	typeNext("24/12")
	h.presenter.Finish()
	h.pump()
	next, planned := h.d.NextAgenda()
	if !planned || journal.DateOf(next.Session.Start) != "2026-12-24" || next.With.Name != "Ruth" || len(next.Items) != 1 {
		t.Errorf("next %+v with %q, %d items", next.Session, next.With.Name, len(next.Items))
	}
}

// What is ticked off while one talks stays in view, ticked.
func TestPresenter_last_time_keeps_what_is_done(t *testing.T) {
	x, _ := newTable(t, "A visit")
	_, err := x.d.SaveAction(supervision.Action{Text: "Read the policy", Owner: supervision.Me, Session: x.session})
	must(t, err)
	x.DiscussNext()
	x.pump()
	x.SetKind(x.state.Owing()[0].Item.ID, supervision.Advice)
	x.Finish()
	x.pump()
	x.clock.pass(14 * 24 * time.Hour)
	next := planned(t, x.d, x.clock.Now())
	must(t, x.d.StartSession(next, x.clock.Now()))
	x.Show(next)
	x.pump()
	x.SetDone(x.state.Sitting.Last.Mine[0].ID, true)
	x.pump()
	if l := x.state.Sitting.Last; len(l.Mine) != 1 || l.Mine[0].State != supervision.Done || len(l.Done) != 0 {
		t.Errorf("mine %+v, done %+v", l.Mine, l.Done)
	}
}
