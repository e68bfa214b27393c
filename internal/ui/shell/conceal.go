package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// conceal hides all that is written behind a calm cover, over dialogs too, or shows it
// again. Nothing below changes: what is being typed is kept as always, and the keyboard
// comes back to where it was. It locks nothing.
func (s *Shell) conceal() {
	if s.concealed() {
		s.reveal()
		return
	}
	if s.room == nil {
		return
	}
	canvas := s.window.Canvas()
	s.cover = newConcealing(s.t("shell.concealed"), s.t("shell.concealed.back"), s.reveal)
	canvas.Overlays().Add(s.cover)
	canvas.Focus(s.cover)
}

// concealed reports whether the cover is there: locking takes it away with all else.
func (s *Shell) concealed() bool {
	for _, o := range s.window.Canvas().Overlays().List() {
		if s.cover != nil && o == fyne.CanvasObject(s.cover) {
			return true
		}
	}
	return false
}

func (s *Shell) reveal() {
	if s.concealed() {
		s.window.Canvas().Overlays().Remove(s.cover)
	}
	s.cover = nil
}

// leftAlone hides what is written as another window comes to the front, where the user
// asked for that.
func (s *Shell) leftAlone() {
	if s.room != nil && s.room.desk.Settings().ConcealAway && !s.concealed() {
		s.conceal()
	}
}

// concealing is the cover. Escape or a click take it away; it takes all other keys and
// does nothing with them: whoever types on blindly shows nothing, and a key that has a
// letter would be typed into what comes back.
type concealing struct {
	widget.BaseWidget
	back    func()
	content fyne.CanvasObject
}

func newConcealing(says, how string, back func()) *concealing {
	c := &concealing{back: back}
	column := widgets.Column(look.Wide, container.NewCenter(widgets.Logo(54)),
		widgets.NewSoft(says).Centred(), widgets.NewSmall(how).Centred())
	c.content = widgets.On(look.Paper, container.NewCenter(widgets.Sized(420, 0, column)))
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *concealing) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// FocusGained changes nothing.
func (c *concealing) FocusGained() {}

// FocusLost changes nothing.
func (c *concealing) FocusLost() {}

// TypedRune takes letters that were meant for what is hidden.
func (c *concealing) TypedRune(rune) {}

// TypedKey takes the cover away on Escape.
func (c *concealing) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		c.back()
	}
}

// KeyDown lets the window know that somebody is there.
func (c *concealing) KeyDown(k *fyne.KeyEvent) { draw.PassOn(k) }

// KeyUp changes nothing.
func (c *concealing) KeyUp(*fyne.KeyEvent) {}

// Tapped takes the cover away.
func (c *concealing) Tapped(*fyne.PointEvent) { c.back() }

// Cursor shows that a click does something.
func (c *concealing) Cursor() desktop.Cursor { return desktop.PointerCursor }
