package keeping

import (
	"context"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/vault"
)

// Findings is what is wrong with the records of an open journal. All else reads
// as it was.
type Findings struct {
	Asides []library.Aside
	Losses []library.Loss // that the user hasn't said to know of, the latest last
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
func (d *Desk) Findings() Findings { return findings(d.Library(), d.Now(), d.ReadOnly()) }

func findings(l *library.Library, now time.Time, readOnly bool) Findings {
	f := Findings{Asides: l.Asides()}
	for _, loss := range l.Losses() {
		if loss.Seen.IsZero() {
			f.Losses = append(f.Losses, loss)
		}
	}
	if found, any := l.FoundLoss(now); any && readOnly {
		f.Losses = append(f.Losses, found)
	}
	if err := l.Load(core.PeopleKind, new([]core.Person)); fault.KindOf(err) == fault.NotFound {
		for _, a := range f.Asides {
			unknown := a.Kind == "" && a.Table == vault.Object
			f.People = f.People || a.OutOfUse() && (a.Kind == core.PeopleKind || unknown)
		}
	}
	return f
}

// SeeLosses keeps that the user knows of the losses told so far. It gives the
// errors of Library.SeeLosses.
func (d *Desk) SeeLosses() error {
	if err := d.Library().SeeLosses(d.Now()); err != nil {
		return err
	}
	d.Tell(core.Event{Kind: core.Verified})
	return nil
}

// findingsOf gives the findings of the journal at a path, which it opens for
// reading and closes again.
func (a *App) findingsOf(ctx context.Context, path string, k Key) (Findings, error) {
	o := a.toOpen(k)
	o.AsFound, o.ReadOnly, o.Restored = true, true, true
	v, err := vault.Open(path, k.Unlock(), o)
	if err != nil {
		return Findings{}, err
	}
	return a.findingsIn(ctx, v)
}

// findingsIn gives the findings of an open journal, and closes it.
func (a *App) findingsIn(ctx context.Context, v *vault.Vault) (Findings, error) {
	l, err := OpenLibrary(ctx, v)
	if err != nil {
		return Findings{}, err
	}
	err = l.EachEntry(ctx, func(journal.Entry) error { return ctx.Err() })
	f := findings(l, a.Now(), true)
	if shut := l.Close(); err == nil {
		err = shut
	}
	return f, err
}

// Recover looks for what is damaged or missing in the backups, the newest
// first, and brings back each record that one of them has whole, as it was then.
// Where records were taken away, entries that only a backup has come back too.
// Nothing that can be read here changes. It gives how many records and entries
// were brought; with any, the journal has to be opened anew. Kinds of error:
// fault.Conflict on a read-only journal, fault.Cancelled, and those of opening it.
func (d *Desk) Recover(ctx context.Context) (n int, err error) {
	all, err := d.Backups()
	if err != nil {
		return 0, err
	}
	for _, b := range all {
		err := d.withCopy(ctx, b.Path, func(from *library.Library) error {
			more, err := d.Library().Recover(ctx, from)
			if n += more; err != nil || len(d.Findings().Losses) == 0 {
				return err
			}
			var p Preview
			d.compare(from, &p)
			brought, err := d.Library().Adopt(ctx, from, p.Missing)
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
	return n, nil
}

//words:prefix aside.kind.
//words:prefix aside.why.

// SayAside gives the words for what a record is, and for why it is set aside.
func (a *App) SayAside(x library.Aside) (kind, why string) {
	kind = a.Words().T("aside.kind.unknown")
	if key := "aside.kind." + x.Kind; x.Kind != "" && a.Words().Has(key) {
		kind = a.Words().T(key)
	}
	return kind, a.Words().T("aside.why." + string('0'+rune(x.Why)))
}

// Examine says what is wrong with the records of the journal at App.Journal,
// which it opens for reading. Kinds of error as for Open.
func (a *App) Examine(ctx context.Context, k Key) (Findings, error) {
	f, err := a.findingsOf(ctx, a.Journal(), k)
	return f, fault.Wrap("examine journal", err)
}
