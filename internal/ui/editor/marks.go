package editor

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/editor/text"
)

// Kind names what marks are for, Mark is a marked passage of the text in bytes.
type (
	Kind = text.Kind
	Mark = text.Mark
)

// Line is how a mark is drawn under its words.
type Line uint8

// The lines that a mark may have.
const (
	NoLine Line = iota
	Solid
	Dotted
	Wavy
)

// Style is the look of a kind of marks.
type Style struct {
	Line      Line
	LineColor fyne.ThemeColorName
	// Ground is drawn behind the words; "" for none.
	Ground fyne.ThemeColorName
	// Covered leaves the words out, so that the ground alone shows where they are.
	Covered bool
	// Actions returns what the context menu offers for a mark; nil for nothing.
	Actions func(Mark) []Action
}

// Action is something that can be done with a mark.
type Action struct {
	Label string
	Do    func()
}

type kindStyle struct {
	kind  Kind
	style Style
}

// SetStyle sets the look of a kind of marks. A kind that is set later is drawn
// over those set before. Marks of a kind without a style are not drawn.
func (e *Editor) SetStyle(k Kind, style Style) {
	for i := range e.kinds {
		if e.kinds[i].kind == k {
			e.kinds[i].style = style
			e.redraw()
			return
		}
	}
	e.kinds = append(e.kinds, kindStyle{k, style})
	e.redraw()
}

// SetMarks puts list in the place of all marks of a kind. Marks move with the
// words: what is typed inside a mark belongs to it, what is typed at its edges
// does not, and a mark whose words are gone goes.
func (e *Editor) SetMarks(k Kind, list []Mark) {
	e.field.SetMarks(k, list)
	e.redraw()
}

// Marks returns the marks of a kind in order.
func (e *Editor) Marks(k Kind) []Mark { return e.field.Marks(k) }

// actionsAt returns what can be done with the marks around a place.
func (e *Editor) actionsAt(at int) []Action {
	var all []Action
	for _, k := range e.kinds {
		if k.style.Actions == nil {
			continue
		}
		for _, m := range e.field.MarksIn(k.kind, at-1, at+1) {
			if at >= m.From && at <= m.To {
				all = append(all, k.style.Actions(m)...)
			}
		}
	}
	return all
}
