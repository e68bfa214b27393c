package pdf

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"codeberg.org/go-pdf/fpdf"

	"aftershift/internal/document"
)

// Sizes in points, colours as in the window's light look.
const (
	side     = 62.0
	top      = 58.0
	foot     = 66.0 // with one line at it; more lines need more
	footLine = 38.0 // the last line's upper edge, from the page's lower one
)

type colour struct{ r, g, b int }

var (
	ink   = colour{0x23, 0x30, 0x2F}
	soft  = colour{0x5E, 0x6B, 0x69}
	green = colour{0x1F, 0x6B, 0x63}
	line  = colour{0xDD, 0xD7, 0xCB}
)

// style is how a line of text is set. Leading is the distance from one line to
// the next.
type style struct {
	size, leading float64
	strong        bool
	signs         bool // what the signs' typeface draws
	colour        colour
}

func (s style) face(r document.Run) *typeface {
	if s.strong || r.Strong {
		return bold()
	}
	return regular()
}

func (s style) width(r document.Run) float64 {
	face, sum := s.face(r), 0
	for _, c := range r.Text {
		glyph, ok := face.glyphs[c]
		if ok || !isSign(c) {
			sum += face.advance(glyph)
		} else {
			sum += signs().advance(signs().glyphs[c])
		}
	}
	return float64(sum) / 1000 * s.size
}

// byFace cuts the text where the typeface changes; every second piece, from the
// second on, is signs.
func byFace(text string) (pieces []string) {
	from, drawn := 0, false
	for at, c := range text {
		if c > '~' && isSign(c) != drawn || drawn && c <= '~' {
			pieces = append(pieces, text[from:at])
			from, drawn = at, !drawn
		}
	}
	return append(pieces, text[from:])
}

// sheet draws pages from the top down and notes what each piece is.
type sheet struct {
	pdf           *fpdf.Fpdf
	words         document.Words
	width, height float64
	y             float64

	root  *node
	open  *node     // whose content is being drawn
	marks [][]*node // by page and marked-content identifier
	font  style     // what the page's font is set to

	signed bool // the signs' typeface is in the file

	foot [][]document.Run // the lines at each page's foot, without its number

	waiting []document.Heading // to be drawn with what they are over
}

// newSheet gives a sheet whose pages leave room for the words at their foot.
func newSheet(words document.Words, footer document.Phrase) *sheet {
	paper := document.PaperOf(words)
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: paper.Width, Ht: paper.Height}})
	f.SetCatalogSort(true)
	f.SetCompression(false) // the finished file is packed once, see file.bytes
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes("notosans", "", bytes.Clone(regular().file))
	f.AddUTF8FontFromBytes("notosans", "B", bytes.Clone(bold().file))
	s := &sheet{pdf: f, words: words, width: paper.Width, height: paper.Height, root: &node{tag: "Document"}}
	s.foot = document.Wrap(oneLine(shown(footer.Runs(words))), s.measure()-numberRoom, footStyle.width)
	s.newPage()
	return s
}

// scratch gives a sheet that draws nothing on a page without end, to measure.
func (s *sheet) scratch() *sheet {
	return &sheet{words: s.words, width: s.width, height: math.MaxInt32, foot: s.foot, y: top + 1, root: &node{}, marks: [][]*node{nil}}
}

// heightOf gives the height of what draw draws below something else.
func (s *sheet) heightOf(draw func(*sheet)) float64 {
	m := s.scratch()
	from := m.y
	draw(m)
	m.start(0)
	return m.y - from
}

func (s *sheet) measure() float64 { return s.width - 2*side }
func (s *sheet) bottom() float64  { return s.height - foot - s.footMore() }

// footMore is how much higher the foot is than one of a single line.
func (s *sheet) footMore() float64 { return float64(max(len(s.foot), 1)-1) * footStyle.leading }

func (s *sheet) newPage() {
	s.end()
	if s.pdf != nil {
		s.pdf.AddPage()
	}
	s.marks = append(s.marks, nil)
	s.font, s.y = style{}, top
}

// need starts a new page unless height still fits on this one. More than a
// page never fits: then it starts where it is.
func (s *sheet) need(height float64) {
	if s.y+height > s.bottom() && s.y > top {
		s.newPage()
	}
}

func (s *sheet) space(height float64) {
	if s.y > top {
		s.y += height
	}
}

// begin makes what is drawn next a part of n.
func (s *sheet) begin(n *node) {
	if s.open == n {
		return
	}
	s.end()
	page := len(s.marks) - 1
	n.kids = append(n.kids, kid{page: page, id: len(s.marks[page])})
	s.raw(fmt.Sprintf("/%s <</MCID %d>> BDC", n.tag, len(s.marks[page])))
	s.marks[page] = append(s.marks[page], n)
	s.open = n
}

func (s *sheet) end() {
	if s.open != nil {
		s.raw("EMC")
		s.open = nil
	}
}

func (s *sheet) raw(operators string) {
	if s.pdf != nil {
		s.pdf.RawWriteStr(operators)
	}
}

// artifact draws what is no part of the text: rules, page feet.
func (s *sheet) artifact(draw func()) {
	s.end()
	s.raw("/Artifact BMC")
	draw()
	s.raw("EMC")
}

// rule draws a horizontal line at the height y, as an artifact.
func (s *sheet) rule(x, y, length, weight float64, c colour) {
	s.artifact(func() { s.stroke(x, y, length, weight, c) })
}

func (s *sheet) stroke(x, y, length, weight float64, c colour) {
	if s.pdf == nil {
		return
	}
	s.pdf.SetDrawColor(c.r, c.g, c.b)
	s.pdf.SetLineWidth(weight)
	s.pdf.Line(x, y, x+length, y)
}

// set writes one line of runs at x with its upper edge at y, as part of what
// is open.
func (s *sheet) set(x, y float64, st style, runs []document.Run) {
	if s.pdf == nil {
		return
	}
	baseline := y + (st.leading+st.size*0.72)/2
	for _, r := range runs {
		for i, text := range byFace(r.Text) {
			piece := r
			piece.Text, st.signs = text, i%2 == 1
			if text != "" {
				s.use(st, piece)
				s.pdf.Text(x, baseline, text)
				x += st.width(piece)
			}
		}
	}
}

func (s *sheet) use(st style, r document.Run) {
	st.strong = st.strong || r.Strong
	if r.Quiet {
		st.colour = soft
	}
	if s.font.strong != st.strong || s.font.signs != st.signs || s.font.size != st.size {
		family, weight := "notosans", ""
		switch {
		case st.signs:
			family = s.signsFamily()
		case st.strong:
			weight = "B"
		}
		s.pdf.SetFont(family, weight, st.size)
	}
	s.pdf.SetTextColor(st.colour.r, st.colour.g, st.colour.b)
	s.font = st
}

// signsFamily gives the name of the signs' typeface, which is in the files alone
// that need it.
func (s *sheet) signsFamily() string {
	const family = "dejavusans"
	if !s.signed {
		s.pdf.AddUTF8FontFromBytes(family, "", bytes.Clone(signs().file))
		s.signed = true
	}
	return family
}

// wrap breaks runs for a column of the given width.
func (s *sheet) wrap(runs []document.Run, width float64, st style) [][]document.Run {
	return document.Wrap(shown(runs), width, st.width)
}

// flow writes runs below each other as part of n, going on to new pages where
// needed. The first two lines stay together, and the last two.
func (s *sheet) flow(n *node, x, width float64, st style, runs []document.Run) {
	lines := s.wrap(runs, width, st)
	for i, l := range lines {
		together := 1
		if i == 0 {
			together = lead(len(lines))
		} else if i == len(lines)-2 {
			together = 2
		}
		s.need(float64(together) * st.leading)
		s.begin(n)
		s.set(x, s.y, st, l)
		s.y += st.leading
	}
	s.end()
}

// lead gives how many of n lines stay together at the beginning: two, or three
// where one more would stand alone.
func lead(n int) int {
	if n == 3 {
		return 3
	}
	return min(n, 2)
}

// finish gives the file as the drawing library makes it, without structure.
func (s *sheet) finish(w io.Writer) error {
	s.end()
	return s.pdf.Output(w)
}
