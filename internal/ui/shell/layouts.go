package shell

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// foldBelow is the width under which the side navigation is folded, at 100 %
// text; larger text needs the room sooner.
const foldBelow float32 = 1100

// folding gives every object the whole window, and folds the navigation where
// the window is narrow.
type folding struct{ nav *widgets.SideNav }

// Layout fills the window.
func (f *folding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.nav.SetFolded(size.Width < foldBelow || size.Width/look.Scale() < foldBelow*0.8)
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}

// MinSize is the least that a page can be used in.
func (f *folding) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}
