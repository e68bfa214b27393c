package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Wheel lets a page be scrolled by the wheel wherever the pointer is over it: a
// field of Fyne's takes the wheel to itself, though it has nothing to scroll.
func Wheel(page *container.Scroll) *fyne.Container {
	w := &wheel{page: page}
	w.ExtendBaseWidget(w)
	return container.NewStack(page, w)
}

// wheel lies over a page, and takes nothing but the wheel.
type wheel struct {
	widget.BaseWidget
	page *container.Scroll
}

// Scrolled scrolls the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.page.Scrolled(e) }

// CreateRenderer is called by Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
