package present

import (
	"time"

	"aftershift/internal/words"
)

// Frame is what every page of an open journal asks of the window around it. A page
// that needs more extends it.
type Frame interface {
	Words() *words.Catalog
	// Notify says quietly what was done, with a button to undo it.
	Notify(text string, undo bool)
	// Failed tells of an error in plain words; nothing for nil.
	Failed(err error)
	// Do runs fn on the main goroutine, soon.
	Do(fn func())
	// After runs fn on the main goroutine once d has passed, unless stopped.
	After(d time.Duration, fn func()) (stop func())
}

// Waits returns what says that the words of a form that was left wait in it.
func Waits(frame Frame) func() {
	return func() { frame.Notify(frame.Words().T("shell.form.waits"), false) }
}
