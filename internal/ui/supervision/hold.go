package supervision

import "aftershift/internal/supervision"

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
