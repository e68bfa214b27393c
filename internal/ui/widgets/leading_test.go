package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// under gives what the wheel would turn at a point: the last scrollable object that
// covers it, as the window's driver looks for it.
func under(o fyne.CanvasObject, at fyne.Position) (found fyne.Scrollable) {
	if !o.Visible() || at.X < 0 || at.Y < 0 || at.X >= o.Size().Width || at.Y >= o.Size().Height {
		return nil
	}
	if s, is := o.(fyne.Scrollable); is {
		found = s
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		if s := under(child, at.Subtract(child.Position())); s != nil {
			found = s
		}
	}
	return found
}

func TestWheel_turnsThePageOverAField(t *testing.T) {
	line := NewTextLine("Name", "Yours")
	page := container.NewVScroll(Column(0, line, Sized(100, 900, NewBody("long"))))
	whole := Wheel(page)
	show(t, whole, 1, 300, 200)
	over := under(whole, fyne.NewPos(40, 40))
	if over == nil {
		t.Fatal("nothing takes the wheel")
	}
	over.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	if page.Offset.Y != 50 {
		t.Errorf("the page stands at %v", page.Offset.Y)
	}
}

func TestDialog_tall_turnsOverAField(t *testing.T) {
	win := show(t, NewBody("page"), 1, 600, 300)
	line := NewTextLine("Name", "Yours")
	ShowDialog(win.Canvas(), "Tall", Column(0, line, Sized(100, 900, NewBody("long"))), NewPrimary("Done", nil))
	top := win.Canvas().Overlays().Top()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(line).Add(fyne.NewPos(20, 20))
	if over, is := under(top, at.Subtract(driver.AbsolutePositionForObject(top))).(*wheel); !is || over.page.Content.Size().Height < 900 {
		t.Errorf("the wheel turns %T", over)
	}
}

func TestEscape_withNoUseGoesToTheWindow(t *testing.T) {
	list := newTestList(3)
	section := NewTextSection("", "", 1)
	search := NewSearchBox("Search", "")
	line, button := NewTextLine("", ""), NewPlain("More", nil)
	suggest := NewSuggest("", func(string) []Suggestion { return nil })
	win := show(t, Column(0, section, search, line, button, suggest, Sized(1, 100, list)), 1, 400, 600)
	escaped := 0
	win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			escaped++
		}
	})
	for i, o := range []fyne.Focusable{section.field, search.field, line.field, button, suggest.field, list} {
		win.Canvas().Focus(o)
		press(o, fyne.KeyEscape)
		if escaped != i+1 {
			t.Fatalf("%T keeps Escape to itself", o)
		}
	}
	search.SetQuery("words")
	press(search.field, fyne.KeyEscape)
	if escaped != 6 || search.Query() != "" {
		t.Error("Escape left the search box before it was empty")
	}
}

func TestCloseTop(t *testing.T) {
	chip := NewMenuChip("All", nil)
	win := show(t, container.NewWithoutLayout(chip), 1, 600, 400)
	if CloseTop(win.Canvas()) {
		t.Error("closed nothing")
	}
	closed := 0
	d := ShowDialog(win.Canvas(), "Title", NewBody("words"), NewPrimary("Done", nil))
	d.OnClosed(func() { closed++ })
	ShowMenu(chip, MenuChoice{Text: "One"})
	if !CloseTop(win.Canvas()) || closed != 0 || !CloseTop(win.Canvas()) || closed != 1 {
		t.Errorf("closed %d times", closed)
	}
	if win.Canvas().Overlays().Top() != nil {
		t.Error("something still lies over the page")
	}
}

func TestTextLine_Prefilled_isSelected(t *testing.T) {
	line, plain := NewTextLine("", "").Prefilled(), NewTextLine("", "")
	show(t, Column(0, line, plain), 1, 300, 100)
	for _, l := range []*TextLine{line, plain} {
		l.SetText("26 Nov")
		l.Focus()
		test.Type(l.field, "4 Dec")
	}
	if line.Text() != "4 Dec" || plain.Text() == "4 Dec" {
		t.Errorf("%q and %q", line.Text(), plain.Text())
	}
}

func TestRefill_keepsTheKeyboard(t *testing.T) {
	a, b, other := NewAddChip("a", func() {}), NewAddChip("b", func() {}), NewPlain("other", nil)
	chips := Wrap(4, a, b)
	win := show(t, Column(0, chips, other), 1, 300, 100)
	without := func(o fyne.CanvasObject) func() { return func() { chips.Remove(o) } }
	win.Canvas().Focus(b)
	Refill(chips, without(b))
	if win.Canvas().Focused() != a {
		t.Errorf("%T has the keyboard", win.Canvas().Focused())
	}
	win.Canvas().Focus(other)
	Refill(chips, without(a))
	if win.Canvas().Focused() != other {
		t.Error("the keyboard went though it was elsewhere")
	}
}

func TestSideNav_folded_saysCounts(t *testing.T) {
	nav := NewSideNav("Aftershift", []NavItem{{Key: "j", Text: "Journal"}, {Key: "s", Text: "Supervision"}}, nil, "", nil)
	nav.SetBadge("s", 12)
	show(t, nav, 1.5, 200, 400)
	nav.SetFolded(true)
	line := nav.items[1]
	if line.count.Hidden || line.count.Text != "12" {
		t.Errorf("shows %q, hidden %v", line.count.Text, line.count.Hidden)
	}
	nav.Resize(fyne.NewSize(nav.MinSize().Width, 400))
	if end := line.badgeGround.Position().X + line.badgeGround.Size().Width; end > line.Size().Width+1 {
		t.Errorf("the count ends at %v of %v", end, line.Size().Width)
	}
}

func TestSuggest_longNamesAreWhole(t *testing.T) {
	for _, scale := range []float32{1, 1.5} {
		s := NewSuggest("", func(string) []Suggestion {
			return []Suggestion{{ID: "1", Text: "Violence or threat to worker", Detail: "Justice & risk"}, {ID: "2", Text: "Loss", Detail: "End"}}
		})
		show(t, s, scale, 230, 500)
		s.Focus()
		test.Type(s.field, "v")
		name := s.lines[0].content.Objects[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*Text)
		shown := ""
		for _, line := range name.lines {
			shown += line.Text
		}
		if shown != "Violence or threat to worker" {
			t.Errorf("at %v it says %q", scale, shown)
		}
		if s.lines[0].MinSize().Height <= s.lines[1].MinSize().Height {
			t.Error("the long name has no more room than the short one")
		}
	}
}

func TestRowList_bareRowsTakeLess(t *testing.T) {
	l := newTestList(3)
	l.SetItems([]RowItem{{ID: "a", Bare: true}, {ID: "b"}, {ID: "c", Bare: true}})
	show(t, l, 1, 320, 600)
	bare, full := l.tops[1], l.tops[2]-l.tops[1]
	if full-bare != l.chipsHeight() || l.tops[3]-l.tops[2] != bare {
		t.Errorf("rows of %v, a bare one of %v", full, bare)
	}
	for i, view := range l.sheet.shown {
		if view.Position().Y != l.tops[i] || view.Size().Height != l.heightOf(i) {
			t.Errorf("row %d at %v, %v high", i, view.Position().Y, view.Size().Height)
		}
	}
}

func TestRowList_longTitleTakesTwoLines(t *testing.T) {
	title := "What the team manager said about it"
	excerpt := "Short."
	l := NewRowList(RowShape{ExcerptLines: 2}, func(string) RowContent { return RowContent{Title: title, Excerpt: excerpt} })
	l.SetItems([]RowItem{{ID: "a"}})
	show(t, l, 1.5, 320, 600)
	view := l.sheet.shown[0]
	if got := view.title.Text + " " + view.second.Text; got != title {
		t.Errorf("shows %q", got)
	}
	excerpt = "Dad stood in the doorway the whole time. I kept talking to fill the silence."
	l.Refresh()
	if view.excerpt[0].Text == "" || view.excerpt[1].Text != "" {
		t.Errorf("below it %q and %q", view.excerpt[0].Text, view.excerpt[1].Text)
	}
	last := view.excerpt[0]
	if end := last.Position().Y + last.Size().Height; end > view.Size().Height {
		t.Errorf("the excerpt ends at %v of %v", end, view.Size().Height)
	}
}

func TestHeader_longSubtitleIsWhole(t *testing.T) {
	h := NewHeader("Wed 2 Dec, 10:00", "Ruth Adeyemi · Clinical supervisor · 60 minutes", NewPlain("Session", nil), NewPrimary("Start session", nil))
	body := NewBody("page")
	frame := Frame(h, nil, nil, nil, body)
	show(t, frame, 1.5, 690, 400)
	shown := ""
	for _, line := range h.subtitle.lines {
		shown += line.Text
	}
	if shown != "Ruth Adeyemi · Clinical supervisor · 60 minutes" {
		t.Errorf("says %q", shown)
	}
	if end := h.Position().Y + h.Size().Height; body.Position().Y < end || h.subtitle.Size().Height > h.Size().Height/2 {
		t.Errorf("the header is %v high, the page begins at %v", end, body.Position().Y)
	}
}

func TestForms_Focus_whereWordsCameBack(t *testing.T) {
	var f Forms
	first, second := NewTextLine("", ""), NewTextLine("", "")
	win := show(t, NewBody("page"), 1, 600, 400)
	f.Resume([]Written{{Form: "person", Texts: []string{"", "half a word"}}})
	opened := ""
	f.Reopen(func(kind, of string) { opened = kind + "/" + of })
	body := Column(0, first, second)
	d := ShowDialog(win.Canvas(), "Form", body, NewPrimary("Done", nil))
	f.Open(opened[:len(opened)-1], d, body)
	f.Focus("person", first.Focus)
	test.Type(win.Canvas().Focused(), "s")
	if second.Text() != "half a words" {
		t.Errorf("%q and %q", first.Text(), second.Text())
	}
	d.Close()
	f.Focus("person", first.Focus) // no such form any more
	f.Reopen(func(string, string) { t.Error("opened once more") })
}
