// Package chart turns numbers into drawings: shapes and labels on a plane, with no
// screen and no paper in it, so that whatever draws them draws the same chart.
//
// A label never lies on another one: where there is no room it is left out, and
// what it would have said is in the words of its Spot. Colour never carries a
// value alone: a heavier mark is also larger, or has its number on it. A Drawing
// depends on its chart, the width and the face alone. Lengths are in the units of
// the width that is handed in; the origin is at the top left.
package chart

// Role says what a shape or a label is, from which whoever draws takes its colour.
type Role uint8

// The roles.
const (
	Rule  Role = iota // a line of the grid, the frame of a cell
	Track             // what a bar has not reached
	Words             // a label of second rank
	Name              // a label of first rank
	Blank             // the place of a value that isn't there
	Fill              // a mark of a step
	Soft              // the ground below a number of a step
	On                // a number on the ground of a step
	Lead              // a line, or a sign that stands for something else than a value
	Band              // the ground of the plane, or of a place on it
)

// Steps is how many steps there are, from the lightest to the heaviest.
const Steps = 5

// Top is the highest mark.
const Top = 10

// StepOf returns the step, 1 to Steps, of a mark from 0 to Top: two marks a step.
func StepOf(mark float64) int { return min(max(int((mark-1)/2)+1, 1), Steps) }

// Ink is how a shape or label is coloured: by its role, and for a mark by its step.
type Ink struct {
	Role Role
	Step int // 1 to Steps; 0 for what has none
}

// Form is what a shape looks like within its box.
type Form uint8

// The forms.
const (
	Rectangle Form = iota
	Dot
	Line    // from the top left of the box to its bottom right
	LineUp  // from the bottom left of the box to its top right
	Diamond // on its corner
)

// Box is where something stands.
type Box struct{ X, Y, W, H float32 }

// Shape is one thing that is drawn.
type Shape struct {
	Form Form
	Box  Box
	Ink  Ink
}

// Label is words on one line, set at the left of its box, or in its middle.
type Label struct {
	Text   string
	Box    Box
	Ink    Ink
	Bold   bool
	Middle bool
}

// Spot is where a value stands: it can be pointed at, and walked to by key.
type Spot struct {
	ID   string
	Box  Box
	Says string // the value in words
}

// Drawing is a chart drawn at a width.
type Drawing struct {
	Width, Height float32
	Shapes        []Shape // lowest first; labels lie above
	Labels        []Label
	Spots         []Spot
	// Across and Down are by how much the number of a spot grows to the right and
	// downwards; 0 where there is nowhere to go.
	Across, Down int
}

// Face measures words in the text that the labels are set in.
type Face struct {
	Height float32 // of a line
	Width  func(text string, bold bool) float32
}

// Chart is what can be drawn. Its height follows from the width.
type Chart interface {
	Draw(width float32, f Face) Drawing
	// Says returns what the chart shows, in words.
	Says() string
}

func (d *Drawing) shape(form Form, ink Ink, x, y, w, h float32) {
	d.Shapes = append(d.Shapes, Shape{form, Box{x, y, w, h}, ink})
}

// label sets words with their left edge at x.
func (d *Drawing) label(f Face, text string, role Role, x, y float32, bold bool) {
	if text != "" {
		d.Labels = append(d.Labels, Label{Text: text, Box: Box{x, y, f.Width(text, bold), f.Height}, Ink: Ink{Role: role}, Bold: bold})
	}
}

// mark sets a square or dot of a step into the middle of a box: the heavier the
// step, the larger it is.
func (d *Drawing) mark(form Form, step int, in Box) {
	side := min(in.W, in.H) * sizes[step]
	d.shape(form, Ink{Fill, step}, in.X+(in.W-side)/2, in.Y+(in.H-side)/2, side, side)
}

// sizes are how much of its place a mark of each step takes.
var sizes = [Steps + 1]float32{0, 0.42, 0.56, 0.7, 0.85, 1}

// Clip returns text cut with an ellipsis to fit width, or nothing where not even
// that has room.
func (f Face) Clip(text string, width float32, bold bool) string {
	if f.Width(text, bold) <= width {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := string(letters[:n]) + "…"; f.Width(cut, bold) <= width {
			return cut
		}
	}
	return ""
}
