package copy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// reader holds the texts, which are longer than the window. Where nothing in them can
// be chosen it has the keyboard itself, so that they are read before they are signed.
type reader struct {
	draw.Control
	scroll *container.Scroll
	ring   *canvas.Rectangle
}

func newReader(of fyne.CanvasObject) *reader {
	r := &reader{scroll: container.NewVScroll(of)}
	r.ExtendBaseWidget(r)
	return r
}

// Inside gives what the widget is composed of.
func (r *reader) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// CreateRenderer is called by Fyne.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	r.ring = draw.NewRing(4)
	return draw.New(r, []fyne.CanvasObject{r.scroll, r.ring}, r.scroll.MinSize, func(size fyne.Size) {
		r.scroll.Resize(size)
		draw.Place(r.ring, 1, 1, size.Width-2, size.Height-2)
	}, func() { r.StyleRing(r.ring) })
}

// TypedKey moves the texts.
func (r *reader) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		draw.Escape(r.OnEscape())
		return
	}
	r.move(k.Name)
}

// move scrolls as a key says.
func (r *reader) move(key fyne.KeyName) {
	y, page := r.scroll.Offset.Y, max(r.scroll.Size().Height-2*look.Edge, look.Edge)
	switch key {
	case fyne.KeyUp:
		y -= 2 * look.Edge
	case fyne.KeyDown:
		y += 2 * look.Edge
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyPageDown:
		y += page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = r.scroll.Content.Size().Height
	default:
		return
	}
	most := max(r.scroll.Content.Size().Height-r.scroll.Size().Height, 0)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), most)))
}
