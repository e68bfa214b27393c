package people

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
)

// settle waits until the page shows all that there is.
func settle(p *Page, d *app.Desk) { p.frame.(*frame).Settle(d, p.presenter.busy) }

// said gives all words that an object shows.
func said(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		if text, is := o.(*widgets.Text); is {
			all = append(all, text.Text())
		}
	}
	return strings.Join(all, "\n")
}

// over gives the dialog over the page, its list and its buttons.
func over(t *testing.T, f *frame) (all fyne.CanvasObject, list *lists.RowList, buttons map[string]*widgets.Button) {
	t.Helper()
	all = f.Window().Canvas().Overlays().Top()
	if all == nil {
		t.Fatal("nothing lies over the page")
	}
	buttons = map[string]*widgets.Button{}
	for _, o := range test.LaidOutObjects(all) {
		switch o := o.(type) {
		case *lists.RowList:
			list = o
		case *widgets.Button:
			buttons[o.Text()] = o
		}
	}
	return all, list, buttons
}

func TestPage_card_counts_entries_and_shows_every_style(t *testing.T) {
	p, _, d := newPage(t, person("parent", "", "Leanne Mottram", "Lee"), person("", "", "Aaliyah Hussain"))
	apptest.Write(t, d, "Met Leanne Mottram.", "", "", journal.NoFlag)
	apptest.Write(t, d, "Lee rang.", "", "", journal.NoFlag)
	settle(p, d)
	for i, want := range map[int]string{0: "", 1: "In 2 entries"} {
		if got := p.fill(p.presenter.state.People[i].ID.String()).Trailing; got != want {
			t.Errorf("row %d says %q", i, got)
		}
	}
	if got := said(p.card); !strings.Contains(got, "In no entry so far") {
		t.Errorf("the card of whom nobody wrote about says %q", got)
	}
	p.rows.Select(p.presenter.state.People[1].ID.String())
	p.showChosen()
	settle(p, d)
	got := said(p.card)
	for _, want := range []string{"In 2 entries", "Parent A", "a parent", "[name]"} {
		if !strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
			t.Errorf("the card lacks %q: %s", want, got)
		}
	}
}

func TestPage_merge_by_keyboard_and_undo(t *testing.T) {
	p, f, d := newPage(t, person("", "", "Aaliyah Hussain"), person("mother", "", "Lee Mottram"), person("", "Parent A", "Mrs Mottram"))
	p.rows.Select(p.presenter.state.People[1].ID.String())
	press(p, fyne.KeyM)
	_, list, _ := over(t, f)
	uitest.Press(list, fyne.KeyReturn)
	settle(p, d)
	if len(d.People()) != 3 {
		t.Fatal("one key too many makes one of two people")
	}
	uitest.Press(list, fyne.KeyDown)
	if first, _ := list.Selected(); p.fill(first).Title != "Mrs Mottram" {
		t.Errorf("first offered is %q", p.fill(first).Title)
	}
	uitest.Press(list, fyne.KeyReturn)
	settle(p, d)
	if all := d.People(); len(all) != 2 || !cmp.Equal(all[1].Forms, []string{"Mrs Mottram", "Lee Mottram"}) || all[1].Role != "mother" || all[1].Code != "Parent A" {
		t.Fatalf("register %+v", all)
	}
	if who, _ := p.chosen(); name(who) != "Mrs Mottram" {
		t.Errorf("chosen is %q", name(who))
	}
	if !cmp.Equal(f.Notices, []string{"Mrs Mottram now has the names of both."}) {
		t.Errorf("said %q", f.Notices)
	}
	apptest.Must(t, d.Undo())
	settle(p, d)
	if p.rows.Len() != 3 {
		t.Error("undo doesn't show both again")
	}
}

func TestPage_merge_asks_where_roles_differ(t *testing.T) {
	p, f, d := newPage(t, person("mother", "", "Lee Mottram"), person("child", "", "Kay Mottram"))
	press(p, fyne.KeyM)
	_, list, _ := over(t, f)
	uitest.Press(list, fyne.KeyDown)
	uitest.Press(list, fyne.KeyReturn)
	settle(p, d)
	if len(d.People()) != 2 || f.Window().Canvas().Overlays().Top() == nil {
		t.Errorf("a mother and a child became one: %+v", d.People())
	}
}

func TestPage_names_of_the_journal_are_offered(t *testing.T) {
	p, f, d := newPage(t)
	apptest.Write(t, d, "I met Agnieszka Zielinska at home. Agnieszka said no. Kayleigh rang.", "", "", journal.NoFlag)
	settle(p, d)
	if !p.empty.Visible() {
		t.Fatal("the register isn't empty")
	}
	widgets.Walk(p.empty, func(o fyne.CanvasObject) {
		if b, is := o.(*widgets.Button); is {
			b.Tapped(nil)
		}
	})
	settle(p, d)
	all, list, _ := over(t, f)
	if list.Len() != 2 || !strings.Contains(said(all), "1 entry read, the newest first.") {
		t.Fatalf("%d names are offered: %s", list.Len(), said(all))
	}
	if f.Window().Canvas().Focused() != fyne.Focusable(list) {
		t.Error("the list doesn't have the keyboard")
	}
	uitest.Press(list, fyne.KeyDelete)
	uitest.Press(list, fyne.KeyReturn)
	settle(p, d)
	if people := d.People(); len(people) != 1 || !cmp.Equal(people[0].Forms, []string{"Kayleigh"}) {
		t.Fatalf("register %+v", people)
	}
	if list.Len() != 0 {
		t.Error("who was added or left out is still offered")
	}
	widgets.CloseTop(f.Window().Canvas())
	p.lookForNames()
	settle(p, d)
	if _, list, _ := over(t, f); list.Len() != 1 {
		t.Errorf("%d names are offered again, want the one that was left out", list.Len())
	}
}

func TestPage_legend_is_kept_on_closing_and_on_locking(t *testing.T) {
	p, f, d := newPage(t)
	l, err := d.BeginLegend("brass lantern")
	apptest.Must(t, err)
	p.showLegend(l, nil)
	p.legend.lines.SetText("K1: Leanne Mottram\nno code\n\n K2 :Kai")
	if all := p.Written(); len(all) != 0 {
		t.Errorf("the legend would be kept readable: %v", all)
	}
	widgets.CloseTop(f.Window().Canvas())
	settle(p, d)
	want := []app.LegendLine{{Code: "K1", Name: "Leanne Mottram"}, {Name: "no code"}, {Code: "K2", Name: "Kai"}}
	if got, err := d.ReadLegend(l); err != nil || !cmp.Equal(got, want) {
		t.Fatalf("kept %+v, %v", got, err)
	}
	p.showLegend(l, want)
	p.legend.lines.SetText("K1: Leanne")
	apptest.Must(t, p.Flush())
	if got, _ := d.ReadLegend(l); len(got) != 1 {
		t.Errorf("on locking %+v is kept", got)
	}
	apptest.Must(t, d.Undo())
	settle(p, d)
	if got := p.legend.lines.Text(); got != "K1: Leanne Mottram\nno code\nK2: Kai" {
		t.Errorf("after undo the legend shows %q", got)
	}
	p.Hide()
	if p.legend != nil || f.Window().Canvas().Overlays().Top() != nil {
		t.Error("the legend stays open on another page")
	}
}

func TestPage_legend_asks_for_its_passphrase(t *testing.T) {
	p, f, d := newPage(t)
	l, err := d.BeginLegend("brass lantern")
	apptest.Must(t, err)
	apptest.Must(t, d.KeepLegend(l, []app.LegendLine{{Code: "K1", Name: "Leanne"}}))
	p.openLegend()
	type typed interface{ SetSecret(string) }
	secret := func(words string) {
		all, _, buttons := over(t, f)
		for _, o := range test.LaidOutObjects(all) {
			if field, is := o.(typed); is {
				field.SetSecret(words)
			}
		}
		buttons["Open"].Tapped(nil)
		settle(p, d)
	}
	secret("something else")
	if all, _, _ := over(t, f); !strings.Contains(said(all), "That is not the legend’s passphrase.") || p.legend != nil {
		t.Errorf("a wrong passphrase: %s", said(all))
	}
	secret("brass lantern")
	if p.legend == nil || p.legend.lines.Text() != "K1: Leanne" {
		t.Fatal("the legend doesn't open")
	}
}

func TestPage_words_that_always_stay(t *testing.T) {
	p, f, d := newPage(t)
	apptest.Must(t, d.KeepAlways("Will", "It is a word"))
	settle(p, d)
	p.showAlways()
	_, list, _ := over(t, f)
	uitest.Press(list, fyne.KeyDelete)
	settle(p, d)
	if len(d.Settings().Always) != 0 || !cmp.Equal(f.Notices, []string{"Copies ask about “Will” again."}) {
		t.Errorf("left %v, said %q", d.Settings().Always, f.Notices)
	}
	p.showAlways()
	if all, _, _ := over(t, f); !strings.Contains(said(all), "There are none yet.") {
		t.Errorf("without any: %s", said(all))
	}
}
