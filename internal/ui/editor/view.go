package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/editor/text"
)

const (
	// margin is how many rows are drawn above and below those that can be seen.
	margin = 2
	// blindRows is how many rows are drawn as long as nobody knows where on the
	// window the field stands.
	blindRows = 60
)

type spanned = text.Span

// visible returns the rows to draw: those that the window can show, and a margin.
func (r *renderer) visible() (first, last int) {
	e := r.editor
	rows := e.field.Rows()
	top, bottom := r.inSight()
	return max(e.metrics.row(top)-margin, 0), max(min(e.metrics.row(bottom)+1+margin, rows), 0)
}

// inSight returns the part of the field, from its top, that lies inside the
// window. The scroll around it may show less.
func (r *renderer) inSight() (top, bottom float32) {
	c := r.editor.canvas()
	if c == nil || asking {
		return 0, r.editor.metrics.top(blindRows)
	}
	y := r.watch.absolute().Y
	return -y, c.Size().Height - y
}

// watch is an object without a look. Fyne asks it whether it is visible each time
// it goes through what is on the window, before it paints; so the field learns
// that it was scrolled, and draws the rows that have come into sight.
type watch struct {
	canvas.Rectangle
	renderer *renderer
	due      bool // nothing is drawn yet
}

// asking keeps a watch from being asked by its own question, or by another's.
var asking bool

// Visible is always true.
func (w *watch) Visible() bool {
	r := w.renderer
	switch {
	case asking:
		return true
	case w.due:
		r.draw()
		return true
	case r.drawn.first == 0 && r.drawn.last == r.drawn.rows:
		return true
	}
	top, bottom := r.inSight()
	m := &r.editor.metrics
	if m.row(top) < r.drawn.first && r.drawn.first > 0 || m.row(bottom)+1 > r.drawn.last && r.drawn.last < r.drawn.rows {
		r.draw()
	}
	return true
}

// absolute returns where on the window the field stands.
func (w *watch) absolute() fyne.Position {
	asking = true
	defer func() { asking = false }()
	return w.renderer.editor.absolute()
}
