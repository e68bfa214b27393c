package session

import (
	"aftershift/internal/ui/widgets"
)

// The fields of the page whose words outlive locking before they are submitted.
const (
	actionForms     = "action"     // a new action of an item
	correctionForms = "correction" // what is added to a session that is over
)

// Written gives what stands in fields and was not submitted.
func (p *Page) Written() []widgets.Written { return p.forms.Written() }

// Resume puts back what stood in fields as the item or session comes into view.
func (p *Page) Resume(all []widgets.Written) {
	p.forms.Resume(all)
	p.talk.item.deeds.fill()
	p.record.fill()
}
