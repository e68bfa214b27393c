package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Text is words to read: wrapped at the widget's width, without padding of its
// own. Its height follows the width it was last given, so put it into a Column,
// which gives the width first.
type Text struct {
	widget.BaseWidget
	text    string
	size    fyne.ThemeSizeName
	role    fyne.ThemeColorName
	bold    bool
	oneLine bool
	narrow  bool
	align   fyne.TextAlign

	lines   []*canvas.Text
	wrapped float32 // the width that lines are wrapped for
	drawing *draw.Drawing
}

// NewText gives wrapping text of a size and a colour role of package look.
func NewText(text string, size fyne.ThemeSizeName, role fyne.ThemeColorName) *Text {
	t := &Text{text: text, size: size, role: role}
	t.ExtendBaseWidget(t)
	return t
}

// NewBody gives reading text in ink, NewSoft interface text of second rank,
// NewSmall small print, and NewCaption the bold name of a field or a group.
func NewBody(text string) *Text { return NewText(text, look.Reading, look.Ink) }

// NewSoft gives interface text of second rank.
func NewSoft(text string) *Text { return NewText(text, look.Interface, look.Soft) }

// NewSmall gives small print.
func NewSmall(text string) *Text { return NewText(text, look.Label, look.Soft) }

// NewCaption gives the bold name of a field or a group.
func NewCaption(text string) *Text { return NewText(text, look.Label, look.Soft).Bold() }

// Bold makes the text bold and gives it back.
func (t *Text) Bold() *Text { t.bold = true; return t }

// OneLine keeps the text on one line and gives it back.
func (t *Text) OneLine() *Text { t.oneLine = true; return t }

// Clipped keeps the text on one line, cut with an ellipsis where the room ends
// and asking for little room itself, and gives it back.
func (t *Text) Clipped() *Text { t.oneLine, t.narrow = true, true; return t }

// Centred centres the lines and gives the text back.
func (t *Text) Centred() *Text { t.align = fyne.TextAlignCenter; return t }

// Trailing sets the lines to the right and gives the text back.
func (t *Text) Trailing() *Text { t.align = fyne.TextAlignTrailing; return t }

// Text gives the words.
func (t *Text) Text() string { return t.text }

// SetText shows other words.
func (t *Text) SetText(text string) {
	if text != t.text {
		t.text = text
		t.Refresh()
	}
}

// SetRole shows the words in the colour of another role.
func (t *Text) SetRole(role fyne.ThemeColorName) {
	if role != t.role {
		t.role = role
		t.Refresh()
	}
}

// AccessibilityLabel gives the words.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole says that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.drawing = &draw.Drawing{Min: t.minSize, Arrange: t.arrange, Restyle: t.rewrap, Size: t.Size}
	t.rewrap()
	return t.drawing
}

func (t *Text) width(text string) float32 {
	return draw.Extent(text, draw.Measure(t, t.size), t.bold).Width
}

func (t *Text) lineHeight() float32 {
	return draw.Extent("M", draw.Measure(t, t.size), t.bold).Height
}

func (t *Text) leading() float32 {
	if t.size == look.Reading {
		return look.Tight
	}
	return 1
}

func (t *Text) minSize() fyne.Size {
	n := float32(len(t.lines))
	height := n*t.lineHeight() + (n-1)*t.leading()
	if t.oneLine || t.Size().Width == 0 {
		widest := t.width(t.text)
		switch {
		case t.narrow:
			widest = min(widest, 4*t.lineHeight())
		case !t.oneLine:
			widest = min(widest, 8*t.lineHeight())
		}
		return fyne.NewSize(widest, height)
	}
	return fyne.NewSize(min(t.width(t.text), 4*t.lineHeight()), height)
}

func (t *Text) arrange(size fyne.Size) {
	if size.Width != t.wrapped {
		t.rewrap()
	}
	h, step := t.lineHeight(), t.lineHeight()+t.leading()
	for i, line := range t.lines {
		draw.Place(line, 0, float32(i)*step, size.Width, h)
	}
}

// Width gives how wide the words are on one line.
func (t *Text) Width() float32 { return t.width(t.text) }

// LineHeight gives the height of one line, without the gap to the next.
func (t *Text) LineHeight() float32 { return t.lineHeight() }

// HeightAt gives the height of the words broken into lines no wider than width.
func (t *Text) HeightAt(width float32) float32 {
	n := float32(len(draw.LinesOf(t.text, width, t.width)))
	return n*(t.lineHeight()+t.leading()) - t.leading()
}

// rewrap breaks the words into lines for the present width; at width 0, which
// means not laid out yet, they stand on one line.
func (t *Text) rewrap() {
	t.wrapped = t.Size().Width
	texts := []string{t.text}
	switch {
	case t.oneLine && t.wrapped > 0:
		texts[0] = draw.Clip(t.text, t.wrapped, t.width)
	case t.wrapped > 0:
		texts = draw.LinesOf(t.text, t.wrapped, t.width)
	}
	t.lines = t.lines[:0]
	t.drawing.Drawn = t.drawing.Drawn[:0]
	for _, text := range texts {
		line := draw.Words(draw.Measure(t, t.size), t.bold)
		draw.Say(line, text)
		line.Color, line.Alignment = draw.Paint(t, t.role), t.align
		t.lines = append(t.lines, line)
		t.drawing.Drawn = append(t.drawing.Drawn, line)
	}
}
