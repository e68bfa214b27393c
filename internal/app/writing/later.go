package writing

import (
	"context"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Later is how many entries were put off until later and may be turned to now.
type Later struct {
	Short int // notes that may be worth going deeper into: found by short:open
	Again int // to be looked at again by now: found by again:due
}

// Later counts what was put off. Which notes are short is known once all texts are opened,
// for which it waits; it gives the errors of Ready.
func (d *Desk) Later(ctx context.Context) (w Later, err error) {
	if err := d.Ready(ctx); err != nil {
		return w, err
	}
	today := d.Today()
	for _, o := range d.Library().Overviews() {
		if o.DueAgain(today) {
			w.Again++
		}
		if o.Deepens(today) {
			if template, _ := d.Texts().Named(o.ID); template == journal.QuickNote {
				w.Short++
			}
		}
	}
	return w, nil
}

// Overview returns what a list shows of an entry; false where it isn't in the journal,
// or is in the trash.
func (d *Desk) Overview(id journal.ID) (journal.Overview, bool) {
	o, found := d.Library().Overview(id)
	return o, found && o.Trashed == nil
}

// Link says that two entries belong together, or no longer do, as one step with undo.
// It gives fault.Invalid for an entry with itself, or with MaxLinks others already, and
// the errors of RemarkEach.
func (d *Desk) Link(a, b journal.ID, on bool) error {
	if a == b {
		return fault.New(fault.Invalid, "link entries")
	}
	with := map[journal.ID]journal.ID{a: b, b: a}
	_, err := d.RemarkEach([]journal.ID{a, b}, "undo.link", func(e *journal.Entry) bool {
		other := with[e.ID]
		if slices.Contains(e.Links, other) == on {
			return false
		}
		if on {
			e.Links = append(slices.Clone(e.Links), other)
		} else {
			e.Links = slices.DeleteFunc(slices.Clone(e.Links), func(id journal.ID) bool { return id == other })
		}
		return true
	})
	return err
}
