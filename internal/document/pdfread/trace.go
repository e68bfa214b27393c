package pdfread

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// matrix is a transformation as PDF writes it: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times gives the transformation that does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// shift gives the transformation that moves by x and y.
func shift(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// state is the part of the graphics state that q saves and Q brings back.
type state struct {
	ctm                                      matrix
	font                                     *fontmap
	size, leading, charGap, wordGap, stretch float64
}

// tracer follows the operators of a page and gathers its text.
type tracer struct {
	reader   *reader
	page     int
	state    state
	saved    []state
	textAt   matrix // text matrix
	lineFrom matrix // text line matrix
	marks    []bool // for each open piece of marked content: is it an artifact?
	body     column
	margin   column
}

// column is text as it is gathered, with the place where its last glyph ended
// and that glyph's size on the page.
type column struct {
	out    strings.Builder
	x, y   float64
	height float64
}

// text gives what was gathered, ended by a line feed.
func (c *column) text() string {
	if c.out.Len() == 0 {
		return ""
	}
	return c.out.String() + "\n"
}

// newTracer begins a page, counted from 1, with nothing written and no font set.
func newTracer(r *reader, page int) *tracer {
	return &tracer{reader: r, page: page, state: state{ctm: identity, stretch: 1}, textAt: identity, lineFrom: identity}
}

// column gives the one that text goes to now: artifacts, such as what stands
// at the foot of every page, must not tear apart text that runs on.
func (t *tracer) column() *column {
	if slices.Contains(t.marks, true) {
		return &t.margin
	}
	return &t.body
}

// mark opens a piece of marked content. Strings in its properties are noted here; those
// of properties that resources hold are found among the objects.
func (t *tracer) mark(operands []any) {
	tag, _ := first(operands).(name)
	t.marks = append(t.marks, tag == "Artifact")
	t.noteAll(operands)
}

// unmark closes the innermost piece; one that was never opened is none.
func (t *tracer) unmark() {
	if last := len(t.marks) - 1; last >= 0 {
		t.marks = t.marks[:last]
	}
}

// first gives the first operand, or nil where a broken stream gives none.
func first(operands []any) any {
	if len(operands) == 0 {
		return nil
	}
	return operands[0]
}

// deepestForm bounds how deep form XObjects may nest.
const deepestForm = 8

// run follows the operators of a content stream.
func (t *tracer) run(content []byte, resources types.Dict, depth int) {
	l := &lexer{in: content}
	l.operators(func(op operator, operands []any) {
		switch op {
		case "ID":
			t.reader.found.Images++
			l.skipImage()
		case "Do":
			t.form(operands, resources, depth)
		case "Tf":
			t.setFont(operands, resources)
		case "BMC", "BDC":
			t.mark(operands)
		case "DP":
			t.noteAll(operands)
		case "EMC":
			t.unmark()
		default:
			t.operate(op, operands)
		}
	})
}

// noteAll keeps the strings in the properties of marked content.
func (t *tracer) noteAll(operands []any) {
	for _, o := range operands {
		switch o := o.(type) {
		case bytestr:
			t.reader.note(fmt.Sprintf("page %d mark", t.page), plainText(o))
		case array:
			t.noteAll(o)
		}
	}
}

// plainText reads a text string outside fonts (ISO 32000-1, 7.9.2.2).
func plainText(s bytestr) string {
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		return utf16Text(s[2:])
	}
	return string(s)
}

// setFont takes a font's label and size; with fewer operands the font stays.
func (t *tracer) setFont(operands []any, resources types.Dict) {
	if len(operands) < 2 {
		return
	}
	label, _ := operands[0].(name)
	t.state.font = t.reader.font(resources, string(label))
	t.state.size, _ = operands[1].(float64)
}

// form follows a form XObject in place.
func (t *tracer) form(operands []any, resources types.Dict, depth int) {
	if len(operands) < 1 || depth >= deepestForm {
		return
	}
	label, _ := operands[0].(name)
	content, d := t.reader.stream(t.reader.dict(resources["XObject"])[string(label)])
	if sub := d.NameEntry("Subtype"); sub == nil || *sub != "Form" {
		return
	}
	before := t.state
	if m := t.reader.array(d["Matrix"]); len(m) == 6 {
		var placed matrix
		for i := range placed {
			placed[i] = t.reader.number(m[i], identity[i])
		}
		t.state.ctm = placed.times(t.state.ctm)
	}
	if own := t.reader.dict(d["Resources"]); own != nil {
		resources = own
	}
	t.run(content, resources, depth+1)
	t.state = before
}

// show sets the glyphs of s and notes where they stand.
// Before a font is set nothing can be read, as in a viewer nothing would show.
func (t *tracer) show(s bytestr) {
	if t.state.font == nil {
		return
	}
	c := t.column()
	for _, g := range t.state.font.glyphs(s) {
		if !g.known {
			t.reader.found.Unreadable++
		}
		x, y, size := t.point()
		c.place(g.text, x, y, size)
		advance := g.width*t.state.size + t.state.charGap
		if g.space {
			advance += t.state.wordGap
		}
		t.textAt = shift(advance*t.state.stretch, 0).times(t.textAt)
		c.x, c.y, c.height = t.point()
	}
}

// point gives where the next glyph begins on the page, and its size there.
func (t *tracer) point() (x, y, size float64) {
	m := t.textAt.times(t.state.ctm)
	return m[4], m[5], math.Abs(t.state.size) * math.Hypot(m[2], m[3])
}

// place writes a glyph's text with what separates it from the one before: a
// line end where the baseline changed or the line begins anew, a space where
// there is a gap.
// It measures by the larger of both sizes: a baseline moves by more than 0.3 of it, a
// new line begins more than 0.5 back, and a gap is wider than 0.15.
func (c *column) place(text string, x, y, size float64) {
	near := max(size, c.height)
	if c.out.Len() > 0 {
		switch dx := x - c.x; {
		case math.Abs(y-c.y) > near*0.3 || dx < -near*0.5:
			c.out.WriteString("\n")
		case dx > near*0.15 && text != " " && !strings.HasSuffix(c.out.String(), " "):
			c.out.WriteString(" ")
		}
	}
	c.out.WriteString(text)
}
