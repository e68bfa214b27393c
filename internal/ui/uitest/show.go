// Package uitest is what tests of the window begin with.
package uitest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
)

// Show puts o alone into a window of w by h under the light theme at scale, and
// returns the window.
func Show(t testing.TB, o fyne.CanvasObject, scale, w, h float32) fyne.Window {
	t.Helper()
	lit(t, scale)
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// lit begins a test's program under the light theme at scale.
func lit(t testing.TB, scale float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, scale))
}

// Press types keys on o, one after the other.
func Press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}
