package shell

import (
	"runtime"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/widgets"
)

// escaped takes an Escape that nothing on the page had a use for: it closes what
// lies over the page, else it leads back from every page but the first.
func (s *Shell) escaped(k *fyne.KeyEvent) {
	switch {
	case k.Name != fyne.KeyEscape || widgets.CloseTop(s.window.Canvas()):
	case s.room != nil && s.room.keepsEscape():
	case s.room != nil && s.room.present != s.room.first():
		s.room.back()
	}
}

// keepsEscape lets the page have an Escape that isn't to lead away from it, and reports
// whether it took it.
func (r *room) keepsEscape() bool {
	p, has := r.pages[r.present].(interface{ Escaped() bool })
	return has && p.Escaped()
}

// mostTrail is how many pages one can go back over.
const mostTrail = 50

// Back is back, for a page's own button.
func (r *room) Back() { r.back() }

// back goes to the page that led here, or to the first one.
func (r *room) back() {
	trail := r.trail
	if len(trail) == 0 {
		r.Open(r.first(), 0)
		return
	}
	last := len(trail) - 1
	r.Open(trail[last], 0)
	r.trail = trail[:last]
}

// backKey and backMod are the keys that lead back where one looks at pages: on a
// Mac, Alt and an arrow go through a text by words.
func backKey() fyne.KeyName {
	if runtime.GOOS == "darwin" {
		return fyne.KeyLeftBracket
	}
	return fyne.KeyLeft
}

func backMod() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return ctrl
	}
	return alt
}
