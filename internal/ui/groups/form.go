package groups

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// form is a dialog with fields, and a line that says what is missing.
type form struct {
	page   *Page
	column *fyne.Container
	wrong  *widgets.Text
	dialog *widgets.Dialog
	keep   *widgets.Button
}

// ask shows a form; submit returns the key of what is wrong, "" for nothing.
func (p *Page) ask(name, title, keep string, submit func() string, body ...fyne.CanvasObject) *form {
	w := p.says
	f := &form{page: p, wrong: widgets.NewText("", look.Label, look.WarmInk)}
	f.column = widgets.Column(look.Wide, append(body, f.wrong)...)
	do := func() {
		if said := submit(); said != "" {
			f.wrong.SetText(said)
			f.dialog.Refresh()
			return
		}
		f.dialog.Close()
	}
	f.keep = widgets.NewPrimary(keep, do)
	f.dialog = widgets.ShowWideDialog(p.frame.Window().Canvas(), strings.TrimSuffix(title, "…"), f.column,
		widgets.NewPlain(w.T("groups.cancel"), func() { f.dialog.Leave() }), f.keep)
	fields.EachLine(f.column, func(line *fields.TextLine) { f.answer(line, do) })
	if name != "" {
		p.forms.Open(name, f.dialog, f.column)
	}
	return f
}

// answer has Enter in a line keep the form, unless it leads elsewhere, and typing there
// take away what was said to be wrong.
func (f *form) answer(line *fields.TextLine, keep func()) {
	if line.OnSubmitted == nil {
		line.OnSubmitted = func(string) { keep() }
	}
	changed := line.OnChanged
	line.OnChanged = func(text string) {
		if changed != nil {
			changed(text)
		}
		f.wrong.SetText("")
		f.dialog.Refresh()
	}
}
