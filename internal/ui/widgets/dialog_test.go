package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
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
	fields := Column(look.Wide)
	keep := NewPrimary("Keep", nil)
	closed := false
	d := ShowDialog(w.Canvas(), "A form", fields, keep)
	d.OnClosed(func() { closed = true })
	if d.scrolls {
		t.Error("a body with room scrolls")
	}
	for range 12 {
		fields.Add(NewTextLine("Name", ""))
	}
	d.Refresh()
	if !d.scrolls {
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

func TestShowDialog_tall_from_the_start_focuses_its_first_field(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 2))
	w := test.NewTempWindow(t, Column(0))
	w.Resize(fyne.NewSize(800, 400))
	first := NewTextLine("Name", "")
	fields := Column(look.Wide, first, Sized(0, 900, NewGround(look.Paper, "", 0)))
	closed := false
	d := ShowDialog(w.Canvas(), "A form", fields, NewPrimary("Keep", nil))
	d.OnClosed(func() { closed = true })
	if w.Canvas().Focused() != fyne.Focusable(first.field) {
		t.Fatalf("focus on %T", w.Canvas().Focused())
	}
	first.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("Escape does not close it")
	}
}
