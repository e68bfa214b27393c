package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	// clickPause is the longest time between the clicks of a double click.
	clickPause = 400 * time.Millisecond
	// clickReach is how far apart they may be.
	clickReach = 4
	// scrollStep is how often a selection is drawn on while the pointer rests
	// outside the field's visible part.
	scrollStep = 60 * time.Millisecond
)

// pointer is what the mouse is doing.
type pointer struct {
	editor   *Editor
	clicks   int // 2 selects words, 3 paragraphs
	last     time.Time
	at       fyne.Position
	from, to int           // what was selected by the click
	dragged  fyne.Position // on the window
	stop     func()
}

// MouseDown puts the caret under the pointer; with Shift the selection follows.
// A second click selects the word, a third the paragraph.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	e.Focus()
	p := &e.pointer
	if ev.Button == desktop.MouseButtonSecondary {
		e.clickAside(ev.Position)
		return
	}
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	p.count(ev.Position)
	e.click(ev.Position, ev.Modifier&fyne.KeyModifierShift != 0)
}

// count tells how many clicks came one upon the other.
func (p *pointer) count(at fyne.Position) {
	now, away := p.editor.clock.Now(), at.Subtract(p.at)
	if now.Sub(p.last) > clickPause || max(away.X, -away.X, away.Y, -away.Y) > clickReach || p.clicks == 3 {
		p.clicks = 0
	}
	p.clicks, p.last, p.at = p.clicks+1, now, at
}

func (e *Editor) click(pos fyne.Position, extend bool) {
	row, x := e.rowAt(pos)
	switch at := e.field.PlaceNear(row, x); {
	case extend:
		e.field.PlaceAt(row, x, true)
	case e.pointer.clicks == 2:
		e.field.SelectWord(at)
	case e.pointer.clicks == 3:
		e.field.SelectParagraph(at)
	default:
		e.field.PlaceAt(row, x, false)
	}
	e.pointer.from, e.pointer.to = e.Selection()
	e.moved()
}

// clickAside puts the caret under the pointer unless the selection is there.
func (e *Editor) clickAside(pos fyne.Position) {
	row, x := e.rowAt(pos)
	from, to := e.Selection()
	if at := e.field.PlaceNear(row, x); at < from || at > to || from == to {
		e.field.PlaceAt(row, x, false)
		e.moved()
	}
}

// rowAt returns the row at a position in the field, and how far from the text's
// left.
func (e *Editor) rowAt(pos fyne.Position) (row int, x float32) {
	e.measure()
	return min(max(e.metrics.row(pos.Y), 0), e.field.Rows()-1), pos.X - e.metrics.pad
}

// MouseUp ends a selection by the mouse.
func (e *Editor) MouseUp(*desktop.MouseEvent) { e.pointer.drop() }

// DragEnd ends a selection by the mouse.
func (e *Editor) DragEnd() { e.pointer.drop() }

// Dragged takes the selection to the pointer, by words or paragraphs after a
// second or third click, and goes on while the pointer rests outside.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	e.pointer.dragged = ev.AbsolutePosition
	e.drag(ev.Position)
}

func (e *Editor) drag(pos fyne.Position) {
	p := &e.pointer
	row, x := e.rowAt(pos)
	if p.clicks < 2 {
		e.field.PlaceAt(row, x, true)
	} else {
		e.field.Grow(p.from, p.to, e.field.PlaceNear(row, x), p.clicks == 3)
	}
	p.again()
	e.moved()
}

// again waits for the next step of a selection that scrolls.
func (p *pointer) again() {
	p.drop()
	p.stop = p.editor.clock.AfterFunc(scrollStep, func() {
		p.stop = nil
		row, _ := p.editor.field.Caret()
		here := p.dragged.Subtract(p.editor.absolute())
		if to, _ := p.editor.rowAt(here); to != row {
			p.editor.drag(here)
			return
		}
		p.again()
	})
}

// drop stops waiting.
func (p *pointer) drop() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}

func (e *Editor) absolute() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
}

// Tapped takes the keyboard to the field, for fingers, which press no button.
func (e *Editor) Tapped(*fyne.PointEvent) { e.Focus() }
