package draw

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Fyne reads all that a style may need when its first letter is measured: beside the
// letters the pictures, the signs and those of the desktop's language, for each style
// anew (fyne.io/fyne/v2 v2.8.1, internal/painter/font.go). For bold these are 7 MB,
// and next to no bold word has any of it. So words in bold come from the bold letters
// alone where these have them all. Nothing but this file sets words in bold.

// Words gives a canvas text in the theme's size.
func Words(size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", color.Black)
	t.TextSize = size
	Set(t, "", bold)
	return t
}

// Say gives t other words, in the style that it has.
func Say(t *canvas.Text, words string) { Set(t, words, t.TextStyle.Bold) }

// Set gives t other words and another style.
func Set(t *canvas.Text, words string, bold bool) {
	t.Text, t.TextStyle.Bold, t.FontSource = words, bold, letters(words, bold)
}

// Extent gives the room that words take.
func Extent(words string, size float32, bold bool) fyne.Size {
	room, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, fyne.TextStyle{Bold: bold}, letters(words, bold))
	return room
}

// letters gives the font that has all of the words, or nil for whatever Fyne finds.
func letters(words string, bold bool) fyne.Resource {
	if !bold || strings.ContainsFunc(words, rare) {
		return nil
	}
	return fyne.CurrentApp().Settings().Theme().Font(fyne.TextStyle{Bold: true})
}

// rare reports whether r may be missing among the bold letters of Noto Sans: what it
// surely has are the letters of the languages of Europe that are written in Latin
// ones, and the marks and coins that go with them.
func rare(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', '\u00a0' <= r && r <= '\u017f', '\u2010' <= r && r <= '\u2027', r == '€':
		return false
	}
	return true
}
