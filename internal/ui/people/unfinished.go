package people

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets"
)

// The forms of the page whose words outlive locking.
const (
	personForms  = "person"  // of somebody in the register, or somebody new
	supportForms = "support" // of somebody one has supervision with, or somebody new
)

func formName(kind string, of journal.ID) string {
	if of == 0 {
		return widgets.FormName(kind, "")
	}
	return widgets.FormName(kind, of.String())
}

// Written gives what stands in open forms.
func (p *Page) Written() []widgets.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood, once the register has
// been read.
func (p *Page) Resume(all []widgets.Written) {
	p.forms.Resume(all, func(form string) { p.reopening = append(p.reopening, form) })
	if p.presenter.read {
		p.reopenAll()
	}
}

func (p *Page) reopenAll() {
	all := p.reopening
	p.reopening = nil
	for _, form := range all {
		p.reopen(form)
	}
}

// reopen opens a form by its name. Where its person is gone the words wait on.
func (p *Page) reopen(form string) {
	kind, of := widgets.FormOf(form)
	id, err := journal.ParseID(of)
	state := p.presenter.state
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
