// Package later is what of an entry is put off: the day on which to look at it again,
// and the other entries that it belongs together with. Everything here belongs to the
// main goroutine.
package later

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Frame is what is needed of the window around.
type Frame interface {
	Window() fyne.Window
	Words() *words.Catalog
	Do(fn func())
	Notify(text string, undo bool)
	Failed(err error)
}

// Days reads and knows days.
type Days interface {
	Today() journal.Date
	ReadDue(typed string) (journal.Date, error)
}

// AskAgain asks on which day to look at an entry again, and sets it; "" for not any
// more, where there is one.
func AskAgain(f Frame, days Days, now journal.Date, set func(journal.Date)) {
	w, today := f.Words(), days.Today()
	var d *widgets.Dialog
	take := func(day journal.Date) func() { return func() { d.Close(); set(day) } }
	field := fields.NewTextLine(w.T("journal.again.day"), w.T("journal.again.like"))
	says, wrong := widgets.NewSmall(""), widgets.NewText("", look.Label, look.WarmInk)
	field.OnChanged = func(text string) {
		says.SetText("")
		if day, err := days.ReadDue(text); err == nil && day != "" {
			says.SetText(present.Days{Words: w}.Whole(day.Time()))
		}
	}
	typed := func() {
		day, err := days.ReadDue(field.Text())
		switch {
		case err != nil || day == "":
			wrong.SetText(w.T("journal.day.wrong"))
		case day <= today:
			wrong.SetText(w.T("journal.again.past"))
		default:
			take(day)()
			return
		}
		d.Refresh()
	}
	field.OnSubmitted = func(string) { typed() }
	soon := widgets.Wrap(look.Gap,
		widgets.NewChip(w.T("journal.again.week"), widgets.Neutral, take(today.AddDays(7))),
		widgets.NewChip(w.T("journal.again.month"), widgets.Neutral, take(app.Ago(today, -1))),
		widgets.NewChip(w.T("journal.again.quarter"), widgets.Neutral, take(app.Ago(today, -3))))
	if now != "" {
		soon.Add(widgets.NewChip(w.T("journal.again.never"), widgets.Neutral, take("")))
	}
	body := widgets.Column(look.Gap, widgets.NewSoft(w.T("journal.again.text")), soon, field, says, wrong)
	d = widgets.ShowDialog(f.Window().Canvas(), w.T("journal.again"), body,
		widgets.NewPlain(w.T("journal.cancel"), func() { d.Close() }), widgets.NewPrimary(w.T("journal.again.take"), typed))
	field.Focus()
}
