package text

import (
	"strings"

	"aftershift/internal/document"
)

// Heading underlines the first level and leaves the others bare.
func (s *sheet) Heading(h document.Heading) {
	s.gap()
	ls := lines(h.Text.Runs(s.words), Columns)
	widest := 0
	for _, l := range ls {
		s.line("", l)
		widest = max(widest, columns(l))
	}
	if h.Depth() == 1 {
		s.line("", strings.Repeat("-", widest))
	}
	s.paragraph("", h.Under.Runs(s.words))
}

// Paragraph sets running text.
func (s *sheet) Paragraph(p document.Paragraph) {
	s.gap()
	s.paragraph("", p.Text.Runs(s.words))
}

// Rule sets a line across the page, below empty ones where it is to write on.
func (s *sheet) Rule(r document.Rule) {
	s.gap()
	if r.Room {
		s.gap()
	}
	s.rule('-')
}

// Together draws what belongs together; there are no pages to keep it on.
func (s *sheet) Together(draw func(document.Sheet)) { draw(s) }

// List sets the items below each other.
func (s *sheet) List(l document.List) {
	s.gap()
	for i, item := range l.Items {
		mark := "* "
		if l.Numbered {
			mark = number(i+1, len(l.Items))
		}
		s.hanging(mark, item.Text.Runs(s.words))
		for _, p := range item.Under {
			s.paragraph(strings.Repeat(" ", len(mark)), p.Runs(s.words))
		}
	}
}

const between = "  "

// Table sets the rows below the headings of their columns.
func (s *sheet) Table(t document.Table) {
	s.gap()
	if len(t.Columns) == 0 {
		return
	}
	widths := shares(t.Columns)
	heads := make([]document.Phrase, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	s.row(heads, widths)
	under := make([]string, len(widths))
	for i, w := range widths {
		under[i] = strings.Repeat("-", w)
	}
	s.line("", strings.Join(under, between))
	for _, r := range t.Rows {
		s.row(r, widths)
	}
}

// shares gives each column its part of the line by weight, at least 6 columns
// where there is room for that.
func shares(columns []document.Column) []int {
	room := max(len(columns), Columns-len(between)*(len(columns)-1))
	total := 0
	for _, c := range columns {
		total += max(1, c.Weight)
	}
	widths := make([]int, len(columns))
	for i, c := range columns {
		least := min(6, room/len(columns))
		widths[i] = least + (room-least*len(columns))*max(1, c.Weight)/total
	}
	return widths
}

// row sets the cells' lines side by side.
func (s *sheet) row(cells []document.Phrase, widths []int) {
	wrapped, height := make([][]string, len(widths)), 0
	for i, c := range cells {
		wrapped[i] = lines(c.Runs(s.words), widths[i])
		height = max(height, len(wrapped[i]))
	}
	for y := range height {
		parts := make([]string, len(widths))
		for i, w := range widths {
			text := ""
			if y < len(wrapped[i]) {
				text = wrapped[i][y]
			}
			parts[i] = pad(text, w)
		}
		s.line("", strings.Join(parts, between))
	}
}

// Signatures gives each place a line for the name and one for the date.
func (s *sheet) Signatures(b document.Signatures) {
	s.gap()
	name, day := document.Signed()
	for i, p := range b.Places {
		if i > 0 {
			s.gap()
		}
		s.paragraph("", append(append(p.Role.Runs(s.words), document.Run{Text: "  "}), p.Name.Runs(s.words)...))
		s.line("", name.Text(s.words)+" "+strings.Repeat("_", 30)+"  "+
			day.Text(s.words)+" "+strings.Repeat("_", 16))
	}
}
