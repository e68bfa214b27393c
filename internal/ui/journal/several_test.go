package journal

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// All entries are ticked in the list, tagged, flagged and deleted by keys, each as one
// step; elsewhere a command means the open entry alone.
func TestPage_several(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	for _, text := range []string{"One.", "Two.", "Three."} {
		p.Command("new")
		w.typeText(text)
		p.Command("save")
		w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	}
	w.until("listed", func() bool { return p.list.rows.Len() == 3 })
	list := func(f app.Filter) int { return len(desk.List(f)) }
	p.list.focus()
	p.list.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	if !p.list.selection.Visible() || p.list.ticked.Text() != "3 entries" {
		t.Fatalf("offers %q", p.list.ticked.Text())
	}
	p.Command("tags")
	test.Type(w.window.Canvas().Focused(), "court work")
	w.press(fyne.KeyReturn)
	w.until("tagged", func() bool { return list(app.Filter{Theme: "justice-risk/court-work"}) == 3 })
	p.Command("flag")
	w.until("flagged", func() bool { return len(desk.Basket()) == 3 })
	w.press(fyne.KeyDelete)
	w.until("deleted", func() bool {
		return list(app.Filter{}) == 0 && p.writer.entry.ID == 0 && len(p.shelf.state.Ticked) == 0
	})
	for _, want := range []func() bool{
		func() bool { return list(app.Filter{}) == 3 && len(desk.Basket()) == 3 },
		func() bool { return len(desk.Basket()) == 0 },
		func() bool { return list(app.Filter{Theme: "justice-risk/court-work"}) == 0 },
	} {
		if err := desk.Undo(); err != nil || !want() {
			t.Errorf("undo: %v, %d entries, %d to bring", err, list(app.Filter{}), len(desk.Basket()))
		}
	}
	w.until("listed again", func() bool { return p.list.rows.Len() == 3 })
	p.writer.Open(desk.List(app.Filter{})[0].ID)
	w.until("open", func() bool { return p.writer.entry.ID != 0 })
	p.list.tick([]string{desk.List(app.Filter{})[0].ID.String(), desk.List(app.Filter{})[1].ID.String()}, false)
	p.editor.focus()
	p.Command("flag")
	w.until("one flagged", func() bool { return p.writer.entry.Flag == journal.Next && len(p.writer.unsaved.Outstanding()) == 0 })
	if got := len(desk.Basket()); got != 1 {
		t.Errorf("%d flagged from the text", got)
	}
}
