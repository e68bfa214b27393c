package library

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Brought says what bringing a content in does here.
type Brought struct {
	Entries []journal.ID // new here
	Newer   []journal.ID // that become a later version; the present one stays as an earlier one
	Earlier int          // versions that join those from before, of entries that stay as they are
	Gone    []journal.ID // entries that were taken out for good there, and go here too
	Records int          // of supervision and other kinds, new here
	Changed int          // of them, that become what they are there
	Left    int          // of them, that went on apart: the later one counts, the other is kept
}

// None reports whether nothing changes here.
func (b Brought) None() bool {
	return len(b.Entries) == 0 && len(b.Newer) == 0 && len(b.Gone) == 0 && b.Earlier+b.Records+b.Changed+b.Left == 0
}

// Touched gives the entries that are new, other or gone.
func (b Brought) Touched() []journal.ID { return slices.Concat(b.Entries, b.Newer, b.Gone) }

// bringing is what bringing in a content has to write.
type bringing struct {
	Brought
	entries map[journal.ID]bool // to be written
	cut     []vault.ID          // rows of earlier versions to be taken out
	fresh   []Version           // earlier versions to be written
	objects []Object            // to be written
	removed []journal.ID        // rows of objects to be taken out
	out     Content
}

// WouldBring says what Bring would do, and does nothing. Kinds: those of Content.
func (l *Library) WouldBring(ctx context.Context, there Content) (Brought, error) {
	b, err := l.plan(ctx, there)
	return b.Brought, err
}

// Bring brings in a content: what is missing here comes, of each record the state
// that came of the other counts, and what was taken out for good in either is gone.
// Nothing that was changed here since gives way, and of two states that went on
// apart both are kept. It is one step: all of it, or nothing. It gives
// fault.Conflict while an entry is being written, fault.Cancelled when ctx ends, and
// the kinds of Content and vault.Vault.Update.
func (l *Library) Bring(ctx context.Context, there Content) (Brought, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	if l.writingOne() {
		return Brought{}, fault.New(fault.Conflict, "bring in: an entry is being written")
	}
	b, err := l.plan(ctx, there)
	if err != nil || b.None() && maps.Equal(b.out.Gone, l.graves()) && len(b.objects)+len(b.entries) == 0 {
		return b.Brought, err
	}
	records := b.out.records(l.more)
	board, err := supervision.Load(records, l.more...)
	if err != nil {
		return Brought{}, fault.Wrap("bring in", err)
	}
	stones, err := l.stones(b.out)
	if err != nil {
		return Brought{}, fault.Wrap("bring in", err)
	}
	err = l.vault.Update(func(tx *vault.Tx) error {
		return errors.Join(l.bringEntries(ctx, tx, b), l.bringObjects(tx, b), stones.put(l, tx))
	})
	if err != nil {
		return Brought{}, fault.Wrap("bring in", err)
	}
	l.brought(b, board, stones)
	return b.Brought, nil
}

// writingOne reports whether there is a draft that can be read.
func (l *Library) writingOne() bool {
	return slices.ContainsFunc(l.Drafts(), func(id journal.ID) bool {
		_, err := l.Draft(id)
		return err == nil
	})
}

// stones gives the tombstones as a content has them.
func (l *Library) stones(out Content) (stone, error) {
	all := slices.DeleteFunc(slices.Clone(l.purged()), func(id journal.ID) bool { return !out.gone(id) })
	for _, id := range slices.Sorted(maps.Keys(out.Gone)) {
		if out.gone(id) && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	if maps.Equal(out.Gone, l.graves()) {
		return stone{}, nil
	}
	return l.carve(all, out.Gone)
}

func (l *Library) plan(ctx context.Context, there Content) (bringing, error) {
	here, err := l.Content(ctx)
	if err != nil {
		return bringing{}, err
	}
	j := joiner{l.kinds, l.more}
	b := bringing{entries: map[journal.ID]bool{}, out: j.join(here, there)}
	b.planEntries(here)
	b.planObjects(here, j)
	return b, nil
}

func (b *bringing) planEntries(here Content) {
	were := make(map[journal.ID]Reflection, len(here.Entries))
	for _, r := range here.Entries {
		were[r.id()] = r
	}
	for _, r := range b.out.Entries {
		id := r.id()
		was, stood := were[id]
		delete(were, id)
		switch {
		case !stood:
			b.Entries, b.entries[id] = append(b.Entries, id), true
		case was.sum() != r.sum():
			b.Newer, b.entries[id] = append(b.Newer, id), true
		case !slices.Equal(was.Was, r.Was):
			b.entries[id] = true
		}
		before := len(b.fresh)
		for _, v := range r.Earlier {
			if _, stands := here.revisions[v.sum()]; !stands {
				b.fresh = append(b.fresh, v)
			}
		}
		if stood && was.sum() == r.sum() {
			b.Earlier += len(b.fresh) - before
		}
		for _, v := range was.Earlier {
			if sum := v.sum(); !slices.ContainsFunc(r.Earlier, func(v Version) bool { return v.sum() == sum }) {
				b.cut = append(b.cut, here.revisions[sum])
			}
		}
	}
	for id, r := range were {
		b.Gone = append(b.Gone, id)
		for _, v := range r.Earlier {
			b.cut = append(b.cut, here.revisions[v.sum()])
		}
	}
	slices.Sort(b.Gone)
}

func (b *bringing) planObjects(here Content, j joiner) {
	were := make(map[place]Object, len(here.Objects))
	for _, o := range here.Objects {
		were[j.placeOf(o)] = o
	}
	for _, o := range b.out.Objects {
		at := j.placeOf(o)
		was, stood := were[at]
		delete(were, at)
		same := stood && string(was.Body) == string(o.Body)
		if same && was.At.Equal(o.At) && slices.Equal(was.Was, o.Was) {
			continue
		}
		switch {
		case o.Kind == earlierKind:
			b.Left++
		case !stood:
			b.Records++
		case !same:
			b.Changed++
		}
		b.objects = append(b.objects, o)
	}
	for _, o := range were {
		b.removed = append(b.removed, o.ID)
	}
}

func (c Content) records(more []supervision.Kind) (all []supervision.Record) {
	for _, o := range c.Objects {
		if r := o.record(more); r != nil {
			all = append(all, r)
		}
	}
	return all
}

func (l *Library) bringEntries(ctx context.Context, tx *vault.Tx, b bringing) error {
	for _, r := range b.out.Entries {
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		if !b.entries[r.id()] {
			continue
		}
		if err := putReflection(tx, r); err != nil {
			return err
		}
	}
	for _, v := range b.fresh {
		row, err := l.vault.NewID()
		if err != nil {
			return err
		}
		body, err := v.encode(nil)
		if err != nil {
			return err
		}
		if err := tx.Put(vault.Revision, row, body); err != nil {
			return err
		}
	}
	var errs []error
	for _, row := range b.cut {
		errs = append(errs, tx.Delete(vault.Revision, row))
	}
	for _, id := range b.Gone {
		errs = append(errs, tx.Delete(vault.Overview, vault.ID(id)))
	}
	return errors.Join(errs...)
}

func putReflection(tx *vault.Tx, r Reflection) error {
	details, err := r.encode(r.Was)
	if err != nil {
		return err
	}
	e, err := r.Entry()
	if err != nil {
		return err
	}
	return putEntry(tx, e, details)
}

func (l *Library) bringObjects(tx *vault.Tx, b bringing) error {
	for _, o := range b.objects {
		raw, err := encode(object{Kind: o.Kind, Body: o.Body, trace: o.trace})
		if err == nil {
			err = tx.Put(vault.Object, vault.ID(o.ID), raw)
		}
		if err != nil {
			return err
		}
	}
	for _, id := range b.removed {
		if err := tx.Delete(vault.Object, vault.ID(id)); err != nil {
			return err
		}
	}
	return nil
}

// brought brings what lies in memory to what is on the disk.
func (l *Library) brought(b bringing, board *supervision.Board, stones stone) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range b.out.Entries {
		if b.entries[r.id()] {
			e, _ := r.Entry() // it was written just now
			l.place(e.Overview())
		}
	}
	for _, id := range b.Gone {
		l.displace(id)
		delete(l.overviews, id)
	}
	l.board = board
	maps.Copy(l.single, stones.each())
	for _, o := range b.objects {
		row := vault.ID(o.ID)
		delete(l.foreign, row)
		if _, one := (joiner{kinds: l.kinds}).single(o.Kind); one {
			l.single[o.Kind] = single{row, o.Body}
		} else if r := o.record(l.more); r != nil && foreign(reflect.TypeOf(r), o.Body) {
			l.foreign[row] = o.Body
		}
	}
	l.setAsideOdd()
}
