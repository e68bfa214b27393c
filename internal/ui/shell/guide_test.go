package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/widgets"
)

// The guide opens from the menu over any page and says every chapter.
func TestRoom_openGuide_saysEveryChapter(t *testing.T) {
	s := inSample(t)
	s.room.do(command{name: "guide", run: (*room).openGuide})
	if s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("no guide opened")
	}
	said := map[string]bool{}
	widgets.Walk(s.room.guide(), func(o fyne.CanvasObject) {
		if text, is := o.(*widgets.Text); is {
			said[text.Text()] = true
		}
	})
	for _, name := range chapters {
		for _, key := range []string{"shell.guide." + name, "shell.guide." + name + ".text"} {
			if !s.Words().Has(key) || !said[s.Words().T(key)] {
				t.Errorf("the guide does not say %s", key)
			}
		}
	}
}

// The guide begins with its first chapter, however it was opened, and keys lead
// through it and back.
func TestRoom_openGuide_scrollsByKey(t *testing.T) {
	s := inSample(t)
	s.window.Resize(fyne.NewSize(1000, 600))
	s.room.openGuide()
	var scroll *container.Scroll
	for _, o := range test.LaidOutObjects(s.window.Canvas().Overlays().Top()) {
		if found, is := o.(*container.Scroll); is {
			scroll = found
		}
	}
	s.keyed()
	if scroll == nil || scroll.Offset.Y != 0 {
		t.Fatal("it does not begin at the top")
	}
	s.pressed(fyne.KeyPageDown, 0)
	page := scroll.Offset.Y
	s.keyed()
	s.pressed(fyne.KeyUp, 0)
	if page <= 0 || scroll.Offset.Y >= page {
		t.Errorf("a page down to %v, and up to %v", page, scroll.Offset.Y)
	}
	if s.pressed(fyne.KeyHome, 0); scroll.Offset.Y != 0 {
		t.Error("Home does not lead to the top")
	}
}
