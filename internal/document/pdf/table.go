package pdf

import (
	"aftershift/internal/chart"
	"aftershift/internal/document"
)

var (
	headStyle = style{size: 9, leading: 13.5, strong: true, colour: soft}
	cellStyle = style{size: 9.5, leading: 14, colour: ink}
)

const (
	gutter  = 10.0
	padding = 4.0
)

// cell is one cell of a row with its broken lines.
type cell struct {
	node  *node
	lines [][]document.Run
	x     float64
}

// cells sets a row of cells side by side. A row stays on one page where it
// can; one that is higher goes on, line by line, and again is called at the
// top of each further page.
func (s *sheet) cells(row []cell, st style, again func()) {
	height := 0
	for _, c := range row {
		height = max(height, len(c.lines))
	}
	if s.y+float64(height)*st.leading > s.bottom() && s.y > top {
		s.newPage()
		s.repeat(again)
	}
	for from := 0; from < height; {
		fit := min(max(1, int((s.bottom()-s.y)/st.leading)), height-from)
		for _, c := range row {
			s.part(c, st, from, fit)
		}
		s.y += float64(fit) * st.leading
		if from += fit; from < height {
			s.newPage()
			s.repeat(again)
		}
	}
	s.end()
}

func (s *sheet) repeat(again func()) {
	if again != nil {
		again()
	}
}

// part sets up to n lines of c, beginning with from.
func (s *sheet) part(c cell, st style, from, n int) {
	for i := from; i < min(from+n, len(c.lines)); i++ {
		s.begin(c.node)
		s.set(c.x, s.y+float64(i-from)*st.leading, st, c.lines[i])
	}
}

// Table sets the rows below the headings of their columns.
func (s *sheet) Table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	xs, widths := s.shares(t.Columns)
	heads := make([][][]document.Run, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = s.wrap(c.Head.Runs(s.words), widths[i], headStyle)
	}
	s.start(headStyle.leading + 2*cellStyle.leading + 4*padding)
	n := s.root.child("Table")
	s.tableHead(n.child("TR"), heads, xs)
	again := func() { s.artifact(func() { s.tableHeadAgain(heads, xs) }) }
	for i, r := range t.Rows {
		s.tableRow(n.child("TR"), r, xs, widths, again)
		s.bar(t.Drawn(i, float32(widths[0])))
		s.y += padding / 2
		s.rule(side, s.y, s.measure(), 0.5, line)
		s.y += padding
	}
	s.y += 10
}

func (s *sheet) tableHead(tr *node, heads [][][]document.Run, xs []float64) {
	row := make([]cell, len(heads))
	for i, lines := range heads {
		row[i] = cell{tr.child("TH").as(columnScope), lines, xs[i]}
	}
	s.cells(row, headStyle, nil)
	s.y += padding / 2
	s.rule(side, s.y, s.measure(), 0.9, green)
	s.y += padding
}

// tableHeadAgain repeats the heading on a further page, outside the structure:
// it has been read once.
func (s *sheet) tableHeadAgain(heads [][][]document.Run, xs []float64) {
	height := 0
	for i, lines := range heads {
		for j, l := range lines {
			s.set(xs[i], s.y+float64(j)*headStyle.leading, headStyle, l)
		}
		height = max(height, len(lines))
	}
	s.y += float64(height)*headStyle.leading + padding/2
	s.stroke(side, s.y, s.measure(), 0.9, green)
	s.y += padding
}

func (s *sheet) tableRow(tr *node, phrases []document.Phrase, xs, widths []float64, again func()) {
	row := make([]cell, len(xs))
	for i := range row {
		row[i] = cell{node: tr.child("TD"), x: xs[i]}
		if i < len(phrases) {
			row[i].lines = s.wrap(phrases[i].Runs(s.words), widths[i], cellStyle)
		}
	}
	s.cells(row, cellStyle, again)
}

// bar draws the bar below a row's first cell, as an artifact: the cells say what it
// shows.
func (s *sheet) bar(of chart.Drawing) {
	if len(of.Shapes) == 0 {
		return
	}
	s.artifact(func() {
		for _, one := range of.Shapes {
			s.block(one)
		}
	})
	s.y += float64(of.Height)
}

func (s *sheet) block(of chart.Shape) {
	if s.pdf == nil {
		return
	}
	c := int(document.Shade(of.Ink))
	s.pdf.SetFillColor(c>>16, c>>8&0xFF, c&0xFF)
	s.pdf.Rect(side+float64(of.Box.X), s.y+float64(of.Box.Y), float64(of.Box.W), float64(of.Box.H), "F")
}

// shares gives each column's left edge and its width by weight, no column
// below 40 points where there is room for that.
func (s *sheet) shares(columns []document.Column) (xs, widths []float64) {
	count := float64(len(columns))
	room := s.measure() - gutter*(count-1)
	least := min(40, room/count)
	total := 0
	for _, c := range columns {
		total += max(1, c.Weight)
	}
	x := side
	for _, c := range columns {
		width := least + (room-least*count)*float64(max(1, c.Weight))/float64(total)
		xs, widths = append(xs, x), append(widths, width)
		x += width + gutter
	}
	return xs, widths
}

// placeToSign is the height of a place to sign.
const placeToSign = 74.0

// Signatures gives each place a line for the name and one for the date. All
// stand on one page, up to four.
func (s *sheet) Signatures(b document.Signatures) {
	name, day := document.Signed()
	s.start(placeToSign * float64(min(len(b.Places), 4)))
	for _, p := range b.Places {
		s.need(placeToSign)
		n := s.root.child("P")
		runs := append(p.Role.Quiet().Runs(s.words), document.Run{Text: "  "})
		s.flow(n, side, s.measure(), bodyStyle, append(runs, p.Name.Runs(s.words)...))
		s.y += 16
		s.signatureLine(side, s.measure()*0.6, name)
		s.signatureLine(side+s.measure()*0.66, s.measure()*0.34, day)
		s.y += 40
	}
}

func (s *sheet) signatureLine(x, width float64, under document.Phrase) {
	s.rule(x, s.y+12, width, 0.6, soft)
	s.begin(s.root.child("P"))
	s.set(x, s.y+14, footStyle, shown(under.Runs(s.words)))
	s.end()
}
