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

// ShowMenu opens a menu right below an object, or above it where there is no room
// below: never under the pointer, where a second click would choose. The keys begin at
// the first line that is ticked. The keyboard comes back to where it was; where a click
// has taken it from everybody, the object itself gets it.
func ShowMenu(below fyne.CanvasObject, choices ...MenuChoice) {
	c := draw.CanvasOf(below)
	if c == nil {
		return
	}
	if f, can := below.(fyne.Focusable); can && c.Focused() == nil {
		c.Focus(f)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", menuItems(choices)...), c)
	menu.ShowAtPosition(placeOf(below, menu.MinSize(), c.Size()))
	for range untilTicked(choices) {
		menu.ActivateNext()
	}
}

// placeOf returns where a menu stands: below an object, above it, or else at its right,
// and apart from the window's edge where there is room.
func placeOf(o fyne.CanvasObject, menu, room fyne.Size) fyne.Position {
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	under, over := at.Y+size.Height+look.Tight, at.Y-look.Tight-menu.Height
	left := max(min(at.X, room.Width-menu.Width-look.Gap), 0)
	switch {
	case under+menu.Height <= room.Height:
		return fyne.NewPos(left, under)
	case over >= 0:
		return fyne.NewPos(left, over)
	}
	return fyne.NewPos(at.X+size.Width+look.Tight, max(room.Height-menu.Height, 0))
}

// untilTicked returns how many lines the keys go down to the first that is ticked; 0
// where none is.
func untilTicked(choices []MenuChoice) (n int) {
	for _, choice := range choices {
		if choice.Text != "" {
			n++
		}
		if choice.Checked {
			return n
		}
	}
	return 0
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
