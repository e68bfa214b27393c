package journal

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// showHistory opens the earlier versions of the open entry: a list, the chosen
// one to read, and a button that brings its text back.
func (p *Page) showHistory() {
	p.writer.History(context.Background(), func(all []journal.Entry) {
		canvas, w := p.frame.Window().Canvas(), p.words
		if len(all) == 0 {
			widgets.Confirm(canvas, widgets.Ask{Title: w.T("journal.history"), Text: w.T("journal.history.none"), Yes: w.T("journal.done")}, nil)
			return
		}
		newPast(p, all).open()
	})
}

// past is the dialog with earlier versions, newest first.
type past struct {
	page   *Page
	all    []journal.Entry
	list   *lists.RowList
	text   *fields.LongText
	dialog *widgets.Dialog
	chosen int
}

func newPast(p *Page, all []journal.Entry) *past {
	d := &past{page: p, all: all, text: fields.NewLongText(p.words.T("journal.history"), "", look.Interface)}
	d.list = lists.NewRowList(lists.RowShape{ExcerptLines: 1}, d.fill)
	d.list.OnSelected = d.read
	items := make([]lists.RowItem, len(all))
	for i := range all {
		items[i].ID = strconv.Itoa(i)
	}
	d.list.SetItems(items)
	d.list.Select("0")
	d.read("0")
	return d
}

func (d *past) open() {
	p, w := d.page, d.page.words
	canvas := p.frame.Window().Canvas()
	room := max(canvas.Size().Height-230*look.Scale(), 160)
	text := container.NewVScroll(widgets.Pad(look.Wide, look.Gap, widgets.Column(0, d.text)))
	d.text.Follow(text)
	body := widgets.Column(look.Gap,
		widgets.Sized(10, min(room*0.38, 150*look.Scale()), d.list),
		widgets.Rule(),
		widgets.Sized(10, min(room*0.55, 240*look.Scale()), text))
	d.dialog = widgets.ShowDialog(canvas, w.T("journal.history"), body,
		widgets.NewPlain(w.T("journal.close"), func() { d.dialog.Close() }),
		widgets.NewPrimary(w.T("journal.history.back"), d.bringBack))
	canvas.Focus(d.list)
}

func (d *past) fill(row string) lists.RowContent {
	i, err := strconv.Atoi(row)
	if err != nil || i >= len(d.all) {
		return lists.RowContent{}
	}
	e, now := d.all[i], d.page.desk.Now()
	at := e.Updated.In(now.Location())
	return lists.RowContent{
		Title:    d.page.words.T("journal.history.at", present.Days{Words: d.page.words}.Short(at, now), at.Format("15:04")),
		Excerpt:  journal.Excerpt(e.Text(), journal.ExcerptRunes),
		Trailing: d.page.words.N("journal.history.words", len(strings.Fields(e.Text()))),
	}
}

func (d *past) read(row string) {
	i, err := strconv.Atoi(row)
	if err != nil || i >= len(d.all) {
		return
	}
	d.chosen = i
	text := d.all[i].Text()
	if title := d.all[i].Title; title != "" {
		text = title + "\n\n" + text
	}
	d.text.SetText(text)
}

func (d *past) bringBack() {
	d.dialog.Close()
	d.page.writer.BringBack(d.all[d.chosen])
	d.page.frame.Notify(d.page.words.T("journal.history.brought"), false)
}
