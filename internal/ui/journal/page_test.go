package journal

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// window is a Frame whose main goroutine is the test's, and notes where the page leads.
type window struct {
	*uitest.Frame
	t      testing.TB
	opened []string
	copies []app.CopyOf
}

func (w *window) Open(page string, _ journal.ID) { w.opened = append(w.opened, page) }
func (w *window) OpenCopy(of app.CopyOf)         { w.copies = append(w.copies, of) }

// until runs what is to run on the main goroutine until ok, for a minute.
func (w *window) until(what string, ok func() bool) {
	w.t.Helper()
	w.Until(w.t, what, ok)
}

func openPage(t testing.TB, scale, width, height float32) (*Page, *window, *app.Desk) {
	t.Helper()
	_, desk := apptest.Make(t, func() time.Time { return evening })
	w := &window{Frame: uitest.NewFrame(t), t: t}
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, scale))
	p := New(desk, w)
	w.Fill(p.Content())
	w.Window().Resize(fyne.NewSize(width, height))
	p.Show(0)
	w.until("listed", func() bool { return p.shelf.state.Rows != nil })
	return p, w, desk
}

// written gives the page of a journal in which these texts stand, each an entry.
func written(t testing.TB, texts ...string) (*Page, *window, *app.Desk) {
	t.Helper()
	p, w, desk := openPage(t, 1, 1090, 760)
	w.write(p, texts...)
	return p, w, desk
}

// kept is written once all of it is saved and listed.
func kept(t testing.TB, texts ...string) (*Page, *window, *app.Desk) {
	t.Helper()
	p, w, desk := openPage(t, 1, 1090, 760)
	for _, text := range texts {
		w.write(p, text)
		p.Command("save")
		w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	}
	w.until("listed", func() bool { return p.list.rows.Len() == len(texts) })
	return p, w, desk
}

// write types each text into a new entry.
func (w *window) write(p *Page, texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		p.Command("new")
		w.typeText(text)
	}
}

// typeText types at the keyboard's place.
func (w *window) typeText(text string) {
	w.t.Helper()
	test.Type(w.Focused(), text)
}

// Until it is known what there is, nothing says that there is nothing.
func TestPage_before_the_first_answer(t *testing.T) {
	_, w, desk := openPage(t, 1, 1090, 760)
	p := New(desk, w)
	w.Window().SetContent(p.Content())
	p.showEntry(State{})
	p.showShelf(shelfState{})
	if p.list.clear.Visible() || p.list.nothing.Text() != "" || p.editor.choose.Visible() || p.editor.empty.Visible() {
		t.Error("it looks as if the journal were lost")
	}
}

func TestPage_capture_withoutTheMouse(t *testing.T) {
	p, w, desk := openPage(t, 1, 1090, 760)
	if !p.editor.empty.Visible() {
		t.Error("a new journal does not say what belongs here")
	}
	w.write(p, "Six contacts, nothing closed.")
	p.Command("save")
	w.until("saved and listed", func() bool { return p.rowCount() == 1 && p.writer.status.Kind == Saved })
	if got := p.bar.status.Text(); got != "Saved, encrypted · 18:42" {
		t.Errorf("status is %q", got)
	}
	if list := desk.List(app.Filter{}); list[0].Excerpt != "Six contacts, nothing closed." {
		t.Errorf("list is %+v", list)
	}
	if p.editor.empty.Visible() || p.editor.choose.Visible() {
		t.Error("an empty page is shown over an entry")
	}
}

func TestPage_Show_givesTheKeyboardToWhatCanBeWritten(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 760)
	if w.Window().Canvas().Focused() != p.editor.first {
		t.Error("Enter does not begin the first entry")
	}
	w.write(p, "Rang twice.")
	p.Command("save")
	w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	id := p.writer.entry.ID
	p.Command("new")
	w.Window().Canvas().Unfocus()
	p.Show(id)
	w.until("arrived", func() bool { return p.writer.entry.ID == id })
	w.typeText(" No answer.")
	if got := p.editor.fields[0].Text(); got != "Rang twice. No answer." {
		t.Errorf("the text is %q", got)
	}
}

func (p *Page) rowCount() int { return p.list.rows.Len() }

func (t *themePicker) has(id journal.ThemeID) bool { return slices.Contains(t.shown, id) }

func TestPage_bring_asksForWordsAndUndoTakesItBack(t *testing.T) {
	p, w, desk := written(t, "Rang twice.")
	p.Command("flag-urgent")
	if !p.editor.card.open.Visible() || !p.editor.card.urgent.Visible() {
		t.Fatal("the card does not ask who needs to know")
	}
	w.typeText("Nobody saw the child")
	if p.editor.card.title.Text() != "Nobody saw the child" {
		t.Errorf("the title is %q", p.editor.card.title.Text())
	}
	p.Command("save")
	w.until("brought", func() bool { return len(desk.Basket()) == 1 && p.writer.status.Kind == Saved })
	p.Command("flag-urgent")
	w.until("taken back", func() bool { return len(desk.Basket()) == 0 && len(p.writer.unsaved.Outstanding()) == 0 })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("undone", func() bool { return p.writer.entry.Flag == journal.Urgent })
	p.Command("copy")
	if len(w.copies) != 1 || len(w.copies[0].Paper.(app.EntriesPaper).Entries) != 1 {
		t.Errorf("copies %+v", w.copies)
	}
}

func TestPage_search_deleteAndRetry(t *testing.T) {
	p, w, desk := written(t, "The doorway.", "The duty desk.")
	p.Hide()
	w.until("both listed", func() bool { return p.rowCount() == 2 })
	p.Command("find")
	w.typeText("duty")
	w.Ring()
	w.until("found", func() bool { return p.rowCount() == 1 })
	p.Command("delete")
	w.until("deleted", func() bool { return len(desk.Trash()) == 1 && p.rowCount() == 0 })
	if p.list.nothing.Text() == "" || !p.list.clear.Visible() || len(w.Notices) != 1 {
		t.Error("an empty search says nothing, or deleting does not")
	}
	p.list.showAll()
	w.until("all listed", func() bool { return p.rowCount() == 1 })
	if len(w.Failures) != 0 {
		t.Errorf("told %v", w.Failures)
	}
}

// searched gives the page of a journal with these texts as somebody has typed into the
// search.
func searched(t *testing.T, typed string, texts ...string) (*Page, *window) {
	t.Helper()
	p, w, _ := written(t, texts...)
	p.writer.Keep()
	w.until("all listed", func() bool { return p.rowCount() == len(texts) })
	p.Command("find")
	w.typeText(typed)
	return p, w
}

// Enter in the search opens what was found, also where it comes before the answer:
// a Delete meant for the hit reached the entry that had been open before.
func TestPage_search_enterOpensTheHit(t *testing.T) {
	p, w := searched(t, "doorway", "The doorway.", "The duty desk.")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.until("the hit is open", func() bool { return p.writer.entry.Text() == "The doorway." })
	if got, _ := p.list.rows.Selected(); got != p.writer.entry.ID.String() || w.Window().Canvas().Focused() != p.list.rows {
		t.Errorf("selected %q, and %T has the keyboard", got, w.Window().Canvas().Focused())
	}
}

// Whoever types on after Enter keeps the keyboard in the search.
func TestPage_search_typedOnAfterEnter(t *testing.T) {
	p, w := searched(t, "door", "The doorway.", "The door of the duty desk.")
	box := w.Window().Canvas().Focused()
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	box.TypedRune('w')
	w.Ring()
	w.until("narrowed", func() bool { return p.rowCount() == 1 })
	if w.Window().Canvas().Focused() != box {
		t.Errorf("%T has the keyboard", w.Window().Canvas().Focused())
	}
}

func TestPage_delete_givesTheKeyboardToTheList(t *testing.T) {
	p, w, desk := written(t, "The doorway.", "The duty desk.")
	p.Hide()
	w.until("both listed", func() bool { return p.rowCount() == 2 })
	p.editor.focus()
	p.Command("delete")
	w.until("deleted", func() bool { return len(desk.Trash()) == 1 && len(w.Notices) == 1 })
	if w.Window().Canvas().Focused() != p.list.rows {
		t.Errorf("%T has the keyboard", w.Window().Canvas().Focused())
	}
	p.Command("new")
	p.Command("delete")
	if w.Window().Canvas().Focused() != p.list.rows {
		t.Errorf("after an empty one %T has the keyboard", w.Window().Canvas().Focused())
	}
}

func TestPage_layout_foldsTheRail(t *testing.T) {
	cases := map[string]struct {
		scale, width, height float32
		folded               bool
	}{
		"laptop":     {1, 1090, 760, false},
		"small":      {1, 834, 700, true},
		"large text": {2, 970, 700, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p, _, _ := openPage(t, c.scale, c.width, c.height)
			p.Command("new")
			if p.columns.Folded != c.folded {
				t.Fatalf("folded %v", p.columns.Folded)
			}
			if min := p.Content().MinSize(); min.Width > c.width || min.Height > c.height {
				t.Errorf("needs %v", min)
			}
			if c.folded {
				p.columns.turn()
				if !p.rail.content.Visible() || p.list.content.Visible() && p.columns.container.Objects[0].Visible() {
					t.Error("the button does not show the rail in the list's place")
				}
			}
		})
	}
}

func TestPage_rail_digitsSetAndFoldInText(t *testing.T) {
	p, w, desk := written(t, "Heavy.")
	w.Window().Canvas().Focus(p.rail.hit)
	w.typeText("9")
	w.Ring()
	w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	if n, _ := desk.List(app.Filter{})[0].Hit.Value(); n != 9 || !p.rail.care.Visible() {
		t.Errorf("hit %d, care shown %v", n, p.rail.care.Visible())
	}
}

func TestPage_themes_byTyping(t *testing.T) {
	p, w, desk := written(t, "Something.")
	p.rail.themes.open(true)
	w.typeText("coer")
	offers := p.rail.themes.offer("coer")
	if len(offers) != 2 || offers[0].Text != "Coercive control" || offers[1].ID != newTheme {
		t.Fatalf("offers %+v", offers)
	}
	for _, o := range offers {
		p.rail.themes.field.OnChosen(o)
		w.until("tagged", func() bool {
			return len(p.writer.unsaved.Outstanding()) == 0 && p.rail.themes.has(journal.ThemeID(o.ID)) || o.ID == newTheme
		})
	}
	w.until("a theme of one's own", func() bool { return p.rail.themes.has("own/coer") && len(p.writer.unsaved.Outstanding()) == 0 })
	if list := desk.List(app.Filter{Theme: "own"}); len(list) != 1 || len(list[0].Themes) != 2 {
		t.Errorf("list %+v", list)
	}
}

func TestPage_history_bringsTextBack(t *testing.T) {
	p, w, desk := written(t, "One.")
	p.Command("save")
	w.typeText(" Two.")
	p.Command("history")
	top := func() fyne.CanvasObject { return w.Window().Canvas().Overlays().Top() }
	w.until("read", func() bool { return top() != nil })
	popup := top().(fyne.Widget).CreateRenderer().Objects()[1].(*widget.PopUp)
	if got := spoken(popup.Content); !slices.Contains(got, "One.") || !slices.Contains(got, "One. Two.") {
		t.Fatalf("to compare: %q", got)
	}
	w.press(fyne.KeyReturn)
	w.until("back", func() bool { return p.editor.fields[0].Text() == "One." && p.writer.status.Kind == Saved })
	w.until("said", func() bool { return len(w.Notices) == 1 })
	if err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	w.until("undone", func() bool { return p.editor.fields[0].Text() == "One. Two." })
}

// spoken gives the paragraphs of what is compared.
func spoken(o fyne.CanvasObject) (all []string) {
	widgets.Walk(o, func(o fyne.CanvasObject) {
		if text, is := o.(*widgets.HighlightText); is {
			all = append(all, text.AccessibilityLabel())
		}
	})
	return all
}

func TestPage_failure_isToldAboveTheText(t *testing.T) {
	p, w, _ := written(t, "One.")
	p.showStatus(Status{Kind: Failed, Err: fault.New(fault.DiskFull, "write")})
	if !p.editor.failure.Visible() || p.bar.status.Text() != "Not saved" || p.editor.fields[0].Text() != "One." {
		t.Error("a failure is not told, or takes the text away")
	}
	p.Command("save")
	w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	if p.editor.failure.Visible() {
		t.Error("the failure stays after the text was saved")
	}
}

func TestPage_template_switchKeepsFieldsAndFocusMoves(t *testing.T) {
	p, w, _ := written(t, "One.")
	p.writer.Switch(journal.WhatNow, func() {})
	if len(p.editor.fields) != 3 || p.editor.fields[0].Text() != "One." {
		t.Fatalf("%d fields", len(p.editor.fields))
	}
	p.Command("next-section")
	w.typeText("It means.")
	p.Command("previous-section")
	if _, passage := p.editor.passage(); p.writer.entry.Sections[1].Text != "It means." || passage != "One." {
		t.Errorf("sections %+v, passage %q", p.writer.entry.Sections, passage)
	}
}
