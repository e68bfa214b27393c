package editor

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// hands is a clock that tests move: what waits is called when its time has come.
type hands struct {
	at    time.Time
	waits []*wait
}

type wait struct {
	at   time.Time
	f    func()
	gone bool
}

func (h *hands) Now() time.Time { return h.at }

func (h *hands) AfterFunc(d time.Duration, f func()) func() {
	w := &wait{at: h.at.Add(d), f: f}
	h.waits = append(h.waits, w)
	return func() { w.gone = true }
}

// pass lets time go by.
func (h *hands) pass(d time.Duration) {
	end := h.at.Add(d)
	for {
		var next *wait
		for _, w := range h.waits {
			if !w.gone && !w.at.After(end) && (next == nil || w.at.Before(next.at)) {
				next = w
			}
		}
		if next == nil {
			h.at = end
			return
		}
		next.gone, h.at = true, next.at
		next.f()
	}
}

// waiting is how many calls are still to come.
func (h *hands) waiting() int {
	n := 0
	for _, w := range h.waits {
		if !w.gone {
			n++
		}
	}
	return n
}

func newHands() *hands { return &hands{at: time.Unix(1_700_000_000, 0)} }

// shown returns an editor in a scroll in a window, with the keyboard.
func shown(t testing.TB, system string, size fyne.Size) (*Editor, *hands, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	clock := newHands()
	e := newFor(clock, system)
	w := test.NewTempWindow(t, container.NewVScroll(e))
	w.SetPadded(false)
	w.Resize(size)
	w.Canvas().Focus(e)
	return e, clock, w
}

// randomWords returns a text of n words as people write them.
func randomWords(r *rand.Rand, n int) string {
	list := strings.Fields("the a I we team newest room client's felt after shift could sent quite " +
		"supervision about what stayed with me home visit and but then, not. Again? today's handover 10:40 went " +
		"well-being safeguarding naïve café difficult conversation mother father school nobody listening")
	words := make([]string, n)
	for i := range words {
		words[i] = list[r.IntN(len(list))]
	}
	return strings.Join(words, " ")
}

func typeInto(to fyne.Focusable, s string) {
	for _, r := range s {
		if r == '\n' {
			to.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		to.TypedRune(r)
	}
}

func TestEditor_keepsEveryLetter_atEveryWidth(t *testing.T) {
	e, _, w := shown(t, "linux", fyne.NewSize(460, 300))
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 200 {
		w.Resize(fyne.NewSize(float32(120+4*i), 300))
		e.SetText("")
		want := randomWords(r, 60)
		typeInto(e, want)
		if e.Text() != want {
			t.Fatalf("at width %v typed\n%q, got\n%q", 120+4*i, want, e.Text())
		}
	}
}

// The toolkit's own entry puts a space that is typed when a word has just filled
// the row right of the caret. When this test fails, the toolkit has been mended:
// rejoice, and drop the test.
func TestToolkitEntry_losesSpaces(t *testing.T) {
	test.NewTempApp(t)
	entry := widget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapWord
	w := test.NewTempWindow(t, entry)
	w.Resize(fyne.NewSize(460, 300))
	r := rand.New(rand.NewPCG(1, 2))
	differ := 0
	for range 60 {
		entry.SetText("")
		want := randomWords(r, 60)
		typeInto(entry, want)
		if entry.Text != want {
			differ++
		}
	}
	t.Logf("%d of 60 texts differ from what was typed", differ)
	if differ == 0 {
		t.Error("the toolkit's entry keeps what is typed now")
	}
}
