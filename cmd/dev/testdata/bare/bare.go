// Command bare opens a window of the toolkit with one word in it, and nothing else:
// what any program costs that is made with it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("app.aftershift.bare").NewWindow("Bare")
	window.SetContent(widget.NewLabel("Bare"))
	window.Resize(fyne.NewSize(1280, 760))
	window.ShowAndRun()
}
