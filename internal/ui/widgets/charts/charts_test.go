package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

func month() chart.Month {
	m := chart.Month{About: "March.", First: 6, Weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}}
	for i := range 31 {
		m.Days = append(m.Days, chart.Day{ID: fmt.Sprint(i + 1), Says: fmt.Sprintf("%d March", i+1), Steps: []int{1 + i%5}})
	}
	return m
}

func TestChart_keys_walk_from_day_to_day(t *testing.T) {
	c := New(month())
	var moved, chosen, past []string
	c.OnMoved = func(id string) { moved = append(moved, id) }
	c.OnChosen = func(id string) { chosen = append(chosen, id) }
	c.OnEdge = func(by int) { past = append(past, fmt.Sprint(by)) }
	c.OnPage = func(by int) { past = append(past, fmt.Sprint("page ", by)) }
	uitest.Show(t, widgets.Column(0, c), 1, 500, 400)
	uitest.Press(c, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyRight, fyne.KeyPageUp)
	if want := []string{"2", "9", "8", "1", "31"}; !slices.Equal(moved, want) {
		t.Errorf("went to %q, want %q", moved, want)
	}
	if !slices.Equal(chosen, []string{"1"}) || !slices.Equal(past, []string{"-7", "1", "page -1"}) {
		t.Errorf("chose %q, went past by %q", chosen, past)
	}
	if says := c.AccessibilityLabel(); says != "March. 31 March" {
		t.Errorf("says %q", says)
	}
}

func TestChart_Tapped_goes_there_and_then_opens(t *testing.T) {
	c := New(month())
	chosen := ""
	c.OnChosen = func(id string) { chosen = id }
	uitest.Show(t, widgets.Column(0, c), 1, 700, 500)
	b := c.drawn.Spots[9].Box
	at := fyne.NewPos(b.X+b.W/2, b.Y+b.H/2)
	test.TapAt(c, at)
	if id, _, _ := c.At(); id != "10" || chosen != "" || !c.HasFocus() {
		t.Errorf("at %s, chose %q", id, chosen)
	}
	if test.TapAt(c, at); chosen != "10" {
		t.Errorf("chose %q", chosen)
	}
}

func TestChart_is_drawn_for_its_width_and_size_of_text(t *testing.T) {
	c := New(month())
	uitest.Show(t, widgets.Column(0, c), 1, 700, 500)
	usual := c.MinSize().Height
	if c.drawn.Width != 700 {
		t.Errorf("drawn for %v", c.drawn.Width)
	}
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark, 1.5))
	c.Refresh()
	if c.MinSize().Height <= usual {
		t.Errorf("as high at 150 %%: %v, %v", c.MinSize().Height, usual)
	}
	for _, o := range test.WidgetRenderer(c).Objects() {
		if words, is := o.(*canvas.Text); is && words.Text == "Mon" && words.Color != look.NewTheme(look.Dark, 1.5).Color(look.Soft, 0) {
			t.Errorf("the words kept the colour %v", words.Color)
		}
	}
}

func TestChart_without_values_is_no_stop(t *testing.T) {
	if c := New(chart.Bars{}); !c.Disabled() {
		t.Error("Tab would stop at nothing")
	}
	if c := New(chart.Legend{Low: "barely", High: "very hard"}).Still(); !c.Disabled() {
		t.Error("Tab would stop at a legend")
	}
}

func TestFigure_says_where_one_is_and_folds_the_table_out(t *testing.T) {
	f := NewFigure("March", month(), "As a table", []string{"Day", "Hit"}, nil, nil)
	window, asked := uitest.Show(t, widgets.Column(0, f), 1, 700, 900), 0
	rows := func() [][]string { asked++; return [][]string{{"1 March", "3"}, {"2 March", "9"}} }
	f.Set("March", month(), rows, "2")
	if f.said.Text() != "2 March" || f.table.Visible() {
		t.Errorf("says %q, the table is seen: %v", f.said.Text(), f.table.Visible())
	}
	before := f.MinSize().Height
	uitest.Press(f.Chart, fyne.KeyRight)
	if asked > 0 {
		t.Error("rows that nobody sees are asked for")
	}
	test.TapCanvas(window.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(f.fold).AddXY(5, 5))
	if f.said.Text() != "3 March" || !f.table.Visible() || f.MinSize().Height <= before {
		t.Errorf("says %q, %v high, before %v", f.said.Text(), f.MinSize().Height, before)
	}
	if says := f.table.AccessibilityLabel(); says != "Day, Hit. 1 March, 3. 2 March, 9" {
		t.Errorf("the table says %q", says)
	}
	f.Set("March", month(), func() [][]string { return [][]string{{"3 March", "1"}} }, "2")
	if says := f.table.AccessibilityLabel(); says != "Day, Hit. 3 March, 1" {
		t.Errorf("set while it is open, the table says %q", says)
	}
}

// TestTable_cuts_nothing keeps every word where columns are narrow.
func TestTable_cuts_nothing(t *testing.T) {
	table := NewTable()
	long := strings.Repeat("domestic abuse ", 8)
	table.Set([]string{"Theme", "Before", "After"}, [][]string{{long, "6.5, only 2 entries", "3.0, only 1 entry"}})
	for _, width := range []float32{240, 420, 900} {
		uitest.Show(t, widgets.Column(0, table), 1, width, 600)
		var all []string
		for _, o := range test.WidgetRenderer(table).Objects() {
			if words, is := o.(*canvas.Text); is {
				all = append(all, strings.Fields(words.Text)...)
				if words.Position().X+words.MinSize().Width > width+6 { // a space may hang
					t.Errorf("at %v, %q ends at %v", width, words.Text, words.Position().X+words.MinSize().Width)
				}
			}
		}
		if n := strings.Count(strings.Join(all, " "), "abuse"); n != 8 {
			t.Errorf("at %v, %d of 8 words are seen", width, n)
		}
	}
}

// BenchmarkChart_paint is what a chart of a year costs each time it is drawn.
func BenchmarkChart_paint(b *testing.B) {
	g := chart.Grid{ByColumn: true, Rows: []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}}
	for i := range 53 {
		g.Columns = append(g.Columns, chart.Column{Head: fmt.Sprint(i)})
		cells := make([]chart.Cell, 7)
		for r := range cells {
			cells[r] = chart.Cell{Step: (i + r) % 6}
		}
		g.Cells = append(g.Cells, cells)
	}
	c := New(g)
	uitest.Show(b, widgets.Column(0, c), 1, 700, 400)
	for b.Loop() {
		c.Set(g, "")
	}
}
