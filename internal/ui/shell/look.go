package shell

import (
	"aftershift/internal/app"
	"aftershift/internal/ui/look"
)

// applyLook sets the theme that the preferences, or the flags of this run, ask
// for.
func (s *Shell) applyLook() { s.fyne.Settings().SetTheme(themeOf(s.Look())) }

// Look gives the theme and the text size in per cent that are shown.
func (s *Shell) Look() (name string, size int) {
	p := s.app.Preferences()
	name, size = p.Theme, p.TextSize
	if s.options.Theme != "" {
		name = s.options.Theme
	}
	if s.options.TextSize != 0 {
		size = s.options.TextSize
	}
	return name, size
}

// themeOf gives the theme of a name of app.Preferences and a text size in per
// cent.
func themeOf(name string, size int) *look.Theme {
	scale := float32(size) / 100
	switch name {
	case "light":
		return look.NewTheme(look.Light, scale)
	case "dark":
		return look.NewTheme(look.Dark, scale)
	case "contrast":
		return look.NewTheme(look.System, scale).HighContrast()
	}
	return look.NewTheme(look.System, scale)
}

// textStep is how much larger or smaller a command makes text, in per cent.
const textStep = 10

// lookOf gives what chooses a look of app.Preferences.
func lookOf(theme string) func(*room) {
	return func(r *room) { r.prefer(true, func(p *app.Preferences) { p.Theme = theme }) }
}

// stepText makes text larger or smaller than it is shown now.
func (r *room) stepText(by int) {
	_, size := r.Look()
	r.prefer(false, func(p *app.Preferences) { p.TextSize = size + by })
}

// prefer changes how the window looks, from now on and for the next time.
func (r *room) prefer(theme bool, change func(*app.Preferences)) {
	if err := r.app.SetPreferences(change); err != nil {
		r.Failed(err)
		return
	}
	r.ApplyLook(theme)
	if p, can := r.pages[settingsPage].(interface{ ShowLook() }); can {
		p.ShowLook()
	}
}
