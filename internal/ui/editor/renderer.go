package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// caretWidth is how wide the caret is, in device-independent pixels.
const caretWidth = 2

// renderer draws the rows that can be seen, in layers: grounds, words, lines and
// the caret. Objects are used again from one drawing to the next.
type renderer struct {
	editor  *Editor
	watch   *watch
	grounds pool[*canvas.Rectangle]
	words   pool[*canvas.Text]
	lines   pool[*canvas.Line]
	caret   *canvas.Rectangle
	objects []fyne.CanvasObject
	drawn   drawing
}

// drawing is what a renderer has drawn: rows first..last-1 of all.
type drawing struct{ first, last, rows int }

// CreateRenderer is called by Fyne. The watch draws: to ask where the field stands
// before Fyne knows the renderer would have it make another.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{editor: e, caret: canvas.NewRectangle(color.Transparent)}
	r.watch = &watch{renderer: r, due: true}
	r.grounds.fresh = func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r.words.fresh = func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	r.lines.fresh = func() *canvas.Line { return canvas.NewLine(color.Transparent) }
	r.grounds.layer, r.words.layer, r.lines.layer = &fyne.Container{}, &fyne.Container{}, &fyne.Container{}
	r.objects = []fyne.CanvasObject{r.watch, r.grounds.layer, r.words.layer, r.lines.layer, r.caret}
	e.renderer = r
	return r
}

// Destroy is called by Fyne when the field is no longer shown.
func (r *renderer) Destroy() {
	if r.editor.renderer != r {
		return
	}
	r.editor.caret.halt()
	r.editor.pointer.drop()
	r.editor.search.drop()
	r.editor.renderer = nil
}

// Objects are the layers.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is the text's height.
func (r *renderer) MinSize() fyne.Size { return r.editor.minSize() }

// Layout wraps the text to another width.
func (r *renderer) Layout(size fyne.Size) {
	r.editor.measure()
	r.editor.wrap(size.Width)
	r.draw()
}

// Refresh asks the theme again and draws.
func (r *renderer) Refresh() {
	r.editor.measure()
	r.draw()
}

// redraw draws again what can be seen, once there is anything to draw on.
func (e *Editor) redraw() {
	if e.renderer != nil {
		e.renderer.Refresh()
	}
}

// draw puts what can be seen into the layers and has it painted.
func (r *renderer) draw() {
	e := r.editor
	first, last := r.visible()
	r.watch.due = asking // without knowing where: once more
	r.drawn = drawing{first, last, e.field.Rows()}
	r.grounds.begin()
	r.words.begin()
	r.lines.begin()
	if e.field.Len() == 0 {
		r.drawHint()
	}
	for row := first; row < last; row++ {
		r.drawRow(row)
	}
	r.grounds.end()
	r.words.end()
	r.lines.end()
	r.showCaret()
}

func (r *renderer) drawRow(row int) {
	e, span := r.editor, r.editor.field.Span(row)
	y := e.metrics.top(row)
	covers := r.drawMarks(row, span, y)
	r.drawSelection(row, span, y)
	r.drawRuns(span.Pieces, covers, y, r.color(theme.ColorNameForeground))
}

func (r *renderer) drawHint() {
	ink := r.color(theme.ColorNamePlaceHolder)
	for row := range r.editor.hint.Rows() {
		r.drawRuns(r.editor.hint.Span(row).Pieces, nil, r.editor.metrics.top(row), ink)
	}
}

func (r *renderer) drawWord(s string, x, y float32, ink color.Color) {
	m, t := &r.editor.metrics, r.words.next()
	t.Text, t.TextSize, t.Color = s, m.size, ink
	// Fyne leaves out what has no height as soon as its top is out of sight.
	place(t, fyne.NewPos(m.pad+x, y+(m.pitch-m.height)/2), fyne.NewSize(1, m.height))
}

func (r *renderer) drawSelection(row int, span spanned, y float32) {
	e := r.editor
	from, to := e.Selection()
	if from == to || to <= span.From || from >= span.To {
		return
	}
	left, right := r.reach(row, span, from, to)
	if span.Hard && to >= span.To {
		right += e.metrics.size / 3 // the line break is selected too
	}
	ground := r.color(theme.ColorNameSelection)
	if !e.focused {
		ground = faint(ground)
	}
	r.drawGround(left, right, y, ground)
}

// reach returns from where to where in a row a passage goes, from the text's left.
func (r *renderer) reach(row int, span spanned, from, to int) (left, right float32) {
	f := r.editor.field
	if from > span.From {
		left = f.XAt(row, from)
	}
	return left, f.XAt(row, min(to, span.To))
}

func (r *renderer) drawGround(left, right, y float32, fill color.Color) *canvas.Rectangle {
	g, m := r.grounds.next(), &r.editor.metrics
	g.FillColor = fill
	place(g, fyne.NewPos(m.pad+left, y), fyne.NewSize(right-left, m.pitch))
	return g
}

// showCaret shows the caret where it is, or hides it.
func (r *renderer) showCaret() {
	e := r.editor
	row, x := e.field.Caret()
	m := &e.metrics
	place(r.caret, fyne.NewPos(m.pad+x-caretWidth/2, m.top(row)+(m.pitch-m.height)/2), fyne.NewSize(caretWidth, m.height))
	r.caret.FillColor = r.color(theme.ColorNamePrimary)
	if r.caret.Hidden = !e.focused || e.caret.hidden; !r.caret.Hidden {
		canvas.Refresh(r.caret)
	}
	canvas.Refresh(r.watch)
}

// color asks the theme of the field for a colour.
func (r *renderer) color(name fyne.ThemeColorName) color.Color {
	return r.editor.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// faint is half as strong, for what is selected in a field without the keyboard.
func faint(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A /= 2
	return n
}

// place moves and resizes an object, which costs something only if it changes.
func place(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
	if o.Position() != pos {
		o.Move(pos)
	}
	if o.Size() != size {
		o.Resize(size)
	}
}

// pool hands out the objects of a layer again and again.
type pool[T fyne.CanvasObject] struct {
	layer *fyne.Container
	fresh func() T
	all   []fyne.CanvasObject
	used  int
}

func (p *pool[T]) begin() { p.used = 0 }

func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.fresh())
	}
	p.used++
	return p.all[p.used-1].(T)
}

func (p *pool[T]) end() { p.layer.Objects = p.all[:p.used:p.used] }
