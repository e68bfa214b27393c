package journal

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
)

// askedScene is a page with two entries, of which the first hit hard.
func askedScene(t *testing.T) (*Page, *window) {
	t.Helper()
	p, w, desk := openPage(t, 1, 1090, 760)
	for i, text := range []string{"The doorway.", "The duty desk."} {
		e, err := desk.NewEntry()
		if err != nil {
			t.Fatal(err)
		}
		e.Sections[0].Text = text
		if i == 0 {
			e.Impact.Hit, e.Flag = journal.LevelOf(8), journal.Next
		}
		if _, err := desk.Save(e, ""); err != nil {
			t.Fatal(err)
		}
	}
	w.until("both listed", func() bool { return p.rowCount() == 2 })
	return p, w
}

// narrowed is askedScene with what was typed into the search, which finds one entry.
func narrowed(t *testing.T, typed string) (*Page, *window, chipRow) {
	t.Helper()
	p, w := askedScene(t)
	p.Command("find")
	w.typeText(typed)
	w.Ring()
	w.until("narrowed", func() bool { return p.rowCount() == 1 })
	return p, w, chipRow{p}
}

// chipRow is what stands below the search box.
type chipRow struct{ page *Page }

func (b chipRow) chips() (all []*widgets.Chip) {
	widgets.Walk(b.page.list.asked.Content(), func(o fyne.CanvasObject) {
		if c, is := o.(*widgets.Chip); is {
			all = append(all, c)
		}
	})
	return all
}

func (b chipRow) texts() (all []string) {
	for _, c := range b.chips() {
		all = append(all, c.Text())
	}
	return all
}

// problem gives what is said of what was left out, "" for nothing.
func (b chipRow) problem() (text string) {
	widgets.Walk(b.page.list.asked.Content(), func(o fyne.CanvasObject) {
		if t, is := o.(*widgets.Text); is && t.Visible() {
			text = t.Text()
		}
	})
	return text
}

func (b chipRow) chip(t *testing.T, text string) *widgets.Chip {
	t.Helper()
	at := slices.Index(b.texts(), text)
	if at < 0 {
		t.Fatalf("no chip %q among %q", text, b.texts())
	}
	return b.chips()[at]
}

// choose takes the line of that number in the menu that is open.
func (w *window) choose(n int) {
	for range n {
		w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// A mark of which the value is still to be typed is no mistake yet; one that is left so
// is told of.
func TestAsked_what_is_being_typed_is_no_mistake(t *testing.T) {
	p, _ := askedScene(t)
	a := chipRow{p}
	for typed, want := range map[string]string{"feeling:": "", "door hit>": "", "feeling: door": p.words.T("find.problem.value", "feeling:")} {
		p.list.asked.Show(typed, p.desk.ReadQuery(typed), app.Later{})
		if got := a.problem(); got != want {
			t.Errorf("%q says %q", typed, got)
		}
	}
}

func TestAsked_typed_marks_are_chips_that_can_be_taken_away(t *testing.T) {
	p, w, a := narrowed(t, "door hit>6 -gone")
	want := []string{"Hit: 7 or more", "not “gone”", "All themes", "To bring", "Not yet in the record", "+ keep this search"}
	if got := a.texts(); !slices.Equal(got, want) {
		t.Errorf("chips %q", got)
	}
	chip := a.chip(t, "Hit: 7 or more")
	w.Window().Canvas().Focus(chip)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	w.until("the chip is gone", func() bool {
		return p.list.search.Query() == "door -gone" && !slices.Contains(a.texts(), "Hit: 7 or more")
	})
	if w.Window().Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
	a.chip(t, "not “gone”").Tapped(nil)
	w.until("by the pointer too", func() bool { return p.shelf.state.Query == "door" && p.rowCount() == 1 })
}

func TestAsked_what_is_not_understood_is_said(t *testing.T) {
	p, w, a := narrowed(t, "door hit>many theme:zzz")
	want := "“hit>many” is left out: give a number from 0 to 10, as in hit>6 or hit:3-5. “theme:zzz” is left out: no theme has that name."
	if a.problem() != want {
		t.Errorf("said %q", a.problem())
	}
	a.chip(t, "hit>many").Tapped(nil)
	a.chip(t, "theme:zzz").Tapped(nil)
	w.until("both gone", func() bool { return p.list.search.Query() == "door" && a.problem() == "" })
}

func TestAsked_quick_filters_are_typed(t *testing.T) {
	p, w := askedScene(t)
	a := chipRow{p}
	a.chip(t, "To bring").Tapped(nil)
	w.until("narrowed", func() bool { return p.rowCount() == 1 })
	if got := p.list.search.Query(); got != "flag:any" {
		t.Errorf("typed %q", got)
	}
	a.chip(t, "To bring").Tapped(nil) // now it takes it away
	w.until("all", func() bool { return p.rowCount() == 2 && p.list.search.Query() == "" })
}

func TestAsked_a_theme_is_asked_for_by_its_name(t *testing.T) {
	p, _ := askedScene(t)
	for _, theme := range p.desk.Themes() {
		name := p.list.asked.NameOf(theme.ID)
		parts := p.desk.ReadQuery("theme:" + name).Parts()
		if len(parts) != 1 || parts[0].Problem != "" {
			t.Errorf("%s is asked for as %q: %+v", theme.ID, name, parts)
		}
	}
}

func TestAsked_kept_searches(t *testing.T) {
	p, w := askedScene(t)
	a := chipRow{p}
	p.Command("find")
	w.typeText("hit>6")
	w.Ring()
	w.until("narrowed", func() bool { return p.rowCount() == 1 })
	a.chip(t, "+ keep this search").Tapped(nil)
	w.typeText("Hard nights")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.until("kept", func() bool { return len(w.Notices) == 1 && slices.Contains(a.texts(), "Hard nights") })

	p.list.showAll()
	w.until("all", func() bool { return p.rowCount() == 2 })
	a.chip(t, "Hard nights").TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	w.until("asked again", func() bool { return p.rowCount() == 1 && p.list.search.Query() == "hit>6" })

	a.chip(t, "Hard nights").Tapped(nil)
	w.choose(1)
	box := w.Window().Canvas().Focused()
	for range "Hard nights" {
		box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	w.typeText("Heavy")
	w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.until("renamed", func() bool { return slices.Contains(a.texts(), "Heavy") })

	a.chip(t, "Heavy").Tapped(nil)
	w.choose(2)
	w.until("removed", func() bool {
		return len(p.desk.Settings().Searches) == 0 && slices.Contains(a.texts(), "+ keep this search")
	})
	for range 3 {
		if err := p.desk.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.desk.Redo(); err != nil {
		t.Fatal(err)
	}
	w.until("back", func() bool { return slices.Contains(a.texts(), "Hard nights") })
	if len(w.Failures) != 0 {
		t.Errorf("told %v", w.Failures)
	}
}

func TestList_untitled_entries_of_a_day_say_when(t *testing.T) {
	p, _ := askedScene(t)
	for _, r := range p.shelf.state.Rows {
		if c := p.list.fill(r.ID.String()); c.Trailing != "18:42" {
			t.Errorf("%q says %q", c.Title, c.Trailing)
		}
	}
}
