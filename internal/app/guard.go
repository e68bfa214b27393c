package app

import (
	"context"
	"os"
	"sync"
	"time"

	"aftershift/internal/seal"
)

const (
	// backupAfter is how long after a change a backup is made.
	backupAfter = 10 * time.Minute
	// guardStep is how often is looked whether one is due.
	guardStep = 20 * time.Second
	// closingTime is how long the backup on closing may take: whoever quits waits
	// for it.
	closingTime = time.Second
)

// guard looks after the journal's file while it is open: it knows whether a
// backup is due, and what was last found when the file was verified.
type guard struct {
	making sync.Mutex    // one backup after the other
	done   chan struct{} // closed when the background work has ended; nil: none began

	mu       sync.Mutex  // guards what follows
	kept     uint64      // the generation that the newest backup holds
	changed  time.Time   // when a change since was first seen; zero: none
	failure  error       // of the last backup
	checkup  Checkup     // of the last time that the file was verified
	dearer   seal.Params // what a guess could cost here, where that is twice as much; zero: it isn't
	replaced bool        // the file was replaced: nothing is left to look after
}

// watch begins to look after the file, until ctx ends.
func (d *Desk) watch(ctx context.Context) {
	if d.stale() {
		d.guard.changed = d.keptUntil()
	} else {
		d.guard.kept = d.library.Vault().Generation()
	}
	d.guard.done = make(chan struct{})
	Go(func() {
		defer close(d.guard.done)
		_ = d.Ready(ctx)             // texts that can't be opened are what verifying is for
		_, _ = d.VerifyNow(ctx, nil) // it is kept for Checkup
		d.checkCost(ctx)
		ticker := time.NewTicker(guardStep)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				d.backUpIfDue(ctx)
			}
		}
	})
}

// stale tells whether the file was changed after its newest backup.
func (d *Desk) stale() bool {
	all, err := d.Backups()
	if err != nil || len(all) == 0 {
		return true
	}
	copied, err := os.Stat(all[0].Path)
	if err != nil {
		return true
	}
	own, err := os.Stat(d.library.Vault().Path())
	return err != nil || own.ModTime().After(copied.ModTime())
}

// keptUntil gives until when changes are in a backup: long ago without one, zero
// where nothing was written yet.
func (d *Desk) keptUntil() time.Time {
	all, err := d.Backups()
	switch {
	case len(d.library.Overviews()) == 0:
		return time.Time{}
	case err != nil || len(all) == 0:
		return d.Now().Add(-backupAfter)
	}
	return all[0].At
}

// backUpIfDue makes a backup ten minutes after the first change since the last.
// A failure is kept for BackupTrouble, and tried again after as long.
func (d *Desk) backUpIfDue(ctx context.Context) {
	if d.sample || d.readOnly || !d.guard.due(d.library.Vault().Generation(), d.Now()) {
		return
	}
	_, _ = d.BackUp(ctx, nil)
}

// due tells whether it is time for a backup of a journal at this generation.
func (g *guard) due(generation uint64, now time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case generation == g.kept:
		g.changed = time.Time{}
		return false
	case g.changed.IsZero() || now.Before(g.changed): // a clock that went back can't be trusted
		g.changed = now
	}
	return now.Sub(g.changed) >= backupAfter
}

func (g *guard) made(generation uint64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.kept, g.changed = generation, time.Time{}
}

func (g *guard) ended(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failure, g.changed = err, time.Time{}
}

// BackupTrouble gives why the last backup of this sitting failed, nil where it
// did not.
func (d *Desk) BackupTrouble() error {
	d.guard.mu.Lock()
	defer d.guard.mu.Unlock()
	return d.guard.failure
}

// lastBackup makes the backup of closing, if anything changed since the last.
// That it fails doesn't keep the journal from closing: the next sitting finds the
// backup missing and makes it up.
func (d *Desk) lastBackup() {
	d.guard.mu.Lock()
	needless := d.guard.replaced || d.guard.kept == d.library.Vault().Generation()
	d.guard.mu.Unlock()
	if d.sample || d.readOnly || needless {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), closingTime)
	defer stop()
	_, _ = d.backUp(ctx, nil)
}
