package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ReadingTheme is the program's theme as a writing field wants it: with text of
// reading size. It asks the program's current theme each time, and so follows
// every change.
type ReadingTheme struct{}

// current asks the settings, since theme.Current would answer with the theme that
// is being drawn with: this one.
func current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color gives the current colour.
func (ReadingTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return current().Color(name, variant)
}

// Font gives the current theme's font.
func (ReadingTheme) Font(style fyne.TextStyle) fyne.Resource { return current().Font(style) }

// Icon gives the current theme's icon.
func (ReadingTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return current().Icon(name) }

// Size gives Reading where Fyne asks for the size of text.
func (ReadingTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		name = Reading
	}
	return current().Size(name)
}
