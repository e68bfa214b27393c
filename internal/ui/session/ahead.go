package session

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
)

// aheadView stands before a planned session: start it now, or type up what was
// noted on paper.
type aheadView struct {
	page    *Page
	content fyne.CanvasObject
	header  *widgets.Header
	begin   *widgets.Button
	items   *fyne.Container
	on      *fields.TextLine
	began   *fields.TextLine
	wrong   *widgets.Text
	fold    *widgets.FoldOut
	column  *fyne.Container
	scroll  *container.Scroll // around column
	planned time.Time
}

func newAheadView(p *Page) *aheadView {
	v := &aheadView{page: p, items: widgets.Column(look.Tight)}
	w := p.words
	v.begin = widgets.NewPrimary(w.T("session.start"), v.now)
	v.header = widgets.NewHeader("", "", v.begin)
	v.began = fields.NewTextLine(w.T("session.paper.began"), "10:00").Prefilled()
	v.on = fields.NewTextLine(w.T("session.paper.on"), w.T("session.paper.on.hint")).Prefilled()
	v.on.OnSubmitted = func(string) { v.typeUp() }
	v.began.OnSubmitted = func(string) { v.typeUp() }
	v.wrong = widgets.NewText("", look.Label, look.WarmInk)
	v.wrong.Hide()
	paper := widgets.Column(look.Gap, widgets.NewSmall(w.T("session.paper.text")),
		container.NewGridWithColumns(2, v.on, v.began), v.wrong,
		widgets.Row(0, widgets.NewPlain(w.T("session.paper.start"), v.typeUp)))
	v.fold = widgets.NewFoldOut(w.T("session.paper"), paper)
	v.fold.OnTurned = func(bool) { v.column.Refresh() }
	v.column = widgets.Column(look.Wide, v.items, v.fold)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, v.column))
	v.content = widgets.Frame(v.header, nil, nil, nil, widgets.Wheel(v.scroll))
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
		w.T("session.ahead.when", w.day(start, now), present.Days{Words: w.Catalog}.Clock(start), session.Minutes))
	v.items.RemoveAll()
	for _, a := range s.Sitting.Account {
		v.items.Add(widgets.NewBody(a.Item.Title))
	}
	if len(s.Sitting.Account) == 0 {
		v.items.Add(widgets.NewSoft(w.T("session.ahead.empty")))
	}
	if !start.Equal(v.planned) {
		v.planned = start
		v.on.SetText(day(start, now).Format(input.TypedDay))
		v.began.SetText(present.Days{Words: w.Catalog}.Clock(start))
		v.fold.SetOpen(v.over(s))
	}
	v.column.Refresh()
}

func (v *aheadView) focus() {
	if v.fold.Open() {
		v.began.Focus()
		return
	}
	draw.Focus(v.begin)
}

// start starts now, or types up where that is what is open.
func (v *aheadView) start() {
	if v.fold.Open() {
		v.typeUp()
		return
	}
	v.now()
}

// day gives the day on which a session was held that was planned for start and
// is typed up: today for one that is still to come.
func day(start, now time.Time) time.Time {
	if start.After(now) {
		return now
	}
	return start
}

// now starts the session. On another day than it was planned for it asks first:
// the record says when it was held.
func (v *aheadView) now() {
	w, now, p := says{v.page.words}, v.page.now(), v.page.presenter
	if journal.DateOf(v.planned) == journal.DateOf(now) {
		p.Start()
		return
	}
	widgets.Confirm(v.page.frame.Window().Canvas(), widgets.Ask{
		Title: w.T("session.other_day", w.day(v.planned, now)), Text: w.T("session.other_day.text", w.day(now, now)),
		Yes: w.T("session.other_day.yes"), No: w.T("session.cancel"),
	}, p.Start)
}

// typeUp opens the session as of when it was held, or says what is wrong.
func (v *aheadView) typeUp() {
	at, wrong := v.held()
	v.wrong.Hidden = wrong == ""
	if wrong != "" {
		v.wrong.SetText(v.page.words.T(wrong))
	}
	v.column.Refresh()
	if wrong == "" {
		v.page.presenter.StartAt(at)
	}
}

// held gives when the session was held, or the key of what is wrong with it.
func (v *aheadView) held() (at time.Time, wrong string) {
	on, err := v.page.readHeld(v.on.Text())
	if err != nil {
		return at, "session.paper.wrong.day"
	}
	hour, minute, err := input.ReadClock(v.began.Text())
	if err != nil {
		return at, "session.paper.wrong"
	}
	now := v.page.now()
	at, err = input.AtClock(on, hour, minute, now.Location())
	switch {
	case err != nil:
		return at, "session.paper.wrong.skipped"
	case at.After(now):
		return at, "session.paper.wrong.later"
	}
	return at, ""
}
