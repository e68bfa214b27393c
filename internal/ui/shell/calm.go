package shell

import "fyne.io/fyne/v2"

// calmApp is the Fyne app without animations. Fyne's own single-line field blinks
// its caret at 60 frames a second for as long as it has the keyboard, which costs
// a tenth of a core where no graphics card draws (fyne.io/fyne/v2 v2.8.1,
// widget/entry_cursor_anim.go); without animations the caret stands.
type calmApp struct{ fyne.App }

// Settings gives the app's settings without animations.
func (a calmApp) Settings() fyne.Settings { return calmSettings{a.App.Settings()} }

type calmSettings struct{ fyne.Settings }

// ShowAnimations is false.
func (calmSettings) ShowAnimations() bool { return false }

// calm makes the app one without animations, for all of the program.
func calm(a fyne.App) fyne.App {
	fyne.SetCurrentApp(calmApp{a})
	return calmApp{a}
}
