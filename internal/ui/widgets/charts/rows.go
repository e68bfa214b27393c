package charts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Rows is a table of which a row is chosen: by Up, Down, Home and End, and then Enter,
// or by a click.
type Rows struct {
	draw.Control
	// OnChosen gets the place of the row that was chosen, from 0.
	OnChosen func(row int)

	table *Table
	at    int // the row that the keys are on
	mark  *canvas.Rectangle
}

// NewRows returns rows below a head, each with a text for every column.
func NewRows(head []string, rows [][]string, chosen func(row int)) *Rows {
	r := &Rows{OnChosen: chosen, table: NewTable()}
	r.table.Set(head, rows)
	r.ExtendBaseWidget(r)
	return r
}

// AccessibilityLabel reads the row out that the keys are on.
func (r *Rows) AccessibilityLabel() string {
	if r.at >= len(r.table.rows) {
		return r.table.AccessibilityLabel()
	}
	return strings.Join(r.table.rows[r.at], ", ")
}

// AccessibilityRole says that this answers.
func (r *Rows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// TypedKey moves, or chooses.
func (r *Rows) TypedKey(k *fyne.KeyEvent) {
	last := len(r.table.rows) - 1
	switch k.Name {
	case fyne.KeyUp:
		r.move(max(r.at-1, 0))
	case fyne.KeyDown:
		r.move(min(r.at+1, last))
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(last)
	default:
		r.Pressed(k.Name, r.choose)
	}
}

func (r *Rows) move(to int) {
	r.at = max(to, 0)
	r.Refresh()
}

func (r *Rows) choose() {
	if r.OnChosen != nil && r.at < len(r.table.rows) {
		r.OnChosen(r.at)
	}
}

// Tapped chooses the row that was clicked.
func (r *Rows) Tapped(e *fyne.PointEvent) {
	for i := range r.table.tops {
		if top, bottom := r.table.bounds(i); e.Position.Y >= top && e.Position.Y < bottom {
			r.at = i
			r.Refresh()
			r.choose()
			return
		}
	}
}

// CreateRenderer is called by Fyne.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	r.mark = canvas.NewRectangle(draw.Paint(r, look.GreenSoft))
	r.mark.CornerRadius = 4
	return draw.New(r, []fyne.CanvasObject{r.mark, r.table}, r.table.MinSize, r.arrange, r.restyle)
}

func (r *Rows) arrange(size fyne.Size) {
	r.table.Resize(size)
	if r.at < len(r.table.tops) {
		top, bottom := r.table.bounds(r.at)
		draw.Place(r.mark, -markPad, top, size.Width+2*markPad, bottom-top)
	}
}

// markPad is how far the mark reaches beside the words.
const markPad float32 = 4

func (r *Rows) restyle() {
	r.mark.FillColor = draw.Paint(r, look.GreenSoft)
	r.mark.StrokeColor, r.mark.StrokeWidth = draw.Paint(r, look.Green), 1
	r.mark.Hidden = !r.HasFocus() || len(r.table.rows) == 0
}
