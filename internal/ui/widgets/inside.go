package widgets

import "fyne.io/fyne/v2"

// What a composed widget is made of, for walk.

func (s *TextSection) inside() []fyne.CanvasObject     { return []fyne.CanvasObject{s.field} }
func (l *TextLine) inside() []fyne.CanvasObject        { return []fyne.CanvasObject{l.field} }
func (b *SearchBox) inside() []fyne.CanvasObject       { return []fyne.CanvasObject{b.field} }
func (s *Suggest) inside() []fyne.CanvasObject         { return []fyne.CanvasObject{s.field} }
func (p *PassphraseField) inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.field, p.toggle} }
func (p *Progress) inside() []fyne.CanvasObject        { return []fyne.CanvasObject{p.content} }
func (f *FoldOut) inside() []fyne.CanvasObject         { return []fyne.CanvasObject{f.content} }
func (h *Header) inside() []fyne.CanvasObject          { return []fyne.CanvasObject{h.content} }
