package app

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"aftershift/assets"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/redact"
	"aftershift/internal/seal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// sample is the fictional journal for looking around, with days counted from
// the day on which it is opened.
type sample struct {
	Relationships []supervision.Relationship `json:"relationships"`
	People        []redact.Person            `json:"people"`
	Settings      Settings                   `json:"settings"`
	Entries       []sampleEntry              `json:"entries"`
	Past          []sampleSession            `json:"past_sessions"` // the earliest first
	Next          sampleSession              `json:"next_session"`
	Group         sampleGroup                `json:"group"`
	Learning      sampleLearning             `json:"learning"`
	Allies        []sampleAlly               `json:"allies"`
}

type sampleEntry struct {
	DaysAgo int `json:"days_ago"`
	Hour    int `json:"hour"`
	journal.Entry
}

// sampleFile is in two parts because a text key looks like it.
const sampleFile = "journal" + ".json"

// OpenSample makes the fictional journal and opens it. It stands in a file of
// its own under a passphrase that nobody knows, and is removed when it closes. It
// gives fault.InUse while another one is open, fault.Conflict where an earlier one
// can't be removed, fault.Cancelled, and the kinds of platform.Fault.
func (a *App) OpenSample(ctx context.Context) (*Desk, error) {
	a.removeSample()
	path := a.samplePath()
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return nil, fault.Wrap("open sample", err)
	}
	passphrase, err := SuggestPassphrase()
	if err != nil {
		return nil, err
	}
	options := a.Config().Vault
	options.AnchorDir = ""                                                                                   // each is new, and gone when it closes
	options.Params = seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: seal.MinPasses, Lanes: seal.MinLanes} // what it guards is fictional
	v, _, err := vault.Create(path, seal.NewSecret(passphrase), options)
	if err != nil {
		return nil, fault.Wrap("open sample", err)
	}
	d, err := a.sit(ctx, v, false)
	if err != nil {
		return nil, err
	}
	if err := d.fillSample(); err != nil {
		_ = d.Close() // err says what is wrong
		return nil, fault.Wrap("open sample", err)
	}
	d.core.ForgetSteps()
	return d, nil
}

func (a *App) samplePath() string { return filepath.Join(a.Config().DataFolder, "sample.aftershift") }

// isSample tells whether this is the fictional journal, by its place.
func (a *App) isSample(l *library.Library) bool {
	path, err := filepath.Abs(a.samplePath())
	return err == nil && l.Vault().Path() == path
}

// removeSample takes away a sample that an earlier run left behind; one that
// can't be removed is found by the next try to make it.
func (a *App) removeSample() { _ = os.Remove(a.samplePath()) }

func (d *Desk) fillSample() error {
	raw, err := fs.ReadFile(assets.Sample(), sampleFile)
	if err != nil {
		return fault.Wrap("read sample", err)
	}
	var s sample
	if err := json.Unmarshal(raw, &s); err != nil {
		return fault.As(fault.Internal, "read sample", err)
	}
	if err := d.SetSettings(func(is *Settings) { s.Settings.RecoveryConfirmed = true; *is = s.Settings }); err != nil {
		return err
	}
	for _, p := range s.People {
		if _, err := d.SavePerson(Person{Person: p}); err != nil {
			return err
		}
	}
	entries, err := d.sampleEntries(s.Entries)
	if err != nil {
		return err
	}
	if err := d.sampleSessions(s, entries); err != nil {
		return err
	}
	if err := d.sampleGroup(s.Group); err != nil {
		return err
	}
	if err := d.sampleLearning(s.Learning); err != nil {
		return err
	}
	return d.sampleAllies(s.Allies)
}

func (d *Desk) sampleEntries(samples []sampleEntry) ([]journal.ID, error) {
	ids := make([]journal.ID, 0, len(samples))
	for _, s := range samples {
		e := s.Entry
		id, err := d.core.Library().NewID()
		if err != nil {
			return nil, err
		}
		e.ID, e.Written = id, d.at(-s.DaysAgo, s.Hour)
		e.Updated, e.Date = e.Written, journal.DateOf(e.Written)
		if _, err := d.core.Keep(e); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func (d *Desk) at(days, hour int) time.Time {
	now := d.Now()
	return time.Date(now.Year(), now.Month(), now.Day()+days, hour, 0, 0, 0, now.Location())
}

// Icon gives the program's icon: a square PNG, whose bytes are not to be changed. It is
// safe for concurrent use.
func Icon() []byte { return assets.Icon() }
