// Package draw is what the widgets are drawn with: renderers made of functions,
// colours and sizes of the theme, text broken into lines, and what everything that
// can be clicked shares. It belongs to Fyne's main goroutine.
package draw

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Themed is a widget that knows the theme it is drawn with.
type Themed interface{ Theme() fyne.Theme }

// Paint gives the colour of a role in the theme that w is drawn with; nothing to
// see where a foreign theme does not know the role.
func Paint(w Themed, role fyne.ThemeColorName) color.Color {
	c := w.Theme().Color(role, fyne.CurrentApp().Settings().ThemeVariant())
	if c == nil {
		return color.Transparent
	}
	return c
}

// Measure gives a size of the theme that w is drawn with.
func Measure(w Themed, size fyne.ThemeSizeName) float32 { return w.Theme().Size(size) }

// Drawing is a renderer made of functions. Min and Arrange are never nil; Restyle
// takes colours and texts from the widget anew.
type Drawing struct {
	Drawn   []fyne.CanvasObject
	Min     func() fyne.Size
	Arrange func(fyne.Size)
	Restyle func()
	Size    func() fyne.Size
}

// New gives a renderer for w, styled once.
func New(w fyne.Widget, objects []fyne.CanvasObject, min func() fyne.Size, arrange func(fyne.Size), restyle func()) *Drawing {
	d := &Drawing{Drawn: objects, Min: min, Arrange: arrange, Restyle: restyle, Size: w.Size}
	if d.Restyle == nil {
		d.Restyle = func() {}
	}
	d.Restyle()
	return d
}

// Destroy has nothing to give back.
func (d *Drawing) Destroy() {}

// Layout places the objects in size.
func (d *Drawing) Layout(size fyne.Size) { d.Arrange(size) }

// MinSize gives the least size that the objects need.
func (d *Drawing) MinSize() fyne.Size { return d.Min() }

// Objects gives what is drawn, lowest first.
func (d *Drawing) Objects() []fyne.CanvasObject { return d.Drawn }

// Refresh styles and places everything anew.
func (d *Drawing) Refresh() {
	d.Restyle()
	d.Arrange(d.Size())
	for _, o := range d.Drawn {
		canvas.Refresh(o)
	}
}

// Place moves and resizes in one.
func Place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// TextHeight gives the height of a line in the theme's size.
func TextHeight(w Themed, size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("M", Measure(w, size), fyne.TextStyle{}).Height
}
