package editor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// The benchmarks stand beside the same for the toolkit's own entry, which is not
// asked what takes it minutes.

const (
	inParagraphs = "paragraphs"
	inOne        = "one"
)

// prose returns about n bytes of text: in paragraphs of 60 words, or in one
// without a line break. One word in fifty is like no other.
func prose(n int, form string) string {
	r := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	b.Grow(n + 600)
	for b.Len() < n {
		b.WriteString(randomWords(r, 50))
		fmt.Fprintf(&b, " w%x", r.Uint32())
		if form == inParagraphs {
			b.WriteString(".\n\n")
		} else {
			b.WriteString(". ")
		}
	}
	return b.String()
}

// page is a window of usual size with a field in a scroll.
func page(b *testing.B, field fyne.CanvasObject) (fyne.Window, *container.Scroll) {
	scroll := container.NewVScroll(field)
	w := test.NewTempWindow(b, scroll)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(720, 480))
	return w, scroll
}

// paint paints what can be seen, as the software painter does it: every letter
// again, where the window's painter keeps pictures of words.
func paint(w fyne.Window) { w.Canvas().Capture() }

var sizes = []struct {
	name string
	n    int
}{{"5KB", 5_000}, {"20KB", 20_000}, {"100KB", 100_000}, {"1MB", 1_000_000}}

func BenchmarkTyping(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		for _, size := range sizes {
			b.Run(form+"/"+size.name, func(b *testing.B) {
				e, w, scroll := benchEditor(b, prose(size.n, form))
				e.OnChanged = func() { _ = e.Text() }
				e.Select(size.n/2, size.n/2)
				scroll.ScrollToOffset(fyne.NewPos(0, max(e.CaretTop()-200, 0)))
				paint(w)
				letters := []rune("and then we talked about what had happened. ")
				b.ResetTimer()
				for i := range b.N {
					e.TypedRune(letters[i%len(letters)])
				}
			})
		}
	}
}

func BenchmarkTypingPainted(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		for _, size := range sizes {
			b.Run(form+"/"+size.name, func(b *testing.B) {
				e, w, scroll := benchEditor(b, prose(size.n, form))
				e.OnChanged = func() { _ = e.Text() }
				e.Select(size.n/2, size.n/2)
				scroll.ScrollToOffset(fyne.NewPos(0, max(e.CaretTop()-200, 0)))
				letters := []rune("and then we talked about what had happened. ")
				b.ResetTimer()
				for i := range b.N {
					e.TypedRune(letters[i%len(letters)])
					paint(w)
				}
			})
		}
	}
}

func benchEditor(b *testing.B, s string) (*Editor, fyne.Window, *container.Scroll) {
	test.NewTempApp(b)
	e := newFor(newHands(), "linux")
	w, scroll := page(b, e)
	w.Canvas().Focus(e)
	e.SetText(s)
	scroll.Refresh()
	return e, w, scroll
}

func (e *Editor) CaretTop() float32 { top, _ := e.CaretRow(); return top }

func BenchmarkTypingToolkit(b *testing.B) {
	for _, size := range sizes[:2] {
		b.Run(inParagraphs+"/"+size.name, func(b *testing.B) {
			test.NewTempApp(b)
			entry := widget.NewMultiLineEntry()
			entry.Wrapping = fyne.TextWrapWord
			page(b, entry)
			entry.SetText(prose(size.n, inParagraphs))
			b.ResetTimer()
			for i := range b.N {
				entry.TypedRune(rune('a' + i%26))
			}
		})
	}
}

func BenchmarkOpening(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		for _, size := range sizes[2:] {
			b.Run(form+"/"+size.name, func(b *testing.B) {
				s := prose(size.n, form)
				for range b.N {
					b.StopTimer()
					e, w, _ := benchEditor(b, "")
					paint(w)
					b.StartTimer()
					e.SetText(s)
				}
			})
		}
	}
}

func BenchmarkPasting300KB(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		b.Run(form, func(b *testing.B) {
			s := prose(300_000, form)
			for range b.N {
				b.StopTimer()
				e, _, _ := benchEditor(b, prose(20_000, form))
				e.Select(10_000, 10_000)
				fyne.CurrentApp().Clipboard().SetContent(s)
				b.StartTimer()
				e.TypedShortcut(&fyne.ShortcutPaste{})
			}
		})
	}
}
