package journal

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
)

// showHistory opens the earlier versions of the open entry: a list, the chosen one
// beside what stands there now, and a button that brings it back.
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
	page    *Page
	all     []journal.Entry
	now     journal.Entry
	list    *lists.RowList
	compare *fyne.Container // of the chosen version and the present one
	scroll  *container.Scroll
	dialog  *widgets.Dialog
	chosen  int
}

func newPast(p *Page, all []journal.Entry) *past {
	d := &past{page: p, all: all, now: p.writer.entry.Clone(), compare: widgets.Column(look.Wide)}
	d.scroll = container.NewVScroll(widgets.Pad(look.Wide, look.Gap, d.compare))
	d.list = lists.NewRowList(lists.RowShape{ExcerptLines: 2}, d.fill)
	d.list.OnSelected = d.read
	d.list.OnActivated = func(string) { d.bringBack() }
	d.list.OnKey = func(_ string, key fyne.KeyName) { d.scrollBy(key) }
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
	height := max(canvas.Size().Height-210*look.Scale(), 200)
	list := widgets.Frame(nil, nil, nil, widgets.Rule(), widgets.Sized(244*min(look.Scale(), 1.2), 10, d.list))
	both := widgets.Sized(10, height, widgets.Frame(nil, nil, list, nil, widgets.Wheel(d.scroll)))
	body := widgets.Column(look.Gap, both, widgets.Rule(), widgets.NewSmall(w.T("journal.history.legend")))
	d.dialog = widgets.ShowWideDialog(canvas, w.T("journal.history"), body,
		widgets.NewPlain(w.T("journal.close"), func() { d.dialog.Close() }),
		widgets.NewPrimary(w.T("journal.history.back"), d.bringBack))
	canvas.Focus(d.list)
}

// scrollBy moves the compared texts by most of what is seen of them.
func (d *past) scrollBy(key fyne.KeyName) {
	by := d.scroll.Size().Height * 0.8
	switch key {
	case fyne.KeyLeft:
		d.scroll.ScrollToOffset(fyne.NewPos(0, max(d.scroll.Offset.Y-by, 0)))
	case fyne.KeyRight:
		most := max(d.scroll.Content.MinSize().Height-d.scroll.Size().Height, 0)
		d.scroll.ScrollToOffset(fyne.NewPos(0, min(d.scroll.Offset.Y+by, most)))
	}
}

func (d *past) fill(row string) lists.RowContent {
	i, err := strconv.Atoi(row)
	if err != nil || i >= len(d.all) {
		return lists.RowContent{}
	}
	e := d.all[i]
	return lists.RowContent{
		Title:    d.when(e),
		Excerpt:  journal.Excerpt(e.Text(), journal.ExcerptRunes),
		Trailing: d.page.words.N("journal.history.words", len(strings.Fields(e.Text()))),
	}
}

// when says when a version was saved.
func (d *past) when(e journal.Entry) string {
	now := d.page.desk.Now()
	at := e.Updated.In(now.Location())
	return d.page.words.T("journal.history.at", present.Days{Words: d.page.words}.Short(at, now), at.Format("15:04"))
}

// read shows a version beside the present one, section by section.
//
//words:prefix template.
func (d *past) read(row string) {
	i, err := strconv.Atoi(row)
	if err != nil || i >= len(d.all) {
		return
	}
	d.chosen = i
	old := d.all[i]
	d.compare.RemoveAll()
	arranged := d.when(old) + " · " + d.page.words.T("template."+string(journal.TemplateByID(old.Template).ID))
	d.compare.Add(container.NewGridWithColumns(2, widgets.NewCaption(arranged), widgets.NewCaption(d.page.words.T("journal.history.now"))))
	if old.SameText(d.now) {
		d.compare.Add(widgets.NewSoft(d.page.words.T("journal.history.same")))
	}
	if old.Template != d.now.Template { // its words beside the same ones
		old.Sections, old.Template = journal.Switch(old.Sections, d.now.Template), d.now.Template
	}
	if old.Title != "" || d.now.Title != "" {
		d.beside("", old.Title, "", d.now.Title)
	}
	for _, key := range sectionsOf(d.now, old) {
		d.beside(d.heading(old, key), textUnder(old, key), d.heading(d.now, key), textUnder(d.now, key))
	}
	d.compare.Refresh()
	d.scroll.ScrollToTop()
}

// heading gives what a section is headed in an entry, "" where it has none.
func (d *past) heading(e journal.Entry, key string) string {
	if textUnder(e, key) == "" {
		return ""
	}
	return d.page.words.T(e.Template.Heading(key))
}

// beside adds two versions of a text, with what has gone and what has come.
func (d *past) beside(headingWas, was, headingIs, is string) {
	before, after := journal.Compare(was, is)
	side := func(heading string, text []journal.Passage, tone widgets.SpanTone) fyne.CanvasObject {
		column := widgets.Column(look.Tight)
		if heading != "" {
			column.Add(widgets.NewText(heading, look.Label, look.Green).Bold())
		}
		spans := make([]widgets.Span, len(text))
		for i, p := range text {
			spans[i].Text = p.Text
			if !p.Kept {
				spans[i].Tone = tone
			}
		}
		column.Add(widgets.NewHighlightText(spans))
		return widgets.Pad(look.Tight, 0, column)
	}
	d.compare.Add(container.NewGridWithColumns(2, side(headingWas, before, widgets.Gone), side(headingIs, after, widgets.Come)))
}

// sectionsOf gives the sections in which either entry has words, those of the first
// in their order before those that the second alone has.
func sectionsOf(first, second journal.Entry) (keys []string) {
	for _, e := range []journal.Entry{first, second} {
		for _, s := range e.Sections {
			if s.Text != "" && !slices.Contains(keys, s.Key) {
				keys = append(keys, s.Key)
			}
		}
	}
	return keys
}

// textUnder gives the words of an entry's section.
func textUnder(e journal.Entry, key string) string {
	var parts []string
	for _, s := range e.Sections {
		if s.Key == key && s.Text != "" {
			parts = append(parts, s.Text)
		}
	}
	return strings.Join(parts, "\n\n")
}

func (d *past) bringBack() {
	d.dialog.Close()
	p := d.page
	p.writer.BringBack(d.all[d.chosen], func() { p.frame.Notify(p.words.T("journal.history.brought"), true) })
}
