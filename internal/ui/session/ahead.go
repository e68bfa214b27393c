package session

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// aheadView stands before a planned session: start it now, or type up what was
// noted on paper.
type aheadView struct {
	page    *Page
	content fyne.CanvasObject
	header  *widgets.Header
	begin   *widgets.Button
	items   *fyne.Container
	began   *widgets.TextLine
	wrong   *widgets.Text
	fold    *widgets.FoldOut
	column  *fyne.Container
	scroll  *container.Scroll // around column
	planned time.Time
}

func newAheadView(p *Page) *aheadView {
	v := &aheadView{page: p, items: widgets.Column(look.Tight)}
	w := p.words
	v.begin = widgets.NewPrimary(w.T("session.start"), func() { p.presenter.Start() })
	v.header = widgets.NewHeader("", "", v.begin)
	v.began = widgets.NewTextLine(w.T("session.paper.began"), "10:00")
	v.began.OnSubmitted = func(string) { v.typeUp() }
	v.wrong = widgets.NewText(w.T("session.paper.wrong"), look.Label, look.WarmInk)
	v.wrong.Hide()
	paper := widgets.Column(look.Gap, widgets.NewSmall(w.T("session.paper.text")), v.began, v.wrong,
		widgets.Row(0, widgets.NewPlain(w.T("session.paper.start"), v.typeUp)))
	v.fold = widgets.NewFoldOut(w.T("session.paper"), paper)
	v.fold.OnTurned = func(bool) { v.column.Refresh() }
	v.column = widgets.Column(look.Wide, v.items, v.fold)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, v.column))
	v.content = widgets.Frame(v.header, nil, nil, nil, v.scroll)
	return v
}

// over tells whether the arranged time has gone by.
func (v *aheadView) over(s State) bool {
	length := time.Duration(max(s.Sitting.Session.Minutes, 30)) * time.Minute
	return v.page.now().After(s.Sitting.Session.Start.Add(length))
}

func (v *aheadView) show(s State) {
	w, now := says{v.page.words}, v.page.now()
	session := s.Sitting.Session
	start := session.Start.In(now.Location())
	v.header.Set(w.with("session.ahead", s.Sitting.With.Name),
		w.T("session.ahead.when", w.day(start, now), start.Format("15:04"), session.Minutes))
	v.items.RemoveAll()
	for _, a := range s.Sitting.Account {
		v.items.Add(widgets.NewBody(a.Item.Title))
	}
	if len(s.Sitting.Account) == 0 {
		v.items.Add(widgets.NewSoft(w.T("session.ahead.empty")))
	}
	if !start.Equal(v.planned) {
		v.planned = start
		v.began.SetText(start.Format("15:04"))
		v.fold.SetOpen(v.over(s))
	}
	v.column.Refresh()
}

func (v *aheadView) focus() {
	if v.fold.Open() {
		v.began.Focus()
		return
	}
	widgets.Focus(v.begin)
}

// start starts now, or types up where that is what is open.
func (v *aheadView) start() {
	if v.fold.Open() {
		v.typeUp()
		return
	}
	v.page.presenter.Start()
}

func (v *aheadView) typeUp() {
	hour, minute, err := app.ReadClock(v.began.Text())
	v.wrong.Hidden = err == nil
	v.column.Refresh()
	if err != nil {
		return
	}
	d := v.planned
	v.page.presenter.StartAt(time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, d.Location()))
}
