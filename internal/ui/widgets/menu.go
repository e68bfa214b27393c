package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// MenuChoice is one line of a menu; Checked shows a tick. An empty Text is a
// dividing line. Further is a menu of its own beside the line.
type MenuChoice struct {
	Text    string
	Checked bool
	Chosen  func()
	Further []MenuChoice
}

// ShowMenu opens a menu right below an object. The keyboard comes back to where it
// was; where a click has taken it from everybody, the object itself gets it.
func ShowMenu(below fyne.CanvasObject, choices ...MenuChoice) {
	c := draw.CanvasOf(below)
	if c == nil {
		return
	}
	if f, can := below.(fyne.Focusable); can && c.Focused() == nil {
		c.Focus(f)
	}
	at := fyne.NewPos(0, below.Size().Height+look.Tight)
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", menuItems(choices)...), c, at, below)
}

func menuItems(choices []MenuChoice) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(choices))
	for i, choice := range choices {
		items[i] = fyne.NewMenuItem(choice.Text, choice.Chosen)
		items[i].Checked = choice.Checked
		if choice.Text == "" {
			items[i] = fyne.NewMenuItemSeparator()
		}
		if len(choice.Further) > 0 {
			items[i].ChildMenu = fyne.NewMenu("", menuItems(choice.Further)...)
		}
	}
	return items
}
