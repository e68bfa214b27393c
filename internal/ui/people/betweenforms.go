package people

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// The forms of what stands between two people, whose words outlive locking.
const (
	goalForms       = "goal"
	lookForms       = "look"
	agreementForms  = "agreement"
	evaluationForms = "evaluation"
	bestForms       = "best"
	practiceForms   = "practice"
)

// betweenForms returns what opens each of the forms for the record that it is of.
func (p *Page) betweenForms() map[string]func(journal.ID) {
	return map[string]func(journal.ID){
		goalForms: p.askGoal, lookForms: p.askLook, agreementForms: p.askAgreement,
		evaluationForms: p.askEvaluation, bestForms: p.askBest, practiceForms: p.askPractice,
	}
}

// wordsForm asks for some words in a dialog.
type wordsForm struct {
	page   *Page
	body   *fyne.Container
	places []field
	wrong  *widgets.Text
	dialog *widgets.Dialog
}

// wordsForm returns a form without places: ask adds them, in the order by which text
// counts them, and show makes the dialog that refuse needs.
func (p *Page) wordsForm() *wordsForm {
	f := &wordsForm{page: p, body: widgets.Column(look.Wide), wrong: widgets.NewText("", look.Label, look.WarmInk)}
	f.wrong.Hide()
	return f
}

// ask adds a place to write, of one line or of several.
func (f *wordsForm) ask(label, text string, several bool) {
	var place field = fields.NewTextLine(label, "")
	if several {
		place = fields.NewTextSection(label, "", 1)
	}
	place.SetText(text)
	f.places = append(f.places, place)
	f.body.Add(place)
}

// text returns what is written in the i-th place, from 0, without the space around it.
func (f *wordsForm) text(i int) string { return strings.TrimSpace(f.places[i].Text()) }

// refuse says what is wrong, and leaves the form open.
func (f *wordsForm) refuse(key string) {
	f.wrong.SetText(f.page.words.T(key))
	f.wrong.Show()
	f.dialog.Refresh()
}

// show opens the form; the words in it wait where it is closed by locking. Enter in a
// line does what the last of the buttons does.
func (f *wordsForm) show(title, kind string, of journal.ID, buttons ...*widgets.Button) {
	f.body.Add(f.wrong)
	cancel := widgets.NewPlain(f.page.words.T("people.form.cancel"), func() { f.dialog.Leave() })
	all := append([]*widgets.Button{cancel}, buttons...)
	fields.EachLine(f.body, func(line *fields.TextLine) {
		line.OnSubmitted = func(string) { all[len(all)-1].Tapped(nil) }
		line.OnChanged = func(string) { f.wrong.Hide(); f.dialog.Refresh() }
	})
	f.dialog = widgets.ShowWideDialog(f.page.frame.Window().Canvas(), strings.TrimSuffix(title, "…"), f.body, all...)
	name := fields.FormName(kind, of)
	f.page.forms.Open(name, f.dialog, f.body)
	if first, can := f.places[0].(interface{ FocusEnd() }); can {
		f.page.forms.Focus(name, first.FocusEnd)
	}
}

// keep returns the button that keeps what was written: to changes the journal by what
// each place says, unless the first is needed and empty. to runs off the main
// goroutine, once the form has closed, and must not ask the form.
func (f *wordsForm) keep(needed bool, done, about string, to func(said []string) error) *widgets.Button {
	return widgets.NewPrimary(f.page.words.T("people.form.keep"), func() {
		if needed && f.text(0) == "" {
			f.refuse("people.words.missing")
			return
		}
		var said []string
		for i := range f.places {
			said = append(said, f.text(i))
		}
		f.dialog.Close()
		f.page.presenter.act(done, about, func() error { return to(said) })
	})
}

// askGoal asks for a new goal with somebody: what it is, by what one will know, and by
// which day. The last two may stay empty.
func (p *Page) askGoal(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	f, w := p.wordsForm(), p.words
	f.ask(w.T("people.goal.text"), "", false)
	f.ask(w.T("people.goal.sign"), "", false)
	f.ask(w.T("people.goal.day"), "", false)
	keep := widgets.NewPrimary(w.T("people.form.keep"), func() {
		by, err := p.dayOf(f.text(2))
		switch {
		case f.text(0) == "":
			f.refuse("people.words.missing")
		case err:
			f.refuse("people.words.day")
		default:
			f.dialog.Close()
			g := app.Goal{With: with, Text: f.text(0), Sign: f.text(1), By: by}
			p.presenter.act("people.done.goal", is.Name, func() error { _, err := p.desk.SaveGoal(g); return err })
		}
	})
	f.show(w.T("people.goal.add"), goalForms, with, keep)
}

// dayOf reads a day to come as it is written; nothing is no day.
func (p *Page) dayOf(typed string) (day journal.Date, wrong bool) {
	day, err := p.desk.ReadDue(typed)
	return day, err != nil
}

// askLook asks what is seen of a goal today.
func (p *Page) askLook(id journal.ID) {
	g, known := p.presenter.state.goal(id)
	if !known {
		return
	}
	f, w := p.wordsForm(), p.words
	f.body.Add(widgets.NewText(g.Text, look.Interface, look.Ink).Bold())
	if g.Sign != "" {
		f.body.Add(widgets.NewSmall(g.Sign))
	}
	for _, l := range g.Looks {
		f.body.Add(widgets.NewSmall(strings.Join([]string{p.says().day(l.On), w.T("people.goal.state." + string(l.State)), l.Text}, " · ")))
	}
	f.ask(w.T("people.goal.seen"), "", true)
	as := func(state app.GoalState) func() {
		return func() {
			seen := f.text(0)
			f.dialog.Close()
			p.presenter.act("people.done.look", g.Text, func() error { return p.desk.LookAtGoal(id, seen, state) })
		}
	}
	remove := widgets.NewWarm(w.T("people.remove"), func() {
		f.dialog.Close()
		p.presenter.act("people.done.goal_removed", g.Text, func() error { return p.desk.RemoveGoal(id) })
	})
	f.show(w.T("people.goal.look"), lookForms, id, remove, widgets.NewPlain(w.T("people.goal.let_go"), as(app.GoalLetGo)),
		widgets.NewPlain(w.T("people.goal.reached"), as(app.GoalReached)), widgets.NewPrimary(w.T("people.goal.on"), as(app.GoalAimed)))
}

//words:prefix agreement.term.

// askAgreement asks what is agreed with somebody: the version that can still be changed,
// else the next one.
func (p *Page) askAgreement(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	a := is.Agreement
	if a.ID == 0 || a.Fixed() {
		next, err := p.desk.NewAgreement(with)
		if err != nil {
			p.frame.Failed(err)
			return
		}
		a = next
	}
	f, w := p.wordsForm(), p.words
	f.ask(w.T("people.support.days"), numberOrNone(a.CadenceDays), false)
	f.ask(w.T("people.support.minutes"), numberOrNone(a.Minutes), false)
	f.ask(w.T("people.agreement.day"), input.Typed(a.Review), false)
	for _, term := range app.AgreementTerms() {
		f.ask(w.T("agreement.term."+string(term)), a.Clause(term), true)
	}
	keep := widgets.NewPrimary(w.T("people.form.keep"), func() {
		made, wrong := f.agreement(a)
		if wrong != "" {
			f.refuse(wrong)
			return
		}
		f.dialog.Close()
		p.presenter.act("people.done.agreement", is.Name, func() error { _, err := p.desk.SaveAgreement(made); return err })
	})
	f.show(w.T("people.agreement.make"), agreementForms, with, keep)
}

// agreement reads what was written, or says what is wrong by a text key.
func (f *wordsForm) agreement(a app.Agreement) (made app.Agreement, wrong string) {
	days, daysOK := number(f.text(0), supervision.MaxCadence)
	minutes, minutesOK := number(f.text(1), supervision.MaxMinutes)
	review, dayWrong := f.page.dayOf(f.text(2))
	switch {
	case !daysOK:
		return a, "people.support.wrong.days"
	case !minutesOK:
		return a, "people.support.wrong.minutes"
	case dayWrong || review != "" && review < a.From:
		return a, "people.words.day"
	}
	a.CadenceDays, a.Minutes, a.Review = days, minutes, review
	for i, term := range app.AgreementTerms() {
		a = a.Saying(term, f.text(3+i))
	}
	return a, ""
}

// askEvaluation asks how it goes with somebody, beside what the log says.
func (p *Page) askEvaluation(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	f, w := p.wordsForm(), p.words
	f.body.Add(widgets.NewText(p.served(is), look.Interface, look.Ink))
	f.ask(w.T("people.evaluation.helps"), "", true)
	f.ask(w.T("people.evaluation.missing"), "", true)
	f.ask(w.T("people.evaluation.ask"), "", true)
	f.ask(w.T("people.evaluation.private"), "", true)
	f.show(w.T("people.evaluation.make"), evaluationForms, with, f.keep(false, "people.done.evaluation", is.Name, func(said []string) error {
		_, err := p.desk.SaveEvaluation(app.Evaluation{With: with, Helps: said[0], Missing: said[1], Ask: said[2], Private: said[3]})
		return err
	}))
}

//words:prefix supervision.function.

// served says what the log tells of the sessions since the last look.
func (p *Page) served(is app.Between) string {
	w, terms := p.words, p.desk.Settings().Terms()
	name := func(f supervision.Function) string {
		label, _ := terms.Label(f)
		return w.T("supervision.function." + label)
	}
	s := is.Served
	lines := []string{w.T("people.evaluation.since", p.says().day(s.From)), w.N("people.support.held", s.Held) + " · " + w.N("people.support.cancelled", s.CalledOff)}
	var some, none []string
	for _, share := range s.Shares {
		if share.Function != "" {
			some = append(some, name(share.Function)+" "+strconv.Itoa(share.Items))
		}
	}
	for _, f := range s.Unserved {
		none = append(none, name(f))
	}
	if len(some) > 0 {
		lines = append(lines, w.T("people.evaluation.served", strings.Join(some, ", ")))
	}
	if s.Held > 0 && len(none) > 0 {
		lines = append(lines, w.T("people.evaluation.unserved", strings.Join(none, ", ")))
	}
	return strings.Join(lines, "\n")
}

// askBest asks how the writer works best with somebody; empty takes that away. It
// stands on a card that is shared by choice.
func (p *Page) askBest(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	f, w := p.wordsForm(), p.words
	f.body.Add(widgets.NewSmall(w.T("people.best.hint")))
	f.ask(w.T("people.best.text"), is.Tie.Best, true)
	f.show(w.T("people.best.make"), bestForms, with, f.keep(false, "people.done.best", is.Name, func(said []string) error { return p.desk.SetBest(with, said[0]) }))
}

// askPractice asks for something that helped: new for 0.
func (p *Page) askPractice(id journal.ID) {
	one := p.presenter.state.practice(id)
	f, w := p.wordsForm(), p.words
	var themes []string
	for _, t := range one.Themes {
		themes = append(themes, p.desk.Themes().Name(t))
	}
	f.body.Add(widgets.NewSmall(w.T("people.helped.hint")))
	f.ask(w.T("people.helped.text"), one.Text, true)
	f.ask(w.T("people.helped.themes"), strings.Join(themes, ", "), false)
	f.ask(w.T("people.helped.source"), one.Source, false)
	var buttons []*widgets.Button
	if one.ID != 0 {
		buttons = append(buttons, widgets.NewWarm(w.T("people.remove"), func() {
			f.dialog.Close()
			p.presenter.act("people.done.helped_removed", w.T("people.helped.text"), func() error { return p.desk.RemovePractice(one.ID) })
		}))
	}
	f.show(w.T("people.helped.add"), practiceForms, one.ID, append(buttons, f.keep(true, "people.done.helped", w.T("people.helped.text"), func(said []string) error {
		one.Text, one.Source, one.Themes = said[0], said[2], nil
		for name := range strings.SplitSeq(said[1], ",") {
			if name = strings.TrimSpace(name); name == "" {
				continue
			}
			t, err := p.desk.AddTheme(name)
			if err != nil {
				return err
			}
			one.Themes = append(one.Themes, t.ID)
		}
		_, err := p.desk.SavePractice(one)
		return err
	}))...)
}

// askHelp asks what somebody is there for.
func (p *Page) askHelp(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	w, body, rows := p.words, widgets.Column(look.Tight), map[app.Help]*widgets.CheckRow{}
	for _, h := range app.Helps() {
		has := false
		for _, for_ := range is.For {
			has = has || for_ == h
		}
		rows[h] = widgets.NewCheckRow(w.T("people.help."+string(h)), has, nil)
		body.Add(rows[h])
	}
	outside := widgets.NewCheckRow(w.T("people.help.outside"), is.Tie.Outside, nil)
	body.Add(outside)
	var dialog *widgets.Dialog
	dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("people.between.help"), body,
		widgets.NewPlain(w.T("people.form.cancel"), func() { dialog.Close() }),
		widgets.NewPrimary(w.T("people.form.keep"), func() {
			var chosen []app.Help
			for _, h := range app.Helps() {
				if rows[h].Checked() {
					chosen = append(chosen, h)
				}
			}
			apart := outside.Checked()
			dialog.Close()
			p.presenter.act("people.done.help", is.Name, func() error { return p.desk.SetHelp(with, chosen, apart) })
		}))
}

// askPart shows what is open with somebody who goes, and parts.
func (p *Page) askPart(with journal.ID) {
	is, known := p.presenter.state.Between[with]
	if !known {
		return
	}
	w, l := p.words, is.Loose
	lines := []string{
		w.N("people.part.sessions", len(l.Sessions)), w.N("people.part.mine", len(l.Mine)), w.N("people.part.theirs", len(l.Theirs)),
		w.N("people.part.carried", len(l.Carried)+len(l.Kept)), w.N("people.part.goals", len(l.Goals)), w.T("people.part.then"),
	}
	var dialog *widgets.Dialog
	dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("people.part.title", is.Name), widgets.NewText(strings.Join(lines, "\n"), look.Interface, look.Ink),
		widgets.NewPlain(w.T("people.form.cancel"), func() { dialog.Close() }),
		widgets.NewWarm(w.T("people.part"), func() {
			dialog.Close()
			p.presenter.Part(is)
		}))
}
