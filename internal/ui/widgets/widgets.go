// Package widgets holds the controls that the pages are composed of. They know
// no domain: they take plain strings, numbers and callbacks, and draw with the
// colour roles of package look, so that light, dark, high contrast and any text
// size are one drawing.
//
// Everything here runs on Fyne's main goroutine and is not safe for concurrent
// use. The one exception is the work handed to Button.Async, which runs on a
// goroutine of its own and comes back through fyne.Do. Every control that can be
// clicked can be reached with Tab, shows a ring while it has the focus, and is
// worked with Space, Enter and the arrow keys. A setter changes what is shown and
// never calls the callback; only the person's own hand does.
package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
)

// Tone says in which sense a chip, a dot, a bar or a notice is coloured. It is
// never the only bearer of a meaning: words stand beside it.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Green
	Warm
	Amber
)

// ground is the soft colour under words of this tone.
func (t Tone) ground() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Muted, look.GreenSoft, look.WarmSoft, look.AmberSoft}[t]
}

// ink is the colour of words of this tone.
func (t Tone) ink() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Soft, look.Green, look.WarmInk, look.AmberInk}[t]
}

// fill is the strong colour of a dot or a bar of this tone.
func (t Tone) fill() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Line, look.Green, look.Warm, look.Amber}[t]
}

// edge is the border around a soft ground of this tone.
func (t Tone) edge() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Line, look.GreenEdge, look.WarmEdge, look.AmberEdge}[t]
}

// themed is a widget that knows the theme it is drawn with.
type themed interface{ Theme() fyne.Theme }

// paint gives the colour of a role in the theme that w is drawn with; nothing to
// see where a foreign theme does not know the role.
func paint(w themed, role fyne.ThemeColorName) color.Color {
	c := w.Theme().Color(role, fyne.CurrentApp().Settings().ThemeVariant())
	if c == nil {
		return color.Transparent
	}
	return c
}

func measure(w themed, size fyne.ThemeSizeName) float32 { return w.Theme().Size(size) }

// drawing is a renderer made of functions. min and arrange are never nil; restyle
// takes colours and texts from the widget anew.
type drawing struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	arrange func(fyne.Size)
	restyle func()
	size    func() fyne.Size
}

// draw gives a renderer for w, styled once.
func draw(w fyne.Widget, objects []fyne.CanvasObject, min func() fyne.Size, arrange func(fyne.Size), restyle func()) *drawing {
	d := &drawing{objects: objects, min: min, arrange: arrange, restyle: restyle, size: w.Size}
	if d.restyle == nil {
		d.restyle = func() {}
	}
	d.restyle()
	return d
}

// Destroy has nothing to give back.
func (d *drawing) Destroy() {}

// Layout places the objects in size.
func (d *drawing) Layout(size fyne.Size) { d.arrange(size) }

// MinSize gives the least size that the objects need.
func (d *drawing) MinSize() fyne.Size { return d.min() }

// Objects gives what is drawn, lowest first.
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Refresh styles and places everything anew.
func (d *drawing) Refresh() {
	d.restyle()
	d.arrange(d.size())
	for _, o := range d.objects {
		canvas.Refresh(o)
	}
}

// place moves and resizes in one.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// words gives a canvas text in the theme's size.
func words(size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", color.Black)
	t.TextSize = size
	t.TextStyle.Bold = bold
	return t
}
