// Package past is the window in which an entry's earlier versions are compared with
// the present one, and brought back.
package past

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
	"aftershift/internal/words"
)

// Of is what is compared, and what brings a version back.
type Of struct {
	Now       journal.Entry   // the present version
	Earlier   []journal.Entry // newest first, at least one
	Today     time.Time
	Templates Templates
	BringBack func(old journal.Entry)
}

// Templates is what is needed of a journal to say how an entry is arranged.
type Templates interface {
	Template(id journal.TemplateID) journal.Template
	TemplateName(id journal.TemplateID) string
	Heading(of journal.TemplateID, section string) (heading, asks string)
}

// past is the open window.
type past struct {
	of      Of
	words   *words.Catalog
	list    *lists.RowList
	compare *fyne.Container // of the chosen version and the present one
	scroll  *container.Scroll
	dialog  *widgets.Dialog
	chosen  int
}

// Show opens the earlier versions over a canvas: a list, the chosen one beside what
// stands there now, and a button that brings it back.
func Show(canvas fyne.Canvas, w *words.Catalog, of Of) {
	d := &past{of: of, words: w, compare: widgets.Column(look.Wide)}
	d.scroll = container.NewVScroll(widgets.Pad(look.Wide, look.Gap, d.compare))
	d.list = lists.NewRowList(lists.RowShape{ExcerptLines: 2}, d.fill)
	d.list.OnSelected = d.read
	d.list.OnActivated = func(string) { d.bringBack() }
	d.list.OnKey = func(_ string, key fyne.KeyName) { d.scrollBy(key) }
	items := make([]lists.RowItem, len(of.Earlier))
	for i := range items {
		items[i].ID = strconv.Itoa(i)
	}
	d.list.SetItems(items)
	d.list.Select("0")
	d.read("0")
	d.open(canvas)
}

func (d *past) open(canvas fyne.Canvas) {
	w := d.words
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
	if err != nil || i >= len(d.of.Earlier) {
		return lists.RowContent{}
	}
	e := d.of.Earlier[i]
	return lists.RowContent{
		Title:    d.when(e),
		Excerpt:  journal.Excerpt(e.WithoutGraphic(e.Text(), journal.Folded), journal.ExcerptRunes),
		Trailing: d.words.N("journal.history.words", len(strings.Fields(e.Text()))),
	}
}

// when says when a version was saved.
func (d *past) when(e journal.Entry) string {
	now := d.of.Today
	at := e.Updated.In(now.Location())
	return d.words.T("journal.history.at", present.Days{Words: d.words}.Short(at, now), present.Days{Words: d.words}.Clock(at))
}

// read shows a version beside the present one, section by section.
func (d *past) read(row string) {
	i, err := strconv.Atoi(row)
	if err != nil || i >= len(d.of.Earlier) {
		return
	}
	d.chosen = i
	old := d.of.Earlier[i]
	d.compare.RemoveAll()
	arranged := d.when(old) + " · " + d.of.Templates.TemplateName(old.Template)
	d.compare.Add(container.NewGridWithColumns(2, widgets.NewCaption(arranged), widgets.NewCaption(d.words.T("journal.history.now"))))
	if old.SameText(d.of.Now) {
		d.compare.Add(widgets.NewSoft(d.words.T("journal.history.same")))
	}
	if old.Template != d.of.Now.Template { // its words beside the same ones
		old.Sections, old.Template = journal.Switch(old.Sections, d.of.Templates.Template(d.of.Now.Template)), d.of.Now.Template
	}
	if old.Title != "" || d.of.Now.Title != "" {
		d.beside("", old.Title, "", d.of.Now.Title)
	}
	for _, key := range sectionsOf(d.of.Now, old) {
		d.beside(d.heading(old, key), textUnder(old, key), d.heading(d.of.Now, key), textUnder(d.of.Now, key))
	}
	d.compare.Refresh()
	d.scroll.ScrollToTop()
}

// heading gives what a section is headed in an entry, "" where it has none.
func (d *past) heading(e journal.Entry, key string) string {
	if textUnder(e, key) == "" {
		return ""
	}
	heading, _ := d.of.Templates.Heading(e.Template, key)
	return heading
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
	d.of.BringBack(d.of.Earlier[d.chosen])
}
