package writing

import (
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Take adds an entry that was written elsewhere, under an id of its own: what e
// was called there, and its earlier versions, stay there. An entry without a
// date is about today. It gives fault.Invalid for an entry that is empty or
// breaks a rule.
func (d *Desk) Take(e journal.Entry) (journal.Entry, error) {
	fresh, err := d.NewEntry()
	if err != nil {
		return e, err
	}
	if e.Empty() {
		return e, fault.New(fault.Invalid, "take entry: it is empty")
	}
	e.ID, e.Revision, e.Trashed = fresh.ID, 0, nil
	if e.Written.IsZero() {
		e.Written = fresh.Written
	}
	if e.Date == "" {
		e.Date = fresh.Date
	}
	if e.Template == "" {
		e.Template = journal.QuickNote
	}
	return d.Save(e, "")
}
