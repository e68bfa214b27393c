package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// PassphraseField takes a secret: hidden, with a button that shows it.
type PassphraseField struct {
	widget.BaseWidget
	// OnChanged gets the secret after every change by the user's hand.
	OnChanged func(secret string)
	// OnSubmitted gets the secret on Enter.
	OnSubmitted func(secret string)

	field      *typing
	name       *widgets.Text
	show, hide string
	toggle     *widgets.Button
	content    *fyne.Container
}

// NewPassphraseField gives an empty field with a name, and the words of the
// button that shows and hides what is typed.
func NewPassphraseField(name, show, hide string) *PassphraseField {
	p := &PassphraseField{name: widgets.NewCaption(name), field: &typing{}, show: show, hide: hide}
	p.field.Password = true
	p.field.Wrapping = fyne.TextWrapOff
	p.toggle = widgets.NewLink(show, p.turn)
	p.field.ActionItem = widgets.Pad(look.Tight, 2, p.toggle)
	p.field.ExtendBaseWidget(p.field)
	p.field.tell(&p.OnChanged, &p.OnSubmitted)
	p.content = widgets.Column(look.Tight, p.name, p.field.framed(p.field))
	p.name.Hidden = name == ""
	p.ExtendBaseWidget(p)
	return p
}

// turn shows the secret or hides it.
func (p *PassphraseField) turn() {
	p.field.Password = !p.field.Password
	word := p.show
	if !p.field.Password {
		word = p.hide
	}
	p.toggle.SetText(word)
	p.field.Refresh()
}

// Secret gives what is typed.
func (p *PassphraseField) Secret() string { return p.field.Text }

// SetSecret fills the field. It does not call OnChanged.
func (p *PassphraseField) SetSecret(secret string) { p.field.set(secret) }

// Clear empties the field and hides what is typed next. It does not call
// OnChanged. Go strings can't be wiped: the secret's bytes stay in memory until
// they are used again.
func (p *PassphraseField) Clear() {
	p.field.set("")
	if !p.field.Password {
		p.turn()
	}
}

// Focus takes the keyboard to the field.
func (p *PassphraseField) Focus() { draw.Focus(p.field) }

// Again takes the keyboard to the field with all of the secret selected, to be
// mended or typed anew.
func (p *PassphraseField) Again() {
	p.Focus()
	p.field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Disable stops typing, as while the secret is tried.
func (p *PassphraseField) Disable() { p.field.Disable(); p.toggle.Disable() }

// Enable lets type again.
func (p *PassphraseField) Enable() { p.field.Enable(); p.toggle.Enable() }

// CreateRenderer is called by Fyne.
func (p *PassphraseField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.content)
}
