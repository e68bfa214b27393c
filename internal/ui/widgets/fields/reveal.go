package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// RevealFocused scrolls a page, or a column of one, to what has the keyboard in
// it, so that Tab leads through all of it. It does nothing under a dialog, nor for
// a text that is taller than the page: that follows its own caret.
func RevealFocused(window fyne.Window, page *container.Scroll) {
	if window.Canvas().Overlays().Top() == nil {
		revealIn(window.Canvas(), page)
	}
}

// RevealInDialog does the same in the dialog over the page, where it is taller than the
// window.
func RevealInDialog(window fyne.Window) {
	if scroll := widgets.ScrollOfTop(window.Canvas()); scroll != nil {
		revealIn(window.Canvas(), scroll)
	}
}

func revealIn(canvas fyne.Canvas, page *container.Scroll) {
	focused, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok || editor.InFindBar(focused) { // the bar comes along by itself
		return
	}
	driver := fyne.CurrentApp().Driver()
	from, at := driver.AbsolutePositionForObject(page), driver.AbsolutePositionForObject(focused)
	if at.X < from.X || at.X >= from.X+page.Size().Width || at.Y-from.Y+page.Offset.Y < 0 {
		return // it stands beside the page, or in its header
	}
	if focused.Size().Height+3*look.Edge > page.Size().Height {
		return
	}
	top := at.Y - from.Y - look.Edge
	bottom := at.Y - from.Y + focused.Size().Height + 2*look.Edge
	switch {
	case top < 0:
		scrollBy(page, top)
	case bottom > page.Size().Height:
		scrollBy(page, bottom-page.Size().Height)
	}
}

func scrollBy(page *container.Scroll, dy float32) {
	most := max(page.Content.MinSize().Height-page.Size().Height, 0)
	page.ScrollToOffset(fyne.NewPos(0, min(max(page.Offset.Y+dy, 0), most)))
	if page.OnScrolled != nil { // Fyne tells only of scrolling by hand
		page.OnScrolled(page.Offset)
	}
}
