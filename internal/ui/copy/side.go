package copy

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// side is a line of the document on one side: one text, or a table's row and a
// field of the header with a text for each cell, in columns as the file has them.
type side struct {
	cells   []*cell
	content *fyne.Container
}

// cell is a text and what it shows.
type cell struct {
	text  *widgets.HighlightText
	spans []widgets.Span
}

func newSide(of app.Line) *side {
	s := &side{}
	row := &row{weights: weights(of)}
	var objects []fyne.CanvasObject
	for range max(len(row.weights), 1) {
		c := &cell{text: widgets.NewHighlightText(nil)}
		s.cells = append(s.cells, c)
		objects = append(objects, c.text)
	}
	s.content = container.New(row, objects...)
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

// row sets texts side by side by their weights; one alone has all the width.
type row struct{ weights []int }

// Layout gives each text its width first and then the height that the highest
// needs.
func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total := 0
	for _, w := range r.weights {
		total += w
	}
	gap, x := float32(look.Gap), float32(0)
	room := size.Width - gap*float32(len(objects)-1)
	for i, o := range objects {
		width := room
		if total > 0 {
			width = room * float32(r.weights[i]) / float32(total)
		}
		width = max(width, 1)
		set(o, x, 0, width, max(size.Height, 1))
		x += width + gap
	}
}

// MinSize is the height at the widths that the texts have now. What stands in a
// narrow column is broken, so it asks for no width.
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size.Height = max(size.Height, least.Height)
		if len(objects) == 1 {
			size.Width = least.Width
		}
	}
	return size
}
