package fields

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// paused is a clock that runs what waits when it is told to.
type paused struct {
	still
	waiting []func()
}

func (p *paused) AfterFunc(_ time.Duration, f func()) func() {
	p.waiting = append(p.waiting, f)
	i := len(p.waiting) - 1
	return func() { p.waiting[i] = func() {} }
}

func (p *paused) pass() {
	due := p.waiting
	p.waiting = nil
	for _, f := range due {
		f()
	}
}

// longPage is a page with a section of 400 lines and a button-like line below it.
func longPage(t *testing.T) (*TextSection, *TextLine, *container.Scroll, *paused, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, 1))
	before, clock := writing, &paused{}
	t.Cleanup(func() { writing = before })
	SetWriting(Writing{
		Clock: clock,
		Find:  editor.FindWords{Count: func(present, count int) string { return fmt.Sprint(present, count) }},
		Words: func(n int) string { return fmt.Sprint(n, " words") },
	})
	s, below := NewTextSection("Notes", "", 3), NewTextLine("Below", "")
	page := container.NewVScroll(widgets.Column(look.Gap, s, below))
	s.Follow(page)
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "line %d\n", i)
	}
	s.SetText(text.String())
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(500, 300))
	return s, below, page, clock, w
}

// inView tells whether the caret's row is, below what covers the page's top.
func inView(s *TextSection, page *container.Scroll) bool {
	driver := fyne.CurrentApp().Driver()
	top, height := s.field.CaretRow()
	y := driver.AbsolutePositionForObject(s.field).Y + top - driver.AbsolutePositionForObject(page).Y
	return y >= s.barHeight() && y+height <= page.Size().Height
}

func TestTextSection_findsFarDown(t *testing.T) {
	s, _, page, _, w := longPage(t)
	w.Canvas().Focus(s.field)
	at := strings.Index(s.Text(), "line 300")
	s.field.Select(at, at)
	if !inView(s, page) {
		t.Fatal("the caret's row isn't in view")
	}
	s.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	bar := func() float32 {
		d := fyne.CurrentApp().Driver()
		return d.AbsolutePositionForObject(s.bar).Y - d.AbsolutePositionForObject(page).Y
	}
	if y := bar(); y < 0 || y > page.Size().Height/2 {
		t.Fatalf("the bar opens at %v of the page, which is %v high", y, page.Size().Height)
	}
	for _, r := range "line 39" {
		w.Canvas().Focused().TypedRune(r)
	}
	for range 12 {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		RevealFocused(w, page) // as the window does after a key
		if !inView(s, page) || bar() < 0 {
			t.Fatalf("%q isn't in view, the bar is at %v", s.SelectedText(), bar())
		}
	}
	page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 900)})
	if y := bar(); y < 0 || y > 1 {
		t.Errorf("after scrolling the bar is at %v", y)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if page.OnScrolled != nil || s.bar.Visible() {
		t.Error("the bar stays after Escape")
	}
}

func TestTextSection_comesBackToItsCaret(t *testing.T) {
	s, below, page, _, w := longPage(t)
	w.Canvas().Focus(s.field)
	at := strings.Index(s.Text(), "line 200")
	s.field.Select(at, at)
	offset := page.Offset
	below.Focus()
	page.ScrollToBottom()
	w.Canvas().Focus(s.field)
	if !inView(s, page) {
		t.Errorf("the caret's row isn't in view: scrolled to %v, before %v", page.Offset.Y, offset.Y)
	}
}

func TestTextSection_turnsAPage(t *testing.T) {
	s, _, page, _, w := longPage(t)
	w.Canvas().Focus(s.field)
	top, _ := s.field.CaretRow()
	s.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	next, height := s.field.CaretRow()
	if by := next - top; by > page.Size().Height || by < page.Size().Height-4*height {
		t.Errorf("Page Down goes %v down, the page shows %v", by, page.Size().Height)
	}
}

func TestTextSection_countsWordsAfterAPause(t *testing.T) {
	s, _, _, clock, _ := longPage(t)
	clock.pass()
	if got := s.counter.shown.Text(); got != "800 words" || !s.counter.shown.Visible() {
		t.Errorf("a text of 800 words says %q, shown: %v", got, s.counter.shown.Visible())
	}
	s.field.Insert("one more ")
	if got := s.counter.shown.Text(); got != "800 words" {
		t.Errorf("counted at once: %q", got)
	}
	clock.pass()
	if got := s.counter.shown.Text(); got != "802 words" {
		t.Errorf("after a pause it says %q", got)
	}
	s.SetText("A few words.")
	clock.pass()
	if s.counter.shown.Visible() {
		t.Error("a short text says how many words it has")
	}
}

func TestLongText_isToReadAndToCopy(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light, 1))
	l := NewLongText("Notes", strings.Repeat("one two\n", 50), look.Interface)
	page := container.NewVScroll(l)
	l.Follow(page)
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(l.field)
	l.field.TypedRune('x')
	l.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if strings.ContainsRune(l.Text(), 'x') || len(l.Text()) != 400 {
		t.Error("it was changed by key")
	}
	for range 3 {
		l.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if page.Offset.Y == 0 {
		t.Error("Page Down doesn't scroll")
	}
	closed := false
	l.SetEscape(func() { closed = true })
	l.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !closed {
		t.Error("Escape doesn't leave")
	}
}
