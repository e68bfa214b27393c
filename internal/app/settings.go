package app

import (
	"errors"
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
)

// Settings are the user's choices that are private: they stand in the journal.
type Settings struct {
	IdleMinutes       int                `json:"idle_minutes"`             // before locking, 1 to 30
	Contact           string             `json:"contact,omitempty"`        // whom to ring when it can't wait; the user's own words
	Author            string             `json:"author,omitempty"`         // name in the header of shared copies; may be empty
	Template          journal.TemplateID `json:"template,omitempty"`       // of a new entry
	TrashDays         int                `json:"trash_days"`               // a deleted entry can be taken back, 7 to 365
	RecoveryConfirmed bool               `json:"recovery_confirmed"`       // three recovery words were asked back
	RecoveryMarks     []byte             `json:"recovery_marks,omitempty"` // of the words, see Recall; nil: not known
	RecallAfter       time.Time          `json:"recall_after,omitzero"`    // the recovery words are asked for again
	CostChecked       time.Time          `json:"cost_checked,omitzero"`    // when a guess's cost was last compared with this computer
	Place             Place              `json:"place"`
	Unfinished        []Unfinished       `json:"unfinished,omitempty"` // what stands in forms that were not submitted
	CopiedAway        time.Time          `json:"copied_away,omitzero"` // when the journal was last copied to another folder

	// Functions is in whose terms the functions of supervision are named; empty
	// means Kadushin's.
	Functions supervision.LabelSet `json:"functions,omitempty"`
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

// The bounds of Settings.TrashDays, and what a new journal has.
const (
	MinTrashDays   = 7
	MaxTrashDays   = 365
	usualTrashDays = 30
)

const settingsKind = "settings"

func (d *Desk) loadSettings() error {
	d.settings = Settings{IdleMinutes: usualIdleMinutes, TrashDays: usualTrashDays, Template: journal.QuickNote, Functions: supervision.Kadushin}
	err := d.library.Load(settingsKind, &d.settings)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	d.settings.bound()
	return err
}

// bound keeps numbers within their bounds, so that nobody turns locking off.
func (s *Settings) bound() {
	s.IdleMinutes = min(max(s.IdleMinutes, MinIdleMinutes), MaxIdleMinutes)
	s.TrashDays = min(max(s.TrashDays, MinTrashDays), MaxTrashDays)
}

// Terms gives whose terms to use: those of Functions, or Kadushin's where a later
// version has put there what this one doesn't know.
func (s Settings) Terms() supervision.LabelSet {
	if slices.Contains(supervision.LabelSets(), s.Functions) {
		return s.Functions
	}
	return supervision.Kadushin
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
	s.bound()
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
	var words []string
	err := d.unconfirmed(func() (err error) {
		words, err = d.library.Vault().NewRecoveryWords(seal.NewSecret(passphrase))
		return err
	})
	return words, fault.Wrap("make recovery words", err)
}

// unconfirmed runs what makes new recovery words. Before it runs the words count
// as not confirmed, so that a crash after it leaves nobody with words on paper
// that open nothing; where it fails, things are as before.
func (d *Desk) unconfirmed(make func() error) error {
	before := d.Settings()
	err := d.SetSettings(func(s *Settings) { s.RecoveryConfirmed, s.RecoveryMarks = false, nil })
	if err != nil {
		return err
	}
	if err = make(); err != nil {
		_ = d.SetSettings(func(s *Settings) { // asking once more than needed harms nobody
			s.RecoveryConfirmed, s.RecoveryMarks = before.RecoveryConfirmed, before.RecoveryMarks
		})
	}
	return err
}
