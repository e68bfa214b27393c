package editor

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// minWidth is the least width of a field, in Fyne's device-independent pixels.
const minWidth = 120

// metrics is what the theme says about text, in device-independent pixels.
type metrics struct {
	size   float32 // of the letters
	height float32 // of a row's letters
	pitch  float32 // from row to row
	pad    float32 // around the text
	font   fyne.Resource
}

func (m metrics) top(row int) float32 { return m.pad + float32(row)*m.pitch }

// row returns the row at a height, which may be above or below all rows.
func (m metrics) row(y float32) int {
	if y < m.pad {
		return int((y-m.pad)/m.pitch) - 1
	}
	return int((y - m.pad) / m.pitch)
}

// measure asks the theme, and lays out again if it has another answer.
func (e *Editor) measure() {
	th := e.Theme()
	m := metrics{size: th.Size(cmp.Or(e.TextSize, theme.SizeNameText)), font: th.Font(fyne.TextStyle{})}
	if !e.Narrow {
		m.pad = th.Size(theme.SizeNameInnerPadding)
	}
	if m.size == e.metrics.size && m.font == e.metrics.font && m.pad == e.metrics.pad {
		return
	}
	m.height = width("M", m.size).Height
	m.pitch = m.height + th.Size(theme.SizeNameLineSpacing)
	e.metrics = m
	of := func(s string) float32 { return width(s, m.size).Width }
	e.field.SetMeasure(of)
	e.hint.SetMeasure(of)
	e.wrap(e.Size().Width)
}

// width measures s as canvas.Text draws it.
func width(s string, size float32) fyne.Size {
	return fyne.MeasureText(s, size, fyne.TextStyle{})
}

// wrap lays the text out for a field of a width.
func (e *Editor) wrap(width float32) {
	inner := float32(0)
	if width > 0 {
		inner = max(width-2*e.metrics.pad, 1)
	}
	e.field.SetWidth(inner)
	e.hint.SetWidth(inner)
}

// minSize is the height of the text, at least of MinRows rows.
func (e *Editor) minSize() fyne.Size {
	e.measure()
	rows := max(e.field.Rows(), e.MinRows)
	if e.field.Len() == 0 {
		rows = max(rows, e.hint.Rows())
	}
	return fyne.NewSize(minWidth, float32(rows)*e.metrics.pitch+2*e.metrics.pad)
}
