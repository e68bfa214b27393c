package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
)

// The guide opens from the menu over any page and says every chapter.
func TestRoom_openGuide_saysEveryChapter(t *testing.T) {
	s := newScene(t)
	s.enterSample()
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
