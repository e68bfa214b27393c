package chart

import "strconv"

// Day is a day of a Month.
type Day struct {
	ID    string
	Steps []int // of what there is on that day, in order
	Says  string
	Today bool
	Plan  bool // something is planned on it
}

// Month is the days of a month in weeks.
type Month struct {
	About    string
	Weekdays [7]string // names of the columns
	First    int       // the column of the first day
	Days     []Day
}

// Says returns what the month shows, in words.
func (m Month) Says() string { return m.About }

// Draw draws each day as a cell with its number and a dot for each thing on it.
func (m Month) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Across: 1, Down: 7}
	side, high, top := width/7, f.Height*2.5+6, f.Height*1.35
	ticks := make([]tick, 7)
	for i, name := range m.Weekdays {
		ticks[i] = tick{text: name, at: side * (float32(i) + 0.5)}
	}
	d.along(f, ticks, 0, true)
	const gap = 3
	for i, day := range m.Days {
		at := m.First + i
		in := Box{side * float32(at%7), top + high*float32(at/7), side - gap, high - gap}
		d.day(f, i+1, day, in)
		d.Spots = append(d.Spots, Spot{ID: day.ID, Box: in, Says: day.Says})
	}
	d.Height = top + high*float32((m.First+len(m.Days)+6)/7)
	return d
}

func (d *Drawing) day(f Face, number int, day Day, in Box) {
	form, ink := Rectangle, Ink{Role: Band}
	d.shape(form, ink, in.X, in.Y, in.W, in.H)
	role := Words
	if day.Today {
		role = Name
	}
	text, bold := strconv.Itoa(number), day.Today
	if f.Width(text, bold)+4 <= in.W {
		d.label(f, text, role, in.X+4, in.Y+2, bold)
	}
	if day.Today {
		d.shape(Rectangle, Ink{Role: Lead}, in.X+4, in.Y+2+f.Height, min(f.Width(text, bold), in.W-4), 2)
	}
	side := min(f.Height*1.2, in.W-8)
	y := in.Y + in.H - side - 3
	if day.Plan {
		plan := side * 0.7
		d.shape(Diamond, Ink{Role: Lead}, in.X+in.W-plan-3, in.Y+4, plan, plan)
	}
	room := max(int((in.W-6)/(side+2)), 1)
	for i, step := range day.Steps {
		if i == room-1 && len(day.Steps) > room {
			d.more(f, len(day.Steps)-i, Box{in.X + 4 + float32(i)*(side+2), y, side, side}, in)
			return
		}
		d.mark(Dot, step, Box{in.X + 4 + float32(i)*(side+2), y, side, side})
	}
}

// more says how many things are not drawn for want of room.
func (d *Drawing) more(f Face, n int, at, in Box) {
	text := "+" + strconv.Itoa(n)
	if w := f.Width(text, false); at.X+w <= in.X+in.W && f.Height*2 < in.H {
		d.label(f, text, Words, at.X, in.Y+in.H-f.Height-1, false)
	}
}
