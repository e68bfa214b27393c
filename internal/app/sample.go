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
	Supervisor supervision.Relationship `json:"supervisor"`
	People     []redact.Person          `json:"people"`
	Settings   Settings                 `json:"settings"`
	Entries    []sampleEntry            `json:"entries"`
	Past       sampleSession            `json:"past_session"`
	Next       sampleSession            `json:"next_session"`
}

type sampleEntry struct {
	DaysAgo int `json:"days_ago"`
	Hour    int `json:"hour"`
	journal.Entry
}

type sampleSession struct {
	Days    int          `json:"days"` // from today; below 0 for the past
	Hour    int          `json:"hour"`
	Minutes int          `json:"minutes"`
	Items   []sampleItem `json:"items"`
}

// sampleItem is an item on a session's agenda: a standing one, the one that a
// flagged entry made where there is no title, or one of its own. Entry counts
// from 1; 0 for none.
type sampleItem struct {
	supervision.AgendaItem
	Entry   int                 `json:"entry"`
	Result  supervision.Outcome `json:"result"`
	Actions []sampleAction      `json:"actions"`
}

type sampleAction struct {
	supervision.Action
	DueDays int `json:"due_days"` // after the session
}

// sampleFile is in two parts because a text key looks like it.
const sampleFile = "journal" + ".json"

// OpenSample makes the fictional journal and opens it. It stands in a file of
// its own under a passphrase that nobody knows, and is removed when it closes.
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
	return d.sampleSessions(s, entries)
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

// sampleSessions holds the past session and plans the next one.
func (d *Desk) sampleSessions(s sample, entries []journal.ID) error {
	plan := func(t sampleSession) (journal.ID, error) {
		return d.PlanSession(Plan{Start: d.at(t.Days, t.Hour), Minutes: t.Minutes, Name: s.Supervisor.Name, Kind: s.Supervisor.Kind})
	}
	past, err := plan(s.Past)
	if err != nil {
		return err
	}
	if err := d.sampleHeld(past, s.Past, entries); err != nil {
		return err
	}
	next, err := plan(s.Next)
	if err != nil {
		return err
	}
	return d.sampleAgenda(next, s.Next, entries)
}

func (d *Desk) sampleHeld(past journal.ID, s sampleSession, entries []journal.ID) error {
	if err := d.sampleAgenda(past, s, entries); err != nil {
		return err
	}
	begun := d.at(s.Days, s.Hour)
	if err := d.core.Change(supervision.OpenSession(past, begun)); err != nil {
		return err
	}
	return d.sampleOutcomes(past, s, begun)
}

// sampleAgenda puts the session's items on its agenda, in order.
func (d *Desk) sampleAgenda(session journal.ID, s sampleSession, entries []journal.ID) error {
	for _, it := range s.Items {
		var entry journal.ID
		if it.Entry > 0 {
			entry = entries[it.Entry-1]
		}
		if err := d.sampleOnAgenda(session, it, entry, journal.DateOf(d.at(s.Days, s.Hour))); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) sampleOnAgenda(session journal.ID, it sampleItem, entry journal.ID, day journal.Date) error {
	if it.Standing != "" {
		return d.AddStanding(session, it.Standing)
	}
	if it.Title == "" {
		made, _ := d.ItemFor(entry) // the board refuses an item that isn't there
		return d.AddToAgenda(session, made.ID)
	}
	id, err := d.core.Library().NewID()
	if err != nil {
		return err
	}
	it.ID, it.Created, it.Entries = id, day, []journal.ID{entry}
	if err := d.core.Change(supervision.AddItem(it.AgendaItem)); err != nil {
		return err
	}
	return d.AddToAgenda(session, id)
}

func (d *Desk) sampleOutcomes(past journal.ID, s sampleSession, begun time.Time) error {
	a, err := d.Agenda(past)
	if err != nil {
		return err
	}
	var ops []supervision.Op
	for i, it := range a.Items {
		if s.Items[i].Result.Kind == "" {
			continue
		}
		ops = append(ops, supervision.Discuss(it.ID, s.Items[i].Result))
		for _, agreed := range s.Items[i].Actions {
			id, err := d.core.Library().NewID()
			if err != nil {
				return err
			}
			action := agreed.Action
			action.ID, action.Item, action.Session, action.Created = id, it.ID, past, journal.DateOf(begun)
			action.Due = action.Created.AddDays(agreed.DueDays)
			ops = append(ops, supervision.AddAction(action))
		}
	}
	end := begun.Add(time.Duration(s.Minutes) * time.Minute)
	ops = append(ops, supervision.CloseSession(past, end))
	return d.changeAll(ops)
}

func (d *Desk) changeAll(ops []supervision.Op) error {
	for _, op := range ops {
		if err := d.core.Change(op); err != nil {
			return err
		}
	}
	return nil
}
