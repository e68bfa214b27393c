// Package charts shows charts in the window: each is one stop of the keyboard, in
// which the arrow keys walk from value to value, and has its numbers in a table
// behind a fold. What is drawn where is package chart's; here it gets the colours
// of the theme. Everything belongs to Fyne's main goroutine.
package charts

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Chart is a chart that can be pointed at and walked through.
type Chart struct {
	draw.Control
	// OnMoved is told which value the user went to.
	OnMoved func(id string)
	// OnChosen is told which value the user wants to see more of.
	OnChosen func(id string)
	// OnEdge is told by how many values the user wants to go on from the present one,
	// past the first or the last.
	OnEdge func(by int)
	// OnPage is told that the user wants to see what is before (-1) or after (1).
	OnPage func(by int)

	of      chart.Chart
	drawn   chart.Drawing
	face    float32 // the size of text that drawn is for
	at      int     // the spot one is at
	still   bool    // it has nothing to walk to
	drawing *draw.Drawing
}

// New returns a widget that shows of.
func New(of chart.Chart) *Chart {
	c := &Chart{of: of}
	c.ExtendBaseWidget(c)
	return c
}

// Still makes the chart one to look at alone, which Tab passes by, and returns it.
func (c *Chart) Still() *Chart { c.still = true; return c }

// Set shows another chart and goes to the value of id, or to the first where there
// is none of it.
func (c *Chart) Set(of chart.Chart, id string) {
	c.of, c.drawn = of, chart.Drawing{}
	c.redraw()
	c.at = 0
	c.goTo(id)
	c.Refresh()
}

// At returns the value one is at, and what it says; false where there is none.
func (c *Chart) At() (id, says string, ok bool) {
	if c.at >= len(c.drawn.Spots) {
		return "", "", false
	}
	s := c.drawn.Spots[c.at]
	return s.ID, s.Says, true
}

func (c *Chart) goTo(id string) {
	for i, s := range c.drawn.Spots {
		if s.ID == id && id != "" {
			c.at = i
		}
	}
}

// Disabled is also true for a chart without values, so that Tab passes it by.
func (c *Chart) Disabled() bool {
	return c.Control.Disabled() || c.still || len(c.drawn.Spots) == 0
}

// TypedKey walks: arrows to the neighbours, Home and End to the ends, Page Up and
// Down to what is before and after, Enter or Space to see more.
func (c *Chart) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyLeft:
		c.walk(-c.drawn.Across)
	case fyne.KeyRight:
		c.walk(c.drawn.Across)
	case fyne.KeyUp:
		c.walk(-c.drawn.Down)
	case fyne.KeyDown:
		c.walk(c.drawn.Down)
	case fyne.KeyHome:
		c.move(0)
	case fyne.KeyEnd:
		c.move(len(c.drawn.Spots) - 1)
	case fyne.KeyPageUp:
		tell(c.OnPage, -1)
	case fyne.KeyPageDown:
		tell(c.OnPage, 1)
	default:
		c.Pressed(k.Name, c.choose)
	}
}

func (c *Chart) walk(by int) {
	switch to := c.at + by; {
	case by == 0:
	case to < 0, to >= len(c.drawn.Spots):
		tell(c.OnEdge, by)
	default:
		c.move(to)
	}
}

func tell(who func(int), by int) {
	if who != nil {
		who(by)
	}
}

func (c *Chart) move(to int) {
	if to < 0 || to >= len(c.drawn.Spots) {
		return
	}
	c.at = to
	c.Refresh()
	if c.OnMoved != nil {
		c.OnMoved(c.drawn.Spots[to].ID)
	}
}

func (c *Chart) choose() {
	if id, _, ok := c.At(); ok && c.OnChosen != nil {
		c.OnChosen(id)
	}
}

// Tapped goes to the value under the pointer, and shows more of the one that one is
// at already.
func (c *Chart) Tapped(e *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	draw.Focus(c)
	for i, s := range c.drawn.Spots {
		b := s.Box
		if e.Position.X < b.X || e.Position.X > b.X+b.W || e.Position.Y < b.Y || e.Position.Y > b.Y+b.H {
			continue
		}
		if i == c.at {
			c.choose()
			return
		}
		c.move(i)
		return
	}
}

// AccessibilityLabel says what the chart shows, and the value one is at.
func (c *Chart) AccessibilityLabel() string {
	if _, says, ok := c.At(); ok && !c.still {
		return c.of.Says() + " " + says
	}
	return c.of.Says()
}

// AccessibilityRole says button for a chart that can be walked, else text.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole {
	if c.Disabled() {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// redraw draws the chart for the present width and size of text, unless it is drawn
// so already.
func (c *Chart) redraw() {
	width := c.Size().Width
	if width <= 0 {
		width = usualWidth
	}
	size := draw.Measure(c, look.Label)
	if c.drawn.Width == width && c.face == size {
		return
	}
	c.face = size
	c.drawn = c.of.Draw(width, chart.Face{
		Height: fyne.MeasureText("M", size, fyne.TextStyle{}).Height,
		Width: func(text string, bold bool) float32 {
			return draw.Extent(text, size, bold).Width
		},
	})
	c.at = min(c.at, max(len(c.drawn.Spots)-1, 0))
}

// usualWidth is what a chart is drawn for before it was ever laid out.
const usualWidth = 400
