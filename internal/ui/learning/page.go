// Package learning is the page of what a year of practice adds up to: what the year
// needs and what there is, what came up to learn, where the evidence is, and the hours.
//
// A presenter reads the journal and changes it; it is plain Go that knows no screen.
// Everything here belongs to the main goroutine.
package learning

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
	// OpenCopy goes to the redacted copy of what is asked for.
	OpenCopy(of app.CopyOf)
	// Copy puts words on the clipboard, from where they are taken away after a while.
	Copy(text string)
}

// Page is the page of learning of one open journal.
type Page struct {
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	year, hours *widgets.Chip
	first       *widgets.Button // the one thing to do here
	body        *fyne.Container
	scroll      *container.Scroll
	content     *fyne.Container

	present.Visit
	forms   fields.Forms
	rules   func() // shows the rules again in their dialog; nil while it is closed
	onHours bool   // the hours are shown
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, says: says{frame.Words(), desk}, forms: fields.Forms{Waits: present.Waits(frame)}}
	p.presenter = newPresenter(desk, frame.Do, present.Voice[State]{Show: p.show, Said: p.said, Failed: frame.Failed})
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	w := p.says
	p.year = widgets.NewChip(w.T("learning.year"), widgets.Neutral, func() { p.turn(false) })
	p.hours = widgets.NewChip(w.T("learning.hours"), widgets.Neutral, func() { p.turn(true) })
	p.first = widgets.NewPrimary(w.T("learning.new"), p.begin)
	rules := widgets.NewPlain(w.T("learning.rules"), p.askRules)
	header := widgets.NewHeader(w.T("learning.title"), w.T("learning.why"), p.year, p.hours, rules, p.first)
	p.body = widgets.Column(look.Wide)
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, p.body))
	p.content = widgets.Frame(header, nil, nil, nil, p.scroll)
	return p
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up; with an entry, to begin a piece from it.
func (p *Page) Show(entry journal.ID) {
	p.Shown = true
	p.presenter.Refresh()
	if entry != 0 {
		p.onHours = false
		p.askFrom(entry)
	}
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	return present.Obey(name, map[string]func(){"add-action": p.begin, "copy": p.copyAll})
}

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { fields.RevealFocused(p.frame.Window(), p.scroll) }

// told reads again after a change to entries, which pieces begin from, or to
// supervision: pieces and hours are told of as that.
func (p *Page) told(e app.Event) {
	if e.Kind == app.SupervisionChanged || e.Kind == app.EntrySaved || e.Kind == app.EntryGone {
		p.presenter.Refresh()
	}
}

//words:prefix learning.said.

// said tells what was done, by a key of learning.said, with a way to undo it.
func (p *Page) said(key string) { p.frame.Notify(p.says.T(key), true) }

// turn shows the year or the hours.
func (p *Page) turn(hours bool) {
	p.onHours = hours
	p.show(p.presenter.State)
	p.scroll.ScrollToTop()
}

// begin does the one thing that the page is for: a new piece, or the hours of a week.
func (p *Page) begin() {
	if p.onHours {
		p.askWeek(app.WeekOf(p.desk.Today()))
		return
	}
	p.askPiece(app.CPDPiece{Date: p.desk.Today()})
}

// copyAll goes to the paper of what is shown: the sheet of hours, or the index of
// evidence.
func (p *Page) copyAll() {
	if p.onHours {
		p.askSheet()
		return
	}
	p.frame.OpenCopy(app.CopyOf{Paper: app.EvidencePaper{}, Audience: portfolio})
}

// show fills the page with the year or the hours, whichever is chosen, and the dialog
// of the rules while it is open. Forms open again only once the journal was read.
func (p *Page) show(s State) {
	p.year.SetSelected(!p.onHours)
	p.hours.SetSelected(p.onHours)
	key := "learning.new"
	if p.onHours {
		key = "learning.log"
	}
	p.first.SetText(p.says.T(key))
	p.body.RemoveAll()
	if p.onHours {
		p.showHours(s)
	} else {
		p.showYear(s)
	}
	p.content.Refresh()
	if p.rules != nil {
		p.rules()
	}
	if p.presenter.Read {
		p.forms.Reopen(p.reopen)
	}
}
