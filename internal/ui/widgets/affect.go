package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// AffectWords are the words in the grid's corners and its name.
type AffectWords struct{ Name, TopLeft, TopRight, BottomLeft, BottomRight string }

// AffectGrid asks how it felt on two axes: unpleasant to pleasant across, low to
// high energy up, each from -2 to 2 (the affect grid of Russell, Weiss and
// Mendelsohn, 1989, with five steps instead of nine). One click or the arrow
// keys set it, Delete clears it.
type AffectGrid struct {
	draw.Control
	// OnChanged gets what the user chose; set is false when cleared.
	OnChanged func(pleasant, energy int, set bool)

	words            AffectWords
	pleasant, energy int
	set              bool

	wash           *canvas.LinearGradient
	frame, ring    *canvas.Rectangle
	across, upward *canvas.Rectangle
	dot            *canvas.Circle
	corners        [4]*canvas.Text
}

const affectEnd = 2

// NewAffectGrid gives a grid on which nothing is set yet.
func NewAffectGrid(w AffectWords) *AffectGrid {
	g := &AffectGrid{words: w}
	g.ExtendBaseWidget(g)
	return g
}

// Value gives both numbers, and false if none is set.
func (g *AffectGrid) Value() (pleasant, energy int, set bool) { return g.pleasant, g.energy, g.set }

// SetValue shows both numbers, from -2 to 2, or none. It does not call OnChanged.
func (g *AffectGrid) SetValue(pleasant, energy int, set bool) {
	if !set {
		pleasant, energy = 0, 0
	}
	g.pleasant, g.energy, g.set = inAffect(pleasant), inAffect(energy), set
	g.Refresh()
}

func inAffect(v int) int { return min(max(v, -affectEnd), affectEnd) }

func (g *AffectGrid) choose(pleasant, energy int, set bool) {
	if g.Disabled() {
		return
	}
	g.SetValue(pleasant, energy, set)
	if g.OnChanged != nil {
		g.OnChanged(g.pleasant, g.energy, g.set)
	}
}

// TypedKey moves the point, or clears it. The first arrow starts from the middle.
func (g *AffectGrid) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		g.choose(g.pleasant-1, g.energy, true)
	case fyne.KeyRight:
		g.choose(g.pleasant+1, g.energy, true)
	case fyne.KeyUp:
		g.choose(g.pleasant, g.energy+1, true)
	case fyne.KeyDown:
		g.choose(g.pleasant, g.energy-1, true)
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.choose(0, 0, false)
	default:
		g.Pressed(k.Name, func() { g.choose(g.pleasant, g.energy, true) })
	}
}

// Tapped sets the point to the nearest of the 25.
func (g *AffectGrid) Tapped(e *fyne.PointEvent) {
	draw.Focus(g)
	size := g.Size()
	step := func(at, whole float32) int {
		return min(max(int(at/max(whole, 1)*(2*affectEnd+1)), 0), 2*affectEnd) - affectEnd
	}
	g.choose(step(e.Position.X, size.Width), -step(e.Position.Y, size.Height), true)
}

// AccessibilityLabel gives the grid's name and the corner it leans to.
func (g *AffectGrid) AccessibilityLabel() string {
	corner := ""
	switch {
	case !g.set || g.pleasant == 0 || g.energy == 0:
		return g.words.Name
	case g.pleasant < 0 && g.energy > 0:
		corner = g.words.TopLeft
	case g.energy > 0:
		corner = g.words.TopRight
	case g.pleasant < 0:
		corner = g.words.BottomLeft
	default:
		corner = g.words.BottomRight
	}
	return g.words.Name + ": " + corner
}

// AccessibilityRole says button, the nearest role that Fyne has.
func (g *AffectGrid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (g *AffectGrid) CreateRenderer() fyne.WidgetRenderer {
	g.wash = canvas.NewHorizontalGradient(color.Transparent, color.Transparent)
	g.frame, g.ring = canvas.NewRectangle(color.Transparent), draw.NewRing(look.RadiusField)
	g.across, g.upward = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	g.dot = canvas.NewCircle(color.Transparent)
	objects := []fyne.CanvasObject{g.wash, g.across, g.upward, g.frame}
	for i := range g.corners {
		g.corners[i] = draw.Words(0, false)
		objects = append(objects, g.corners[i])
	}
	return draw.New(g, append(objects, g.dot, g.ring), g.minSize, g.arrange, g.restyle)
}

func (g *AffectGrid) minSize() fyne.Size {
	top := g.corners[0].MinSize().Width + g.corners[1].MinSize().Width
	bottom := g.corners[2].MinSize().Width + g.corners[3].MinSize().Width
	return fyne.NewSize(max(top, bottom)+40, max(112, 5*g.corners[0].MinSize().Height))
}

func (g *AffectGrid) arrange(size fyne.Size) {
	draw.Place(g.wash, 1, 1, size.Width-2, size.Height-2)
	draw.Place(g.frame, 0, 0, size.Width, size.Height)
	draw.Place(g.ring, -2, -2, size.Width+4, size.Height+4)
	draw.Place(g.across, 0, size.Height/2, size.Width, 1)
	draw.Place(g.upward, size.Width/2, 0, 1, size.Height)
	for i, c := range g.corners {
		m := c.MinSize()
		x, y := float32(8), float32(5)
		if i%2 == 1 {
			x = size.Width - m.Width - 8
		}
		if i > 1 {
			y = size.Height - m.Height - 5
		}
		draw.Place(c, x, y, m.Width, m.Height)
	}
	at := func(v int, whole float32) float32 { return (float32(v+affectEnd) + 0.5) / (2*affectEnd + 1) * whole }
	draw.Place(g.dot, at(g.pleasant, size.Width)-8, at(-g.energy, size.Height)-8, 16, 16)
}

func (g *AffectGrid) restyle() {
	g.wash.StartColor, g.wash.EndColor = draw.Paint(g, look.WarmSoft), draw.Paint(g, look.GreenSoft)
	g.across.FillColor, g.upward.FillColor = draw.Paint(g, look.Line), draw.Paint(g, look.Line)
	g.frame.StrokeColor, g.frame.StrokeWidth, g.frame.CornerRadius = draw.Paint(g, look.Border), 1, look.RadiusField
	texts := [...]string{g.words.TopLeft, g.words.TopRight, g.words.BottomLeft, g.words.BottomRight}
	for i, c := range g.corners {
		c.Text, c.TextSize, c.Color = texts[i], draw.Measure(g, look.Label), draw.Paint(g, look.Ink)
	}
	tone := Warm
	if g.pleasant > 0 {
		tone = Green
	} else if g.pleasant == 0 {
		tone = Amber
	}
	g.dot.FillColor, g.dot.StrokeColor, g.dot.StrokeWidth = draw.Paint(g, tone.Fill()), draw.Paint(g, look.Surface), 3
	g.dot.Hidden = !g.set
	g.StyleRing(g.ring)
}
