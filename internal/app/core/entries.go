package core

import (
	"errors"
	"reflect"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// List gives the entries that pass the filter, newest first. Nobody may change it in
// place.
func (d *Desk) List(f search.Filter) []journal.Overview {
	passes := Core{d}.Passes(f)
	if passes == nil {
		return d.library.Overviews()
	}
	var kept []journal.Overview
	all := f.Span(d.library.Overviews())
	for i := range all {
		if passes(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// Passes gives what tells whether an entry passes the filter, which may be called on
// one goroutine at a time, or nil where all do.
func (d Core) Passes(f search.Filter) func(*journal.Overview) bool {
	switch {
	case f == search.Filter{}:
		return nil
	case f.Theme == "":
		return func(o *journal.Overview) bool { return f.Match(*o) }
	}
	themes := d.known.Load().themes
	f.Theme = themes.Place(f.Theme)
	return func(o *journal.Overview) bool {
		match := *o
		match.Themes = themes.Places(o.Themes)
		return f.Match(match)
	}
}

// Save makes e the entry. Where its text differs from what was saved before,
// that stays as an earlier version; where only marks differ (Entry.TakeMarks), the step can be undone under label,
// a text key; "" when it should not be. It gives the entry as saved, and the
// errors of Library.SaveEntry.
func (d *Desk) Save(e journal.Entry, label string) (journal.Entry, error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	return Core{d}.save(e, label)
}

// Remark changes the marks of an entry, in one step with reading them. What is
// being written becomes a version of it. It gives the errors of Latest and Save.
func (d Core) Remark(id journal.ID, label string, change func(*journal.Entry)) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	e, _, err := d.Latest(id)
	if err != nil {
		return err
	}
	change(&e)
	_, err = d.save(e, label)
	return err
}

func (d Core) save(e journal.Entry, label string) (journal.Entry, error) {
	before, err := d.library.Entry(e.ID)
	fresh := errors.Is(err, fault.NotFound)
	if err != nil && !fresh {
		return e, err
	}
	e.Updated = d.Now()
	c, err := d.Keep(e)
	if err != nil {
		return e, err
	}
	if label != "" && !fresh {
		d.Did(label, d.marks(e.ID, before, c.Inverse()), d.marks(e.ID, e, c))
	}
	return d.library.Entry(e.ID)
}

// marks gives a step that puts the marks of as on the entry and leaves its text,
// with the change c to the agenda that went with them.
func (d Core) marks(id journal.ID, as journal.Entry, c supervision.Change) func() error {
	as = as.Clone()
	return func() error {
		d.saving.Lock()
		defer d.saving.Unlock()
		return d.putMarks(id, as, c)
	}
}

// putMarks does what marks gives. The caller holds saving.
func (d Core) putMarks(id journal.ID, as journal.Entry, c supervision.Change) error {
	as = as.Clone()
	e, drafted, err := d.Latest(id)
	if err != nil {
		return err
	}
	e.TakeMarks(as)
	e.Trashed = as.Trashed
	if len(c.After) == 0 {
		_, err = d.Keep(e)
		return err
	}
	_, err = d.KeepLatest(e, drafted, c.Op())
	return err
}

// Keep writes e, with the agenda item that goes with its flag, in one step, and
// gives what changed on the board and the errors of Library.SaveEntry.
func (d Core) Keep(e journal.Entry) (supervision.Change, error) {
	before, err := d.library.Entry(e.ID)
	if err != nil && !errors.Is(err, fault.NotFound) {
		return supervision.Change{}, err
	}
	revise := err == nil && (before.Title != e.Title || !reflect.DeepEqual(before.Sections, e.Sections))
	e.Revision = before.Revision
	if revise || err != nil {
		e.Revision++
	}
	item, err := d.library.NewID()
	if err != nil {
		return supervision.Change{}, err
	}
	return d.keepWith(e, revise, bring(e, before, item, d.Today()))
}

// keepWith writes e and changes the board in one step, and tells.
func (d Core) keepWith(e journal.Entry, revise bool, op library.Op) (supervision.Change, error) {
	change, err := d.library.SaveEntry(e, revise, op)
	if err != nil {
		return change, fault.Wrap("save entry", err)
	}
	d.texts.Put(e, d.themeNames(e.Themes))
	d.Tell(Event{Kind: EntrySaved, ID: e.ID})
	if len(change.After) > 0 {
		d.Tell(Event{Kind: SupervisionChanged})
	}
	return change, nil
}

// Mark changes a mark of an entry, as it is being written or as it was saved, in
// one step with reading it, and without a look at its items. change tells
// whether there is anything to keep. It gives the errors of Latest and KeepLatest.
func (d Core) Mark(id journal.ID, change func(*journal.Entry) bool) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	e, drafted, err := d.Latest(id)
	if err != nil || !change(&e) {
		return err
	}
	_, err = d.KeepLatest(e, drafted, nil)
	return err
}

// Latest gives an entry as it is being written, or as it was saved. It gives the
// errors of Library.Entry.
func (d Core) Latest(id journal.ID) (e journal.Entry, drafted bool, err error) {
	if slices.Contains(d.library.Drafts(), id) {
		e, err = d.library.Draft(id)
		return e, true, err
	}
	e, err = d.library.Entry(id)
	return e, false, err
}

// KeepLatest writes what latest gave, with other marks, and changes the board in
// the same step. A draft becomes a version of the entry, so that none of it is
// lost. It gives the errors of Library.SaveEntry.
func (d Core) KeepLatest(e journal.Entry, drafted bool, op library.Op) (supervision.Change, error) {
	if drafted {
		e.Revision++
	}
	e.Updated = d.Now()
	return d.keepWith(e, drafted, op)
}

// Knows makes an entry that is on the disk known to searching, and tells.
func (d Core) Knows(e journal.Entry) {
	d.texts.Put(e, d.themeNames(e.Themes))
	d.Tell(Event{Kind: EntrySaved, ID: e.ID})
}
