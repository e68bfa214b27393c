package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/uitest"
)

// After a menu is left the keyboard is where it was; a click, which takes it from
// everybody, leaves it with what was clicked.
func TestShowMenu_keyboardComesBack(t *testing.T) {
	below, other := NewPlain("menu", nil), NewPlain("other", nil)
	w := uitest.Show(t, Column(0, below, other), 1, 300, 200)
	c := w.Canvas()
	for _, was := range []fyne.Focusable{other, nil} {
		want := was
		c.Unfocus()
		if was != nil {
			c.Focus(was)
		} else {
			want = below
		}
		ShowMenu(below, MenuChoice{Text: "first"}, MenuChoice{Text: "more", Chosen: func() { ShowMenu(below, MenuChoice{Text: "second"}) }})
		for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape} {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
		if c.Overlays().Top() != nil || c.Focused() != want {
			t.Errorf("from %v: the keyboard is at %v", was, c.Focused())
		}
	}
}

// A notice that somebody points at, or whose button has the keyboard, is held.
func TestToast_Held(t *testing.T) {
	toast := NewToast()
	w := uitest.Show(t, toast, 1, 400, 60)
	toast.Say("Done.", "Undo", nil)
	if toast.Held() {
		t.Error("held by nobody")
	}
	toast.MouseIn(nil)
	if !toast.Held() {
		t.Error("not held by the pointer")
	}
	toast.MouseOut()
	w.Canvas().Focus(toast.action)
	if !toast.Held() {
		t.Error("not held by the keyboard")
	}
	toast.Dismiss()
	if toast.Held() {
		t.Error("held although gone")
	}
}
