package document

import "strconv"

// LineKind says what a line of a document is.
type LineKind uint8

// The kinds of line.
const (
	TitleLine   LineKind = iota
	FieldLine            // of the header: its name, then its value
	HeadingLine          // of a section
	UnderLine            // small, below a heading or an item of a list
	TextLine             // running text, or an item of a list with its mark
	HeadLine             // the headings of a table's columns
	RowLine              // the cells of a table's row
	RuleLine             // a line across the page; it has no words
	SignLine             // who signs, and where
	FooterLine           // at the foot of each page
)

// Line is one line of a draft as a reader will see it, before it is broken to
// the width of a page. Cells are the stretches that stand apart from each other:
// a field's name and its value, the cells of a row; else there is one.
type Line struct {
	Kind  LineKind
	Level int // of a heading, 1 to 3
	Cells [][]Stretch
	// Weights are the cells' shares of the width, in a table; else nil.
	Weights []int
	// Bar is how long the bar below a row's first cell is, as in Table.
	Bar float64
}

// Stretch is a run of words in a draft: the product's own, or those of a part of
// the review.
type Stretch struct {
	Run
	Part int // index of the part, whose words Run doesn't hold; -1: the product's own
}

// Lines gives the draft's lines in reading order, as every format draws them. It
// gives the errors of Document.Draw.
func (d Draft) Lines(w Words) ([]Line, error) {
	s := &lineSheet{words: w}
	err := d.draw(s, w)
	return s.lines, err
}

// lineSheet is the Sheet of a preview.
type lineSheet struct {
	words Words
	lines []Line
}

func (s *lineSheet) stretches(ps []piece) (all []Stretch) {
	for _, p := range ps {
		if p.origin == fromPart {
			all = append(all, Stretch{Run{Strong: p.strong, Quiet: p.quiet}, p.numbers[0]})
			continue
		}
		for _, r := range runs([]piece{p}, s.words) {
			all = append(all, Stretch{r, -1})
		}
	}
	return all
}

func (s *lineSheet) add(kind LineKind, level int, cells ...[]piece) {
	line := Line{Kind: kind, Level: level}
	for _, c := range cells {
		line.Cells = append(line.Cells, s.stretches(c))
	}
	s.lines = append(s.lines, line)
}

func (s *lineSheet) Title(p Phrase)        { s.add(TitleLine, 0, p.pieces) }
func (s *lineSheet) Paragraph(p Paragraph) { s.add(TextLine, 0, p.Text.pieces) }
func (s *lineSheet) Rule(Rule)             { s.add(RuleLine, 0) }
func (s *lineSheet) Footer(p Phrase)       { s.add(FooterLine, 0, p.pieces) }

func (s *lineSheet) Together(draw func(Sheet)) { draw(s) }

func (s *lineSheet) Header(fields []Field) {
	for _, f := range fields {
		s.add(FieldLine, 0, f.Name.pieces, f.Value.parts)
	}
}

func (s *lineSheet) Heading(h Heading) {
	s.add(HeadingLine, h.Depth(), h.Text.pieces)
	s.under(h.Under)
}

func (s *lineSheet) under(all ...Phrase) {
	for _, p := range all {
		if !p.Empty() {
			s.add(UnderLine, 0, p.pieces)
		}
	}
}

func (s *lineSheet) List(l List) {
	for i, item := range l.Items {
		s.add(TextLine, 0, append([]piece{{origin: fromMark, words: l.Mark(i) + " "}}, item.Text.pieces...))
		s.under(item.Under...)
	}
}

// Mark gives what stands before the list's item i.
func (l List) Mark(i int) string {
	if l.Numbered {
		return strconv.Itoa(i+1) + "."
	}
	return "•"
}

func (s *lineSheet) Table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	heads, weights := make([][]piece, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		heads[i], weights[i] = c.Head.pieces, max(c.Weight, 1)
	}
	from := len(s.lines)
	s.add(HeadLine, 0, heads...)
	for row, r := range t.Rows {
		cells := make([][]piece, len(t.Columns))
		for i, p := range r {
			cells[i] = p.pieces
		}
		s.add(RowLine, 0, cells...)
		s.lines[len(s.lines)-1].Bar = t.Bar(row)
	}
	for i := range s.lines[from:] {
		s.lines[from+i].Weights = weights
	}
}

func (s *lineSheet) Signatures(b Signatures) {
	name, day := Signed()
	for _, p := range b.Places {
		s.add(SignLine, 0, p.Role.pieces, p.Name.parts)
		s.add(SignLine, 0, name.pieces, day.pieces)
	}
}

// Depth gives the heading's level within its bounds.
func (h Heading) Depth() int { return min(max(h.Level, 1), 3) }
