package fields

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/look"
)

func TestTextSection_findsInItsText(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, 1))
	before := writing
	t.Cleanup(func() { writing = before })
	SetWriting(Writing{Clock: still{}, Find: editor.FindWords{Count: func(present, count int) string {
		return fmt.Sprintf("%d of %d", present, count)
	}}})
	s := NewTextSection("Notes", "", 3)
	s.SetText("We met at the café. The Cafe was shut.")
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(500, 300))
	least := s.MinSize().Height
	w.Canvas().Focus(s.field)
	s.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	if s.MinSize().Height <= least {
		t.Fatal("F3 opens no bar to find with")
	}
	for _, r := range "cafe" {
		w.Canvas().Focused().TypedRune(r)
	}
	if n := len(s.field.Marks(editor.Found)); n != 2 {
		t.Errorf("%d places are marked, want 2", n)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.SelectedText() != "Cafe" {
		t.Errorf("the second hit is %q", s.SelectedText())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.MinSize().Height != least || !s.field.Focused() || len(s.field.Marks(editor.Found)) != 0 {
		t.Errorf("after Escape the bar is shown %v, keyboard %v", s.MinSize().Height != least, s.field.Focused())
	}
}
