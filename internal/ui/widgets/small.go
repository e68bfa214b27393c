package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// CheckRow is a box with words behind it; the words wrap. The whole row answers
// to a click, Space or Enter.
type CheckRow struct {
	draw.Control
	// OnChanged gets the new state after the user changed it.
	OnChanged func(checked bool)

	checked   bool
	words     *Text
	box, ring *canvas.Rectangle
	tick      *canvas.ArbitraryPolygon
}

// NewCheckRow gives a box, ticked or not.
func NewCheckRow(text string, checked bool, changed func(bool)) *CheckRow {
	c := &CheckRow{checked: checked, OnChanged: changed, words: NewText(text, look.Interface, look.Ink)}
	c.ExtendBaseWidget(c)
	return c
}

// Checked tells whether the box is ticked.
func (c *CheckRow) Checked() bool { return c.checked }

// SetChecked ticks the box or not. It does not call OnChanged.
func (c *CheckRow) SetChecked(on bool) { c.checked = on; c.Refresh() }

// SetText changes the words.
func (c *CheckRow) SetText(text string) { c.words.SetText(text); c.Refresh() }

// Tapped turns the box.
func (c *CheckRow) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.SetChecked(!c.checked)
	if c.OnChanged != nil {
		c.OnChanged(c.checked)
	}
}

// TypedKey lets Space and Enter turn the box.
func (c *CheckRow) TypedKey(k *fyne.KeyEvent) { c.Pressed(k.Name, func() { c.Tapped(nil) }) }

// AccessibilityLabel gives the words.
func (c *CheckRow) AccessibilityLabel() string { return c.words.Text() }

// AccessibilityRole says button, the nearest role that Fyne has.
func (c *CheckRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *CheckRow) CreateRenderer() fyne.WidgetRenderer {
	c.box, c.ring = canvas.NewRectangle(color.Transparent), draw.NewRing(4)
	c.tick = NewMark(Tick)
	return draw.New(c, []fyne.CanvasObject{c.box, c.tick, c.words, c.ring}, c.minSize, c.arrange, c.restyle)
}

func (c *CheckRow) boxSize() float32 { return draw.TextHeight(c, look.Interface) * 0.82 }

func (c *CheckRow) minSize() fyne.Size {
	return c.words.MinSize().AddWidthHeight(c.boxSize()+9, 4)
}

func (c *CheckRow) arrange(size fyne.Size) {
	s, line := c.boxSize(), draw.TextHeight(c, look.Interface)
	draw.Place(c.ring, -5, -1, size.Width+10, size.Height+2)
	draw.Place(c.box, 0, 2+(line-s)/2, s, s)
	draw.Place(c.tick, s*0.16, 2+(line-s)/2+s*0.16, s*0.68, s*0.68)
	draw.Place(c.words, s+9, 2, max(size.Width-s-9, 1), size.Height-4)
}

func (c *CheckRow) restyle() {
	c.box.FillColor, c.box.StrokeColor, c.box.StrokeWidth = draw.Paint(c, look.Surface), draw.Paint(c, look.Soft), 1.5
	c.box.CornerRadius = 4
	if c.checked {
		c.box.FillColor, c.box.StrokeColor = draw.Paint(c, look.Green), draw.Paint(c, look.Green)
	} else if c.Hovered() {
		c.box.StrokeColor = draw.Paint(c, look.Green)
	}
	c.tick.FillColor, c.tick.Hidden = draw.Paint(c, look.OnGreen), !c.checked
	role := look.Ink
	if c.Disabled() {
		role = look.Soft
	}
	c.words.SetRole(role)
	c.StyleRing(c.ring)
}
