package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"aftershift/internal/ui/editor/text"
)

// TypedRune is called by Fyne for every letter that is typed, also one that dead
// keys or an input method have put together.
func (e *Editor) TypedRune(r rune) {
	if stray := e.Strays != nil && e.Strays(); !e.readOnly && !stray {
		e.typed(string(r))
	}
}

// TypedKey is called by Fyne for every key that is no shortcut.
func (e *Editor) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	mod := none
	if e.shifted() {
		mod = shift
	}
	e.press(chord{key.Name, mod})
}

// TypedShortcut is called by Fyne for keys with Ctrl, Alt or Super, and for those
// that it knows as copying and the like. What the field does not know goes on to
// the window.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if c, ok := e.chordOf(s); ok && e.press(c) {
		return
	}
	passOn(s, e.canvas())
}

// passOn gives a shortcut to the window's own, which are dead otherwise while the
// field has the keyboard. The test driver's window has none.
func passOn(s fyne.Shortcut, c fyne.Canvas) {
	if own, ok := c.(fyne.Shortcutable); ok {
		own.TypedShortcut(s)
	}
}

// chordOf returns the keys of the table that a shortcut stands for.
func (e *Editor) chordOf(s fyne.Shortcut) (chord, bool) {
	if own, is := s.(*desktop.CustomShortcut); is {
		return chord{own.KeyName, own.Modifier}, true
	}
	held := ctrl
	if _, ok := e.keys[chord{fyne.KeyZ, super}]; ok {
		held = super
	}
	key, ok := known[s.ShortcutName()]
	return chord{key, held}, ok
}

// known are the keys of those shortcuts that Fyne knows.
var known = map[string]fyne.KeyName{
	(&fyne.ShortcutUndo{}).ShortcutName():      fyne.KeyZ,
	(&fyne.ShortcutRedo{}).ShortcutName():      fyne.KeyY,
	(&fyne.ShortcutCut{}).ShortcutName():       fyne.KeyX,
	(&fyne.ShortcutCopy{}).ShortcutName():      fyne.KeyC,
	(&fyne.ShortcutPaste{}).ShortcutName():     fyne.KeyV,
	(&fyne.ShortcutSelectAll{}).ShortcutName(): fyne.KeyA,
}

func (e *Editor) typed(s string) {
	e.field.Type(s)
	e.changed()
}

func (e *Editor) erase(unit text.Unit, forward bool) {
	if e.field.Erase(unit, forward) {
		e.changed()
	}
}

func (e *Editor) copy() {
	if s := e.SelectedText(); s != "" {
		fyne.CurrentApp().Clipboard().SetContent(s)
	}
}

func (e *Editor) cut() {
	if e.SelectedText() != "" {
		e.copy()
		e.erase(text.Character, true)
	}
}

// paste takes the clipboard's text alone, with line breaks as they are typed.
func (e *Editor) paste() {
	s := fyne.CurrentApp().Clipboard().Content()
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if s != "" {
		e.Insert(s)
	}
}

// pageRows is how many rows a page has: those in view but one, which stays.
func (e *Editor) pageRows() int {
	height := float32(0)
	if e.PageHeight != nil {
		height = e.PageHeight()
	} else if c := e.canvas(); c != nil {
		height = min(c.Size().Height, e.Size().Height)
	}
	e.measure()
	return max(int(height/e.metrics.pitch)-1, 1)
}
