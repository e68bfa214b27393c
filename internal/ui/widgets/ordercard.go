package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

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
	Focus(c)
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
	Focus(next)
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
