package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// countdown is a strip over the page that says when the journal locks. It covers
// the window without hiding it: any key, click or movement takes it away.
type countdown struct {
	widget.BaseWidget
	canvas fyne.Canvas
	alive  func()
	text   *widgets.Text
	strip  *fyne.Container
}

var (
	_ desktop.Keyable   = (*countdown)(nil)
	_ desktop.Hoverable = (*countdown)(nil)
	_ desktop.Mouseable = (*countdown)(nil)
	_ fyne.Focusable    = (*countdown)(nil)
	_ fyne.Scrollable   = (*countdown)(nil)
)

func showCountdown(c fyne.Canvas, alive func()) *countdown {
	d := &countdown{canvas: c, alive: alive, text: widgets.NewText("", look.Interface, look.AmberInk).Bold().Centred()}
	strip := widgets.On(look.AmberSoft, widgets.Pad(look.Edge, look.Wide, d.text))
	d.strip = widgets.Frame(widgets.Frame(nil, widgets.Rule(), nil, nil, strip), nil, nil, nil, widgets.Sized(0, 0, container.NewWithoutLayout()))
	d.ExtendBaseWidget(d)
	d.Resize(c.Size())
	c.Overlays().Add(d)
	c.Focus(d)
	return d
}

// say shows how long is left.
func (d *countdown) say(text string) {
	d.text.SetText(text)
	d.strip.Refresh()
}

func (d *countdown) close() { d.canvas.Overlays().Remove(d) }

// CreateRenderer is called by Fyne.
func (d *countdown) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.strip) }

// KeyDown takes the strip away; the key then goes where it was meant to.
func (d *countdown) KeyDown(*fyne.KeyEvent) { d.alive() }

// KeyUp changes nothing.
func (d *countdown) KeyUp(*fyne.KeyEvent) {}

// TypedKey takes the strip away.
func (d *countdown) TypedKey(*fyne.KeyEvent) { d.alive() }

// TypedRune takes the strip away.
func (d *countdown) TypedRune(rune) { d.alive() }

// FocusGained changes nothing.
func (d *countdown) FocusGained() {}

// FocusLost changes nothing.
func (d *countdown) FocusLost() {}

// MouseIn changes nothing: the strip has come under a pointer that rests.
func (d *countdown) MouseIn(*desktop.MouseEvent) {}

// MouseMoved takes the strip away.
func (d *countdown) MouseMoved(*desktop.MouseEvent) { d.alive() }

// MouseOut changes nothing.
func (d *countdown) MouseOut() {}

// MouseDown takes the strip away.
func (d *countdown) MouseDown(*desktop.MouseEvent) { d.alive() }

// MouseUp changes nothing.
func (d *countdown) MouseUp(*desktop.MouseEvent) {}

// Scrolled takes the strip away.
func (d *countdown) Scrolled(*fyne.ScrollEvent) { d.alive() }
