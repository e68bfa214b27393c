package session

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets/fields"
)

// The fields of the page whose words outlive locking before they are submitted.
const (
	actionForms     = "action"     // a new action of an item
	correctionForms = "correction" // what is added to a session that is over
)

// Written gives what stands in fields and was not submitted.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume puts back what stood in fields as the item or session comes into view.
func (p *Page) Resume(all []fields.Written) {
	p.forms.Resume(all)
	p.talk.item.deeds.fill()
	p.record.fill()
}

// finish closes the session, unless an action was typed and not added: then it goes
// back to that line, for nobody would look for it afterwards.
func (p *Page) finish() {
	item := p.unadded()
	if item == 0 {
		p.presenter.Finish()
		return
	}
	p.presenter.Resume()
	p.presenter.Choose(item)
	p.talk.item.deeds.complain(p.words.T("session.action.unadded"))
	p.talk.item.deeds.focus()
}

// unadded gives the first item of the session with an action that was typed and not
// added; 0 for none.
func (p *Page) unadded() journal.ID {
	typed := map[string]bool{}
	for _, w := range p.forms.Written() {
		typed[w.Form] = strings.TrimSpace(w.Texts[0]) != ""
	}
	for _, a := range p.presenter.state.Sitting.Account {
		if typed[fields.FormName(actionForms, a.Item.ID)] {
			return a.Item.ID
		}
	}
	return 0
}
