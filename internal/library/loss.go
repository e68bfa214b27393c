package library

import (
	"time"

	"aftershift/internal/fault"
)

// lossKind marks the object that remembers how the file once differed from what
// was last saved: with the next save its manifest describes it as it is, and
// nothing else would tell any more.
const lossKind = "loss"

// Loss is a time when the file's records were not those last saved.
type Loss struct {
	At      time.Time `json:"at"`                // when that was found
	Tables  []string  `json:"tables"`            // where
	Missing int       `json:"missing,omitempty"` // records fewer than were saved
	Added   int       `json:"added,omitempty"`   // records more than were saved
	Strange int       `json:"strange,omitempty"` // rows that no record can be
	Seen    time.Time `json:"seen,omitzero"`     // when the user said that this is known
}

// Losses gives every time that records were found taken away or exchanged, the
// latest last; those that the user knows of have Seen set.
func (l *Library) Losses() []Loss {
	l.mu.RLock()
	defer l.mu.RUnlock()
	var all []Loss
	if decode(l.single[lossKind].body, &all) != nil {
		return nil
	}
	return all
}

// FoundLoss gives the loss that opening the file found, and whether there is one.
func (l *Library) FoundLoss(at time.Time) (Loss, bool) {
	d := l.vault.Difference()
	found := Loss{At: at, Missing: d.Missing, Added: d.Added, Strange: d.Strange}
	for _, table := range d.Tables {
		found.Tables = append(found.Tables, table.String())
	}
	return found, !d.None()
}

// KeepLoss remembers a loss, so that it is told until SeeLosses. Kinds: those of
// Save.
func (l *Library) KeepLoss(found Loss) error {
	return fault.Wrap("keep loss", l.Save(lossKind, append(l.Losses(), found)))
}

// SeeLosses keeps that the user knows of every loss so far. Kinds: those of Save.
func (l *Library) SeeLosses(at time.Time) error {
	all := l.Losses()
	for i := range all {
		if all[i].Seen.IsZero() {
			all[i].Seen = at
		}
	}
	return fault.Wrap("keep loss", l.Save(lossKind, all))
}
