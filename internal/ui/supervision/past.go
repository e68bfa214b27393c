package supervision

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// pastAtOnce is how many sessions that are over a press lists: a working life has a
// thousand.
const pastAtOnce = 30

// pastView is the quiet list of sessions that are over, behind a line that opens
// it. Nothing is made of it before it is open.
type pastView struct {
	page    *Page
	all     []Meeting
	most    int // how many are listed
	fold    *widgets.FoldOut
	column  *fyne.Container
	more    *widgets.Button // lists as many again
	others  *widgets.Button // shows what belongs to others, or hides it
	content *fyne.Container
}

// newPastView returns the view, hidden until show has something to list.
func newPastView(p *Page) *pastView {
	v := &pastView{page: p, most: pastAtOnce, column: widgets.Column(look.Gap)}
	v.more = widgets.NewLink("", func() { v.list(v.most + pastAtOnce) })
	v.fold = widgets.NewFoldOut(p.words.T("supervision.past"), widgets.Column(look.Gap, v.column, widgets.Row(0, v.more)))
	v.fold.OnTurned = func(bool) { v.list(pastAtOnce) }
	v.others = widgets.NewLink("", func() { p.presenter.ShowAll(!p.presenter.state.All) })
	v.content = widgets.Column(look.Gap, v.fold, widgets.Row(0, v.others))
	v.content.Hide()
	return v
}

// show lists the sessions that are over. The line about others' shows while some are
// left out, and while all are there, to leave them out again.
func (v *pastView) show(s State) {
	v.all = s.Past
	v.fold.Hidden, v.others.Hidden = len(v.all) == 0, s.Hidden == 0 && !s.All
	v.content.Hidden = v.fold.Hidden && v.others.Hidden
	v.others.SetText(v.page.words.N("supervision.others", s.Hidden))
	if s.All {
		v.others.SetText(v.page.words.T("supervision.others.hide", s.Agenda.With.Name))
	}
	v.list(v.most)
}

// list shows up to so many sessions while the view is open, and offers the others.
func (v *pastView) list(most int) {
	v.most = most
	listed := v.all[:min(most, len(v.all))]
	if !v.fold.Open() {
		listed = nil
	}
	v.column.Objects = widgets.Each(listed, v.card)
	v.more.Hidden = len(v.all) <= most
	v.more.SetText(v.page.words.N("supervision.past.more", len(v.all)-most))
	v.page.agenda.column.Refresh()
}

// card returns a session with what became of each item and the ways to its record; of
// one called off it says why.
func (v *pastView) card(s Meeting) fyne.CanvasObject {
	w, now := v.page.words, v.page.desk.Now()
	title := v.page.days.FullAt(s.When().In(now.Location()), now)
	lines := widgets.Column(look.Gap, widgets.NewText(title, look.Interface, look.Ink).Bold())
	about := s.Name
	if s.State == supervision.Cancelled {
		about = w.T("supervision.past.cancelled", s.Name, s.Reason)
	}
	if about != "" {
		lines.Add(widgets.NewSmall(about))
	}
	items, _ := v.page.desk.Account(s.ID) // one that is gone by now has none
	for _, a := range items {
		lines.Add(widgets.Column(1, widgets.NewText(a.Item.Title, look.Interface, look.Ink), widgets.NewSmall(v.outcome(a))))
	}
	lines.Add(widgets.Wrap(look.Wide,
		widgets.NewLink(w.T("session.open_record"), func() { v.page.frame.Open("session", s.ID) }),
		widgets.NewLink(w.T("supervision.record"), func() { v.page.paper(s.Session, app.RecordPaper{Session: s.Session.ID}) })))
	return widgets.Card(lines)
}

// outcome says what became of an item: what came out of it, or where it went.
//
//words:prefix supervision.outcome.
//words:prefix supervision.past.went.
func (v *pastView) outcome(a supervision.Account) string {
	w := v.page.words
	var said []string
	if a.Outcome.Kind != "" {
		said = append(said, w.T("supervision.outcome."+string(a.Outcome.Kind)))
	}
	for _, text := range []string{a.Outcome.Decision, a.Outcome.Text} {
		if text != "" {
			said = append(said, text)
		}
	}
	if went := a.Became(); went != "" && (len(said) == 0 || a.Item.Settled() && !a.Went) {
		said = append(said, w.T("supervision.past.went."+string(went)))
	}
	return strings.Join(said, " · ")
}
