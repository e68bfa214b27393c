package core

import (
	"errors"
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
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
	Unfinished        []Unfinished       `json:"unfinished,omitempty"`      // what stands in forms that were not submitted
	CopiedAway        time.Time          `json:"copied_away,omitzero"`      // when the journal was last copied to another folder
	Exported          time.Time          `json:"exported,omitzero"`         // when the whole journal was last written out, unsealed
	HintsExplained    bool               `json:"hints_explained,omitempty"` // it was said once what a dotted line below words means

	// Hold is since when nothing is deleted for good; the zero time: nothing holds.
	Hold         time.Time                   `json:"hold,omitzero"`
	Requests     []Request                   `json:"requests,omitempty"`      // for the notes, in the order of noting
	ReviewMonths int                         `json:"review_months,omitempty"` // age at which an entry is looked at again; 0: never
	Reviewed     map[journal.ID]journal.Date `json:"reviewed,omitempty"`      // when entries were looked at and stayed

	ConcealAway bool `json:"conceal_away,omitempty"` // hide what is written when another window comes to the front

	Searches []SavedSearch `json:"searches,omitempty"` // in the order of keeping
	Profiles []Profile     `json:"profiles,omitempty"` // of audiences that were changed

	Always  []AlwaysKept `json:"always,omitempty"`  // words that stay in copies without a question
	Readers []Reader     `json:"readers,omitempty"` // for whom papers were made last
	Legend  []byte       `json:"legend,omitempty"`  // sealed under a passphrase of its own, see Legend

	// Functions is in whose terms the functions of supervision are named; empty
	// means Kadushin's.
	Functions supervision.LabelSet `json:"functions,omitempty"`
}

// Request is what was asked for of the notes, and what was given.
type Request struct {
	On    journal.Date `json:"on"`
	Asked string       `json:"asked"`
	Given string       `json:"given"`
}

// ErrHeld is the cause in a fault.Conflict error where something would have been
// deleted for good while a hold lasts.
var ErrHeld = errors.New("a hold lasts")

// Held reports whether a hold lasts: then nothing may be deleted for good.
func (d *Desk) Held() bool { return !d.Settings().Hold.IsZero() }

// SavedSearch is a search that is kept under a name.
type SavedSearch struct {
	Name  string `json:"name"`
	Query string `json:"query"` // as it was typed
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
	UsualIdleMinutes = 5
)

// The bounds of Settings.TrashDays, and what a new journal has.
const (
	MinTrashDays   = 7
	MaxTrashDays   = 365
	UsualTrashDays = 30
)

// SettingsKind marks the object that holds the settings.
const SettingsKind = "settings"

func (k *known) loadSettings(l *library.Library) error {
	k.settings = Settings{IdleMinutes: UsualIdleMinutes, TrashDays: UsualTrashDays, Template: journal.QuickNote, Functions: supervision.Kadushin}
	err := l.Load(SettingsKind, &k.settings)
	if errors.Is(err, fault.NotFound) {
		return nil
	}
	k.settings.bound()
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

// Settings gives the settings last kept. What its slices hold is not to be changed.
func (d *Desk) Settings() Settings { return d.known.Load().settings }

// SetSettings changes the settings and keeps them. change may not write anything
// itself, nor change what slices hold in place. It gives the errors of
// Library.Save; the settings are then as they were.
func (d *Desk) SetSettings(change func(*Settings)) error {
	if err := d.keepSettings(change); err != nil {
		return err
	}
	d.events.tell(Event{Kind: SettingsChanged}) // to listeners that may read them
	return nil
}

// swapSettings changes the settings where they are still as change wants them, which
// it reports. Else it gives fault.Conflict.
func (d *Desk) swapSettings(change func(*Settings) bool) error {
	fresh := false
	err := d.SetSettings(func(s *Settings) { fresh = change(s) })
	if err == nil && !fresh {
		err = fault.New(fault.Conflict, "keep settings: changed since")
	}
	return err
}

// putList exchanges what one field of the settings holds, and makes that a step under
// the label. It gives the errors of swapSettings.
func putList[E comparable](d *Desk, label string, field func(*Settings) *[]E, from, to []E) error {
	put := func(from, to []E) func() error {
		return func() error {
			return d.swapSettings(func(s *Settings) bool {
				same := slices.Equal(*field(s), from)
				if same {
					*field(s) = to
				}
				return same
			})
		}
	}
	if err := put(from, to)(); err != nil {
		return err
	}
	Core{d}.Did(label, put(to, from), put(from, to))
	return nil
}

func (d *Desk) keepSettings(change func(*Settings)) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	s := d.Settings()
	change(&s)
	s.bound()
	if err := d.library.Save(SettingsKind, s); err != nil {
		return fault.Wrap("keep settings", err)
	}
	d.publish(func(k *known) { k.settings = s })
	return nil
}

// Kinds are the objects of which a journal has one, beside the library's own.
var Kinds = []library.Kind{
	{Name: SettingsKind, New: func() any { return new(Settings) }, Join: joinSettings, Own: true},
	{Name: themesKind, New: func() any { return new(journal.Themes) }, Join: joinThemes},
	{Name: templatesKind, New: func() any { return new(journal.OwnTemplates) }, Join: joinTemplates},
	{Name: PeopleKind, New: func() any { return new([]Person) }, Join: joinPeople},
}
