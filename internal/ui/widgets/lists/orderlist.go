package lists

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
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
	lifted   *orderCard // the card being dragged, nil for none
	liftedBy float32    // how far down from its place
}

// orderGap is the room between cards.
const orderGap float32 = 10

// NewOrderList gives an empty list.
func NewOrderList(says OrderWords) *OrderList {
	l := &OrderList{says: says}
	l.column = container.New(&orderLayout{l})
	l.ExtendBaseWidget(l)
	return l
}

// SetItems shows other cards. The selection stays on its card if that is still
// there.
func (l *OrderList) SetItems(items []OrderItem) {
	focused := l.focusedID()
	l.lifted, l.liftedBy = nil, 0
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
		draw.Focus(l.cards[i])
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

// Current gives the ID of the card that has the keyboard, or else of the selected
// one, "" for none: what a menu command is about.
func (l *OrderList) Current() string {
	if id := l.focusedID(); id != "" {
		return id
	}
	return l.selected
}

// Focus takes the keyboard to the current card, or else to the first; nowhere
// where there is none.
func (l *OrderList) Focus() {
	if i := max(l.index(l.Current()), 0); i < len(l.cards) {
		draw.Focus(l.cards[i])
	}
}

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
		if c.HasFocus() {
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
		l.SetItems(l.Items()) // a lifted card goes back to its place
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

// lift draws a card above the others, by so far down from its place.
func (l *OrderList) lift(c *orderCard, by float32) {
	if l.lifted != c {
		l.lifted = c
		others := l.column.Objects[:0:0]
		for _, o := range l.column.Objects {
			if o != c {
				others = append(others, o)
			}
		}
		l.column.Objects = append(others, c)
	}
	l.liftedBy = by
	l.column.Layout.Layout(nil, l.column.Size())
	l.column.Refresh()
}

// drop gives the index that a card dragged by dy belongs to.
func (l *OrderList) drop(from int, dy float32) int {
	c := l.cards[from]
	middle := c.Position().Y - l.liftedBy + c.Size().Height/2 + dy
	to := 0
	for i, other := range l.cards {
		if i != from && middle > other.Position().Y+other.Size().Height/2 {
			to++
		}
	}
	return to
}

// orderLayout stacks the cards in the list's order, whatever order they are drawn
// in, and holds the lifted one away from its place.
type orderLayout struct{ list *OrderList }

// Layout gives each card the full width first, so that its words can wrap.
func (o *orderLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, c := range o.list.cards {
		if c.Size().Width != size.Width {
			c.Resize(fyne.NewSize(size.Width, max(c.Size().Height, 1)))
		}
		h, at := c.MinSize().Height, y
		if c == o.list.lifted {
			at += o.list.liftedBy
		}
		draw.Place(c, 0, at, size.Width, h)
		y += h + orderGap
	}
}

// MinSize is what a column of the cards needs.
func (o *orderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return widgets.Column(orderGap).Layout.MinSize(objects)
}

// CreateRenderer is called by Fyne.
func (l *OrderList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.column) }
