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
	p, w, desk := kept(t, "One.", "Two.", "Three.")
	list := func(f app.Filter) int { return len(desk.List(f)) }
	p.list.focus()
	p.list.rows.TypedShortcut(&fyne.ShortcutSelectAll{})
	if !p.list.selection.Visible() || p.list.ticked.Text() != "3 entries" {
		t.Fatalf("offers %q", p.list.ticked.Text())
	}
	p.Command("tags")
	test.Type(w.Window().Canvas().Focused(), "court work")
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
	all := desk.List(app.Filter{})
	w.until("open again", func() bool { return p.writer.entry.ID != 0 })
	p.writer.Open(all[0].ID)
	w.until("open", func() bool { return p.writer.entry.ID == all[0].ID })
	p.list.tick([]string{all[0].ID.String(), all[1].ID.String()}, false)
	p.editor.focus()
	p.Command("flag")
	w.until("one flagged", func() bool { return p.writer.entry.Flag == journal.Next && len(p.writer.unsaved.Outstanding()) == 0 })
	if got := len(desk.Basket()); got != 1 {
		t.Errorf("%d flagged from the text", got)
	}
}

// What deleting several took from the page comes back with undo: the ticks, and the
// entry that was open. So does the one that was deleted alone.
func TestPage_several_undoBringsTicksAndEntryBack(t *testing.T) {
	p, w, desk := kept(t, "One.", "Two.", "Three.")
	open, all := p.writer.entry.ID, desk.List(app.Filter{})
	p.list.focus()
	p.shelf.Tick([]journal.ID{all[0].ID, all[1].ID}, false)
	w.press(fyne.KeyDelete)
	w.until("deleted", func() bool { return p.list.rows.Len() == 1 && len(p.shelf.state.Ticked) == 0 })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("back", func() bool {
		ticked := p.shelf.state.Ticked
		return p.list.rows.Len() == 3 && len(ticked) == 2 && ticked[all[0].ID] && ticked[all[1].ID] && p.writer.entry.ID == open
	})
	p.shelf.Untick()
	p.Command("delete")
	w.until("deleted", func() bool { return p.list.rows.Len() == 2 && p.writer.entry.ID != open && p.writer.entry.ID != 0 })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("open again", func() bool { return p.writer.entry.ID == open && len(p.shelf.state.Ticked) == 0 })
}

// The way to earlier versions stays in sight in a small window and at large text.
func TestTopBar_historyStaysInSight(t *testing.T) {
	for _, c := range []struct{ scale, width float32 }{{1, 960}, {1.5, 1090}, {1.5, 928}, {1.5, 879}} {
		p, w, _ := openPage(t, c.scale, c.width, 700)
		w.write(p, "Something.")
		p.Command("save")
		w.until("saved", func() bool { return p.writer.status.Kind == Saved })
		b := p.bar
		if end := b.more.Position().X + b.more.Size().Width; !b.history.Visible() || b.begin.Visible() == b.beginShort.Visible() || end > b.content.Size().Width {
			t.Errorf("at %v in %v: history is seen: %v, the bar ends at %v of %v", c.scale, c.width, b.history.Visible(), end, b.content.Size().Width)
		}
	}
}

// While one types in one line what all there is to mark, the dialog stays where it is.
func TestTagLine_staysInPlace(t *testing.T) {
	p, w, _ := written(t, "Something.")
	p.Command("tags")
	top := w.Window().Canvas().Overlays().Top()
	size := func() fyne.Size { return top.(fyne.Widget).CreateRenderer().Objects()[1].MinSize() }
	before := size()
	for _, word := range []string{"7", " 4", " c", "ourt work", " !!"} {
		w.typeText(word)
		if now := size(); now != before {
			t.Errorf("after %q the dialog is %v, was %v", word, now, before)
		}
	}
}
