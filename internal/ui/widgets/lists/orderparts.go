package lists

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// cardLayout sets handle, disc, lines and trailing words side by side, at the
// top, and gives the lines what room is left.
type cardLayout struct{}

// Layout gives the lines their width first, so that they can wrap.
func (cardLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, lead := range o[:2] {
		m := lead.MinSize()
		draw.Place(lead, x, 0, m.Width, m.Height)
		x += m.Width + 12
	}
	trailing := o[3].MinSize()
	draw.Place(o[3], size.Width-trailing.Width, 0, trailing.Width, trailing.Height)
	draw.Place(o[2], x, 0, max(size.Width-x-trailing.Width-12, 1), size.Height)
}

// MinSize is the height of the lines at the width they were last given.
func (cardLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, part := range o {
		m := part.MinSize()
		size.Width += m.Width + 12
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// disc is a number in a green disc.
type disc struct {
	widget.BaseWidget
	text   string
	ground *canvas.Circle
	label  *canvas.Text
}

func newDisc(text string) *disc {
	d := &disc{text: text}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by Fyne.
func (d *disc) CreateRenderer() fyne.WidgetRenderer {
	d.ground, d.label = canvas.NewCircle(color.Transparent), draw.Words(0, true)
	d.label.Alignment = fyne.TextAlignCenter
	side := func() fyne.Size { return fyne.NewSquareSize(max(24, d.label.MinSize().Height+6)) }
	arrange := func(s fyne.Size) {
		d.ground.Resize(s)
		h := d.label.MinSize().Height
		draw.Place(d.label, 0, (s.Height-h)/2, s.Width, h)
	}
	return draw.New(d, []fyne.CanvasObject{d.ground, d.label}, side, arrange, func() {
		d.ground.FillColor = draw.Paint(d, look.GreenSoft)
		draw.Say(d.label, d.text)
		d.label.TextSize, d.label.Color = draw.Measure(d, look.Label), draw.Paint(d, look.Green)
	})
}

// handle is what a card is dragged by.
type handle struct {
	widget.BaseWidget
	card    *orderCard
	dragged float32
	dots    [6]*canvas.Circle
}

func newHandle(c *orderCard) *handle {
	h := &handle{card: c}
	h.ExtendBaseWidget(h)
	return h
}

// Cursor says that something can be moved up and down.
func (h *handle) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// Dragged moves the card with the pointer.
func (h *handle) Dragged(e *fyne.DragEvent) {
	h.dragged += e.Dragged.DY
	h.card.list.lift(h.card, h.dragged)
}

// DragEnd sets the card where it was let go.
func (h *handle) DragEnd() {
	to := h.card.list.drop(h.card.index, h.dragged)
	h.dragged = 0
	h.card.list.move(h.card.index, to)
}

// CreateRenderer is called by Fyne.
func (h *handle) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i := range h.dots {
		h.dots[i] = canvas.NewCircle(color.Transparent)
		objects = append(objects, h.dots[i])
	}
	arrange := func(s fyne.Size) {
		for i, dot := range h.dots {
			draw.Place(dot, 1+float32(i%2)*6, s.Height/2-7+float32(i/2)*5.5, 3, 3)
		}
	}
	return draw.New(h, objects, func() fyne.Size { return fyne.NewSize(12, 24) }, arrange, func() {
		for _, dot := range h.dots {
			dot.FillColor = draw.Paint(h, look.Soft)
		}
	})
}
