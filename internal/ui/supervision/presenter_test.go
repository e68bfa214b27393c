package supervision

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// bench is a presenter on a real journal, without a window.
type bench struct {
	uitest.Queue
	*presenter
	desk   *app.Desk
	shown  int
	said   []string
	errors []error
}

// newBench gives a presenter that follows the journal as the page does.
func newBench(t testing.TB) *bench {
	t.Helper()
	_, d := newDesk(t)
	b := &bench{Queue: uitest.NewQueue(), desk: d}
	b.presenter = newPresenter(d, b.Queue.Do, voice{
		show:   func(State) { b.shown++ },
		said:   func(key string, _ int) { b.said = append(b.said, key) },
		failed: func(err error) { b.errors = append(b.errors, err) },
	})
	d.Subscribe(func(e app.Event) {
		if e.Kind == app.SupervisionChanged || e.Kind == app.EntrySaved {
			b.Queue.Do(b.Refresh)
		}
	})
	return b
}

func (b *bench) settle() { b.Queue.Settle(b.desk, func() bool { return b.reading.Busy() }) }

// undo takes the latest step back.
func (b *bench) undo(t testing.TB) {
	t.Helper()
	if err := b.desk.Undo(); err != nil {
		t.Fatal(err)
	}
	b.settle()
}

func share(title string) journal.Share { return journal.Share{Title: title, Words: "A sentence."} }

func (b *bench) wait(t testing.TB, title string) journal.ID {
	t.Helper()
	id, err := b.desk.SaveItem(supervision.AgendaItem{Title: title, Words: "A sentence.", Minutes: 10})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestPresenter_Refresh_groups_what_waits(t *testing.T) {
	b := newBench(t)
	old := planned(t, b.desk, 1)
	if _, err := b.desk.AddNewItem(old, supervision.AgendaItem{Title: "Carried", Words: "A sentence."}); err != nil {
		t.Fatal(err)
	}
	if err := b.desk.CancelSession(old, "Ruth was ill."); err != nil {
		t.Fatal(err)
	}
	flagged(t, b.desk, "No words", journal.Urgent, journal.Share{})
	flagged(t, b.desk, "Next", journal.Next, share("Next"))
	flagged(t, b.desk, "Urgent", journal.Urgent, share("Urgent"))
	b.settle()
	if got, want := titles(b.state.Waiting), []string{"Urgent", "Next", "", "Carried"}; !cmp.Equal(got, want) {
		t.Errorf("waiting %q, want %q", got, want)
	}
	if from := b.state.Waiting[3].From; from.Day() != 23 || b.state.Flagged != 3 || b.state.Carried != 1 {
		t.Errorf("from %v, %d flagged, %d carried", from, b.state.Flagged, b.state.Carried)
	}
	if b.state.Planned || len(b.state.Past) != 1 || b.state.Past[0].ID != old {
		t.Errorf("past %+v", b.state.Past)
	}
}

func TestPresenter_Toggle_ticks_what_is_ready(t *testing.T) {
	b := newBench(t)
	e := flagged(t, b.desk, "No words", journal.Next, journal.Share{})
	a := b.wait(t, "A")
	b.settle()
	if b.Toggle(e.ID) || b.Toggle(12345) {
		t.Error("ticked what can't go on an agenda")
	}
	if !b.Toggle(a) || !b.state.Ticked[a] {
		t.Error("not ticked")
	}
	b.Refresh()
	b.settle()
	if !b.state.Ticked[a] {
		t.Error("the tick is lost when the page is read anew")
	}
	b.Withdraw(a)
	b.settle()
	if len(b.state.Ticked) != 0 || len(b.state.Waiting) != 1 {
		t.Errorf("ticked %v, waiting %v", b.state.Ticked, titles(b.state.Waiting))
	}
}

func TestPresenter_agenda_from_adding_to_taking_off(t *testing.T) {
	b := newBench(t)
	planned(t, b.desk, 4)
	first, second := b.wait(t, "First"), b.wait(t, "Second")
	b.settle()
	b.Toggle(first)
	b.Toggle(second)
	b.AddTicked()
	b.settle()
	items := b.state.Agenda.Items
	if len(items) != 2 || len(b.state.Waiting) != 0 || b.state.Agenda.Budget.Used != 20 {
		t.Fatalf("agenda %v, waiting %v", agendaTitles(items), titles(b.state.Waiting))
	}
	b.Move(items[0].ID, 1)
	b.settle()
	if got := agendaTitles(b.state.Agenda.Items); got[0] != items[1].Title {
		t.Errorf("after moving: %v", got)
	}
	b.undo(t)
	if got := agendaTitles(b.state.Agenda.Items); got[0] != items[0].Title {
		t.Errorf("after undo: %v", got)
	}
	b.AddStanding(supervision.StandingArriving)
	b.SuggestOrder()
	b.settle()
	if got := b.state.Agenda.Items[0]; got.Standing != supervision.StandingArriving {
		t.Errorf("suggested order begins with %q", got.Title)
	}
	if left := len(b.StandingLeft()); left != len(supervision.StandingKinds())-1 {
		t.Errorf("%d standing items left", left)
	}
	b.TakeOff(first)
	b.settle()
	if got := titles(b.state.Waiting); !cmp.Equal(got, []string{"First"}) {
		t.Errorf("waiting %v", got)
	}
	want := []string{"added", "reordered", "added", "ordered", "taken_off"}
	for i := range want {
		want[i] = "supervision.done." + want[i]
	}
	if !cmp.Equal(b.said, want) || len(b.errors) > 0 {
		t.Errorf("said %v, errors %v", b.said, b.errors)
	}
}

func TestPresenter_JoinTicked_keeps_the_first_title(t *testing.T) {
	b := newBench(t)
	one, two := b.wait(t, "One"), b.wait(t, "Two")
	b.settle()
	b.Toggle(one)
	b.JoinTicked()
	if len(b.said) > 0 {
		t.Error("joined one item with nothing")
	}
	b.Toggle(two)
	first := b.state.Waiting[0].Item.Title
	b.JoinTicked()
	b.settle()
	if got := titles(b.state.Waiting); !cmp.Equal(got, []string{first}) {
		t.Errorf("waiting %v, want %q alone", got, first)
	}
}

func TestPresenter_WriteWords_makes_an_item(t *testing.T) {
	b := newBench(t)
	e := flagged(t, b.desk, "No words", journal.Next, journal.Share{})
	b.settle()
	b.WriteWords(e.ID, supervision.AgendaItem{Title: "A visit", Words: "Was I right?", Want: supervision.WantAdvice, Minutes: 15})
	b.settle()
	l := b.state.Waiting[0]
	if l.NeedsWords() || l.Item.Title != "A visit" || l.Item.Want != supervision.WantAdvice || l.Item.Minutes != 15 {
		t.Errorf("line %+v", l.Item)
	}
	b.Withdraw(l.ID())
	b.settle()
	if len(b.state.Waiting) != 0 {
		t.Errorf("waiting %v", titles(b.state.Waiting))
	}
	b.undo(t)
	if len(b.state.Waiting) != 1 {
		t.Error("undo does not bring it back")
	}
}

func TestPresenter_Withdraw_unflags_an_entry_without_words(t *testing.T) {
	b := newBench(t)
	e := flagged(t, b.desk, "No words", journal.Next, journal.Share{})
	b.settle()
	b.Withdraw(e.ID)
	b.Withdraw(12345)
	b.settle()
	if now, err := b.desk.Entry(e.ID); err != nil || now.Flag != journal.NoFlag || len(b.state.Waiting) != 0 {
		t.Errorf("flag %q %v, waiting %d", now.Flag, err, len(b.state.Waiting))
	}
}

func TestPresenter_SaveItem_new_and_changed(t *testing.T) {
	b := newBench(t)
	b.settle()
	b.SaveItem(supervision.AgendaItem{Title: "Leave", Words: "In December."})
	b.settle()
	if got := titles(b.state.Waiting); !cmp.Equal(got, []string{"Leave"}) {
		t.Errorf("without a session: waiting %v", got)
	}
	planned(t, b.desk, 4)
	b.settle()
	b.SaveItem(supervision.AgendaItem{Title: "Caseload", Words: "14 open."})
	b.settle()
	it := b.state.Agenda.Items[0]
	it.Words = "15 open."
	b.SaveItem(it)
	b.settle()
	if got := b.state.Agenda.Items; len(got) != 1 || got[0].Words != "15 open." {
		t.Errorf("agenda %+v", got)
	}
}

func TestPresenter_Gap_asks_once(t *testing.T) {
	b := newBench(t)
	session := planned(t, b.desk, 4)
	b.settle()
	if b.state.Gap != "" {
		t.Errorf("gap %q on an empty agenda", b.state.Gap)
	}
	add := func(it supervision.AgendaItem) {
		it.Title, it.Words = "An item", "A sentence."
		if _, err := b.desk.AddNewItem(session, it); err != nil {
			t.Fatal(err)
		}
		b.settle()
	}
	add(supervision.AgendaItem{})
	if b.state.Gap != supervision.Educational {
		t.Errorf("gap %q, want learning", b.state.Gap)
	}
	add(supervision.AgendaItem{Want: supervision.WantLearning})
	if b.state.Gap != supervision.Supportive {
		t.Errorf("gap %q, want support: somebody wants to learn", b.state.Gap)
	}
	b.PassGap()
	b.Refresh()
	b.settle()
	if b.state.Gap != "" {
		t.Errorf("gap %q after it was passed over", b.state.Gap)
	}
}

func TestPresenter_Plan_move_and_cancel(t *testing.T) {
	b := newBench(t)
	start := time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)
	b.Plan(app.Plan{Start: start, Minutes: 60, Name: "Ruth Adeyemi"}, "")
	b.settle()
	a := b.state.Agenda
	if !b.state.Planned || !a.Session.Start.Equal(start) || a.With.Name != "Ruth Adeyemi" {
		t.Fatalf("agenda %+v", a)
	}
	b.Plan(app.Plan{Session: a.Session.ID, Start: start.AddDate(0, 0, 1), Minutes: 90, Name: "Ruth Adeyemi"}, "")
	b.Plan(app.Plan{Start: start, Minutes: 45, Name: "Peer group", Kind: supervision.PeerGroup}, "")
	b.settle()
	if got := b.state.Agenda; got.With.Name != "Peer group" || len(b.state.Others) != 1 || b.state.Others[0].Minutes != 90 {
		t.Errorf("shows %q, others %+v: want the one just planned", got.With.Name, b.state.Others)
	}
	b.Choose(a.Session.ID)
	b.settle()
	if b.state.Agenda.Session.ID != a.Session.ID || b.state.Others[0].Name != "Peer group" {
		t.Errorf("shows %q", b.state.Agenda.With.Name)
	}
	b.Cancel(a.Session.ID, "Ruth was ill.")
	b.settle()
	if b.state.Agenda.With.Name != "Peer group" || len(b.state.Past) != 0 || b.state.Hidden != 1 {
		t.Errorf("shows %q, past %+v: Ruth's sessions are no past of the group", b.state.Agenda.With.Name, b.state.Past)
	}
	b.ShowAll(true)
	b.settle()
	if len(b.state.Past) != 1 || b.state.Past[0].Reason != "Ruth was ill." || b.state.Hidden != 0 {
		t.Errorf("past with everybody %+v", b.state.Past)
	}
}

// What was carried over from one person, kept for them or talked about with them
// stays out of sight beside an agenda with somebody else.
func TestPresenter_an_agenda_shows_nothing_of_others(t *testing.T) {
	b := newBench(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	d := b.desk
	ruth, err := d.PlanSession(app.Plan{Start: d.Now(), Minutes: 60, Name: "Ruth Adeyemi"})
	must(err)
	_, err = d.AddNewItem(ruth, supervision.AgendaItem{Title: "Left over with Ruth", Words: "W"})
	must(err)
	kept, err := d.AddNewItem(ruth, supervision.AgendaItem{Title: "Kept for Ruth", Words: "W"})
	must(err)
	must(d.StartSession(ruth, d.Now()))
	a, err := d.Agenda(ruth)
	must(err)
	must(d.Park(kept, supervision.Lot{With: a.With.ID}))
	must(d.EndSession(ruth, 30, nil))
	fresh, err := d.SaveItem(supervision.AgendaItem{Title: "Never on an agenda", Words: "W"})
	must(err)
	_, err = d.PlanSession(app.Plan{Start: d.Now().AddDate(0, 0, 5), Name: "Peer group", Kind: supervision.PeerGroup})
	must(err)
	b.Refresh()
	b.settle()
	s := b.state
	if s.Agenda.With.Name != "Peer group" || len(s.Waiting) != 1 || s.Waiting[0].Item.ID != fresh || len(s.Past) != 0 || len(s.Preparing.Parked) != 0 {
		t.Errorf("beside the group's agenda: waiting %+v, past %d, kept %v", s.Waiting, len(s.Past), s.Preparing.Parked)
	}
	if s.Hidden != 2 {
		t.Errorf("%d are said to be hidden", s.Hidden)
	}
	b.ShowAll(true)
	b.settle()
	if s := b.state; len(s.Waiting) != 2 || len(s.Past) != 1 || len(s.Preparing.Parked) != 1 {
		t.Errorf("all: waiting %+v, past %d, kept %v", s.Waiting, len(s.Past), s.Preparing.Parked)
	}
}

// refusing is a journal that refuses every plan.
type refusing struct{ book }

var errFull = fault.New(fault.DiskFull, "plan session")

func (refusing) PlanSession(app.Plan) (journal.ID, error) { return 0, errFull }

func TestPresenter_act_tells_what_went_wrong_and_reads_anew(t *testing.T) {
	b := newBench(t)
	b.presenter.book = refusing{b.desk}
	b.Plan(app.Plan{Start: now, Minutes: 60, Name: "Ruth Adeyemi"}, "")
	b.settle()
	if len(b.errors) != 1 || !errors.Is(b.errors[0], fault.DiskFull) || len(b.said) > 0 {
		t.Errorf("errors %v, said %v", b.errors, b.said)
	}
	if b.shown == 0 {
		t.Error("what is so is not shown again")
	}
}

func TestPresenter_Refresh_many_at_once_reads_twice(t *testing.T) {
	b := newBench(t)
	for range 10 {
		b.Refresh()
	}
	b.settle()
	if b.shown != 2 {
		t.Errorf("shown %d times, want once for the first and once for all that came meanwhile", b.shown)
	}
}
