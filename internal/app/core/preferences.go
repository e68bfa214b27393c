package core

import (
	"encoding/json"
	"os"
	"path/filepath"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

// Preferences are all that stands outside a journal, readable: how the window
// looks and which file was open last. Nothing of a journal's content belongs
// here.
type Preferences struct {
	Journal  string  `json:"journal,omitempty"`   // from the data folder where it is not absolute
	Theme    string  `json:"theme,omitempty"`     // "", "light", "dark" or "contrast"; "" follows the system
	TextSize int     `json:"text_size,omitempty"` // per cent, 90 to 200
	Terms    Terms   `json:"terms,omitempty"`     // "": those of the region
	Width    float32 `json:"width,omitempty"`     // of the window, in its own units
	Height   float32 `json:"height,omitempty"`
}

// The bounds of Preferences.TextSize, in per cent.
const (
	MinTextSize = 90
	MaxTextSize = 200
)

// Preferences gives the current preferences.
func (a *App) Preferences() Preferences {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.prefs
}

// SetPreferences changes the preferences and keeps them. It gives the kinds of
// platform.Fault where they can't be kept; they then hold until the program ends.
func (a *App) SetPreferences(change func(*Preferences)) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	change(&a.prefs)
	a.prefs.TextSize = min(max(a.prefs.TextSize, MinTextSize), MaxTextSize)
	raw, err := json.MarshalIndent(a.prefs, "", "  ")
	if err != nil {
		return fault.As(fault.Internal, "write preferences", err)
	}
	if err := platform.MakePrivate(a.config.ConfigFolder); err != nil {
		return fault.Wrap("write preferences", err)
	}
	return fault.Wrap("write preferences", platform.WriteAtomic(a.preferencesFile(), raw))
}

func (a *App) preferencesFile() string {
	return filepath.Join(a.config.ConfigFolder, "preferences.json")
}

// readPreferences falls back to the usual ones: a broken preference must not
// keep anybody from their journal.
func readPreferences(path string) Preferences {
	p := Preferences{TextSize: 100}
	raw, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(raw, &p) != nil {
		return Preferences{TextSize: 100}
	}
	p.TextSize = min(max(p.TextSize, MinTextSize), MaxTextSize)
	return p
}
