package session

import (
	"errors"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// table is a presenter on a real journal, without a window.
type table struct {
	*presenter
	uitest.Queue
	*clock
	t      testing.TB
	d      *app.Desk
	states []State
	said   []string
	errs   []error
}

// failing is a journal that can't keep notes while err is set.
type failing struct {
	*app.Desk
	err error
}

func (f *failing) NoteOutcome(item journal.ID, o supervision.Outcome) error {
	if f.err != nil {
		return f.err
	}
	return f.Desk.NoteOutcome(item, o)
}

func newTable(t testing.TB, titles ...string) (*table, *failing) {
	t.Helper()
	c := newClock()
	_, d := newDesk(t, c)
	agenda(t, d, c.Now(), titles...)
	x := &table{Queue: uitest.NewQueue(), clock: c, t: t, d: d}
	b := &failing{Desk: d}
	x.presenter = newPresenter(b, around{
		do: x.Queue.Do, after: c.after, show: func(s State) { x.states = append(x.states, s) },
		said: func(key string) { x.said = append(x.said, key) }, failed: func(err error) { x.errs = append(x.errs, err) },
	})
	d.Subscribe(func(e app.Event) { x.Queue.Do(x.refresh) })
	x.Show(0)
	x.pump()
	x.Start()
	x.pump()
	return x, b
}

func (x *table) pump() { x.Settle(x.d, func() bool { return x.reading }) }

func (x *table) write(text string) {
	x.Write(func(o *supervision.Outcome) { o.Text = text })
}

// onDisk gives what the journal holds of the nth item.
func (x *table) onDisk(n int) supervision.Outcome {
	x.t.Helper()
	a, err := x.d.Sitting(x.session)
	must(x.t, err)
	if a.Items[n].Outcome == nil {
		return supervision.Outcome{}
	}
	return *a.Items[n].Outcome
}

func TestPresenter_Write_keeps_a_second_after_the_last_key(t *testing.T) {
	x, _ := newTable(t, "A visit")
	x.write("Sta")
	x.pass(900 * time.Millisecond)
	x.write("Staying")
	x.pass(900 * time.Millisecond)
	x.pump()
	if got := x.onDisk(0).Text; got != "" || x.state.Status.Kind != Writing {
		t.Errorf("on the disk already: %q, status %d", got, x.state.Status.Kind)
	}
	x.pass(100 * time.Millisecond)
	x.pump()
	if got := x.onDisk(0).Text; got != "Staying" || x.state.Status.Kind != Saved {
		t.Errorf("on the disk %q, status %d", got, x.state.Status.Kind)
	}
}

func TestPresenter_Write_keeps_at_the_latest_after_two_seconds(t *testing.T) {
	x, _ := newTable(t, "A visit")
	text := ""
	for range 5 {
		text += "a"
		x.write(text)
		x.pass(500 * time.Millisecond)
	}
	x.pump()
	if got := x.onDisk(0).Text; len(got) < 4 {
		t.Errorf("after 2.5 s of typing %q is on the disk", got)
	}
}

func TestPresenter_Write_survives_a_reading(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	x.write("Being written")
	x.refresh()
	x.pump()
	if x.state.Outcome.Text != "Being written" {
		t.Errorf("a reading left %q of what is being written", x.state.Outcome.Text)
	}
	first := x.state.At
	x.Step(1)
	x.pump()
	if x.state.Outcome.Text != "" || x.onDisk(0).Text != "Being written" {
		t.Errorf("next item shows %q, first holds %q", x.state.Outcome.Text, x.onDisk(0).Text)
	}
	x.Choose(first)
	if x.state.Outcome.Text != "Being written" {
		t.Errorf("back: %q", x.state.Outcome.Text)
	}
}

func TestPresenter_note_that_fails_stays_and_is_tried_again(t *testing.T) {
	x, b := newTable(t, "A visit", "Speaking up")
	b.err = errors.New("disk")
	x.write("Not kept yet")
	x.Step(1)
	x.pump()
	if x.state.Status.Kind != Failed || len(x.outcomes.Outstanding()) != 1 {
		t.Fatalf("status %d, %d unsaved", x.state.Status.Kind, len(x.outcomes.Outstanding()))
	}
	if err := x.Flush(); err == nil {
		t.Error("flush says that everything is kept")
	}
	x.Step(-1)
	if x.state.Outcome.Text != "Not kept yet" {
		t.Errorf("the text is gone: %q", x.state.Outcome.Text)
	}
	b.err = nil
	x.Retry()
	x.pump()
	if x.state.Status.Kind != Saved || x.onDisk(0).Text != "Not kept yet" {
		t.Errorf("status %d, on the disk %q", x.state.Status.Kind, x.onDisk(0).Text)
	}
}

func TestPresenter_Flush_waits_for_the_disk(t *testing.T) {
	x, _ := newTable(t, "A visit")
	x.write("In the middle of a")
	if err := x.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := x.onDisk(0).Text; got != "In the middle of a" {
		t.Errorf("on the disk %q", got)
	}
}

func TestPresenter_clock_counts_from_the_opening(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	x.pass(6 * time.Minute)
	x.pump()
	first := x.state.At
	x.DiscussNext()
	x.pump()
	x.pass(17 * time.Minute)
	x.pump()
	c := x.state.Clock
	if c.Gone != 23 || c.Left != 37 || c.Spent[first] != 6 || c.Spent[x.state.At] != 17 {
		t.Errorf("clock %+v", c)
	}
	if got := x.onDisk(0).Minutes; got != 6 {
		t.Errorf("%d minutes are on the disk, want 6", got)
	}
	x.pass(3 * time.Hour)
	x.pump()
	if x.state.Clock.Live || x.presenter.clock().Gone != 0 {
		t.Errorf("three hours later: %+v", x.presenter.clock())
	}
}

func TestPresenter_DiscussNext_goes_on_and_ends(t *testing.T) {
	x, _ := newTable(t, "A visit", "Speaking up")
	x.Write(func(o *supervision.Outcome) { o.Decision = "Two workers." })
	x.DiscussNext()
	x.pump()
	if x.state.Item().Title != "Speaking up" || x.onDisk(0).Kind != supervision.Decision {
		t.Errorf("at %q, first is %q", x.state.Item().Title, x.onDisk(0).Kind)
	}
	x.DiscussNext()
	x.pump()
	if x.state.Phase != Ending || x.state.Settled() || len(x.state.Discussed()) != 2 {
		t.Fatalf("phase %d, kinds %v", x.state.Phase, x.state.Kinds)
	}
	x.Finish()
	x.pump()
	if x.state.Phase != Ending {
		t.Fatal("closed although an item has no kind")
	}
	x.SetKind(x.state.Discussed()[1].Item.ID, supervision.Advice)
	x.Finish()
	x.pump()
	if x.state.Phase != Ended || len(x.errs) > 0 {
		t.Errorf("phase %d, errors %v", x.state.Phase, x.errs)
	}
}

func TestPresenter_item_can_leave_and_come_back(t *testing.T) {
	cases := map[string]func(*presenter){
		"next time": (*presenter).NextTime, "withdrawn": (*presenter).Drop, "solved": (*presenter).Solve,
		"parked": func(p *presenter) { p.Park(supervision.Lot{Elsewhere: supervision.ForMyself}) },
	}
	for name, leave := range cases {
		x, _ := newTable(t, "A visit", "Speaking up")
		item := x.state.At
		x.write("Half a sentence")
		leave(x.presenter)
		x.pump()
		a, known := x.state.account(item)
		if !known || x.state.At == item || a.Outcome.Text != "Half a sentence" || len(x.said) != 2 { // begun, and this
			t.Errorf("%s: account %+v, at the same item %v, said %v", name, a, x.state.At == item, x.said)
		}
		x.BringBack(item)
		x.pump()
		if a, _ := x.state.account(item); a.Went || a.Item.State != supervision.OnAgenda || a.Outcome.Text != "Half a sentence" || len(x.errs) > 0 {
			t.Errorf("%s: brought back as %s with %q, errors %v", name, a.Item.State, a.Outcome.Text, x.errs)
		}
	}
}

func TestPresenter_HoldAdHoc_in_one_step(t *testing.T) {
	c := newClock()
	_, d := newDesk(t, c)
	q := uitest.NewQueue()
	p := newPresenter(d, around{do: q.Do, after: c.after, show: func(State) {}, said: func(string) {}, failed: func(err error) { t.Error(err) }})
	pump := func() { q.Settle(d, func() bool { return p.reading }) }
	p.Show(0)
	pump()
	if p.state.Phase != Nothing {
		t.Fatalf("phase %d without a session", p.state.Phase)
	}
	p.HoldAdHoc()
	pump()
	if p.state.Phase != Talking || !p.state.Writable() {
		t.Fatalf("phase %d, writable %v", p.state.Phase, p.state.Writable())
	}
	p.HoldAdHoc()
	pump()
	if n := len(d.Sessions()); n != 1 {
		t.Errorf("%d sessions: one was open already", n)
	}
	p.AddItem("Something else")
	pump()
	if p.state.Item().Title != "Something else" || !p.state.Writable() {
		t.Errorf("in view %q", p.state.Item().Title)
	}
}

func TestPresenter_HoldAdHoc_after_a_session_that_is_over(t *testing.T) {
	x, _ := newTable(t, "A visit")
	over := x.session
	x.DiscussNext()
	x.pump()
	x.SetKind(x.state.Discussed()[0].Item.ID, supervision.Advice)
	x.Finish()
	x.pump()
	x.ShowRecord()
	x.Hide()
	x.Show(0)
	x.HoldAdHoc()
	x.pump()
	if x.session == over || x.state.Phase != Talking {
		t.Errorf("phase %d of the old session %v", x.state.Phase, x.session == over)
	}
}

func TestPresenter_carried_three_times_is_let_go_or_taken_elsewhere(t *testing.T) {
	cases := map[string]struct {
		act  func(*presenter, supervision.AgendaItem)
		want supervision.ItemState
	}{
		"drop":    {func(p *presenter, it supervision.AgendaItem) { p.DropItem(it.ID) }, supervision.Withdrawn},
		"further": {(*presenter).TakeFurther, supervision.OnAgenda},
		"alone":   {func(p *presenter, it supervision.AgendaItem) { p.ThinkAlone(it.ID) }, supervision.Parked},
	}
	for name, c := range cases {
		x, _ := newTable(t, "A visit", "Again and again")
		it := x.state.Sitting.Items[1]
		c.act(x.presenter, it)
		x.pump()
		got, err := x.d.Item(it.ID)
		must(t, err)
		if got.State != c.want || name == "further" && (got.Want != supervision.WantEscalate || got.Urgency != supervision.Urgent) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Start pressed twice starts once, and the second time is no error.
func TestPresenter_Start_twice(t *testing.T) {
	x, _ := newTable(t, "A visit")
	x.Start()
	x.Start()
	x.pump()
	started := 0
	for _, key := range x.said {
		if key == "session.done.started" {
			started++
		}
	}
	if len(x.errs) != 0 || started != 1 {
		t.Errorf("told %v, started %d times", x.errs, started)
	}
}
