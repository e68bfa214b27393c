package pdf

import (
	"strconv"

	"aftershift/internal/document"
)

var (
	titleStyle   = style{size: 18, leading: 25, strong: true, colour: ink}
	fieldStyle   = style{size: 9.5, leading: 15, colour: ink}
	bodyStyle    = style{size: 10.5, leading: 16, colour: ink}
	underStyle   = style{size: 9.5, leading: 14.5, colour: ink}
	numberStyle  = style{size: 10.5, leading: 16, strong: true, colour: green}
	footStyle    = style{size: 8, leading: 11, colour: soft}
	headingStyle = [...]style{
		{size: 13, leading: 19, strong: true, colour: ink},
		{size: 11.5, leading: 17, strong: true, colour: ink},
		{size: 10.5, leading: 16, strong: true, colour: green},
	}
)

// Title sets the document's title.
func (s *sheet) Title(p document.Phrase) {
	s.flow(s.root.child("H1"), side, s.measure(), titleStyle, p.Runs(s.words))
	s.y += 4
}

// Header sets the fields as a table of two columns and closes with the green
// rule.
func (s *sheet) Header(fields []document.Field) {
	widest := 0.0
	for _, f := range fields {
		name := document.Run{Text: f.Name.Text(s.words)}
		widest = max(widest, fieldStyle.width(show(name)))
	}
	widest = min(widest, s.measure()/3) + 16
	if len(fields) > 0 {
		table := s.root.child("Table")
		for _, f := range fields {
			row := table.child("TR")
			s.cells([]cell{
				{row.child("TH").as(rowScope), s.wrap(f.Name.Quiet().Runs(s.words), widest-12, fieldStyle), side},
				{row.child("TD"), s.wrap(f.Value.Runs(s.words), s.measure()-widest, fieldStyle), side + widest},
			}, fieldStyle, nil)
		}
	}
	s.y += 7
	s.rule(side, s.y, s.measure(), 1.4, green)
	s.y += 15
}

// start begins a block: the headings that wait stand on one page with the first
// lead points of it.
func (s *sheet) start(lead float64) {
	waiting := s.waiting
	if s.waiting = nil; len(waiting) == 0 {
		s.need(lead)
		return
	}
	s.need(s.heightOf(func(m *sheet) { m.headings(waiting) }) + lead)
	s.headings(waiting)
}

func (s *sheet) headings(all []document.Heading) {
	for _, h := range all {
		level := h.Depth()
		s.space(8)
		s.flow(s.root.child("H"+strconv.Itoa(level+1)), side, s.measure(), headingStyle[level-1], h.Text.Runs(s.words))
		if !h.Under.Empty() {
			s.flow(s.root.child("P"), side, s.measure(), underStyle, h.Under.Quiet().Runs(s.words))
		}
		s.space(3)
	}
}

// Heading waits for what it is over.
func (s *sheet) Heading(h document.Heading) { s.waiting = append(s.waiting, h) }

// Paragraph sets running text.
func (s *sheet) Paragraph(p document.Paragraph) {
	runs := p.Text.Runs(s.words)
	s.start(float64(lead(len(s.wrap(runs, s.measure(), bodyStyle)))) * bodyStyle.leading)
	s.flow(s.root.child("P"), side, s.measure(), bodyStyle, runs)
	s.space(7)
}

// Rule sets a line across the page.
func (s *sheet) Rule(r document.Rule) {
	height := 16.0
	if r.Room {
		height = 24
	}
	s.start(height)
	s.rule(side, s.y+height-11, s.measure(), 0.6, line)
	s.y += height
}

// Together starts a new page for what doesn't fit on the rest of this one but
// does on a whole one, with the headings over it.
func (s *sheet) Together(draw func(document.Sheet)) {
	height := s.heightOf(func(m *sheet) {
		m.waiting = s.waiting
		draw(m)
	})
	if height <= s.bottom()-top {
		s.need(height)
	}
	draw(s)
}

// How far text stands in from its mark.
const (
	numberIndent = 22.0
	dotIndent    = 14.0
)

// List sets the items below each other.
func (s *sheet) List(l document.List) {
	list, indent := s.root.child("L").as(disc), dotIndent
	if l.Numbered {
		list, indent = list.as(decimal), numberIndent
	}
	for i, item := range l.Items {
		s.item(list.child("LI"), l.Mark(i), indent, item)
	}
	s.space(4)
}

func (s *sheet) item(n *node, mark string, indent float64, item document.Item) {
	text := item.Text.Runs(s.words)
	s.start(s.itemHead(item, indent, text))
	s.begin(n.child("Lbl"))
	s.set(side, s.y, numberStyle, []document.Run{{Text: mark + " "}})
	body := n.child("LBody")
	width := s.measure() - indent
	if len(text) == 0 {
		s.y += bodyStyle.leading
	}
	s.flow(body.child("P"), side+indent, width, bodyStyle, text)
	for _, p := range item.Under {
		s.flow(body.child("P"), side+indent, width, underStyle, p.Runs(s.words))
	}
	s.space(2)
	if len(item.Under) > 0 {
		s.space(5)
	}
}

// itemHead is the height that an item's beginning needs: its text and two
// lines of what stands under it.
func (s *sheet) itemHead(item document.Item, indent float64, text []document.Run) float64 {
	lines := len(s.wrap(text, s.measure()-indent, bodyStyle))
	return float64(min(lines, 3))*bodyStyle.leading + float64(min(len(item.Under), 2))*underStyle.leading
}
