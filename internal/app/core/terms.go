package core

import (
	"slices"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/words"
)

// Terms is in which country's words, spelling and dates the program speaks: "" for
// what fits where the computer is set up.
type Terms string

// The terms.
const (
	Neutral       Terms = "neutral"
	Britain       Terms = "gb"
	Ireland       Terms = "ie"
	UnitedStates  Terms = "us"
	Australia     Terms = "au"
	usualLanguage       = "en" // whose texts stand for those that terms don't say otherwise
)

// AllTerms returns the terms to choose from.
func AllTerms() []Terms { return []Terms{Neutral, Britain, Ireland, UnitedStates, Australia} }

// folders are the locale folders whose texts lie over the usual ones.
var folders = map[Terms]string{Britain: "en-GB", Ireland: "en-IE", UnitedStates: "en-US", Australia: "en-AU"}

// regions are the terms that fit where a computer is set up, by ISO 3166 code.
var regions = map[string]Terms{"GB": Britain, "IE": Ireland, "US": UnitedStates, "AU": Australia}

// Terms returns the terms that were chosen, or else those that fit the region.
func (a *App) Terms() Terms {
	if chosen := a.Preferences().Terms; slices.Contains(AllTerms(), chosen) {
		return chosen
	}
	if usual, there := regions[a.config.Region]; there {
		return usual
	}
	return Neutral
}

// SetTerms keeps a choice of terms, in which the program speaks from now on. Whoever
// holds Words asks for them again. It gives the errors of SetPreferences.
func (a *App) SetTerms(t Terms) error {
	if err := a.SetPreferences(func(p *Preferences) { p.Terms = t }); err != nil {
		return err
	}
	return a.Speak()
}

// Speak lets Words be those of the chosen terms from now on. What was asked for before
// stays as it was. It gives the kinds of words.Load.
func (a *App) Speak() error {
	now := a.Terms()
	a.mu.Lock()
	same := a.words != nil && now == a.spoken
	a.mu.Unlock()
	if same {
		return nil
	}
	dirs := []string{usualLanguage}
	if over := folders[now]; over != "" {
		dirs = append(dirs, over)
	}
	w, err := words.Load(assets.Locale(), dirs...)
	if err != nil {
		return fault.Wrap("read words", err)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.words, a.spoken = w, now
	return nil
}

// MonthFirst reports whether in a date written in figures the month stands first, and a
// week begins on Sunday: as the chosen terms have it, else as the computer is set up.
func (a *App) MonthFirst() bool {
	switch a.Terms() {
	case UnitedStates:
		return true
	case Neutral:
		return a.config.MonthFirst
	}
	return false
}
