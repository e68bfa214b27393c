package editor

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestFindBar_goesRoundAndCounts(t *testing.T) {
	test.NewTempApp(t)
	clock := newHands()
	e := newFor(clock, "linux")
	bar := NewFindBar(e, FindWords{Count: func(present, count int) string { return fmt.Sprintf("%d of %d", present, count) }})
	closed := false
	bar.OnClosed = func() { closed = true }
	w := test.NewTempWindow(t, container.NewBorder(bar, nil, nil, nil, e))
	w.Resize(fyne.NewSize(500, 300))
	e.SetText("café, Cafe\nand cafe")
	e.Select(8, 8)
	bar.Open()
	typeInto(bar.field, "cafe")
	says := func(want, selected string) {
		t.Helper()
		if bar.count.Text != want || e.SelectedText() != selected {
			t.Errorf("the bar says %q with %q selected, want %q with %q", bar.count.Text, e.SelectedText(), want, selected)
		}
	}
	press := func(key fyne.KeyName) { bar.field.TypedKey(&fyne.KeyEvent{Name: key}) }
	says("3 of 3", "cafe")
	press(fyne.KeyReturn)
	says("1 of 3", "café")
	press(fyne.KeyReturn)
	says("2 of 3", "Cafe")
	bar.field.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(fyne.KeyReturn)
	press(fyne.KeyReturn)
	bar.field.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	says("3 of 3", "cafe")
	if n := len(e.Marks(Found)); n != 3 {
		t.Errorf("%d hits are marked, want 3", n)
	}

	e.Replace(0, 5, "tea") // the present hit stays the present one
	clock.pass(time.Second)
	if bar.count.Text != "2 of 2" {
		t.Errorf("after a change the bar says %q", bar.count.Text)
	}
	bar.field.SetText("nowhere")
	if bar.count.Text != "0 of 0" || len(e.Marks(Found)) != 0 {
		t.Errorf("for what is nowhere the bar says %q", bar.count.Text)
	}
	press(fyne.KeyF3)
	bar.field.SetText("tea")
	press(fyne.KeyEscape)
	if !closed || !e.Focused() || len(e.Marks(Found))+len(e.Marks(FoundPresent)) != 0 {
		t.Errorf("after Escape: closed %v, keyboard %v, marks %v", closed, e.Focused(), e.Marks(Found))
	}
}
