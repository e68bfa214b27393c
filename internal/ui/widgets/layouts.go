package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Column stacks objects with gap between them. It gives each the full width
// before it asks for the height, so wrapped text takes the height it needs.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap}, objects...)
}

// Each gives what one makes of each of all, to be a container's Objects. Added one after
// the other they would all be laid out anew for each.
func Each[T any](all []T, one func(T) fyne.CanvasObject) []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(all))
	for i := range all {
		objects[i] = one(all[i])
	}
	return objects
}

type column struct{ gap float32 }

// Layout gives each visible object its least height at the full width.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, 1)))
		}
		h := o.MinSize().Height
		draw.Place(o, 0, y, size.Width, h)
		y += h + c.gap
	}
}

// MinSize is the widest object's width and all heights with the gaps.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	most, sum := measured(objects, c.gap)
	return fyne.NewSize(most.Width, sum.Height)
}

// measured returns the most that a visible object needs each way, and what all of them
// need one after the other with gap between them.
func measured(objects []fyne.CanvasObject, gap float32) (most, sum fyne.Size) {
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			most, sum = most.Max(m), sum.Add(m)
			shown++
		}
	}
	gaps := gap * float32(max(shown-1, 0))
	return most, sum.AddWidthHeight(gaps, gaps)
}

// Row sets objects side by side with gap between them, each as wide as it needs
// and centred in the height. A layout.Spacer takes what is left over.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&row{gap}, objects...)
}

type row struct{ gap float32 }

// Layout places the objects from the left.
func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, spacers := size.Width-r.MinSize(objects).Width, 0
	for _, o := range objects {
		if isSpacer(o) {
			spacers++
		}
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if isSpacer(o) {
			m.Width = max(left, 0) / float32(spacers)
		}
		draw.Place(o, x, (size.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + r.gap
	}
}

// MinSize is all widths with the gaps and the highest object's height.
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	most, sum := measured(objects, r.gap)
	return fyne.NewSize(sum.Width, most.Height)
}

func isSpacer(o fyne.CanvasObject) bool {
	_, ok := o.(layout.SpacerObject)
	return ok && o.Visible()
}

// Frame sets objects to the edges and centre into what they leave, like
// container.NewBorder but with no gap between; nil for none.
func Frame(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	f := &frame{top, bottom, left, right, centre}
	var objects []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{centre, top, bottom, left, right} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return container.New(f, objects...)
}

type frame struct{ top, bottom, left, right, centre fyne.CanvasObject }

func shownSize(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout gives top and bottom the full width, left and right what height is left.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, o := range []fyne.CanvasObject{f.top, f.bottom} {
		if o != nil && o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, 1)))
		}
	}
	top, bottom := shownSize(f.top).Height, shownSize(f.bottom).Height
	left, right := shownSize(f.left).Width, shownSize(f.right).Width
	height := size.Height - top - bottom
	set := func(o fyne.CanvasObject, x, y, w, h float32) {
		if o != nil {
			draw.Place(o, x, y, max(w, 0), max(h, 0))
		}
	}
	set(f.top, 0, 0, size.Width, top)
	set(f.bottom, 0, size.Height-bottom, size.Width, bottom)
	set(f.left, 0, top, left, height)
	set(f.right, size.Width-right, top, right, height)
	set(f.centre, left, top, size.Width-left-right, height)
}

// MinSize is what all of them need.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right := shownSize(f.top), shownSize(f.bottom), shownSize(f.left), shownSize(f.right)
	centre := shownSize(f.centre)
	width := max(left.Width+right.Width+centre.Width, top.Width, bottom.Width)
	height := max(left.Height, right.Height, centre.Height)
	return fyne.NewSize(width, height+top.Height+bottom.Height)
}

// Pad sets object into a margin of across to left and right, and down above and
// below.
func Pad(across, down float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&margin{across, down}, object)
}

type margin struct{ across, down float32 }

// Layout gives each object the room inside the margin.
func (m *margin) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		draw.Place(o, m.across, m.down, max(size.Width-2*m.across, 0), max(size.Height-2*m.down, 0))
	}
}

// MinSize is the largest object's with the margin around it.
func (m *margin) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*m.across, 2*m.down)
}

// Wrap sets objects side by side and begins a new line where the width ends. Its
// least height is the one for the width it was last given.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrap{gap: gap}, objects...)
}

type wrap struct {
	gap   float32
	width float32
}

// Layout places the objects like words in a paragraph.
func (w *wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.width = size.Width
	w.walk(objects, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		draw.Place(o, x, y, min(m.Width, size.Width), m.Height)
	})
}

// MinSize is the widest object's width and the height at the last width; before
// the first layout, one line.
func (w *wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	w.walk(objects, func(_ fyne.CanvasObject, _, y float32, m fyne.Size) {
		size.Width = max(size.Width, m.Width)
		size.Height = max(size.Height, y+m.Height)
	})
	return size
}

func (w *wrap) walk(objects []fyne.CanvasObject, at func(o fyne.CanvasObject, x, y float32, m fyne.Size)) {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && w.width > 0 && x+m.Width > w.width {
			x, y, high = 0, y+high+w.gap, 0
		}
		at(o, x, y, m)
		x += m.Width + w.gap
		high = max(high, m.Height)
	}
}

// Folding is whether a rail is folded away for want of room, and whether it is open
// nevertheless, in the place of something else.
type Folding struct{ Folded, Open bool }

// Show shows the rail, or hides it, and likewise what gives way to it.
func (f Folding) Show(rail, other fyne.CanvasObject) {
	ShowIf(rail, !f.Folded || f.Open)
	ShowIf(other, !f.Folded || !f.Open)
}

// Narrow keeps object at the left from growing wider than can be read.
func Narrow(object fyne.CanvasObject) *fyne.Container { return container.New(narrow{}, object) }

type narrow struct{}

// mostRead is the widest column that can be read, at 100 % text.
const mostRead float32 = 720

// Layout gives the object its least height at its width.
func (narrow) Layout(o []fyne.CanvasObject, room fyne.Size) {
	width := min(room.Width, mostRead*look.Scale())
	if o[0].Size().Width != width {
		o[0].Resize(fyne.NewSize(width, max(o[0].Size().Height, 1)))
	}
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(0, 0))
}

// MinSize is the object's height; its width is what there is.
func (narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, o[0].MinSize().Height)
}

// Sized keeps object at least width wide; 0 height leaves the height to it.
func Sized(width, height float32, object fyne.CanvasObject) *fyne.Container {
	floor := canvas.NewRectangle(color.Transparent)
	floor.SetMinSize(fyne.NewSize(width, height))
	return container.NewStack(floor, object)
}

// ShowIf shows o or hides it, and leaves it alone where that is so already.
func ShowIf(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
