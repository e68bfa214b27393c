// Package groups is the page of supervision among several: a group with its turns, its
// members and what it agreed, and its meeting while one goes on, with the phase, the
// clock and whoever's turn it is in large. Nothing private is on that screen until the
// safe screen is turned off.
//
// A presenter reads the journal and changes it; it is plain Go that knows no screen.
// Everything here belongs to the main goroutine.
package groups

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "session" with a session that is left open.
	Open(page string, id journal.ID)
	// OpenCopy goes to the redacted copy of what is asked for.
	OpenCopy(of app.CopyOf)
}

// Page is the page of the groups of one open journal.
type Page struct {
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	header  *widgets.Header
	first   *widgets.Button // the one thing to do here
	prints  *widgets.Button
	change  *widgets.Button
	body    *fyne.Container
	scroll  *container.Scroll
	run     *runView
	content *fyne.Container

	present.Visit
	forms  fields.Forms
	coming bool       // it has come up and shows nothing yet
	wanted journal.ID // a relationship to set a group up for
	setUp  bool       // a group is asked for as the page comes up
	asked  bool       // it was, by itself: who closed the form has said no
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, says: says{frame.Words(), desk, present.Days{Words: frame.Words()}}, forms: fields.Forms{Waits: present.Waits(frame)}}
	p.presenter = newPresenter(desk, frame.Do, frame.After, voice{show: p.show, said: p.said, left: p.left, failed: frame.Failed})
	p.build()
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	return p
}

func (p *Page) build() {
	w := p.says
	p.first = widgets.NewPrimary(w.T("groups.start"), p.begin)
	p.change = widgets.NewPlain(w.T("groups.change"), p.askAgreed)
	p.prints = widgets.NewPlain(w.T("groups.new"), func() { p.askSetUp(0) })
	p.header = widgets.NewHeader(w.T("groups.title"), w.T("groups.why"), p.prints, p.change, p.first)
	p.body = widgets.Column(look.Wide)
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, p.body))
	p.run = newRunView(p)
	p.content = widgets.Frame(p.header, nil, nil, nil, container.NewStack(p.scroll, p.run.content))
	p.run.content.Hide()
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up. id is a group, or a relationship that has one
// or is to get one; 0 leaves what was shown.
func (p *Page) Show(id journal.ID) {
	p.Shown, p.coming = true, true
	group := p.desk.GroupOf(id)
	if group == 0 {
		v, _ := p.desk.Group(id) // of no group, it is a relationship
		if group = v.ID; group == 0 {
			p.wanted = id
		}
	}
	p.setUp = p.wanted != 0 || !p.asked && len(p.desk.Groups()) == 0
	p.presenter.Come(group)
}

// Hide stops following the journal until the page comes up again.
func (p *Page) Hide() {
	p.Visit.Hide()
	p.presenter.SetVisible(false)
	p.presenter.SetOpen(false)
}

// Flush keeps what was typed in a meeting. It gives the errors of writing it.
func (p *Page) Flush() error { return p.presenter.Flush() }

// Close ends the page's interest in the journal.
func (p *Page) Close() {
	p.presenter.SetVisible(false)
	p.presenter.stopKeep()
	p.Visit.Close()
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	return present.Obey(name, map[string]func(){
		"copy":        p.print,
		"next-turn":   p.presenter.Next,
		"turn-back":   p.presenter.Back,
		"rest-clock":  p.presenter.Rest,
		"prompts":     func() { p.presenter.SetPrompts(!p.presenter.state.Prompts) },
		"safe-screen": func() { p.presenter.SetOpen(!p.presenter.state.Open) },
		"end-session": p.presenter.End,
	})
}

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() {
	if p.run.content.Visible() {
		fields.RevealFocused(p.frame.Window(), p.run.scroll)
		return
	}
	fields.RevealFocused(p.frame.Window(), p.scroll)
}

// told reads again after a change to supervision: groups and meetings are told of as
// that.
func (p *Page) told(e app.Event) {
	if e.Kind == app.SupervisionChanged {
		p.presenter.Refresh()
	}
}

//words:prefix groups.said.

// said tells what was done, by a key of groups.said, with a way to undo it.
func (p *Page) said(key string) { p.frame.Notify(p.says.T(key), true) }

// left says that the meeting's session stays open for what is not settled yet, and goes
// to it.
func (p *Page) left(session journal.ID) {
	p.frame.Notify(p.says.T("groups.said.left"), false)
	p.frame.Open("session", session)
}

// print goes to the run-sheet as a paper.
func (p *Page) print() {
	if v, is := p.presenter.state.group(); is {
		p.frame.OpenCopy(app.CopyOf{Paper: app.GroupSheet{Group: v.ID}, Audience: v.Relationship.UsualAudience()})
	}
}

// show shows the meeting while one goes on, else the group, and then forgets what was
// private in the meeting. The form of a new group opens once as the page comes up:
// where there is none, or for the relationship that Show was asked for.
func (p *Page) show(s State) {
	v, is := s.group()
	running := s.Sitting.ID != 0
	if running {
		p.scroll.Hide()
		p.run.content.Show()
	} else {
		p.run.content.Hide()
		p.scroll.Show()
	}
	p.prints.Hidden, p.change.Hidden, p.first.Hidden = running, running || !is, running || !is
	if running {
		p.header.Set(v.Relationship.Name, p.says.began(s.Sitting))
		p.run.show(s)
	} else {
		p.run.clear()
		p.showGroup(s, v, is)
	}
	p.content.Refresh()
	p.focus(running, is)
	if p.setUp {
		with := p.wanted
		p.setUp, p.wanted, p.asked = false, 0, true
		if !is || with != 0 {
			p.askSetUp(with)
		}
	}
}

// focus takes the keyboard to the meeting that goes on, whenever nothing else has it, or,
// as the page comes up, to what begins one.
func (p *Page) focus(running, is bool) {
	c := p.frame.Window().Canvas()
	switch {
	case p.coming && running:
		p.run.scroll.ScrollToTop()
		c.Focus(p.run.keys)
	case running && p.idle(c.Focused()) && c.Overlays().Top() == nil:
		c.Focus(p.run.keys)
	case p.coming && is:
		p.scroll.ScrollToTop()
		c.Focus(p.first)
	}
	p.coming = false
}

// idle reports whether the keyboard is nowhere, or at a button that a meeting hides: a
// form gives it back to what opened it.
func (p *Page) idle(has fyne.Focusable) bool {
	return has == nil || has == p.first || has == p.prints || has == p.change
}

// Escaped takes an Escape while a meeting goes on: it leads back to the meeting's keys,
// and never away from it. It reports whether it did.
func (p *Page) Escaped() bool {
	if !p.run.content.Visible() {
		return false
	}
	p.frame.Window().Canvas().Focus(p.run.keys)
	p.Reveal()
	return true
}

// showGroup shows a group that doesn't meet now.
func (p *Page) showGroup(s State, v app.GroupView, is bool) {
	w := p.says
	p.body.RemoveAll()
	if !is {
		p.header.Set(w.T("groups.title"), w.T("groups.why"))
		p.body.Add(widgets.EmptyState(w.T("groups.none"), w.T("groups.none.text"), widgets.NewPrimary(w.T("groups.new"), func() { p.askSetUp(0) })))
		return
	}
	p.header.Set(v.Relationship.Name, w.about(v))
	if len(s.Groups) > 1 {
		row := widgets.Wrap(look.Gap)
		for _, other := range s.Groups {
			chip := widgets.NewChip(other.Relationship.Name, widgets.Neutral, func() { p.presenter.Choose(other.ID) })
			chip.SetSelected(other.ID == v.ID)
			row.Add(chip)
		}
		p.body.Add(row)
	}
	if v.ReviewDue {
		p.body.Add(widgets.Notice(widgets.Amber, w.T("groups.review.due"), widgets.NewLink(w.T("groups.change"), p.askAgreed)))
	}
	p.body.Add(p.nextCard(v))
	p.body.Add(p.procedureCard(v))
	p.body.Add(p.membersCard(v))
	p.body.Add(p.agreedCard(v))
	if len(v.Notes) > 0 {
		p.body.Add(p.notesCard(v))
	}
}
