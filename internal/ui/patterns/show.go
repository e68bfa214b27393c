package patterns

import (
	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// show fills the page with what was counted.
func (p *Page) show(s State) {
	w := p.says
	p.period.SetText(w.period(s.Period))
	p.theme.SetText(w.T("patterns.all_themes"))
	if s.Theme != "" {
		p.theme.SetText(s.Themes.Name(s.Theme))
	}
	fill := func(f *charts.Figure, title string, c chart.Chart, rows [][]string, first string) {
		at, _, any := f.Chart.At()
		if !any {
			at = first
		}
		f.Set(w.T(title), c, func() [][]string { return rows }, at)
		f.Hidden = len(rows) == 0
	}
	latest, first := "", ""
	if n := len(s.Weeks); n > 0 {
		latest = string(s.Weeks[n-1].Start)
	}
	if len(s.Patterns.Themes) > 0 {
		first = cellID(s.Patterns.Themes[0].ID, s.Weeks[len(s.Weeks)-1].Start)
	}
	fill(p.weeks, "patterns.weeks", w.weeks(s), w.weekRows(s), latest)
	fill(p.themes, "patterns.themes", w.grid(s), w.themeRows(s.Patterns), first)
	fill(p.costs, "patterns.costs", w.costs(s), w.themeRows(app.Patterns{Themes: s.Costs}), "")
	fill(p.feeds, "patterns.feeds", w.feeds(s), w.feedRows(s), "")
	fill(p.around, "patterns.around", w.around(s), w.aroundRows(s), "")
	p.fillNoticed(s)
	p.fillHelped(s)
	p.shownAll.Hidden, p.empty.Hidden = s.Entries == 0, s.Entries > 0
	p.Filled()
}

func (p *Page) fillNoticed(s State) {
	w := p.says
	p.noticed.RemoveAll()
	p.noticed.Add(widgets.NewCaption(w.T("patterns.noticed")))
	for _, n := range s.Noticed {
		open := widgets.NewLink(w.T("patterns.noticed.open"), func() { p.openTheme(p.themes.Chart, string(n.Theme)) })
		p.noticed.Add(widgets.Column(0, widgets.NewText(w.noticed(n), look.Interface, look.Ink), widgets.Wrap(0, open)))
	}
	if len(s.Noticed) == 0 {
		p.noticed.Add(widgets.NewSoft(w.T("patterns.noticed.none")))
	}
	p.noticed.Add(widgets.NewSmall(w.T("patterns.noticed.why")))
	p.noticed.Refresh()
}

func (p *Page) fillHelped(s State) {
	w := p.says
	p.helped.RemoveAll()
	p.helped.Add(widgets.NewCaption(w.T("patterns.helped")))
	for _, h := range s.Helped {
		p.helped.Add(widgets.Column(1, widgets.NewText(h.Text, look.Interface, look.Ink), widgets.NewSmall(w.helped(h, s.To))))
	}
	if len(s.Helped) == 0 {
		p.helped.Add(widgets.NewSoft(w.T("patterns.helped.none")))
	}
	p.helped.Refresh()
}
