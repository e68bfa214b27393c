package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
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

// The keys begin at what is ticked.
func TestShowMenu_beginsAtTheTickedLine(t *testing.T) {
	below := NewPlain("menu", nil)
	w := uitest.Show(t, Column(0, below), 1, 300, 300)
	var chosen []string
	line := func(text string, ticked bool) MenuChoice {
		return MenuChoice{Text: text, Checked: ticked, Chosen: func() { chosen = append(chosen, text) }}
	}
	for _, keys := range [][]fyne.KeyName{{fyne.KeyReturn}, {fyne.KeyDown, fyne.KeyReturn}, {fyne.KeyUp, fyne.KeyReturn}} {
		ShowMenu(below, line("a", false), MenuChoice{}, line("b", false), line("c", true), line("d", false))
		uitest.Press(w.Canvas().Focused(), keys...)
	}
	if got := strings.Join(chosen, " "); got != "c d b" {
		t.Errorf("chosen: %s", got)
	}
}

// A menu never lies under the pointer that opened it.
func TestShowMenu_neverUnderThePointer(t *testing.T) {
	below := NewPlain("menu", nil)
	for _, c := range []struct {
		y, menu, want float32
	}{{10, 100, 10 + 30 + look.Tight}, {250, 100, 250 - look.Tight - 100}, {140, 290, 10}} {
		uitest.Show(t, container.NewWithoutLayout(below), 1, 300, 300)
		below.Move(fyne.NewPos(20, c.y))
		below.Resize(fyne.NewSize(60, 30))
		at := placeOf(below, fyne.NewSize(80, c.menu), fyne.NewSize(300, 300))
		if under := at.X < 80 && at.Y < c.y+30 && at.Y+c.menu > c.y; at.Y != c.want || under {
			t.Errorf("a menu %v high at %v stands at %v", c.menu, c.y, at)
		}
	}
}
