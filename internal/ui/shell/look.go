package shell

import (
	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets/fields"
)

// applyLook sets the theme that the preferences, or the flags of this run, ask
// for.
func (s *Shell) applyLook() {
	name, size := s.Look()
	s.fyne.Settings().SetTheme(themeOf(followed(name, s.options.HighContrast), size))
}

// followed gives the look that has strong contrasts for the one that follows the
// system, where the system has them, and any other as it is.
func followed(name string, highContrast bool) string {
	if highContrast && (name == "" || name == "system") {
		return "contrast"
	}
	return name
}

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

// Speak has every page speak in the terms that were chosen last, and shows again the one
// where one is. What stands in fields is kept first; where it can't be, that is said and
// everything stays as it is.
func (r *room) Speak() {
	if err := r.flush(); err != nil {
		r.Failed(err)
		return
	}
	r.hideToast()
	at, entry, was := r.present, r.place().Entry, r.strips
	r.close()
	fields.SetWriting(r.writing())
	next := r.furnish(unlock.Opened{Desk: r.desk, ByWords: was.byWords})
	next.strips.recovered, next.strips.put = was.recovered, was.put
	next.strips.show()
	next.trail, next.left = r.trail, entry
	next.Open(at, 0)
	if p, can := next.pages[at].(interface{ ShowTerms() }); can {
		p.ShowTerms()
	}
}
