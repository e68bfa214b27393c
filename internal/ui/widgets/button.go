package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// buttonStyle says how loud a button is.
type buttonStyle uint8

const (
	primary buttonStyle = iota
	plain
	link
	warm
	onDark // words on the dark ground of a Toast
)

// Button does one thing.
type Button struct {
	draw.Control
	text   string
	style  buttonStyle
	mark   Mark
	tapped func()
	waits  func() // what a click does while the button is off

	ground, ring *canvas.Rectangle
	label        *canvas.Text
	sign         *canvas.ArbitraryPolygon
}

// NewPrimary gives the filled green button, of which a page has one.
func NewPrimary(text string, tapped func()) *Button { return newButton(text, primary, tapped) }

// NewPlain gives a white button with a border.
func NewPlain(text string, tapped func()) *Button { return newButton(text, plain, tapped) }

// NewLink gives a button that is only green words.
func NewLink(text string, tapped func()) *Button { return newButton(text, link, tapped) }

// NewWarm gives a white button with warm words, for what takes something away.
func NewWarm(text string, tapped func()) *Button { return newButton(text, warm, tapped) }

func newButton(text string, style buttonStyle, tapped func()) *Button {
	b := &Button{text: text, style: style, tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// WithMark shows a mark behind the words, such as Down for a menu, and gives the
// button back.
func (b *Button) WithMark(m Mark) *Button { b.mark = m; return b }

// Text gives the words.
func (b *Button) Text() string { return b.text }

// SetText changes the words.
func (b *Button) SetText(text string) {
	if text != b.text {
		b.text = text
		b.Refresh()
	}
}

// SetPrimary makes the button the page's filled one, or a white one beside it.
func (b *Button) SetPrimary(on bool) {
	style := plain
	if on {
		style = primary
	}
	if style != b.style {
		b.style = style
		b.Refresh()
	}
}

// OnTapped replaces what the button does.
func (b *Button) OnTapped(tapped func()) { b.tapped = tapped }

// OnWaiting says what a click does while the button is off: it takes the keyboard
// away from where it was, so it should bring it to what is to be done first.
func (b *Button) OnWaiting(waits func()) { b.waits = waits }

// Tapped does what the button is for, unless it is switched off or busy.
func (b *Button) Tapped(*fyne.PointEvent) {
	do := b.tapped
	if b.Disabled() {
		do = b.waits
	}
	if do != nil {
		do()
	}
}

// TypedKey lets Space and Enter do what a click does.
func (b *Button) TypedKey(k *fyne.KeyEvent) { b.Pressed(k.Name, func() { b.Tapped(nil) }) }

// AccessibilityLabel gives the words shown now.
func (b *Button) AccessibilityLabel() string { return b.text }

// AccessibilityRole says that this is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ground = canvas.NewRectangle(color.Transparent)
	b.ring = draw.NewRing(look.RadiusField)
	b.label = draw.Words(0, b.style != link)
	b.sign = NewMark(b.mark)
	objects := []fyne.CanvasObject{b.ground, b.label, b.sign, b.ring}
	return draw.New(b, objects, b.minSize, b.arrange, b.restyle)
}

func (b *Button) textSize() fyne.Size {
	return draw.Extent(b.text, draw.Measure(b, look.Interface), b.style != link)
}

func (b *Button) signSize() float32 {
	if b.mark == NoMark {
		return 0
	}
	return b.textSize().Height * 0.5
}

func (b *Button) minSize() fyne.Size {
	text := b.textSize()
	width := text.Width
	if s := b.signSize(); s > 0 {
		width += s + 6
	}
	if b.style == link {
		return fyne.NewSize(width, text.Height+8)
	}
	return fyne.NewSize(width+30, text.Height+16)
}

func (b *Button) arrange(size fyne.Size) {
	if b.style == link { // the words stand flush, ground and ring reach out
		draw.Place(b.ground, -5, 0, size.Width+10, size.Height)
		draw.Place(b.ring, -5, 0, size.Width+10, size.Height)
	} else {
		draw.Place(b.ground, 0, 0, size.Width, size.Height)
		draw.Place(b.ring, -b.apart(), -b.apart(), size.Width+2*b.apart(), size.Height+2*b.apart())
	}
	text, sign := b.textSize(), b.signSize()
	total := text.Width
	if sign > 0 {
		total += sign + 6
	}
	x := (size.Width - total) / 2
	draw.Place(b.label, x, (size.Height-text.Height)/2, text.Width, text.Height)
	draw.Place(b.sign, x+text.Width+6, (size.Height-sign)/2, sign, sign)
}

func (b *Button) restyle() {
	draw.Say(b.label, b.text)
	b.label.TextSize = draw.Measure(b, look.Interface)
	fill, stroke, ink := b.roles()
	b.ground.FillColor, b.ground.StrokeColor = color.Transparent, color.Transparent
	if fill != "" {
		b.ground.FillColor = draw.Paint(b, fill)
	}
	if stroke != "" {
		b.ground.StrokeColor, b.ground.StrokeWidth = draw.Paint(b, stroke), 1
	}
	b.ground.CornerRadius = look.RadiusField
	b.label.Color, b.sign.FillColor = draw.Paint(b, ink), draw.Paint(b, ink)
	b.StyleRing(b.ring)
	if b.style == onDark {
		b.ring.StrokeColor = draw.Paint(b, look.Surface)
	}
}

// apart is how far the ring stands out: where it has the colour of the button, it
// is seen by the gap between them.
func (b *Button) apart() float32 {
	if b.style == primary {
		return 4
	}
	return 2
}

// roles gives the colours of ground, border and words; "" is none.
func (b *Button) roles() (fill, stroke, ink fyne.ThemeColorName) {
	switch b.style {
	case primary:
		fill, ink = look.Green, look.OnGreen
		if b.Disabled() {
			fill, stroke, ink = look.Muted, look.Line, look.Soft
		}
	case link:
		ink = look.Green
		if b.Disabled() {
			ink = look.Soft
		} else if b.Hovered() {
			fill = look.GreenSoft
		}
	case onDark:
		ink = look.Surface
		if b.Hovered() {
			stroke = look.Surface
		}
	default:
		fill, stroke, ink = look.Surface, look.Line, look.Ink
		if b.style == warm {
			ink = look.WarmInk
		}
		if b.Disabled() {
			fill, ink = look.Muted, look.Soft
		} else if b.Hovered() {
			stroke = look.Green
		}
	}
	return fill, stroke, ink
}
