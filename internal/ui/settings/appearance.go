package settings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// looks are the themes to choose from, as app.Preferences names them.
var looks = []string{"", "light", "dark", "contrast"}

// appearance is the section about how the window looks.
type appearance struct {
	page    *Page
	section fyne.CanvasObject
	chips   []*widgets.Chip
	size    *widgets.Slider
	says    *widgets.Text
}

// newAppearance returns the section as the window looks now, be it by the preferences
// or by a flag. The size goes in steps of 10 per cent.
func newAppearance(p *Page) *appearance {
	a := &appearance{page: p, says: widgets.NewText("", look.Interface, look.Ink).OneLine()}
	names := []string{p.t("settings.look.system"), p.t("settings.look.light"), p.t("settings.look.dark"), p.t("settings.look.contrast")}
	row := widgets.Wrap(look.Gap)
	for i, name := range names {
		chip := widgets.NewChip(name, widgets.Neutral, func() { a.choose(looks[i]) })
		a.chips = append(a.chips, chip)
		row.Add(chip)
	}
	a.size = widgets.NewSlider(app.MinTextSize, app.MaxTextSize)
	a.size.Step = 10
	_, size := p.frame.Look()
	a.size.SetValue(float64(size))
	a.size.OnChanged = func(percent float64) {
		a.page.presenter.textSize(int(percent))
		a.show()
	}
	a.section = section(p.t("settings.look"),
		widgets.Column(look.Tight, widgets.NewCaption(p.t("settings.look.theme")), row),
		measured(p.t("settings.look.size"), a.says, a.size))
	a.show()
	return a
}

// measured is a slider with its name and what its value means.
func measured(name string, says *widgets.Text, slider *widgets.Slider) fyne.CanvasObject {
	shown := container.NewThemeOverride(slider, sliderTheme{})
	return widgets.Column(look.Tight, widgets.Row(look.Wide, widgets.NewCaption(name).OneLine(), says), shown)
}

// sliderTheme makes the track of a slider visible on a white card, and its
// knob green.
type sliderTheme struct{ look.ReadingTheme }

// Color gives the colour of a role.
func (s sliderTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameInputBackground:
		name = look.Border
	case theme.ColorNameForeground:
		name = look.Green
	}
	return s.ReadingTheme.Color(name, variant)
}

// choose sets the theme, one of looks; "" goes by the system.
func (a *appearance) choose(theme string) {
	a.page.presenter.theme(theme)
	a.show()
}

// show brings the section in step with the window. The slider's handler is taken away
// while its value is set, or that would be kept as a choice.
func (a *appearance) show() {
	theme, size := a.page.frame.Look()
	if theme == "system" { // as the flag calls it
		theme = ""
	}
	for i, chip := range a.chips {
		chip.SetSelected(looks[i] == theme)
	}
	a.says.SetText(a.page.t("settings.look.percent", size))
	if int(a.size.Value) != size {
		set := a.size.OnChanged
		a.size.OnChanged = nil
		a.size.SetValue(float64(size))
		a.size.OnChanged = set
	}
}

func (a *appearance) focus() { a.page.frame.Window().Canvas().Focus(a.chips[0]) }
