package learning

import (
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// askTable asks for hours out of a spreadsheet, pasted, and says what they come to before
// anything is taken in.
func (p *Page) askTable() *tableForm {
	w := p.says
	f := &tableForm{page: p, text: fields.NewTextSection(w.T("learning.take.table"), w.T("learning.take.hint"), 6), says: widgets.NewBody("")}
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	f.text.OnChanged = func(string) { f.read() }
	f.take = widgets.NewPrimary(w.T("learning.take.yes"), f.submit)
	f.dialog = widgets.ShowWideDialog(p.frame.Window().Canvas(), w.T("learning.take.title"),
		widgets.Column(look.Wide, widgets.NewSoft(w.T("learning.take.text")), f.text, f.says, f.wrong),
		widgets.NewPlain(w.T("learning.form.cancel"), func() { f.dialog.Close() }), f.take)
	f.read()
	f.text.Focus()
	return f
}

// tableForm is the dialog into which a table of hours is pasted.
type tableForm struct {
	page   *Page
	text   *fields.TextSection
	says   *widgets.Text
	wrong  *widgets.Text
	take   *widgets.Button
	dialog *widgets.Dialog
	found  app.HoursTaking
}

// mostWrong is how many wrong lines are told of at once.
const mostWrong = 5

// read says what the table comes to, or what is wrong with it, line by line.
func (f *tableForm) read() {
	w := f.page.says
	typed := f.text.Text()
	var said, wrong string
	f.found = app.HoursTaking{}
	if strings.TrimSpace(typed) != "" {
		found, err := f.page.desk.ReadHoursTable([]byte(typed))
		f.found = found
		switch n := len(found.Rows); {
		case err != nil:
			all := w.desk.Explain(err)
			wrong = strings.Join(all[:min(len(all), mostWrong)], "\n")
		case n == 0:
			said = w.T("learning.take.none")
		default:
			said = w.N("learning.take.found", n, app.HoursText(found.Minutes), w.desk.SayDay(found.From), w.desk.SayDay(found.Until))
			if found.Doubles > 0 {
				said += " " + w.N("learning.take.doubles", found.Doubles)
			}
			if len(found.New) > 0 {
				said += " " + w.T("learning.take.new", strings.Join(found.New, ", "))
			}
		}
	}
	f.says.SetText(said)
	f.wrong.SetText(wrong)
	if len(f.found.Rows) == 0 {
		f.take.Disable()
	} else {
		f.take.Enable()
	}
	f.dialog.Refresh()
}

// submit takes in what was found.
func (f *tableForm) submit() {
	if len(f.found.Rows) == 0 {
		return
	}
	found := f.found
	f.dialog.Close()
	f.page.presenter.Act("learning.said.taken", func() error { return f.page.desk.TakeHours(found) })
}
