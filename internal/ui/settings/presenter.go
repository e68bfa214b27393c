package settings

import (
	"maps"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// private are the choices that stand in the journal; app.Desk has them.
type private interface {
	Settings() app.Settings
	SetSettings(change func(*app.Settings)) error
	Hold(place string, keep func() error)
}

// public are the choices that stand outside it; app.App has them.
type public interface {
	SetPreferences(change func(*app.Preferences)) error
	SetTerms(t app.Terms) error
	Terms() app.Terms
}

// presenter keeps the user's choices. What is chosen by a click is kept at once,
// what is typed when the field is left or the page goes.
type presenter struct {
	private private
	public  public
	applied func(theme bool) // the theme is another, or else the text size
	failed  func(error)
	typed   map[field]string // not kept yet
}

// field names a setting that is typed.
type field uint8

// The settings that are typed; all others are chosen.
const (
	contact field = iota
	author
)

func newPresenter(desk *app.Desk, frame Frame) *presenter {
	return &presenter{
		private: desk, public: frame.App(), applied: frame.ApplyLook, failed: frame.Failed, typed: map[field]string{},
	}
}

// theme sets how the window looks: "", "light", "dark" or "contrast".
func (p *presenter) theme(name string) {
	p.prefer(true, func(prefs *app.Preferences) { prefs.Theme = name })
}

// terms sets in which country's words the program speaks.
func (p *presenter) terms(t app.Terms) { p.failed(p.public.SetTerms(t)) }

// textSize sets the size of text in per cent.
func (p *presenter) textSize(percent int) {
	p.prefer(false, func(prefs *app.Preferences) { prefs.TextSize = percent })
}

// prefer changes the preferences and, once they are kept, has the window show it: the
// theme, or else the text size.
func (p *presenter) prefer(theme bool, change func(*app.Preferences)) {
	if err := p.public.SetPreferences(change); err != nil {
		p.failed(err)
		return
	}
	p.applied(theme)
}

// idle sets after how many minutes the journal locks by itself.
func (p *presenter) idle(minutes int) {
	p.set(func(s *app.Settings) { s.IdleMinutes = minutes })
}

// concealAway sets whether what is written is hidden when another window comes to the
// front.
func (p *presenter) concealAway(on bool) {
	p.set(func(s *app.Settings) { s.ConcealAway = on })
}

// trash sets for how many days a deleted entry can be taken back.
func (p *presenter) trash(days int) {
	p.set(func(s *app.Settings) { s.TrashDays = days })
}

// template sets what a new entry begins with.
func (p *presenter) template(id journal.TemplateID) {
	p.set(func(s *app.Settings) { s.Template = id })
}

// set changes the settings that stand in the journal, and tells of an error; that it
// worked shows by itself.
func (p *presenter) set(change func(*app.Settings)) { p.failed(p.private.SetSettings(change)) }

// heldAt names what the presenter holds.
const heldAt = "settings"

// write takes what is typed in a field, to be kept later. The journal holds it as well,
// and keeps it where the page doesn't get to.
func (p *presenter) write(f field, text string) {
	p.typed[f] = text
	p.private.Hold(heldAt, p.keeping())
}

// keeping gives what keeps what was typed so far.
func (p *presenter) keeping() func() error {
	typed := maps.Clone(p.typed)
	return func() error {
		return p.private.SetSettings(func(s *app.Settings) {
			for f, text := range typed {
				switch f {
				case contact:
					s.Contact = text
				case author:
					s.Author = text
				}
			}
		})
	}
}

// keep keeps what was typed. What can't be kept stays to be tried again.
func (p *presenter) keep() error {
	if len(p.typed) == 0 {
		return nil
	}
	err := p.keeping()()
	if err == nil {
		clear(p.typed)
		p.private.Hold(heldAt, nil)
	}
	return err
}
