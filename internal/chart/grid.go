package chart

// Cell is a place of a Grid.
type Cell struct {
	ID   string
	Step int    // 0 where there is no value
	Text string // the value, where there is room for it
	Says string
	None bool // there is no such place, like a day before the first
}

// Column is a column of a Grid. A head that has no room is left out; a bold one
// goes before the others.
type Column struct {
	Head string
	Bold bool
}

// Grid is cells in rows and columns: days of a year in weeks, or themes by week.
type Grid struct {
	About   string
	Columns []Column
	Rows    []string
	Cells   [][]Cell // by column, then by row
	Largest float32  // of a cell, in lines of text; 0 for as large as there is room
	// ByColumn says that what comes next is below, not at the right.
	ByColumn bool
}

// Says returns what the grid shows, in words.
func (g Grid) Says() string { return g.About }

// gutter is how much of a cell the gap to the next takes.
const gutter = 0.14

// Draw draws the grid: squares as large as the width allows.
func (g Grid) Draw(width float32, f Face) Drawing {
	d := Drawing{Width: width, Across: len(g.Rows), Down: 1}
	if !g.ByColumn {
		d.Across, d.Down = 1, len(g.Columns)
	}
	left := g.names(f, width)
	side := (width - left) / float32(max(len(g.Columns), 1))
	if g.Largest > 0 {
		side = min(side, g.Largest*f.Height)
	}
	row := max(side, f.Height*g.tight())
	top := f.Height * 1.25
	d.Height = top + row*float32(len(g.Rows))
	ticks := make([]tick, len(g.Columns))
	for i, c := range g.Columns {
		ticks[i] = tick{c.Head, left + side*float32(i), c.Bold}
	}
	d.along(f, ticks, 0, false)
	for i, name := range g.Rows {
		y := top + row*float32(i) + (row-f.Height)/2
		if f.Height <= row || i%2 == 0 {
			d.label(f, f.Clip(name, left-f.Height/2, false), Words, 0, y, false)
			d.Height = max(d.Height, y+f.Height)
		}
	}
	place := func(c, r int) Box {
		return Box{left + side*float32(c), top + row*float32(r), side, row}
	}
	g.fill(&d, f, place)
	return d
}

// tight is how high a row is at least, in lines: rows of days stand closer than
// their names, of which every other one is written.
func (g Grid) tight() float32 {
	if g.ByColumn {
		return 0.62
	}
	return 1.15
}

// names returns the room that the names of the rows take at the left.
func (g Grid) names(f Face, width float32) float32 {
	widest := float32(0)
	for _, name := range g.Rows {
		widest = max(widest, f.Width(name, false))
	}
	return min(widest+f.Height/2, width*0.36)
}

func (g Grid) fill(d *Drawing, f Face, place func(c, r int) Box) {
	draw := func(c, r int) {
		cell, b := g.Cells[c][r], place(c, r)
		gap := min(b.W, b.H) * gutter
		in := Box{b.X + gap/2, b.Y + gap/2, b.W - gap, b.H - gap}
		if !cell.None {
			d.cell(f, cell, in)
		}
		d.Spots = append(d.Spots, Spot{ID: cell.ID, Box: in, Says: cell.Says})
	}
	if g.ByColumn {
		for c := range g.Cells {
			for r := range g.Rows {
				draw(c, r)
			}
		}
		return
	}
	for r := range g.Rows {
		for c := range g.Cells {
			draw(c, r)
		}
	}
}

// cell draws a value as its number on the ground of its step, or, where that has no
// room, as a mark that grows with the step.
func (d *Drawing) cell(f Face, c Cell, in Box) {
	wide := f.Width(c.Text, false)
	switch {
	case c.Step == 0:
		side := min(in.W, in.H) * 0.24
		d.shape(Rectangle, Ink{Role: Blank}, in.X+(in.W-side)/2, in.Y+(in.H-side)/2, side, side)
	case c.Text != "" && wide <= in.W-2 && f.Height <= in.H:
		d.shape(Rectangle, Ink{Soft, c.Step}, in.X, in.Y, in.W, in.H)
		d.Labels = append(d.Labels, Label{
			Text: c.Text, Box: Box{in.X + (in.W-wide)/2, in.Y + (in.H-f.Height)/2, wide, f.Height}, Ink: Ink{On, c.Step},
		})
	default:
		d.mark(Rectangle, c.Step, in)
	}
}
