package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// FoldOut hides what is not needed at first behind a line that opens it.
type FoldOut struct {
	widget.BaseWidget
	// OnTurned is told when the user opened or closed it.
	OnTurned func(open bool)

	head    *foldHead
	body    fyne.CanvasObject
	content *fyne.Container
}

// NewFoldOut gives body behind text, closed.
func NewFoldOut(text string, body fyne.CanvasObject) *FoldOut {
	f := &FoldOut{body: body}
	f.head = &foldHead{owner: f, label: NewText(text, look.Label, look.Green)}
	f.head.ExtendBaseWidget(f.head)
	body.Hide()
	f.content = Column(look.Gap, f.head, body)
	f.ExtendBaseWidget(f)
	return f
}

// Open tells whether the body is shown.
func (f *FoldOut) Open() bool { return f.body.Visible() }

// SetOpen shows the body or not. It does not call OnTurned.
func (f *FoldOut) SetOpen(open bool) {
	if open {
		f.body.Show()
	} else {
		f.body.Hide()
	}
	f.head.Refresh()
	f.Refresh()
}

// CreateRenderer is called by Fyne.
func (f *FoldOut) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

// foldHead is the line that opens and closes.
type foldHead struct {
	draw.Control
	owner *FoldOut
	label *Text
	sign  *canvas.ArbitraryPolygon
	ring  *canvas.Rectangle
}

// Tapped opens or closes.
func (h *foldHead) Tapped(*fyne.PointEvent) { h.turn(!h.owner.Open()) }

func (h *foldHead) turn(open bool) {
	if open == h.owner.Open() {
		return
	}
	h.owner.SetOpen(open)
	if h.owner.OnTurned != nil {
		h.owner.OnTurned(open)
	}
}

// TypedKey turns with Space and Enter, opens with Right, closes with Left.
func (h *foldHead) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyRight:
		h.turn(true)
	case fyne.KeyLeft:
		h.turn(false)
	default:
		h.Pressed(k.Name, func() { h.Tapped(nil) })
	}
}

// AccessibilityLabel gives the line's words.
func (h *foldHead) AccessibilityLabel() string { return h.label.Text() }

// AccessibilityRole says that this is a button.
func (h *foldHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	h.sign, h.ring = NewMark(Right), draw.NewRing(4)
	return draw.New(h, []fyne.CanvasObject{h.sign, h.label, h.ring}, h.minSize, h.arrange, h.restyle)
}

func (h *foldHead) signSize() float32 { return draw.TextHeight(h, look.Label) * 0.5 }

func (h *foldHead) minSize() fyne.Size { return h.label.MinSize().AddWidthHeight(h.signSize()+6, 6) }

func (h *foldHead) arrange(size fyne.Size) {
	s := h.signSize()
	draw.Place(h.sign, 0, 3+s/2, s, s)
	draw.Place(h.label, s+6, 3, max(size.Width-s-6, 1), size.Height-6)
	draw.Place(h.ring, -5, 0, size.Width+10, size.Height)
}

func (h *foldHead) restyle() {
	mark := Right
	if h.owner.Open() {
		mark = Down
	}
	setMark(h.sign, mark)
	h.sign.FillColor = draw.Paint(h, look.Green)
	h.StyleRing(h.ring)
}
