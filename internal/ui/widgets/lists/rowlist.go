// Package lists holds the lists that pages are composed of: rows of which only
// those in view exist, and cards that are put into order. Like the widgets that
// they are made of, they know no domain and belong to Fyne's main goroutine.
package lists

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// RowItem is one row of a RowList by its ID, which must be unique. A heading that
// is not empty stands above the row, as for a new day. A bare row has no chips,
// and no room for any.
type RowItem struct {
	ID, Heading string
	Bare        bool
}

// RowContent is what a RowList shows of one item.
type RowContent struct {
	Title, Excerpt, Trailing string
	Dot                      bool // a dot in DotTone before the title
	DotTone                  widgets.Tone
	Flag                     bool // a diamond at the right: brought to supervision
	Check, Checked           bool // a box before the title, ticked or not
	Chips                    []RowChip
	Found                    []Stretch // of the excerpt, to be shown in bold
}

// RowChip is a chip to look at.
type RowChip struct {
	Text string
	Tone widgets.Tone
}

// RowShape says what every row of a list has room for.
type RowShape struct {
	ExcerptLines int // 0 to 2
	Chips        bool
	Fitted       bool // each row is as high as what it shows: for short lists
}

// factual tells whether a row has a title and one line of facts, and no more.
func (s RowShape) factual() bool { return s.ExcerptLines == 1 && !s.Chips && !s.Fitted }

// RowList is a list of any length: only the rows in view exist. Up, Down, Home,
// End and the page keys move the selection.
type RowList struct {
	draw.Control
	// OnSelected gets the item that the user chose by click or key.
	OnSelected func(id string)
	// OnActivated gets the selected item on Enter or double click.
	OnActivated func(id string)
	// OnToggle gets the item whose box was clicked, or the selected one on Space.
	OnToggle func(id string)
	// OnRange gets the items from where a range was begun to the one that the user
	// reached with Shift held, and all items on Ctrl+A. more says that they take the
	// place of those that it got last: the same range, from the same beginning. nil:
	// there are no ranges.
	OnRange func(ids []string, more bool)
	// OnTyped gets the letters that are typed on the list. nil: they are not looked at.
	OnTyped func(letter rune)
	// OnKey gets every other key pressed on the selected item.
	OnKey func(id string, key fyne.KeyName)

	shape    RowShape
	fill     func(id string) RowContent
	items    []RowItem
	tops     []float32 // where each item begins, its heading included; one more for the end
	measured float32   // the row height that tops are for
	fitted   float32   // the width that they are for, where rows are fitted
	selected int       // index, -1 for none
	lead     int       // whose box was turned last: keys go on from there; -1 for from the selection
	anchor   int       // where a range begins; -1 for where keys go on from
	ranging  bool      // OnRange was told of the range from anchor

	modifiers func() fyne.KeyModifier // held now

	scroll *container.Scroll
	sheet  *rowSheet
	ring   [4]*canvas.Rectangle // its edges: drawn as one, all of its area would be painted at every turn of the wheel
}

// NewRowList gives an empty list. fill is asked for a row when it comes into
// view, so it must be quick.
func NewRowList(shape RowShape, fill func(id string) RowContent) *RowList {
	l := &RowList{shape: shape, fill: fill, selected: -1, lead: -1, anchor: -1, modifiers: heldKeys}
	l.ExtendBaseWidget(l)
	l.sheet = &rowSheet{list: l, shown: map[int]*rowView{}, headings: map[int]*canvas.Text{}}
	l.sheet.ExtendBaseWidget(l.sheet)
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { l.sheet.show(false) }
	return l
}

// SetItems shows other items. The selection stays on its item if that is still
// there, and so does the place in the list.
func (l *RowList) SetItems(items []RowItem) {
	was := l.items
	l.items = items
	for _, at := range []*int{&l.selected, &l.lead, &l.anchor} {
		if *at >= 0 {
			*at = l.index(was[*at].ID)
		}
	}
	l.measureRows()
	l.Refresh()
}

// Len gives the number of items.
func (l *RowList) Len() int { return len(l.items) }

// Selected gives the selected item's ID, and false if there is none.
func (l *RowList) Selected() (string, bool) {
	if l.selected < 0 || l.selected >= len(l.items) {
		return "", false
	}
	return l.items[l.selected].ID, true
}

// Chosen returns what find finds for the selected row, and false if there is none.
func Chosen[T any](rows *RowList, find func(row string) (T, bool)) (none T, found bool) {
	row, ok := rows.Selected()
	if !ok {
		return none, false
	}
	return find(row)
}

// Select shows an item as selected and brings it into view; an unknown ID
// selects none. It does not call OnSelected.
func (l *RowList) Select(id string) {
	l.selected = l.index(id)
	l.reveal()
	l.sheet.show(true)
}

func (l *RowList) index(id string) int {
	for i := range l.items {
		if l.items[i].ID == id {
			return i
		}
	}
	return -1
}

// Cursor is the arrow; the rows have their own.
func (l *RowList) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// MouseIn changes nothing; the rows tint themselves.
func (l *RowList) MouseIn(*desktop.MouseEvent) {}

// MouseOut changes nothing.
func (l *RowList) MouseOut() {}

// CreateRenderer is called by Fyne.
func (l *RowList) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.scroll}
	for i := range l.ring {
		l.ring[i] = canvas.NewRectangle(color.Transparent)
		objects = append(objects, l.ring[i])
	}
	min := func() fyne.Size { return fyne.NewSize(160, 2*l.rowHeight()) }
	arrange := func(s fyne.Size) {
		lower := s.Height < l.scroll.Size().Height
		l.scroll.Resize(s)
		l.placeEdges(s)
		if lower { // something came up below: the selected row stays in view
			l.reveal()
		}
		l.sheet.show(false)
	}
	return draw.New(l, objects, min, arrange, func() {
		l.measureRows()
		l.styleEdges()
		l.scroll.Content.Refresh()
		l.scroll.Refresh()
	})
}

// styleEdges shows that the list has the keyboard while no row shows it.
func (l *RowList) styleEdges() {
	for _, edge := range l.ring {
		if edge != nil {
			edge.FillColor = draw.Paint(l, look.Green)
			edge.Hidden = !l.HasFocus() || l.Disabled() || l.selected >= 0
		}
	}
}

func (l *RowList) placeEdges(s fyne.Size) {
	const thick = 2
	draw.Place(l.ring[0], 1, 1, s.Width-2, thick)
	draw.Place(l.ring[1], 1, s.Height-1-thick, s.Width-2, thick)
	draw.Place(l.ring[2], 1, 1, thick, s.Height-2)
	draw.Place(l.ring[3], s.Width-1-thick, 1, thick, s.Height-2)
}

// at gives the index of the item that covers the height y.
func (l *RowList) at(y float32) int {
	i := sort.Search(len(l.items), func(i int) bool { return l.tops[i+1] > y })
	return min(i, len(l.items)-1)
}

// reveal scrolls so far that the selected row is in view.
func (l *RowList) reveal() {
	if l.selected < 0 || l.scroll.Size().Height == 0 {
		return
	}
	top, bottom := l.tops[l.selected], l.tops[l.selected+1]
	y, view := l.scroll.Offset.Y, l.scroll.Size().Height
	switch {
	case top < y:
		y = top
	case bottom > y+view:
		y = bottom - view
	default:
		return
	}
	l.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// rowSheet is what scrolls: as high as all rows, holding those in view.
type rowSheet struct {
	widget.BaseWidget
	list     *RowList
	shown    map[int]*rowView
	headings map[int]*canvas.Text
	spare    []*rowView
	drawing  *draw.Drawing
}

// CreateRenderer is called by Fyne.
func (s *rowSheet) CreateRenderer() fyne.WidgetRenderer {
	min := func() fyne.Size {
		return fyne.NewSize(1, s.list.tops[len(s.list.tops)-1])
	}
	s.list.measureRows()
	s.drawing = &draw.Drawing{
		Min: min, Size: s.Size, Restyle: func() { s.show(true) },
		Arrange: func(fyne.Size) { s.show(true) },
	}
	return s.drawing
}

// show gives every item in view a row, and frees the others. With anew, rows that
// stay are drawn again.
func (s *rowSheet) show(anew bool) {
	if s.drawing == nil || s.list.scroll == nil {
		return
	}
	width := s.list.scroll.Size().Width
	if s.list.rowHeight() != s.list.measured || s.list.shape.Fitted && width != s.list.fitted { // another text size
		s.list.measureRows()
		anew = true
	}
	first, last := s.inView()
	for i, view := range s.shown {
		if i < first || i > last {
			s.spare = append(s.spare, view)
			delete(s.shown, i)
			delete(s.headings, i)
		}
	}
	s.drawing.Drawn = s.drawing.Drawn[:0]
	for i := first; i <= last; i++ {
		s.showItem(i, anew)
	}
}

func (s *rowSheet) inView() (first, last int) {
	y, height := s.list.scroll.Offset.Y, s.list.scroll.Size().Height
	if len(s.list.items) == 0 || height == 0 {
		return 0, -1
	}
	return s.list.at(y), s.list.at(y + height)
}

func (s *rowSheet) showItem(i int, anew bool) {
	y := s.list.tops[i]
	if text := s.list.items[i].Heading; text != "" {
		s.showHeading(i, y, text)
		y += s.list.headingHeight()
	}
	view, ok := s.shown[i]
	if !ok {
		view = s.takeSpare()
		view.index = i
		s.shown[i] = view
	}
	width := s.Size().Width
	if anew || !ok {
		view.load()
	}
	draw.Place(view, 0, y, width, s.list.heightOf(i))
	if anew || !ok {
		view.BaseWidget.Refresh()
	}
	s.drawing.Drawn = append(s.drawing.Drawn, view)
}

func (s *rowSheet) takeSpare() *rowView {
	if n := len(s.spare); n > 0 {
		view := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return view
	}
	return newRowView(s.list)
}

func (s *rowSheet) showHeading(i int, y float32, text string) {
	h, ok := s.headings[i]
	if !ok {
		h = draw.Words(0, true)
		s.headings[i] = h
	}
	draw.Say(h, text)
	h.TextSize, h.Color = draw.Measure(s, look.Label), draw.Paint(s, look.Soft)
	height := h.MinSize().Height
	draw.Place(h, rowLeft-3, y+14, s.Size().Width-rowLeft, height)
	s.drawing.Drawn = append(s.drawing.Drawn, h)
}
