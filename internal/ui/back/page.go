// Package back is the page on which one looks back: the days of a year and of a
// month by how hard they were, what came about this time before, and what is still
// carried. Beside each chart stand its numbers; an entry is one key away.
//
// A presenter reads the journal; it is plain Go that knows no screen. Nothing here
// changes anything. Everything belongs to the main goroutine.
package back

import (
	"slices"

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
	// Open goes to another page: "journal" with an entry, or "patterns".
	Open(page string, id journal.ID)
}

// Page is where one looks back on one open journal.
type Page struct {
	*lookback.Page
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	theme   *widgets.Chip
	year    *charts.Figure
	month   *charts.Figure
	carried *charts.Figure
	day     *fyne.Container   // the entries of the day one is at
	links   []*widgets.Button // to them
	again   *fyne.Container
	yearOn  *widgets.Button // to what is later
	monthOn *widgets.Button
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{Page: lookback.New(desk, frame), desk: desk, frame: frame, says: says{frame.Words()}}
	p.presenter = newPresenter(desk, frame.Do, desk.WeekFromSunday(), p.show)
	p.Refresh, p.Read = p.presenter.Refresh, func() bool { return p.presenter.read }
	p.build()
	return p
}

func (p *Page) build() {
	w := p.says
	p.theme = widgets.NewMenuChip(w.T("back.all_themes"), p.chooseTheme)
	patterns := widgets.NewLink(w.T("back.to_patterns"), func() { p.frame.Open("patterns", 0) })
	header := widgets.NewHeader(w.T("back.title"), w.T("back.why"), p.theme, patterns)
	p.buildYear()
	p.buildMonth()
	p.buildCarried()
	p.again = widgets.Column(look.Wide)
	left := widgets.Column(look.Wide, p.year, charts.Pair(0.44, 17, p.month, widgets.Card(p.again)))
	body := widgets.Column(0, charts.Pair(0.29, 17, left, p.carried))
	p.Build(header, body, nil, p.year.Chart)
}

func (p *Page) buildYear() {
	w := p.says
	p.yearOn = p.turn("back.later", p.presenter.Year, 1)
	turn := widgets.Row(look.Wide, p.turn("back.earlier", p.presenter.Year, -1), p.yearOn)
	p.year = charts.NewFigure(w.T("back.year"), chart.Grid{}, w.T("back.table"),
		[]string{w.T("back.head.month"), w.T("back.head.entries"), w.T("back.head.days"), w.T("back.head.hardest")},
		turn, charts.New(chart.Legend{Low: w.T("back.low"), High: w.T("back.high")}).Still())
	p.walked(p.year, p.presenter.Year)
}

func (p *Page) buildMonth() {
	w := p.says
	p.day = widgets.Column(look.Tight)
	p.monthOn = p.turn("back.later", p.presenter.Month, 1)
	turn := widgets.Row(look.Wide, p.turn("back.earlier", p.presenter.Month, -1), p.monthOn)
	p.month = charts.NewFigure("", chart.Month{}, w.T("back.table"),
		[]string{w.T("back.head.day"), w.T("back.head.entry"), w.T("back.head.hit"), w.T("back.head.carrying")}, turn, p.day)
	p.walked(p.month, p.presenter.Month)
}

// walked lets a chart of days go from day to day, across its ends too.
func (p *Page) walked(f *charts.Figure, page func(by int)) {
	f.OnMoved = func(id string) { p.presenter.Go(journal.Date(id)) }
	f.Chart.OnEdge = func(by int) { p.presenter.Go(p.presenter.state.Day.AddDays(by)) }
	f.Chart.OnPage = page
	f.Chart.OnChosen = func(id string) { p.choose(f, journal.Date(id)) }
}

func (p *Page) turn(key string, page func(int), by int) *widgets.Button {
	return widgets.NewLink(p.says.T(key), func() { page(by) })
}

func (p *Page) buildCarried() {
	w := p.says
	p.carried = charts.NewFigure(w.T("back.carried"), chart.Bars{}, w.T("back.table"),
		[]string{w.T("back.head.entry"), w.T("back.head.day"), w.T("back.head.hit"), w.T("back.head.carrying")},
		nil, widgets.NewSmall(w.T("back.private")))
	p.carried.Chart.OnChosen = func(id string) {
		if entry, err := journal.ParseID(id); err == nil {
			p.open(p.carried.Chart, entry)
		}
	}
}

// choose opens the entry of a day, or goes to the list of them where it has several.
func (p *Page) choose(f *charts.Figure, day journal.Date) {
	switch entries := p.presenter.state.Days[day]; len(entries) {
	case 0:
	case 1:
		p.open(f.Chart, entries[0].ID)
	default:
		p.frame.Window().Canvas().Focus(p.links[0])
	}
}

// open goes to an entry, and remembers where one was.
func (p *Page) open(from fyne.Focusable, entry journal.ID) {
	p.Leave(from, func() { p.frame.Open("journal", entry) })
}

func (p *Page) chooseTheme() {
	s := p.presenter.state
	used := map[journal.ThemeID]bool{}
	for _, o := range p.desk.List(app.Filter{}) {
		for _, id := range s.Themes.Distinct(o.Themes) {
			used[id] = true
		}
	}
	themes := slices.DeleteFunc(slices.Clone(s.Themes), func(t journal.Theme) bool { return !used[t.ID] })
	lookback.ThemeMenu(p.theme, p.says.T("back.all_themes"), themes, s.Theme, p.presenter.Filter)
}
