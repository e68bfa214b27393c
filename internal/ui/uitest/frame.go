package uitest

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/words"
)

// Queue is the main goroutine of a test: what is done there waits until pumped.
type Queue chan func()

// NewQueue returns an empty queue.
func NewQueue() Queue { return make(Queue, 1000) }

// Do lets fn wait for its turn.
func (q Queue) Do(fn func()) { q <- fn }

// worker is what runs a journal's jobs; app.Desk has it.
type worker interface {
	Do(job func() error, done func(error)) bool
}

// Settle pumps until the worker has done everything that was asked of it, and what
// came of that, and nothing is busy.
func (q Queue) Settle(w worker, busy func() bool) {
	for more := true; more; more = busy() || len(q) > 0 {
		reached := false
		w.Do(func() error { return nil }, func(error) { q.Do(func() { reached = true }) })
		for !reached {
			(<-q)()
		}
	}
}

// Until pumps until ok, for a minute; what names what was waited for, should it never
// come.
func (q Queue) Until(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for late := time.After(time.Minute); !ok(); {
		select {
		case do := <-q:
			do()
		case <-late:
			t.Fatalf("never: %s", what)
		case <-time.After(time.Millisecond): // what makes it ok need not come this way
		}
	}
}

// Frame is the window around a page in a test, which notes what it is told. A page
// that asks for more embeds it.
type Frame struct {
	Queue
	t        testing.TB
	window   fyne.Window
	words    *words.Catalog
	waiting  []func() // for Ring
	Notices  []string
	Failures []error
}

// NewFrame returns a frame around nothing yet, in a test's program that looks as
// the window does by day.
func NewFrame(t testing.TB) *Frame {
	t.Helper()
	lit(t, 1)
	return &Frame{Queue: NewQueue(), t: t, window: test.NewTempWindow(t, nil), words: Words(t)}
}

// Fill shows a page's content in a window as large as that of a small laptop leaves
// beside the navigation.
func (f *Frame) Fill(content fyne.CanvasObject) {
	f.window.SetPadded(false)
	f.window.SetContent(content)
	f.window.Resize(fyne.NewSize(1090, 760))
}

// Window returns the window.
func (f *Frame) Window() fyne.Window { return f.window }

// Words returns the words of the window in English.
func (f *Frame) Words() *words.Catalog { return f.words }

// Notify notes what was said.
func (f *Frame) Notify(text string, _ bool) { f.Notices = append(f.Notices, text) }

// Failed notes an error.
func (f *Frame) Failed(err error) {
	if err != nil {
		f.Failures = append(f.Failures, err)
	}
}

// After lets fn wait for Ring.
func (f *Frame) After(_ time.Duration, fn func()) (stop func()) {
	stopped := false
	f.waiting = append(f.waiting, func() {
		if !stopped {
			fn()
		}
	})
	return func() { stopped = true }
}

// Ring lets the time of all that waits come.
func (f *Frame) Ring() {
	due := f.waiting
	f.waiting = nil
	for _, fn := range due {
		fn()
	}
}

// Focused returns what has the keyboard, which must be somewhere.
func (f *Frame) Focused() fyne.Focusable {
	f.t.Helper()
	focused := f.window.Canvas().Focused()
	if focused == nil {
		f.t.Fatal("nothing has the keyboard")
	}
	return focused
}

// Type types text where the keyboard is, letter by letter, and returns how many keys
// that took.
func (f *Frame) Type(text string) (keys int) {
	f.t.Helper()
	for _, r := range text {
		f.Focused().TypedRune(r)
		keys++
	}
	return keys
}

// Picture writes what the window shows into the folder that AFTERSHIFT_PICTURES names,
// where it names one.
func (f *Frame) Picture(name string) {
	f.t.Helper()
	folder := os.Getenv("AFTERSHIFT_PICTURES")
	if folder == "" {
		return
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, f.window.Canvas().Capture()); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), picture.Bytes(), 0o600); err != nil {
		f.t.Fatal(err)
	}
}
