package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
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
	f.head = &foldHead{owner: f, text: text}
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
	control
	owner *FoldOut
	text  string
	label *canvas.Text
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
		h.pressed(k.Name, func() { h.Tapped(nil) })
	}
}

// AccessibilityLabel gives the line's words.
func (h *foldHead) AccessibilityLabel() string { return h.text }

// AccessibilityRole says that this is a button.
func (h *foldHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	h.label, h.sign, h.ring = words(0, false), newMark(Right), newRing(4)
	return draw(h, []fyne.CanvasObject{h.sign, h.label, h.ring}, h.minSize, h.arrange, h.restyle)
}

func (h *foldHead) minSize() fyne.Size { return h.label.MinSize().AddWidthHeight(22, 6) }

func (h *foldHead) arrange(size fyne.Size) {
	m := h.label.MinSize()
	s := m.Height * 0.5
	place(h.sign, 0, (size.Height-s)/2, s, s)
	place(h.label, s+6, (size.Height-m.Height)/2, m.Width, m.Height)
	place(h.ring, -5, 0, min(m.Width+s+16, size.Width+10), size.Height)
}

func (h *foldHead) restyle() {
	h.label.Text, h.label.TextSize, h.label.Color = h.text, measure(h, look.Label), paint(h, look.Green)
	mark := Right
	if h.owner.Open() {
		mark = Down
	}
	setMark(h.sign, mark)
	h.sign.FillColor = paint(h, look.Green)
	h.styleRing(h.ring)
}
