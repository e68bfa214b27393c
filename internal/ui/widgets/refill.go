package widgets

import (
	"iter"
	"slices"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets/draw"
)

// Refill has fill put other objects into a container. Where one that is gone then
// had the keyboard, the last that can take it gets it, so that nobody is left
// without.
func Refill(c *fyne.Container, fill func()) {
	canvas := draw.CanvasOf(c)
	had := canvas != nil && holds(c, canvas.Focused())
	fill()
	if had && !holds(c, canvas.Focused()) {
		FocusLast(c)
	}
}

func holds(c *fyne.Container, focused fyne.Focusable) bool {
	for _, o := range c.Objects {
		if f, is := o.(fyne.Focusable); is && f == focused {
			return true
		}
	}
	return false
}

// FocusFirst takes the keyboard to the first object of a container that can have it.
func FocusFirst(c *fyne.Container) { focusOne(slices.All(c.Objects)) }

// FocusLast takes the keyboard to the last object of a container that can have it.
func FocusLast(c *fyne.Container) { focusOne(slices.Backward(c.Objects)) }

func focusOne(objects iter.Seq2[int, fyne.CanvasObject]) {
	for _, o := range objects {
		f, is := o.(fyne.Focusable)
		if d, can := o.(fyne.Disableable); is && o.Visible() && (!can || !d.Disabled()) {
			draw.Focus(f)
			return
		}
	}
}
