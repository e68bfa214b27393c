package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TappedSecondary opens the context menu under the pointer.
func (e *Editor) TappedSecondary(ev *fyne.PointEvent) {
	row, x := e.rowAt(ev.Position)
	e.openMenu(e.field.PlaceNear(row, x), ev.AbsolutePosition)
}

// menuAtCaret opens the context menu under the caret.
func (e *Editor) menuAtCaret() {
	row, x := e.field.Caret()
	below := fyne.NewPos(e.metrics.pad+x, e.metrics.top(row+1))
	e.openMenu(e.field.Selection().Head, e.absolute().Add(below))
}

func (e *Editor) openMenu(at int, where fyne.Position) {
	c := e.canvas()
	menu := e.menu(at)
	if c == nil || len(menu.Items) == 0 {
		return
	}
	widget.ShowPopUpMenuAtPosition(menu, c, where)
}

// menu is what can be done at a place: first with the marks there.
func (e *Editor) menu(at int) *fyne.Menu {
	var items []*fyne.MenuItem
	for _, a := range e.actionsAt(at) {
		items = append(items, fyne.NewMenuItem(a.Label, a.Do))
	}
	writes, selected := !e.readOnly, e.SelectedText() != ""
	items = append(items, part(items,
		item(e.Labels.Undo, e.Undo, writes, e.field.CanUndo()),
		item(e.Labels.Redo, e.Redo, writes, e.field.CanRedo()))...)
	items = append(items, part(items,
		item(e.Labels.Cut, e.cut, writes, selected),
		item(e.Labels.Copy, e.copy, true, selected),
		item(e.Labels.Paste, e.paste, writes, true),
		item(e.Labels.SelectAll, e.SelectAll, true, e.field.Len() > 0))...)
	if e.Further != nil && selected && writes {
		var further []*fyne.MenuItem
		for _, a := range e.Further() {
			further = append(further, fyne.NewMenuItem(a.Label, a.Do))
		}
		items = append(items, part(items, further...)...)
	}
	items = append(items, part(items, item(e.Labels.Find, e.find, e.OnFind != nil, e.field.Len() > 0))...)
	return fyne.NewMenu("", items...)
}

// item returns an entry of the menu, nil if it is not to be there.
func item(label string, do func(), there, able bool) *fyne.MenuItem {
	if label == "" || !there {
		return nil
	}
	i := fyne.NewMenuItem(label, do)
	i.Disabled = !able
	return i
}

// part returns the items that are there, behind a line if something stands above.
func part(above []*fyne.MenuItem, items ...*fyne.MenuItem) []*fyne.MenuItem {
	var there []*fyne.MenuItem
	for _, i := range items {
		if i != nil {
			there = append(there, i)
		}
	}
	if len(above) > 0 && len(there) > 0 {
		return append([]*fyne.MenuItem{fyne.NewMenuItemSeparator()}, there...)
	}
	return there
}
