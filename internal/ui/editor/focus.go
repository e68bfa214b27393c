package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained is called by Fyne.
func (e *Editor) FocusGained() { e.setFocus(true) }

// FocusLost is called by Fyne.
func (e *Editor) FocusLost() { e.setFocus(false) }

func (e *Editor) setFocus(on bool) {
	e.focused, e.shift = on, false
	e.caret.rest()
	e.redraw()
	if e.OnFocus != nil {
		e.OnFocus(on)
	}
}

// Focused reports whether the field has the keyboard.
func (e *Editor) Focused() bool { return e.focused }

// Focus takes the keyboard to the field.
func (e *Editor) Focus() {
	if c := e.canvas(); c != nil && !e.focused {
		c.Focus(e.self())
	}
}

// self is the widget as Fyne knows it, which may be one that extends this one.
func (e *Editor) self() fyne.Focusable { return e }

func (e *Editor) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(e.self().(fyne.CanvasObject))
}

// AcceptsTab is false: Tab leaves the field.
func (e *Editor) AcceptsTab() bool { return false }

// Cursor is the pointer's shape over the field.
func (e *Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

// KeyDown is called by Fyne for every key that is pressed.
func (e *Editor) KeyDown(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	if e.OnKeyDown != nil {
		e.OnKeyDown(key)
	}
}

// KeyUp is called by Fyne for every key that is released.
func (e *Editor) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		e.shift = false
	}
}

// shifted reports whether Shift is held down.
func (e *Editor) shifted() bool { return shiftHeld(fyne.CurrentApp().Driver(), e.shift) }

// shiftHeld asks the driver of a desktop, which knows. What the field saw of the key
// may be old: its release goes to whatever has the keyboard by then, such as a dialog
// that a key with Shift has opened.
func shiftHeld(driver fyne.Driver, seen bool) bool {
	if d, ok := driver.(desktop.Driver); ok {
		return d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	return seen
}

// AccessibilityLabel tells a screen reader what the field is and what the caret's
// row says.
func (e *Editor) AccessibilityLabel() string {
	if e.field.Len() == 0 {
		return join(e.Label, e.placeholder)
	}
	row, _ := e.field.Caret()
	span := e.field.Span(row)
	return join(e.Label, e.field.Slice(span.From, span.To))
}

func join(label, text string) string {
	if label == "" || text == "" {
		return label + text
	}
	return label + ": " + text
}

// AccessibilityRole is text.
func (e *Editor) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
