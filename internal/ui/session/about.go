package session

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// errNotAfter is for a next session that isn't after the one in view.
var errNotAfter = errors.New("not after this session")

// aboutForm asks what is said of a session as a whole: how it was held, when the
// next one is, and while it is open also notes and where one disagrees. All of it
// may be shared.
type aboutForm struct {
	page    *Page
	content *fyne.Container
	mode    *widgets.Chip
	next    *fields.TextLine
	reading *widgets.Text   // how the day of the next one is understood
	plan    *widgets.Button // plans it, of a session that is over
	notes   *fields.TextSection
	differs *fields.TextSection
}

func newAboutForm(p *Page, open bool) *aboutForm {
	w := p.words
	f := &aboutForm{page: p, reading: widgets.NewSmall("")}
	f.mode = widgets.NewMenuChip("", f.chooseMode)
	f.next = fields.NewTextLine(w.T("session.about.next"), w.T("session.about.next.hint")).Prefilled()
	f.next.OnChanged = f.readNext
	f.plan = widgets.NewPlain(w.T("session.about.plan"), func() { p.presenter.PlanNext() })
	f.plan.Hide()
	f.content = widgets.Column(look.Gap, widgets.Row(look.Wide, widgets.Sized(170, 1, f.next), f.mode), f.reading, widgets.Row(0, f.plan))
	if open {
		f.notes = f.section("session.about.notes", func(r *app.SessionReview, text string) { r.Shared = text })
		f.differs = f.section("session.about.differs", func(r *app.SessionReview, text string) { r.Disagreement = text })
		f.content.Add(f.notes)
		f.content.Add(f.differs)
	}
	return f
}

// keepInView has scroll follow the line being written.
func (f *aboutForm) keepInView(scroll *container.Scroll) {
	for _, s := range []*fields.TextSection{f.notes, f.differs} {
		s.Follow(scroll)
	}
}

func (f *aboutForm) section(key string, change func(*app.SessionReview, string)) *fields.TextSection {
	s := fields.NewTextSection(f.page.words.T(key), "", 1)
	s.OnChanged = func(text string) {
		f.page.presenter.SetReview(func(r *app.SessionReview) { change(r, text) })
	}
	return s
}

// readNext takes the day of the next session over once it can be read.
func (f *aboutForm) readNext(typed string) {
	day, err := f.page.readDue(typed)
	if s := f.page.presenter.state.Sitting.Session; err == nil && day != "" && day <= journal.DateOf(s.When().In(f.page.now().Location())) {
		err = errNotAfter
	}
	f.sayNext(day, err)
	if err == nil {
		f.page.presenter.SetReview(func(r *app.SessionReview) { r.NextDate = day })
	}
}

func (f *aboutForm) sayNext(day supervision.Date, err error) {
	w, text := says{f.page.words}, ""
	next := f.page.presenter.state.Next
	switch {
	case errors.Is(err, errNotAfter):
		text = w.T("session.about.next.wrong")
	case err != nil:
		text = w.T("session.action.when.wrong")
	case day != "" && !next.Start.IsZero() && journal.DateOf(next.Start) == day:
		key := "session.about.next.ends"
		if f.notes == nil {
			key = "session.about.next.usual"
		}
		text = w.T(key, w.day(next.Start, f.page.now()), present.Days{Words: w.Catalog}.Clock(next.Start), next.Minutes)
	case day != "":
		text = w.day(day.Time(), f.page.now())
	}
	f.reading.SetText(text)
	f.reading.Hidden = text == ""
	f.content.Refresh()
}

//words:prefix record.mode.
func (f *aboutForm) chooseMode() {
	w, now := f.page.words, f.page.presenter.state.Review.Mode
	choose := func(text string, mode supervision.Mode) widgets.MenuChoice {
		return widgets.MenuChoice{Text: text, Checked: mode == now, Chosen: func() {
			f.page.presenter.SetReview(func(r *app.SessionReview) { r.Mode = mode })
		}}
	}
	choices := []widgets.MenuChoice{choose(w.T("session.about.mode.none"), "")}
	for _, mode := range supervision.Modes() {
		choices = append(choices, choose(w.T("record.mode."+string(mode)), mode))
	}
	widgets.ShowMenu(f.mode, choices...)
}

// show fills the form; what is being typed is left alone.
func (f *aboutForm) show(s State) {
	r := s.Review
	mode := "session.about.mode"
	if r.Mode != "" {
		mode = "record.mode." + string(r.Mode)
	}
	f.mode.SetText(f.page.words.T(mode))
	f.mode.SetSelected(r.Mode != "")
	if f.page.fresh {
		f.next.SetText(string(r.NextDate))
	}
	if day, err := f.page.readDue(f.next.Text()); err == nil && day == r.NextDate {
		f.sayNext(day, nil)
	}
	f.plan.Hidden = f.notes != nil || s.Next.Start.IsZero()
	if f.notes == nil {
		return
	}
	for section, text := range map[*fields.TextSection]string{f.notes: r.Shared, f.differs: r.Disagreement} {
		if section.Text() != text {
			section.SetText(text)
		}
	}
}
