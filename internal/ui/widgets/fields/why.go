package fields

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// Why is what a dialog says that asks for a reason: Text is what it is for, Name and Hint
// are the field's.
type Why struct{ Title, Text, Name, Hint, No, Yes string }

// AskWhy asks over the canvas why something is given up, and calls give with the reason;
// without one it stays. It shows at once and returns the field.
func AskWhy(c fyne.Canvas, why Why, give func(reason string)) *TextLine {
	reason := NewTextLine(why.Name, why.Hint)
	var d *widgets.Dialog
	submit := func() {
		said := strings.TrimSpace(reason.Text())
		if said == "" {
			reason.Focus()
			return
		}
		d.Close()
		give(said)
	}
	reason.OnSubmitted = func(string) { submit() }
	d = widgets.ShowDialog(c, why.Title, widgets.Column(look.Wide, widgets.NewBody(why.Text), reason),
		widgets.NewPlain(why.No, func() { d.Close() }), widgets.NewWarm(why.Yes, submit))
	return reason
}
