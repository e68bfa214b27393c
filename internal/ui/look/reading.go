package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// ReadingTheme is the program's theme as a writing field wants it: text of
// reading size on an open ground, so that the field's owner can draw the border.
// It asks the program's current theme each time, and so follows every change.
type ReadingTheme struct{}

// current asks the settings, since theme.Current would answer with the theme that
// is being drawn with: this one.
func current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color gives no ground and no border to a field, else the current colour.
func (ReadingTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground || name == theme.ColorNameInputBorder {
		return color.Transparent
	}
	return current().Color(name, variant)
}

// Font gives the current theme's font.
func (ReadingTheme) Font(style fyne.TextStyle) fyne.Resource { return current().Font(style) }

// Icon gives the current theme's icon.
func (ReadingTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return current().Icon(name) }

// Size gives Reading where Fyne asks for the size of text, and no border.
func (ReadingTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return current().Size(Reading)
	case theme.SizeNameInputBorder:
		return 0
	}
	return current().Size(name)
}
