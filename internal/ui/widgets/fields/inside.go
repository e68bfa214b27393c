package fields

import "fyne.io/fyne/v2"

// What a composed field is made of, for widgets.Walk.

// Inside gives the field.
func (s *TextSection) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.field} }

// Inside gives the field.
func (l *TextLine) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{l.field} }

// Inside gives the field.
func (b *SearchBox) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{b.field} }

// Inside gives the field.
func (s *Suggest) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.field} }

// Inside gives the field and its switch.
func (p *PassphraseField) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.field, p.toggle} }
