package unlock

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// question is a dialog that asks for a secret, tries it off the main goroutine
// and says when it is wrong.
type question struct {
	title, text, button string
	wrong               func(typed string) string // what to say of a wrong one
	field               fyne.CanvasObject
	secret              func() string
	try                 func(secret string) error // fault.CannotUnlock: wrong
	right               func()
}

// errWrong is what a try returns for wrong recovery words: its kind has the question
// say so and stay open.
var errWrong error = fault.New(fault.CannotUnlock, "check recovery words")

// ask shows the dialog, and gives what its button does.
func ask(frame Frame, q question) (submit func()) {
	t := frame.Words().T
	var d *widgets.Dialog
	wrong := widgets.NewText("", look.Interface, look.WarmInk)
	wrong.Hide()
	body := widgets.Column(look.Wide, widgets.NewSoft(q.text), q.field, wrong)
	button := widgets.NewPrimary(q.button, nil)
	end := func(err error) {
		button.SetText(q.button)
		button.Enable()
		if err != nil && fault.KindOf(err) == fault.CannotUnlock {
			wrong.SetText(q.wrong(q.secret()))
			wrong.Show()
			d.Refresh()
			return
		}
		d.Close()
		if err != nil {
			frame.Failed(err)
			return
		}
		q.right()
	}
	submit = func() {
		typed := q.secret()
		if typed == "" || button.Disabled() {
			return
		}
		button.SetText(t("unlock.trying"))
		button.Disable()
		elsewhere(func() {
			err := q.try(typed)
			frame.Do(func() { end(err) })
		})
	}
	button.OnTapped(submit)
	cancel := widgets.NewPlain(t("unlock.cancel"), func() { d.Close() })
	d = widgets.ShowDialog(frame.Window().Canvas(), q.title, body, cancel, button)
	return submit
}
