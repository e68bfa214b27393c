package draw

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// down is the control on which a key with a letter on it, or Space, went down whose
// letter has not come yet; nil: none. Fyne gives a control the key first and then the
// letter to whatever has the keyboard by then, so a field that the key opened would
// begin with it. It belongs to Fyne's main goroutine.
var down *Control

// pressed notes a key that went down on the control.
func (c *Control) pressed(key fyne.KeyName) {
	down = nil
	if key == fyne.KeySpace || utf8.RuneCountInString(string(key)) == 1 {
		down = c
	}
}

// Typing notes a key that went down in a field: its letter is meant.
func Typing() { down = nil }

// Strays reports, once, whether the letter that comes to a field, or to the control
// that takes letters, belongs to a key that went down on another control.
func Strays(to *Control) bool {
	was := down
	down = nil
	return was != nil && was != to
}
