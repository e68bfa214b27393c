// Package layouts sets the parts of the session page in the room there is: beside
// each other where that is enough, else one below the other.
package layouts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
)

// columnWidth is the width of the column at 100 % text.
const columnWidth float32 = 264

// Split sets a column beside the rest, narrower in a small window.
type Split struct{}

// Layout gives the column its width and the rest what is left.
func (*Split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := min(columnWidth*(1+(look.Scale()-1)*0.6), size.Width*0.34)
	o[0].Resize(fyne.NewSize(width, size.Height))
	o[1].Move(fyne.NewPos(width, 0))
	o[1].Resize(fyne.NewSize(size.Width-width, size.Height))
}

// MinSize is what the page needs to be of use.
func (*Split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 320) }

// Heading sets words beside buttons, or above them where the words would be cut
// too short. It is at least Floor high at 100 % text.
type Heading struct {
	Floor float32
	width float32
}

// wordsFloor is the least width for the words beside the buttons, at 100 % text.
const wordsFloor float32 = 210

func (h *Heading) stacked(o []fyne.CanvasObject) bool {
	return h.width > 0 && h.width-o[1].MinSize().Width-look.Wide < wordsFloor*look.Scale()
}

// Layout places the words at the left and the buttons at the right.
func (h *Heading) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	buttons, stacked, room := o[1].MinSize(), h.stacked(o), size.Width
	if !stacked {
		room = max(size.Width-buttons.Width-look.Wide, 1)
	}
	o[0].Resize(fyne.NewSize(room, max(o[0].Size().Height, 1))) // its height follows
	words := o[0].MinSize()
	if stacked {
		o[0].Move(fyne.NewPos(0, 0))
		o[0].Resize(fyne.NewSize(size.Width, words.Height))
		o[1].Move(fyne.NewPos(0, words.Height+look.Gap))
		o[1].Resize(fyne.NewSize(min(buttons.Width, size.Width), buttons.Height))
		return
	}
	o[0].Move(fyne.NewPos(0, (size.Height-words.Height)/2))
	o[0].Resize(fyne.NewSize(room, words.Height))
	o[1].Move(fyne.NewPos(size.Width-buttons.Width, (size.Height-buttons.Height)/2))
	o[1].Resize(buttons)
}

// MinSize is the height that both need at the width they were last given.
func (h *Heading) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, buttons := o[0].MinSize(), o[1].MinSize()
	if h.stacked(o) {
		return fyne.NewSize(200, words.Height+look.Gap+buttons.Height)
	}
	return fyne.NewSize(200, max(words.Height, buttons.Height, h.Floor*look.Scale()))
}

// Columns sets the rail beside the rest, or below where there is no room.
type Columns struct{}

const railWidth float32 = 262

func (c *Columns) rail(width float32) float32 {
	scale := look.Scale()
	rail := railWidth * (1 + (scale-1)*0.5)
	if width < rail+360*scale {
		return 0
	}
	return rail
}

// Layout gives both their width first, then the height they need.
func (c *Columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rail := c.rail(size.Width)
	if rail == 0 {
		set(o[0], 0, 0, size.Width)
		set(o[1], 0, o[0].Size().Height+look.Edge, size.Width)
		return
	}
	set(o[0], 0, 0, size.Width-rail-look.Edge)
	set(o[1], size.Width-rail, 0, rail)
}

func set(o fyne.CanvasObject, x, y, width float32) {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(o.Size().Height, 1)))
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
}

// MinSize is the height that both need at the widths they were last given.
func (c *Columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	main, rail := o[0].MinSize(), o[1].MinSize()
	if o[1].Position().X > 0 {
		return fyne.NewSize(main.Width, max(main.Height, rail.Height))
	}
	return fyne.NewSize(max(main.Width, rail.Width), main.Height+look.Edge+rail.Height)
}

// Footed sets a list between what stands over it and Foot, which scrolls where
// it would leave the list too little.
type Footed struct{ Foot *container.Scroll }

// footShare is how much of the room below the top the foot may have.
const footShare = 0.62

// Layout gives the foot the height it needs or its share, and the list the rest.
func (f *Footed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	set(o[0], 0, 0, size.Width)
	top := o[0].Size().Height
	content := f.Foot.Content
	content.Resize(fyne.NewSize(size.Width, content.Size().Height)) // its height follows
	high := min(content.MinSize().Height, (size.Height-top)*footShare)
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, max(size.Height-top-high, 0)))
	o[2].Move(fyne.NewPos(0, size.Height-high))
	o[2].Resize(fyne.NewSize(size.Width, high))
}

// MinSize is what is needed for a row of the list and a line of the foot.
func (*Footed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, o[0].MinSize().Height+2*o[1].MinSize().Height)
}
