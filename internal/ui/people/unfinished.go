package people

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets/fields"
)

// The forms of the page whose words outlive locking.
const (
	personForms  = "person"  // of somebody in the register, or somebody new
	supportForms = "support" // of somebody one has supervision with, or somebody new
)

// Written gives what stands in open forms.
func (p *Page) Written() []fields.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood, once the register has
// been read.
func (p *Page) Resume(all []fields.Written) { p.forms.Resume(all) }

// reopen opens a form. Where its person is gone the words wait on.
func (p *Page) reopen(kind, of string) {
	id, err := journal.ParseID(of)
	state := p.presenter.state
	if open := p.betweenForms()[kind]; open != nil && (err == nil || kind == practiceForms && of == "") {
		open(id)
		return
	}
	switch {
	case of == "" && kind == personForms:
		p.ask(app.Person{})
	case of == "" && kind == supportForms:
		p.askSupport(supervision.Relationship{})
	case err != nil:
	case kind == personForms:
		if who, is := state.person(id); is {
			p.ask(who)
		}
	case kind == supportForms:
		if who, is := state.support(id); is {
			p.askSupport(who.Relationship)
		}
	}
}
