package text

// Unit is how far a step of the caret goes.
type Unit uint8

// The units in which the caret moves.
const (
	Character Unit = iota
	Word
	// WordStart goes to the beginning of the next word, also forwards.
	WordStart
	// Row goes to the row above or below.
	Row
	// RowEdge goes to the row's beginning or end, and from there to the
	// paragraph's.
	RowEdge
	// ParagraphEdge goes to the paragraph's beginning or end.
	ParagraphEdge
	// Paragraph goes to the paragraph's beginning or end, and from there to the
	// next one's.
	Paragraph
	// Page goes as many rows as the caller says.
	Page
	// All goes to the text's beginning or end.
	All
)

// Move takes the caret a unit back or forward. With extend the selection follows,
// else it is given up: a step of one character only goes to its edge. PageRows is
// how many rows a page has.
func (f *Field) Move(unit Unit, forward, extend bool, pageRows int) {
	f.history.open = false
	from, to := f.sel.Bounds()
	if !extend && from != to && unit == Character {
		f.place(from, false, false)
		if forward {
			f.place(to, false, false)
		}
		return
	}
	switch unit {
	case Row:
		f.vertical(forward, 1, extend)
	case Page:
		f.vertical(forward, max(pageRows, 1), extend)
	case RowEdge:
		at := f.target(unit, forward)
		f.place(at, extend, forward && f.endsRow(at))
	default:
		f.place(f.target(unit, forward), extend, false)
	}
}

// place puts the caret at a place between two characters.
func (f *Field) place(at int, extend, upper bool) {
	f.sel.Head, f.sel.Upper, f.goal = at, upper, -1
	if !extend {
		f.sel.Anchor = at
	}
}

// target returns the place to which a unit other than Row and Page leads.
func (f *Field) target(unit Unit, forward bool) int {
	at := f.sel.Head
	switch unit {
	case Character:
		if forward {
			return f.buf.next(f.buf.snap(at)) // typing may leave the caret in a character
		}
		return f.buf.before(at)
	case Word, WordStart:
		if !forward {
			return f.buf.wordBefore(at)
		} else if unit == WordStart {
			return f.buf.nextWord(at)
		}
		return f.buf.wordAfter(at)
	case RowEdge:
		return f.rowEdge(forward)
	case ParagraphEdge, Paragraph:
		return f.paragraphEdge(forward, unit == Paragraph)
	}
	if forward {
		return f.buf.len()
	}
	return 0
}

func (f *Field) rowEdge(forward bool) int {
	r := f.caretRow()
	edge := r.start
	if forward {
		edge = f.rowEnd(r)
	}
	if edge == f.sel.Head {
		return f.paragraphEdge(forward, false)
	}
	return edge
}

func (f *Field) paragraphEdge(forward, further bool) int {
	at := f.sel.Head
	from, to := f.buf.paragraph(at)
	switch {
	case forward && further && at == to && to < f.buf.len():
		_, to = f.buf.paragraph(f.buf.next(to))
	case !forward && further && at == from && from > 0:
		from, _ = f.buf.paragraph(f.buf.before(from))
	}
	if forward {
		return to
	}
	return from
}

// vertical moves the caret by rows, keeping how far from the left it aims. Above
// the first row is the text's beginning, below the last its end.
func (f *Field) vertical(down bool, rows int, extend bool) {
	r := f.caretRow()
	goal := f.goal
	if goal < 0 {
		goal = f.layout.xAt(r, f.sel.Head)
	}
	to := r.index - rows
	if down {
		to = r.index + rows
	}
	last := f.layout.rows.count - 1
	switch {
	case to < 0 && r.index == 0:
		f.place(0, extend, false)
	case to > last && r.index == last:
		f.place(f.buf.len(), extend, false)
	default:
		f.PlaceAt(min(max(to, 0), last), goal, extend)
	}
	f.goal = goal
}

// PlaceAt puts the caret into a row, as near to x as it goes.
func (f *Field) PlaceAt(row int, x float32, extend bool) {
	r := f.layout.rows.byIndex(row)
	at := f.layout.placeAt(r, x)
	f.place(at, extend, f.endsRow(at) && at == r.end())
	f.history.open = false
}

// caretRow returns the row in which the caret stands.
func (f *Field) caretRow() rowAt {
	r := f.layout.rows.byPlace(f.sel.Head)
	if f.sel.Upper && r.start == f.sel.Head && r.index > 0 {
		if above := f.layout.rows.byIndex(r.index - 1); !above.hard {
			return above
		}
	}
	return r
}

// endsRow reports whether a place is where a row ends without a line break and
// the next one begins.
func (f *Field) endsRow(at int) bool {
	r := f.layout.rows.byPlace(at)
	return r.start == at && r.index > 0 && !f.layout.rows.byIndex(r.index-1).hard
}

// rowEnd returns the place where a row ends, in front of its line break.
func (f *Field) rowEnd(r rowAt) int {
	end := r.end()
	if !r.hard {
		return end
	}
	return f.buf.before(end)
}
