package chart

// Point is a value of a series; one that is not given breaks the line.
type Point struct {
	ID    string
	Mark  float64 // 0 to Top
	Given bool
	Says  string
}

// Lines is how a mark went over time, week by week.
type Lines struct {
	About     string
	Points    []Point
	Ticks     []Column // names below the points, "" for none
	Low, High string   // words at the two ends
	Lines     int      // how high it is, in lines of text
}

// Says returns what the lines show, in words.
func (l Lines) Says() string { return l.About }

// Draw draws the points over a plane with a rule at the middle, and a line from each
// to the next. A heavier point is larger.
func (l Lines) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Across: 1}
	plane := Box{0, 0, width, f.Height * float32(max(l.Lines, 4))}
	d.Height = plane.H + f.Height*1.4
	d.shape(Rectangle, Ink{Role: Band}, 0, 0, width, plane.H)
	d.shape(Rectangle, Ink{Role: Rule}, 0, plane.H/2, width, 1)
	d.label(f, f.Clip(l.High, width/2, false), Words, 4, 2, false)
	d.label(f, f.Clip(l.Low, width/2, false), Words, 4, plane.H-f.Height-2, false)
	size := f.Height * 0.75
	step := (width - size) / float32(max(len(l.Points)-1, 1))
	at := func(i int) (x, y float32) {
		x = size/2 + step*float32(i)
		return x, size/2 + (plane.H-size)*float32(1-min(max(l.Points[i].Mark, 0), Top)/Top)
	}
	ticks := make([]tick, len(l.Ticks))
	for i, t := range l.Ticks {
		ticks[i] = tick{t.Head, size/2 + step*float32(i), t.Bold}
	}
	d.along(f, ticks, plane.H+f.Height*0.3, true)
	l.join(&d, at)
	for i, p := range l.Points {
		x, y := at(i)
		if p.Given {
			d.mark(Dot, StepOf(p.Mark), Box{x - size/2, y - size/2, size, size})
		}
		wide := max(step, 1)
		left, right := max(x-wide/2, 0), min(x+wide/2, width)
		d.Spots = append(d.Spots, Spot{ID: p.ID, Box: Box{left, 0, right - left, plane.H}, Says: p.Says})
	}
	return d
}

// join draws a line from each given point to the next one.
func (l Lines) join(d *Drawing, at func(int) (x, y float32)) {
	for i := 1; i < len(l.Points); i++ {
		if !l.Points[i].Given || !l.Points[i-1].Given {
			continue
		}
		x, y := at(i - 1)
		nx, ny := at(i)
		form := Line
		if ny < y {
			form = LineUp
		}
		d.shape(form, Ink{Role: Lead}, x, min(y, ny), nx-x, max(y, ny)-min(y, ny))
	}
}
