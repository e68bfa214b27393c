package supervision

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// sessionTitle is what heads the agenda: the session's day in full or, where
// that has no room, in short, and a line below.
type sessionTitle struct{ long, short, below string }

// fitting gives the long form, or the short one where it is wider than width.
func (t sessionTitle) fitting(width float32) string {
	if t.width(t.long) > width {
		return t.short
	}
	return t.long
}

// width gives how wide a text is as a title.
func (sessionTitle) width(text string) float32 {
	return draw.Extent(text, theme.Size(look.Title), true).Width
}

// headed lays a header over a body, and gives the header the title that has room
// in it. The header comes first for Tab.
type headed struct{ column *agendaColumn }

// Layout gives the header its least height and the body the rest.
func (h *headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	header, body := objects[0], objects[1]
	top := header.MinSize().Height
	header.Move(fyne.NewPos(0, 0))
	if at := fyne.NewSize(size.Width, top); header.Size() != at {
		header.Resize(at)
		h.column.fitTitle()
	}
	body.Move(fyne.NewPos(0, top))
	body.Resize(fyne.NewSize(size.Width, max(size.Height-top, 0)))
}

// MinSize is what both need.
func (h *headed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	header, body := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(header.Width, body.Width), header.Height+body.Height)
}

// sideBySide lays a column and what is beside it, which takes the width that is
// left. The column comes first for Tab.
type sideBySide struct{}

// Layout gives both the whole height.
func (sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := objects[0].MinSize().Width
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(max(size.Width-width, 0), size.Height))
}

// MinSize is what both need.
func (sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+right.Width, max(left.Height, right.Height))
}

// asWide lays one object over everything and is as wide as it says at 100 % text,
// whatever the object shows just now.
type asWide struct{ width float32 }

// Layout gives the object all there is.
func (asWide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}

// MinSize is the width, which grows less than the text does, and the height that
// the object needs.
func (l asWide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	larger := look.Scale() - 1
	return fyne.NewSize(l.width*(1+larger*0.6), objects[0].MinSize().Height)
}
