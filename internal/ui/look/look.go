// Package look is how the program looks: the colour roles, the sizes, the theme
// that carries them into every Fyne widget, and the logo.
//
// A widget never names a colour, only a role, so that light, dark and high
// contrast stay one drawing. Every pair of text and ground that a role is meant
// for reaches a contrast of 4.5:1, in high contrast 7:1 (WCAG 2.2, success
// criteria 1.4.3 and 1.4.6), and every mark, border and ring that tells something
// 3:1, in high contrast 4.5:1 (1.4.11); the package's tests compute it.
package look

import "fyne.io/fyne/v2"

// The colour roles. Each may be asked of a fyne.Theme made by NewTheme.
const (
	// Paper is the ground of a page.
	Paper fyne.ThemeColorName = "aftershift.paper"
	// Surface is the ground of a card, a field, a white button.
	Surface fyne.ThemeColorName = "aftershift.surface"
	// Panel is the ground of a list column and of the rail.
	Panel fyne.ThemeColorName = "aftershift.panel"
	// Side is the ground of the side navigation.
	Side fyne.ThemeColorName = "aftershift.side"
	// Line is a rule, or the border of what only holds something; never text.
	Line fyne.ThemeColorName = "aftershift.line"
	// Border is the border of what one types into, drags or fills: a field, the
	// unset track of a slider, the empty part of a meter.
	Border fyne.ThemeColorName = "aftershift.border"
	// Ink is text.
	Ink fyne.ThemeColorName = "aftershift.ink"
	// Soft is text of second rank.
	Soft fyne.ThemeColorName = "aftershift.soft"
	// Hint is what stands in an empty field, told from what is written there.
	Hint fyne.ThemeColorName = "aftershift.hint"
	// Green is the one accent, as text, stroke or filled ground.
	Green fyne.ThemeColorName = "aftershift.green"
	// GreenSoft is the ground of what can be shared and of green chips.
	GreenSoft fyne.ThemeColorName = "aftershift.greenSoft"
	// OnGreen is text on a ground of Green.
	OnGreen fyne.ThemeColorName = "aftershift.onGreen"
	// Warm marks feeling and urgency: a dot, a bar, a slider.
	Warm fyne.ThemeColorName = "aftershift.warm"
	// WarmInk is text in that sense, also on WarmSoft.
	WarmInk fyne.ThemeColorName = "aftershift.warmInk"
	// WarmSoft is the ground of warm chips and notices.
	WarmSoft fyne.ThemeColorName = "aftershift.warmSoft"
	// Amber marks what is in between or waits for a decision.
	Amber fyne.ThemeColorName = "aftershift.amber"
	// AmberInk is text in that sense, also on AmberSoft.
	AmberInk fyne.ThemeColorName = "aftershift.amberInk"
	// AmberSoft is the ground of amber chips, notices and found words.
	AmberSoft fyne.ThemeColorName = "aftershift.amberSoft"
	// GreenEdge, WarmEdge and AmberEdge are borders around the soft grounds.
	GreenEdge fyne.ThemeColorName = "aftershift.greenEdge"
	WarmEdge  fyne.ThemeColorName = "aftershift.warmEdge"
	AmberEdge fyne.ThemeColorName = "aftershift.amberEdge"
	// Mask is the ground of a masked word; its text has the role Surface.
	Mask fyne.ThemeColorName = "aftershift.mask"
	// Muted is the ground of neutral chips and of what is switched off; its text
	// has the role Soft.
	Muted fyne.ThemeColorName = "aftershift.muted"
)
