package shell

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Window gives the window.
func (s *Shell) Window() fyne.Window { return s.window }

// Words gives the words of the interface.
func (s *Shell) Words() *words.Catalog { return s.app.Words() }

// App gives the program, for what stands outside the journal.
func (s *Shell) App() *app.App { return s.app }

// Do runs fn on the main goroutine, soon. Once the window is gone nothing runs
// any more: Fyne would then run fn on the caller's goroutine, beside the main one.
func (s *Shell) Do(fn func()) {
	if !s.ended.Load() {
		s.post(fn)
	}
}

// turns are the functions that wait for the main goroutine. They take one turn
// together: while the window is drawn slowly, Fyne gives about one a frame, and
// what each key posts would wait behind that of all keys before.
type turns struct {
	post func(func()) // gives a turn, soon
	mu   sync.Mutex
	wait []func()
}

// do runs fn in the next turn.
func (t *turns) do(fn func()) {
	if t.add(fn) {
		t.post(t.run)
	}
}

// add takes fn in, and reports whether it is the first that waits.
func (t *turns) add(fn func()) (first bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wait = append(t.wait, fn)
	return len(t.wait) == 1
}

// run does what waits, in its order. What comes meanwhile takes the next turn.
func (t *turns) run() {
	t.mu.Lock()
	all := t.wait
	t.wait = nil
	t.mu.Unlock()
	for _, fn := range all {
		fn()
	}
}

// After runs fn on the main goroutine after d, unless stop is called before.
func (s *Shell) After(d time.Duration, fn func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(d, func() {
		s.Do(func() {
			if !stopped {
				fn()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// Copy puts a secret on the clipboard, from where it is taken away after
// clipboardTime.
func (s *Shell) Copy(secret string) { s.clip.put(secret) }

//words:prefix fault.

// Failed says what happened, what is safe and what to do next. It says nothing
// for nil and for what the user stopped.
func (s *Shell) Failed(err error) {
	kind := fault.KindOf(err)
	if err == nil || kind == fault.Cancelled {
		return
	}
	says := faultWords(s.Words(), kind)
	if app.IsHeld(err) {
		says = heldWords(s.Words())
	}
	widgets.Confirm(s.window.Canvas(), widgets.Ask{
		Title: says.title, Text: says.text + "\n\n" + says.next, Yes: s.t("shell.close"),
	}, nil)
}

// doorFrame is the window as the pages before a journal is open know it.
type doorFrame struct{ *Shell }

// Opened takes over a journal that has just been opened.
func (d doorFrame) Opened(how unlock.Opened) { d.enter(how) }
