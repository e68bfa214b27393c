package widgets

import "fyne.io/fyne/v2"

// What a composed widget is made of, for Walk.

// Inside gives what the widget is composed of.
func (p *Progress) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }

// Inside gives what the widget is composed of.
func (f *FoldOut) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// Inside gives what the widget is composed of.
func (h *Header) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }
