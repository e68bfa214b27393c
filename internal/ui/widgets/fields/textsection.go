// Package fields holds what a person types into: lines, sections, searches,
// suggestions, passphrases, and the forms made of them. Like the widgets that they
// stand among, they know no domain and belong to Fyne's main goroutine.
package fields

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// Writing is what all fields of several lines have in common: their clock, and
// the words of their context menu and of finding.
type Writing struct {
	Clock editor.Clock
	Menu  editor.Labels
	Find  editor.FindWords
	Words func(n int) string // says how many words a text has; nil: nobody is told
}

// writing is what a new field takes.
var writing = Writing{Clock: still{}}

// SetWriting gives the clock and the words that every field made from now on
// takes. A program calls it once, before it makes its first field.
func SetWriting(w Writing) { writing = w }

// still is the clock of a program that has set none: it stands.
type still struct{}

// Now is always the same.
func (still) Now() time.Time { return time.Time{} }

// AfterFunc never calls f.
func (still) AfterFunc(time.Duration, func()) func() { return func() {} }

// TextSection is a place to write: a heading, and a field that grows with the
// text and never scrolls by itself. Tab leaves it.
type TextSection struct {
	widget.BaseWidget
	fieldFrame
	// OnChanged gets the whole text after every change by the user's hand.
	OnChanged func(text string)
	// OnFocus is told when the field gains or loses the keyboard.
	OnFocus func(focused bool)

	heading  *widgets.Text
	field    *editor.Editor
	follower follower
	find     *editor.FindBar // nil until somebody finds
	bar      *fyne.Container // what find stands in
	slot     *canvas.Rectangle
	counter  counter
	column   *fyne.Container
	content  *fyne.Container
	onEscape func()
	hint     string
}

// NewTextSection gives an empty section with a heading ("" for none), a
// placeholder, and room for minRows lines.
func NewTextSection(heading, placeholder string, minRows int) *TextSection {
	s := &TextSection{heading: widgets.NewCaption(heading), field: editor.New(writing.Clock)}
	s.field.MinRows, s.field.Labels, s.field.Label = max(minRows, 1), writing.Menu, heading
	s.SetHint(placeholder)
	s.field.OnChanged = s.changed
	s.follower = follower{field: s.field, over: s.barHeight, active: func() bool { return s.field.Focused() || s.finding() }}
	s.field.OnCaret = func(float32, float32) { s.follower.moved() }
	s.field.OnFocus = s.focused
	s.field.OnKey = s.key
	s.field.OnKeyDown, s.field.Strays = keyDown, strays
	s.field.OnFind = s.openFind
	s.field.SetStyle(pointed, editor.Style{Line: editor.Dotted, LineColor: look.AmberInk, Actions: s.about})
	s.heading.Hidden = heading == ""
	s.slot = canvas.NewRectangle(color.Transparent)
	s.slot.Hide()
	s.counter = counter{section: s, shown: widgets.NewSmall("").Trailing()}
	s.counter.shown.Hide()
	s.column = widgets.Column(look.Tight, s.heading, s.slot, s.framed(s.field), s.counter.shown)
	s.content = container.New(pinned{s}, s.column)
	s.ExtendBaseWidget(s)
	return s
}

// Large gives the section the letters of text to read, and a heading that stands out,
// for a page where this is what one came to write. It gives the section back.
func (s *TextSection) Large() *TextSection {
	s.heading.SetRole(look.Green)
	s.field.TextSize = look.Reading
	return s
}

// Follow has page, which the section stands in, keep the row of the caret in view.
// Page Up and Page Down go by what page shows.
func (s *TextSection) Follow(page *container.Scroll) { s.follower.follow(page) }

func (s *TextSection) changed() {
	s.counter.later()
	if s.OnChanged != nil {
		s.OnChanged(s.field.Text())
	}
}

func (s *TextSection) focused(on bool) {
	s.showFocus(on)
	if on {
		s.follower.moved()
	}
	if s.OnFocus != nil {
		s.OnFocus(on)
	}
}

// Offer says what the context menu offers to do with the words that are selected.
func (s *TextSection) Offer(label string, do func()) {
	s.field.Further = func() []editor.Action { return []editor.Action{{Label: label, Do: do}} }
}

// key lets Escape leave the dialog or the page that the section stands on.
func (s *TextSection) key(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyEscape {
		return false
	}
	draw.Escape(s.onEscape)
	return true
}

// setEscape says what Escape does while the field has the keyboard.
func (s *TextSection) SetEscape(f func()) { s.onEscape = f }

// Text gives what is written.
func (s *TextSection) Text() string { return s.field.Text() }

// SetText shows another text, with nothing to undo. It does not call OnChanged.
func (s *TextSection) SetText(text string) {
	if text != s.field.Text() {
		s.field.SetText(text)
		s.counter.later()
	}
}

// SetHeading changes the heading.
func (s *TextSection) SetHeading(heading string) {
	s.heading.Hidden = heading == ""
	s.heading.SetText(heading)
	s.field.Label = heading
}

// SetHint changes what stands in the field while nothing is written there.
func (s *TextSection) SetHint(hint string) {
	if hint != s.Hint() {
		s.hint = hint
		s.field.SetPlaceHolder(hint)
	}
}

// Hint gives what stands in the field while nothing is written there.
func (s *TextSection) Hint() string { return s.hint }

// SelectedText gives the marked passage, "" if none.
func (s *TextSection) SelectedText() string { return s.field.SelectedText() }

// Focus takes the keyboard to the field. What was selected when it left isn't any more:
// a letter takes the place of nothing that one has turned away from.
func (s *TextSection) Focus() {
	if _, end := s.field.Selection(); !s.field.Focused() {
		s.field.Select(end, end)
	}
	draw.Focus(s.field)
}

// FocusEnd takes the keyboard to the field, behind the last letter.
func (s *TextSection) FocusEnd() {
	s.Focus()
	s.field.MoveToEnd()
}

// Disable makes the text one to read only.
func (s *TextSection) Disable() { s.field.SetReadOnly(true) }

// Enable makes the text one to write again.
func (s *TextSection) Enable() { s.field.SetReadOnly(false) }

// Pointed is a passage of a text that is pointed out, in bytes. Choices are what
// its menu offers.
type Pointed struct {
	From, To int
	Choices  []PointedChoice
}

// PointedChoice is something that can be done about a passage that is pointed
// out. Words stand in the passage's place afterwards, unless they are empty; Done
// is told then, with the passage as it was, and may be nil.
type PointedChoice struct {
	Text, Words string
	Done        func(passage string)
}

// pointed is the kind of marks that PointOut sets.
const pointed editor.Kind = "pointed"

// PointOut underlines passages quietly, instead of those pointed out before. They
// move with the text.
func (s *TextSection) PointOut(passages []Pointed) {
	marks := make([]editor.Mark, len(passages))
	for i, p := range passages {
		marks[i] = editor.Mark{From: p.From, To: p.To, Data: p.Choices}
	}
	s.field.SetMarks(pointed, marks)
}

// NextPointed selects the next passage behind the caret that is pointed out, or
// the first from the top again, and takes the keyboard there. It tells whether
// there is one.
func (s *TextSection) NextPointed() bool {
	all := s.field.Marks(pointed)
	if len(all) == 0 {
		return false
	}
	next := all[0]
	_, caret := s.field.Selection()
	if i := slices.IndexFunc(all, func(m editor.Mark) bool { return m.From >= caret }); i >= 0 {
		next = all[i]
	}
	s.Focus()
	s.field.Select(next.From, next.To)
	return true
}

// about gives what the menu offers for a passage that is pointed out.
func (s *TextSection) about(m editor.Mark) (actions []editor.Action) {
	choices, _ := m.Data.([]PointedChoice)
	for _, c := range choices {
		actions = append(actions, editor.Action{Label: c.Text, Do: func() {
			passage := s.field.Text()[m.From:m.To]
			if c.Words != "" && !s.field.ReadOnly() {
				s.field.Replace(m.From, m.To, c.Words)
			}
			if c.Done != nil {
				c.Done(passage)
			}
		}})
	}
	return actions
}

// CreateRenderer is called by Fyne.
func (s *TextSection) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.content)
}
