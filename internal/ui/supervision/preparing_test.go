package supervision

import (
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// keep adds an item to what waits.
func keep(t testing.TB, d *app.Desk, it supervision.AgendaItem) journal.ID {
	t.Helper()
	id, err := d.SaveItem(it)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func succeed(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestPage_suggests_with_a_reason_until_it_is_passed(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) {
		e := flagged(t, d, "", journal.NoFlag, journal.Share{})
		succeed(t, d.SetCarrying(e.ID, journal.LevelOf(8)))
	})
	all := p.presenter.state.Preparing.Suggestions
	if len(all) != 1 || all[0].Reason != supervision.StillCarrying || p.agenda.ready.folds[0].Hidden {
		t.Fatalf("suggestions %+v", all)
	}
	if text := p.words.N("supervision.worth.still_carrying", all[0].Count); !strings.Contains(text, "8 of 10") {
		t.Errorf("the reason is %q", text)
	}
	p.presenter.PassSuggestion(all[0])
	f.Settle(d, p.busy)
	if n := len(p.presenter.state.Preparing.Suggestions); n != 0 || !p.agenda.ready.folds[0].Hidden {
		t.Errorf("%d suggestions after it was passed", n)
	}
}

// What helped is there again once its theme stands on an agenda or waits for one, in the
// item or in the entry that it is about.
func TestPage_finds_what_helped_when_its_theme_returns(t *testing.T) {
	p, f, d := newPage(t, func(*app.Desk) {})
	theme, err := d.AddTheme("Endings")
	succeed(t, err)
	_, err = d.SavePractice(app.Practice{Text: "Say the ending at the beginning.", Source: "Ruth", Themes: []journal.ThemeID{theme.ID}})
	succeed(t, err)
	f.Settle(d, p.busy)
	if !p.agenda.ready.folds[2].Hidden {
		t.Error("it shows while its theme is nowhere")
	}
	keep(t, d, supervision.AgendaItem{Title: "Last visit", Words: "How?", Themes: []journal.ThemeID{theme.ID}})
	f.Settle(d, p.busy)
	if n := len(p.presenter.state.Helped); n != 1 || p.agenda.ready.folds[2].Hidden || p.agenda.ready.content.Hidden {
		t.Errorf("%d found", n)
	}
}

func TestPage_asks_what_would_help_after_three_times(t *testing.T) {
	answers := map[supervision.ItemState]func(*Page, supervision.AgendaItem){
		supervision.Withdrawn: func(p *Page, it supervision.AgendaItem) { p.presenter.LetGo(it.ID) },
		supervision.Waiting:   func(p *Page, it supervision.AgendaItem) { it.WhoKnows = "Duty manager"; p.takeFurther(it) },
		supervision.Parked: func(p *Page, it supervision.AgendaItem) {
			p.presenter.Park(it.ID, supervision.Lot{Elsewhere: supervision.ForMyself})
		},
	}
	for state, answer := range answers {
		var item journal.ID
		p, f, d := newPage(t, func(d *app.Desk) {
			item = keep(t, d, supervision.AgendaItem{Title: "Rota", Words: "Who decides?"})
			for n := range supervision.AskAfter {
				session := planned(t, d, n+1)
				succeed(t, d.AddToAgenda(session, item))
				succeed(t, d.CancelSession(session, "Sick leave"))
			}
		})
		if often := p.presenter.state.Preparing.Often; len(often) != 1 || p.agenda.ready.often.Hidden {
			t.Fatalf("often %+v", often)
		}
		answer(p, p.presenter.state.Preparing.Often[0])
		f.Settle(d, p.busy)
		it, err := d.Item(item)
		succeed(t, err)
		if it.State != state || state == supervision.Waiting && it.Want != supervision.WantEscalate {
			t.Errorf("the item is %s and wants %s, want %s", it.State, it.Want, state)
		}
	}
}

func TestPage_what_is_kept_for_elsewhere_comes_back(t *testing.T) {
	var item journal.ID
	p, f, d := newPage(t, func(d *app.Desk) {
		planned(t, d, 3)
		item = keep(t, d, supervision.AgendaItem{Title: "Rota", Words: "Who decides?"})
	})
	ruth := p.presenter.state.People[0].ID
	p.presenter.Park(item, supervision.Lot{With: ruth})
	f.Settle(d, p.busy)
	if len(p.presenter.state.Waiting) != 0 || p.agenda.ready.folds[1].Hidden || p.presenter.state.name(ruth) != "Ruth Adeyemi" {
		t.Fatalf("state %+v", p.presenter.state)
	}
	p.presenter.Unpark(item)
	f.Settle(d, p.busy)
	if len(p.presenter.state.Waiting) != 1 || !p.agenda.ready.folds[1].Hidden {
		t.Errorf("waiting %v", titles(p.presenter.state.Waiting))
	}
}

func TestPage_says_what_the_last_sessions_were_about(t *testing.T) {
	p, _, _ := newPage(t, func(d *app.Desk) {
		session := planned(t, d, 0)
		id, err := d.AddNewItem(session, supervision.AgendaItem{Title: "Leave", Words: "In spring.", Minutes: 15, Function: supervision.Administrative})
		succeed(t, err)
		succeed(t, d.StartSession(session, now))
		succeed(t, d.Discuss(id, supervision.Outcome{Kind: supervision.Advice}))
		succeed(t, d.EndSession(session, 30, nil))
		planned(t, d, 5)
	})
	if got := p.agenda.balance.Text(); !strings.HasSuffix(got, ": administrative 15 min") || p.agenda.balance.Hidden {
		t.Errorf("balance %q", got)
	}
}

func TestItemForm_urgency_and_lenses_are_kept(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) { planned(t, d, 3) })
	form := p.editItem(supervision.AgendaItem{})
	form.fill("Lone visits", "How do we plan them?")
	form.item.Urgency = supervision.Urgent
	form.toggle(supervision.EyeSystem)
	form.toggle(supervision.ForStaff)
	form.toggle(supervision.EyeSystem) // taken back
	form.who.SetText("Duty manager")
	form.submit()
	f.Settle(d, p.busy)
	items := p.presenter.state.Agenda.Items
	if len(items) != 1 || items[0].Urgency != supervision.Urgent || items[0].WhoKnows != "Duty manager" ||
		len(items[0].Lenses) != 1 || items[0].Lenses[0] != supervision.ForStaff {
		t.Errorf("items %+v", items)
	}
}

func TestPage_takeFurther_asks_who_needs_to_know(t *testing.T) {
	var item journal.ID
	p, f, d := newPage(t, func(d *app.Desk) {
		item = keep(t, d, supervision.AgendaItem{Title: "Rota", Words: "Who decides?"})
	})
	it, err := d.Item(item)
	succeed(t, err)
	p.takeFurther(it)
	f.Settle(d, p.busy)
	if it, _ = d.Item(item); it.Urgency == supervision.Urgent || p.frame.Window().Canvas().Overlays().Top() == nil {
		t.Errorf("made %q without asking who needs to know", it.Urgency)
	}
	form := p.editItem(it)
	form.item.Urgency = supervision.Urgent
	form.who.SetText("Duty manager")
	form.private.SetText("I am afraid of this.")
	form.submit()
	f.Settle(d, p.busy)
	if it, _ = d.Item(item); it.WhoKnows != "Duty manager" || it.Private != "I am afraid of this." || it.Urgency != supervision.Urgent {
		t.Errorf("kept %+v", it)
	}
}
