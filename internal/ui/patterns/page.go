// Package patterns is the page of what repeats: how the work has landed week by
// week, which themes cost and which feed, what helped, and the weeks before and
// after supervision. It counts what the writer marked, says where it counts few,
// and judges nothing; nothing of it goes into a copy.
//
// A presenter reads the journal; it is plain Go that knows no screen. Everything
// belongs to the main goroutine.
package patterns

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/lookback"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	lookback.Frame
	// Open goes to another page: "back".
	Open(page string, id journal.ID)
	// OpenTheme lists the entries of a theme.
	OpenTheme(id journal.ThemeID)
}

// Page is the page of patterns of one open journal.
type Page struct {
	*lookback.Page
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	period, theme                       *widgets.Chip
	weeks, themes, costs, feeds, around *charts.Figure
	noticed, helped                     *fyne.Container
	shownAll                            *fyne.Container // all of it, where there is anything
	empty                               *fyne.Container
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{Page: lookback.New(desk, frame), desk: desk, frame: frame, says: says{frame.Words()}}
	p.presenter = newPresenter(desk, app.Go, frame.Do, p.show, frame.Failed)
	p.Refresh, p.Read = p.presenter.Refresh, func() bool { return p.presenter.read }
	p.build()
	return p
}

func (p *Page) build() {
	w := p.says
	p.period = widgets.NewMenuChip(w.period(periods[1]), p.choosePeriod)
	p.theme = widgets.NewMenuChip(w.T("patterns.all_themes"), p.chooseTheme)
	back := widgets.NewLink(w.T("patterns.to_back"), func() { p.frame.Open("back", 0) })
	header := widgets.NewHeader(w.T("patterns.title"), w.T("patterns.why"), p.period, p.theme, back)
	p.buildFigures()
	p.noticed, p.helped = widgets.Column(look.Wide), widgets.Column(look.Wide)
	left := widgets.Column(look.Wide, p.weeks, p.themes)
	right := widgets.Column(look.Wide, widgets.Card(p.noticed), widgets.Card(p.helped))
	p.shownAll = widgets.Column(look.Wide, charts.Pair(0.32, 17, left, right), charts.Pair(0.5, 20, p.costs, p.feeds), p.around)
	p.empty = widgets.EmptyState(w.T("patterns.empty"), w.T("patterns.empty.text"), nil)
	p.empty.Hide()
	p.Build(header, p.shownAll, p.empty, p.weeks.Chart)
}

func (p *Page) buildFigures() {
	w := p.says
	theme, entries, hit, carrying := w.T("patterns.head.theme"), w.T("patterns.head.entries"), w.T("patterns.head.hit"), w.T("patterns.head.carrying")
	table := w.T("patterns.table")
	legend := func() fyne.CanvasObject {
		return charts.New(chart.Legend{Low: w.T("patterns.low"), High: w.T("patterns.high")}).Still()
	}
	p.weeks = charts.NewFigure(w.T("patterns.weeks"), chart.Lines{}, table, []string{w.T("patterns.head.week"), entries, w.T("patterns.head.marked"), hit}, nil, nil)
	p.themes = charts.NewFigure(w.T("patterns.themes"), chart.Grid{}, table, []string{theme, entries, hit, carrying}, nil, legend())
	p.costs = charts.NewFigure(w.T("patterns.costs"), chart.Bars{}, table, []string{theme, entries, hit, carrying}, nil, nil)
	p.feeds = charts.NewFigure(w.T("patterns.feeds"), chart.Bars{}, table, []string{theme, entries, w.T("patterns.head.good"), hit}, nil, nil)
	p.around = charts.NewFigure(w.T("patterns.around"), chart.Bars{}, table,
		[]string{theme, w.T("patterns.head.session"), w.T("patterns.head.before"), w.T("patterns.head.after")},
		nil, widgets.NewSmall(w.T("patterns.around.why")))
	for _, f := range []*charts.Figure{p.themes, p.costs, p.feeds, p.around} {
		f.Chart.OnChosen = func(id string) { p.openTheme(f.Chart, id) }
	}
}

// openTheme lists the entries of the theme with which a value's id begins.
func (p *Page) openTheme(from fyne.Focusable, id string) {
	theme, _, _ := strings.Cut(id, " ")
	p.Leave(from, func() { p.frame.OpenTheme(journal.ThemeID(theme)) })
}

// Close ends the page's interest in the journal, and what is being counted.
func (p *Page) Close() {
	p.Page.Close()
	p.presenter.stop()
}

func (p *Page) choosePeriod() {
	s := p.presenter.state
	var choices []widgets.MenuChoice
	for _, weeks := range periods {
		choices = append(choices, widgets.MenuChoice{
			Text: p.says.period(weeks), Checked: weeks == s.Period, Chosen: func() { p.presenter.Look(weeks, s.Theme) },
		})
	}
	widgets.ShowMenu(p.period, choices...)
}

func (p *Page) chooseTheme() {
	s := p.presenter.state
	var themes []journal.Theme
	if s.Theme != "" {
		themes = append(themes, journal.Theme{ID: s.Theme, Name: s.Themes.Name(s.Theme)})
	}
	for _, t := range s.Patterns.Themes {
		if t.ID != s.Theme {
			themes = append(themes, journal.Theme{ID: t.ID, Name: t.Name})
		}
	}
	lookback.ThemeMenu(p.theme, p.says.T("patterns.all_themes"), themes, s.Theme, func(id journal.ThemeID) { p.presenter.Look(s.Period, id) })
}
