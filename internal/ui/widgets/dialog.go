package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Dialog is a card over a page, which asks or tells one thing. Escape is the way
// back, Enter does what the focused button says.
type Dialog struct {
	popup   *widget.PopUp
	body    *fyne.Container   // holds what is shown, in a scroll where it is too tall
	scroll  *container.Scroll // what it scrolls in; nil while it fits
	foot    *fyne.Container   // its buttons
	onClose []func()
	left    bool // gone out of by the way back: what it asked for wasn't done
	canvas  fyne.Canvas
	behind  fyne.Focusable // what had the keyboard before; nil for nothing
}

// Widths of a dialog's content at 100 % text.
const (
	dialogWidth     float32 = 420
	wideDialogWidth float32 = 980
)

// Ask is what a Confirm dialog says. Careful makes Yes a warm button and gives No
// the focus, for what takes something away.
type Ask struct {
	Title, Text, Yes, No string
	Careful              bool
}

// Confirm asks over the canvas and calls onYes if the user agrees. It shows at
// once and gives the dialog. No's word may be empty: then it only tells.
func Confirm(c fyne.Canvas, ask Ask, onYes func()) *Dialog {
	var d *Dialog
	yes := NewPrimary(ask.Yes, nil)
	if ask.Careful {
		yes = NewWarm(ask.Yes, nil)
	}
	yes.OnTapped(func() {
		d.Close()
		if onYes != nil {
			onYes()
		}
	})
	buttons := []*Button{yes}
	first := yes
	if ask.No != "" {
		no := NewPlain(ask.No, func() { d.Close() })
		buttons = []*Button{no, yes}
		if ask.Careful {
			first = no
		}
	}
	d = ShowDialog(c, ask.Title, NewText(ask.Text, look.Interface, look.Ink), buttons...)
	c.Focus(first)
	return d
}

// ShowDialog shows body under a title over the canvas, buttons at its foot, and
// gives the dialog. The first field in body, else the last button, gets the
// focus. What a button does is the caller's, closing included.
func ShowDialog(c fyne.Canvas, title string, body fyne.CanvasObject, buttons ...*Button) *Dialog {
	return showDialog(c, dialogWidth, title, body, buttons)
}

// ShowWideDialog is ShowDialog for what needs most of the window's width.
func ShowWideDialog(c fyne.Canvas, title string, body fyne.CanvasObject, buttons ...*Button) *Dialog {
	return showDialog(c, wideDialogWidth, title, body, buttons)
}

func showDialog(c fyne.Canvas, content float32, title string, body fyne.CanvasObject, buttons []*Button) *Dialog {
	d := &Dialog{canvas: c, behind: c.Focused()}
	foot := Row(10, layout.NewSpacer())
	for _, b := range buttons {
		foot.Add(b)
	}
	d.body, d.foot = Column(0, body), foot
	column := Column(look.Wide, NewText(title, look.Subtitle, look.Ink).Bold(), d.body, foot)
	width := func() float32 {
		return min(max(content*look.Scale(), foot.MinSize().Width), c.Size().Width-80)
	}
	sized := container.New(&fixedWidth{width, d}, column)
	d.popup = widget.NewModalPopUp(container.New(edged{}, NewGround(look.Surface, look.Line, look.RadiusField), Pad(look.Wide, look.Wide, sized)), c)
	d.keepInside()
	Walk(column, func(o fyne.CanvasObject) {
		if e, ok := o.(interface{ SetEscape(func()) }); ok {
			e.SetEscape(d.Leave)
		}
	})
	if d.behind != nil {
		d.behind.FocusLost() // or its caret would blink beside the dialog's
	}
	d.popup.Show()
	if first := firstField(body); first != nil {
		c.Focus(first)
	} else if len(buttons) > 0 {
		c.Focus(buttons[len(buttons)-1])
	}
	return d
}

// edged lays the ground of a dialog with its line, without which it would end nowhere
// on dark paper, over the room that Fyne leaves around what is within.
type edged struct{}

func (edged) Layout(o []fyne.CanvasObject, size fyne.Size) {
	around := theme.InnerPadding()
	draw.Place(o[0], -around, -around, size.Width+2*around, size.Height+2*around)
	draw.Place(o[1], 0, 0, size.Width, size.Height)
}

func (edged) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }

// OnClosed says what else is done once the dialog was closed.
func (d *Dialog) OnClosed(f func()) { d.onClose = append(d.onClose, f) }

// Leave takes the dialog away without what it asked for: for Escape and Cancel.
func (d *Dialog) Leave() {
	d.left = true
	d.Close()
}

// Left reports whether the dialog was gone out of by Leave.
func (d *Dialog) Left() bool { return d.left }

// Close takes the dialog away.
func (d *Dialog) Close() {
	if !d.popup.Visible() {
		return
	}
	d.popup.Hide()
	if d.behind != nil && d.canvas.Focused() == d.behind {
		d.behind.FocusGained()
	}
	for _, f := range d.onClose {
		f()
	}
}

// CloseTop closes what lies over the page, a dialog or a menu, and reports whether
// there was anything.
func CloseTop(c fyne.Canvas) bool {
	top := c.Overlays().Top()
	if top == nil {
		return false
	}
	if d := dialogOf(top); d != nil {
		d.Leave()
		return true
	}
	top.Hide()
	c.Overlays().Remove(top)
	return true
}

// ScrollOfTop returns what the dialog over the page scrolls in, nil where none is open,
// all of it is in view, or the keyboard is at the buttons below what scrolls.
func ScrollOfTop(c fyne.Canvas) *container.Scroll {
	if d := topDialog(c); d != nil && !d.atFoot() {
		return d.scroll
	}
	return nil
}

func topDialog(c fyne.Canvas) *Dialog {
	if top := c.Overlays().Top(); top != nil {
		return dialogOf(top)
	}
	return nil
}

// atFoot tells whether one of the dialog's buttons has the keyboard.
func (d *Dialog) atFoot() bool {
	focused, is := d.canvas.Focused().(fyne.CanvasObject)
	return is && slices.Contains(d.foot.Objects, focused)
}

// ScrollTop scrolls the dialog over the page by a key for which its buttons, where the
// keyboard is, have no use: up and down, page by page, to either end.
func ScrollTop(c fyne.Canvas, key fyne.KeyName) {
	d := topDialog(c)
	if d == nil || d.scroll == nil || !d.atFoot() {
		return
	}
	all, step := d.scroll.Content.Size().Height, 2*look.Edge
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -step, fyne.KeyDown: step, fyne.KeyHome: -all, fyne.KeyEnd: all,
		fyne.KeyPageUp: step - d.scroll.Size().Height, fyne.KeyPageDown: d.scroll.Size().Height - step,
	}[key]
	if most := max(all-d.scroll.Size().Height, 0); by != 0 {
		d.scroll.ScrollToOffset(fyne.NewPos(0, min(max(d.scroll.Offset.Y+by, 0), most)))
	}
}

// dialogOf gives the dialog that an overlay shows, nil where it shows another thing.
// Fyne lays its pop-ups into an overlay of a type of its own.
func dialogOf(overlay fyne.CanvasObject) (d *Dialog) {
	w, is := overlay.(fyne.Widget)
	if !is {
		return nil
	}
	for _, o := range w.CreateRenderer().Objects() {
		popup, is := o.(*widget.PopUp)
		if !is {
			continue
		}
		Walk(popup.Content, func(o fyne.CanvasObject) {
			if c, is := o.(*fyne.Container); is {
				if f, sized := c.Layout.(*fixedWidth); sized && d == nil {
					d = f.dialog
				}
			}
		})
	}
	return d
}

// Refresh lays the dialog out anew after its body changed.
func (d *Dialog) Refresh() {
	d.keepInside()
	size, room := d.popup.MinSize(), d.popup.Canvas.Size()
	d.popup.Resize(size)
	d.popup.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
	d.popup.Refresh()
}

// dialogMargin is the least room between a dialog and the window's edges.
const dialogMargin float32 = 24

// keepInside lets the body scroll once the dialog would be taller than the
// window, so that its buttons stay in view.
func (d *Dialog) keepInside() {
	over := d.popup.MinSize().Height + 2*dialogMargin - d.popup.Canvas.Size().Height
	if d.scroll != nil || over <= 0 {
		return
	}
	scroll := container.NewVScroll(Pad(look.Gap, look.Tight, d.body.Objects[0]))
	scroll.SetMinSize(fyne.NewSize(0, max(d.body.MinSize().Height-over, 80)))
	Walk(scroll, func(o fyne.CanvasObject) {
		if f, ok := o.(interface{ Follow(*container.Scroll) }); ok {
			f.Follow(scroll)
		}
	})
	d.scroll = scroll
	d.body.Objects[0] = Wheel(scroll)
	d.body.Refresh()
}

// fixedWidth gives its object the width that fits now, and takes the height it then needs.
type fixedWidth struct {
	width  func() float32
	dialog *Dialog
}

// Layout gives the object the whole size.
func (f *fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) {
	draw.Place(o[0], 0, 0, size.Width, size.Height)
}

// MinSize sets the width first, so that wrapped text knows its height.
func (f *fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := f.width()
	if o[0].Size().Width != width {
		o[0].Resize(fyne.NewSize(width, 1))
	}
	return fyne.NewSize(width, o[0].MinSize().Height)
}

// Walk visits o and all below it, in drawing order.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch w := o.(type) {
	case *fyne.Container:
		for _, child := range w.Objects {
			Walk(child, visit)
		}
	case *container.Scroll:
		Walk(w.Content, visit)
	case interface{ Inside() []fyne.CanvasObject }:
		for _, child := range w.Inside() {
			Walk(child, visit)
		}
	}
}

func firstField(o fyne.CanvasObject) fyne.Focusable {
	var first fyne.Focusable
	Walk(o, func(o fyne.CanvasObject) {
		f, ok := o.(fyne.Focusable)
		if d, is := o.(fyne.Disableable); is && d.Disabled() {
			ok = false
		}
		if ok && first == nil && o.Visible() {
			first = f
		}
	})
	return first
}
