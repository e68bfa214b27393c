package supervision

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"aftershift/internal/ui/look"
)

// sessionTitle is what heads the agenda: the session's day in full or, where
// that has no room, in short, and a line below.
type sessionTitle struct{ long, short, below string }

// fitting gives the long form, or the short one where it is wider than width.
func (t sessionTitle) fitting(width float32) string {
	if fyne.MeasureText(t.long, theme.Size(look.Title), fyne.TextStyle{Bold: true}).Width > width {
		return t.short
	}
	return t.long
}

// fitted gives the header its place, and then the title that has room in it.
type fitted struct{ column *agendaColumn }

// Layout gives the header the whole size.
func (f *fitted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	if objects[0].Size() == size {
		return
	}
	objects[0].Resize(size)
	c := f.column
	c.header.Set(c.title.fitting(c.room()), c.title.below)
}

// MinSize is the header's.
func (f *fitted) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
