package core

import (
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Rewrite is Save for a change that arranges or replaces the text as a whole, made a
// step under label. Undo puts the text back as it was; where one wrote on since, it
// arranges what stands there now as before, and gives fault.Conflict where that would
// lose words. It gives fault.NotFound for an entry that was never saved.
func (d *Desk) Rewrite(e journal.Entry, label string) (journal.Entry, error) {
	d.saving.Lock()
	defer d.saving.Unlock()
	before, err := d.library.Entry(e.ID)
	if err != nil {
		return e, err
	}
	e.Updated = d.Now()
	c := Core{d}
	if _, err = c.Keep(e); err != nil {
		return e, err
	}
	c.Did(label, c.rewriting(e, before), c.rewriting(before, e))
	return d.library.Entry(e.ID)
}

// rewriting gives a step from one text of an entry to another.
func (d Core) rewriting(from, to journal.Entry) func() error {
	from, to = from.Clone(), to.Clone()
	return func() error {
		d.saving.Lock()
		defer d.saving.Unlock()
		e, _, err := d.Latest(from.ID)
		if err != nil {
			return err
		}
		template := d.Template(to.Template)
		switch {
		case e.SameText(from):
			e.Title, e.Template, e.Sections = to.Title, to.Template, to.Sections
		case from.Template != to.Template && from.Template == e.Template && slices.Equal(journal.Switch(from.Sections, template), journal.Switch(to.Sections, template)):
			e.Sections, e.Template = journal.Switch(e.Sections, template), to.Template
		default:
			return fault.New(fault.Conflict, "put text back")
		}
		e.Updated = d.Now()
		_, err = d.Keep(e)
		return err
	}
}
