package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// TextLine is a field of one line, with a name above it.
type TextLine struct {
	widget.BaseWidget
	// OnChanged gets the text after every change by the user's hand.
	OnChanged func(text string)
	// OnSubmitted gets the text on Enter.
	OnSubmitted func(text string)

	field   *typing
	name    *widgets.Text
	content *fyne.Container
}

// NewTextLine gives an empty field with a name ("" for none) and a placeholder.
func NewTextLine(name, placeholder string) *TextLine {
	l := &TextLine{name: widgets.NewCaption(name), field: &typing{}}
	l.field.Wrapping = fyne.TextWrapOff
	l.field.PlaceHolder = placeholder
	l.field.ExtendBaseWidget(l.field)
	l.field.tell(&l.OnChanged, &l.OnSubmitted)
	l.name.Hidden = name == ""
	l.content = widgets.Column(look.Tight, l.name, l.field.framed(l.field))
	l.ExtendBaseWidget(l)
	return l
}

// Select takes the keyboard to the field with all that stands in it selected, so
// that typing replaces it.
func (l *TextLine) Select() {
	draw.Focus(l.field)
	l.field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Text gives what is written.
func (l *TextLine) Text() string { return l.field.Text }

// SetText shows another text. It does not call OnChanged. What takes the place of
// a prefilled text was written by somebody and isn't selected.
func (l *TextLine) SetText(text string) {
	if l.field.Text != "" && l.field.Text != text {
		l.field.prefilled = false
	}
	l.field.set(text)
}

// Focus takes the keyboard to the field.
func (l *TextLine) Focus() { draw.Focus(l.field) }

// FocusEnd is Focus, behind the last letter.
func (l *TextLine) FocusEnd() { l.field.focusEnd() }

// Prefilled says that what stands in the field is to be replaced rather than
// changed: it is selected whenever the keyboard comes. It gives the field back.
func (l *TextLine) Prefilled() *TextLine {
	l.field.prefilled = true
	return l
}

// Disable makes the field one to read only.
func (l *TextLine) Disable() { l.field.Disable() }

// Enable makes the field one to write again.
func (l *TextLine) Enable() { l.field.Enable() }

// CreateRenderer is called by Fyne.
func (l *TextLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }
