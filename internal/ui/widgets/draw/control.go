package draw

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// Control is what everything that can be clicked shares: focus, hover, being
// switched off, and a ring that shows the focus.
type Control struct {
	widget.BaseWidget
	focused, hovered, disabled bool
	onEscape                   func()
}

// FocusGained shows the ring.
func (c *Control) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides the ring.
func (c *Control) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune takes no letters; a control that does has its own.
func (c *Control) TypedRune(rune) { Typing() }

// KeyDown lets the window know that somebody is there.
func (c *Control) KeyDown(k *fyne.KeyEvent) {
	c.pressed(k.Name)
	PassOn(k)
}

// KeyUp changes nothing.
func (c *Control) KeyUp(*fyne.KeyEvent) {}

// MouseIn tints the control under the pointer.
func (c *Control) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved changes nothing.
func (c *Control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tint away.
func (c *Control) MouseOut() { c.hovered = false; c.Refresh() }

// Enable makes the control answer again.
func (c *Control) Enable() { c.disabled = false; c.Refresh() }

// Disable makes the control deaf and grey; Tab passes it by.
func (c *Control) Disable() { c.disabled = true; c.Refresh() }

// Disabled tells whether the control is switched off.
func (c *Control) Disabled() bool { return c.disabled }

// HasFocus reports whether the control has the keyboard.
func (c *Control) HasFocus() bool { return c.focused }

// Hovered reports whether the pointer is over the control.
func (c *Control) Hovered() bool { return c.hovered }

// OnEscape returns what Escape does while this control has the focus; nil for
// nothing of its own.
func (c *Control) OnEscape() func() { return c.onEscape }

// Cursor shows a hand over what answers.
func (c *Control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// SetEscape says what Escape does while this control has the focus.
func (c *Control) SetEscape(f func()) { c.onEscape = f }

// Pressed runs act when key is Space, Enter or Return, and Escape's own act; an
// Escape that has none goes to the window.
func (c *Control) Pressed(key fyne.KeyName, act func()) {
	switch key {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if !c.disabled {
			act()
		}
	case fyne.KeyEscape:
		Escape(c.onEscape)
	}
}

// NewRing gives the mark of focus, hidden.
func NewRing(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeWidth, r.CornerRadius = 2, radius
	r.Hide()
	return r
}

// EmptyTrack draws what a slider or a bar has not reached as an outline: against
// a grey, no colour of what is filled would stand out in every look.
func EmptyTrack(w Themed, track *canvas.Rectangle, radius float32) {
	track.FillColor, track.CornerRadius = Paint(w, look.Surface), radius
	track.StrokeColor, track.StrokeWidth = Paint(w, look.Border), 1
}

// StyleRing shows ring in the accent colour while the control has the focus.
func (c *Control) StyleRing(ring *canvas.Rectangle) {
	ring.StrokeColor = Paint(c, look.Green)
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

// Escape does what Escape is for where the keyboard is. With nothing to do there
// the key goes to the window, as it does when nobody has the keyboard.
func Escape(act func()) {
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

// PassOn tells the windows of a key that went down on something that has the
// keyboard. Fyne itself tells them only of keys that go to nobody, and a window
// that locks by itself must know that somebody is there.
func PassOn(k *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if c, ok := w.Canvas().(desktop.Canvas); ok && c.OnKeyDown() != nil {
			c.OnKeyDown()(k)
		}
	}
}
