package session

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/session/layouts"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// deedList holds the actions taken on under an item, and a line to add one: what,
// who, until when.
type deedList struct {
	page    *Page
	content *fyne.Container
	rows    *fyne.Container
	line    *fyne.Container // the fields of a new action
	of      journal.ID      // the item that they belong to
	what    *fields.TextLine
	who     *widgets.Chip
	name    *fields.TextLine
	named   *fyne.Container // around name
	due     *fields.TextLine
	wrong   *widgets.Text
	owner   supervision.Owner
	shown   []supervision.Action
	with    string
}

func newDeedList(p *Page) *deedList {
	l := &deedList{page: p, rows: widgets.Column(look.Tight + 2), owner: supervision.Me}
	w := p.words
	l.what = fields.NewTextLine("", w.T("session.action.what"))
	l.who = widgets.NewMenuChip("", l.chooseOwner)
	l.name = fields.NewTextLine("", w.T("session.action.name"))
	l.due = fields.NewTextLine("", w.T("session.action.when"))
	for _, field := range []*fields.TextLine{l.what, l.name, l.due} {
		field.OnSubmitted = func(string) { l.add() }
	}
	l.wrong = widgets.NewText("", look.Label, look.WarmInk)
	l.wrong.Hide()
	add := widgets.NewPlain(w.T("session.action.add"), l.add)
	l.named = widgets.Sized(130, 1, l.name)
	line := widgets.Wrap(look.Gap, widgets.Row(look.Gap, l.who, l.named, widgets.Sized(130, 1, l.due)), add)
	l.line = widgets.Column(look.Gap, l.what, line)
	l.content = widgets.Column(look.Gap, widgets.NewCaption(w.T("session.actions")), l.rows, l.line, l.wrong)
	p.forms.Place(func() string { return fields.FormName(actionForms, l.of) }, l.line)
	l.showOwner()
	return l
}

func (l *deedList) focus() { l.what.Focus() }

// turn takes the line to another item: what stands in it waits with the one it was
// typed for.
func (l *deedList) turn(to journal.ID) {
	if to == l.of {
		return
	}
	forms := &l.page.forms
	forms.Keep(fields.FormName(actionForms, l.of), l.line)
	l.clear()
	l.of = to
	l.fill()
}

// fill puts into the line what waits for its item.
func (l *deedList) fill() {
	if l.page.forms.Fill(fields.FormName(actionForms, l.of), l.line) && l.name.Text() != "" {
		l.owner = supervision.Other
		l.showOwner()
	}
}

// clear empties the line for a new action.
func (l *deedList) clear() {
	l.owner = supervision.Me
	for _, field := range []*fields.TextLine{l.what, l.name, l.due} {
		field.SetText("")
	}
	l.wrong.Hide()
	l.showOwner()
}

func (l *deedList) showOwner() {
	l.who.SetText(says{l.page.words}.owner(supervision.Action{Owner: l.owner, OwnerName: l.page.words.T("session.owner.other")}, l.with))
	l.who.SetSelected(true)
	l.named.Hidden = l.owner != supervision.Other
	if l.content != nil {
		l.content.Refresh()
	}
}

func (l *deedList) chooseOwner() {
	w := says{l.page.words}
	var choices []widgets.MenuChoice
	for _, o := range supervision.Owners() {
		text := w.owner(supervision.Action{Owner: o, OwnerName: w.T("session.owner.other")}, l.with)
		choices = append(choices, widgets.MenuChoice{Text: text, Checked: o == l.owner, Chosen: func() {
			l.owner = o
			l.showOwner()
			if o == supervision.Other {
				l.name.Focus()
			}
		}})
	}
	widgets.ShowMenu(l.who, choices...)
}

// add takes on what stands in the line.
func (l *deedList) add() {
	w := says{l.page.words}
	due, err := l.page.readDue(l.due.Text())
	a := supervision.Action{Text: strings.TrimSpace(l.what.Text()), Owner: l.owner, Due: due}
	if l.owner == supervision.Other {
		a.OwnerName = strings.TrimSpace(l.name.Text())
	}
	wrong := ""
	switch {
	case a.Text == "":
		l.what.Focus()
		return
	case err != nil:
		wrong = w.T("session.action.when.wrong")
		l.due.Focus()
	case a.Owner == supervision.Other && a.OwnerName == "":
		wrong = w.T("session.action.name.wrong")
		l.name.Focus()
	}
	l.complain(wrong)
	if wrong != "" {
		return
	}
	l.page.presenter.AddAction(a)
	l.clear()
	l.focus()
}

// complain says below the line what keeps it from being added; "" says nothing.
func (l *deedList) complain(wrong string) {
	l.wrong.SetText(wrong)
	l.wrong.Hidden = wrong == ""
	l.content.Refresh()
}

// show lists the actions of the item in view, and tells whether they are others
// than before: what stands below them has moved then.
func (l *deedList) show(s State) (moved bool) {
	if l.with != s.Sitting.With.Name {
		l.with = s.Sitting.With.Name
		l.showOwner()
	}
	actions := s.ActionsOf(s.At)
	if reflect.DeepEqual(actions, l.shown) {
		return false
	}
	l.shown = actions
	l.rows.RemoveAll()
	for _, a := range actions {
		l.rows.Add(deedRow(l.page, a, l.with))
	}
	l.rows.Hidden = len(actions) == 0
	l.content.Refresh()
	return true
}

// deedRow shows one action with its box, who has it, and a menu of what else can
// be done with it.
func deedRow(p *Page, a supervision.Action, with string) fyne.CanvasObject {
	w := says{p.words}
	box := widgets.NewCheckRow(a.Text, a.State == supervision.Done, func(done bool) { p.presenter.SetDone(a.ID, done) })
	taken := widgets.NewSmall(w.taken(a, with, p.now())).OneLine()
	more := widgets.NewMenuChip(w.T("session.change"), nil)
	more = widgets.NewMenuChip(w.T("session.change"), func() { deedMenu(p, more, a) })
	row := container.New(&layouts.Heading{}, widgets.Column(0, box), widgets.Row(look.Gap, taken, more))
	content := widgets.Column(look.Gap, row)
	if a.State == supervision.Done {
		content.Add(workedRow(p, a))
	}
	if a.State == supervision.Dropped {
		box.Disable()
		content.Add(widgets.NewSmall(w.T("session.action.dropped", a.Reason)))
	}
	return widgets.Card(content)
}

// workedRow asks of a done action whether it worked.
//
//words:prefix session.worked.
func workedRow(p *Page, a supervision.Action) fyne.CanvasObject {
	chips := []fyne.CanvasObject{widgets.NewSmall(p.words.T("session.worked")).OneLine()}
	for _, answer := range []supervision.Worked{supervision.ItWorked, supervision.WorkedInPart, supervision.DidNotWork} {
		chip := widgets.NewChip(p.words.T("session.worked."+string(answer)), widgets.Neutral, func() { p.presenter.Worked(a.ID, answer) })
		chip.SetSelected(a.DidItWork == answer)
		chips = append(chips, chip)
	}
	return widgets.Wrap(look.Gap, chips...)
}

func deedMenu(p *Page, below fyne.CanvasObject, a supervision.Action) {
	w := p.words
	change := widgets.MenuChoice{Text: w.T("session.action.edit"), Chosen: func() { editDeed(p, a) }}
	if a.State != supervision.ToDo {
		widgets.ShowMenu(below, change, widgets.MenuChoice{
			Text: w.T("session.action.reopen"), Chosen: func() { p.presenter.SetDone(a.ID, false) },
		})
		return
	}
	widgets.ShowMenu(below, change, widgets.MenuChoice{Text: w.T("session.action.drop"), Chosen: func() {
		askLine(p, w.T("session.action.drop.title"), w.T("session.action.drop.why"), w.T("session.action.drop"),
			func(reason string) { p.presenter.GiveUp(a.ID, reason) })
	}})
}

// editDeed asks for another text and day of an action.
func editDeed(p *Page, a supervision.Action) {
	w := p.words
	what, due := fields.NewTextLine(w.T("session.action.what"), ""), fields.NewTextLine(w.T("session.action.when"), "")
	what.SetText(a.Text)
	due.SetText(string(a.Due))
	wrong := widgets.NewText(w.T("session.action.when.wrong"), look.Label, look.WarmInk)
	wrong.Hide()
	var d *widgets.Dialog
	keep := func() {
		day, err := p.readDue(due.Text())
		if wrong.Hidden = err == nil; err != nil {
			d.Refresh()
			return
		}
		a.Text, a.Due = what.Text(), day
		d.Close()
		p.presenter.SaveAction(a)
	}
	what.OnSubmitted, due.OnSubmitted = func(string) { keep() }, func(string) { keep() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("session.action.edit"), widgets.Column(look.Wide, what, due, wrong),
		widgets.NewPlain(w.T("session.cancel"), func() { d.Close() }), widgets.NewPrimary(w.T("session.keep"), keep))
}
