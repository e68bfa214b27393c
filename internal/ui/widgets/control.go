package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// control is what everything that can be clicked shares: focus, hover, being
// switched off, and a ring that shows the focus.
type control struct {
	widget.BaseWidget
	focused, hovered, disabled bool
	onEscape                   func()
}

// FocusGained shows the ring.
func (c *control) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides the ring.
func (c *control) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune takes no letters; a control that does has its own.
func (c *control) TypedRune(rune) {}

// KeyDown lets the window know that somebody is there.
func (c *control) KeyDown(k *fyne.KeyEvent) { passOn(k) }

// KeyUp changes nothing.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// MouseIn tints the control under the pointer.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved changes nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tint away.
func (c *control) MouseOut() { c.hovered = false; c.Refresh() }

// Enable makes the control answer again.
func (c *control) Enable() { c.disabled = false; c.Refresh() }

// Disable makes the control deaf and grey; Tab passes it by.
func (c *control) Disable() { c.disabled = true; c.Refresh() }

// Disabled tells whether the control is switched off.
func (c *control) Disabled() bool { return c.disabled }

// Cursor shows a hand over what answers.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// setEscape says what Escape does while this control has the focus.
func (c *control) setEscape(f func()) { c.onEscape = f }

// pressed runs act when key is Space, Enter or Return, and Escape's own act; an
// Escape that has none goes to the window.
func (c *control) pressed(key fyne.KeyName, act func()) {
	switch key {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if !c.disabled {
			act()
		}
	case fyne.KeyEscape:
		escape(c.onEscape)
	}
}

// newRing gives the mark of focus, hidden.
func newRing(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeWidth, r.CornerRadius = 2, radius
	r.Hide()
	return r
}

// emptyTrack draws what a slider or a bar has not reached as an outline: against
// a grey, no colour of what is filled would stand out in every look.
func emptyTrack(w themed, track *canvas.Rectangle, radius float32) {
	track.FillColor, track.CornerRadius = paint(w, look.Surface), radius
	track.StrokeColor, track.StrokeWidth = paint(w, look.Border), 1
}

// styleRing shows ring in the accent colour while the control has the focus.
func (c *control) styleRing(ring *canvas.Rectangle) {
	ring.StrokeColor = paint(c, look.Green)
	ring.Hidden = !c.focused || c.disabled
}

// Focus takes the keyboard to o. A widget that was never drawn is on no canvas
// yet as far as Fyne knows, so then every window is asked whether it holds o.
func Focus(o fyne.Focusable) {
	driver := fyne.CurrentApp().Driver()
	if obj, ok := o.(fyne.CanvasObject); ok {
		if c := driver.CanvasForObject(obj); c != nil {
			c.Focus(o)
			return
		}
	}
	for _, w := range driver.AllWindows() {
		w.Canvas().Focus(o)
	}
}

// CanvasOf gives the canvas that o is drawn on, for Confirm and ShowDialog; the
// first window's if o was never drawn, nil without a window.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

// escape does what Escape is for where the keyboard is. With nothing to do there
// the key goes to the window, as it does when nobody has the keyboard.
func escape(act func()) {
	if act != nil {
		act()
		return
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if typed := w.Canvas().OnTypedKey(); typed != nil {
			typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
}

// passOn tells the windows of a key that went down on something that has the
// keyboard. Fyne itself tells them only of keys that go to nobody, and a window
// that locks by itself must know that somebody is there.
func passOn(k *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if c, ok := w.Canvas().(desktop.Canvas); ok && c.OnKeyDown() != nil {
			c.OnKeyDown()(k)
		}
	}
}
