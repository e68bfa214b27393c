package journal

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// recordLine stands under the text: facts belong in the case record, and this is
// not it.
type recordLine struct {
	content *fyne.Container
	belongs *widgets.CheckRow
	done    *widgets.CheckRow
	note    *fields.TextLine
	more    *fyne.Container
}

func newRecordLine(p *Page) *recordLine {
	r := &recordLine{}
	w := p.words
	r.belongs = widgets.NewCheckRow(w.T("journal.record"), false, p.writer.SetBelongs)
	r.done = widgets.NewCheckRow(w.T("journal.record.done"), false, p.writer.SetRecorded)
	r.note = fields.NewTextLine("", w.T("journal.record.note"))
	r.note.OnChanged = p.writer.SetRecordNote
	r.more = widgets.Pad(look.Edge, 0, widgets.Column(look.Gap, r.done, r.note))
	r.content = widgets.Column(look.Gap, r.belongs, r.more)
	return r
}

func (r *recordLine) show(c journal.CaseRecord) {
	r.belongs.SetChecked(c.Belongs)
	r.done.SetChecked(c.Done)
	if r.note.Text() != c.Note {
		r.note.SetText(c.Note)
	}
	r.more.Hidden = !c.Belongs
	r.content.Refresh()
}
