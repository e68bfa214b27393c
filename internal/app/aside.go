package app

import (
	"context"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/vault"
)

// kinds are the objects of which a journal has one, beside the library's own.
var kinds = []library.Kind{
	{Name: settingsKind, New: func() any { return new(Settings) }},
	{Name: themesKind, New: func() any { return new(journal.Themes) }},
	{Name: peopleKind, New: func() any { return new([]Person) }},
}

// Aside is a record that doesn't fit and stays in the file as it is: damaged,
// gone, of a later version, or naming one that is.
type Aside = library.Aside

// Why says why a record is set aside.
type Why = library.Why

// The reasons why a record is set aside, and what it is where it is no object.
const (
	Damaged = library.Damaged
	Missing = library.Missing
	Newer   = library.Newer
	Fields  = library.Fields
	Names   = library.Names
	Rebuilt = library.Rebuilt
)

// Loss is a time when records were found taken away or exchanged.
type Loss = library.Loss

// Findings is what is wrong with the records of an open journal. All else reads
// as it was.
type Findings struct {
	Asides []Aside
	Losses []Loss // that the user hasn't said to know of, the latest last
	// People says that the register of people may be among what can't be read: then
	// copies don't catch its names.
	People bool
}

// None tells whether there is nothing to tell.
func (f Findings) None() bool { return len(f.Asides) == 0 && len(f.Losses) == 0 }

// OutOfUse gives how many records can't be used.
func (f Findings) OutOfUse() (n int) {
	for _, a := range f.Asides {
		if a.OutOfUse() {
			n++
		}
	}
	return n
}

// Findings gives what has been found so far; it is complete once Ready is. A
// journal opened to read only tells its loss each time.
func (d *Desk) Findings() Findings {
	f := Findings{Asides: d.library.Asides()}
	for _, l := range d.library.Losses() {
		if l.Seen.IsZero() {
			f.Losses = append(f.Losses, l)
		}
	}
	if found, any := d.library.FoundLoss(d.Now()); any && d.readOnly {
		f.Losses = append(f.Losses, found)
	}
	if err := d.library.Load(peopleKind, new([]Person)); fault.KindOf(err) == fault.NotFound {
		for _, a := range f.Asides {
			unknown := a.Kind == "" && a.Table == vault.Object
			f.People = f.People || a.OutOfUse() && (a.Kind == peopleKind || unknown)
		}
	}
	return f
}

// SeeLosses keeps that the user knows of the losses told so far.
func (d *Desk) SeeLosses() error {
	if err := d.library.SeeLosses(d.Now()); err != nil {
		return err
	}
	d.events.tell(Event{Kind: Verified})
	return nil
}

// keepLoss remembers what opening found, unless it was told in the same way
// before and the file is as it was then.
func keepLoss(l *library.Library, now time.Time) error {
	found, any := l.FoundLoss(now)
	known := l.Losses()
	if n := len(known); !any || len(found.Tables) == 0 && n > 0 && known[n-1].Strange == found.Strange {
		return nil
	}
	return l.KeepLoss(found)
}

// findingsOf gives the findings of the journal at a path, which it opens for
// reading and closes again.
func (a *App) findingsOf(ctx context.Context, path string, k Key) (Findings, error) {
	o := a.toOpen(k)
	o.AsFound, o.ReadOnly, o.Restored = true, true, true
	v, err := vault.Open(path, k.unlock(), o)
	if err != nil {
		return Findings{}, err
	}
	return a.findingsIn(ctx, v)
}

// findingsIn gives the findings of an open journal, and closes it.
func (a *App) findingsIn(ctx context.Context, v *vault.Vault) (Findings, error) {
	l, err := library.Open(ctx, v, kinds...)
	if err != nil {
		_ = v.Close() // err says what is wrong; nothing was written
		return Findings{}, err
	}
	d := &Desk{app: a, library: l, readOnly: true}
	err = l.EachEntry(ctx, func(journal.Entry) error { return ctx.Err() })
	f := d.Findings()
	if shut := l.Close(); err == nil {
		err = shut
	}
	return f, err
}

// Recover looks for what is damaged or missing in the backups, the newest
// first, and brings back each record that one of them has whole, as it was then.
// Where records were taken away, entries that only a backup has come back too.
// Nothing that can be read here changes. It gives how many records and entries
// were brought; with any, the desk is closed and has to be unlocked anew. Kinds
// of error: fault.Conflict on a read-only journal, fault.Cancelled, and those of
// App.Unlock.
func (d *Desk) Recover(ctx context.Context) (n int, err error) {
	all, err := d.Backups()
	if err != nil {
		return 0, err
	}
	for _, b := range all {
		err := d.withCopy(ctx, b.Path, func(from *library.Library) error {
			more, err := d.library.Recover(ctx, from)
			if n += more; err != nil || len(d.Findings().Losses) == 0 {
				return err
			}
			var p Preview
			d.compare(from, &p)
			brought, err := d.library.Adopt(ctx, from, p.Missing)
			n += len(brought)
			return err
		})
		if kind := fault.KindOf(err); err != nil && kind != fault.CannotUnlock && kind != fault.Damaged && kind != fault.Tampered {
			return n, fault.Wrap("bring back records", err)
		}
		if n > 0 {
			break // what is left is looked for when the journal is open again
		}
	}
	if n == 0 {
		return 0, nil
	}
	return n, d.Lock()
}

//words:prefix aside.kind.
//words:prefix aside.why.

// SayAside gives the words for what a record is, and for why it is set aside.
func (a *App) SayAside(x Aside) (kind, why string) {
	kind = a.words.T("aside.kind.unknown")
	if key := "aside.kind." + x.Kind; x.Kind != "" && a.words.Has(key) {
		kind = a.words.T(key)
	}
	return kind, a.words.T("aside.why." + string('0'+rune(x.Why)))
}

// Examine says what is wrong with the records of the journal at App.Journal,
// which it opens for reading. Kinds of error as for Open.
func (a *App) Examine(ctx context.Context, k Key) (Findings, error) {
	f, err := a.findingsOf(ctx, a.Journal(), k)
	return f, fault.Wrap("examine journal", err)
}
