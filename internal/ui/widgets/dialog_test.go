package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets/draw"
)

// bottom gives how far down an object reaches in its window.
func bottom(o fyne.CanvasObject) float32 {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Y + o.Size().Height
}

func TestShowDialog_tall_body_scrolls_and_the_buttons_stay_in_view(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	w := test.NewTempWindow(t, Column(0))
	w.Resize(fyne.NewSize(800, 500))
	body := Column(look.Wide)
	keep := NewPrimary("Keep", nil)
	closed := false
	d := ShowDialog(w.Canvas(), "A form", body, keep)
	d.OnClosed(func() { closed = true })
	if d.scroll != nil {
		t.Error("a body with room scrolls")
	}
	for range 12 {
		body.Add(NewPlain("Name", nil))
	}
	d.Refresh()
	if d.scroll == nil {
		t.Error("a body that is too tall does not scroll")
	}
	if end := bottom(keep); end > 500 {
		t.Errorf("the button ends at %.0f of 500", end)
	}
	d.Close()
	if !closed {
		t.Error("the dialog did not close")
	}
}

func TestConfirm_keys(t *testing.T) {
	cases := []struct {
		name    string
		careful bool
		key     fyne.KeyName
		yes     int
	}{
		{"enter says yes", false, fyne.KeyReturn, 1},
		{"enter is careful", true, fyne.KeyReturn, 0},
		{"escape goes back", false, fyne.KeyEscape, 0},
	}
	for _, c := range cases {
		win := uitest.Show(t, NewBody("page"), 1, 600, 400)
		yes, closed := 0, 0
		d := Confirm(win.Canvas(), Ask{"Delete this entry?", "It can be brought back.", "Delete entry", "Keep it", c.careful}, func() { yes++ })
		d.OnClosed(func() { closed++ })
		if win.Canvas().Focused() == nil {
			t.Fatalf("%s: nothing has the focus", c.name)
		}
		uitest.Press(win.Canvas().Focused(), c.key)
		if yes != c.yes || closed != 1 || win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: yes %d, closed %d", c.name, yes, closed)
		}
		d.Close()
		if closed != 1 {
			t.Errorf("%s: closed twice", c.name)
		}
	}
}

func TestShowMenu_opensBelow(t *testing.T) {
	chip := NewMenuChip("All themes", nil)
	win := uitest.Show(t, container.NewWithoutLayout(chip), 1, 400, 300)
	chip.Resize(chip.MinSize())
	ShowMenu(chip, MenuChoice{Text: "All themes", Checked: true}, MenuChoice{}, MenuChoice{Text: "Safety"})
	if win.Canvas().Overlays().Top() == nil {
		t.Error("no menu")
	}
}

func TestFocus_andCanvasOf(t *testing.T) {
	b := NewPlain("Next time", nil)
	win := uitest.Show(t, Column(0, NewBody("words"), b), 1, 300, 100)
	draw.Focus(b)
	if win.Canvas().Focused() != b || draw.CanvasOf(b) == nil {
		t.Error("the button did not get the keyboard, or is on no canvas")
	}
}

func TestCloseTop(t *testing.T) {
	chip := NewMenuChip("All", nil)
	win := uitest.Show(t, container.NewWithoutLayout(chip), 1, 600, 400)
	if CloseTop(win.Canvas()) {
		t.Error("closed nothing")
	}
	closed := 0
	d := ShowDialog(win.Canvas(), "Title", NewBody("words"), NewPrimary("Done", nil))
	d.OnClosed(func() { closed++ })
	ShowMenu(chip, MenuChoice{Text: "One"})
	if !CloseTop(win.Canvas()) || closed != 0 || !CloseTop(win.Canvas()) || closed != 1 {
		t.Errorf("closed %d times", closed)
	}
	if win.Canvas().Overlays().Top() != nil {
		t.Error("something still lies over the page")
	}
}

// What had the keyboard doesn't look so while a dialog has it, and does again afterwards.
func TestShowDialog_oneCaret(t *testing.T) {
	behind := &told{}
	behind.ExtendBaseWidget(behind)
	w := uitest.Show(t, Column(0, behind), 1, 600, 400)
	w.Canvas().Focus(behind)
	d := ShowDialog(w.Canvas(), "A form", NewBody("Words"), NewPrimary("Keep", nil))
	if behind.has {
		t.Error("it looks as if it had the keyboard")
	}
	d.Close()
	if !behind.has || w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Error("the keyboard doesn't come back")
	}
}

// told is a control that knows whether it has the keyboard.
type told struct {
	widget.Entry
	has bool
}

func (c *told) FocusGained() { c.has = true }
func (c *told) FocusLost()   { c.has = false }
