// Package settings is the page of the user's choices: how the window looks, when
// it locks, what stands in copies, the keys to the journal, what was deleted, and
// what the program is.
//
// Everything belongs to the main goroutine.
package settings

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	App() *app.App
	Version() string
	// Open goes to another page.
	Open(page string, id journal.ID)
	// Look gives the theme and the text size in per cent that are shown now, which
	// may be those of this run alone.
	Look() (theme string, size int)
	// ApplyLook shows the theme, or else the text size, that the preferences ask for.
	ApplyLook(theme bool)
	// Speak has all pages speak in the terms that were chosen last.
	Speak()
	// CheckWords asks for the recovery words as they stand on paper.
	CheckWords()
	// NewWords makes new recovery words and shows them.
	NewWords()
	// ChangePassphrase asks for the present key and a new passphrase.
	ChangePassphrase()
}
