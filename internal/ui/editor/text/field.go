package text

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Selection is where the caret stands and how far the selection reaches: from
// Anchor to Head, either of which may come first. The caret is at Head.
type Selection struct {
	Anchor, Head int
	// Upper says that a Head where one row ends and the next begins stands at the
	// end of the upper one.
	Upper bool
}

// Bounds returns the selection in order; both are the same if nothing is selected.
func (s Selection) Bounds() (from, to int) {
	return min(s.Anchor, s.Head), max(s.Anchor, s.Head)
}

// Change tells what one change did: the bytes Removed at At gave way to Added.
type Change struct{ At, Removed, Added int }

// Field is a text with its rows, its caret, its marks and its history.
type Field struct {
	buf      *buffer
	layout   layout
	marks    marks
	history  history
	now      func() time.Time
	sel      Selection
	goal     float32 // where up and down aim; below 0 when it must be asked
	revision int
	text     *string // the whole text while it does not change
}

// New returns an empty text. Now is the clock by which pauses in typing are told.
func New(now func() time.Time) *Field {
	f := &Field{buf: newBuffer(""), now: now, marks: marks{}, goal: -1}
	f.layout.src = f.buf
	f.layout.measures.reset(func(s string) float32 { return float32(utf8.RuneCountInString(s)) })
	f.layout.reset()
	return f
}

// SetText shows another text: the caret stands at its beginning, nothing is
// marked, and there is nothing to undo.
func (f *Field) SetText(text string) {
	f.buf = newBuffer(text)
	f.layout.src = f.buf
	f.layout.reset()
	f.marks, f.history = marks{}, history{}
	f.sel, f.goal = Selection{}, -1
	f.revision++
	f.text = &text
}

// Text returns the whole text.
func (f *Field) Text() string {
	if f.text == nil {
		text := f.buf.slice(0, f.buf.len())
		f.text = &text
	}
	return *f.text
}

// Len returns how many bytes the text has.
func (f *Field) Len() int { return f.buf.len() }

// Slice returns the text between two places.
func (f *Field) Slice(from, to int) string {
	from, to = max(from, 0), min(to, f.buf.len())
	if from >= to {
		return ""
	}
	return f.buf.slice(from, to)
}

// Revision returns a number that is another one after every change of the text.
func (f *Field) Revision() int { return f.revision }

// Selection returns where the caret and the selection are.
func (f *Field) Selection() Selection { return f.sel }

// Selected returns the selected text, "" if none.
func (f *Field) Selected() string { return f.Slice(f.sel.Bounds()) }

// Select puts the selection from anchor to the caret at head. Both are brought to
// the nearest place between two characters.
func (f *Field) Select(anchor, head int) {
	f.sel = Selection{Anchor: f.buf.snap(anchor), Head: f.buf.snap(head)}
	f.goal, f.history.open = -1, false
}

// SelectAll selects the whole text.
func (f *Field) SelectAll() { f.Select(0, f.buf.len()) }

// SelectWord selects the word at a place, SelectParagraph the paragraph.
func (f *Field) SelectWord(at int) { f.Select(f.buf.wordAround(f.buf.snap(at))) }

// SelectParagraph selects the paragraph around a place, without its line break.
func (f *Field) SelectParagraph(at int) { f.Select(f.buf.paragraph(f.buf.snap(at))) }

// Type puts what was typed in the place of the selection.
func (f *Field) Type(s string) {
	from, to := f.sel.Bounds()
	k := typed
	if from != to {
		k = whole
	}
	f.edit(k, from, to, s)
	if from != to {
		f.history.soften()
	}
	f.sel.Upper = s == " "
}

// Insert puts s in the place of the selection, as a step of undoing by itself.
func (f *Field) Insert(s string) {
	from, to := f.sel.Bounds()
	if from == to && s == "" {
		return
	}
	f.edit(whole, from, to, s)
}

// Replace puts s in the place of from..to, as a step of undoing by itself.
func (f *Field) Replace(from, to int, s string) {
	from, to = f.buf.snap(from), f.buf.snap(to)
	if from > to || from == to && s == "" {
		return
	}
	f.edit(whole, from, to, s)
}

// Erase removes the selection; without one what lies between the caret and the
// place to which unit leads. It reports whether there was anything.
func (f *Field) Erase(unit Unit, forward bool) bool {
	from, to := f.sel.Bounds()
	k := whole
	if from == to {
		from, to = f.sel.Head, f.target(unit, forward)
		from, to = min(from, to), max(from, to)
		if unit == Character && forward {
			k = erased
		} else if unit == Character {
			k = rubbed
		}
	}
	if from == to {
		return false
	}
	f.edit(k, from, to, "")
	return true
}

// edit changes the text, remembers how to take it back, and leaves the caret
// behind what was added.
func (f *Field) edit(k kind, from, to int, s string) {
	before := f.sel
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	c := change{at: from, removed: f.Slice(from, to), added: s}
	f.apply(from, to, s)
	f.sel = Selection{Anchor: from + len(s), Head: from + len(s)}
	f.goal = -1
	f.history.add(k, c, before, f.sel, f.now())
}

// apply changes the text and what hangs on it.
func (f *Field) apply(from, to int, s string) {
	f.buf.replace(from, to, s)
	c := Change{At: from, Removed: to - from, Added: len(s)}
	f.layout.apply(c)
	f.marks.move(c)
	f.revision++
	f.text = nil
}

// Undo takes the last step back, and reports whether there was one.
func (f *Field) Undo() bool {
	s, ok := f.history.back()
	if !ok {
		return false
	}
	for i := len(s.changes) - 1; i >= 0; i-- {
		c := s.changes[i]
		f.apply(c.at, c.at+len(c.added), c.removed)
	}
	f.sel, f.goal = s.before, -1
	return true
}

// Redo does the step again that Undo took back, and reports whether there was one.
func (f *Field) Redo() bool {
	s, ok := f.history.again()
	if !ok {
		return false
	}
	for _, c := range s.changes {
		f.apply(c.at, c.at+len(c.removed), c.added)
	}
	f.sel, f.goal = s.after, -1
	return true
}

// CanUndo reports whether there is a step to undo, CanRedo whether there is one
// to redo.
func (f *Field) CanUndo() bool { return len(f.history.done) > 0 }

// CanRedo reports whether there is a step to redo.
func (f *Field) CanRedo() bool { return len(f.history.undone) > 0 }

// Grow selects what was selected first, from..to, and on to the word or the
// paragraph at a place, with the caret at that end.
func (f *Field) Grow(from, to, at int, paragraphs bool) {
	a, z := f.buf.wordAround(at)
	if paragraphs {
		a, z = f.buf.paragraph(at)
	}
	if at < from {
		f.Select(to, min(a, from))
		return
	}
	f.Select(from, max(z, to))
}
