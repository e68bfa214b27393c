package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
)

// The markup of small widgets in testdata says what is drawn where, in which
// colour. A difference leaves the new markup in testdata/failed: look at it, and
// copy it over if it is what was meant.
func TestWidgets_markup(t *testing.T) {
	focused := NewPrimary("Save", nil)
	disabled := NewPlain("Next time", nil)
	chosen := NewChip("advice", Neutral, func() {})
	scale := NewScale(ScaleWords{"How hard did it hit", "barely", "very hard", "not set", "%d of 10"}, Warm)
	cases := map[string]struct {
		object fyne.CanvasObject
		ready  func(fyne.Canvas)
	}{
		"button_focused":  {focused, func(c fyne.Canvas) { c.Focus(focused) }},
		"button_disabled": {disabled, func(fyne.Canvas) { disabled.Disable() }},
		"chip_chosen":     {chosen, func(fyne.Canvas) { chosen.SetSelected(true) }},
		"scale_set":       {scale, func(fyne.Canvas) { scale.SetValue(8, true) }},
		"check_ticked":    {NewCheckRow("In the case record", true, nil), func(fyne.Canvas) {}},
	}
	for name, c := range cases {
		test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
		win := test.NewTempWindow(t, c.object)
		win.SetPadded(false)
		win.Resize(fyne.NewSize(200, 60))
		c.ready(win.Canvas())
		test.AssertRendersToMarkup(t, name+".xml", win.Canvas())
	}
}

// A change of the theme reaches what is on screen without being made anew.
func TestWidgets_followAChangeOfTheme(t *testing.T) {
	button, text := NewPlain("More", nil), NewBody("words")
	uitest.Show(t, Column(8, button, text), 1, 400, 500)
	height := button.MinSize().Height
	dark := look.NewTheme(look.Dark, 1.5)
	fyne.CurrentApp().Settings().SetTheme(dark)
	if button.ground.FillColor != dark.Color(look.Surface, 0) || text.lines[0].Color != dark.Color(look.Ink, 0) {
		t.Error("a colour stayed light")
	}
	if button.MinSize().Height <= height {
		t.Error("a size stayed at 100 %")
	}
}
