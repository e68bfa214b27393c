package backups

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
)

// Reveal scrolls to what has the keyboard, so that Tab leads through the whole
// page. The window calls it after a key.
func (p *Page) Reveal() {
	canvas := p.frame.Window().Canvas()
	focused, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok || canvas.Overlays().Top() != nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	from, at := driver.AbsolutePositionForObject(p.scroll), driver.AbsolutePositionForObject(focused)
	if at.X < from.X {
		return // it stands in the side navigation
	}
	top := at.Y - from.Y - look.Edge
	bottom := at.Y - from.Y + focused.Size().Height + 2*look.Edge
	switch {
	case top < 0:
		p.scrollBy(top)
	case bottom > p.scroll.Size().Height:
		p.scrollBy(bottom - p.scroll.Size().Height)
	}
}

func (p *Page) scrollBy(dy float32) {
	most := max(p.scroll.Content.MinSize().Height-p.scroll.Size().Height, 0)
	p.scroll.ScrollToOffset(fyne.NewPos(0, min(max(p.scroll.Offset.Y+dy, 0), most)))
}
