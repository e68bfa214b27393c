package html

import (
	"fmt"
	"strconv"

	"aftershift/internal/chart"
	"aftershift/internal/document"
)

// Heading sets a section's heading, one level below the title's.
func (s *sheet) Heading(h document.Heading) {
	level := "h" + strconv.Itoa(h.Depth()+1)
	s.put("<", level, ">", s.inline(h.Text.Runs(s.words)), "</", level, ">\n")
	s.small(h.Under)
}

func (s *sheet) small(all ...document.Phrase) {
	for _, p := range all {
		if !p.Empty() {
			s.put("<p>", s.inline(p.Runs(s.words)), "</p>\n")
		}
	}
}

// Paragraph sets running text.
func (s *sheet) Paragraph(p document.Paragraph) {
	s.put("<p>", s.inline(p.Text.Runs(s.words)), "</p>\n")
}

// List sets the items below each other.
func (s *sheet) List(l document.List) {
	kind := "ul"
	if l.Numbered {
		kind = "ol"
	}
	s.put("<", kind, ">\n")
	for _, item := range l.Items {
		s.put("<li>", s.inline(item.Text.Runs(s.words)), "\n")
		s.small(item.Under...)
		s.put("</li>\n")
	}
	s.put("</", kind, ">\n")
}

// Table sets the rows below the headings of their columns.
func (s *sheet) Table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	s.put("<table>\n<thead><tr>")
	for _, c := range t.Columns {
		s.put(`<th scope="col">`, s.inline(c.Head.Runs(s.words)), "</th>")
	}
	s.put("</tr></thead>\n<tbody>\n")
	for at, row := range t.Rows {
		s.put("<tr>")
		for i := range t.Columns {
			cell := document.Phrase{}
			if i < len(row) {
				cell = row[i]
			}
			s.put("<td>", s.inline(cell.Runs(s.words)))
			if i == 0 {
				s.bar(t.Drawn(at, 200))
			}
			s.put("</td>")
		}
		s.put("</tr>\n")
	}
	s.put("</tbody>\n</table>\n")
}

// bar draws the bar below a row's first cell; the cells say what it shows.
func (s *sheet) bar(of chart.Drawing) {
	if len(of.Shapes) == 0 {
		return
	}
	s.put(fmt.Sprintf(`<svg viewBox="0 0 %.0f %.0f" aria-hidden="true">`, of.Width, of.Height))
	for _, one := range of.Shapes {
		s.put(fmt.Sprintf(`<rect width="%.1f" height="%.1f" fill="#%06x"/>`, one.Box.W, one.Box.H, document.Shade(one.Ink)))
	}
	s.put("</svg>")
}

// Rule sets a line across the page, below empty ones where it is to write on.
func (s *sheet) Rule(r document.Rule) {
	if r.Room {
		s.put("<div><hr></div>\n")
		return
	}
	s.put("<hr>\n")
}

// Signatures gives each place a line for the name and one for the date.
func (s *sheet) Signatures(b document.Signatures) {
	name, day := document.Signed()
	for _, p := range b.Places {
		s.put("<section>\n<p>", s.inline(p.Role.Runs(s.words)), " ", s.inline(p.Name.Runs(s.words)), "</p>\n<p>",
			s.inline(name.Runs(s.words)), " ", line, " ", s.inline(day.Runs(s.words)), " ", line[:16], "</p>\n</section>\n")
	}
}

// Together keeps what belongs together on one printed page.
func (s *sheet) Together(draw func(document.Sheet)) {
	s.put("<section>\n")
	draw(s)
	s.put("</section>\n")
}
