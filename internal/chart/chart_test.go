package chart

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// plain is a face in which every letter is half as wide as a line is high.
func plain(height float32) Face {
	return Face{Height: height, Width: func(text string, bold bool) float32 {
		w := float32(utf8.RuneCountInString(text)) * height / 2
		if bold {
			w *= 1.1
		}
		return w
	}}
}

// some draws charts of every kind with values and words of any length.
func some(t *rapid.T) map[string]Chart {
	word := rapid.StringMatching(`[A-Za-zé ]{0,24}`)
	mark := rapid.Float64Range(-1, 11)
	step := rapid.IntRange(0, Steps)
	rows := rapid.SliceOfN(word, 1, 9).Draw(t, "rows")
	grid := Grid{Rows: rows, ByColumn: rapid.Bool().Draw(t, "by column"), Largest: rapid.Float32Range(0, 3).Draw(t, "largest")}
	for range rapid.IntRange(1, 60).Draw(t, "columns") {
		grid.Columns = append(grid.Columns, Column{word.Draw(t, "head"), rapid.Bool().Draw(t, "bold")})
		var cells []Cell
		for range rows {
			cells = append(cells, Cell{Step: step.Draw(t, "step"), Text: rapid.StringMatching(`[0-9]{0,2}`).Draw(t, "text")})
		}
		grid.Cells = append(grid.Cells, cells)
	}
	month := Month{First: rapid.IntRange(0, 6).Draw(t, "first")}
	for i := range month.Weekdays {
		month.Weekdays[i] = word.Draw(t, "weekday")
	}
	for range rapid.IntRange(28, 31).Draw(t, "days") {
		month.Days = append(month.Days, Day{
			Steps: rapid.SliceOfN(rapid.IntRange(1, Steps), 0, 12).Draw(t, "steps"),
			Today: rapid.Bool().Draw(t, "today"), Plan: rapid.Bool().Draw(t, "plan"),
		})
	}
	lines := Lines{Low: word.Draw(t, "low"), High: word.Draw(t, "high"), Lines: rapid.IntRange(0, 12).Draw(t, "lines")}
	for range rapid.IntRange(0, 60).Draw(t, "points") {
		lines.Points = append(lines.Points, Point{Mark: mark.Draw(t, "mark"), Given: rapid.Bool().Draw(t, "given")})
		lines.Ticks = append(lines.Ticks, Column{Head: word.Draw(t, "tick"), Bold: rapid.Bool().Draw(t, "bold")})
	}
	bars := Bars{}
	for range rapid.IntRange(0, 12).Draw(t, "bars") {
		bars.Bars = append(bars.Bars, Bar{Name: word.Draw(t, "name"), Text: word.Draw(t, "value"), Value: mark.Draw(t, "mark"), Was: mark.Draw(t, "was")})
	}
	return map[string]Chart{"grid": grid, "month": month, "lines": lines, "bars": bars, "legend": Legend{word.Draw(t, "low"), word.Draw(t, "high")}}
}

// TestCharts_labels_never_overlap draws at any width and size of text.
func TestCharts_labels_never_overlap(t *testing.T) {
	eachDrawn(t, func(t *rapid.T, name string, d Drawing) {
		for i, a := range d.Labels {
			for _, b := range d.Labels[:i] {
				if overlap(a.Box, b.Box) {
					t.Fatalf("%s: %q at %v lies on %q at %v", name, a.Text, a.Box, b.Text, b.Box)
				}
			}
		}
	})
}

// eachDrawn checks charts of every kind, as they are drawn.
func eachDrawn(t *testing.T, check func(t *rapid.T, name string, d Drawing)) {
	rapid.Check(t, func(t *rapid.T) {
		face := plain(rapid.Float32Range(9, 30).Draw(t, "height"))
		width := rapid.Float32Range(200, 1400).Draw(t, "width")
		for name, c := range some(t) {
			check(t, name, c.Draw(width, face))
		}
	})
}

// TestCharts_stay_in_their_bounds holds that nothing is drawn outside.
func TestCharts_stay_in_their_bounds(t *testing.T) {
	eachDrawn(t, func(t *rapid.T, name string, d Drawing) {
		all := map[string]Box{}
		for i, s := range d.Shapes {
			all[fmt.Sprint("shape ", i, s.Form)] = s.Box
		}
		for i, l := range d.Labels {
			all[fmt.Sprint("label ", i, l.Text)] = l.Box
		}
		for what, b := range all {
			const hair = 0.01
			if b.X < -hair || b.Y < -hair || b.X+b.W > d.Width+hair || b.Y+b.H > d.Height+hair || b.W < 0 || b.H < 0 {
				t.Fatalf("%s: %s at %+v is outside %v by %v", name, what, b, d.Width, d.Height)
			}
		}
	})
}

func overlap(a, b Box) bool {
	const hair = 0.01
	return a.X+hair < b.X+b.W && b.X+hair < a.X+a.W && a.Y+hair < b.Y+b.H && b.Y+hair < a.Y+a.H
}

// TestSteps_are_told_by_size holds that colour is never needed to tell steps apart.
func TestSteps_are_told_by_size(t *testing.T) {
	d := Legend{"barely", "very hard"}.Draw(400, plain(12))
	for i := 1; i < len(d.Shapes); i++ {
		if d.Shapes[i].Box.W <= d.Shapes[i-1].Box.W {
			t.Errorf("step %d is no larger than the one before", i+1)
		}
	}
	if len(d.Shapes) != Steps {
		t.Errorf("%d steps", len(d.Shapes))
	}
}

func TestStepOf(t *testing.T) {
	for mark, want := range map[float64]int{-1: 1, 0: 1, 1: 1, 2: 1, 3: 2, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4, 9: 5, 10: 5, 11: 5, 6.5: 3} {
		if got := StepOf(mark); got != want {
			t.Errorf("%v is step %d, want %d", mark, got, want)
		}
	}
}

// TestDrawing_spots_are_walked holds that the numbers lead where the eye goes.
func TestDrawing_spots_are_walked(t *testing.T) {
	grid := func(byColumn bool) Grid {
		g := Grid{Rows: []string{"a", "b", "c"}, ByColumn: byColumn}
		for range 4 {
			g.Columns = append(g.Columns, Column{})
			g.Cells = append(g.Cells, make([]Cell, 3))
		}
		return g
	}
	month := Month{First: 3, Days: make([]Day, 30)}
	for name, c := range map[string]Chart{"by row": grid(false), "by column": grid(true), "month": month} {
		d := c.Draw(700, plain(12))
		from := d.Spots[0].Box
		if right := d.Spots[d.Across].Box; right.X <= from.X || right.Y != from.Y {
			t.Errorf("%s: right of %v is %v", name, from, right)
		}
		if below := d.Spots[d.Down].Box; below.Y <= from.Y || below.X != from.X {
			t.Errorf("%s: below %v is %v", name, from, below)
		}
	}
}

func TestGrid_has_numbers_where_there_is_room(t *testing.T) {
	g := Grid{Columns: []Column{{}}, Rows: []string{"Caseload"}, Cells: [][]Cell{{{Step: 4, Text: "7"}}}, Largest: 2}
	if d := g.Draw(400, plain(12)); len(d.Labels) != 2 || d.Labels[1].Text != "7" || d.Shapes[0].Ink != (Ink{Soft, 4}) {
		t.Errorf("drawn %+v", d)
	}
	g.Largest = 0.5
	if d := g.Draw(400, plain(12)); len(d.Labels) != 1 || d.Shapes[0].Ink != (Ink{Fill, 4}) {
		t.Errorf("in little room drawn %+v", d)
	}
}

func TestLines_break_where_nothing_is_given(t *testing.T) {
	l := Lines{Points: []Point{{Mark: 3, Given: true}, {Mark: 8, Given: true}, {}, {Mark: 2, Given: true}}}
	var lines, dots int
	for _, s := range l.Draw(400, plain(12)).Shapes {
		switch s.Form {
		case Line, LineUp:
			lines++
		case Dot:
			dots++
		}
	}
	if lines != 1 || dots != 3 {
		t.Errorf("%d lines, %d dots", lines, dots)
	}
}
