package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
)

// One key hides everything, a dialog too, and one shows it again: the words in it and
// the keyboard are as they were, and no key reaches what is hidden.
func TestShell_conceal(t *testing.T) {
	s := inSample(t)
	hide := command{name: "conceal", run: func(r *room) { r.conceal() }}
	field := widget.NewEntry()
	dialog := widget.NewModalPopUp(field, s.window.Canvas())
	dialog.Show()
	s.window.Canvas().Focus(field)
	test.Type(field, "half a sen")
	for _, key := range []fyne.KeyName{fyne.KeyEscape, ""} {
		s.room.do(hide)
		cover := s.window.Canvas().Focused()
		if !s.concealed() || cover == fyne.Focusable(field) {
			t.Fatal("nothing is hidden")
		}
		if cover := s.cover.Size(); cover.Width < s.window.Canvas().Size().Width {
			t.Errorf("the cover is %v", cover)
		}
		for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyX} { // typed on blindly
			cover.TypedKey(&fyne.KeyEvent{Name: key})
			cover.TypedRune('x')
		}
		if !s.concealed() {
			t.Fatal("typing shows what is hidden")
		}
		s.room.do(command{name: "new", run: (*room).newEntry})
		s.room.do(command{name: "undo", run: (*room).undoHere})
		if key == "" {
			s.room.do(hide)
		} else {
			cover.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if s.concealed() || s.window.Canvas().Focused() != fyne.Focusable(field) || field.Text != "half a sen" || !dialog.Visible() {
			t.Errorf("%q: hidden %v, the field holds %q", key, s.concealed(), field.Text)
		}
	}
	if got := s.pages[journalPage].commands; len(got) != 0 {
		t.Errorf("the page got %q", got)
	}
}

// It hides itself as another window comes to the front, where that is asked for.
func TestShell_leftAlone(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	if s.leftAlone(); s.concealed() {
		t.Error("hidden although nobody asked for it")
	}
	if err := desk.SetSettings(func(set *app.Settings) { set.ConcealAway = true }); err != nil {
		t.Fatal(err)
	}
	if s.leftAlone(); !s.concealed() {
		t.Error("nothing is hidden")
	}
	if s.leftAlone(); !s.concealed() {
		t.Error("shown again by leaving twice")
	}
	s.lock()
	if s.concealed() {
		t.Error("the cover outlives the journal")
	}
}
