package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

const (
	rowLeft   float32 = 19
	rowRight  float32 = 16
	rowTop    float32 = 9
	rowBottom float32 = 11
)

// rowView draws one row of a RowList. It is handed from item to item while the
// list scrolls, so it keeps its parts and only fills them anew.
type rowView struct {
	widget.BaseWidget
	list    *RowList
	index   int
	row     RowContent
	hovered bool

	ground, stripe, box *canvas.Rectangle
	dot                 *canvas.Circle
	flag, tick          *canvas.ArbitraryPolygon
	title, second       *canvas.Text // second: the second line of a long title
	trailing            *canvas.Text
	excerpt             [2]*canvas.Text
	chips               []rowChip
	found               []*canvas.Rectangle // grounds of found words, made when there are some
	drawing             *drawing
}

type rowChip struct {
	ground *canvas.Rectangle
	label  *canvas.Text
}

func newRowView(list *RowList) *rowView {
	v := &rowView{list: list}
	v.ExtendBaseWidget(v)
	return v
}

// load asks the list for the row's content.
func (v *rowView) load() {
	if v.index < len(v.list.items) {
		v.row = v.list.fill(v.list.items[v.index].ID)
	}
}

// Refresh loads and draws anew.
func (v *rowView) Refresh() {
	v.load()
	v.BaseWidget.Refresh()
}

// Tapped selects the row, or turns its box where the box is.
func (v *rowView) Tapped(e *fyne.PointEvent) {
	Focus(v.list)
	if v.row.Check && e.Position.X < rowLeft+v.boxSize()+4 && v.list.OnToggle != nil {
		v.list.OnToggle(v.list.items[v.index].ID)
		return
	}
	v.list.choose(v.index)
}

// DoubleTapped activates the row where the list has a use for it.
func (v *rowView) DoubleTapped(*fyne.PointEvent) {
	v.list.choose(v.index)
	v.list.act(fyne.KeyReturn)
}

// MouseIn tints the row.
func (v *rowView) MouseIn(*desktop.MouseEvent) { v.hovered = true; v.BaseWidget.Refresh() }

// MouseMoved changes nothing.
func (v *rowView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tint away.
func (v *rowView) MouseOut() { v.hovered = false; v.BaseWidget.Refresh() }

// Cursor shows that the row can be clicked.
func (v *rowView) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel gives the title and the excerpt.
func (v *rowView) AccessibilityLabel() string { return v.row.Title + ". " + v.row.Excerpt }

// AccessibilityRole says button, the nearest role that Fyne has.
func (v *rowView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	v.ground, v.stripe, v.box = clear(), clear(), clear()
	v.dot = canvas.NewCircle(color.Transparent)
	v.flag, v.tick = newMark(Diamond), newMark(Tick)
	v.title, v.second, v.trailing = words(0, true), words(0, true), words(0, false)
	v.excerpt = [2]*canvas.Text{words(0, false), words(0, false)}
	v.drawing = &drawing{objects: []fyne.CanvasObject{
		v.ground, v.stripe, v.box, v.tick, v.dot, v.flag, v.title, v.second, v.trailing, v.excerpt[0], v.excerpt[1],
	}}
	v.drawing.min = func() fyne.Size { return fyne.NewSize(1, v.list.rowHeight()) }
	v.drawing.arrange, v.drawing.restyle, v.drawing.size = v.arrange, v.restyle, v.Size
	v.restyle()
	return v.drawing
}

func (v *rowView) boxSize() float32 { return textHeight(v, look.Interface) * 0.72 }

func (v *rowView) restyle() {
	selected := v.index == v.list.selected
	v.ground.FillColor = color.Transparent
	if selected {
		v.ground.FillColor = paint(v, look.GreenSoft)
	} else if v.hovered {
		v.ground.FillColor = paint(v, look.Side)
	}
	v.ground.StrokeWidth = 0
	if selected && v.list.focused {
		v.ground.StrokeColor, v.ground.StrokeWidth = paint(v, look.Green), 2
	}
	v.stripe.FillColor, v.stripe.Hidden = paint(v, look.Green), !selected
	v.dot.FillColor, v.dot.Hidden = paint(v, v.row.DotTone.fill()), !v.row.Dot
	v.flag.FillColor, v.flag.Hidden = paint(v, look.Green), !v.row.Flag
	v.box.FillColor, v.box.StrokeColor, v.box.StrokeWidth = paint(v, look.Surface), paint(v, look.Soft), 1.5
	v.box.CornerRadius, v.box.Hidden = 3, !v.row.Check
	if v.row.Checked {
		v.box.FillColor, v.box.StrokeColor = paint(v, look.Green), paint(v, look.Green)
	}
	v.tick.FillColor, v.tick.Hidden = paint(v, look.OnGreen), !v.row.Check || !v.row.Checked
	v.title.TextSize, v.title.Color = measure(v, look.Interface), paint(v, look.Ink)
	v.second.TextSize, v.second.Color = v.title.TextSize, v.title.Color
	v.trailing.TextSize, v.trailing.Color, v.trailing.Text = measure(v, look.Label), paint(v, look.Soft), v.row.Trailing
	for _, line := range v.excerpt {
		line.TextSize, line.Color = measure(v, look.Label), paint(v, look.Soft)
	}
	v.restyleChips(selected)
}

func (v *rowView) restyleChips(selected bool) {
	for len(v.chips) < len(v.row.Chips) && v.list.shape.Chips {
		c := rowChip{canvas.NewRectangle(color.Transparent), words(0, false)}
		v.chips = append(v.chips, c)
		v.drawing.objects = append(v.drawing.objects, c.ground, c.label)
	}
	for i, c := range v.chips {
		c.ground.Hidden = i >= len(v.row.Chips)
		c.label.Hidden = c.ground.Hidden
		if c.ground.Hidden {
			continue
		}
		chip := v.row.Chips[i]
		ground := chip.Tone.ground()
		if selected && chip.Tone == Green {
			ground = look.Surface
		}
		c.ground.FillColor = paint(v, ground)
		c.label.Text, c.label.TextSize, c.label.Color = chip.Text, measure(v, look.Label), paint(v, chip.Tone.ink())
	}
}

func (v *rowView) arrange(size fyne.Size) {
	place(v.ground, 0, 0, size.Width, size.Height)
	place(v.stripe, 0, 0, 3, size.Height)
	title, label := textHeight(v, look.Interface), textHeight(v, look.Label)
	x, right := v.arrangeLead(title), v.arrangeTail(size.Width, title)
	y := v.arrangeTitle(x, right, size.Width-rowLeft-rowRight, title, label)
	y = v.arrangeExcerpt(y, size.Width-rowLeft-rowRight, label)
	v.arrangeChips(y+5, size.Width-rowRight, label+4)
}

// arrangeTitle places the title, on two lines where it is too long for one, and
// gives where the excerpt begins. The second line takes one of the excerpt's.
func (v *rowView) arrangeTitle(x, right, width, title, label float32) float32 {
	fits, y := widthOf(v.title), rowTop+title+1
	place(v.title, x, rowTop, right-x, title)
	if fits(v.row.Title) <= right-x || v.list.shape.ExcerptLines == 0 {
		v.title.Text, v.second.Text = clip(v.row.Title, right-x, fits), ""
		return y
	}
	first := linesOf(v.row.Title, right-x, fits)[0]
	v.title.Text = strings.TrimSpace(first)
	v.second.Text = clip(strings.TrimSpace(v.row.Title[len(first):]), width, fits)
	place(v.second, rowLeft, y-1, width, title)
	return y + label
}

// arrangeLead places box and dot, and gives where the title begins.
func (v *rowView) arrangeLead(line float32) float32 {
	x := rowLeft
	if v.row.Check {
		s := v.boxSize()
		y := rowTop + (line-s)/2
		place(v.box, x, y, s, s)
		place(v.tick, x+s*0.16, y+s*0.16, s*0.68, s*0.68)
		x += s + 7
	}
	if v.row.Dot {
		s := line / 2
		place(v.dot, x, rowTop+(line-s)/2, s, s)
		x += s + 5
	}
	return x
}

// arrangeTail places flag and trailing words, and gives where the title ends.
func (v *rowView) arrangeTail(width, line float32) float32 {
	right := width - rowRight
	if v.row.Flag {
		s := line * 0.68
		place(v.flag, right-s, rowTop+(line-s)/2, s, s)
		right -= s + 6
	}
	if v.row.Trailing != "" {
		m := v.trailing.MinSize()
		place(v.trailing, right-m.Width, rowTop+(line-m.Height)/2, m.Width, m.Height)
		right -= m.Width + 8
	} else {
		place(v.trailing, 0, 0, 0, 0)
	}
	return max(right, rowLeft)
}

func (v *rowView) arrangeExcerpt(y, width, line float32) float32 {
	lines := v.list.shape.ExcerptLines
	if v.second.Text != "" {
		lines--
	}
	texts := excerptLines(v.row.Excerpt, lines, width, widthOf(v.excerpt[0]))
	for i, t := range v.excerpt {
		t.Text = ""
		if i < len(texts) {
			t.Text = texts[i]
		}
		place(t, rowLeft, y+float32(i)*line, width, line)
	}
	v.arrangeFound()
	return y + float32(len(texts))*line
}

// arrangeFound lays a ground under each found word of the excerpt.
func (v *rowView) arrangeFound() {
	for _, g := range v.found {
		g.Hide()
	}
	used := 0
	for _, t := range v.excerpt {
		for _, word := range v.row.Found {
			if at := strings.Index(t.Text, word); at >= 0 && word != "" {
				v.markFound(used, t, at, word)
				used++
			}
		}
	}
}

// markFound lays the ground of that number under a word of a line.
func (v *rowView) markFound(number int, line *canvas.Text, at int, word string) {
	if number == len(v.found) {
		v.found = append(v.found, canvas.NewRectangle(color.Transparent))
		v.drawing.objects = append([]fyne.CanvasObject{v.drawing.objects[0], v.found[number]}, v.drawing.objects[1:]...)
	}
	g, measure := v.found[number], widthOf(line)
	g.FillColor, g.CornerRadius = paint(v, look.AmberSoft), 3
	place(g, line.Position().X+measure(line.Text[:at])-1, line.Position().Y, measure(word)+2, line.Size().Height)
	g.Show()
}

// arrangeChips sets as many chips as the line holds.
func (v *rowView) arrangeChips(y, right, height float32) {
	x := rowLeft
	for i, c := range v.chips {
		if i >= len(v.row.Chips) {
			break
		}
		w := c.label.MinSize().Width + 18
		fits := x+w <= right
		c.ground.Hidden, c.label.Hidden = !fits, !fits
		c.ground.CornerRadius = height / 2
		place(c.ground, x, y, w, height)
		place(c.label, x+9, y+(height-c.label.MinSize().Height)/2, w-18, c.label.MinSize().Height)
		x += w + 4
	}
}

func widthOf(t *canvas.Text) func(string) float32 {
	return func(s string) float32 { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width }
}

// excerptLines breaks the beginning of text into at most n lines, the last cut
// with an ellipsis if more follows.
func excerptLines(text string, n int, width float32, w func(string) float32) []string {
	const enough = 400 // bytes that two lines never hold
	if n == 0 || text == "" {
		return nil
	}
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "") + "…"
	}
	lines := linesOf(text, width, w)
	if len(lines) <= n {
		return lines
	}
	return append(lines[:n-1:n-1], clip(lines[n-1]+lines[n], width, w))
}
