package lists

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
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
	held    fyne.KeyModifier // when the button went down: a tap comes later

	ground, stripe, box *canvas.Rectangle
	dot                 *canvas.Circle
	flag, tick          *canvas.ArbitraryPolygon
	title, second       *canvas.Text // second: the second line of a long title
	trailing            *canvas.Text
	more                *canvas.Text // how many chips have no room
	excerpt             [2]*canvas.Text
	chips               []rowChip
	pieces              []*canvas.Text // of an excerpt with found words, made when there are some
	drawing             *draw.Drawing
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

// MouseDown remembers what is held.
func (v *rowView) MouseDown(e *desktop.MouseEvent) { v.held = e.Modifier }

// MouseUp changes nothing.
func (v *rowView) MouseUp(*desktop.MouseEvent) {}

// Tapped selects the row, or turns its box where the box is, or with Ctrl held.
func (v *rowView) Tapped(e *fyne.PointEvent) {
	draw.Focus(v.list)
	held := v.held | v.list.modifiers()
	v.held = 0
	onBox := v.row.Check && e.Position.X < rowLeft+v.boxSize()+4
	if (onBox || held&fyne.KeyModifierShortcutDefault != 0) && v.list.OnToggle != nil {
		v.list.turn(v.index)
		return
	}
	v.list.choose(v.index, held)
}

// DoubleTapped activates the row where the list has a use for it.
func (v *rowView) DoubleTapped(*fyne.PointEvent) {
	v.list.choose(v.index, 0)
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

// CreateRenderer is called by Fyne, and again for a row that was out of sight for a
// while: what the old drawing had made on the way begins anew.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	v.chips, v.pieces = nil, nil
	clear := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	v.ground, v.stripe, v.box = clear(), clear(), clear()
	v.dot = canvas.NewCircle(color.Transparent)
	v.flag, v.tick = widgets.NewMark(widgets.Diamond), widgets.NewMark(widgets.Tick)
	v.title, v.second, v.trailing = draw.Words(0, true), draw.Words(0, true), draw.Words(0, false)
	v.more = draw.Words(0, false)
	v.excerpt = [2]*canvas.Text{draw.Words(0, false), draw.Words(0, false)}
	v.drawing = &draw.Drawing{Drawn: []fyne.CanvasObject{
		v.ground, v.stripe, v.box, v.tick, v.dot, v.flag, v.title, v.second, v.trailing, v.more, v.excerpt[0], v.excerpt[1],
	}}
	v.drawing.Min = func() fyne.Size { return fyne.NewSize(1, v.list.rowHeight()) }
	v.drawing.Arrange, v.drawing.Restyle, v.drawing.Size = v.arrange, v.restyle, v.Size
	v.restyle()
	return v.drawing
}

func (v *rowView) boxSize() float32 { return draw.TextHeight(v, look.Interface) * 0.72 }

func (v *rowView) restyle() {
	selected := v.index == v.list.selected
	v.ground.FillColor = color.Transparent
	if selected {
		v.ground.FillColor = draw.Paint(v, look.GreenSoft)
	} else if v.hovered {
		v.ground.FillColor = draw.Paint(v, look.Side)
	}
	v.ground.StrokeWidth = 0
	if selected && v.list.HasFocus() {
		v.ground.StrokeColor, v.ground.StrokeWidth = draw.Paint(v, look.Green), 2
	}
	v.stripe.FillColor, v.stripe.Hidden = draw.Paint(v, look.Green), !selected
	v.dot.FillColor, v.dot.Hidden = draw.Paint(v, v.row.DotTone.Fill()), !v.row.Dot
	v.flag.FillColor, v.flag.Hidden = draw.Paint(v, look.Green), !v.row.Flag
	v.box.FillColor, v.box.StrokeColor, v.box.StrokeWidth = draw.Paint(v, look.Surface), draw.Paint(v, look.Soft), 1.5
	v.box.CornerRadius, v.box.Hidden = 3, !v.row.Check
	if v.row.Checked {
		v.box.FillColor, v.box.StrokeColor = draw.Paint(v, look.Green), draw.Paint(v, look.Green)
	}
	v.tick.FillColor, v.tick.Hidden = draw.Paint(v, look.OnGreen), !v.row.Check || !v.row.Checked
	v.title.TextSize, v.title.Color = draw.Measure(v, look.Interface), draw.Paint(v, look.Ink)
	v.second.TextSize, v.second.Color = v.title.TextSize, v.title.Color
	v.trailing.TextSize, v.trailing.Color, v.trailing.Text = draw.Measure(v, look.Label), draw.Paint(v, look.Soft), v.row.Trailing
	for _, line := range v.excerpt {
		line.TextSize, line.Color = draw.Measure(v, look.Label), draw.Paint(v, look.Soft)
	}
	v.restyleChips(selected)
}

func (v *rowView) restyleChips(selected bool) {
	for len(v.chips) < len(v.row.Chips) && v.list.shape.Chips {
		c := rowChip{canvas.NewRectangle(color.Transparent), draw.Words(0, false)}
		v.chips = append(v.chips, c)
		v.drawing.Drawn = append(v.drawing.Drawn, c.ground, c.label)
	}
	v.more.TextSize, v.more.Color = draw.Measure(v, look.Label), draw.Paint(v, look.Soft)
	for i, c := range v.chips {
		c.ground.Hidden = i >= len(v.row.Chips)
		c.label.Hidden = c.ground.Hidden
		if c.ground.Hidden {
			continue
		}
		chip := v.row.Chips[i]
		ground := chip.Tone.Ground()
		if selected && chip.Tone == widgets.Green {
			ground = look.Surface
		}
		c.ground.FillColor = draw.Paint(v, ground)
		c.label.Text, c.label.TextSize, c.label.Color = chip.Text, draw.Measure(v, look.Label), draw.Paint(v, chip.Tone.Ink())
	}
}

func (v *rowView) arrange(size fyne.Size) {
	draw.Place(v.ground, 0, 0, size.Width, size.Height)
	draw.Place(v.stripe, 0, 0, 3, size.Height)
	v.lay(size.Width)
}

// lay places what the row shows, and returns where it ends.
func (v *rowView) lay(width float32) float32 {
	title, label := draw.TextHeight(v, look.Interface), draw.TextHeight(v, look.Label)
	x, right := v.arrangeLead(title), v.arrangeTail(width, title)
	y := v.arrangeTitle(x, right, width-rowLeft-rowRight, title)
	y = v.arrangeExcerpt(y, width-rowLeft-rowRight, label)
	v.arrangeChips(y+5, width-rowRight, label+4)
	if len(v.row.Chips) > 0 {
		y += 5 + label + 4
	}
	return y
}

// arrangeTitle places the title, on two lines where it is too long for one, and
// gives where the excerpt begins. The second line takes one of the excerpt's, but not
// the only one of a row that has nothing else to tell its facts with.
func (v *rowView) arrangeTitle(x, right, width, title float32) float32 {
	fits, y := widthOf(v.title), rowTop+title+1
	draw.Place(v.title, x, rowTop, right-x, title)
	if fits(v.row.Title) <= right-x || v.list.shape.ExcerptLines == 0 || v.list.shape.factual() && v.row.Excerpt != "" {
		draw.Say(v.title, draw.Clip(v.row.Title, right-x, fits))
		draw.Say(v.second, "")
		return y
	}
	first := draw.LinesOf(v.row.Title, right-x, fits)[0]
	draw.Say(v.title, strings.TrimSpace(first))
	draw.Say(v.second, draw.Clip(strings.TrimSpace(v.row.Title[len(first):]), width, fits))
	draw.Place(v.second, rowLeft, y-1, width, title)
	return y + title
}

// arrangeLead places box and dot, and gives where the title begins.
func (v *rowView) arrangeLead(line float32) float32 {
	x := rowLeft
	if v.row.Check {
		s := v.boxSize()
		y := rowTop + (line-s)/2
		draw.Place(v.box, x, y, s, s)
		draw.Place(v.tick, x+s*0.16, y+s*0.16, s*0.68, s*0.68)
		x += s + 7
	}
	if v.row.Dot {
		s := line / 2
		draw.Place(v.dot, x, rowTop+(line-s)/2, s, s)
		x += s + 5
	}
	return x
}

// arrangeTail places flag and trailing words, and gives where the title ends.
func (v *rowView) arrangeTail(width, line float32) float32 {
	right := width - rowRight
	if v.row.Flag {
		s := line * 0.68
		draw.Place(v.flag, right-s, rowTop+(line-s)/2, s, s)
		right -= s + 6
	}
	if v.row.Trailing != "" {
		m := v.trailing.MinSize()
		draw.Place(v.trailing, right-m.Width, rowTop+(line-m.Height)/2, m.Width, m.Height)
		right -= m.Width + 8
	} else {
		draw.Place(v.trailing, 0, 0, 0, 0)
	}
	return max(right, rowLeft)
}

// chipEdge is the room at both ends of a chip's words, chipGap that between chips.
const (
	chipEdge float32 = 9
	chipGap  float32 = 4
)

// arrangeChips sets as many chips as the line holds, and says how many more there are.
func (v *rowView) arrangeChips(y, right, height float32) {
	chips := v.chips[:min(len(v.chips), len(v.row.Chips))]
	shown, x := v.fitChips(chips, right), rowLeft
	for i, c := range chips {
		w := c.label.MinSize().Width + 2*chipEdge
		c.ground.Hidden, c.label.Hidden = i >= shown, i >= shown
		c.ground.CornerRadius = height / 2
		draw.Place(c.ground, x, y, w, height)
		draw.Place(c.label, x+chipEdge, y+(height-c.label.MinSize().Height)/2, w-2*chipEdge, c.label.MinSize().Height)
		if i < shown {
			x += w + chipGap
		}
	}
	v.more.Text, v.more.Hidden = "+"+strconv.Itoa(len(chips)-shown), shown == len(chips)
	m := v.more.MinSize()
	draw.Place(v.more, x+chipGap, y+(height-m.Height)/2, m.Width, m.Height)
}

// fitChips returns how many chips the line holds, with room behind them for the number
// of the others.
func (v *rowView) fitChips(chips []rowChip, right float32) int {
	x, shown := rowLeft, 0
	for i, c := range chips {
		x += c.label.MinSize().Width + 2*chipEdge
		rest := widthOf(v.more)("+"+strconv.Itoa(len(chips)-i-1)) + 2*chipGap
		if i == len(chips)-1 {
			rest = 0
		}
		if x > right {
			break
		}
		if x+rest <= right {
			shown = i + 1
		}
		x += chipGap
	}
	return shown
}
