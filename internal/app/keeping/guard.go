package keeping

import (
	"context"
	"slices"
	"sync"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/seal"
)

const (
	// backupAfter is how long after a change a backup is made.
	backupAfter = 10 * time.Minute
	// guardStep is how often is looked whether one is due.
	guardStep = 20 * time.Second
)

// guard looks after the journal's file while it is open: it knows whether a
// backup is due, and what was last found when the file was verified.
type guard struct {
	making sync.Mutex // one backup after the other
	stop   context.CancelFunc
	done   chan struct{} // closed when the background work has ended; nil: none began

	mu    sync.Mutex // guards what follows
	state guarded
}

// guarded is what a guard knows.
type guarded struct {
	kept     uint64      // the generation that the newest backup holds
	changed  time.Time   // when a change since was first seen; zero: none
	behind   bool        // the last sitting ended without a backup
	ahead    bool        // on opening, a backup held a later state than the journal
	failure  error       // of the last backup
	checkup  Checkup     // of the last time that the file was verified
	dearer   seal.Params // what a guess could cost here, where that is twice as much; zero: it isn't
	replaced bool        // the file was replaced: nothing is left to look after
}

// now gives what is known.
func (g *guard) now() guarded {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.state
}

// note changes what is known.
func (g *guard) note(change func(*guarded)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	change(&g.state)
}

// Watch begins to look after the file, until ctx ends or EndWatch is called.
func (d *Desk) Watch(ctx context.Context) {
	if d.IsSample() || d.ReadOnly() {
		d.guard.state.kept = d.Library().Vault().Generation()
	} else {
		d.compareBackups()
	}
	ctx, d.guard.stop = context.WithCancel(ctx)
	d.guard.done = make(chan struct{})
	core.Go(func() {
		defer close(d.guard.done)
		_ = d.Ready(ctx)             // texts that can't be opened are what verifying is for
		_, _ = d.VerifyNow(ctx, nil) // it is kept for Checkup
		d.checkCost(ctx)
		ticker := time.NewTicker(guardStep)
		defer ticker.Stop()
		for {
			d.backUpIfDue(ctx)
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
	})
}

// compareBackups finds out which state the latest backup holds, and so whether
// one is due: at once where the last sitting could make none, or was cut short.
func (d *Desk) compareBackups() {
	all, err := d.Backups()
	g := &d.guard.state // nobody else looks yet
	g.ahead = slices.ContainsFunc(all, func(b Backup) bool { return b.Ahead })
	own := slices.DeleteFunc(all, func(b Backup) bool { return b.Ahead || b.Earlier })
	switch {
	case len(own) > 0 && own[0].Generation == d.Library().Vault().Generation():
		g.kept = own[0].Generation
	case err == nil && len(own) == 0 && len(d.Library().Overviews()) == 0: // nothing was written yet
		g.kept = d.Library().Vault().Generation()
	case err != nil || len(own) == 0:
		g.changed = d.Now().Add(-backupAfter)
	default:
		g.changed = own[0].At
	}
	g.behind = !g.changed.IsZero() && d.Now().Sub(g.changed) >= backupAfter
}

// CatchingUp tells whether the last sitting ended without a backup of all that it
// changed, and none was made since. One is being made, or BackupTrouble says why
// not.
func (d *Desk) CatchingUp() bool { return d.guard.now().behind }

// BackupAhead tells whether a backup held a later state of the journal than its
// file when it was opened, as after an older file was put back.
func (d *Desk) BackupAhead() bool { return d.guard.now().ahead }

// Unkept tells whether the journal holds changes that are in no backup yet.
func (d *Desk) Unkept() bool {
	return !d.IsSample() && !d.ReadOnly() && d.guard.now().kept != d.Library().Vault().Generation()
}

// backUpIfDue makes a backup ten minutes after the first change since the last.
// A failure is kept for BackupTrouble, and tried again after as long.
func (d *Desk) backUpIfDue(ctx context.Context) {
	if d.IsSample() || d.ReadOnly() || !d.guard.due(d.Library().Vault().Generation(), d.Now()) {
		return
	}
	_, _ = d.BackUp(ctx, nil)
}

// due tells whether it is time for a backup of a journal at this generation.
func (g *guard) due(generation uint64, now time.Time) (due bool) {
	g.note(func(is *guarded) {
		switch {
		case generation == is.kept:
			is.changed = time.Time{}
			return
		case is.changed.IsZero() || now.Before(is.changed): // a clock that went back can't be trusted
			is.changed = now
		}
		due = now.Sub(is.changed) >= backupAfter
	})
	return due
}

func (g *guard) made(generation uint64) {
	g.note(func(is *guarded) { is.kept, is.changed, is.behind = generation, time.Time{}, false })
}

// noted tells that the change from one generation to the other only remembers a copy: a
// journal that was all in a backup before is so after it.
func (g *guard) noted(before, after uint64) {
	g.note(func(is *guarded) {
		if is.kept == before && after == before+1 {
			is.kept = after
		}
	})
}

func (g *guard) ended(err error) {
	g.note(func(is *guarded) { is.failure, is.changed = err, time.Time{} })
}

// BackupTrouble gives why the last backup of this sitting failed, nil where it
// did not. Kinds of error as for BackUp.
func (d *Desk) BackupTrouble() error { return d.guard.now().failure }

// EndWatch ends what Watch began and waits for it, and then makes the last backup if
// that is asked for. It does nothing where Watch was not called.
func (d *Desk) EndWatch(backUp bool) {
	if d.guard.done == nil {
		return
	}
	d.guard.stop()
	if <-d.guard.done; backUp {
		d.lastBackup()
	}
}

// lastBackup makes the backup of closing, if anything changed since the last.
// That it fails doesn't keep the journal from closing: BackupTrouble tells, and
// the next sitting makes it up.
func (d *Desk) lastBackup() {
	if d.guard.now().replaced || !d.Unkept() {
		return
	}
	ctx := context.Background()
	if most := d.app.Config().ClosingTime; most > 0 {
		limited, stop := context.WithTimeout(ctx, most)
		defer stop()
		ctx = limited
	}
	_, err := d.backUp(ctx, nil)
	d.guard.ended(err)
}
