package copy

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// pairs sets objects two in a row, each pair as high as the higher of them, with
// a margin above all.
type pairs struct{ top float32 }

// Layout gives each its width first and takes the height it then needs.
func (l *pairs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := size.Width / 2
	width := max(half-2*look.Edge, 1)
	y := l.top
	for i := 0; i+1 < len(objects); i += 2 {
		high := float32(0)
		for side, o := range objects[i : i+2] {
			if o.Size().Width != width {
				o.Resize(fyne.NewSize(width, max(o.Size().Height, 1)))
			}
			high = max(high, o.MinSize().Height)
			o.Move(fyne.NewPos(float32(side)*half+look.Edge, y))
		}
		for _, o := range objects[i : i+2] {
			o.Resize(fyne.NewSize(width, high))
		}
		y += high + look.Gap
	}
}

// MinSize is the height at the width that the objects have now.
func (l *pairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, l.top)
	for i := 0; i+1 < len(objects); i += 2 {
		left, right := objects[i].MinSize(), objects[i+1].MinSize()
		size.Width = max(size.Width, 2*max(left.Width, right.Width)+4*look.Edge)
		size.Height += max(left.Height, right.Height) + look.Gap
	}
	return size
}

// halves sets two objects side by side and a third as the line between.
type halves struct{}

// Layout splits the width in two.
func (l *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := size.Width / 2
	set(objects[0], 0, 0, half, size.Height)
	set(objects[1], half, 0, size.Width-half, size.Height)
	set(objects[2], half, 0, 1, size.Height)
}

// MinSize is nothing, for these lie under other things.
func (l *halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func set(o fyne.CanvasObject, x, y, w, h float32) {
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	o.Move(fyne.NewPos(x, y))
}

// columns sets the texts, the foot below them, and the rail beside. Where there
// is no room for all, the rail is folded: a button then shows it in place of the
// texts.
type columns struct {
	page      *Page
	container *fyne.Container
	widgets.Folding
}

// Widths at 100 % text.
const (
	railWidth  float32 = 280
	textsFloor float32 = 520
)

func newColumns(p *Page) *columns {
	c := &columns{page: p}
	rail := container.NewStack(widgets.NewGround(look.Panel, "", 0), widgets.Frame(nil, nil, widgets.Rule(), nil, p.rail.content))
	c.container = container.New(c, p.texts.content, p.foot.content, rail)
	return c
}

// turn shows the folded rail or puts it away.
func (c *columns) turn() {
	c.Open = !c.Open
	c.container.Refresh()
}

// Layout sets texts, foot and rail.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	texts, foot, right := objects[0], objects[1], objects[2]
	grown := 1 + (look.Scale()-1)*0.6
	rail := railWidth * grown
	c.setFolded(size.Width < rail+textsFloor*grown)
	c.Show(right, texts)
	switch {
	case !right.Visible():
		rail = 0
	case !texts.Visible():
		rail = size.Width
	}
	width := size.Width - rail
	if width == 0 {
		width = size.Width
	}
	foot.Resize(fyne.NewSize(width, max(foot.Size().Height, 1)))
	low := foot.MinSize().Height
	set(texts, 0, 0, size.Width-rail, size.Height-low)
	set(foot, 0, size.Height-low, width, low)
	if texts.Visible() {
		low = 0
	}
	set(right, size.Width-rail, 0, rail, size.Height-low)
}

func (c *columns) setFolded(on bool) {
	if on != c.Folded {
		c.Folded = on
		c.page.bar.show(c.page.presenter.now)
	}
}

// MinSize is what the folded page needs.
func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 260) }
