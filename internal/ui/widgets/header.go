package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Header is the top of a page: title, subtitle, what is done here, and a line
// under all of it.
type Header struct {
	widget.BaseWidget
	title, subtitle *Text
	content         *fyne.Container
}

// NewHeader gives a page's top. trailing stands to the right, in order.
func NewHeader(title, subtitle string, trailing ...fyne.CanvasObject) *Header {
	return newHeader(NewText(title, look.Title, look.Ink), subtitle, look.Edge, trailing)
}

// NewColumnHeader gives the smaller top of a list column.
func NewColumnHeader(title, subtitle string, trailing ...fyne.CanvasObject) *Header {
	return newHeader(NewText(title, look.Subtitle, look.Ink), subtitle, 16, trailing)
}

func newHeader(title *Text, subtitle string, margin float32, trailing []fyne.CanvasObject) *Header {
	h := &Header{title: title.Bold(), subtitle: NewSmall(subtitle)}
	h.subtitle.Hidden = subtitle == ""
	lines := container.New(midway{}, Column(1, h.title, h.subtitle))
	bar := Frame(nil, nil, nil, Row(10, trailing...), lines)
	h.content = Frame(nil, Rule(), nil, nil, Pad(margin, 6, bar))
	h.ExtendBaseWidget(h)
	return h
}

// midway sets an object to the middle of the height, as wide as there is room.
type midway struct{}

// Layout gives the object its width first, so that wrapped text knows its height.
func (midway) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if o[0].Size().Width != size.Width {
		o[0].Resize(fyne.NewSize(size.Width, max(o[0].Size().Height, 1)))
	}
	high := o[0].MinSize().Height
	draw.Place(o[0], 0, max((size.Height-high)/2, 0), size.Width, high)
}

// MinSize is the object's.
func (midway) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Set changes title and subtitle; an empty subtitle takes no room.
func (h *Header) Set(title, subtitle string) {
	h.title.SetText(title)
	h.subtitle.SetText(subtitle)
	h.subtitle.Hidden = subtitle == ""
	h.Refresh()
}

// CreateRenderer is called by Fyne.
func (h *Header) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }

// MinSize is the same height for every header of a window.
func (h *Header) MinSize() fyne.Size {
	m := h.BaseWidget.MinSize()
	usual := draw.TextHeight(h, look.Title) + draw.TextHeight(h, look.Label) + 24
	return fyne.NewSize(m.Width, max(m.Height, usual))
}
