package keeping

import (
	"context"
	"os"
	"slices"
	"sync"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/vault"
)

// retention knows which backups were verified in full in this sitting, by what
// the file was then.
type retention struct {
	mu     sync.Mutex
	whole  map[string]os.FileInfo
	broken map[string]os.FileInfo
}

// proved notes that the backup at path was found whole.
func (r *retention) proved(path string) { r.note(&r.whole, path) }

func (r *retention) note(in *map[string]os.FileInfo, path string) {
	info, err := os.Lstat(path)
	if err != nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if *in == nil {
		*in = map[string]os.FileInfo{}
	}
	(*in)[path] = info
}

func (r *retention) holds(in *map[string]os.FileInfo, path string) bool {
	now, err := os.Lstat(path)
	if err != nil {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	then := (*in)[path]
	return then != nil && os.SameFile(then, now) && then.Size() == now.Size() && then.ModTime().Equal(now.ModTime())
}

// thinOut removes the backups that are too many. Only those count that were
// verified in full; one that holds a later state than the journal, that can't be
// read, or that holds what neither the journal nor a kept one has, stays. Where
// ctx ends, the rest is left to the next time.
func (d *Desk) thinOut(ctx context.Context) error {
	if d.Held() {
		return nil
	}
	all, err := d.Backups()
	if err != nil {
		return err
	}
	counted := d.counted(all)
	for {
		gone := spare(counted)
		kept := slices.DeleteFunc(slices.Clone(counted), func(b Backup) bool { return slices.Contains(gone, b) })
		broken, err := d.prove(ctx, needed(kept, gone))
		if err != nil {
			return nil // not now: nothing is taken away on a guess
		}
		if len(broken) == 0 {
			return d.remove(ctx, gone, kept)
		}
		counted = slices.DeleteFunc(counted, func(b Backup) bool { return slices.Contains(broken, b) })
	}
}

// counted gives those of the backups, latest state first, that retention is about:
// each state once a day at most, whatever copies of it there are, and none of a
// time to come.
func (d *Desk) counted(all []Backup) (of []Backup) {
	latest := d.Now().Add(24 * time.Hour)
	for _, b := range all {
		last := len(of) - 1
		if b.Ahead || b.Earlier || b.At.After(latest) || last >= 0 && of[last].Generation == b.Generation && !sameDay(of[last], b) {
			continue
		}
		of = append(of, b)
	}
	return of
}

func sameDay(a, b Backup) bool {
	return a.At.UTC().Format(time.DateOnly) == b.At.UTC().Format(time.DateOnly)
}

// needed gives the kept backups that have to be whole for the others to go: where
// each of those has a later one of its day, these are enough.
func needed(kept, gone []Backup) (of []Backup) {
	for _, g := range gone {
		i := slices.IndexFunc(kept, func(k Backup) bool { return sameDay(k, g) })
		if i < 0 {
			return kept
		}
		if !slices.Contains(of, kept[i]) {
			of = append(of, kept[i])
		}
	}
	return of
}

// prove verifies the backups that were not verified in this sitting, and gives
// those that are not whole. An error is of ctx.
func (d *Desk) prove(ctx context.Context, all []Backup) (broken []Backup, err error) {
	for _, b := range all {
		switch {
		case d.retention.holds(&d.retention.whole, b.Path):
			continue
		case d.retention.holds(&d.retention.broken, b.Path):
			broken = append(broken, b)
			continue
		}
		report, err := d.Library().Vault().VerifyCopy(ctx, b.Path, nil)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err == nil && report.Fault() == nil {
			d.retention.note(&d.retention.whole, b.Path)
			continue
		}
		d.retention.note(&d.retention.broken, b.Path)
		broken = append(broken, b)
	}
	return broken, nil
}

func (d *Desk) remove(ctx context.Context, gone, kept []Backup) error {
	for _, b := range gone {
		if ctx.Err() != nil || d.holdsAlone(ctx, b, kept) {
			continue
		}
		if err := os.Remove(b.Path); err != nil {
			return platform.Fault("remove old backup", err)
		}
	}
	return nil
}

// holdsAlone tells whether a backup holds something that neither the journal nor
// one of the kept backups has, or can't be asked.
func (d *Desk) holdsAlone(ctx context.Context, b Backup, kept []Backup) bool {
	only, err := d.lacking(ctx, b)
	for _, k := range kept {
		if len(only) == 0 || err != nil {
			break
		}
		err = d.withCopy(ctx, k.Path, func(l *library.Library) error {
			for id, at := range only {
				if held(l, id, at) {
					delete(only, id)
				}
			}
			return nil
		})
	}
	return err != nil || len(only) > 0
}

// lacking gives what the journal lacks of a backup: entries that are not there,
// although nobody deleted them for good, or there in an earlier version. Of states
// that were given up for an older file, sessions and all else count too.
func (d *Desk) lacking(ctx context.Context, b Backup) (map[journal.ID]time.Time, error) {
	only, purged := map[journal.ID]time.Time{}, idSet(d.Library().Purged())
	return only, d.withCopy(ctx, b.Path, func(l *library.Library) error {
		for _, o := range l.Overviews() {
			if !purged[o.ID] && !held(d.Library(), o.ID, o.Updated) {
				only[o.ID] = o.Updated
			}
		}
		if b.Generation > d.Library().Vault().LeftBehind() {
			return nil
		}
		for _, id := range l.Vault().IDs(vault.Object) {
			if !purged[journal.ID(id)] && !held(d.Library(), journal.ID(id), time.Time{}) {
				only[journal.ID(id)] = time.Time{}
			}
		}
		return nil
	})
}

// held tells whether a journal has an entry in the version of a time or later or,
// without one, another record of that id.
func held(l *library.Library, id journal.ID, at time.Time) bool {
	if at.IsZero() {
		return l.Vault().Has(vault.Object, vault.ID(id))
	}
	o, found := l.Overview(id)
	return found && !o.Updated.Before(at)
}

// Keeping says how long backups hold something that is deleted for good.
type Keeping struct {
	Backups int // that may hold it now
	// Until is when the last of those has gone that go by themselves, if a backup is
	// made every day from now on; zero where none holds it, or all stay.
	Until time.Time
	// Staying is how many never go by themselves: made before the journal got a new
	// key, or of a state that was left for an older one, or dated in the future.
	Staying int
}

// KeptInBackups says how long backups hold what was written at a time and is
// deleted for good now. Each day without a backup puts the end off by a day; of
// copies in other folders nothing is known here. It gives the kinds of
// platform.Fault for a folder that can't be read.
func (d *Desk) KeptInBackups(written time.Time) (Keeping, error) {
	all, err := d.Backups()
	if err != nil {
		return Keeping{}, fault.Wrap("look into backups", err)
	}
	k, counted := Keeping{}, d.counted(all)
	holds := func(b Backup) bool { return b.Size > 0 && !b.At.Before(written.Truncate(time.Second)) }
	for _, b := range all {
		if !holds(b) {
			continue
		}
		k.Backups++
		if !slices.Contains(counted, b) {
			k.Staying++
		}
	}
	for day := d.Now(); slices.ContainsFunc(counted, holds); k.Until = day {
		day = day.AddDate(0, 0, 1)
		counted = slices.Insert(counted, 0, Backup{Path: day.String(), At: day}) // of size 0: to come
		gone := spare(counted)
		counted = slices.DeleteFunc(counted, func(b Backup) bool { return slices.Contains(gone, b) })
	}
	return k, nil
}
