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
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
	"aftershift/internal/ui/widgets/fields"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "back".
	Open(page string, id journal.ID)
	// OpenTheme lists the entries of a theme.
	OpenTheme(id journal.ThemeID)
}

// Page is the page of patterns of one open journal.
type Page struct {
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	period, theme                       *widgets.Chip
	weeks, themes, costs, feeds, around *charts.Figure
	noticed, helped                     *fyne.Container
	shownAll                            *fyne.Container // all of it, where there is anything
	empty                               *fyne.Container
	content                             fyne.CanvasObject
	scroll                              *container.Scroll
	last                                fyne.Focusable // had the keyboard when one left for a theme

	unsubscribe func()
	shown       bool // the page is in the window
	coming      bool // it has come up and shows nothing yet
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, says: says{frame.Words()}}
	p.presenter = newPresenter(desk, frame.Do, p.show, frame.Failed)
	p.build()
	p.unsubscribe = desk.Subscribe(func(e app.Event) { frame.Do(func() { p.told(e) }) })
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
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, p.shownAll))
	p.content = widgets.Frame(header, nil, nil, nil, container.NewStack(p.scroll, p.empty))
}

func (p *Page) buildFigures() {
	w := p.says
	theme, entries, hit, carrying := w.T("patterns.head.theme"), w.T("patterns.head.entries"), w.T("patterns.head.hit"), w.T("patterns.head.carrying")
	table := w.T("patterns.table")
	legend := func() fyne.CanvasObject {
		return charts.New(chart.Legend{Low: w.T("patterns.low"), High: w.T("patterns.high")}).Still()
	}
	p.weeks = charts.NewFigure(w.T("patterns.weeks"), chart.Lines{}, table, []string{w.T("patterns.head.week"), entries, hit}, nil, nil)
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
	p.last = from
	p.frame.OpenTheme(journal.ThemeID(theme))
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up, with the keyboard where it was when one
// left for the entries of a theme.
func (p *Page) Show(journal.ID) {
	p.shown, p.coming = true, true
	if p.presenter.read {
		p.focus() // what was read last time stands there
	}
	p.presenter.Refresh()
}

// Hide stops following the journal until the page comes up again.
func (p *Page) Hide() { p.shown = false }

// Flush gives nil: nothing is written here.
func (p *Page) Flush() error { return nil }

// Close ends the page's interest in the journal.
func (p *Page) Close() {
	p.unsubscribe()
	p.presenter.stop()
}

// Command knows none of its own.
func (p *Page) Command(string) bool { return false }

func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.EntrySaved, app.EntryGone, app.SupervisionChanged, app.ThemesChanged:
		if p.shown {
			p.presenter.Refresh()
		}
	}
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
	choose := func(text string, id journal.ThemeID) widgets.MenuChoice {
		return widgets.MenuChoice{Text: text, Checked: id == s.Theme, Chosen: func() { p.presenter.Look(s.Period, id) }}
	}
	choices := []widgets.MenuChoice{choose(p.says.T("patterns.all_themes"), "")}
	if s.Theme != "" {
		choices = append(choices, choose(s.Themes.Name(s.Theme), s.Theme))
	}
	for _, t := range s.Patterns.Themes {
		if t.ID != s.Theme {
			choices = append(choices, choose(t.Name, t.ID))
		}
	}
	widgets.ShowMenu(p.theme, choices...)
}

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { fields.RevealFocused(p.frame.Window(), p.scroll) }
