package supervision

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// frame is the window around the page in a test.
type frame struct {
	*uitest.Frame
	opened []string
	copies []app.CopyOf
}

func (f *frame) Open(page string, _ journal.ID) { f.opened = append(f.opened, page) }
func (f *frame) OpenCopy(of app.CopyOf)         { f.copies = append(f.copies, of) }

// newPage gives the page of a journal in a window.
func newPage(t testing.TB, fill func(d *app.Desk)) (*Page, *frame, *app.Desk) {
	t.Helper()
	_, d := newDesk(t)
	fill(d)
	f := &frame{Frame: uitest.NewFrame(t)}
	p := New(d, f)
	f.Fill(p.Content())
	p.Show(0)
	f.Settle(d, p.busy)
	return p, f, d
}

func TestPage_Show_what_waits_and_the_agenda(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		session := planned(t, d, 4)
		if err := d.AddStanding(session, supervision.StandingArriving); err != nil {
			t.Fatal(err)
		}
		flagged(t, d, "A visit", journal.Urgent, journal.Share{Title: "A hard visit", Words: "Was I right to stay?"})
		flagged(t, d, "", journal.Next, journal.Share{})
	})
	if p.waiting.rows.Len() != 2 || len(p.agenda.list.Items()) != 1 {
		t.Fatalf("%d rows, %d cards", p.waiting.rows.Len(), len(p.agenda.list.Items()))
	}
	first, second := p.presenter.state.Waiting[0].ID().String(), p.presenter.state.Waiting[1].ID().String()
	if row := p.waiting.fill(first); !row.Check || row.Title != "A hard visit" || row.Chips[0].Text != "urgent" {
		t.Errorf("first row %+v", row)
	}
	if row := p.waiting.fill(second); row.Check || row.Title != "Entry of 22 Nov 2026" || strings.Contains(row.Excerpt, "stayed with me") {
		t.Errorf("row without words to share %+v: its text is private", row)
	}
	rows := p.waiting.rows
	f.Window().Canvas().Focus(rows)
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if text := p.waiting.add.Text(); text != "Add 1 to agenda →" || p.waiting.add.Disabled() {
		t.Errorf("button %q", text)
	}
	test.Tap(p.waiting.add)
	f.Settle(d, p.busy)
	if got := len(p.agenda.list.Items()); got != 2 || len(f.Failures) > 0 {
		t.Errorf("%d cards, failures %v", got, f.Failures)
	}
	if !rows.Visible() {
		t.Error("what still waits is gone")
	}
	if got := f.Window().Canvas().Focused(); got != rows {
		t.Errorf("the keyboard left what waits for %T", got)
	}
}

func TestPage_add_the_last_takes_the_keyboard_to_the_agenda(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		planned(t, d, 4)
		flagged(t, d, "A visit", journal.Next, journal.Share{Title: "A visit", Words: "Was I right?"})
	})
	p.waiting.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	test.Tap(p.waiting.add)
	f.Settle(d, p.busy)
	item := p.presenter.state.Agenda.Items[0]
	if got := p.agenda.list.Current(); got != item.ID.String() {
		t.Errorf("the keyboard is at %T", f.Window().Canvas().Focused())
	}
}

func TestPage_plan_takes_the_keyboard_to_what_waits(t *testing.T) {
	for waiting := range 2 {
		p, f, d := newPage(t, func(d *app.Desk) {
			if waiting > 0 {
				flagged(t, d, "A visit", journal.Next, journal.Share{Title: "A visit", Words: "Was I right?"})
			}
		})
		form := &planForm{page: p, kind: supervision.ClinicalSupervisor}
		form.build()
		form.fill(Meeting{})
		form.dialog = widgets.ShowDialog(f.Window().Canvas(), "", form.when())
		form.with.SetText("Ruth Adeyemi")
		form.day.SetText("2027-01-12")
		form.clock.SetText("10:00")
		form.submit()
		f.Settle(d, p.busy)
		want := fyne.Focusable(p.agenda.item)
		if waiting > 0 {
			want = p.waiting.rows
		}
		if got := f.Window().Canvas().Focused(); got != want {
			t.Errorf("%d waiting: the keyboard is at %T", waiting, got)
		}
	}
}

func (p *Page) busy() bool { return p.presenter.reading.Busy() }

func TestPage_Show_what_waits_takes_the_same_room_when_nothing_does(t *testing.T) {
	var wide [2]float32
	for waiting := range wide {
		p, _, _ := newPage(t, func(d *app.Desk) {
			planned(t, d, 4)
			if waiting > 0 {
				flagged(t, d, "A visit", journal.Next, journal.Share{Title: "A visit", Words: "Was I right?"})
			}
		})
		wide[waiting] = p.waiting.content.Size().Width
		if need := p.waiting.content.Objects[0].MinSize().Width; need > wide[waiting] {
			t.Errorf("%d waiting: %v are needed, %v given", waiting, need, wide[waiting])
		}
	}
	if wide[0] != wide[1] || wide[0] != waitingWidth {
		t.Errorf("the column is %v wide when it is empty, else %v", wide[0], wide[1])
	}
}

func TestPage_standing_menu_offers_what_is_usual_at_once(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) { planned(t, d, 4) })
	p.presenter.AddStanding(supervision.StandingArriving)
	f.Settle(d, p.busy)
	p.presenter.AddStanding(p.presenter.UsualLeft()...)
	f.Settle(d, p.busy)
	var on []supervision.StandingKind
	for _, it := range p.presenter.state.Agenda.Items {
		on = append(on, it.Standing)
	}
	if want := supervision.UsualStanding(supervision.Individual); !slices.Equal(on, want) {
		t.Errorf("the agenda has %v, want %v", on, want)
	}
	if left := p.presenter.UsualLeft(); len(left) != 0 {
		t.Errorf("still offers %v", left)
	}
}

func TestPage_Show_groups_what_waits_by_theme(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		for _, theme := range []journal.ThemeID{"carers", "", "carers"} {
			it := supervision.AgendaItem{Title: "About " + string(theme), Words: "A sentence."}
			if theme != "" {
				it.Themes, it.Urgency = []journal.ThemeID{theme}, supervision.Urgent
			}
			if _, err := d.SaveItem(it); err != nil {
				t.Fatal(err)
			}
		}
	})
	f.Settle(d, p.busy)
	var got []string
	for _, l := range p.presenter.state.Waiting {
		got = append(got, p.waiting.heading(l))
	}
	carers := d.ThemeName("carers")
	if want := []string{carers, carers, "Without a theme"}; !slices.Equal(got, want) {
		t.Errorf("grouped under %q, want %q", got, want)
	}
}

// Who has a group is led to it; who has none reads nothing of groups.
func TestPage_leads_to_ones_group(t *testing.T) {
	alone, _, _ := newPage(t, func(*app.Desk) {})
	if alone.agenda.group.Visible() {
		t.Error("a group is offered where there is none")
	}
	p, f, _ := newPage(t, func(d *app.Desk) {
		if _, err := d.SetUpGroup(app.GroupSetUp{Name: "Wednesday peers"}); err != nil {
			t.Fatal(err)
		}
	})
	if b := p.agenda.group; !b.Visible() || b.Text() != "Your group: Wednesday peers" {
		t.Fatalf("visible %t, %q", b.Visible(), b.Text())
	}
	p.agenda.group.Tapped(nil)
	if len(f.opened) != 1 || f.opened[0] != "groups" {
		t.Errorf("opened %v", f.opened)
	}
}
