package groups

import (
	"strconv"

	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// WriteLearning keeps what the writer takes along from a meeting as it is written: an
// entry of the journal, about the day of the meeting. It gives fault.NotFound, and
// fault.Conflict for a meeting that is over: the entry is written in the journal then.
func (d *Desk) WriteLearning(meeting journal.ID, text string) error {
	d.Saving().Lock()
	defer d.Saving().Unlock()
	m, err := supervision.Find[groups.Meeting](d.Library().Board(), meeting)
	if err != nil {
		return err
	}
	if !m.Running() {
		return fault.New(fault.Conflict, "write learning: the meeting is over")
	}
	var e journal.Entry
	switch {
	case m.Learning != 0:
		if e, _, err = d.Latest(m.Learning); err != nil {
			return err
		}
	case journal.Blank(text):
		return nil
	default:
		id, err := d.Library().NewID()
		if err != nil {
			return err
		}
		e = journal.New(id, journal.QuickNote, d.Now())
		e.Date = journal.DateOf(m.Began)
		e.Title = d.learningTitle(m)
	}
	e.Sections[0].Text = text
	if err := d.Library().SaveDraft(e); err != nil || m.Learning != 0 {
		return err
	}
	return d.Note(groups.Revise(meeting, func(m groups.Meeting) groups.Meeting {
		m.Learning = e.ID
		return m
	}))
}

//words:prefix journal.month.

// learningTitle names what is taken along from a meeting by its group and day.
func (d *Desk) learningTitle(m groups.Meeting) string {
	w, day := d.App().Words(), journal.DateOf(m.Began).Time()
	v, _ := d.Group(m.Group) // one that is gone has no name
	return w.T("groups.learning.title", v.Relationship.Name, day.Day(), w.T("journal.month."+strconv.Itoa(int(day.Month()))))
}

// keepLearning makes what the writer takes along an entry, or nothing where no words
// are left of it.
func (d *Desk) keepLearning(m groups.Meeting) error {
	if m.Learning == 0 {
		return nil
	}
	e, drafted, err := d.Latest(m.Learning)
	switch {
	case err != nil && fault.KindOf(err) == fault.NotFound:
		return nil // it was thrown away
	case err != nil:
		return err
	case !drafted:
		return nil // it is an entry already
	}
	if journal.Blank(e.Text()) && e.Revision == 0 {
		return d.Library().DropDraft(e.ID)
	}
	_, err = d.Save(e, "")
	return err
}

// WriteNote keeps what is written about others' cases in a meeting, as it is written:
// it is no step to be taken back, and gone for good when its days are over. It gives
// fault.NotFound and fault.Invalid.
func (d *Desk) WriteNote(meeting journal.ID, text string) error {
	n := groups.Note{Meeting: meeting, Text: text, Written: d.Today()}
	for _, is := range groups.Notes(d.Library().Board(), meeting, d.Today()) {
		if n.ID == 0 {
			n.ID = is.ID
		}
	}
	if n.ID == 0 {
		id, err := d.Library().NewID()
		if err != nil {
			return err
		}
		n.ID = id
	}
	return d.Core.Note(groups.KeepNote(n))
}

// RemoveNote takes a note about others' cases away before its days are over. It gives
// fault.NotFound, and can be undone as long as the journal is open and its days last.
func (d *Desk) RemoveNote(id journal.ID) error { return d.Change(groups.RemoveNote(id)) }
