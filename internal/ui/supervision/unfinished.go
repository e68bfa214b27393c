package supervision

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets/fields"
)

// The forms of the page whose words outlive locking.
const (
	itemForms  = "item"  // of an item, or a new one
	splitForms = "split" // a further item of those entries that an item has
	wordsForms = "words" // of a flagged entry
	planForms  = "plan"  // of a session, or a new one
)

// Written gives what stands in open forms.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood.
func (p *Page) Resume(all []fields.Written) {
	p.forms.Resume(all)
	p.forms.Reopen(p.reopen)
}

// reopen opens a form. Where its item, entry or session is gone the
// words wait on.
func (p *Page) reopen(kind, of string) {
	id, err := journal.ParseID(of)
	if of == "" {
		id, err = 0, nil
	}
	if err != nil {
		return
	}
	switch kind {
	case itemForms:
		var it supervision.AgendaItem
		if id != 0 {
			it, err = p.desk.Item(id)
		}
		if err == nil {
			p.editItem(it)
		}
	case splitForms:
		if it, err := p.desk.Item(id); err == nil {
			p.split(it)
		}
	case wordsForms:
		if entry, err := p.desk.Entry(id); err == nil {
			p.writeWords(Line{Waiting: app.Waiting{Entry: entry.Overview()}})
		}
	case planForms:
		var m Meeting
		if id != 0 {
			var s app.Sitting
			s, err = p.desk.Sitting(id)
			m = Meeting{s.Session, s.With.Name}
		}
		if err == nil {
			p.plan(m)
		}
	}
}
