package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// OrderItem is one card of an OrderList.
type OrderItem struct {
	ID, Title, Subtitle, Trailing string
	Chips                         []RowChip
}

// OrderWords are the names of the buttons on the selected card.
type OrderWords struct{ Up, Down, Remove string }

// OrderList is a list of numbered cards that the user sets in order: by dragging
// the handle, with Alt+Up and Alt+Down, or with the buttons on the selected
// card. It is for some dozens of cards, all of which exist.
type OrderList struct {
	widget.BaseWidget
	// OnMove is called when the card at index from is wanted at index to. The
	// list shows the new order itself.
	OnMove func(from, to int)
	// OnSelected gets the card that the user chose.
	OnSelected func(id string)
	// OnActivated gets the card on Enter.
	OnActivated func(id string)
	// OnRemove gets the card that the user takes away; the list keeps it until
	// SetItems says otherwise.
	OnRemove func(id string)

	says     OrderWords
	cards    []*orderCard
	selected string
	column   *fyne.Container
}

// NewOrderList gives an empty list.
func NewOrderList(says OrderWords) *OrderList {
	l := &OrderList{says: says, column: Column(10)}
	l.ExtendBaseWidget(l)
	return l
}

// SetItems shows other cards. The selection stays on its card if that is still
// there.
func (l *OrderList) SetItems(items []OrderItem) {
	focused := l.focusedID()
	l.cards = l.cards[:0]
	l.column.RemoveAll()
	for i, item := range items {
		card := newOrderCard(l, item, i)
		l.cards = append(l.cards, card)
		l.column.Add(card)
	}
	l.Select(l.selected)
	l.Refresh()
	if i := l.index(focused); focused != "" && i >= 0 {
		focus(l.cards[i])
	}
}

// Items gives the cards in the order that is shown.
func (l *OrderList) Items() []OrderItem {
	items := make([]OrderItem, len(l.cards))
	for i, c := range l.cards {
		items[i] = c.item
	}
	return items
}

// Selected gives the selected card's ID, "" for none.
func (l *OrderList) Selected() string { return l.selected }

// Select shows a card as selected; an unknown ID selects none. It does not call
// OnSelected.
func (l *OrderList) Select(id string) {
	if l.index(id) < 0 {
		id = ""
	}
	l.selected = id
	for _, c := range l.cards {
		c.setSelected(c.item.ID == id)
	}
}

func (l *OrderList) index(id string) int {
	for i, c := range l.cards {
		if c.item.ID == id {
			return i
		}
	}
	return -1
}

func (l *OrderList) focusedID() string {
	for _, c := range l.cards {
		if c.focused {
			return c.item.ID
		}
	}
	return ""
}

func (l *OrderList) choose(c *orderCard) {
	l.Select(c.item.ID)
	if l.OnSelected != nil {
		l.OnSelected(c.item.ID)
	}
}

// move shows the card at from at to, keeps it focused, and tells.
func (l *OrderList) move(from, to int) {
	to = min(max(to, 0), len(l.cards)-1)
	if from == to {
		l.Refresh()
		return
	}
	items := l.Items()
	moved := items[from]
	items = append(items[:from], items[from+1:]...)
	items = append(items[:to], append([]OrderItem{moved}, items[to:]...)...)
	l.selected = moved.ID
	l.SetItems(items)
	if l.OnMove != nil {
		l.OnMove(from, to)
	}
}

// drop gives the index that a card dragged by dy belongs to.
func (l *OrderList) drop(from int, dy float32) int {
	c := l.cards[from]
	middle := c.Position().Y + c.Size().Height/2 + dy
	to := 0
	for i, other := range l.cards {
		if i != from && middle > other.Position().Y+other.Size().Height/2 {
			to++
		}
	}
	return to
}

// CreateRenderer is called by Fyne.
func (l *OrderList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.column) }

// orderCard is one card.
type orderCard struct {
	control
	list    *OrderList
	item    OrderItem
	index   int
	ground  *Ground
	tools   *fyne.Container
	content *fyne.Container
}

func newOrderCard(l *OrderList, item OrderItem, index int) *orderCard {
	c := &orderCard{list: l, item: item, index: index}
	c.ground = NewGround(look.Surface, look.Line, look.RadiusCard)
	c.tools = c.newTools()
	lines := Column(2, NewText(item.Title, look.Interface, look.Ink).Bold())
	if item.Subtitle != "" {
		lines.Add(NewSmall(item.Subtitle))
	}
	if len(item.Chips) > 0 {
		chips := Wrap(4)
		for _, chip := range item.Chips {
			chips.Add(NewChip(chip.Text, chip.Tone, nil))
		}
		lines.Add(Pad(0, 3, chips))
	}
	lines.Add(c.tools)
	trailing := container.NewBorder(NewSmall(item.Trailing).OneLine(), nil, nil, nil)
	body := container.New(&cardLayout{}, newHandle(c), newDisc(strconv.Itoa(index+1)), lines, trailing)
	c.content = container.NewStack(c.ground, Pad(look.Wide, 12, body))
	c.ExtendBaseWidget(c)
	return c
}

func (c *orderCard) newTools() *fyne.Container {
	tools := Row(look.Wide,
		NewLink(c.list.says.Up, func() { c.list.move(c.index, c.index-1) }),
		NewLink(c.list.says.Down, func() { c.list.move(c.index, c.index+1) }))
	if c.list.says.Remove != "" {
		tools.Add(NewLink(c.list.says.Remove, c.remove))
	}
	tools.Hide()
	return tools
}

func (c *orderCard) remove() {
	if c.list.OnRemove != nil {
		c.list.OnRemove(c.item.ID)
	}
}

func (c *orderCard) setSelected(on bool) {
	c.tools.Hidden = !on
	c.style()
	c.Refresh()
}

func (c *orderCard) style() {
	border := look.Line
	if c.focused || c.list.selected == c.item.ID {
		border = look.Green
	}
	c.ground.SetRoles(look.Surface, border)
	c.ground.setStroke(c.focused)
}

// FocusGained shows the border of focus.
func (c *orderCard) FocusGained() { c.control.FocusGained(); c.style() }

// FocusLost takes it away.
func (c *orderCard) FocusLost() { c.control.FocusLost(); c.style() }

// Tapped selects the card.
func (c *orderCard) Tapped(*fyne.PointEvent) {
	focus(c)
	c.list.choose(c)
}

// TypedKey walks from card to card, selects, activates or takes away.
func (c *orderCard) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeyDelete:
		c.remove()
	case fyne.KeyReturn, fyne.KeyEnter:
		c.list.choose(c)
		if c.list.OnActivated != nil {
			c.list.OnActivated(c.item.ID)
		}
	default:
		c.pressed(k.Name, func() { c.list.choose(c) })
	}
}

func (c *orderCard) step(by int) {
	next := c.list.cards[min(max(c.index+by, 0), len(c.list.cards)-1)]
	focus(next)
	c.list.choose(next)
}

// TypedShortcut moves the card with Alt+Up and Alt+Down.
func (c *orderCard) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierAlt {
		return
	}
	switch custom.KeyName {
	case fyne.KeyUp:
		c.list.move(c.index, c.index-1)
	case fyne.KeyDown:
		c.list.move(c.index, c.index+1)
	}
}

// AccessibilityLabel gives the number and the title.
func (c *orderCard) AccessibilityLabel() string {
	return strconv.Itoa(c.index+1) + ". " + c.item.Title
}

// AccessibilityRole says that this is a button.
func (c *orderCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *orderCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
