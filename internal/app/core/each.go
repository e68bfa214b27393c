package core

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// remarked is what a change of marks did to one entry, and to the agenda with it.
type remarked struct {
	before, after journal.Entry
	change        supervision.Change
}

// turned is the change the other way.
func (r remarked) turned() remarked { return remarked{r.after, r.before, r.change.Inverse()} }

// RemarkEach changes the marks of entries as one step under label, a text key, and
// gives how many it changed: change reports whether there is anything to keep. What
// is being written becomes a version of its entry. Where one entry can't be changed,
// none is, and its error comes back: fault.NotFound, or one of Save.
func (d Core) RemarkEach(ids []journal.ID, label string, change func(*journal.Entry) bool) (int, error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	var done []remarked
	for _, id := range ids {
		r, changed, err := d.remarkOne(id, change)
		if err != nil {
			_ = d.putEach(undone(done)) // the error tells what went wrong first
			return 0, err
		}
		if changed {
			done = append(done, r)
		}
	}
	if len(done) > 0 {
		d.Did(label, d.eachOf(undone(done)), d.eachOf(done))
	}
	return len(done), nil
}

func (d Core) remarkOne(id journal.ID, change func(*journal.Entry) bool) (r remarked, changed bool, err error) {
	if r.before, err = d.library.Entry(id); err != nil {
		return r, false, err
	}
	if r.after, _, err = d.Latest(id); err != nil || !change(&r.after) {
		return r, false, err
	}
	r.after.Updated = d.Now()
	r.change, err = d.Keep(r.after)
	return r, true, err
}

// undone gives the changes the other way, the last first.
func undone(all []remarked) []remarked {
	back := make([]remarked, 0, len(all))
	for _, r := range slices.Backward(all) {
		back = append(back, r.turned())
	}
	return back
}

func (d Core) eachOf(all []remarked) func() error {
	return func() error {
		d.saving.Lock()
		defer d.saving.Unlock()
		return d.putEach(all)
	}
}

// putEach makes each change, or none. The caller holds saving.
func (d Core) putEach(all []remarked) error {
	for i, r := range all {
		if err := d.putMarks(r.after.ID, r.after, r.change); err != nil {
			if i > 0 {
				_ = d.putEach(undone(all[:i])) // they were just so
			}
			return err
		}
	}
	return nil
}
