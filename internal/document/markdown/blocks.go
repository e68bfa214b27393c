package markdown

import (
	"strconv"
	"strings"

	"aftershift/internal/document"
)

type sheet struct {
	words  document.Words
	out    strings.Builder
	list   bool // the last block was a list
	turned bool // the other marks were used for it
}

// block begins a block below an empty line.
func (s *sheet) block() {
	s.list = false
	s.out.WriteByte('\n')
}

// flow writes lines below each other, the first after mark and the others indented
// as far. An empty line parts paragraphs; any other line end is kept by a backslash.
func (s *sheet) flow(mark string, all []string) {
	indent := strings.Repeat(" ", len(mark))
	for i, text := range all {
		at := indent
		if i == 0 {
			at = mark
		}
		end := "\n"
		if text != "" && i+1 < len(all) && all[i+1] != "" {
			end = "\\\n"
			if before, slash := strings.CutSuffix(at+text, `\\`); slash { // beside another, some readers show both
				at, text = before, "&#92;"
			}
		}
		s.out.WriteString(strings.TrimRight(at+text, " ") + end)
	}
}

func (s *sheet) oneLine(p document.Phrase) string {
	return strings.Join(strings.Fields(strings.Join(lines(p.Runs(s.words)), " ")), " ")
}

func (s *sheet) heading(level int, p document.Phrase) {
	s.block()
	s.out.WriteString(strings.TrimRight(strings.Repeat("#", level)+" "+s.oneLine(p), " ") + "\n")
}

func (s *sheet) paragraph(runs []document.Run) {
	if all := lines(runs); len(all) > 0 {
		s.block()
		s.flow("", all)
	}
}

// Title sets the document's title.
func (s *sheet) Title(p document.Phrase) { s.heading(1, p) }

// Header sets the fields below each other, their names in bold.
func (s *sheet) Header(fields []document.Field) {
	var all []string
	for _, f := range fields {
		name, value := s.oneLine(f.Name.Strong()), lines(f.Value.Runs(s.words))
		all = append(all, strings.TrimSpace(name+" "+strings.Join(value, " ")))
	}
	if len(all) > 0 {
		s.block()
		s.flow("", all)
	}
}

// Heading sets a section's heading, one level below the title's.
func (s *sheet) Heading(h document.Heading) {
	s.heading(h.Depth()+1, h.Text)
	s.paragraph(h.Under.Runs(s.words))
}

// Paragraph sets running text.
func (s *sheet) Paragraph(p document.Paragraph) { s.paragraph(p.Text.Runs(s.words)) }

// List sets the items below each other. Two lists with the same marks would be read
// as one, so that they take turns.
func (s *sheet) List(l document.List) {
	turned := s.list && !s.turned
	s.block()
	s.list, s.turned = true, turned
	for i, item := range l.Items {
		all := lines(item.Text.Runs(s.words))
		for _, p := range item.Under {
			all = append(all, lines(p.Runs(s.words))...)
		}
		for len(all) > 0 && all[0] == "" {
			all = all[1:]
		}
		if len(all) == 0 {
			all = []string{""} // the mark stands all the same
		}
		s.flow(s.mark(l.Numbered, i+1), all)
	}
}

func (s *sheet) mark(numbered bool, n int) string {
	after, sign := ". ", "- "
	if s.turned {
		after, sign = ") ", "* "
	}
	if numbered {
		return strconv.Itoa(n) + after
	}
	return sign
}

// Table sets the rows below the headings of their columns.
func (s *sheet) Table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	s.block()
	heads := make([]document.Phrase, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	s.row(heads, len(heads))
	s.out.WriteString(strings.Repeat("| --- ", len(heads)) + "|\n")
	for _, r := range t.Rows {
		s.row(r, len(heads))
	}
}

func (s *sheet) row(cells []document.Phrase, n int) {
	for i := range n {
		text := ""
		if i < len(cells) {
			text = s.oneLine(cells[i])
		}
		s.out.WriteString("| " + text + " ")
	}
	s.out.WriteString("|\n")
}

// Rule sets a line across the page.
func (s *sheet) Rule(document.Rule) {
	s.block()
	s.out.WriteString("---\n")
}

// Signatures gives each place a line for the name and one for the date.
func (s *sheet) Signatures(b document.Signatures) {
	name, day := document.Signed()
	line := strings.Repeat(`\_`, 24)
	for _, p := range b.Places {
		s.block()
		s.flow("", []string{
			strings.TrimSpace(s.oneLine(p.Role) + " " + strings.Join(lines(p.Name.Runs(s.words)), " ")),
			s.oneLine(name) + " " + line + " " + s.oneLine(day) + " " + line[:24],
		})
	}
}

// Together draws what belongs together; there are no pages to keep it on.
func (s *sheet) Together(draw func(document.Sheet)) { draw(s) }

// Footer says below a line what the document is.
func (s *sheet) Footer(p document.Phrase) {
	s.Rule(document.Rule{})
	s.paragraph(p.Runs(s.words))
}
