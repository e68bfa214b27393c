// Package unlock is what stands before a journal is open: the page that says
// what the program is and makes a journal, the page that asks for the
// passphrase, and the pages about recovery words.
//
// Page is the first two. Recovery shows new words once and asks some back;
// AskWords and AskNewWords are the dialogs about words that stand on paper.
// Everything belongs to the main goroutine; keys are derived on others.
package unlock

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/words"
)

// Frame is what these pages need of the window around them.
type Frame interface {
	Window() fyne.Window
	Words() *words.Catalog
	App() *app.App
	// Do runs fn on the main goroutine.
	Do(fn func())
	// Failed shows what went wrong; nothing for nil.
	Failed(err error)
	// Copy puts a secret on the clipboard, from where it is soon taken away.
	Copy(secret string)
	// Opened hands over the open journal.
	Opened(how Opened)
}

// Opened is a journal that has just been opened.
type Opened struct {
	Desk     *app.Desk
	NewWords []string // to be shown once; nil unless the journal is new
	ByWords  bool     // the recovery words opened it
}
