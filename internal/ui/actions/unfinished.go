package actions

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
)

// actionForms are the forms of the page whose words outlive locking: of an action,
// or a new one.
const actionForms = "action"

func formName(of journal.ID) string {
	if of == 0 {
		return widgets.FormName(actionForms, "")
	}
	return widgets.FormName(actionForms, of.String())
}

// Written gives what stands in open forms.
func (p *Page) Written() []widgets.Written { return p.forms.Written() }

// Resume opens the forms again in which something stood, once the actions have
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
		_, of := widgets.FormOf(form)
		if of == "" {
			p.ask(app.Deed{})
			continue
		}
		if id, err := journal.ParseID(of); err == nil {
			if d, is := p.presenter.state.deed(id); is { // else the words wait on
				p.ask(d)
			}
		}
	}
}
