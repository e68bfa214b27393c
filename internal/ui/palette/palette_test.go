package palette

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/assets"
	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/words"
)

type window struct {
	window fyne.Window
	words  *words.Catalog
}

func (w window) Window() fyne.Window   { return w.window }
func (w window) Words() *words.Catalog { return w.words }
func (w window) Do(fn func())          { fn() }

func newWindow(t testing.TB, scale, width, height float32) window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, scale))
	catalog, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	w := window{test.NewTempWindow(t, nil), catalog}
	w.window.SetPadded(false)
	w.window.Resize(fyne.NewSize(width, height))
	return w
}

// entries is a group of n names.
func entries(n int) Group {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("An evening visit that went on ", i, strings.Repeat(" and on", i%5))
	}
	return Group{Title: "Entries", Names: app.NewNames(len(names), func(i int) string { return names[i] }), Idle: 5, Item: func(i int) Item {
		return Item{Key: names[i], Name: names[i], Detail: "Dad stood in the doorway the whole time and I kept talking to fill the silence.", Right: "Thu 26 Nov", Weight: Heavy, Open: func() {}}
	}}
}

func TestPalette_says_when_nothing_fits(t *testing.T) {
	w := newWindow(t, 1, 1280, 760)
	p := open(w, []Group{entries(3)}, func(fn func()) { fn() })
	test.Type(w.window.Canvas().Focused(), "zebra")
	if got := p.nothing.Text(); !strings.Contains(got, "zebra") {
		t.Errorf("says %q", got)
	}
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.window.Canvas().Overlays().Top() == nil {
		t.Error("Enter with nothing to open closes it")
	}
}

// It fits the window at any text size, and its last row can be reached.
func TestPalette_fits_small_windows_and_large_text(t *testing.T) {
	for _, c := range []struct{ scale, width, height float32 }{{1, 1280, 760}, {1, 1024, 700}, {1.5, 1024, 700}, {2, 1024, 700}, {1, 640, 480}} {
		w := newWindow(t, c.scale, c.width, c.height)
		p := open(w, []Group{entries(40)}, func(fn func()) { fn() })
		test.Type(w.window.Canvas().Focused(), "ev")
		if size := p.popup.Content.Size(); size.Width > c.width || size.Height > c.height {
			t.Errorf("%v: %v", c, size)
		}
		for range most - 1 {
			w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		bottom := float32(most)*p.list.rowHeight() - p.list.scroll.Offset.Y
		if p.presenter.state.At != most-1 || bottom > p.list.scroll.Size().Height+1 {
			t.Errorf("%v: row %d ends at %v of %v", c, p.presenter.state.At, bottom, p.list.scroll.Size().Height)
		}
		for _, row := range p.list.rows {
			for _, piece := range row.pieces {
				if piece.Visible() && piece.Position().X+piece.Size().Width > row.right.Position().X {
					t.Errorf("%v: %q runs into %q", c, piece.Text, row.right.Text)
				}
			}
		}
	}
}

func BenchmarkPalette(b *testing.B) {
	w := newWindow(b, 1, 1280, 760)
	b.Run("open", func(b *testing.B) {
		groups := []Group{entries(10_000)}
		for b.Loop() {
			open(w, groups, func(func()) {}).Close()
		}
	})
	b.Run("first_key", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			p := open(w, []Group{entries(10_000)}, func(func()) {})
			b.StartTimer()
			p.presenter.Type("e")
			b.StopTimer()
			p.Close()
			b.StartTimer()
		}
	})
	p := open(w, []Group{entries(10_000)}, func(func()) {})
	for _, typed := range []string{"e", "ev", "ev 99", "aevtwo"} {
		b.Run("type_"+typed, func(b *testing.B) {
			for b.Loop() {
				p.presenter.Type(typed)
			}
		})
	}
}
