package app

import (
	"errors"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
)

// Settings are the user's choices that are private: they stand in the journal.
type Settings struct {
	IdleMinutes       int                `json:"idle_minutes"`       // before locking, 1 to 30
	Contact           string             `json:"contact,omitempty"`  // whom to ring when it can't wait; the user's own words
	Author            string             `json:"author,omitempty"`   // name in the header of shared copies; may be empty
	Template          journal.TemplateID `json:"template,omitempty"` // of a new entry
	RecoveryConfirmed bool               `json:"recovery_confirmed"` // three recovery words were asked back
	Place             Place              `json:"place"`
	CopiedAway        time.Time          `json:"copied_away,omitzero"` // when the journal was last copied to another folder
}

// Place is where one was when the journal was locked.
type Place struct {
	Page  string     `json:"page,omitempty"`
	Entry journal.ID `json:"entry,omitempty"`
}

// The bounds of Settings.IdleMinutes, and what a new journal has.
const (
	MinIdleMinutes   = 1
	MaxIdleMinutes   = 30
	usualIdleMinutes = 5
)

const settingsKind = "settings"

func (d *Desk) loadSettings() error {
	d.settings = Settings{IdleMinutes: usualIdleMinutes, Template: journal.QuickNote}
	err := d.library.Load(settingsKind, &d.settings)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	d.settings.IdleMinutes = min(max(d.settings.IdleMinutes, MinIdleMinutes), MaxIdleMinutes)
	return err
}

// Settings gives the current settings.
func (d *Desk) Settings() Settings {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.settings
}

// SetSettings changes the settings and keeps them.
func (d *Desk) SetSettings(change func(*Settings)) error {
	if err := d.keepSettings(change); err != nil {
		return err
	}
	d.events.tell(Event{Kind: SettingsChanged}) // to listeners that may read them
	return nil
}

func (d *Desk) keepSettings(change func(*Settings)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.settings
	change(&s)
	s.IdleMinutes = min(max(s.IdleMinutes, MinIdleMinutes), MaxIdleMinutes)
	if err := d.library.Save(settingsKind, s); err != nil {
		return fault.Wrap("keep settings", err)
	}
	d.settings = s
	return nil
}

// ChangePassphrase makes next the passphrase. It gives fault.CannotUnlock when
// present is wrong. Copies and backups made before still open with the old one.
func (d *Desk) ChangePassphrase(present, next string) error {
	if err := CheckPassphrase(next); err != nil {
		return err
	}
	err := d.library.Vault().ChangePassphrase(seal.NewSecret(present), seal.NewSecret(next))
	return fault.Wrap("change passphrase", err)
}

// NewRecoveryWords gives new recovery words; the old ones no longer open this
// file. It gives fault.CannotUnlock when the passphrase is wrong.
func (d *Desk) NewRecoveryWords(passphrase string) ([]string, error) {
	words, err := d.library.Vault().NewRecoveryWords(seal.NewSecret(passphrase))
	if err != nil {
		return nil, fault.Wrap("make recovery words", err)
	}
	return words, d.SetSettings(func(s *Settings) { s.RecoveryConfirmed = false })
}
