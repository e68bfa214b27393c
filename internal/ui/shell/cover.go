package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// newCover is what stands in the window while the journal closes.
func newCover(says string) fyne.CanvasObject {
	return container.NewCenter(widgets.Column(look.Wide,
		container.NewCenter(widgets.Logo(54)), widgets.NewSoft(says).Centred()))
}
