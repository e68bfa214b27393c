package fields

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
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
	page := container.NewVScroll(widgets.Column(0, line, widgets.Sized(100, 900, widgets.NewBody("long"))))
	whole := widgets.Wheel(page)
	uitest.Show(t, whole, 1, 300, 200)
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
	win := uitest.Show(t, widgets.NewBody("page"), 1, 600, 300)
	line := NewTextLine("Name", "Yours")
	widgets.ShowDialog(win.Canvas(), "Tall", widgets.Column(0, line, widgets.Sized(100, 900, widgets.NewBody("long"))), widgets.NewPrimary("Done", nil))
	top := win.Canvas().Overlays().Top()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(line).Add(fyne.NewPos(20, 20))
	over := under(top, at.Subtract(driver.AbsolutePositionForObject(top)))
	if over == nil {
		t.Fatal("nothing takes the wheel")
	}
	before := driver.AbsolutePositionForObject(line).Y
	over.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	if turned := before - driver.AbsolutePositionForObject(line).Y; turned != 50 {
		t.Errorf("the wheel turns the dialog by %v", turned)
	}
}

func TestEscape_withNoUseGoesToTheWindow(t *testing.T) {
	list := lists.NewRowList(lists.RowShape{}, func(id string) lists.RowContent { return lists.RowContent{Title: id} })
	list.SetItems([]lists.RowItem{{ID: "a"}, {ID: "b"}})
	section := NewTextSection("", "", 1)
	search := NewSearchBox("Search", "")
	line, button := NewTextLine("", ""), widgets.NewPlain("More", nil)
	suggest := NewSuggest("", func(string) []Suggestion { return nil })
	win := uitest.Show(t, widgets.Column(0, section, search, line, button, suggest, widgets.Sized(1, 100, list)), 1, 400, 600)
	escaped := 0
	win.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			escaped++
		}
	})
	for i, o := range []fyne.Focusable{section.field, search.field, line.field, button, suggest.field, list} {
		win.Canvas().Focus(o)
		uitest.Press(o, fyne.KeyEscape)
		if escaped != i+1 {
			t.Fatalf("%T keeps Escape to itself", o)
		}
	}
	search.SetQuery("words")
	uitest.Press(search.field, fyne.KeyEscape)
	if escaped != 6 || search.Query() != "" {
		t.Error("Escape left the search box before it was empty")
	}
}

func TestTextLine_Prefilled_isSelected(t *testing.T) {
	line, plain := NewTextLine("", "").Prefilled(), NewTextLine("", "")
	uitest.Show(t, widgets.Column(0, line, plain), 1, 300, 100)
	for _, l := range []*TextLine{line, plain} {
		l.SetText("26 Nov")
		l.Focus()
		test.Type(l.field, "4 Dec")
	}
	if line.Text() != "4 Dec" || plain.Text() == "4 Dec" {
		t.Errorf("%q and %q", line.Text(), plain.Text())
	}
}

// Words that came back into a prefilled field are somebody's own: typing goes on.
func TestTextLine_SetText_overWhatWasPrefilled(t *testing.T) {
	line := NewTextLine("", "").Prefilled()
	line.SetText("10:00")
	uitest.Show(t, line, 1, 300, 100)
	line.SetText("19:3")
	line.FocusEnd()
	test.Type(line.field, "0")
	if line.Text() != "19:30" {
		t.Errorf("%q", line.Text())
	}
}

func TestForms_Focus_whereWordsCameBack(t *testing.T) {
	var f Forms
	first, second := NewTextLine("", ""), NewTextLine("", "")
	win := uitest.Show(t, widgets.NewBody("page"), 1, 600, 400)
	f.Resume([]Written{{Form: "person", Texts: []string{"", "half a word"}}})
	opened := ""
	f.Reopen(func(kind, of string) { opened = kind + "/" + of })
	body := widgets.Column(0, first, second)
	d := widgets.ShowDialog(win.Canvas(), "Form", body, widgets.NewPrimary("Done", nil))
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

func TestShowDialog_focusesTheFirstField(t *testing.T) {
	win := uitest.Show(t, widgets.NewBody("page"), 1.5, 800, 600)
	p := NewPassphraseField("Passphrase", "show", "hide")
	d := widgets.ShowDialog(win.Canvas(), "Export everything", widgets.Column(8, widgets.NewBody("Type your passphrase again."), p), widgets.NewPlain("Back", nil), widgets.NewPrimary("Export", nil))
	if win.Canvas().Focused() != p.field {
		t.Fatal("the field does not have the focus")
	}
	d.Refresh()
	if size := win.Canvas().Overlays().Top().Size(); size.Width > 800 || size.Height > 600 {
		t.Errorf("the dialog is %v", size)
	}
	uitest.Press(p.field, fyne.KeyEscape)
	if win.Canvas().Overlays().Top() != nil {
		t.Error("Escape in the field did not close the dialog")
	}
}

func TestShowDialog_tall_from_the_start_focuses_its_first_field(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 2))
	w := test.NewTempWindow(t, widgets.Column(0))
	w.Resize(fyne.NewSize(800, 400))
	first := NewTextLine("Name", "")
	fields := widgets.Column(look.Wide, first, widgets.Sized(0, 900, widgets.NewGround(look.Paper, "", 0)))
	closed := false
	d := widgets.ShowDialog(w.Canvas(), "A form", fields, widgets.NewPrimary("Keep", nil))
	d.OnClosed(func() { closed = true })
	if w.Canvas().Focused() != fyne.Focusable(first.field) {
		t.Fatalf("focus on %T", w.Canvas().Focused())
	}
	first.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("Escape does not close it")
	}
}

func TestTextSection_followsAChangeOfTheme(t *testing.T) {
	section := NewTextSection("What happened?", "", 1)
	uitest.Show(t, section, 1, 400, 500)
	height := section.MinSize().Height
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark, 1.5))
	if section.MinSize().Height <= height {
		t.Error("its size stayed at 100 %")
	}
}

func TestStrengthMeter_bounds(t *testing.T) {
	m := NewStrengthMeter([5]string{"none", "easy", "so so", "good", "hard"})
	uitest.Show(t, m, 1, 300, 60)
	for score, want := range map[int]string{-3: "none", 0: "none", 2: "so so", 4: "hard", 9: "hard"} {
		m.Set(score)
		if got := m.AccessibilityLabel(); got != want || m.word.Text() != want {
			t.Errorf("score %d says %q", score, got)
		}
	}
}

// A line that is longer than its field shows its beginning once it is left, and goes on
// where one was when one comes back by key.
func TestTextLine_left_shows_its_beginning(t *testing.T) {
	test.NewTempApp(t)
	line := NewTextLine("Who", "")
	win := test.NewTempWindow(t, line)
	win.Resize(fyne.NewSize(160, 80))
	line.Focus()
	test.Type(line.field, "Ruth, 07700 900123, at night too. Then Dee.")
	at := line.field.CursorColumn
	win.Canvas().Unfocus()
	if line.field.CursorColumn != 0 {
		t.Errorf("the caret keeps the end in view: %d", line.field.CursorColumn)
	}
	line.Focus()
	if line.field.CursorColumn != at {
		t.Errorf("goes on at %d, want %d", line.field.CursorColumn, at)
	}
	test.Type(line.field, "!")
	if !strings.HasSuffix(line.Text(), "Dee.!") {
		t.Errorf("%q", line.Text())
	}
}

// Who comes back to a text of which all was selected and types a letter loses nothing.
func TestTextSection_Focus_replaces_nothing_that_was_left(t *testing.T) {
	test.NewTempApp(t)
	section := NewTextSection("", "", 2)
	win := test.NewTempWindow(t, section)
	section.Focus()
	test.Type(section.field, "One line.")
	section.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	win.Canvas().Unfocus()
	section.Focus()
	test.Type(section.field, "X")
	if section.Text() != "One line.X" {
		t.Errorf("%q", section.Text())
	}
}
