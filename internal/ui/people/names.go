package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/lists"
)

// namesDialog offers people whom the journal names and the register doesn't have.
type namesDialog struct {
	page   *Page
	count  *widgets.Text
	list   *lists.RowList
	room   *fyne.Container
	met    []app.Met
	passed map[string]bool // not wanted now, or added
	dialog *widgets.Dialog
}

// namesHeight is how high the list of names is, at 100 % text.
const namesHeight float32 = 300

// lookForNames looks through the journal and shows whom it names.
func (p *Page) lookForNames() {
	t := p.words.T
	d := &namesDialog{page: p, count: widgets.NewSmall(t("people.names.looking")), passed: map[string]bool{}}
	d.list = lists.NewRowList(lists.RowShape{ExcerptLines: 1}, d.fill)
	d.list.OnActivated = func(string) { d.add() }
	d.list.OnKey = func(_ string, key fyne.KeyName) {
		if key == fyne.KeyDelete {
			d.pass()
		}
	}
	d.room = widgets.Sized(10, namesHeight*look.Scale(), d.list)
	d.room.Hide()
	body := widgets.Column(look.Gap, widgets.NewSoft(t("people.names.text")), d.count, d.room)
	d.dialog = widgets.ShowDialog(p.canvas(), t("people.names.title"), body,
		widgets.NewPlain(t("people.names.pass"), d.pass), widgets.NewPlain(t("people.names.close"), func() { d.dialog.Close() }),
		widgets.NewPrimary(t("people.names.add"), d.add))
	d.dialog.OnClosed(func() {
		p.presenter.LookNoMore()
		p.focus()
	})
	p.presenter.Look(d.show)
}

// show takes in how far the look has come. Rows that are chosen already stay.
func (d *namesDialog) show(l sighted) {
	d.met = l.met
	key := "people.names.so_far"
	if l.done {
		key = "people.names.read"
	}
	said := d.page.words.N(key, l.read)
	if l.done && len(l.met) == 0 {
		said += " " + d.page.words.T("people.names.none")
	}
	d.count.SetText(said)
	d.refresh()
}

// refresh lists whoever is neither added nor passed. Where the chosen one went the
// choice moves to who stood next; the keyboard comes to the list with its first row.
func (d *namesDialog) refresh() {
	var items []lists.RowItem
	at, chosen := 0, ""
	if row, is := d.list.Selected(); is {
		chosen = row
	}
	for _, m := range d.met {
		if m.Forms[0] == chosen {
			at = len(items)
		}
		if !d.passed[m.Forms[0]] {
			items = append(items, lists.RowItem{ID: m.Forms[0]})
		}
	}
	first := d.list.Len() == 0
	d.list.SetItems(items)
	if _, is := d.list.Selected(); !is && len(items) > 0 {
		d.list.Select(items[min(at, len(items)-1)].ID)
	}
	widgets.ShowIf(d.room, len(items) > 0)
	d.dialog.Refresh()
	if first && len(items) > 0 {
		draw.Focus(d.list)
	}
}

// at returns who stands in a row, which goes by the first form of the name, and false
// for nobody.
func (d *namesDialog) at(row string) (app.Met, bool) {
	return present.Find(d.met, func(m app.Met) bool { return m.Forms[0] == row })
}

// fill returns a row: every form of the name, and in how many entries one stands; empty
// for one that has gone.
func (d *namesDialog) fill(row string) lists.RowContent {
	m, ok := d.at(row)
	if !ok {
		return lists.RowContent{}
	}
	return lists.RowContent{Title: strings.Join(m.Forms, " · "), Excerpt: d.page.words.N("people.in", m.Entries)}
}

func (d *namesDialog) chosen() (app.Met, bool) {
	return lists.Chosen(d.list, d.at)
}

// add puts the chosen person into the register. The row goes before the journal has
// answered; an error is told by the window.
func (d *namesDialog) add() {
	if m, ok := d.chosen(); ok {
		d.passed[m.Forms[0]] = true
		var who app.Person
		who.Forms = m.Forms
		d.page.presenter.Save(who)
		d.refresh()
	}
}

// pass leaves the chosen person out until one looks again.
func (d *namesDialog) pass() {
	if m, ok := d.chosen(); ok {
		d.passed[m.Forms[0]] = true
		d.refresh()
	}
}
