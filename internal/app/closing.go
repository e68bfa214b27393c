package app

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"

	"aftershift/internal/fault"
)

// Close waits for work under way, makes a backup where something changed since
// the last, closes the file and lets others in. What is being written must have
// been kept before. It may be called twice. Kinds: those of vault.Vault.Close; why
// the backup failed is for BackupTrouble to say.
func (d *Desk) Close() error { return d.end(true) }

// Lock is Close without the backup, for locking comes first. The backup is made
// soon after the journal is opened again, if it is due by then. Kinds: those of
// Close.
func (d *Desk) Lock() error { return d.end(false) }

func (d *Desk) end(backUp bool) error {
	d.stop()
	d.core.Finish(context.Background())
	d.EndWatch(backUp)
	return d.shut()
}

// shut closes the file, and takes the fictional journal away.
func (d *Desk) shut() error {
	err := d.core.Library().Close()
	if d.IsSample() {
		d.app.removeSample()
	}
	return err
}

// Recover brings back from the backups what keeping.Desk.Recover finds in them, and
// gives how many records and entries that were. With any, the desk is closed and has
// to be unlocked anew. Kinds: those of keeping.Desk.Recover and of Lock.
func (d *Desk) Recover(ctx context.Context) (int, error) {
	n, err := d.keepingDesk.Recover(ctx)
	if err != nil || n == 0 {
		return n, err
	}
	return n, d.Lock()
}

// holding is what is being written and not known to be on the disk, each text
// with what keeps it, by the place where it is written.
type holding struct {
	mu   sync.Mutex
	keep map[string]func() error
}

// Hold remembers how what is being written at place gets to the disk, instead of
// what was remembered for place before; nil: nothing there waits to be kept. keep
// may run on any goroutine, calls nothing but writing methods of the Desk, and
// holds copies of what it keeps. Hold itself writes nothing.
func (d *Desk) Hold(place string, keep func() error) {
	d.holding.mu.Lock()
	defer d.holding.mu.Unlock()
	if keep == nil {
		delete(d.holding.keep, place)
		return
	}
	if d.holding.keep == nil {
		d.holding.keep = map[string]func() error{}
	}
	d.holding.keep[place] = keep
}

// Rescue closes the journal where the window that shows it doesn't answer: it
// stops what the journal does by itself, keeps what is held, waits for work under
// way until ctx ends, and closes the file, without a backup. Where something
// can't be kept it gives the first error and leaves the journal open. It may be
// called on any goroutine, also while Close or Lock wait.
func (d *Desk) Rescue(ctx context.Context) error {
	d.stop()
	if err := d.keepHeld(); err != nil {
		return err
	}
	d.core.Finish(ctx)
	return d.shut()
}

// keepHeld keeps what is held. Nothing can be held anew meanwhile: what is
// written then is newer than what is kept.
func (d *Desk) keepHeld() error {
	d.holding.mu.Lock()
	defer d.holding.mu.Unlock()
	for _, place := range slices.Sorted(maps.Keys(d.holding.keep)) {
		err := d.holding.keep[place]()
		if err != nil && !errors.Is(err, fault.Locked) { // closed already, and all was kept before that
			return fault.Wrap("keep what is written", err)
		}
		delete(d.holding.keep, place)
	}
	return nil
}
