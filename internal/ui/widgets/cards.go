package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Ground is a filled rectangle in colour roles, which follows the theme. It lies
// under other things.
type Ground struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	radius       float32
	strong       bool
	rect         *canvas.Rectangle
}

// NewGround gives a rectangle filled with a role, bordered with another ("" for
// none), with rounded corners of radius.
func NewGround(fill, stroke fyne.ThemeColorName, radius float32) *Ground {
	g := &Ground{fill: fill, stroke: stroke, radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// SetRoles changes fill and border.
func (g *Ground) SetRoles(fill, stroke fyne.ThemeColorName) {
	g.fill, g.stroke = fill, stroke
	g.Refresh()
}

// SetStroke makes the border twice as wide, or not.
func (g *Ground) SetStroke(strong bool) {
	g.strong = strong
	g.Refresh()
}

// CreateRenderer is called by Fyne.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	g.rect = canvas.NewRectangle(color.Transparent)
	return draw.New(g, []fyne.CanvasObject{g.rect},
		func() fyne.Size { return fyne.Size{} }, func(s fyne.Size) { g.rect.Resize(s) }, g.restyle)
}

func (g *Ground) restyle() {
	g.rect.FillColor, g.rect.CornerRadius = color.Transparent, g.radius
	if g.fill != "" {
		g.rect.FillColor = draw.Paint(g, g.fill)
	}
	g.rect.StrokeWidth = 0
	if g.stroke != "" {
		g.rect.StrokeColor, g.rect.StrokeWidth = draw.Paint(g, g.stroke), 1
		if g.strong {
			g.rect.StrokeWidth = 2
		}
	}
}

// On lays object on a ground of a role, without a margin.
func On(fill fyne.ThemeColorName, object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewGround(fill, "", 0), object)
}

// Rule gives a thin line that fills the width, or the height where it is set
// upright by a Border layout.
func Rule() fyne.CanvasObject {
	return Sized(1, 1, NewGround(look.Line, "", 0))
}

// Card lays object on a white surface with a rounded border.
func Card(object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewGround(look.Surface, look.Line, look.RadiusCard), Pad(look.Wide, 12, object))
}

// GreenCard lays object on the green ground that marks words which can be shared,
// and nothing else is ever laid on.
func GreenCard(object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(NewGround(look.GreenSoft, look.GreenEdge, look.RadiusCard), Pad(look.Wide, 12, object))
}

// Notice gives a calm strip: text on the tone's ground, buttons behind it (green
// links look best).
func Notice(tone Tone, text string, buttons ...fyne.CanvasObject) *fyne.Container {
	ground := NewGround(tone.Ground(), tone.Edge(), look.RadiusCard)
	line := NewText(text, look.Interface, look.Ink)
	if len(buttons) == 0 {
		return container.NewStack(ground, Pad(look.Wide, 10, Column(0, line)))
	}
	trailing := Row(look.Wide, buttons...)
	return container.NewStack(ground, Pad(look.Wide, 8, container.New(&beside{look.Wide}, line, trailing)))
}

// beside sets the first object into what the second leaves, both centred; the
// second goes below where it would take more than half.
type beside struct{ gap float32 }

func (b *beside) stacked(objects []fyne.CanvasObject, width float32) bool {
	return width > 0 && objects[1].MinSize().Width+b.gap > width*0.55
}

// Layout gives the text its width first, then centres both.
func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text, rest := objects[0], objects[1]
	m := rest.MinSize()
	if b.stacked(objects, size.Width) {
		text.Resize(fyne.NewSize(size.Width, max(text.Size().Height, 1)))
		h := text.MinSize().Height
		draw.Place(text, 0, 0, size.Width, h)
		draw.Place(rest, 0, h+look.Tight, min(m.Width, size.Width), m.Height)
		return
	}
	width := max(size.Width-m.Width-b.gap, 1)
	text.Resize(fyne.NewSize(width, max(text.Size().Height, 1)))
	h := text.MinSize().Height
	draw.Place(text, 0, (size.Height-h)/2, width, h)
	draw.Place(rest, size.Width-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
}

// MinSize is the height that both need at the width the text was last given.
func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text, rest := objects[0].MinSize(), objects[1].MinSize()
	width := objects[0].Size().Width
	if objects[1].Position().Y >= text.Height && b.stacked(objects, width) {
		return fyne.NewSize(max(text.Width, rest.Width), text.Height+look.Tight+rest.Height)
	}
	return fyne.NewSize(max(text.Width, rest.Width), max(text.Height, rest.Height))
}
