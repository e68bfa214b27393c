package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which palette a theme takes.
type Mode uint8

// The modes. System follows the desktop's light or dark.
const (
	System Mode = iota
	Light
	Dark
)

// Bounds of the text scale; NewTheme moves what lies outside to the nearer one.
const (
	MinTextScale float32 = 0.9
	MaxTextScale float32 = 2.0
)

// Theme is a fyne.Theme with the roles and sizes of this package. It never
// changes, so it is safe for concurrent use; a new setting is a new Theme.
type Theme struct {
	mode     Mode
	contrast bool
	scale    float32
}

// NewTheme gives the theme for a mode and a text scale, where 1 is 100 %.
func NewTheme(mode Mode, textScale float32) *Theme {
	return &Theme{mode: mode, scale: min(max(textScale, MinTextScale), MaxTextScale)}
}

// HighContrast gives the same theme with stronger borders and text at 7:1.
func (t *Theme) HighContrast() *Theme {
	return &Theme{mode: t.mode, contrast: true, scale: t.scale}
}

// TextScale gives the factor that all text sizes carry.
func (t *Theme) TextScale() float32 { return t.scale }

// Color gives the colour of a role of this package or of Fyne's own names.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.palette(variant)
	if c, ok := p[name]; ok {
		return c
	}
	if ends, ok := edges[name]; ok {
		return t.edge(p[ends.fill], p[ends.ground])
	}
	if role, ok := fyneRoles[name]; ok {
		return p[role]
	}
	if name == theme.ColorNameShadow {
		return t.shade(variant)
	}
	if veil, ok := veils[name]; ok {
		c := p[veil.role]
		c.A = veil.alpha
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant(variant))
}

// Font gives Noto Sans, which comes with Fyne.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon gives Fyne's icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// shade is what lies over a page under a dialog, and around what floats: it darkens
// in every look, a dark one more, where less would not be seen.
func (t *Theme) shade(variant fyne.ThemeVariant) color.Color {
	if t.variant(variant) == theme.VariantDark {
		return color.NRGBA{A: 0x99}
	}
	return color.NRGBA{A: 0x38}
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

func (t *Theme) palette(system fyne.ThemeVariant) palette {
	isDark := t.variant(system) == theme.VariantDark
	switch {
	case isDark && t.contrast:
		return darkContrast
	case isDark:
		return dark
	case t.contrast:
		return lightContrast
	}
	return light
}

// edge is a border halfway between the soft ground that it surrounds and the
// strong colour; in high contrast it is the strong colour.
func (t *Theme) edge(fill, ground color.NRGBA) color.Color {
	if t.contrast {
		return fill
	}
	mix := func(a, b uint8) uint8 { return uint8((uint16(a)*2 + uint16(b)*3) / 5) }
	return color.NRGBA{R: mix(fill.R, ground.R), G: mix(fill.G, ground.G), B: mix(fill.B, ground.B), A: 0xff}
}

// edges are the roles of borders around a soft ground.
var edges = map[fyne.ThemeColorName]struct{ fill, ground fyne.ThemeColorName }{
	GreenEdge: {Green, GreenSoft},
	WarmEdge:  {Warm, WarmSoft},
	AmberEdge: {Amber, AmberSoft},
}

// fyneRoles says which role stands behind each of Fyne's own colour names.
var fyneRoles = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          Paper,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabled:            Soft,
	theme.ColorNameDisabledButton:      Muted,
	theme.ColorNameError:               WarmInk,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   Surface,
	theme.ColorNameForegroundOnPrimary: OnGreen,
	theme.ColorNameForegroundOnSuccess: OnGreen,
	theme.ColorNameForegroundOnWarning: Surface,
	theme.ColorNameHeaderBackground:    Panel,
	theme.ColorNameHyperlink:           Green,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Border,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Hint,
	theme.ColorNamePrimary:             Green,
	theme.ColorNameScrollBarBackground: Side,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameSuccess:             Green,
	theme.ColorNameWarning:             AmberInk,
}

// veils are the roles that Fyne lays over something else, half transparent.
var veils = map[fyne.ThemeColorName]struct {
	role  fyne.ThemeColorName
	alpha uint8
}{
	theme.ColorNameFocus:     {Green, 0x38},
	theme.ColorNameHover:     {Ink, 0x0d},
	theme.ColorNamePressed:   {Ink, 0x1c},
	theme.ColorNameSelection: {Green, 0x40},
	theme.ColorNameScrollBar: {Ink, 0x55},
}
