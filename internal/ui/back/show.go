package back

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// show fills the page with what was read, or with another day of it.
func (p *Page) show(s State) {
	w, sunday := p.says, p.presenter.fromSunday
	p.theme.SetText(w.T("back.all_themes"))
	if s.Theme != "" {
		p.theme.SetText(s.Themes.Name(s.Theme))
	}
	p.year.Set(w.T("back.year"), w.year(s, sunday), func() [][]string { return w.yearRows(s) }, string(min(s.Day, s.Today)))
	p.month.Set(w.month(s.Day), w.monthOf(s, p.presenter.column, sunday), func() [][]string { return w.monthRows(s) }, string(s.Day))
	at, _, _ := p.carried.Chart.At()
	p.carried.Set(w.T("back.carried"), w.carried(s), func() [][]string { return w.carriedRows(s) }, at)
	p.fillDay(s)
	p.fillAgain(s)
	able(p.yearOn, s.Until < s.Today)
	able(p.monthOn, endOfMonth(s.Day) < s.last())
	p.Filled()
}

func able(b *widgets.Button, can bool) {
	if can {
		b.Enable()
	} else {
		b.Disable()
	}
}

// fillDay lists the entries of the day one is at.
func (p *Page) fillDay(s State) {
	p.day.RemoveAll()
	p.links = nil
	for _, o := range s.Days[s.Day] {
		link := p.entry(o, p.month.Chart)
		p.links = append(p.links, link)
		p.day.Add(widgets.Column(0, widgets.Wrap(0, link), widgets.NewSmall(p.says.marks(o))))
	}
	p.day.Refresh()
}

// entry is a link to an entry. Coming back, the keyboard is at from: the link may
// be gone by then.
func (p *Page) entry(o journal.Overview, from fyne.Focusable) *widgets.Button {
	return widgets.NewLink(app.EntryName(p.says.Catalog, o), func() { p.open(from, o.ID) })
}

// fillAgain tells what came about this time before.
func (p *Page) fillAgain(s State) {
	w := p.says
	p.again.RemoveAll()
	p.again.Add(widgets.NewCaption(w.T("back.again")))
	for _, a := range s.Again {
		when := widgets.NewSmall(w.T("back.again.when", w.ago(a.Months), w.day(a.Date, s.Today)))
		p.again.Add(widgets.Column(0, when, widgets.Wrap(0, p.entry(a.Overview, p.month.Chart)),
			widgets.NewText(a.Excerpt, look.Label, look.Ink), widgets.NewSmall(w.marks(a.Overview))))
	}
	if len(s.Again) == 0 {
		p.again.Add(widgets.NewSmall(w.T("back.again.none")))
	}
	p.again.Refresh()
}
