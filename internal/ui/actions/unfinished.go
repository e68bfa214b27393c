package actions

import (
	"aftershift/internal/app"
	"aftershift/internal/ui/widgets/fields"
)

// actionForms are the forms of the page whose words outlive locking: of an action,
// or a new one.
const actionForms = "action"

// Written gives what stands in open forms.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood, once the actions have
// been read.
func (p *Page) Resume(all []fields.Written) { p.forms.Resume(all) }

// reopen opens the form of an action. Where it is gone the words wait on.
func (p *Page) reopen(_, of string) {
	if of == "" {
		p.ask(app.Deed{})
		return
	}
	if d, is := p.presenter.State.deed(of); is {
		p.ask(d)
	}
}
