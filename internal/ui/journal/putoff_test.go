package journal

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
)

// keep saves an entry of some days ago, as it was written then.
func keep(t *testing.T, desk *app.Desk, text string, change func(*journal.Entry)) journal.Entry {
	t.Helper()
	e, err := desk.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Written, e.Date = e.Written.AddDate(0, 0, -3), e.Date.AddDays(-3)
	e.Sections[0].Text = text
	change(&e)
	if e, err = desk.Save(e, ""); err != nil {
		t.Fatal(err)
	}
	return e
}

func chips(p *Page) (all []string) {
	widgets.Walk(p.list.asked.Content(), func(o fyne.CanvasObject) {
		if c, is := o.(*widgets.Chip); is && c.Visible() {
			all = append(all, c.Text())
		}
	})
	return all
}

// Short notes that weigh are offered quietly; one key opens one in a template with its
// words in the first section, and what is said to be enough is offered no more.
func TestPage_shortNotes(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	if got := chips(p); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "short note") }) {
		t.Errorf("an empty journal offers %q", got)
	}
	hard := func(e *journal.Entry) { e.Impact.Hit = journal.LevelOf(7) }
	keep(t, desk, "She shut the door.", hard)
	keep(t, desk, "Nobody rang back.", hard)
	keep(t, desk, "A quiet day.", func(e *journal.Entry) { e.Impact.Hit = journal.LevelOf(1) })
	offered := func(n int) func() bool {
		return func() bool { return slices.Contains(chips(p), p.words.N("journal.later.short", n)) == (n > 0) }
	}
	w.until("two are offered", offered(2))
	p.list.ask("short:open")
	w.until("they are listed", func() bool { return p.list.rows.Len() == 2 })
	p.list.focus()
	w.press(fyne.KeyDown)
	w.until("one is open", func() bool { return p.writer.entry.ID != 0 })
	text := p.writer.entry.Sections[0].Text
	p.Command("deepen")
	if e := p.writer.entry; e.Template != journal.WhatNow || e.Sections[0].Text != text || p.editor.at != 1 {
		t.Errorf("deepened to %s, %v", e.Template, e.Sections)
	}
	w.until("it is off the queue", func() bool { return p.list.rows.Len() == 1 })
	p.writer.Open(p.shelf.state.Rows[0].ID)
	w.until("the other is open", func() bool { return p.writer.entry.Template == journal.QuickNote })
	p.Command("enough")
	w.until("the queue is empty", func() bool { return p.list.rows.Len() == 0 })
	p.list.ask("")
	w.until("nothing is offered", func() bool { return p.list.rows.Len() == 3 && offered(0)() })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("undo offers it again", offered(1))
}

// On its day an entry to look at again is offered above the list, and says so itself.
func TestPage_lookAgain(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	e := keep(t, desk, "Sat in the car.", func(*journal.Entry) {})
	p.Show(e.ID)
	w.until("open", func() bool { return p.writer.entry.ID == e.ID })
	p.Command("again")
	w.typeText("29/11")
	w.press(fyne.KeyReturn)
	w.until("kept", func() bool { o, _ := desk.Overview(e.ID); return o.Again == "2026-11-29" })
	if got := p.editor.date.again.Text(); got != "Look again: Sun 29 Nov" || slices.Contains(chips(p), "Look again today: 1") {
		t.Errorf("says %q; offered %q", got, chips(p))
	}
	p.Command("again")
	w.typeText("yesterday")
	w.press(fyne.KeyReturn)
	if w.Window().Canvas().Overlays().Top() == nil {
		t.Error("a day that has passed was taken")
	}
	w.press(fyne.KeyEscape)
	p.writer.SetAgain(desk.Today())
	w.until("offered on the day", func() bool { return slices.Contains(chips(p), "Look again today: 1") })
	if got := p.editor.date.again.Text(); got != "You wanted to look again by now" {
		t.Errorf("says %q", got)
	}
	for _, want := range []journal.Date{"2026-11-29", ""} {
		if err := desk.Undo(); err != nil {
			t.Fatal(err)
		}
		w.until("undone", func() bool { return p.writer.entry.Again == want })
	}
}

// Two entries lead to each other, by keyboard, until the link is taken away.
func TestPage_link(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	one := keep(t, desk, "The first visit.", func(e *journal.Entry) { e.Title = "First visit" })
	two := keep(t, desk, "The second visit.", func(e *journal.Entry) { e.Title = "Second visit" })
	p.Show(two.ID)
	w.until("open", func() bool { return p.writer.entry.ID == two.ID && desk.Opened() })
	p.Command("link")
	w.press(fyne.KeyReturn) // the only other one
	links := func() (all []*widgets.Button) {
		if !p.editor.links.Content().Visible() {
			return nil
		}
		widgets.Walk(p.editor.links.Content(), func(o fyne.CanvasObject) {
			if b, is := o.(*widgets.Button); is {
				all = append(all, b)
			}
		})
		return all
	}
	w.until("linked", func() bool { all := links(); return len(all) == 2 && all[0].Text() == "First visit, Thu 19 Nov" })
	w.Window().Canvas().Focus(links()[0])
	w.press(fyne.KeyReturn)
	w.until("over there", func() bool { all := links(); return p.writer.entry.ID == one.ID && len(all) == 2 })
	w.Window().Canvas().Focus(links()[1])
	w.press(fyne.KeyReturn)
	w.until("unlinked", func() bool { return len(links()) == 0 })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("linked again", func() bool { return len(links()) == 2 })
}

// What is marked graphic is folded when one comes back, in the list too, is unfolded by
// one key, and follows what is written.
func TestPage_graphic(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	other := keep(t, desk, "Another day.", func(*journal.Entry) {})
	e := keep(t, desk, "It was late. The floor was wet. Then quiet.", func(*journal.Entry) {})
	p.Show(e.ID)
	w.until("open", func() bool { return p.writer.entry.ID == e.ID })
	p.Command("graphic")
	if len(p.writer.entry.Graphic) > 0 {
		t.Error("nothing was chosen, and something marked")
	}
	p.writer.SetGraphic([]string{"The floor was wet."})
	w.until("kept", func() bool { o, _ := desk.Overview(e.ID); return o.Excerpt == "It was late. … Then quiet." })
	come := func() {
		p.writer.Open(other.ID)
		w.until("elsewhere", func() bool { return p.writer.entry.ID == other.ID })
		p.writer.Open(e.ID)
		w.until("back", func() bool { return p.writer.entry.ID == e.ID && p.editor.shown == e.ID })
	}
	come()
	field, fold := p.editor.fields[0], p.editor.folded[0]
	if fold == nil || field.Visible() {
		t.Fatal("it isn't folded")
	}
	for _, come := range []func(){p.editor.focusEnd, func() { p.Show(0) }} {
		if come(); w.Window().Canvas().Focused() != fyne.Focusable(p.list.rows) {
			t.Errorf("%T has the keyboard: Enter would unfold it", w.Window().Canvas().Focused())
		}
	}
	p.editor.focus()
	if w.Window().Canvas().Focused() != fold.Unfold() {
		t.Errorf("%T has the keyboard", w.Window().Canvas().Focused())
	}
	w.press(fyne.KeyReturn)
	if field = p.editor.fields[0]; p.editor.folded[0] != nil || !field.Visible() || field.Text() != e.Sections[0].Text {
		t.Fatal("it doesn't unfold")
	}
	field.SetText("It was late. The floor was wet and cold. Then quiet.")
	p.writer.Write(0, field.Text())
	p.Command("save")
	w.until("saved", func() bool {
		o, _ := desk.Overview(e.ID)
		return o.Excerpt == "It was late. …. Then quiet." || o.Excerpt == "It was late. … Then quiet."
	})
	come()
	if p.editor.folded[0] == nil {
		t.Error("what was written on isn't folded")
	}
	p.writer.SetGraphic(nil)
	come()
	if p.editor.folded[0] != nil {
		t.Error("what is no longer graphic is folded")
	}
}
