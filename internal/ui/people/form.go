package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// form asks for a person: how the name is written, and, if wanted, who it is and
// what stands in its place.
type form struct {
	page           *Page
	who            app.Person
	forms          *fields.TextSection
	role           *fields.Suggest
	relation, code *fields.TextLine
	missing        *widgets.Text
	dialog         *widgets.Dialog
}

// ask asks for a new person, where who has no ID, or for changes to one, and
// gives the form.
func (p *Page) ask(who app.Person) *form {
	f := &form{page: p, who: who}
	f.build()
	w := p.words
	role := widgets.Column(look.Tight, widgets.NewCaption(w.T("people.form.role")), f.role)
	body := widgets.Column(look.Wide, f.forms, f.missing, role, f.relation, f.code)
	title := w.T("people.form.change")
	if who.ID == 0 {
		title = w.T("people.form.new")
	}
	f.dialog = p.openForm(personForms, who.ID, title, body, f.submit)
	p.forms.Focus(fields.FormName(personForms, who.ID), f.forms.FocusEnd)
	return f
}

// openForm shows a form in a dialog with the button that submits it; one of nobody, id
// 0, adds somebody.
func (p *Page) openForm(kind string, of journal.ID, title string, body fyne.CanvasObject, submit func()) (d *widgets.Dialog) {
	w := p.words
	button := w.T("people.form.keep")
	if of == 0 {
		button = w.T("people.form.add")
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), title, body,
		widgets.NewPlain(w.T("people.form.cancel"), func() { d.Leave() }), widgets.NewPrimary(button, submit))
	p.forms.Open(fields.FormName(kind, of), d, body)
	return d
}

// build makes the fields as who has them. Enter leads from role to relation to code,
// and keeps the person there; among the forms of a name it begins a line.
func (f *form) build() {
	w := f.page.words
	f.forms = fields.NewTextSection(w.T("people.form.forms"), w.T("people.form.forms.hint"), 3)
	f.forms.SetText(strings.Join(f.who.Forms, "\n"))
	f.missing = widgets.NewText(w.T("people.form.missing"), look.Label, look.WarmInk)
	f.missing.Hide()
	f.role = fields.NewSuggest(w.T("people.form.role.hint"), f.roles)
	f.role.SetText(f.who.Role)
	f.role.OnChosen = func(s fields.Suggestion) { f.role.SetText(s.Text); f.relation.Focus() }
	f.role.OnSubmitted = func(string) { f.relation.Focus() }
	f.relation = fields.NewTextLine(w.T("people.form.relation"), w.T("people.form.relation.hint"))
	f.relation.SetText(f.who.Relation)
	f.relation.OnSubmitted = func(string) { f.code.Focus() }
	f.code = fields.NewTextLine(w.T("people.form.code"), w.T("people.form.code.hint"))
	f.code.SetText(f.who.Code)
	f.code.OnSubmitted = func(string) { f.submit() }
}

// roles offers the usual roles that begin like what is typed.
func (f *form) roles(typed string) (offers []fields.Suggestion) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return nil
	}
	for _, role := range strings.Split(f.page.words.T("people.roles"), ", ") {
		if strings.HasPrefix(role, typed) && role != typed {
			offers = append(offers, fields.Suggestion{ID: role, Text: role})
		}
	}
	return offers
}

// submit keeps the person, or says that a name is missing.
func (f *form) submit() {
	f.who.Forms = split(f.forms.Text())
	f.who.Role, f.who.Relation, f.who.Code = tidy(f.role.Text()), tidy(f.relation.Text()), tidy(f.code.Text())
	if len(f.who.Forms) == 0 {
		f.missing.Show()
		f.dialog.Refresh()
		f.forms.Focus()
		return
	}
	f.dialog.Close()
	f.page.presenter.Save(f.who)
}

// split gives the forms of a name: one a line, or set apart by commas.
func split(text string) (forms []string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ',' || r == ';' }) {
		if part = tidy(part); part != "" {
			forms = append(forms, part)
		}
	}
	return forms
}

// tidy returns the words of a text with one space between them, whatever stood there,
// so that how a name is spaced makes no other form of it.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }
