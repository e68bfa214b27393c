package asked

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// fillKept offers the kept searches while nothing is asked for, and to keep what
// is asked for, or to change it where it is kept.
func (a *Asked) fillKept(typed string, asks app.Query, kept []app.SavedSearch) {
	query := strings.TrimSpace(typed)
	at := slices.IndexFunc(kept, func(k app.SavedSearch) bool { return k.Query == query })
	switch {
	case at >= 0:
		var chip *widgets.Chip
		chip = widgets.NewMenuChip(kept[at].Name, func() { a.changeKept(chip, kept[at]) })
		a.chips.Add(chip)
	case !asks.Empty():
		a.chips.Add(widgets.NewAddChip(a.words.T("journal.kept.keep"), a.keep))
	case query == "":
		for _, k := range kept {
			a.chips.Add(widgets.NewChip(k.Name, widgets.Amber, func() { a.around.Ask(k.Query) }))
		}
	}
}

func (a *Asked) changeKept(chip fyne.CanvasObject, k app.SavedSearch) {
	w := a.words
	widgets.ShowMenu(
		chip,
		widgets.MenuChoice{Text: w.T("journal.kept.rename"), Chosen: func() { a.rename(k.Name) }},
		widgets.MenuChoice{Text: w.T("journal.kept.remove"), Chosen: func() {
			a.do(func() error { return a.desk.RemoveSearch(k.Name) }, w.T("journal.kept.removed", k.Name))
		}},
	)
}

// do changes the kept searches off the main goroutine, and says so.
func (a *Asked) do(change func() error, said string) {
	a.desk.Do(change, func(err error) {
		a.frame.Do(func() {
			if err != nil {
				a.frame.Failed(err)
				return
			}
			a.frame.Notify(said, true)
		})
	})
}

func (a *Asked) keep() {
	w, query := a.words, a.around.Query()
	a.askName(w.T("journal.kept.keep.title"), "", func(name string) error { return a.desk.SaveSearch(name, query) },
		"journal.kept.kept")
}

func (a *Asked) rename(name string) {
	w := a.words
	a.askName(w.T("journal.kept.rename.title"), name, func(to string) error { return a.desk.RenameSearch(name, to) },
		"journal.kept.renamed")
}

// askName asks for the name of a kept search, and stays with what is wrong with it.
//
//words:prefix journal.kept.
func (a *Asked) askName(title, name string, take func(name string) error, said string) {
	w := a.words
	field := fields.NewTextLine(w.T("journal.kept.name"), w.T("journal.kept.name.hint"))
	field.SetText(name)
	wrong := widgets.NewText("", look.Interface, look.WarmInk)
	wrong.Hide()
	var d *widgets.Dialog
	done := func(string) {
		to := field.Text()
		a.desk.Do(func() error { return take(to) }, func(err error) {
			a.frame.Do(func() {
				switch fault.KindOf(err) {
				case fault.Invalid:
					wrong.SetText(w.T("journal.kept.wrong"))
				case fault.Conflict:
					wrong.SetText(w.T("journal.kept.taken"))
				default:
					d.Close()
					if err != nil {
						a.frame.Failed(err)
						return
					}
					a.frame.Notify(w.T(said, to), true)
					return
				}
				wrong.Show()
				d.Refresh()
			})
		})
	}
	field.OnSubmitted = done
	d = widgets.ShowDialog(a.frame.Window().Canvas(), title, widgets.Column(look.Gap, field, wrong),
		widgets.NewPlain(w.T("journal.cancel"), func() { d.Close() }),
		widgets.NewPrimary(w.T("journal.kept.take"), func() { done("") }))
}
