package supervision

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// planWithRuth begins a plan for that day and time.
func (p *Page) planWithRuth(day, clock string) *planForm {
	form := p.plan(Meeting{})
	form.with.SetText("Ruth Adeyemi")
	form.day.SetText(day)
	form.clock.SetText(clock)
	return form
}

// fill writes what can be shared of an item.
func (f *itemForm) fill(title, words string) {
	f.title.SetText(title)
	f.words.SetText(words)
}

func TestItemForm_submit_needs_a_title_and_words(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) { planned(t, d, 4) })
	form := p.editItem(supervision.AgendaItem{})
	form.submit()
	if !form.missing.Visible() {
		t.Error("does not say what is missing")
	}
	form.fill("  Leave ", "21 December to 2 January.")
	form.question.SetText("Who covers?")
	form.submit()
	f.Settle(d, p.busy)
	items := p.presenter.state.Agenda.Items
	if len(items) != 1 || items[0].Title != "Leave" || items[0].KeyQuestion != "Who covers?" || items[0].Minutes != app.UsualMinutes {
		t.Errorf("agenda %+v", items)
	}
	if len(f.Notices) != 1 || f.Notices[0] != "1 item is on the agenda." {
		t.Errorf("said %q", f.Notices)
	}
}

func TestItemForm_asks_who_needs_to_know_of_what_is_urgent(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) { flagged(t, d, "A visit", journal.Urgent, journal.Share{}) })
	l := p.presenter.state.Waiting[0]
	form := p.writeWords(l)
	if !form.more.Open() || form.function.Visible() {
		t.Error("asks for the wrong things")
	}
	form.fill("A hard visit", "Was I right to stay?")
	form.who.SetText("The duty manager")
	form.submit()
	f.Settle(d, p.busy)
	got := p.presenter.state.Waiting[0]
	if got.NeedsWords() || got.Item.WhoKnows != "The duty manager" || got.Item.Urgency != supervision.Urgent {
		t.Errorf("line %+v", got.Item)
	}
}

func TestItemForm_another_makes_several_items_of_one_entry(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		flagged(t, d, "A visit", journal.Next, journal.Share{Title: "A visit", Words: "Was I right?"})
	})
	form := p.editItem(p.presenter.state.Waiting[0].Item)
	if !form.split.Visible() {
		t.Error("does not offer another item from the entry")
	}
	form.begin("How can I …")
	if got := form.question.Text(); got != "How can I " {
		t.Errorf("the question begins with %q", got)
	}
	form.another()
	p.presenter.Split(form.item.ID, supervision.AgendaItem{Title: "Lone visits", Words: "Who knows?", Audience: supervision.ForMentor, Urgency: supervision.Sometime})
	f.Settle(d, p.busy)
	if got := titles(p.presenter.state.Waiting); !slices.Equal(got, []string{"A visit", "Lone visits"}) {
		t.Fatalf("waiting %q", got)
	}
	second := p.presenter.state.Waiting[1].Item
	if !slices.Equal(second.Entries, form.item.Entries) {
		t.Errorf("made of %v", second.Entries)
	}
	form = p.editItem(second)
	if got := form.audience.Text(); got != "For: My mentor" || !form.more.Open() {
		t.Errorf("for whom: %q", got)
	}
	if chips := p.agenda.card(second).Chips; chips[len(chips)-1].Text != "For: My mentor" {
		t.Errorf("its card says %v", chips)
	}
	if p.editItem(supervision.AgendaItem{}).split.Visible() {
		t.Error("offers to make several of what is not there yet")
	}
}

func TestPlanForm_submit_says_what_it_cannot_read(t *testing.T) {
	p, f, d := newPage(t, func(*app.Desk) {})
	form := p.plan(Meeting{})
	fill := func(with, day, clock, minutes string) {
		form.with.SetText(with)
		form.day.SetText(day)
		form.clock.SetText(clock)
		form.minutes.SetText(minutes)
		form.submit()
	}
	for says, written := range map[string][4]string{
		"That day":    {"Ruth Adeyemi", "whenever", "10:00", "60"},
		"That time":   {"Ruth Adeyemi", "26/11/2026", "noon", "60"},
		"How many":    {"Ruth Adeyemi", "26/11/2026", "10:00", "0"},
		"With whom? ": {" ", "26/11/2026", "10:00", "60"},
	} {
		fill(written[0], written[1], written[2], written[3])
		if got := form.says.Text(); !strings.HasPrefix(got, says) {
			t.Errorf("%v: says %q", written, got)
		}
	}
	form.kind = supervision.ExternalSupervisor
	fill("Ruth Adeyemi", "2026-11-26", "2.30pm", "45")
	f.Settle(d, p.busy)
	a := p.presenter.state.Agenda
	want := time.Date(2026, 11, 26, 14, 30, 0, 0, time.UTC)
	if !a.Session.Start.Equal(want) || a.Session.Minutes != 45 || a.With.Kind != supervision.ExternalSupervisor {
		t.Errorf("planned %+v with %+v", a.Session, a.With)
	}
	form = p.plan(Meeting{})
	if offers := form.people("ru"); len(offers) != 1 || offers[0].Text != "Ruth Adeyemi" || !form.kindChip.Disabled() {
		t.Errorf("offers %v of those who are known", offers)
	}
}

func TestPlanForm_reads_the_day_back(t *testing.T) {
	p, _, _ := newPage(t, func(d *app.Desk) { planned(t, d, 4) })
	form := p.plan(Meeting{p.presenter.state.Agenda.Session, "Ruth Adeyemi"})
	if got := form.says.Text(); got != "Thursday 26 November, 10:00" {
		t.Errorf("says %q", got)
	}
	form.day.SetText("3 dec")
	form.showReading()
	if got := form.says.Text(); got != "Thursday 3 December, 10:00" {
		t.Errorf("says %q", got)
	}
}

// In Dublin the clocks go from 0:59 to 2:00 on 28 March 2027 (IANA time zone database).
func TestPlanForm_asksAboutATimeThatIsPassedOver(t *testing.T) {
	dublin, err := time.LoadLocation("Europe/Dublin")
	if err != nil {
		t.Fatal(err)
	}
	usual := now
	t.Cleanup(func() { now = usual })
	now = now.In(dublin)
	p, f, d := newPage(t, func(*app.Desk) {})
	form := p.planWithRuth("28 Mar 2027", "1:30")
	form.showReading()
	form.submit()
	if got := form.says.Text(); got != p.words.T("supervision.plan.wrong.skipped") {
		t.Errorf("says %q", got)
	}
	form.clock.SetText("2:30")
	form.submit()
	f.Settle(d, p.busy)
	if next, found := d.NextAgenda(); !found || next.Session.Start.In(dublin).Hour() != 2 {
		t.Errorf("planned %v, %v", found, next.Session.Start)
	}
}

func TestPage_Command_moves_takes_off_and_copies(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		session := planned(t, d, 4)
		for _, title := range []string{"One", "Two"} {
			if _, err := d.AddNewItem(session, supervision.AgendaItem{Title: title, Words: "A sentence."}); err != nil {
				t.Fatal(err)
			}
		}
		flagged(t, d, "A visit", journal.Next, journal.Share{Title: "A visit", Words: "Was I right?"})
	})
	list := p.agenda.list
	list.Select(list.Items()[1].ID)
	p.onAgenda = true
	do := func(name string) {
		t.Helper()
		if !p.Command(name) {
			t.Fatalf("%s is not the page's", name)
		}
		f.Settle(d, p.busy)
	}
	do("move-up")
	do("move-up") // at the top already
	if got := list.Items()[0].Title; got != "Two" || len(f.Notices) != 1 {
		t.Errorf("first is %q, said %q", got, f.Notices)
	}
	do("delete")
	if got := list.Items(); len(got) != 1 || got[0].Title != "One" {
		t.Errorf("agenda %v", got)
	}
	do("copy")
	want := app.CopyOf{Paper: app.AgendaPaper{Session: p.presenter.state.Agenda.Session.ID}, Audience: p.presenter.state.Agenda.With.UsualAudience()}
	if len(f.copies) != 1 || f.copies[0].Paper != want.Paper || f.copies[0].Audience != want.Audience {
		t.Errorf("copies %+v", f.copies)
	}
	p.waiting.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	p.onAgenda = false
	waiting := len(p.presenter.state.Waiting)
	do("delete")
	if got := len(p.presenter.state.Waiting); got != waiting-1 {
		t.Errorf("%d wait, before %d", got, waiting)
	}
	if p.Command("save") {
		t.Error("took a command that is not its own")
	}
}

func TestPage_Show_says_what_belongs_on_an_empty_page(t *testing.T) {
	p, _, _ := newPage(t, func(*app.Desk) {})
	if !p.agenda.plan.Visible() || !p.waiting.empty.Visible() || p.agenda.list.Visible() || p.waiting.foot.Visible() {
		t.Error("an empty page shows the wrong parts")
	}
}

func TestBudgetView_tells_in_words_what_is_over(t *testing.T) {
	v := newBudgetView(terms{uitest.Words(t), supervision.Kadushin})
	v.show(balance.Budget{Length: 60, Used: 65, Parts: []balance.Part{
		{Standing: true, Minutes: 5}, {Function: supervision.Supportive, Minutes: 20}, {Minutes: 40},
	}})
	if got := v.parts.Text(); got != "standing 5 min · supportive 20 min · other matters 40 min" {
		t.Errorf("parts %q", got)
	}
	if got := v.total.Text(); got != "65 of 60 min" || !v.over.Visible() || !strings.HasPrefix(v.over.Text(), "5 minutes more") {
		t.Errorf("total %q, over %q", got, v.over.Text())
	}
	v.show(balance.Budget{Used: 10})
	if got := v.total.Text(); got != "10 min" || v.over.Visible() {
		t.Errorf("without a length: %q", got)
	}
}

func TestPage_functions_are_named_in_the_users_terms(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		it := supervision.AgendaItem{Title: "A visit", Words: "Was I right?", Minutes: 10, Function: supervision.Supportive}
		if _, err := d.AddNewItem(planned(t, d, 4), it); err != nil {
			t.Fatal(err)
		}
	})
	form := p.editItem(p.presenter.state.Agenda.Items[0])
	for set, want := range map[supervision.LabelSet]string{
		supervision.Kadushin: "Supportive", supervision.Proctor: "Restorative", supervision.UKFour: "Support",
	} {
		p.presenter.SetTerms(set, form.showChips)
		f.Settle(d, p.busy)
		if got := form.function.Text(); got != want {
			t.Errorf("%s: the form says %q, want %q", set, got, want)
		}
		if got, want := p.agenda.budget.parts.Text(), strings.ToLower(want)+" 10 min"; got != want {
			t.Errorf("%s: the budget says %q, want %q", set, got, want)
		}
		chips := p.agenda.list.Items()[0].Chips
		if got := chips[len(chips)-1].Text; got != want {
			t.Errorf("%s: the card says %q, want %q", set, got, want)
		}
	}
	if len(f.Failures) > 0 {
		t.Error(f.Failures)
	}
}

func TestItemForm_pointsOutWhoIsNamed(t *testing.T) {
	p, f, _ := newPage(t, func(d *app.Desk) { planned(t, d, 4) })
	form := p.editItem(supervision.AgendaItem{})
	form.words.Focus()
	test.Type(f.Window().Canvas().Focused(), "What if they ring 0161 496 0719 again?")
	f.Ring()
	f.Until(t, "pointed out", form.words.NextPointed)
	if got := form.words.SelectedText(); got != "0161 496 0719" {
		t.Errorf("pointed out is %q", got)
	}
	form.dialog.Close()
}

// A session that would have been over by now is planned once that was asked.
func TestPlanForm_submit_asksBeforeThePast(t *testing.T) {
	p, f, d := newPage(t, func(*app.Desk) {})
	form := p.planWithRuth("-7", "10:00")
	form.submit()
	f.Settle(d, p.busy)
	if got := len(d.Sessions()); got != 0 {
		t.Fatalf("%d sessions before anybody agreed", got)
	}
	if !widgets.CloseTop(f.Window().Canvas()) || len(f.Window().Canvas().Overlays().List()) != 1 {
		t.Fatal("no question, or the form went with it")
	}
	form.day.SetText("+7")
	form.submit()
	f.Settle(d, p.busy)
	if got := len(d.Sessions()); got != 1 {
		t.Errorf("%d sessions", got)
	}
}
