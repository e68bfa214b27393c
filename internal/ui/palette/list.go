package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// list shows the rows, and scrolls where the window is too low for them. The
// keyboard stays in the field above.
type list struct {
	widget.BaseWidget
	palette *Palette
	state   State
	rows    []*line
	column  *fyne.Container
	scroll  *container.Scroll
}

func newList(p *Palette) *list {
	l := &list{palette: p, column: container.New(stack{})}
	l.scroll = container.NewVScroll(l.column)
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) rowHeight() float32 { return draw.TextHeight(l, look.Interface) + 19 }

func (l *list) show(s State) {
	l.state = s
	for len(l.rows) < len(s.Rows) {
		row := &line{list: l, index: len(l.rows)}
		row.ExtendBaseWidget(row)
		l.rows = append(l.rows, row)
		l.column.Add(row)
	}
	for i, row := range l.rows {
		row.Hidden = i >= len(s.Rows)
		row.Refresh()
	}
	l.column.Refresh()
	l.reveal()
}

// reveal scrolls to the chosen row.
func (l *list) reveal() {
	high, at := l.rowHeight(), float32(l.state.At)
	switch y, room := l.scroll.Offset.Y, l.scroll.Size().Height; {
	case l.state.At < 0 || room == 0:
	case at*high < y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, at*high))
	case (at+1)*high > y+room:
		l.scroll.ScrollToOffset(fyne.NewPos(0, (at+1)*high-room))
	}
}

// CreateRenderer is called by Fyne.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// stack sets rows below each other.
type stack struct{}

// Layout gives each row its height.
func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			high := o.MinSize().Height
			draw.Place(o, 0, y, size.Width, high)
			y += high
		}
	}
}

// MinSize is the height of all rows.
func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(1, 0)
	for _, o := range objects {
		if o.Visible() {
			size.Height += o.MinSize().Height
		}
	}
	return size
}

// line draws one row: the group's name where it begins, a dot, the name and what
// is said of it, and at the right its keys, day or count.
type line struct {
	widget.BaseWidget
	list  *list
	index int

	ground, stripe, rule *canvas.Rectangle
	dot                  *canvas.Circle
	title, right         *canvas.Text
	pieces               []*canvas.Text
	drawing              *draw.Drawing
}

func (v *line) row() (Row, bool) {
	if v.index < len(v.list.state.Rows) {
		return v.list.state.Rows[v.index], true
	}
	return Row{}, false
}

// Tapped opens the row.
func (v *line) Tapped(*fyne.PointEvent) {
	v.list.palette.presenter.Choose(v.index)
	v.list.palette.take()
}

// MouseIn changes nothing: a row that comes under a resting pointer isn't chosen.
func (v *line) MouseIn(*desktop.MouseEvent) {}

// MouseMoved chooses the row.
func (v *line) MouseMoved(*desktop.MouseEvent) { v.list.palette.presenter.Choose(v.index) }

// MouseOut changes nothing.
func (v *line) MouseOut() {}

// Cursor shows that the row can be clicked.
func (v *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel gives the group, the name and what is said of it.
func (v *line) AccessibilityLabel() string {
	r, _ := v.row()
	return r.Title + " " + r.Name + ". " + r.Detail + " " + r.Right
}

// AccessibilityRole says button, the nearest role that Fyne has.
func (v *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (v *line) CreateRenderer() fyne.WidgetRenderer {
	v.pieces = nil // those of a drawing that was given up
	v.ground, v.stripe, v.rule = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	v.dot = canvas.NewCircle(color.Transparent)
	v.title, v.right = draw.Words(0, true), draw.Words(0, false)
	v.drawing = draw.New(v, []fyne.CanvasObject{v.ground, v.stripe, v.rule, v.dot, v.title, v.right},
		func() fyne.Size { return fyne.NewSize(1, v.list.rowHeight()) }, v.arrange, func() {})
	return v.drawing
}

var weights = map[Weight]fyne.ThemeColorName{Light: look.Green, Middling: look.Amber, Heavy: look.Warm}

func (v *line) arrange(size fyne.Size) {
	r, ok := v.row()
	for _, t := range v.pieces {
		t.Hide()
	}
	if !ok || size.Width == 0 {
		return
	}
	chosen := v.index == v.list.state.At
	lead := v.arrangeGround(r, chosen, size)
	right := size.Width - look.Edge
	v.right.Text, v.right.TextSize, v.right.Color = r.Right, draw.Measure(v, look.Label), draw.Paint(v, look.Soft)
	m := v.right.MinSize()
	draw.Place(v.right, right-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
	if r.Right != "" {
		right -= m.Width + 14
	}
	at := &setting{line: v, x: lead + 30, right: right, high: size.Height}
	at.words(r.Name, r.Named, look.Interface, look.Ink, chosen)
	at.x += 10
	at.words(r.Detail, r.Found, look.Label, look.Soft, false)
}

// arrangeGround sets what stands behind and before the words, and returns where
// the column of titles ends.
func (v *line) arrangeGround(r Row, chosen bool, size fyne.Size) float32 {
	draw.Say(v.title, r.Title)
	v.title.TextSize, v.title.Color = draw.Measure(v, look.Label), draw.Paint(v, look.Soft)
	lead := 7.2 * draw.Measure(v, look.Interface)
	draw.Place(v.title, look.Edge-2, (size.Height-v.title.MinSize().Height)/2, lead, v.title.MinSize().Height)
	v.rule.FillColor, v.rule.Hidden = draw.Paint(v, look.Line), r.Title == "" || v.index == 0
	draw.Place(v.rule, 0, 0, size.Width, 1)
	v.ground.Hidden, v.stripe.Hidden = !chosen, !chosen
	v.ground.FillColor, v.ground.CornerRadius = draw.Paint(v, look.GreenSoft), 4
	v.stripe.FillColor = draw.Paint(v, look.Green)
	draw.Place(v.ground, lead+8, 2, size.Width-lead-18, size.Height-4)
	draw.Place(v.stripe, lead+8, 2, 3, size.Height-4)
	v.dot.Hidden = r.Weight == Unmarked
	v.dot.FillColor = draw.Paint(v, weights[r.Weight])
	d := draw.TextHeight(v, look.Interface) / 2
	draw.Place(v.dot, lead+16, (size.Height-d)/2, d, d)
	return lead + 8
}

// setting sets words on a line, from left to right, as far as they fit.
type setting struct {
	line           *line
	x, right, high float32
	used           int
	full           bool
}

// words sets a text with its found stretches in bold green.
func (s *setting) words(text string, found []app.Span, size fyne.ThemeSizeName, ink fyne.ThemeColorName, bold bool) {
	at := 0
	for _, f := range found {
		if f.Start < at || f.End > len(text) || f.Start >= f.End {
			continue
		}
		s.piece(text[at:f.Start], size, ink, bold)
		s.piece(text[f.Start:f.End], size, look.Green, true)
		at = f.End
	}
	s.piece(text[at:], size, ink, bold)
}

func (s *setting) piece(text string, size fyne.ThemeSizeName, ink fyne.ThemeColorName, bold bool) {
	if text == "" || s.full {
		return
	}
	v := s.line
	if s.used == len(v.pieces) {
		t := draw.Words(0, false)
		v.pieces = append(v.pieces, t)
		v.drawing.Drawn = append(v.drawing.Drawn, t)
	}
	t := v.pieces[s.used]
	s.used++
	t.TextSize, t.Color = draw.Measure(v, size), draw.Paint(v, ink)
	wide := func(text string) float32 { return draw.Extent(text, t.TextSize, bold).Width }
	if s.right-s.x < wide("…") {
		s.full = true
		t.Hide()
		return
	}
	draw.Set(t, draw.Clip(text, s.right-s.x, wide), bold)
	s.full = t.Text != text
	m := t.MinSize()
	draw.Place(t, s.x, (s.high-m.Height)/2, m.Width, m.Height)
	s.x += wide(t.Text)
	t.Show()
}
