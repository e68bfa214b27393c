package supervision

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// preparingView stands below the agenda: what helped before with its themes, what may be
// worth bringing and why, and what is kept for elsewhere, each behind a line that opens it.
type preparingView struct {
	page    *Page
	often   *fyne.Container
	worth   *fyne.Container
	parked  *fyne.Container
	helped  *fyne.Container
	folds   [3]*fyne.Container // around worth, parked and helped
	content *fyne.Container
}

// newPreparingView returns the view with its folds closed. often is no part of content:
// the agenda has it above its items.
func newPreparingView(p *Page) *preparingView {
	v := &preparingView{page: p, often: widgets.Column(look.Gap), worth: widgets.Column(look.Gap), parked: widgets.Column(look.Gap), helped: widgets.Column(look.Gap)}
	v.folds[0] = v.fold("supervision.worth", v.worth)
	v.folds[1] = v.fold("supervision.parked", v.parked)
	v.folds[2] = v.fold("supervision.helped", v.helped)
	v.content = widgets.Column(look.Gap, v.folds[2], v.folds[0], v.folds[1])
	return v
}

// fold puts body behind a line that opens it, which lays the agenda out again. The
// column around it is what show hides.
func (v *preparingView) fold(key string, body *fyne.Container) *fyne.Container {
	fold := widgets.NewFoldOut(v.page.words.T(key), body)
	fold.OnTurned = func(bool) { v.page.agenda.column.Refresh() }
	return widgets.Column(0, fold)
}

// show fills the view: what was carried over too often with its three ways out, then
// each fold, hidden where it holds nothing.
func (v *preparingView) show(s State) {
	w, p := v.page.words, v.page.presenter
	v.often.Objects = widgets.Each(s.Preparing.Often, func(it supervision.AgendaItem) fyne.CanvasObject {
		return widgets.Notice(
			widgets.Amber, w.T("supervision.often", it.Title, it.Carried),
			widgets.NewLink(w.T("session.often.drop"), func() { p.LetGo(it.ID) }),
			widgets.NewLink(w.T("session.often.further"), func() { v.page.takeFurther(it) }),
			widgets.NewLink(w.T("session.often.alone"), func() { p.Park(it.ID, supervision.Lot{Elsewhere: supervision.ForMyself}) }))
	})
	v.worth.Objects = widgets.Each(s.Preparing.Suggestions, v.suggestion)
	v.parked.Objects = widgets.Each(s.Preparing.Parked, func(it supervision.AgendaItem) fyne.CanvasObject { return v.kept(s, it) })
	v.helped.Objects = widgets.Each(s.Helped, v.practice)
	v.often.Hidden = len(v.often.Objects) == 0
	v.folds[0].Hidden, v.folds[1].Hidden, v.folds[2].Hidden = len(v.worth.Objects) == 0, len(v.parked.Objects) == 0, len(s.Helped) == 0
	v.content.Hidden = v.folds[0].Hidden && v.folds[1].Hidden && v.folds[2].Hidden
	v.content.Refresh()
}

// practice shows what helped before, with what, and where it comes from.
func (v *preparingView) practice(one app.Practice) fyne.CanvasObject {
	var about []string
	for _, theme := range one.Themes {
		about = append(about, v.page.desk.ThemeName(theme))
	}
	if one.Source != "" {
		about = append(about, one.Source)
	}
	return widgets.Card(widgets.Column(look.Tight, widgets.NewText(one.Text, look.Interface, look.Ink), widgets.NewSmall(strings.Join(about, " · "))))
}

// suggestion shows what may be worth bringing, and the reason in plain words.
//
//words:prefix supervision.worth.
func (v *preparingView) suggestion(s app.Suggestion) fyne.CanvasObject {
	w := v.page.words
	title := s.Title
	switch {
	case s.Reason == supervision.ThemeAgain:
		title = v.page.desk.ThemeName(s.Theme)
	case s.Reason == supervision.NothingGood:
		title = w.T("supervision.worth.good")
	case title == "" && s.Day != "":
		title = app.EntryName(w, journal.Overview{Date: s.Day})
	}
	links := widgets.Wrap(look.Wide)
	switch {
	case s.Session != 0:
		links.Add(widgets.NewLink(w.T("session.open_record"), func() { v.page.frame.Open("session", s.Session) }))
	case len(s.Entries) > 0:
		links.Add(widgets.NewLink(w.T("supervision.item.entry"), func() { v.page.openEntry(s.Entries[0]) }))
	}
	links.Add(widgets.NewLink(w.T("supervision.gap_pass"), func() { v.page.presenter.PassSuggestion(s) }))
	return widgets.Card(widgets.Column(look.Tight, widgets.NewText(title, look.Interface, look.Ink).Bold(),
		widgets.NewSmall(w.N("supervision.worth."+string(s.Reason), s.Count)), links))
}

// kept shows what is parked, for whom or where, and how it comes back.
//
//words:prefix supervision.park.
func (v *preparingView) kept(s State, it supervision.AgendaItem) fyne.CanvasObject {
	w := v.page.words
	where := w.T("supervision.park." + string(it.Parked.Elsewhere))
	if it.Parked.With != 0 {
		where = w.T("supervision.park.with", s.name(it.Parked.With))
	}
	return widgets.Card(widgets.Column(look.Tight, widgets.NewText(it.Title, look.Interface, look.Ink).Bold(), widgets.NewSmall(where),
		widgets.Row(0, widgets.NewLink(w.T("supervision.unpark"), func() { v.page.presenter.Unpark(it.ID) }))))
}

// balance says what the last sessions were about, in minutes; nothing where none
// was held.
func (p *Page) balance(shares []balance.Share) string {
	var parts []string
	for _, share := range shares {
		parts = append(parts, p.words.T("supervision.budget.part", p.terms().part(share.Function), share.Minutes))
	}
	if len(parts) == 0 {
		return ""
	}
	return p.words.T("supervision.balance", strings.Join(parts, " · "))
}

// showParkMenu offers where an item can be kept, out of the way of supervision.
func (p *Page) showParkMenu(below fyne.CanvasObject, it supervision.AgendaItem, then func()) {
	var choices []widgets.MenuChoice
	add := func(text string, lot supervision.Lot) {
		choices = append(choices, widgets.MenuChoice{Text: text, Chosen: func() { then(); p.presenter.Park(it.ID, lot) }})
	}
	for _, where := range supervision.Elsewheres() {
		add(p.words.T("supervision.park."+string(where)), supervision.Lot{Elsewhere: where})
	}
	for _, r := range p.presenter.state.People {
		if !r.Archived {
			add(p.words.T("supervision.park.with", r.Name), supervision.Lot{With: r.ID})
		}
	}
	widgets.ShowMenu(below, choices...)
}

// takeFurther marks an item as one to be escalated, which is urgent: where nobody
// is named yet who needs to know before then, the form asks.
func (p *Page) takeFurther(it supervision.AgendaItem) {
	it.Want, it.Urgency = supervision.WantEscalate, supervision.Urgent
	if it.AskWhoKnows() {
		p.editItem(it).who.Focus()
		return
	}
	p.presenter.SaveItem(it)
}

// suggestionKey tells suggestions apart.
func suggestionKey(s app.Suggestion) string {
	return fmt.Sprint(s.Reason, s.Theme, s.Item, s.Session, s.Entries)
}
