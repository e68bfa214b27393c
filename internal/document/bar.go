package document

import "aftershift/internal/chart"

// barLine is how high a line is beside a bar.
const barLine = 10

// Bar returns how long the bar of a row is, 0 for none.
func (t Table) Bar(row int) float64 {
	if row >= len(t.Bars) {
		return 0
	}
	return max(t.Bars[row], 0)
}

// Drawn returns what the bar of a row looks like at a width; nothing where there is
// none.
func (t Table) Drawn(row int, width float32) chart.Drawing {
	if t.Bar(row) == 0 {
		return chart.Drawing{}
	}
	return chart.Bare(t.Bar(row)).Draw(width, chart.Face{Height: barLine})
}

// shades are the colours of the steps on paper, as in the window's light look.
var shades = [chart.Steps]uint32{0x1F6B63, 0xB87A12, 0xB87A12, 0xB4532A, 0x9C4320}

// Shade returns the colour of a shape on paper, as red, green and blue in one number.
func Shade(ink chart.Ink) uint32 {
	if ink.Role != chart.Fill {
		return 0xECE8DF
	}
	return shades[min(max(ink.Step, 1), chart.Steps)-1]
}
