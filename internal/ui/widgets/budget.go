package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// BudgetPart is one stretch of a BudgetBar, in the same unit as its total.
type BudgetPart struct {
	Amount float32
	Tone   Tone
}

// BudgetBar shows parts of a total as stretches of one bar. What goes over the
// total makes the bar end in a warm edge. The words beside it are the caller's.
type BudgetBar struct {
	widget.BaseWidget
	parts     []BudgetPart
	total     float32
	says      string
	track     *canvas.Rectangle
	stretches []*canvas.Rectangle
	over      *canvas.Rectangle
	drawing   *draw.Drawing
}

// NewBudgetBar gives an empty bar.
func NewBudgetBar() *BudgetBar {
	b := &BudgetBar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows parts of a total; says is what a screen reader is told.
func (b *BudgetBar) Set(total float32, says string, parts ...BudgetPart) {
	b.total, b.says, b.parts = total, says, parts
	b.Refresh()
}

// AccessibilityLabel gives the words that Set was given.
func (b *BudgetBar) AccessibilityLabel() string { return b.says }

// AccessibilityRole says that this is text.
func (b *BudgetBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *BudgetBar) CreateRenderer() fyne.WidgetRenderer {
	b.track, b.over = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	b.drawing = &draw.Drawing{Min: func() fyne.Size { return fyne.NewSize(80, 8) }, Arrange: b.arrange, Restyle: b.restyle, Size: b.Size}
	b.restyle()
	return b.drawing
}

func (b *BudgetBar) restyle() {
	draw.EmptyTrack(b, b.track, 4)
	b.over.FillColor, b.over.CornerRadius = draw.Paint(b, look.WarmInk), 2
	b.over.Hidden = b.sum() <= b.total || b.total <= 0
	b.stretches = b.stretches[:0]
	b.drawing.Drawn = append(b.drawing.Drawn[:0], b.track)
	for _, p := range b.parts {
		role := p.Tone.Fill()
		if p.Tone == Neutral {
			role = look.Soft
		}
		r := canvas.NewRectangle(draw.Paint(b, role))
		b.stretches = append(b.stretches, r)
		b.drawing.Drawn = append(b.drawing.Drawn, r)
	}
	b.drawing.Drawn = append(b.drawing.Drawn, b.over)
}

func (b *BudgetBar) sum() float32 {
	sum := float32(0)
	for _, p := range b.parts {
		sum += max(p.Amount, 0)
	}
	return sum
}

func (b *BudgetBar) arrange(size fyne.Size) {
	y := (size.Height - 8) / 2
	draw.Place(b.track, 0, y, size.Width, 8)
	whole := max(b.total, b.sum(), 0.0001)
	x := float32(0)
	for i, r := range b.stretches {
		w := max(b.parts[i].Amount, 0) / whole * size.Width
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = 0, 0
		if i == 0 {
			r.TopLeftCornerRadius, r.BottomLeftCornerRadius = 4, 4
		}
		r.TopRightCornerRadius, r.BottomRightCornerRadius = 0, 0
		if x+w >= size.Width-0.5 {
			r.TopRightCornerRadius, r.BottomRightCornerRadius = 4, 4
		}
		draw.Place(r, x, y, w, 8)
		x += w
	}
	draw.Place(b.over, b.total/whole*size.Width-2, y-3, 4, 14)
}
