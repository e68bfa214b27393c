// Package widgets holds the controls that the pages are composed of. They know
// no domain: they take plain strings, numbers and callbacks, and draw with the
// colour roles of package look, so that light, dark, high contrast and any text
// size are one drawing. Lists and fields stand in packages below this one; what
// all are drawn with, in package draw.
//
// Everything here runs on Fyne's main goroutine and is not safe for concurrent
// use. The one exception is the work handed to Button.Async, which runs on a
// goroutine of its own and comes back through fyne.Do. Every control that can be
// clicked can be reached with Tab, shows a ring while it has the focus, and is
// worked with Space, Enter and the arrow keys. A setter changes what is shown and
// never calls the callback; only the person's own hand does.
package widgets

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
)

// Tone says in which sense a chip, a dot, a bar or a notice is coloured. It is
// never the only bearer of a meaning: words stand beside it.
type Tone uint8

// The tones.
const (
	Neutral Tone = iota
	Green
	Warm
	Amber
)

// Ground is the soft colour under words of this tone.
func (t Tone) Ground() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Muted, look.GreenSoft, look.WarmSoft, look.AmberSoft}[t]
}

// Ink is the colour of words of this tone.
func (t Tone) Ink() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Soft, look.Green, look.WarmInk, look.AmberInk}[t]
}

// Fill is the strong colour of a dot or a bar of this tone.
func (t Tone) Fill() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Line, look.Green, look.Warm, look.Amber}[t]
}

// Edge is the border around a soft ground of this tone.
func (t Tone) Edge() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{look.Line, look.GreenEdge, look.WarmEdge, look.AmberEdge}[t]
}
