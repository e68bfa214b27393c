package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
)

const (
	// lineWidth is how thick a mark's line is, in device-independent pixels.
	lineWidth = 1.5
	// dotStep is from one dot of a dotted line to the next, waveStep from one turn
	// of a wavy one.
	dotStep, dotLength = 5, 2
	waveStep           = 3
	waveHeight         = 2
)

// drawMarks draws the marks of a row and returns those that cover their words.
func (r *renderer) drawMarks(row int, span spanned, y float32) (covers []Mark) {
	e := r.editor
	end := wordsEnd(span)
	for _, k := range e.kinds {
		for _, m := range e.field.MarksIn(k.kind, span.From, end) {
			m.To = min(m.To, end)
			left, right := r.reach(row, span, m.From, m.To)
			if k.style.Ground != "" {
				r.drawGround(left, right, y, r.color(k.style.Ground))
			}
			if k.style.Covered {
				covers = append(covers, m)
			}
			if k.style.Line != NoLine {
				r.drawLine(k.style.Line, left, right, y, r.color(k.style.LineColor))
			}
		}
	}
	return covers
}

// wordsEnd returns where the last word of a row ends: blanks that hang behind it
// are not marked with it.
func wordsEnd(span spanned) int {
	end := span.From
	for _, p := range span.Pieces {
		if p.Text != "" {
			end = p.To
		}
	}
	return end
}

// covered reports whether a piece of a row lies under one of the marks.
func covered(marks []Mark, from, to int) bool {
	for _, m := range marks {
		if from < m.To && to > m.From {
			return true
		}
	}
	return false
}

// drawLine draws a line under the words between left and right of a row.
func (r *renderer) drawLine(line Line, left, right, y float32, ink color.Color) {
	m := &r.editor.metrics
	base := y + m.pitch - lineWidth
	left, right = left+m.pad, right+m.pad
	switch line {
	case Solid:
		r.stroke(left, base, right, base, ink)
	case Dotted:
		for x := left; x < right; x += dotStep {
			r.stroke(x, base, min(x+dotLength, right), base, ink)
		}
	case Wavy:
		up := true
		for x := left; x < right; x, up = x+waveStep, !up {
			a, b := base, base-waveHeight
			if up {
				a, b = b, a
			}
			r.stroke(x, a, min(x+waveStep, right), b, ink)
		}
	}
}

func (r *renderer) stroke(x1, y1, x2, y2 float32, ink color.Color) {
	l := r.lines.next()
	l.StrokeColor, l.StrokeWidth = ink, lineWidth
	if from, to := fyne.NewPos(x1, y1), fyne.NewPos(x2, y2); l.Position1 != from || l.Position2 != to {
		l.Position1, l.Position2 = from, to
	}
}
