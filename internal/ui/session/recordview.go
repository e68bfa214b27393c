package session

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// recordView shows what came out of a session that is over. Its record stands;
// what is added later stands below it.
type recordView struct {
	page    *Page
	content fyne.CanvasObject
	header  *widgets.Header
	scroll  *container.Scroll
	column  *fyne.Container
	added   *fyne.Container
	text    *fields.TextSection
	of      journal.ID // the session that text belongs to
	differs *widgets.CheckRow
	add     *fyne.Container
	alone   *widgets.Button
	about   *aboutForm
	again   *widgets.Button // opens the session again
}

func newRecordView(p *Page) *recordView {
	w := p.words
	v := &recordView{page: p, column: widgets.Column(look.Wide), added: widgets.Column(look.Gap)}
	v.alone = widgets.NewPlain(w.T("session.record.alone"), p.presenter.GoOn)
	v.header = widgets.NewHeader("", "", v.alone, widgets.NewPlain(w.T("session.back"), func() { p.frame.Open("supervision", 0) }))
	v.text = fields.NewTextSection(w.T("session.correct"), w.T("session.correct.hint"), 2)
	p.forms.Place(func() string { return fields.FormName(correctionForms, v.of) }, v.text)
	v.differs = widgets.NewCheckRow(w.T("session.correct.differs"), false, nil)
	v.about = newAboutForm(p, false)
	v.again = widgets.NewLink(w.T("session.reopen"), v.reopen)
	v.add = widgets.Column(look.Gap, v.text, v.differs, widgets.Row(look.Wide, widgets.NewPlain(w.T("session.correct.add"), v.correct), v.again))
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, widgets.Column(look.Wide, v.column, v.added, v.about.content, v.add)))
	v.text.Follow(v.scroll)
	v.content = widgets.Frame(v.header, nil, nil, nil, widgets.Wheel(v.scroll))
	return v
}

func (v *recordView) correct() {
	text := v.text.Text()
	if strings.TrimSpace(text) == "" {
		v.text.Focus()
		return
	}
	v.page.presenter.Correct(text, v.differs.Checked())
	v.text.SetText("")
	v.differs.SetChecked(false)
}

// reopen asks before a closed session is opened again.
func (v *recordView) reopen() {
	w, p := v.page.words, v.page
	widgets.Confirm(p.frame.Window().Canvas(), widgets.Ask{
		Title: w.T("session.reopen.title"), Text: w.T("session.reopen.text"),
		Yes: w.T("session.reopen.yes"), No: w.T("session.cancel"),
	}, p.presenter.Reopen)
}

func (v *recordView) show(s State) {
	w, now := says{v.page.words}, v.page.now()
	session := s.Sitting.Session
	v.turn(session.ID)
	start := session.When().In(now.Location())
	closed := session.State == supervision.Closed
	when := w.T("session.over.when", w.day(start, now), present.Days{Words: w.Catalog}.Clock(start), session.Held)
	if !closed {
		when = w.T("session.over.cancelled", w.day(start, now), session.Reason)
	}
	v.header.Set(w.with("session.over.with", s.Sitting.With.Name), when)
	v.alone.Hidden, v.add.Hidden, v.about.content.Hidden = !closed, !closed, !closed
	v.about.show(s)
	v.column.RemoveAll()
	for _, a := range s.Sitting.Account {
		v.column.Add(v.item(s, a))
	}
	v.showWhole(session)
	v.showAdded(session)
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
}

// turn takes the field to another session: what stands in it waits with the one
// that it was typed for.
func (v *recordView) turn(to journal.ID) {
	if to == v.of {
		return
	}
	v.page.forms.Keep(fields.FormName(correctionForms, v.of), v.text)
	v.of = to
	v.text.SetText("")
	v.fill()
}

// fill puts into the field what waits for its session.
func (v *recordView) fill() { v.page.forms.Fill(fields.FormName(correctionForms, v.of), v.text) }

// item shows what a session did with one item.
//
//words:prefix session.kind.
func (v *recordView) item(s State, a supervision.Account) fyne.CanvasObject {
	w := says{v.page.words}
	chips := widgets.Wrap(look.Gap)
	if state := w.state(a); state != "" {
		chips.Add(widgets.NewChip(state, widgets.Neutral, nil))
	}
	if a.Outcome.Kind != "" {
		chips.Add(widgets.NewChip(w.T("session.kind."+string(a.Outcome.Kind)), widgets.Green, nil))
	}
	lines := widgets.Column(look.Gap, widgets.NewBody(a.Item.Title).Bold())
	if len(chips.Objects) > 0 {
		lines.Add(chips)
	}
	for _, text := range outcomeLines(w, a.Outcome) {
		lines.Add(v.long(a.Item.Title, text, look.Interface))
	}
	if c := a.Outcome.CaseRecord; c.Belongs {
		u := supervision.Unrecorded{Item: a.Item.ID, Session: a.Outcome.Session}
		lines.Add(widgets.NewCheckRow(w.T("session.record.done"), c.Done, func(done bool) { v.page.presenter.SetRecorded(u, done) }))
	}
	for _, action := range s.ActionsOf(a.Item.ID) {
		lines.Add(deedRow(v.page, action, s.Sitting.With.Name))
	}
	return widgets.Card(lines)
}

// outcomeLines gives what came out of an item, a paragraph each.
func outcomeLines(w says, o supervision.Outcome) (lines []string) {
	add := func(text string, said string) {
		if strings.TrimSpace(said) != "" {
			lines = append(lines, text)
		}
	}
	add(o.Text, o.Text)
	add(w.T("session.over.decision", o.Decision), o.Decision)
	add(w.T("session.over.why", o.Rationale), o.Rationale)
	add(w.T("session.over.by", o.DecidedBy), o.DecidedBy)
	return lines
}

// showWhole shows what was noted of the session as a whole.
func (v *recordView) showWhole(session supervision.Session) {
	show := func(name, text string) {
		if strings.TrimSpace(text) != "" {
			v.column.Add(widgets.Card(widgets.Column(look.Tight, widgets.NewSmall(name), v.long(name, text, look.Reading))))
		}
	}
	show(v.page.words.T("session.about.notes"), session.Notes)
	show(v.page.words.T("session.about.differs"), session.Disagreement)
}

// showAdded shows what was added after the session, and when it was open again.
func (v *recordView) showAdded(session supervision.Session) {
	w, now := says{v.page.words}, v.page.now()
	v.added.RemoveAll()
	v.added.Hidden = len(session.Corrections)+len(session.Reopened) == 0
	for _, at := range session.Reopened {
		at = at.In(now.Location())
		v.added.Add(widgets.NewSmall(w.T("session.reopened", w.day(at, now), present.Days{Words: w.Catalog}.Clock(at))))
	}
	for _, c := range session.Corrections {
		at := c.At.In(now.Location())
		key := "session.corrected"
		if c.Disagreement {
			key = "session.disagreed"
		}
		label := w.T(key, w.day(at, now), present.Days{Words: w.Catalog}.Clock(at))
		v.added.Add(widgets.Card(widgets.Column(look.Tight, widgets.NewSmall(label), v.long(label, c.Text, look.Reading))))
	}
}

// long gives words that may be long.
func (v *recordView) long(label, text string, size fyne.ThemeSizeName) *fields.LongText {
	words := fields.NewLongText(label, text, size)
	words.Follow(v.scroll)
	return words
}

func (v *recordView) focus() {
	if v.add.Visible() {
		v.text.Focus()
	}
}
