package editor

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// words returns what is drawn of the text.
func (r *renderer) drawnWords() string {
	var b strings.Builder
	for _, o := range r.words.layer.Objects {
		b.WriteString(textOf(o) + " ")
	}
	return b.String()
}

func TestRenderer_drawsWhatCanBeSeen_afterScrolling(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(460, 300))
	var lines strings.Builder
	for i := range 5000 {
		lines.WriteString(strings.Repeat("x", i%7) + " line" + itoa(i) + "\n")
	}
	e.SetText(lines.String())
	scroll := w.Content().(*container.Scroll)
	scroll.Refresh()
	for _, line := range []int{0, 2500, 2511, 2519, 4990, 30, 0} {
		scroll.ScrollToOffset(fyne.NewPos(0, e.metrics.top(line)))
		w.Canvas().Capture()
		words := e.renderer.drawnWords()
		for i := line; i < min(line+10, 5000); i++ {
			if !strings.Contains(words, "line"+itoa(i)+" ") {
				t.Fatalf("scrolled to line %d, line %d is not drawn", line, i)
			}
		}
		if n := len(e.renderer.words.layer.Objects); n > 200 {
			t.Errorf("scrolled to line %d, %d words are drawn", line, n)
		}
	}
}

func TestRenderer_caretStandsBetweenTheLettersAsDrawn(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(700, 200))
	s := strings.Repeat("HHH HHHHHHH HHHHHHHHHHHH H HH ", 3)
	e.SetText(s)
	e.setFocus(false)
	img := w.Canvas().Capture()
	row := 0
	for at := range len(s) {
		if e.field.RowOf(at) != row {
			row = e.field.RowOf(at)
		}
		x := int(math.Round(float64(e.metrics.pad + e.field.XAt(row, at))))
		y := int(e.metrics.top(row) + e.metrics.pitch/2)
		if !blankAt(img, x-1, y) && !blankAt(img, x, y) && !blankAt(img, x+1, y) {
			t.Fatalf("at %d the caret is more than a pixel inside a letter, x %d", at, x)
		}
		if s[at] == 'H' && blankBetween(img, x, x+8, y) {
			t.Fatalf("no letter is drawn behind place %d, x %d", at, x)
		}
	}
}

func TestRenderer_wordsStandWhereTheyWereMeasured(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(400, 300))
	e.SetText("The AVATAR To Wave, naïve café; Łódź 👍🏽 السلام office well-being\tand  so on. " + prosaic)
	for _, o := range e.renderer.words.layer.Objects {
		s := textOf(o)
		from := strings.Index(e.Text(), s)
		if from < 0 {
			t.Fatalf("%q is drawn, which is not in the text", s)
		}
		row, pos := e.field.RowOf(from), o.Position()
		if want := e.field.XAt(row, from); far(pos.X-e.metrics.pad, want) && !leftwards(s) {
			t.Errorf("%q is drawn at %v, its caret at %v", s, pos.X-e.metrics.pad, want)
		}
		for i := range s {
			drawn := fyne.MeasureText(s[:i], e.metrics.size, fyne.TextStyle{}).Width + pos.X - e.metrics.pad
			if want := e.field.XAt(row, from+i); far(drawn, want) && !leftwards(s) {
				t.Errorf("in %q letter %d is drawn at %v, its caret at %v", s, i, drawn, want)
			}
		}
	}
}

const prosaic = "We talked about what had happened on the ward, and what she felt about it afterwards."

func TestRenderer_followsTheme(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(300, 300))
	e.SetText(strings.Repeat(prosaic+" ", 5))
	before, ink := e.MinSize().Height, e.renderer.words.layer.Objects[0]
	_ = ink
	fyne.CurrentApp().Settings().SetTheme(&large{theme.DefaultTheme()})
	w.Content().Refresh()
	e.Refresh()
	if after := e.MinSize().Height; after < 1.8*before {
		t.Errorf("with letters twice as large the text is %v high, before %v", after, before)
	}
	if got := e.metrics.size; got != 2*theme.DefaultTheme().Size(theme.SizeNameText) {
		t.Errorf("letters are drawn at %v", got)
	}
}

type large struct{ fyne.Theme }

func (l *large) Size(n fyne.ThemeSizeName) float32 {
	if n == theme.SizeNameText {
		return 2 * l.Theme.Size(n)
	}
	return l.Theme.Size(n)
}

func (l *large) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return l.Theme.Color(n, v)
}

// A field that was out of sight for long comes back: the toolkit has forgotten its
// renderer, and asks for another without laying it out.
func TestRenderer_drawsWhenMadeAgain(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(300, 300))
	e.SetText(strings.Repeat("one two\n", 300))
	e.renderer.Destroy()
	fresh := e.CreateRenderer().(*renderer)
	e.renderer = fresh
	for _, o := range fresh.Objects() {
		o.Visible()
	}
	if !strings.Contains(fresh.drawnWords(), "one two") {
		t.Errorf("the new renderer drew %q", fresh.drawnWords())
	}
	w.Canvas().Capture()
}

func TestCaret_blinksTwiceASecond_andRests(t *testing.T) {
	e, clock, w := shown(t, "linux", fyne.NewSize(300, 300))
	e.TypedRune('a')
	turns, last := 0, e.renderer.caret.Hidden
	if last {
		t.Fatal("the caret is hidden right after a letter")
	}
	for range 200 {
		clock.pass(100 * time.Millisecond)
		if now := e.renderer.caret.Hidden; now != last {
			turns, last = turns+1, now
		}
	}
	if turns < 18 || turns > 20 {
		t.Errorf("the caret turned %d times, want two a second for ten", turns)
	}
	if clock.waiting() != 0 || last {
		t.Errorf("after 20 s at rest %d calls wait, hidden: %v", clock.waiting(), last)
	}
	e.TypedRune('b')
	if clock.waiting() != 1 {
		t.Errorf("after a letter %d calls wait, want one", clock.waiting())
	}
	w.Canvas().Unfocus()
	if clock.waiting() != 0 || !e.renderer.caret.Hidden {
		t.Errorf("without the keyboard %d calls wait, hidden: %v", clock.waiting(), e.renderer.caret.Hidden)
	}
}

func TestEditor_growsWithItsText(t *testing.T) {
	test.NewTempApp(t)
	e := newFor(newHands(), "linux")
	e.MinRows = 3
	e.SetPlaceHolder("What stayed with you?")
	w := test.NewTempWindow(t, container.NewVScroll(e))
	w.Resize(fyne.NewSize(200, 200))
	least := e.MinSize().Height
	if want := e.metrics.top(3) + e.metrics.pad; least != want {
		t.Errorf("an empty field is %v high, want %v", least, want)
	}
	e.Insert(strings.Repeat("one two three\n", 9))
	if got, want := e.MinSize().Height, e.metrics.top(10)+e.metrics.pad; got != want {
		t.Errorf("ten rows are %v high, want %v", got, want)
	}
	if strings.Contains(e.renderer.drawnWords(), "stayed") {
		t.Error("the placeholder stands over the text")
	}
}

func far(a, b float32) bool { return a-b > 1 || b-a > 1 }

func leftwards(s string) bool { return strings.ContainsAny(s, "السلام") }

func blankAt(img image.Image, x, y int) bool { return blankBetween(img, x, x+1, y) }

func blankBetween(img image.Image, from, to, y int) bool {
	ground := img.At(img.Bounds().Max.X-1, img.Bounds().Max.Y-1)
	for x := from; x < to; x++ {
		if img.At(x, y) != ground {
			return false
		}
	}
	return true
}

// Fyne leaves out words whose top is out of sight if they have no height, and so
// the row at a scroll's edge would show its lines without its words.
func TestRenderer_wordsHaveTheirHeight(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(400, 300))
	e.SetText(prosaic)
	for _, o := range e.renderer.words.layer.Objects {
		if o.Size().Height < e.metrics.height {
			t.Fatalf("%q is %v high, its letters %v", textOf(o), o.Size().Height, e.metrics.height)
		}
	}
}

func TestRenderer_marksEndWithTheWordsOfARow(t *testing.T) {
	e, _, _ := shown(t, "linux", fyne.NewSize(300, 300))
	const line Kind = "line"
	e.SetStyle(line, Style{Line: Solid, LineColor: theme.ColorNamePrimary})
	e.SetText("Gwendolyn" + strings.Repeat(" ", 70) + "Parry came in")
	e.SetMarks(line, []Mark{{From: 0, To: len("Gwendolyn") + 70 + len("Parry")}})
	if e.field.Rows() != 2 {
		t.Fatalf("%d rows, want the second name on one of its own", e.field.Rows())
	}
	lines := e.renderer.lines.layer.Objects
	if len(lines) != 2 {
		t.Fatalf("%d lines, want one below each name", len(lines))
	}
	word := fyne.MeasureText("Gwendolyn", e.metrics.size, fyne.TextStyle{}).Width
	if got := lines[0].Size().Width; far(got, word) {
		t.Errorf("the line below the first name is %v long, the name %v", got, word)
	}
}
