package actions

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// form asks for an action: what, who, by when.
type form struct {
	page      *Page
	of        app.Deed
	what, due *fields.TextLine
	name      *fields.TextLine
	owner     supervision.Owner
	owners    map[supervision.Owner]*widgets.Chip
	wrong     *widgets.Text
	column    *fyne.Container
	dialog    *widgets.Dialog
}

// ask asks for a new action, where of has no ID, or for changes to one, and
// gives the form.
func (p *Page) ask(of app.Deed) *form {
	f := &form{page: p, of: of, owner: of.Owner, owners: map[supervision.Owner]*widgets.Chip{}}
	title, button := "actions.form.change", "actions.form.keep"
	if of.ID == 0 {
		title, button, f.owner = "actions.form.new", "actions.form.add", supervision.Me
	}
	f.build()
	w := p.says
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T(title), f.column,
		widgets.NewPlain(w.T("actions.form.cancel"), func() { f.dialog.Leave() }),
		widgets.NewPrimary(w.T(button), f.submit))
	name := fields.FormName(actionForms, of.ID)
	p.forms.Open(name, f.dialog, f.column)
	if f.name.Text() != "" {
		f.owner = supervision.Other
	}
	f.show()
	p.forms.Focus(name, f.what.FocusEnd)
	return f
}

// build makes the fields as the action has them; Enter in any of them submits.
func (f *form) build() {
	w := f.page.says
	f.what = fields.NewTextLine(w.T("actions.form.what"), w.T("actions.form.what.hint"))
	f.due = fields.NewTextLine(w.T("actions.form.due"), w.T("actions.form.due.hint")).Prefilled()
	f.name = fields.NewTextLine(w.T("actions.form.name"), w.T("actions.form.name.hint"))
	f.what.SetText(f.of.Text)
	f.due.SetText(string(f.of.Due))
	f.name.SetText(f.of.OwnerName)
	for _, line := range []*fields.TextLine{f.what, f.due, f.name} {
		line.OnSubmitted = func(string) { f.submit() }
	}
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	who := widgets.Column(look.Tight, widgets.NewCaption(w.T("actions.form.who")), f.chips())
	f.column = widgets.Column(look.Wide, f.what, who, f.name, f.due, f.wrong, widgets.NewSmall(w.T("actions.form.rule")))
}

//words:prefix actions.owner.

// chips lets choose who has the action. The supervisor goes by name where it came out
// of a session with one.
func (f *form) chips() fyne.CanvasObject {
	row := []fyne.CanvasObject{}
	for _, o := range supervision.Owners() {
		text := f.page.says.T("actions.owner." + string(o))
		if o == supervision.Supervisor && f.of.With != "" {
			text = f.of.With
		}
		f.owners[o] = widgets.NewChip(text, widgets.Neutral, func() { f.choose(o) })
		row = append(row, f.owners[o])
	}
	return widgets.Wrap(look.Gap, row...)
}

// choose makes somebody the owner, and for Other asks at once for the name.
func (f *form) choose(o supervision.Owner) {
	f.owner = o
	f.show()
	if o == supervision.Other {
		f.name.Focus()
	}
}

// show marks the owner. The name is asked for of Other alone, and the line for what is
// wrong takes no room while nothing is.
func (f *form) show() {
	for o, chip := range f.owners {
		chip.SetSelected(o == f.owner)
	}
	f.name.Hidden = f.owner != supervision.Other
	f.wrong.Hidden = f.wrong.Text() == ""
	f.column.Refresh()
	f.dialog.Refresh()
}

// submit keeps the action, or says what is missing.
func (f *form) submit() {
	due, err := f.page.desk.ReadDue(f.due.Text())
	a := f.of.Action
	a.Text, a.Owner, a.OwnerName, a.Due = strings.TrimSpace(f.what.Text()), f.owner, "", due
	if f.owner == supervision.Other {
		a.OwnerName = strings.TrimSpace(f.name.Text())
	}
	switch {
	case a.Text == "":
		f.refuse("actions.wrong.what", f.what)
	case a.Owner == supervision.Other && a.OwnerName == "":
		f.refuse("actions.wrong.name", f.name)
	case err != nil:
		f.refuse("actions.wrong.due", f.due)
	default:
		f.dialog.Close()
		f.page.presenter.Save(a)
	}
}

//words:prefix actions.wrong.

// refuse says by a text key what is wrong, and takes the keyboard there; the form stays
// open.
func (f *form) refuse(key string, field *fields.TextLine) {
	f.wrong.SetText(f.page.says.T(key))
	f.show()
	field.Focus()
}

// askWhy asks for the reason before an action is given up.
func (p *Page) askWhy(d app.Deed) *fields.TextLine {
	w := p.says
	return fields.AskWhy(p.frame.Window().Canvas(), fields.Why{
		Title: w.T("actions.drop.title"), Text: d.Text, Name: w.T("actions.drop.why"), Hint: w.T("actions.drop.why.hint"),
		No: w.T("actions.form.cancel"), Yes: w.T("actions.drop.yes"),
	}, func(why string) { p.presenter.GiveUp(d.ID, why) })
}
