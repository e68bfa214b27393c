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

// Color gives no ground and no border to a field, else the current colour.
func (ReadingTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameInputBackground || name == theme.ColorNameInputBorder {
		return color.Transparent
	}
	return theme.Current().Color(name, variant)
}

// Font gives the current theme's font.
func (ReadingTheme) Font(style fyne.TextStyle) fyne.Resource { return theme.Current().Font(style) }

// Icon gives the current theme's icon.
func (ReadingTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.Current().Icon(name) }

// Size gives Reading where Fyne asks for the size of text, and no border.
func (ReadingTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return theme.Current().Size(Reading)
	case theme.SizeNameInputBorder:
		return 0
	}
	return theme.Current().Size(name)
}
