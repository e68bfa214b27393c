package copy

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// side is a line of the document on one side: one text, or a table's row and a
// field of the header with a text for each cell, in columns as the file has them.
type side struct {
	cells   []*cell
	grid    *grid // of its table, nil where there is one text
	content *fyne.Container
}

// cell is a text and what it shows.
type cell struct {
	text  *widgets.HighlightText
	spans []widgets.Span
	least float32 // the width of its longest word
}

// columnGap stands between two cells of a row.
const columnGap float32 = look.Gap

// newSide gives the side of a line; above is that of the line before, whose columns it
// shares in a table.
func newSide(of app.Line, above *side) *side {
	s := &side{grid: newGrid(weights(of))}
	if above != nil && s.grid != nil && above.grid != nil && slices.Equal(above.grid.weights, s.grid.weights) {
		s.grid = above.grid
	}
	var objects []fyne.CanvasObject
	for i := range max(len(weights(of)), 1) {
		c := &cell{text: widgets.NewHighlightText(nil)}
		s.cells = append(s.cells, c)
		objects = append(objects, c.text)
		if s.grid != nil {
			s.grid.cells[i] = append(s.grid.cells[i], c)
		}
	}
	s.content = container.New(&row{s.grid}, objects...)
	return s
}

// weights gives the shares of the width that the line's cells have; nil where they
// are one text.
func weights(of app.Line) []int {
	switch {
	case len(of.Weights) > 0:
		return of.Weights
	case of.Kind == app.FieldLine:
		return []int{1, 3}
	}
	return nil
}

// set shows other spans: those of each cell, or all together in one text.
func (s *side) set(cells [][]widgets.Span) {
	for i, c := range s.cells {
		var spans []widgets.Span
		switch {
		case len(s.cells) == 1:
			spans = joined(cells)
		case i < len(cells):
			spans = cells[i]
		}
		if !slices.Equal(spans, c.spans) {
			c.spans = spans
			c.text.SetSpans(spans)
			if s.grid != nil {
				c.least = c.text.Longest()
			}
		}
	}
}

// joined sets the cells apart in one text.
func joined(cells [][]widgets.Span) (all []widgets.Span) {
	for _, spans := range cells {
		if len(all) > 0 && len(spans) > 0 {
			all = append(all, widgets.Span{Text: between})
		}
		all = append(all, spans...)
	}
	return all
}

// choose shows the spans of that id as selected, and no others.
func (s *side) choose(id string) {
	for _, c := range s.cells {
		if c.text.Has(id) {
			c.text.Select(id)
		} else {
			c.text.Select("")
		}
	}
}

// mark shows the spans of that id as selected, where there are any.
func (s *side) mark(id string) {
	if text := s.holding(id); text != nil {
		text.Select(id)
	}
}

// holding gives the text with the id, nil where there is none.
func (s *side) holding(id string) *widgets.HighlightText {
	for _, c := range s.cells {
		if id != "" && c.text.Has(id) {
			return c.text
		}
	}
	return nil
}

// bar draws a bar below the first cell of a row.
func (s *side) bar(long float64) fyne.CanvasObject {
	objects := []fyne.CanvasObject{charts.New(chart.Bare(long))}
	for range s.cells[1:] {
		objects = append(objects, container.NewWithoutLayout())
	}
	return container.New(&row{s.grid}, objects...)
}
