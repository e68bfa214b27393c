package journal

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
)

// Only a quick note offers to write freely, and another entry ends it.
func TestDateLine_freely_isTheQuickNotes(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 760)
	p.Command("new")
	link := p.editor.date.freely.Content().(*widgets.Button)
	if !link.Visible() {
		t.Fatal("a quick note doesn't offer it")
	}
	w.Window().Canvas().Focus(link)
	w.press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := link.Text(); got != p.words.N("journal.freely.left", 10) {
		t.Errorf("says %q", got)
	}
	w.typeText("On and on.")
	if link.Text() != p.words.N("journal.freely.left", 10) {
		t.Error("writing ends it")
	}
	p.Command("new")
	if link.Text() != p.words.T("journal.freely") {
		t.Error("another entry goes on with it")
	}
	w.typeText("Another.")
	p.Command("deepen")
	if link.Visible() {
		t.Error("a template offers it")
	}
}
