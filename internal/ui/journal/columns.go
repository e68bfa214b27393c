package journal

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// columns sets list, editor and rail side by side. Where there is no room for
// all three the rail is folded: a button then shows it in the list's place.
type columns struct {
	page      *Page
	container *fyne.Container
	widgets.Folding
}

// Widths at 100 % text; they grow with it, the list and the rail less than the
// text so that the words keep most of a small screen.
const (
	listWidth   float32 = 300
	railWidth   float32 = 262
	editorFloor float32 = 400
)

func newColumns(p *Page) *columns {
	c := &columns{page: p}
	main := p.editor.content
	right := container.NewStack(widgets.NewGround(look.Panel, "", 0), widgets.Frame(nil, nil, widgets.Rule(), nil, p.rail.content))
	left := container.NewStack(widgets.NewGround(look.Panel, "", 0), widgets.Frame(nil, nil, nil, widgets.Rule(), p.list.content))
	top := widgets.Frame(nil, widgets.Rule(), nil, nil, p.bar.content)
	c.container = container.New(c, left, top, main, right)
	return c
}

// turn shows the folded rail or puts it away.
func (c *columns) turn() {
	c.Open = !c.Open
	c.container.Refresh()
	if c.Open {
		c.page.rail.focus()
	} else {
		c.page.editor.focus()
	}
}

// Layout sets list, top bar, editor and rail.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, top, main, right := objects[0], objects[1], objects[2], objects[3]
	grown := 1 + (look.Scale()-1)*0.6
	list, rail := listWidth*grown, railWidth*grown
	c.setFolded(size.Width < list+rail+editorFloor*grown)
	if c.Folded {
		list = min(list, size.Width*0.42)
		rail = min(rail*1.1, size.Width*0.45)
	}
	c.Show(right, left)
	if !left.Visible() {
		list = 0
	}
	if !right.Visible() {
		rail = 0
	}
	set := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
		o.Move(fyne.NewPos(x, y))
	}
	set(left, 0, 0, list, size.Height)
	bar := top.MinSize().Height
	set(top, list, 0, size.Width-list, bar)
	set(main, list, bar, size.Width-list-rail, size.Height-bar)
	set(right, size.Width-rail, bar, rail, size.Height-bar)
}

func (c *columns) setFolded(on bool) {
	if on == c.Folded {
		return
	}
	c.Folded = on
	c.page.bar.setFolded(on)
}

// MinSize is what the folded page needs.
func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 320) }
