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

func (s *sheet) title(p document.Phrase) {
	s.flow(s.root.child("H1"), side, s.measure(), titleStyle, p.Runs(s.words))
	s.y += 4
}

// header sets the fields as a table of two columns and closes with the green
// rule.
func (s *sheet) header(fields []document.Field) {
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

func (s *sheet) block(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		s.heading(b)
	case document.Paragraph:
		s.flow(s.root.child("P"), side, s.measure(), bodyStyle, b.Text.Runs(s.words))
		s.space(7)
	case document.List:
		s.list(b)
	case document.Table:
		s.table(b)
	case document.Rule:
		s.need(16)
		s.rule(side, s.y+5, s.measure(), 0.6, line)
		s.y += 16
	case document.Signatures:
		s.signatures(b)
	}
}

// heading stays on one page with the two lines that follow it.
func (s *sheet) heading(h document.Heading) {
	level := min(max(h.Level, 1), len(headingStyle))
	st := headingStyle[level-1]
	s.space(8)
	s.need(st.leading + 2*bodyStyle.leading)
	s.flow(s.root.child("H"+strconv.Itoa(level+1)), side, s.measure(), st, h.Text.Runs(s.words))
	s.space(3)
}

// How far text stands in from its mark.
const (
	numberIndent = 22.0
	dotIndent    = 14.0
)

func (s *sheet) list(l document.List) {
	list, indent := s.root.child("L").as(disc), dotIndent
	if l.Numbered {
		list, indent = list.as(decimal), numberIndent
	}
	for i, item := range l.Items {
		mark := "•"
		if l.Numbered {
			mark = strconv.Itoa(i+1) + "."
		}
		s.item(list.child("LI"), mark, indent, item)
	}
	s.space(4)
}

func (s *sheet) item(n *node, mark string, indent float64, item document.Item) {
	text := item.Text.Runs(s.words)
	s.need(s.itemHead(item, indent, text))
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

// feet writes the line that says what this is, and the page's number, at the
// foot of every page.
func (s *sheet) feet(p document.Phrase) {
	runs := shown(p.Runs(s.words))
	pages := len(s.marks)
	s.end()
	for page := 1; page <= pages; page++ {
		s.pdf.SetPage(page)
		s.font = style{}
		y := s.height - footLine
		s.rule(side, y-6, s.measure(), 0.6, line)
		number := document.Label("document.page", page, pages).Runs(s.words)
		s.artifact(func() {
			for i, l := range document.Wrap(runs, s.measure()-90, footStyle.width) {
				s.set(side, y+float64(i)*footStyle.leading, footStyle, l)
			}
			s.set(s.width-side-footWidth(number), y, footStyle, shown(number))
		})
	}
}

func footWidth(runs []document.Run) float64 {
	sum := 0.0
	for _, r := range shown(runs) {
		sum += footStyle.width(r)
	}
	return sum
}
