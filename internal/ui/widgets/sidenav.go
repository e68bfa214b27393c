package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// NavItem is one line of the side navigation. Key names it to the callback; Hint
// is a shortcut shown in small print. An Action is done, not gone to: it is never
// shown as the selected one.
type NavItem struct {
	Key, Text, Hint string
	Action          bool
}

// SideNav is the column on the left: brand, pages, then settings and the like,
// and small print at the bottom.
type SideNav struct {
	widget.BaseWidget
	items    []*navLine
	selected string
	folded   bool
	onSelect func(key string)
	brand    *Text
	footer   *Text
	content  *fyne.Container
}

// NewSideNav gives the navigation. onSelect gets the key of the item that the
// user chose; SetSelected then shows it as the present one.
func NewSideNav(brand string, top, bottom []NavItem, footer string, onSelect func(key string)) *SideNav {
	n := &SideNav{onSelect: onSelect, brand: NewText(brand, look.Reading, look.Ink).Bold().OneLine(), footer: NewSmall(footer)}
	lines := Column(2, Pad(20, 14, Row(look.Gap, Logo(20), n.brand)))
	lines.Objects = append(lines.Objects, n.lines(top)...)
	foot := Column(2, n.lines(bottom)...)
	foot.Add(Pad(20, 10, Column(0, n.footer)))
	n.content = container.NewBorder(Pad(0, 2, lines), Pad(0, 6, foot), nil, nil, layout.NewSpacer())
	n.ExtendBaseWidget(n)
	return n
}

func (n *SideNav) lines(items []NavItem) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, it := range items {
		line := &navLine{nav: n, item: it, index: len(n.items)}
		line.ExtendBaseWidget(line)
		n.items = append(n.items, line)
		line.box = container.New(&navMargin{n}, line)
		objects = append(objects, line.box)
	}
	return objects
}

// navMargin keeps a line off the column's edges, less so when folded.
type navMargin struct{ nav *SideNav }

func (m *navMargin) across() float32 {
	if m.nav.folded {
		return look.Tight
	}
	return 10
}

// Layout gives the line the room between.
func (m *navMargin) Layout(o []fyne.CanvasObject, size fyne.Size) {
	draw.Place(o[0], m.across(), 0, size.Width-2*m.across(), size.Height)
}

// MinSize is the line's with the margin.
func (m *navMargin) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*m.across(), 0)
}

// SetSelected shows the item of that key as the present one.
func (n *SideNav) SetSelected(key string) {
	n.selected = key
	n.refreshLines()
}

// Selected gives the key of the present item, "" for none.
func (n *SideNav) Selected() string { return n.selected }

// SetListed says whether an item stands in the column.
func (n *SideNav) SetListed(key string, on bool) {
	for _, line := range n.items {
		if line.item.Key == key && line.box.Hidden == on {
			line.box.Hidden = !on
			n.content.Refresh()
		}
	}
}

// SetBadge shows a count behind an item; 0 shows none.
func (n *SideNav) SetBadge(key string, count int) {
	for _, line := range n.items {
		if line.item.Key == key && line.badge != count {
			line.badge = count
			line.Refresh()
		}
	}
}

// SetFolded makes the column narrow: small words and no small print.
func (n *SideNav) SetFolded(folded bool) {
	if folded == n.folded {
		return
	}
	n.folded = folded
	n.brand.Hidden, n.footer.Hidden = folded, folded
	n.refreshLines()
	n.Refresh()
}

// FocusSelected takes the keyboard to the present item, or to the first.
func (n *SideNav) FocusSelected() {
	for _, line := range n.items {
		if line.item.Key == n.selected {
			draw.Focus(line)
			return
		}
	}
	draw.Focus(n.items[0])
}

// focusFrom takes the keyboard to the item at a place, or to the next one by by that is
// listed; it stays where there is none.
func (n *SideNav) focusFrom(at, by int) {
	for ; at >= 0 && at < len(n.items); at += by {
		if n.items[at].box.Visible() {
			draw.Focus(n.items[at])
			return
		}
	}
}

func (n *SideNav) refreshLines() {
	for _, line := range n.items {
		line.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (n *SideNav) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(On(look.Side, n.content))
}

// MinSize is the column's width, 190 at 100 % or 64 folded, growing with the text.
func (n *SideNav) MinSize() fyne.Size {
	m := n.BaseWidget.MinSize()
	if n.folded {
		return fyne.NewSize(m.Width, m.Height)
	}
	return fyne.NewSize(max(m.Width, 70+120*look.ScaleOf(n.Theme())), m.Height)
}

// navLine is one item: a white pill when selected.
type navLine struct {
	draw.Control
	nav   *SideNav
	item  NavItem
	index int
	badge int
	box   *fyne.Container // what the column shows of it

	pill, ring, badgeGround *canvas.Rectangle
	label, hint, count      *canvas.Text
}

// Tapped chooses the item.
func (l *navLine) Tapped(*fyne.PointEvent) {
	if l.nav.onSelect != nil {
		l.nav.onSelect(l.item.Key)
	}
}

// TypedKey moves between items with Up, Down, Home and End, and chooses.
func (l *navLine) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		l.nav.focusFrom(l.index-1, -1)
	case fyne.KeyDown:
		l.nav.focusFrom(l.index+1, 1)
	case fyne.KeyHome:
		l.nav.focusFrom(0, 1)
	case fyne.KeyEnd:
		l.nav.focusFrom(len(l.nav.items)-1, -1)
	default:
		l.Pressed(k.Name, func() { l.Tapped(nil) })
	}
}

// AccessibilityLabel gives the item's words.
func (l *navLine) AccessibilityLabel() string { return l.item.Text }

// AccessibilityRole says that this is a button.
func (l *navLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (l *navLine) CreateRenderer() fyne.WidgetRenderer {
	l.pill, l.badgeGround = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	l.ring = draw.NewRing(look.RadiusField)
	l.label, l.hint, l.count = draw.Words(0, false), draw.Words(0, false), draw.Words(0, true)
	objects := []fyne.CanvasObject{l.pill, l.badgeGround, l.label, l.hint, l.count, l.ring}
	return draw.New(l, objects, l.minSize, l.arrange, l.restyle)
}

// minSize is that of the chosen item, so that the column is as wide whichever is.
func (l *navLine) minSize() fyne.Size {
	label := draw.Extent(l.label.Text, l.label.TextSize, true)
	if l.nav.folded {
		return fyne.NewSize(label.Width+14, label.Height+15).AddWidthHeight(l.badgeWidth(), 0)
	}
	width := label.Width + 20
	if l.item.Hint != "" {
		width += l.hint.MinSize().Width + 14
	}
	if l.badge > 0 {
		width += l.count.MinSize().Width + 22
	}
	return fyne.NewSize(width, label.Height+15)
}

// badgeWidth is what the count takes in a folded column, which grows with it.
func (l *navLine) badgeWidth() float32 {
	if l.badge == 0 {
		return 0
	}
	return l.count.MinSize().Width + 12
}

func (l *navLine) arrange(size fyne.Size) {
	draw.Place(l.pill, 0, 0, size.Width, size.Height)
	draw.Place(l.ring, 0, 0, size.Width, size.Height)
	text := l.label.MinSize()
	x := float32(10)
	if l.nav.folded {
		x = (size.Width - text.Width - l.badgeWidth()) / 2
	}
	draw.Place(l.label, x, (size.Height-text.Height)/2, text.Width, text.Height)
	hint := l.hint.MinSize()
	draw.Place(l.hint, size.Width-hint.Width-10, (size.Height-hint.Height)/2, hint.Width, hint.Height)
	count := l.count.MinSize()
	w, h := max(count.Width+12, count.Height+4), count.Height+1
	right, y := size.Width-w-10, (size.Height-h)/2
	if l.nav.folded {
		w = count.Width + 8
		right = x + text.Width + 4
	}
	draw.Place(l.badgeGround, right, y, w, h)
	l.badgeGround.CornerRadius = h / 2
	draw.Place(l.count, right+(w-count.Width)/2, (size.Height-count.Height)/2, count.Width, count.Height)
}

func (l *navLine) restyle() {
	present := l.item.Key == l.nav.selected && !l.item.Action
	draw.Set(l.label, l.item.Text, present)
	l.label.TextSize = draw.Measure(l, look.Interface)
	if l.nav.folded {
		l.label.TextSize = draw.Measure(l, look.Label)
	}
	l.hint.Text, l.hint.TextSize, l.hint.Color = l.item.Hint, draw.Measure(l, look.Label)*0.92, draw.Paint(l, look.Soft)
	draw.Say(l.count, countText(l.badge))
	l.count.TextSize, l.count.Color = draw.Measure(l, look.Label), draw.Paint(l, look.WarmInk)
	l.badgeGround.FillColor = draw.Paint(l, look.WarmSoft)
	l.badgeGround.Hidden = l.badge == 0
	l.count.Hidden = l.badge == 0
	l.hint.Hidden = l.nav.folded
	l.label.Color, l.pill.FillColor, l.pill.CornerRadius = draw.Paint(l, look.Ink), color.Transparent, look.RadiusField
	if present {
		l.label.Color, l.pill.FillColor = draw.Paint(l, look.Green), draw.Paint(l, look.Surface)
	} else if l.Hovered() {
		l.pill.FillColor = draw.Paint(l, look.Panel)
	}
	l.StyleRing(l.ring)
}
