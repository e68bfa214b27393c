package below

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Marks are what is said of the case record, as it changes.
type Marks interface {
	SetBelongs(on bool)
	SetRecorded(on bool)
	SetRecordNote(note string)
}

// Record stands under the text: facts belong in the case record, and this is
// not it.
type Record struct {
	content *fyne.Container
	belongs *widgets.CheckRow
	done    *widgets.CheckRow
	note    *fields.TextLine
	more    *fyne.Container
}

// NewRecord gives the line of an entry of which nothing is said yet.
func NewRecord(w *words.Catalog, marks Marks) *Record {
	r := &Record{}
	r.belongs = widgets.NewCheckRow(w.T("journal.record"), false, marks.SetBelongs)
	r.done = widgets.NewCheckRow(w.T("journal.record.done"), false, marks.SetRecorded)
	r.note = fields.NewTextLine("", w.T("journal.record.note"))
	r.note.OnChanged = marks.SetRecordNote
	r.more = widgets.Pad(look.Edge, 0, widgets.Column(look.Gap, r.done, r.note))
	r.content = widgets.Column(look.Gap, r.belongs, r.more)
	return r
}

// Content gives what the page shows.
func (r *Record) Content() fyne.CanvasObject { return r.content }

// Show fills the line; what is being typed stays.
func (r *Record) Show(c journal.CaseRecord) {
	r.belongs.SetChecked(c.Belongs)
	r.done.SetChecked(c.Done)
	if r.note.Text() != c.Note {
		r.note.SetText(c.Note)
	}
	r.more.Hidden = !c.Belongs
	r.content.Refresh()
}
