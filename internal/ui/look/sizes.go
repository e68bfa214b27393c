package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The sizes of text, as names that a theme answers. They follow the text scale.
const (
	// Title is a page's heading, 21 at 100 %.
	Title = theme.SizeNameHeadingText
	// Display is the program's name at the door, 26 at 100 %.
	Display fyne.ThemeSizeName = "aftershift.display"
	// Clock is what is read across a room, 44 at 100 %.
	Clock fyne.ThemeSizeName = "aftershift.clock"
	// Subtitle heads a list column or a dialog, 16 at 100 %.
	Subtitle fyne.ThemeSizeName = "aftershift.subtitle"
	// Reading is a reflection, 14.5 at 100 %.
	Reading = theme.SizeNameSubHeadingText
	// Interface is buttons, rows, fields, 13.5 at 100 %.
	Interface = theme.SizeNameText
	// Label is small print and field names, 12 at 100 %.
	Label = theme.SizeNameCaptionText
)

// Spacing, in Fyne's device-independent pixels. It does not follow the text
// scale: at 200 % the room belongs to the text.
const (
	Tight float32 = 4  // between a thing and its own label
	Gap   float32 = 8  // between neighbours
	Wide  float32 = 14 // between groups, and inside a card
	Edge  float32 = 22 // between a page and its edge
)

// Corner radii, in Fyne's device-independent pixels.
const (
	RadiusField float32 = 8
	RadiusCard  float32 = 10
)

var textSizes = map[fyne.ThemeSizeName]float32{
	Clock: 44, Display: 26, Title: 21, Subtitle: 16, Reading: 14.5, Interface: 13.5, Label: 12,
	theme.SizeNameInlineIcon: 18,
}

var fixedSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameInnerPadding:       8,
	theme.SizeNamePadding:            4,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInputBorder:        1.5,
	theme.SizeNameInputRadius:        RadiusField,
	theme.SizeNameButtonRadius:       RadiusField,
	theme.SizeNameCardRadius:         RadiusCard,
	theme.SizeNameDialogRadius:       RadiusCard,
	theme.SizeNamePopupRadius:        RadiusField,
	theme.SizeNameMenuRadius:         RadiusField,
	theme.SizeNameSelectionRadius:    4,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    3,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameModalBlurRadius:    0,
}

// Size gives a text size times the text scale, or a fixed measure.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := textSizes[name]; ok {
		return s * t.scale
	}
	if s, ok := fixedSizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}
