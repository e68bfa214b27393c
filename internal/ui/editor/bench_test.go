//go:build unix

package editor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
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

// paint paints the window whole, with every letter drawn again.
func paint(w fyne.Window) { w.Canvas().Capture() }

// pictures paints as the window's painter does: a picture of each run of words
// that it has none of yet, which it then keeps.
type pictures struct {
	glass  software.WindowlessCanvas
	known  map[string]bool
	editor *Editor
}

func newPictures(e *Editor) *pictures {
	p := &pictures{glass: software.NewTransparentCanvas(), known: map[string]bool{}, editor: e}
	p.glass.SetPadded(false)
	return p
}

func (p *pictures) paint() {
	for _, o := range p.editor.renderer.words.layer.Objects {
		if t := o.(*canvas.Text); !p.known[t.Text] {
			p.known[t.Text] = true
			fresh := canvas.NewText(t.Text, t.Color)
			fresh.TextSize = t.TextSize
			p.glass.SetContent(fresh)
			p.glass.Resize(fresh.MinSize())
			p.glass.Capture()
		}
	}
}

// meter sums up the processor time of what stands between start and stop, which
// says more than the clock on a machine that is shared.
type meter struct {
	b         *testing.B
	from, sum float64
}

func (m *meter) start() {
	m.b.StartTimer()
	m.from = spent()
}

func (m *meter) stop() {
	m.b.StopTimer()
	m.sum += spent() - m.from
	m.b.ReportMetric(m.sum*1000/float64(m.b.N), "cpu-ms/op")
	m.b.ReportMetric(m.b.Elapsed().Seconds()*1000/float64(m.b.N), "clock-ms/op")
}

// spent is the processor time of all threads, in seconds.
func spent() float64 {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

var sizes = []struct {
	name string
	n    int
}{{"5KB", 5_000}, {"20KB", 20_000}, {"100KB", 100_000}, {"1MB", 1_000_000}}

// BenchmarkTyping is a key with its callback, which takes the whole text, its
// layout, and the painting of what it changed.
func BenchmarkTyping(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		for _, size := range sizes {
			b.Run(form+"/"+size.name, func(b *testing.B) {
				e, w, scroll := benchEditor(b, prose(size.n, form))
				e.OnChanged = func() { _ = e.Text() }
				e.Select(size.n/2, size.n/2)
				top, _ := e.CaretRow()
				scroll.ScrollToOffset(fyne.NewPos(0, max(top-200, 0)))
				paint(w)
				p := newPictures(e)
				p.paint()
				letters := []rune("and then we talked about what had happened. ")
				m := meter{b: b}
				b.ResetTimer()
				m.start()
				for i := range b.N {
					e.TypedRune(letters[i%len(letters)])
					p.paint()
				}
				m.stop()
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

// BenchmarkTypingToolkit is the same in the toolkit's own entry, without painting.
func BenchmarkTypingToolkit(b *testing.B) {
	for _, size := range sizes[:2] {
		b.Run(inParagraphs+"/"+size.name, func(b *testing.B) {
			test.NewTempApp(b)
			entry := widget.NewMultiLineEntry()
			entry.Wrapping = fyne.TextWrapWord
			page(b, entry)
			entry.SetText(prose(size.n, inParagraphs))
			entry.OnChanged = func(string) {}
			m := meter{b: b}
			b.ResetTimer()
			m.start()
			for i := range b.N {
				entry.TypedRune(rune('a' + i%26))
			}
			m.stop()
		})
	}
}

// BenchmarkOpeningToolkit opens 20 KB in the toolkit's own entry; 100 KB take it
// seconds.
func BenchmarkOpeningToolkit(b *testing.B) {
	s := prose(20_000, inParagraphs)
	m := meter{b: b}
	b.StopTimer()
	for range b.N {
		test.NewTempApp(b)
		entry := widget.NewMultiLineEntry()
		entry.Wrapping = fyne.TextWrapWord
		page(b, entry)
		m.start()
		entry.SetText(s)
		m.stop()
	}
}

func BenchmarkOpening(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		for _, size := range sizes[2:] {
			b.Run(form+"/"+size.name, func(b *testing.B) {
				s := prose(size.n, form)
				m := meter{b: b}
				b.StopTimer()
				for range b.N {
					e, w, _ := benchEditor(b, "")
					paint(w)
					p := newPictures(e)
					m.start()
					e.SetText(s)
					p.paint()
					m.stop()
				}
			})
		}
	}
}

func BenchmarkPasting300KB(b *testing.B) {
	for _, form := range []string{inParagraphs, inOne} {
		b.Run(form, func(b *testing.B) {
			s := prose(300_000, form)
			m := meter{b: b}
			b.StopTimer()
			for range b.N {
				e, _, _ := benchEditor(b, prose(20_000, form))
				p := newPictures(e)
				e.Select(10_000, 10_000)
				fyne.CurrentApp().Clipboard().SetContent(s)
				m.start()
				e.TypedShortcut(&fyne.ShortcutPaste{})
				p.paint()
				m.stop()
			}
		})
	}
}
