package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// TextSection is a place to write: a heading, and a field that grows with the
// text and never scrolls by itself. Tab leaves it.
type TextSection struct {
	widget.BaseWidget
	// OnChanged gets the whole text after every change by the user's hand.
	OnChanged func(text string)
	// OnFocus is told when the field gains or loses the keyboard.
	OnFocus func(focused bool)
	// OnCaret is told after every move of the caret, so that a page can keep the
	// line being written in view: the field, and the line's top and height in it.
	OnCaret func(field fyne.CanvasObject, top, height float32)

	heading *Text
	field   *writing
	content *fyne.Container
	setting bool
}

// writing is the growing field of a TextSection. Fyne's entry scrolls as soon as
// it wraps, so this one asks the text inside the scroll for its height.
type writing struct {
	typing
	rows   int
	scroll *container.Scroll
}

// CreateRenderer keeps hold of the scroll that Fyne puts around the text.
func (w *writing) CreateRenderer() fyne.WidgetRenderer {
	r := w.typing.CreateRenderer()
	for _, o := range r.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			w.scroll = scroll
		}
	}
	return r
}

// MinSize is the text's height, at least the height of rows lines.
func (w *writing) MinSize() fyne.Size {
	m := w.Entry.MinSize()
	line := textHeight(w, theme.SizeNameText) + measure(w, theme.SizeNameLineSpacing)
	floor := float32(w.rows)*line + 2*measure(w, theme.SizeNameInnerPadding)
	if w.scroll != nil && w.scroll.Content != nil {
		floor = max(floor, w.scroll.Content.MinSize().Height+2*measure(w, theme.SizeNameInputBorder)+1)
	}
	return fyne.NewSize(min(m.Width, 120), floor)
}

// NewTextSection gives an empty section with a heading ("" for none), a
// placeholder, and room for minRows lines.
func NewTextSection(heading, placeholder string, minRows int) *TextSection {
	s := &TextSection{heading: NewText(heading, look.Label, look.Green).Bold(), field: &writing{rows: max(minRows, 1)}}
	s.field.MultiLine = true
	s.field.Wrapping = fyne.TextWrapWord
	s.field.Scroll = container.ScrollNone
	s.field.PlaceHolder = placeholder
	s.field.ExtendBaseWidget(s.field)
	s.field.Entry.OnChanged = s.changed
	s.field.OnCursorChanged = s.moved
	s.field.onFocus = s.focused
	s.heading.Hidden = heading == ""
	field := container.NewThemeOverride(s.field, look.ReadingTheme{})
	s.content = Column(look.Tight, s.heading, s.field.framed(field))
	s.ExtendBaseWidget(s)
	return s
}

func (s *TextSection) changed(text string) {
	if s.OnChanged != nil && !s.setting {
		s.OnChanged(text)
	}
}

func (s *TextSection) moved() {
	if s.OnCaret != nil && !s.setting {
		s.OnCaret(s.field, s.field.CursorPosition().Y, textHeight(s.field, theme.SizeNameText))
	}
}

func (s *TextSection) focused(on bool) {
	if s.OnFocus != nil {
		s.OnFocus(on)
	}
}

// Text gives what is written.
func (s *TextSection) Text() string { return s.field.Text }

// SetText shows another text, with nothing to undo. It does not call OnChanged.
func (s *TextSection) SetText(text string) {
	if text == s.field.Text {
		return
	}
	s.setting = true
	s.field.SetText(text)
	s.setting = false
}

// SetHeading changes the heading.
func (s *TextSection) SetHeading(heading string) {
	s.heading.Hidden = heading == ""
	s.heading.SetText(heading)
}

// SelectedText gives the marked passage, "" if none.
func (s *TextSection) SelectedText() string { return s.field.SelectedText() }

// Focus takes the keyboard to the field.
func (s *TextSection) Focus() { Focus(s.field) }

// FocusEnd takes the keyboard to the field, behind the last letter.
func (s *TextSection) FocusEnd() {
	s.Focus()
	s.field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// Undo takes the last change back, Redo does it again.
func (s *TextSection) Undo() { s.field.Undo() }

// Redo does again what Undo took back.
func (s *TextSection) Redo() { s.field.Redo() }

// Disable makes the text one to read only.
func (s *TextSection) Disable() { s.field.Disable() }

// Enable makes the text one to write again.
func (s *TextSection) Enable() { s.field.Enable() }

// CreateRenderer is called by Fyne.
func (s *TextSection) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(s.content)
}
