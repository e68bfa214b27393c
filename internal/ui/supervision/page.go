// Package supervision is the page where an agenda is built: what waits at the
// left, the planned session with its items at the right, and below it the
// sessions that are over.
//
// A presenter reads the journal and changes it; it is plain Go that knows no
// screen. The Page builds what is seen and hands over what the user does.
// Everything here belongs to the main goroutine.
package supervision

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "journal" with an entry, "groups" with a group.
	Open(page string, id journal.ID)
	// OpenCopy goes to the redacted copy of what is asked for.
	OpenCopy(of app.CopyOf)
}

// Page is the supervision page of one open journal.
type Page struct {
	desk  *app.Desk
	frame Frame
	words *words.Catalog
	days  present.Days

	presenter *presenter
	waiting   *waitingColumn
	agenda    *agendaColumn
	content   fyne.CanvasObject

	present.Visit
	forms    fields.Forms
	coming   bool       // something else to do comes with the next state
	onAgenda bool       // the user last chose something on the agenda
	inView   journal.ID // the session whose agenda is shown
	planWith journal.ID // with whom a session is to be planned as the page comes up; 0: nobody
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, words: frame.Words(), days: present.Days{Words: frame.Words()}, forms: fields.Forms{Waits: present.Waits(frame)}}
	p.presenter = newPresenter(desk, frame.Do, voice{show: p.show, said: p.said, failed: frame.Failed})
	p.waiting = newWaitingColumn(p)
	p.agenda = newAgendaColumn(p)
	left := widgets.Frame(nil, nil, nil, widgets.Rule(), p.waiting.content)
	p.content = container.New(sideBySide{}, left, p.agenda.content)
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	return p
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up. id is a session to show, somebody to plan one
// with, or 0 for the session that was shown.
func (p *Page) Show(id journal.ID) {
	p.Shown, p.coming, p.planWith = true, true, 0
	is := func(r supervision.Relationship) bool { return r.ID == id && !r.Archived }
	switch {
	case id == 0:
	case slices.ContainsFunc(p.desk.Relationships(), is):
		p.planWith = id
	default:
		p.presenter.choose(id)
	}
	p.presenter.Refresh()
	p.content.Refresh()
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	return present.Obey(name, map[string]func(){
		"copy":      p.copy,
		"delete":    p.takeAway,
		"discussed": p.start,
		"move-up":   func() { p.agenda.shift(-1) },
		"move-down": func() { p.agenda.shift(1) },
	})
}

// told reads again after a change to supervision or to entries, which may be flagged.
func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.EntrySaved, app.EntryGone, app.SupervisionChanged:
		p.presenter.Refresh()
	}
}

// show brings both columns in step with s. The keyboard moves only where something else
// is to be done now; a session that Show was asked to plan is planned once, as only a
// read state knows with whom.
func (p *Page) show(s State) {
	p.waiting.show(s)
	p.agenda.show(s)
	if p.coming || p.inView != s.Agenda.Session.ID {
		p.focus(s) // what had the keyboard may be gone
	}
	p.coming, p.inView = false, s.Agenda.Session.ID
	if with := p.planWith; with != 0 {
		p.planWith = 0
		p.planFor(with)
	}
}

// planFor asks for a session with somebody. Somebody who is gone gets no form.
func (p *Page) planFor(with journal.ID) {
	for _, r := range p.presenter.state.People {
		if r.ID == with {
			f := p.plan(Meeting{})
			f.with.SetText(r.Name)
			f.showPerson()
			f.showReading()
		}
	}
}

// focus takes the keyboard to what is done next: ticking what waits, looking at
// the agenda, or adding to it.
func (p *Page) focus(s State) {
	switch {
	case len(s.Waiting) > 0:
		p.waiting.focus()
	case len(s.Agenda.Items) > 0:
		p.agenda.list.Focus()
	case s.Planned:
		draw.Focus(p.agenda.item)
	}
}

//words:prefix supervision.done.

// said tells what was done, by a key of supervision.done, with its count unless n is 0,
// and a way to undo it.
func (p *Page) said(key string, n int) {
	text := p.words.T(key)
	if n > 0 {
		text = p.words.N(key, n)
	}
	p.frame.Notify(text, true)
}

// copy asks for a redacted copy of the agenda, for whom the session is with.
func (p *Page) copy() {
	a := p.presenter.state.Agenda
	if p.presenter.state.Planned && len(a.Items) > 0 {
		p.paper(a.Session, app.AgendaPaper{Session: a.Session.ID})
	}
}

// paper asks for a paper of a session, for whom the session is with.
func (p *Page) paper(s supervision.Session, paper app.Paper) {
	of := app.CopyOf{Paper: paper, Audience: supervision.Relationship{}.UsualAudience()}
	for _, r := range p.presenter.state.People {
		if r.ID == s.With {
			of.Audience = r.UsualAudience()
		}
	}
	p.frame.OpenCopy(of)
}

// takeAway takes the item that was last chosen off the agenda, or out of what
// waits.
func (p *Page) takeAway() {
	if p.onAgenda {
		if id, err := journal.ParseID(p.agenda.list.Selected()); err == nil {
			p.presenter.TakeOff(id)
		}
		return
	}
	if row, ok := p.waiting.rows.Selected(); ok {
		if id, err := journal.ParseID(row); err == nil {
			p.presenter.Withdraw(id)
		}
	}
}

// openEntry goes to the journal page at an entry.
func (p *Page) openEntry(id journal.ID) { p.frame.Open("journal", id) }

// withID calls do with the id that a row or card stands for.
func withID(row string, do func(journal.ID)) {
	if id, err := journal.ParseID(row); err == nil {
		do(id)
	}
}
