package editor

import "time"

const (
	// blinkStep is how long the caret is shown and hidden in turn.
	blinkStep = 500 * time.Millisecond
	// blinkFor is how long the caret blinks after the last key; then it stays.
	blinkFor = 10 * time.Second
)

// blinker shows and hides the caret. It waits for nothing while the field does
// not have the keyboard or nobody has typed for blinkFor.
type blinker struct {
	editor *Editor
	hidden bool
	until  time.Time
	stop   func()
}

// rest shows the caret and begins to count from here.
func (b *blinker) rest() {
	b.halt()
	b.hidden = false
	if !b.editor.focused {
		return
	}
	b.until = b.editor.clock.Now().Add(blinkFor)
	b.wait()
}

func (b *blinker) wait() { b.stop = b.editor.clock.AfterFunc(blinkStep, b.turn) }

func (b *blinker) turn() {
	b.stop = nil
	if !b.editor.focused {
		return
	}
	b.hidden = !b.hidden && b.editor.clock.Now().Before(b.until)
	if b.hidden || b.editor.clock.Now().Before(b.until) {
		b.wait()
	}
	if r := b.editor.renderer; r != nil {
		r.showCaret()
	}
}

func (b *blinker) halt() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}
