package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// CheckRow is a box with words behind it; the words wrap. The whole row answers
// to a click, Space or Enter.
type CheckRow struct {
	control
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
	if c.disabled {
		return
	}
	c.SetChecked(!c.checked)
	if c.OnChanged != nil {
		c.OnChanged(c.checked)
	}
}

// TypedKey lets Space and Enter turn the box.
func (c *CheckRow) TypedKey(k *fyne.KeyEvent) { c.pressed(k.Name, func() { c.Tapped(nil) }) }

// AccessibilityLabel gives the words.
func (c *CheckRow) AccessibilityLabel() string { return c.words.Text() }

// AccessibilityRole says button, the nearest role that Fyne has.
func (c *CheckRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *CheckRow) CreateRenderer() fyne.WidgetRenderer {
	c.box, c.ring = canvas.NewRectangle(color.Transparent), newRing(4)
	c.tick = newMark(Tick)
	return draw(c, []fyne.CanvasObject{c.box, c.tick, c.words, c.ring}, c.minSize, c.arrange, c.restyle)
}

func (c *CheckRow) boxSize() float32 { return textHeight(c, look.Interface) * 0.82 }

func (c *CheckRow) minSize() fyne.Size {
	return c.words.MinSize().AddWidthHeight(c.boxSize()+9, 4)
}

func (c *CheckRow) arrange(size fyne.Size) {
	s, line := c.boxSize(), textHeight(c, look.Interface)
	place(c.ring, -5, -1, size.Width+10, size.Height+2)
	place(c.box, 0, 2+(line-s)/2, s, s)
	place(c.tick, s*0.16, 2+(line-s)/2+s*0.16, s*0.68, s*0.68)
	place(c.words, s+9, 2, max(size.Width-s-9, 1), size.Height-4)
}

func (c *CheckRow) restyle() {
	c.box.FillColor, c.box.StrokeColor, c.box.StrokeWidth = paint(c, look.Surface), paint(c, look.Soft), 1.5
	c.box.CornerRadius = 4
	if c.checked {
		c.box.FillColor, c.box.StrokeColor = paint(c, look.Green), paint(c, look.Green)
	} else if c.hovered {
		c.box.StrokeColor = paint(c, look.Green)
	}
	c.tick.FillColor, c.tick.Hidden = paint(c, look.OnGreen), !c.checked
	role := look.Ink
	if c.disabled {
		role = look.Soft
	}
	c.words.SetRole(role)
	c.styleRing(c.ring)
}

// StrengthMeter shows how hard a passphrase is to guess: four bars and a word.
type StrengthMeter struct {
	widget.BaseWidget
	says    [5]string
	score   int
	word    *Text
	bars    [4]*Ground
	content *fyne.Container
}

// NewStrengthMeter gives a meter at 0, with a word for each score from 0 to 4.
func NewStrengthMeter(says [5]string) *StrengthMeter {
	m := &StrengthMeter{says: says, word: NewSmall(says[0])}
	bars := Row(3)
	for i := range m.bars {
		m.bars[i] = NewGround(look.Surface, look.Border, 3)
		bars.Add(Sized(52, 6, m.bars[i]))
	}
	m.content = Column(look.Tight, bars, m.word)
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a score from 0 to 4.
func (m *StrengthMeter) Set(score int) {
	m.score = min(max(score, 0), 4)
	tone := [...]Tone{Warm, Warm, Amber, Green, Green}[m.score]
	for i, bar := range m.bars {
		fill, border := look.Surface, look.Border
		if i < m.score {
			fill, border = tone.fill(), tone.fill()
		}
		bar.SetRoles(fill, border)
	}
	m.word.SetText(m.says[m.score])
}

// AccessibilityLabel gives the word shown.
func (m *StrengthMeter) AccessibilityLabel() string { return m.says[m.score] }

// AccessibilityRole says that this is text.
func (m *StrengthMeter) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (m *StrengthMeter) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(m.content)
}
