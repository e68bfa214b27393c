package chart

// Legend shows the steps in order between the words for the two ends.
type Legend struct{ Low, High string }

// Says returns the two ends.
func (l Legend) Says() string { return l.Low + " – " + l.High }

// Draw draws the steps on one line.
func (l Legend) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Height: f.Height}
	side := f.Height * 0.85
	marks := Steps * (side + 2)
	low := f.Clip(l.Low, (width-marks)/2-6, false)
	x := f.Width(low, false) + 6
	high := f.Clip(l.High, width-x-marks-6, false)
	d.label(f, low, Words, 0, 0, false)
	for step := 1; step <= Steps; step++ {
		d.mark(Rectangle, step, Box{x, (f.Height - side) / 2, side, side})
		x += side + 2
	}
	d.label(f, high, Words, x+4, 0, false)
	return d
}
