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

// field is what one writes in.
type field interface {
	fyne.Focusable
	fyne.Shortcutable
}

// fieldOf gives what has the keyboard, where one can write in it and take that back.
func fieldOf(c fyne.Canvas) (field, bool) {
	f, is := c.Focused().(interface {
		field
		Undo()
	})
	return f, is
}

// held is the field that had the keyboard last. Fyne takes the keyboard away with a
// click on whatever can't have it, the menu bar among them, and gives it to nobody:
// what is typed then, and what is chosen from the menu, is meant for the field.
type held struct {
	field field
	page  string            // that it stands on
	under fyne.CanvasObject // the dialog that it stands in; nil: none
	left  bool              // by a click beside it, not into the menu
}

// editing are the keys that change a text or lead through it.
var editing = []fyne.KeyName{
	fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter,
	fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
}

// notice looks who has the keyboard. It is called with each key and each move of the
// pointer over the page, but not over an open menu.
func (s *Shell) notice() {
	c := s.window.Canvas()
	switch f, is := fieldOf(c); {
	case is:
		s.held = held{field: f, page: s.page(), under: c.Overlays().Top()}
	case c.Focused() == nil:
		s.held.left = true
	}
}

// page gives the name of the page that is shown, "" before there is one.
func (s *Shell) page() string {
	if s.room == nil {
		return ""
	}
	return s.room.present
}

// toField gives the keyboard back to the field that had it, if nobody has it and the
// field can be seen, and reports whether it has it now.
func (s *Shell) toField() bool {
	c := s.window.Canvas()
	if h := s.held; h.field != nil && c.Focused() == nil && h.page == s.page() && h.under == c.Overlays().Top() {
		c.Focus(h.field)
	}
	return s.held.field != nil && c.Focused() == s.held.field
}

// fromMenu gives the keyboard back to the field that the menu took it from.
func (s *Shell) fromMenu() {
	if !s.held.left {
		s.toField()
	}
}

// typedRune takes a letter that went to nobody.
func (s *Shell) typedRune(letter rune) {
	if s.toField() {
		s.held.field.TypedRune(letter)
	}
}

// typedKey takes a key that nobody has a use for.
func (s *Shell) typedKey(k *fyne.KeyEvent) {
	if s.window.Canvas().Focused() == nil && slices.Contains(editing, k.Name) && s.toField() {
		s.held.field.TypedKey(k)
		return
	}
	s.escaped(k)
}
