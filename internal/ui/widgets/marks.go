package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Mark is a small drawn sign. The signs are drawn because the fonts that come
// with the program have no glyphs for them.
type Mark uint8

// The marks.
const (
	NoMark  Mark = iota
	Diamond      // brought to supervision
	Down         // opens something below
	Right        // folded, or the present one
	Tick         // done
	Cross        // take away
)

var markPoints = map[Mark][]fyne.Position{
	Diamond: {{X: .5, Y: 0}, {X: 1, Y: .5}, {X: .5, Y: 1}, {X: 0, Y: .5}},
	Down:    {{X: .1, Y: .3}, {X: .9, Y: .3}, {X: .5, Y: .8}},
	Right:   {{X: .3, Y: .1}, {X: .8, Y: .5}, {X: .3, Y: .9}},
	Tick:    {{X: .05, Y: .55}, {X: .2, Y: .4}, {X: .4, Y: .6}, {X: .82, Y: .14}, {X: .97, Y: .29}, {X: .4, Y: .88}},
	Cross:   {{X: .2, Y: .06}, {X: .5, Y: .36}, {X: .8, Y: .06}, {X: .94, Y: .2}, {X: .64, Y: .5}, {X: .94, Y: .8}, {X: .8, Y: .94}, {X: .5, Y: .64}, {X: .2, Y: .94}, {X: .06, Y: .8}, {X: .36, Y: .5}, {X: .06, Y: .2}},
}

// NewMark gives the drawing of a mark, which fills whatever size it gets.
func NewMark(m Mark) *canvas.ArbitraryPolygon {
	p := &canvas.ArbitraryPolygon{NormalizedPoints: true, FillColor: color.Black}
	setMark(p, m)
	return p
}

func setMark(p *canvas.ArbitraryPolygon, m Mark) {
	p.Points = markPoints[m]
	p.Hidden = m == NoMark
}

// sign is a mark as a widget: as high as a line of interface text.
type sign struct {
	widget.BaseWidget
	mark  Mark
	role  fyne.ThemeColorName
	shape *canvas.ArbitraryPolygon
}

// Sign gives a mark in the colour of a role, to stand beside words.
func Sign(m Mark, role fyne.ThemeColorName) fyne.CanvasObject {
	s := &sign{mark: m, role: role}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	s.shape = NewMark(s.mark)
	side := func() fyne.Size { return fyne.NewSquareSize(draw.TextHeight(s, look.Interface) * 0.68) }
	arrange := func(size fyne.Size) {
		m := min(size.Width, size.Height, side().Width)
		draw.Place(s.shape, (size.Width-m)/2, (size.Height-m)/2, m, m)
	}
	return draw.New(s, []fyne.CanvasObject{s.shape}, side, arrange, func() { s.shape.FillColor = draw.Paint(s, s.role) })
}

// Logo gives the program's sign as a picture, side wide and high.
func Logo(side float32) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(look.Logo())
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSquareSize(side))
	return picture
}
