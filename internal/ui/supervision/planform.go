package supervision

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// planForm asks when a session is, how long, and with whom.
type planForm struct {
	page    *Page
	session journal.ID // 0 for a new one
	kind    supervision.RelationshipKind

	day, clock, minutes *fields.TextLine
	with                *fields.Suggest
	kindChip            *widgets.Chip
	kindRow             *fyne.Container
	before              *fields.TextSection // for oneself alone
	says                *widgets.Text
	dialog              *widgets.Dialog
}

// plan asks for a new session, where m has no ID, or for changes to one, and
// gives the form.
func (p *Page) plan(m Meeting) *planForm {
	f := &planForm{page: p, session: m.ID, kind: supervision.ClinicalSupervisor}
	title, button := "supervision.plan.new", "supervision.plan"
	if m.ID != 0 {
		title, button = "supervision.plan.change", "supervision.plan.keep"
	}
	f.build()
	f.fill(m)
	w := p.words
	body := widgets.Column(look.Wide,
		widgets.Column(look.Tight, widgets.NewCaption(w.T("supervision.plan.with")), f.with),
		f.kindRow, f.when(), f.says, f.before)
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T(title), body,
		widgets.NewPlain(w.T("supervision.form.cancel"), func() { f.dialog.Leave() }),
		widgets.NewPrimary(w.T(button), f.submit))
	name := fields.FormName(planForms, m.ID)
	p.forms.Open(name, f.dialog, body)
	f.showReading()
	first := f.day.Focus
	if f.with.Text() == "" {
		first = f.with.Focus
	}
	p.forms.Focus(name, first)
	return f
}

// build makes the fields; fill puts words into them. How day, time and length are read
// is said below with every key, and Enter in one of them submits.
func (f *planForm) build() {
	w := f.page.words
	f.with = fields.NewSuggest(w.T("supervision.plan.with.hint"), f.people)
	f.with.OnChosen = func(s fields.Suggestion) { f.with.SetText(s.Text); f.showPerson(); f.day.Focus() }
	f.with.OnSubmitted = func(string) { f.showPerson(); f.day.Focus() }
	f.kindChip = widgets.NewMenuChip("", f.chooseKind)
	f.kindRow = widgets.Row(look.Gap, widgets.NewSmall(w.T("supervision.plan.kind")).OneLine(), f.kindChip)
	f.day = fields.NewTextLine(w.T("supervision.plan.day"), w.T("supervision.plan.day.hint"))
	f.clock = fields.NewTextLine(w.T("supervision.plan.time"), w.T("supervision.plan.time.hint"))
	f.minutes = fields.NewTextLine(w.T("supervision.plan.minutes"), strconv.Itoa(app.UsualSessionMinutes))
	for _, field := range []*fields.TextLine{f.day.Prefilled(), f.clock.Prefilled(), f.minutes.Prefilled()} {
		field.OnChanged = func(string) { f.showReading() }
		field.OnSubmitted = func(string) { f.submit() }
	}
	f.says = widgets.NewSmall("")
	f.before = fields.NewTextSection(w.T("supervision.item.private"), w.T("supervision.plan.before"), 1)
}

func (f *planForm) when() fyne.CanvasObject {
	return container.NewGridWithColumns(3, f.day, f.clock, f.minutes)
}

// fill shows the session as it is planned, or what is usual.
func (f *planForm) fill(m Meeting) {
	f.minutes.SetText(strconv.Itoa(app.UsualSessionMinutes))
	if m.ID != 0 {
		at := m.Start.In(f.page.desk.Now().Location())
		f.day.SetText(at.Format(input.TypedDay))
		f.clock.SetText(present.Days{Words: f.page.words}.Clock(at))
		f.minutes.SetText(strconv.Itoa(m.Minutes))
		f.with.SetText(m.Name)
		f.before.SetText(m.Beforehand)
	} else if people := f.page.presenter.state.People; len(people) > 0 && !people[0].Archived {
		f.with.SetText(people[0].Name)
	}
	f.showPerson()
	f.showReading()
}

// people offers those one has supervision with.
func (f *planForm) people(typed string) (offers []fields.Suggestion) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	for _, r := range f.page.presenter.state.People {
		name := strings.ToLower(r.Name)
		if !r.Archived && strings.HasPrefix(name, typed) && name != typed {
			offers = append(offers, fields.Suggestion{ID: r.ID.String(), Text: r.Name, Detail: f.page.words.T("relationship." + string(r.Kind))})
		}
	}
	return offers
}

// showPerson shows what goes with whom the session is with: what they are, and
// for a new session how long it usually takes.
func (f *planForm) showPerson() {
	f.showKind()
	for _, r := range f.page.presenter.state.People {
		if f.session == 0 && r.UsualMinutes > 0 && strings.EqualFold(r.Name, strings.TrimSpace(f.with.Text())) {
			f.minutes.SetText(strconv.Itoa(r.UsualMinutes))
		}
	}
}

// showKind asks what a new person is to the user; of one who is known it says so.
func (f *planForm) showKind() {
	f.kindChip.Enable()
	kind := f.kind
	for _, r := range f.page.presenter.state.People {
		if strings.EqualFold(r.Name, strings.TrimSpace(f.with.Text())) {
			kind = r.Kind
			f.kindChip.Disable()
		}
	}
	f.kindChip.SetText(f.page.words.T("relationship." + string(kind)))
	if f.dialog != nil {
		f.dialog.Refresh()
	}
}

// chooseKind offers what somebody new may be. The choice is kept while names are typed,
// and shows only where nobody known has that name.
func (f *planForm) chooseKind() {
	var choices []widgets.MenuChoice
	for _, kind := range supervision.RelationshipKinds() {
		choices = append(choices, widgets.MenuChoice{
			Text: f.page.words.T("relationship." + string(kind)), Checked: kind == f.kind,
			Chosen: func() { f.kind = kind; f.showKind() },
		})
	}
	widgets.ShowMenu(f.kindChip, choices...)
}

// read gives what is written, or the key of what is wrong with it. The plan holds what
// was read up to there: showReading says it.
func (f *planForm) read() (app.Plan, string) {
	now := f.page.desk.Now()
	plan := app.Plan{Session: f.session, Name: strings.TrimSpace(f.with.Text()), Kind: f.kind}
	day, err := f.page.desk.ReadDue(f.day.Text())
	if err != nil || day == "" {
		return plan, "supervision.plan.wrong.day"
	}
	hour, minute, err := input.ReadClock(f.clock.Text())
	if err != nil {
		return plan, "supervision.plan.wrong.time"
	}
	if plan.Start, err = input.AtClock(day, hour, minute, now.Location()); err != nil {
		return plan, "supervision.plan.wrong.skipped"
	}
	plan.Minutes, err = strconv.Atoi(strings.TrimSpace(f.minutes.Text()))
	if err != nil || plan.Minutes < 1 || plan.Minutes > supervision.MaxMinutes {
		return plan, "supervision.plan.wrong.minutes"
	}
	if plan.Name == "" {
		return plan, "supervision.plan.wrong.with"
	}
	return plan, ""
}

// showReading says how the day and the time are understood.
func (f *planForm) showReading() {
	plan, wrong := f.read()
	f.says.SetRole(look.Soft)
	f.says.SetText(f.page.words.T("supervision.plan.reading"))
	switch wrong {
	case "", "supervision.plan.wrong.with", "supervision.plan.wrong.minutes":
		f.says.SetText(f.page.days.FullAt(plan.Start, f.page.desk.Now()))
	case "supervision.plan.wrong.time":
		day, _ := f.page.desk.ReadDue(f.day.Text())
		f.says.SetText(f.page.days.Full(day.Time(), f.page.desk.Now()))
	case "supervision.plan.wrong.skipped":
		f.says.SetText(f.page.words.T(wrong))
	}
}

// submit plans the session, or says what is wrong.
func (f *planForm) submit() {
	plan, wrong := f.read()
	if wrong == "" {
		f.planAfterAsking(plan)
		return
	}
	f.says.SetRole(look.WarmInk)
	f.says.SetText(f.page.words.T(wrong))
	f.dialog.Refresh()
	map[string]func(){
		"supervision.plan.wrong.day": f.day.Focus, "supervision.plan.wrong.time": f.clock.Focus, "supervision.plan.wrong.skipped": f.clock.Focus,
		"supervision.plan.wrong.minutes": f.minutes.Focus, "supervision.plan.wrong.with": f.with.Focus,
	}[wrong]()
}

// planAfterAsking plans the session; of one that would have been over by now it asks
// first, since a day is easily mistyped.
func (f *planForm) planAfterAsking(plan app.Plan) {
	w, now := f.page.words, f.page.desk.Now()
	keep := func() {
		f.dialog.Close()
		f.page.coming = f.page.coming || f.session == 0 // the button that led here is gone
		f.page.presenter.Plan(plan, f.before.Text())
	}
	if plan.Start.Add(time.Duration(plan.Minutes) * time.Minute).After(now) {
		keep()
		return
	}
	widgets.Confirm(f.page.frame.Window().Canvas(), widgets.Ask{
		Title: w.T("supervision.plan.past"), Text: w.T("supervision.plan.past.text", f.page.days.FullAt(plan.Start, now)),
		Yes: w.T("supervision.plan.past.yes"), No: w.T("supervision.plan.past.no"), Careful: true,
	}, keep).OnClosed(f.day.Focus)
}

// cancel asks why a session is called off.
func (p *Page) cancel(m Meeting) {
	w, now := p.words, p.desk.Now()
	fields.AskWhy(p.frame.Window().Canvas(), fields.Why{
		Title: w.T("supervision.cancel"), Text: w.T("supervision.cancel.text", p.days.FullAt(m.Start.In(now.Location()), now)),
		Name: w.T("supervision.cancel.reason"), Hint: w.T("supervision.cancel.reason.hint"),
		No: w.T("supervision.cancel.no"), Yes: w.T("supervision.cancel.yes"),
	}, func(said string) { p.presenter.Cancel(m.ID, said) })
}
