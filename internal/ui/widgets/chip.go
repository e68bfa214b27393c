package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Chip is a short word in a pill: a theme, a feeling, a filter. It can be looked
// at, tapped, chosen or taken away.
type Chip struct {
	draw.Control
	text     string
	tone     Tone
	adds     bool
	mark     Mark
	selected bool
	tapped   func()
	removed  func()

	ground, ring *canvas.Rectangle
	dashes       *canvas.Image
	label        *canvas.Text
	sign         *canvas.ArbitraryPolygon
}

// NewChip gives a chip. A nil tapped makes it one to look at, which Tab passes
// by.
func NewChip(text string, tone Tone, tapped func()) *Chip {
	c := &Chip{text: text, tone: tone, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// NewAddChip gives the dashed chip that offers to add one.
func NewAddChip(text string, tapped func()) *Chip {
	c := NewChip(text, Neutral, tapped)
	c.adds = true
	return c
}

// NewMenuChip gives a neutral chip with a mark that says it opens a menu.
func NewMenuChip(text string, tapped func()) *Chip {
	c := NewChip(text, Neutral, tapped)
	c.mark = Down
	return c
}

// OnRemove shows a cross; a click on it, Enter, Delete and Backspace then take the chip
// away by calling removed. A click on the word gives the chip the keyboard alone. It
// gives the chip back.
func (c *Chip) OnRemove(removed func()) *Chip {
	c.removed, c.mark = removed, Cross
	return c
}

// Text gives the word.
func (c *Chip) Text() string { return c.text }

// SetText changes the word.
func (c *Chip) SetText(text string) { c.text = text; c.Refresh() }

// Selected tells whether the chip is chosen.
func (c *Chip) Selected() bool { return c.selected }

// SetSelected marks the chip as chosen: a tick and a green ground.
func (c *Chip) SetSelected(on bool) {
	c.selected = on
	if c.mark == Tick || c.mark == NoMark {
		c.mark = NoMark
		if on {
			c.mark = Tick
		}
	}
	c.Refresh()
}

// Tapped does what the chip is for; nil is a key.
func (c *Chip) Tapped(at *fyne.PointEvent) {
	switch {
	case c.Control.Disabled():
	case c.tapped != nil:
		c.tapped()
	case c.removed == nil:
	case at == nil || at.Position.X >= c.Size().Width-c.Size().Height:
		c.removed()
	default:
		draw.Focus(c)
	}
}

// TypedKey lets Space and Enter tap, Delete and Backspace take away.
func (c *Chip) TypedKey(k *fyne.KeyEvent) {
	gone := k.Name == fyne.KeyDelete || k.Name == fyne.KeyBackspace
	if gone && c.removed != nil && !c.Control.Disabled() {
		c.removed()
		return
	}
	c.Pressed(k.Name, func() { c.Tapped(nil) })
}

// Disabled is also true for a chip to look at, so that Tab passes it by.
func (c *Chip) Disabled() bool { return c.Control.Disabled() || (c.tapped == nil && c.removed == nil) }

// AccessibilityLabel gives the word.
func (c *Chip) AccessibilityLabel() string { return c.text }

// AccessibilityRole says button for a chip that answers, else text.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole {
	if c.Disabled() {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ground = canvas.NewRectangle(color.Transparent)
	c.ring = draw.NewRing(0)
	c.dashes = &canvas.Image{FillMode: canvas.ImageFillStretch}
	c.dashes.Hidden = !c.adds
	c.label = draw.Words(0, false)
	c.sign = NewMark(c.mark)
	objects := []fyne.CanvasObject{c.ground, c.dashes, c.label, c.sign, c.ring}
	return draw.New(c, objects, c.minSize, c.arrange, c.restyle)
}

func (c *Chip) textSize() fyne.Size {
	return fyne.MeasureText(c.text, draw.Measure(c, look.Label), fyne.TextStyle{})
}

func (c *Chip) minSize() fyne.Size {
	text := c.textSize()
	if c.mark != NoMark {
		text.Width += text.Height*0.5 + 5
	}
	return fyne.NewSize(text.Width+20, text.Height+5)
}

func (c *Chip) arrange(size fyne.Size) {
	radius := size.Height / 2
	c.ground.CornerRadius, c.ring.CornerRadius = radius, radius+2
	draw.Place(c.ground, 0, 0, size.Width, size.Height)
	draw.Place(c.ring, -2, -2, size.Width+4, size.Height+4)
	c.dash(size)
	text := c.textSize()
	s := text.Height * 0.5
	room := size.Width - 20
	if c.mark != NoMark {
		room -= s + 5
	}
	c.label.Text = draw.Clip(c.text, room+0.5, func(t string) float32 {
		return fyne.MeasureText(t, c.label.TextSize, fyne.TextStyle{}).Width
	})
	x := float32(10)
	if c.mark == Tick {
		draw.Place(c.sign, x, (size.Height-s)/2, s, s)
		x += s + 5
	}
	draw.Place(c.label, x, (size.Height-text.Height)/2, min(text.Width, room), text.Height)
	if c.mark != Tick {
		draw.Place(c.sign, size.Width-10-s, (size.Height-s)/2, s, s)
	}
}

func (c *Chip) restyle() {
	c.label.TextSize = draw.Measure(c, look.Label)
	ground, ink := c.tone.Ground(), c.tone.Ink()
	if c.selected {
		ground, ink = look.Green, look.OnGreen
	}
	c.label.Color = draw.Paint(c, ink)
	setMark(c.sign, c.mark)
	c.sign.FillColor = c.label.Color
	c.ground.FillColor, c.ground.StrokeWidth = draw.Paint(c, ground), 0
	if c.adds {
		c.ground.FillColor = draw.Paint(c, look.Surface)
	}
	if c.Hovered() && !c.Disabled() {
		c.ground.StrokeColor, c.ground.StrokeWidth = draw.Paint(c, look.Green), 1
	}
	c.StyleRing(c.ring)
}

// dash draws the broken border of a chip that adds, anew for each size and colour.
func (c *Chip) dash(size fyne.Size) {
	if !c.adds {
		return
	}
	draw.Place(c.dashes, 0, 0, size.Width, size.Height)
	r, g, b, _ := draw.Paint(c, look.Soft).RGBA()
	name := fmt.Sprintf("dash-%02x%02x%02x-%.0fx%.0f.svg", r>>8, g>>8, b>>8, size.Width, size.Height)
	if c.dashes.Resource != nil && c.dashes.Resource.Name() == name {
		return
	}
	c.dashes.Resource = fyne.NewStaticResource(name, fmt.Appendf(nil,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f">`+
			`<rect x="0.75" y="0.75" width="%.1f" height="%.1f" rx="%.1f" ry="%.1f" fill="none" `+
			`stroke="#%02x%02x%02x" stroke-opacity="0.7" stroke-width="1" stroke-dasharray="3,3"/></svg>`,
		size.Width, size.Height, size.Width-1.5, size.Height-1.5, size.Height/2-0.75, size.Height/2-0.75,
		r>>8, g>>8, b>>8))
	c.dashes.Refresh()
}
