package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// alive is the window's whole content, which notices the pointer without taking
// anything from what lies above it: Fyne asks every object below the pointer for
// its cursor each time the pointer moves.
type alive struct {
	widget.BaseWidget
	touched func()
	content *fyne.Container
}

func newAlive(content fyne.CanvasObject, touched func()) *alive {
	a := &alive{touched: touched, content: widgets.NewDeck(content)}
	a.ExtendBaseWidget(a)
	return a
}

// put replaces what stands in the window.
func (a *alive) put(content fyne.CanvasObject) {
	a.content.Objects = []fyne.CanvasObject{content}
	a.content.Refresh()
}

// over shows content in place of what stands in the window, until back is called
// or something else is put there.
func (a *alive) over(content fyne.CanvasObject) (back func()) {
	under := a.content.Objects[0]
	widgets.Turn(a.content, content)
	return func() {
		if slices.Contains(a.content.Objects, under) {
			under.Show()
			a.put(under)
		}
	}
}

// Cursor is asked for when the pointer moves.
func (a *alive) Cursor() desktop.Cursor {
	a.touched()
	return desktop.DefaultCursor
}

// CreateRenderer is called by Fyne.
func (a *alive) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

// watchKeys notices keys: Fyne tells the canvas of those that go to nobody, and
// fields and buttons pass theirs on to it.
func (s *Shell) watchKeys() {
	if c, ok := s.window.Canvas().(desktop.Canvas); ok {
		c.SetOnKeyDown(func(k *fyne.KeyEvent) {
			s.touch()
			if d, is := fyne.CurrentApp().Driver().(desktop.Driver); is {
				s.pressed(k.Name, d.CurrentKeyModifiers())
			}
			s.Do(s.keyed)
		})
	}
}

// pressed takes keys that no menu and no control has a use for: those that scroll a
// dialog, and those that quit before a journal is open, when there is no menu.
func (s *Shell) pressed(key fyne.KeyName, mod fyne.KeyModifier) {
	switch {
	case mod == 0:
		widgets.ScrollTop(s.window.Canvas(), key)
	case key == fyne.KeyQ && mod == ctrl && s.window.MainMenu() == nil:
		s.Do(s.quit)
	}
}

// keyed follows a key that has done its work: what was typed is kept soon, and a
// page that is longer than the window shows what has the keyboard.
func (s *Shell) keyed() {
	if s.room == nil {
		return
	}
	s.room.typed()
	fields.RevealInDialog(s.window)
	if p, ok := s.room.pages[s.room.present].(interface{ Reveal() }); ok {
		p.Reveal()
	}
}
