package text

import "slices"

// SetMeasure says how wide a piece of text is drawn, and wraps all again. It must
// be called again when that changes.
func (f *Field) SetMeasure(of func(string) float32) {
	f.layout.measures.reset(of)
	f.layout.reset()
	f.goal = -1
}

// SetWidth says how wide the rows are; 0 wraps at line breaks only.
func (f *Field) SetWidth(width float32) {
	if width == f.layout.width {
		return
	}
	f.layout.width = width
	f.layout.reset()
	f.goal = -1
}

// Rows returns how many rows the text has: at least one.
func (f *Field) Rows() int { return f.layout.rows.count }

// Span is a row as it is drawn.
type Span struct {
	From, To int // bytes, with the line break
	Hard     bool
	Pieces   []Piece
}

// Span returns a row with its pieces.
func (f *Field) Span(row int) Span {
	r := f.layout.rows.byIndex(row)
	return Span{From: r.start, To: r.end(), Hard: r.hard, Pieces: f.layout.pieces(r)}
}

// Caret returns the row in which the caret stands, and how far from the left.
func (f *Field) Caret() (row int, x float32) {
	r := f.caretRow()
	return r.index, f.layout.xAt(r, f.sel.Head)
}

// RowOf returns the row in which a place stands.
func (f *Field) RowOf(at int) int { return f.layout.rows.byPlace(at).index }

// XAt returns how far from the left a place stands in a row that contains it.
func (f *Field) XAt(row, at int) float32 {
	return f.layout.xAt(f.layout.rows.byIndex(row), at)
}

// PlaceNear returns the place in a row that is nearest to x.
func (f *Field) PlaceNear(row int, x float32) int {
	return f.layout.placeAt(f.layout.rows.byIndex(min(max(row, 0), f.Rows()-1)), x)
}

// SetMarks puts list in the place of all marks of a kind. What reaches beyond the
// text is cut off.
func (f *Field) SetMarks(k Kind, list []Mark) { f.marks.set(k, list, f.buf.len()) }

// Marks returns the marks of a kind in order.
func (f *Field) Marks(k Kind) []Mark { return slices.Clone(f.marks[k]) }

// MarksIn returns the marks of a kind that share a character with from..to.
func (f *Field) MarksIn(k Kind, from, to int) []Mark { return f.marks.in(k, from, to) }
