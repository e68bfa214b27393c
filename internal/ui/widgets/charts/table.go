package charts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Table is the numbers of a chart in rows and columns, to be read.
type Table struct {
	widget.BaseWidget
	head []string
	rows [][]string

	wrapped float32 // the width that it is laid out for
	high    float32
	tops    []float32 // where each row begins
	drawing *draw.Drawing
}

// NewTable returns a table with a head and no rows.
func NewTable(head ...string) *Table {
	t := &Table{head: head}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows other rows, each with a text for every column.
func (t *Table) Set(head []string, rows [][]string) {
	t.head, t.rows = head, rows
	t.Refresh()
}

// AccessibilityLabel reads the rows out.
func (t *Table) AccessibilityLabel() string {
	var all []string
	for _, row := range append([][]string{t.head}, t.rows...) {
		all = append(all, strings.Join(row, ", "))
	}
	return strings.Join(all, ". ")
}

// AccessibilityRole says that this is text.
func (t *Table) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.drawing = &draw.Drawing{Min: t.minSize, Arrange: t.arrange, Restyle: t.paint, Size: t.Size}
	t.paint()
	return t.drawing
}

func (t *Table) minSize() fyne.Size {
	return fyne.NewSize(8*draw.TextHeight(t, look.Label), t.high)
}

func (t *Table) arrange(fyne.Size) {
	if t.wrapped != t.Size().Width {
		t.paint()
	}
}

// paint sets each row on a line; where the words of a row need more room than their
// column has, the row takes more lines.
func (t *Table) paint() {
	t.wrapped = t.Size().Width
	t.drawing.Drawn, t.tops = nil, nil
	widths := t.widths(max(t.wrapped, usualWidth/2))
	y := t.line(t.head, widths, 0, true)
	for _, row := range t.rows {
		rule := canvas.NewRectangle(draw.Paint(t, look.Line))
		draw.Place(rule, 0, y, t.wrapped, 1)
		t.drawing.Drawn = append(t.drawing.Drawn, rule)
		t.tops = append(t.tops, y)
		y = t.line(row, widths, y+3, false)
	}
	t.high = y
}

// bounds returns where a row begins and ends.
func (t *Table) bounds(row int) (top, bottom float32) {
	if row+1 < len(t.tops) {
		return t.tops[row], t.tops[row+1]
	}
	return t.tops[row], t.high
}

// line sets the texts of a row and returns where the next one begins.
func (t *Table) line(row []string, widths []float32, y float32, bold bool) float32 {
	high, x, most := draw.TextHeight(t, look.Label), float32(0), 1
	for i, text := range row {
		lines := draw.LinesOf(text, widths[i], func(s string) float32 { return t.width(s, bold) })
		for n, line := range lines {
			words := draw.Words(draw.Measure(t, look.Label), bold)
			draw.Say(words, line)
			words.Color = t.ink(bold)
			draw.Place(words, x, y+float32(n)*high, widths[i], high)
			t.drawing.Drawn = append(t.drawing.Drawn, words)
		}
		most = max(most, len(lines))
		x += widths[i] + gap
	}
	return y + float32(most)*high + 3
}

func (t *Table) ink(bold bool) color.Color {
	if bold {
		return draw.Paint(t, look.Soft)
	}
	return draw.Paint(t, look.Ink)
}

func (t *Table) width(text string, bold bool) float32 {
	return draw.Extent(text, draw.Measure(t, look.Label), bold).Width
}

// gap is between two columns.
const gap float32 = 14

// widths gives each column what its words need, and shares out what is missing
// among the widest.
func (t *Table) widths(room float32) []float32 {
	widths := make([]float32, len(t.head))
	for r, row := range append([][]string{t.head}, t.rows...) {
		for i, text := range row {
			widths[i] = max(widths[i], t.width(text, r == 0)+1)
		}
	}
	room -= gap * float32(len(widths)-1)
	for over := total(widths) - room; over > 1; over = total(widths) - room {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= least {
			break
		}
		widths[widest] = max(widths[widest]-max(over/4, 1), least)
	}
	return widths
}

// least is how narrow a column may become.
const least float32 = 24

func total(all []float32) (sum float32) {
	for _, w := range all {
		sum += w
	}
	return sum
}
