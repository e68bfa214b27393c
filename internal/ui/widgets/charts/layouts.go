package charts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Pair sets two objects side by side, the second taking share of the width, or below
// each other where either would get less than so many times the height of a line.
func Pair(share, lines float32, first, second fyne.CanvasObject) *fyne.Container {
	p := &pair{share: share, lines: lines, line: func() float32 {
		return fyne.MeasureText("M", fyne.CurrentApp().Settings().Theme().Size(look.Label), fyne.TextStyle{}).Height
	}}
	return container.New(p, first, second)
}

type pair struct {
	share, lines float32
	line         func() float32
	width        float32
}

func (p *pair) widths() (first, second float32, beside bool) {
	const gap = look.Wide
	second = (p.width - gap) * p.share
	first = p.width - gap - second
	if min(first, second) < p.lines*p.line() {
		return p.width, p.width, false
	}
	return first, second, true
}

// Layout gives each its width first, so that wrapped text knows its height.
func (p *pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	first, second, beside := p.widths()
	for i, w := range []float32{first, second} {
		if o[i].Size().Width != w {
			o[i].Resize(fyne.NewSize(w, max(o[i].Size().Height, 1)))
		}
	}
	a, b := o[0].MinSize().Height, o[1].MinSize().Height
	if beside {
		draw.Place(o[0], 0, 0, first, max(a, b))
		draw.Place(o[1], first+look.Wide, 0, second, max(a, b))
		return
	}
	draw.Place(o[0], 0, 0, first, a)
	draw.Place(o[1], 0, a+look.Wide, second, b)
}

// MinSize is the height at the width it was last given.
func (p *pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if _, _, beside := p.widths(); beside {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+look.Wide+b.Height)
}
