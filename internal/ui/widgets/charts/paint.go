package charts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// fills, grounds and inks are the colours of the steps, from the lightest to the
// heaviest. Steps of one colour differ by size, or have their number on them.
var (
	fills   = [...]fyne.ThemeColorName{look.Green, look.Amber, look.Amber, look.Warm, look.WarmInk}
	grounds = [...]fyne.ThemeColorName{look.GreenSoft, look.AmberSoft, look.AmberSoft, look.WarmSoft, look.WarmSoft}
	inks    = [...]fyne.ThemeColorName{look.Green, look.AmberInk, look.AmberInk, look.WarmInk, look.WarmInk}
)

var plain = map[chart.Role]fyne.ThemeColorName{
	chart.Rule: look.Line, chart.Track: look.Surface, chart.Words: look.Soft, chart.Name: look.Ink,
	chart.Blank: look.Line, chart.Lead: look.Green, chart.Band: look.Panel,
}

func roleOf(ink chart.Ink) fyne.ThemeColorName {
	step := min(max(ink.Step, 1), chart.Steps) - 1
	switch ink.Role {
	case chart.Fill:
		return fills[step]
	case chart.Soft:
		return grounds[step]
	case chart.On:
		return inks[step]
	}
	return plain[ink.Role]
}

// CreateRenderer is called by Fyne.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	c.drawing = &draw.Drawing{Min: c.minSize, Arrange: c.arrange, Restyle: c.paint, Size: c.Size}
	c.paint()
	return c.drawing
}

func (c *Chart) minSize() fyne.Size {
	c.redraw()
	return fyne.NewSize(8*draw.TextHeight(c, look.Label), c.drawn.Height)
}

// arrange draws anew for another width; what is drawn knows its place.
func (c *Chart) arrange(fyne.Size) {
	if c.drawn.Width != c.Size().Width {
		c.paint()
	}
}

// paint makes what is seen of the drawing, in the colours of the theme.
func (c *Chart) paint() {
	c.redraw()
	all := make([]fyne.CanvasObject, 0, len(c.drawn.Shapes)+len(c.drawn.Labels)+1)
	for _, s := range c.drawn.Shapes {
		all = append(all, c.shape(s))
	}
	for _, l := range c.drawn.Labels {
		all = append(all, c.label(l))
	}
	if c.at < len(c.drawn.Spots) && !c.still {
		all = append(all, c.ring(c.drawn.Spots[c.at].Box))
	}
	c.drawing.Drawn = all
}

func (c *Chart) shape(s chart.Shape) fyne.CanvasObject {
	fill, b := draw.Paint(c, roleOf(s.Ink)), s.Box
	var o fyne.CanvasObject
	switch s.Form {
	case chart.Dot:
		o = &canvas.Circle{FillColor: fill}
	case chart.Diamond:
		o = &canvas.ArbitraryPolygon{
			NormalizedPoints: true, FillColor: fill, Points: []fyne.Position{{X: .5}, {X: 1, Y: .5}, {X: .5, Y: 1}, {Y: .5}},
		}
	case chart.Line, chart.LineUp:
		line := &canvas.Line{StrokeColor: fill, StrokeWidth: 2}
		line.Position1, line.Position2 = fyne.NewPos(b.X, b.Y), fyne.NewPos(b.X+b.W, b.Y+b.H)
		if s.Form == chart.LineUp {
			line.Position1, line.Position2 = fyne.NewPos(b.X, b.Y+b.H), fyne.NewPos(b.X+b.W, b.Y)
		}
		return line
	default:
		r := &canvas.Rectangle{FillColor: fill, CornerRadius: min(b.W, b.H, 8) / 4}
		if s.Ink.Role == chart.Track {
			draw.EmptyTrack(c, r, b.H/4)
		}
		o = r
	}
	draw.Place(o, b.X, b.Y, b.W, b.H)
	return o
}

func (c *Chart) label(l chart.Label) fyne.CanvasObject {
	t := draw.Words(c.face, l.Bold)
	draw.Say(t, l.Text)
	t.Color = draw.Paint(c, roleOf(l.Ink))
	draw.Place(t, l.Box.X, l.Box.Y, l.Box.W, l.Box.H)
	return t
}

// ring marks the value one is at, strongly while the chart has the keyboard.
func (c *Chart) ring(b chart.Box) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = draw.Paint(c, look.Ink), 1, 3
	if c.HasFocus() {
		r.StrokeColor, r.StrokeWidth = draw.Paint(c, look.Green), 3
	}
	draw.Place(r, b.X-3, b.Y-3, b.W+6, b.H+6)
	return r
}
