package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
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
	return newHeader(NewText(title, look.Title, look.Ink), subtitle, trailing)
}

// NewColumnHeader gives the smaller top of a list column.
func NewColumnHeader(title, subtitle string, trailing ...fyne.CanvasObject) *Header {
	return newHeader(NewText(title, look.Subtitle, look.Ink), subtitle, trailing)
}

func newHeader(title *Text, subtitle string, trailing []fyne.CanvasObject) *Header {
	h := &Header{title: title.Bold().Clipped(), subtitle: NewSmall(subtitle).Clipped()}
	h.subtitle.Hidden = subtitle == ""
	words := container.New(layout.NewCustomPaddedVBoxLayout(1), layout.NewSpacer(), h.title, h.subtitle, layout.NewSpacer())
	bar := container.NewBorder(nil, nil, nil, Row(10, trailing...), words)
	h.content = container.NewBorder(nil, Rule(), nil, nil, Pad(look.Edge, 10, bar))
	h.ExtendBaseWidget(h)
	return h
}

// Set changes title and subtitle; an empty subtitle takes no room.
func (h *Header) Set(title, subtitle string) {
	h.title.SetText(title)
	h.subtitle.SetText(subtitle)
	h.subtitle.Hidden = subtitle == ""
	h.Refresh()
}

// CreateRenderer is called by Fyne.
func (h *Header) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }

// MinSize keeps all headers of a window at the same height or more.
func (h *Header) MinSize() fyne.Size {
	m := h.BaseWidget.MinSize()
	return fyne.NewSize(m.Width, max(m.Height, 58))
}
