package supervision

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// start goes to the planned session, to hold it.
func (p *Page) start() {
	if p.presenter.state.Planned {
		p.frame.Open("session", p.presenter.state.Agenda.Session.ID)
	}
}

// startText says what the button does: begin, or go on with what is open.
func (p *Page) startText(s State) string {
	if s.Agenda.Session.State == supervision.Open {
		return p.words.T("session.go_on")
	}
	return p.words.T("session.start")
}

// holdWith asks who a session is held with instead.
func (p *Page) holdWith(m Meeting) {
	w := p.words
	name := fields.NewTextLine(w.T("session.with_other.name"), "")
	var d *widgets.Dialog
	keep := func() {
		if strings.TrimSpace(name.Text()) == "" {
			name.Focus()
			return
		}
		d.Close()
		p.presenter.HoldWith(m.ID, name.Text())
	}
	name.OnSubmitted = func(string) { keep() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("session.with_other"), name,
		widgets.NewPlain(w.T("session.cancel"), func() { d.Close() }), widgets.NewPrimary(w.T("session.keep"), keep))
}

// HoldWith has a session held with somebody else.
func (p *presenter) HoldWith(session journal.ID, name string) {
	p.acted("supervision.done.moved", 0, func() error { return p.book.HoldWith(session, name) })
}
