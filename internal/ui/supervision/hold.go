package supervision

import (
	"strings"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// start begins the planned session and goes to it. One that is open already, or
// whose time has gone by, so that its notes may have to be typed up, is gone to
// as it is; one for another day is asked about first.
func (p *Page) start() {
	if !p.presenter.state.Planned {
		return
	}
	now, session := p.desk.Now(), p.presenter.state.Agenda.Session
	start := session.Start.In(now.Location())
	switch {
	case session.State == supervision.Open || now.After(start.Add(time.Duration(max(session.Minutes, 30))*time.Minute)):
		p.frame.Open("session", session.ID)
	case journal.DateOf(start) == journal.DateOf(now):
		p.begin(session.ID)
	default:
		w := p.words
		widgets.Confirm(p.frame.Window().Canvas(), widgets.Ask{
			Title: w.T("session.other_day", p.days.Full(start, now)), Text: w.T("session.other_day.text", p.days.Full(now, now)),
			Yes: w.T("session.other_day.yes"), No: w.T("session.cancel"),
		}, func() { p.begin(session.ID) })
	}
}

// begin opens a planned session now and goes to it.
func (p *Page) begin(session journal.ID) {
	p.presenter.act(func() error { return p.presenter.book.StartSession(session, p.desk.Now()) }, func() {
		p.frame.Notify(p.words.T("session.done.started"), true)
		p.frame.Open("session", session)
	})
}

// startText says what the button does: begin, or go on with what is open.
func (p *Page) startText(s State) string {
	if s.Agenda.Session.State == supervision.Open {
		return p.words.T("session.go_on")
	}
	return p.words.T("session.start")
}

// holdWith asks who a session is held with instead. An empty name is not taken: the
// dialog stays.
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
