package chart

// Bar is a row of Bars.
type Bar struct {
	ID    string
	Name  string
	Value float64 // 0 to Top
	Was   float64 // what it was before, shown as a stroke; below 0 for nothing
	Text  string  // the value in words, at the right
	Says  string
}

// Bars is a mark for each of several names.
type Bars struct {
	About string
	Bars  []Bar
	Good  bool // a longer bar is no heavier one
}

// Says returns what the bars show, in words.
func (b Bars) Says() string { return b.About }

// thickness is how high a bar is, in lines.
const thickness = 0.4

// Draw draws for each bar its name and value on a line and the bar below it.
func (b Bars) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Down: 1}
	thick := f.Height * thickness
	row := f.Height + thick + f.Height*0.7
	for i, bar := range b.Bars {
		y := row * float32(i)
		text := f.Clip(bar.Text, width*0.6, false)
		wide := f.Width(text, false)
		name := f.Clip(bar.Name, width-wide-f.Height/2, false)
		d.label(f, name, Name, 0, y, false)
		d.label(f, text, Words, width-wide, y, false)
		y += f.Height + 2
		d.bar(bar.Value, b.Good, y, thick)
		if bar.Was >= 0 {
			d.shape(Rectangle, Ink{Role: Name}, min(width*float32(min(bar.Was, Top)/Top), width-2), y-2, 2, thick+4)
		}
		d.Spots = append(d.Spots, Spot{ID: bar.ID, Box: Box{0, row * float32(i), width, f.Height + thick + 2}, Says: bar.Says})
	}
	d.Height = row * float32(len(b.Bars))
	return d
}

// Bare is a bar alone, as Bars draws it, for a value from 0 to Top. What it shows is
// said beside it.
type Bare float64

// Says returns nothing.
func (Bare) Says() string { return "" }

// Draw draws the bar.
func (b Bare) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Height: f.Height * thickness}
	d.bar(float64(b), false, 0, d.Height)
	return d
}

// bar draws how far a value reaches, on the track of what it has not reached.
func (d *Drawing) bar(value float64, good bool, y, thick float32) {
	d.shape(Rectangle, Ink{Role: Track}, 0, y, d.Width, thick)
	value = min(max(value, 0), Top)
	ink := Ink{Fill, StepOf(value)}
	if good {
		ink = Ink{Role: Lead}
	}
	d.shape(Rectangle, ink, 0, y, d.Width*float32(value/Top), thick)
}
