package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/editor"
)

// writing is a scene with a field on the journal page that says "ab" and has the
// keyboard.
func writing(t *testing.T) (*scene, *editor.Editor) {
	t.Helper()
	s := inSample(t)
	s.room.Open(journalPage, 0)
	field := editor.New(clock{s.Shell})
	s.room.holder.Add(field)
	s.window.Canvas().Focus(field)
	test.Type(field, "ab")
	s.alive.Cursor() // the pointer moves to where it clicks next
	return s, field
}

func choose(t *testing.T, s *scene, name string) {
	t.Helper()
	i := slices.IndexFunc(s.room.menu.all, func(c command) bool { return c.name == name })
	s.room.do(s.room.menu.all[i])
}

// The menu takes the keyboard from a field, and what is chosen there is for that field.
func TestShell_menu_isForTheFieldItWasOpenedFrom(t *testing.T) {
	s, field := writing(t)
	s.window.Canvas().Unfocus() // a click into the menu bar
	choose(t, s, "undo")
	if field.Text() != "" || !field.Focused() {
		t.Errorf("%q, with the keyboard: %v", field.Text(), field.Focused())
	}
	s.window.Canvas().Unfocus()
	choose(t, s, "look-dark")
	if !field.Focused() {
		t.Error("another look takes the keyboard away")
	}
}

// The menu's line names the latest change once nothing is left to take back in the field,
// and then does what it names.
func TestShell_menu_undo_goesOnWhereTheFieldHasNothing(t *testing.T) {
	s, field := writing(t)
	s.pages[journalPage].takes = "undo"
	s.window.Canvas().Unfocus() // a click into the menu bar
	choose(t, s, "undo")
	if taken := slices.Contains(s.pages[journalPage].commands, "undo"); taken || field.Text() != "" {
		t.Fatalf("%q is left, and the page is asked: %v", field.Text(), taken)
	}
	s.window.Canvas().Unfocus()
	choose(t, s, "undo")
	if !slices.Contains(s.pages[journalPage].commands, "undo") {
		t.Error("an empty field keeps the page from taking back")
	}
}

// Who clicked beside the field has left it: what is taken back then is the page's.
func TestShell_menu_leavesALeftFieldAlone(t *testing.T) {
	s, field := writing(t)
	s.window.Canvas().Unfocus()
	s.alive.Cursor() // over the page, with nothing that has the keyboard
	s.pages[journalPage].takes = "undo"
	choose(t, s, "undo")
	if field.Text() != "ab" || !slices.Contains(s.pages[journalPage].commands, "undo") {
		t.Errorf("%q, the page got %q", field.Text(), s.pages[journalPage].commands)
	}
}

// What is typed while nothing has the keyboard goes to the field that had it, as long
// as it can be seen.
func TestShell_typed_goesToTheFieldThatHadIt(t *testing.T) {
	s, field := writing(t)
	c := s.window.Canvas()
	c.Unfocus()
	s.alive.Cursor()
	c.OnTypedRune()('c')
	c.Unfocus()
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if field.Text() != "ab" || !field.Focused() {
		t.Errorf("%q, with the keyboard: %v", field.Text(), field.Focused())
	}
	c.Unfocus()
	s.room.Open(supervisionPage, 0)
	c.OnTypedRune()('d')
	s.room.Open(journalPage, 0)
	s.conceal()
	c.OnTypedRune()('e')
	if field.Text() != "ab" {
		t.Errorf("%q: a field that isn't seen was written in", field.Text())
	}
}
