// Package kept is the page that says what is kept, where and for how long, and what to
// do on two hard days: when somebody asks for the notes, and when one can't go on. All
// of it is folded away until it is needed, and each part can be saved to be printed.
//
// Everything belongs to the main goroutine.
package kept

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	Open(page string, id journal.ID)
}

// Page is the page of one open journal.
type Page struct {
	desk      *app.Desk
	presenter *presenter
	frame     Frame
	t         func(key string, args ...any) string
	parts     []*part
	review    *fyne.Container
	hold      *widgets.CheckRow
	scroll    *container.Scroll
	column    *fyne.Container
	content   fyne.CanvasObject
}

// part is a card with text behind a line that opens it.
type part struct {
	fold  *widgets.FoldOut
	lines *fyne.Container
	sheet func() app.Sheet
	save  *widgets.Button
}

// New builds the page for an open journal.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, t: frame.Words().T}
	p.presenter = &presenter{
		journal: desk, main: frame.Do, show: p.refresh, failed: frame.Failed,
		said: func(key string, undo bool, args ...any) { frame.Notify(p.t(key, args...), undo) },
	}
	p.review = widgets.Column(look.Gap)
	p.hold = widgets.NewCheckRow(p.t("kept.hold"), false, p.presenter.hold)
	note := widgets.NewPlain(p.t("kept.asked.note"), p.askNote)
	p.column = widgets.Column(look.Wide,
		p.card("kept.facts", desk.WhatIsKept, p.review),
		p.card("kept.asked", desk.IfAsked, widgets.Column(look.Gap, widgets.Column(look.Tight, p.hold, widgets.NewSmall(p.t("kept.hold.text"))), widgets.Row(0, note))),
		p.card("kept.unable", desk.IfUnable, nil))
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, widgets.Narrow(p.column)))
	back := widgets.NewLink(p.t("kept.back"), func() { frame.Open("settings", 0) })
	p.content = widgets.Frame(widgets.NewHeader(p.t("kept.title"), p.t("kept.subtitle"), back), nil, nil, nil, widgets.Wheel(p.scroll))
	return p
}

//words:prefix kept.

// card is a part that is folded away.
func (p *Page) card(key string, sheet func() app.Sheet, more fyne.CanvasObject) fyne.CanvasObject {
	is := &part{lines: widgets.Column(look.Gap), sheet: sheet}
	is.save = widgets.NewPlain(p.t("kept.print"), func() { p.presenter.save(sheet(), filepath.Clean(input.Documents())) })
	body := widgets.Column(look.Wide, is.lines)
	if more != nil {
		body.Add(more)
	}
	body.Add(widgets.Row(0, is.save))
	is.fold = widgets.NewFoldOut(p.t(key+".open"), body)
	is.fold.OnTurned = func(bool) { p.refresh() }
	p.parts = append(p.parts, is)
	heading := widgets.NewText(p.t(key), look.Subtitle, look.Ink).Bold()
	return widgets.Card(widgets.Pad(look.Tight, look.Tight, widgets.Column(look.Gap, heading, is.fold)))
}

// Content gives the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show brings the page up to date; the id means nothing here.
func (p *Page) Show(journal.ID) { p.refresh() }

// Hide does nothing.
func (p *Page) Hide() {}

// Flush gives nil: every change is kept at once.
func (p *Page) Flush() error { return nil }

// Command does nothing: no command is this page's.
func (p *Page) Command(string) bool { return false }

// Close ends the page.
func (p *Page) Close() {}

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { fields.RevealFocused(p.frame.Window(), p.scroll) }

// refresh says everything as it is now.
func (p *Page) refresh() {
	for _, is := range p.parts {
		is.lines.RemoveAll()
		for _, line := range p.desk.SaySheet(is.sheet()) {
			is.lines.Add(widgets.NewBody(line))
		}
	}
	p.hold.SetChecked(!p.desk.Settings().Hold.IsZero())
	p.showReview()
	p.column.Refresh()
	p.scroll.Refresh()
}

// askNote asks what was asked for and what was given.
func (p *Page) askNote() {
	var d *widgets.Dialog
	asked := fields.NewTextLine(p.t("kept.asked.who"), p.t("kept.asked.who.hint"))
	given := fields.NewTextLine(p.t("kept.asked.given"), p.t("kept.asked.given.hint"))
	keep := func() {
		if strings.TrimSpace(asked.Text()) == "" {
			return
		}
		d.Close()
		p.presenter.note(asked.Text(), given.Text())
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("kept.asked.note"), widgets.Column(look.Wide, asked, given),
		widgets.NewPlain(p.t("kept.cancel"), func() { d.Close() }), widgets.NewPrimary(p.t("kept.keep"), keep))
	asked.Focus()
}

// mostDue is how many entries that are due are listed.
const mostDue = 10

// months are the ages at which an entry is looked at again; 0 is never.
var months = []int{0, 12, 24, 60, 84}

// showReview offers the ages, and lists what is due.
func (p *Page) showReview() {
	p.review.RemoveAll()
	row := widgets.Wrap(look.Gap)
	for _, n := range months {
		text := p.t("kept.review.never")
		if n > 0 {
			text = p.frame.Words().N("kept.review.years", n/12)
		}
		chip := widgets.NewChip(text, widgets.Neutral, func() { p.presenter.review(n) })
		chip.SetSelected(p.desk.Settings().ReviewMonths == n)
		row.Add(chip)
	}
	p.review.Add(widgets.NewCaption(p.t("kept.review.ask")))
	p.review.Add(row)
	due := p.desk.DueForReview()
	if len(due) > 0 {
		p.review.Add(widgets.NewBody(p.frame.Words().N("kept.due", len(due))))
	}
	for _, o := range due[:min(len(due), mostDue)] {
		name := widgets.NewText(app.EntryName(p.frame.Words(), o), look.Interface, look.Ink).OneLine()
		stays := widgets.NewLink(p.t("kept.due.keep"), func() { p.presenter.keep(o.ID) })
		distil := widgets.NewLink(p.t("kept.due.distil"), func() { p.askDistil(o) })
		p.review.Add(widgets.Row(look.Wide, name, layout.NewSpacer(), stays, distil))
	}
}

// askDistil shows what goes, and asks what of it is kept.
func (p *Page) askDistil(o journal.Overview) {
	var d *widgets.Dialog
	learned := fields.NewTextSection(p.t("kept.distil.learned"), p.t("kept.distil.hint"), 4).Large()
	held := p.desk.Settings().TrashDays
	goes := widgets.NewSmall(p.t("kept.distil.goes", app.EntryName(p.frame.Words(), o), o.Excerpt))
	text := widgets.Column(look.Wide, goes, learned, widgets.NewSmall(p.frame.Words().N("kept.distil.text", held)))
	distil := func() {
		if strings.TrimSpace(learned.Text()) == "" {
			return
		}
		d.Close()
		p.presenter.distil(o.ID, learned.Text())
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("kept.distil"), text,
		widgets.NewPlain(p.t("kept.cancel"), func() { d.Close() }), widgets.NewPrimary(p.t("kept.distil.yes"), distil))
	learned.Focus()
}
