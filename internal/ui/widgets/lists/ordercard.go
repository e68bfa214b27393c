package lists

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// orderCard is one card.
type orderCard struct {
	draw.Control
	list    *OrderList
	item    OrderItem
	index   int
	ground  *widgets.Ground
	tools   *fyne.Container
	content *fyne.Container
}

func newOrderCard(l *OrderList, item OrderItem, index int) *orderCard {
	c := &orderCard{list: l, item: item, index: index}
	c.ground = widgets.NewGround(look.Surface, look.Line, look.RadiusCard)
	c.tools = c.newTools()
	lines := widgets.Column(2, widgets.NewText(item.Title, look.Interface, look.Ink).Bold())
	if item.Subtitle != "" {
		lines.Add(widgets.NewSmall(item.Subtitle))
	}
	if len(item.Chips) > 0 {
		chips := widgets.Wrap(4)
		for _, chip := range item.Chips {
			chips.Add(widgets.NewChip(chip.Text, chip.Tone, nil))
		}
		lines.Add(widgets.Pad(0, 3, chips))
	}
	lines.Add(c.tools)
	trailing := container.NewBorder(widgets.NewSmall(item.Trailing).OneLine(), nil, nil, nil)
	body := container.New(&cardLayout{}, newHandle(c), newDisc(strconv.Itoa(index+1)), lines, trailing)
	c.content = container.NewStack(c.ground, widgets.Pad(look.Wide, 12, body))
	c.ExtendBaseWidget(c)
	return c
}

func (c *orderCard) newTools() *fyne.Container {
	tools := widgets.Row(look.Wide,
		widgets.NewLink(c.list.says.Up, func() { c.list.move(c.index, c.index-1) }),
		widgets.NewLink(c.list.says.Down, func() { c.list.move(c.index, c.index+1) }))
	if c.list.says.Remove != "" {
		tools.Add(widgets.NewLink(c.list.says.Remove, c.remove))
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
	if c.HasFocus() || c.list.selected == c.item.ID {
		border = look.Green
	}
	c.ground.SetRoles(look.Surface, border)
	c.ground.SetStroke(c.HasFocus())
}

// FocusGained shows the border of focus.
func (c *orderCard) FocusGained() { c.Control.FocusGained(); c.style() }

// FocusLost takes it away.
func (c *orderCard) FocusLost() { c.Control.FocusLost(); c.style() }

// Tapped selects the card.
func (c *orderCard) Tapped(*fyne.PointEvent) {
	draw.Focus(c)
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
		c.Pressed(k.Name, func() { c.list.choose(c) })
	}
}

func (c *orderCard) step(by int) {
	next := c.list.cards[min(max(c.index+by, 0), len(c.list.cards)-1)]
	draw.Focus(next)
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
