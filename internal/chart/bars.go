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

// Draw draws for each bar its name and value on a line and the bar below it.
func (b Bars) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Down: 1}
	thick := f.Height * 0.4
	row := f.Height + thick + f.Height*0.7
	for i, bar := range b.Bars {
		y := row * float32(i)
		text := f.Clip(bar.Text, width*0.6, false)
		wide := f.Width(text, false)
		name := f.Clip(bar.Name, width-wide-f.Height/2, false)
		d.label(f, name, Name, 0, y, false)
		d.label(f, text, Words, width-wide, y, false)
		y += f.Height + 2
		d.shape(Rectangle, Ink{Role: Track}, 0, y, width, thick)
		value := min(max(bar.Value, 0), Top)
		ink := Ink{Fill, StepOf(value)}
		if b.Good {
			ink = Ink{Role: Lead}
		}
		d.shape(Rectangle, ink, 0, y, width*float32(value/Top), thick)
		if bar.Was >= 0 {
			d.shape(Rectangle, Ink{Role: Name}, min(width*float32(min(bar.Was, Top)/Top), width-2), y-2, 2, thick+4)
		}
		d.Spots = append(d.Spots, Spot{ID: bar.ID, Box: Box{0, row * float32(i), width, f.Height + thick + 2}, Says: bar.Says})
	}
	d.Height = row * float32(len(b.Bars))
	return d
}
