package look

import "fyne.io/fyne/v2"

// Scale gives how large text is in the window, 1 for 100 %.
func Scale() float32 { return ScaleOf(fyne.CurrentApp().Settings().Theme()) }

// ScaleOf gives how large a theme's text is, 1 for 100 %.
func ScaleOf(t fyne.Theme) float32 { return t.Size(Interface) / textSizes[Interface] }
