// Package session is the page that is open while one sits with a supervisor, and
// right after: what stands open from last time, each item with what comes out of
// it, one outcome kind an item at the end, and then, for one pair of eyes, what
// is still carried.
//
// Somebody else may see the screen. So the page shows nothing but words that were
// written to be shared, until the safe screen is turned off or the session is
// over and the user goes on alone.
//
// A presenter in plain Go decides; the Page builds what is seen and hands over
// what the user does. Everything here belongs to the main goroutine.
package session

import (
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "supervision".
	Open(page string, id journal.ID)
	// Copy puts a text on the clipboard, from where it is taken away after a while.
	Copy(text string)
}

// Page is the session page of one open journal.
type Page struct {
	frame     Frame
	words     *words.Catalog
	presenter *presenter
	now       func() time.Time
	readDue   func(typed string) (journal.Date, error)
	readHeld  func(typed string) (journal.Date, error)
	register  hints.Register

	nothing fyne.CanvasObject
	ahead   *aheadView
	talk    *talkView
	ending  *endingView
	ended   *endedView
	alone   *aloneView
	record  *recordView
	content *fyne.Container

	forms       fields.Forms
	shown       Phase
	fresh       bool // what is shown has just come up, and is not in the window yet
	unsubscribe func()
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{frame: frame, words: frame.Words(), now: desk.Now, readDue: desk.ReadDue, readHeld: desk.ReadHeld, register: desk}
	p.presenter = newPresenter(desk, around{
		do: frame.Do, after: frame.After, show: p.show, failed: frame.Failed,
		said: func(key string) { frame.Notify(p.words.T(key), true) },
	})
	p.build()
	p.unsubscribe = desk.Subscribe(func(e app.Event) { frame.Do(func() { p.told(e) }) })
	return p
}

func (p *Page) build() {
	w := p.words
	p.nothing = widgets.EmptyState(w.T("session.empty.title"), w.T("session.empty.text"),
		widgets.NewPrimary(w.T("session.adhoc"), func() { p.presenter.HoldAdHoc() }))
	p.ahead = newAheadView(p)
	p.talk = newTalkView(p)
	p.ending = newEndingView(p)
	p.ended = newEndedView(p)
	p.alone = newAloneView(p)
	p.record = newRecordView(p)
	p.content = widgets.NewDeck() // until it is known what there is
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up; id 0 leaves the session that was in
// view, or takes whichever is open or comes up.
func (p *Page) Show(id journal.ID) {
	p.shown = Nothing
	p.presenter.Show(id)
}

// Hide keeps what is being written, and covers what is private.
func (p *Page) Hide() { p.presenter.Hide() }

// Flush keeps what is being written and waits until it is on the disk. It gives
// the error of what could not be kept.
func (p *Page) Flush() error { return p.presenter.Flush() }

// Close ends the page's interest in the journal.
func (p *Page) Close() {
	p.unsubscribe()
	p.talk.item.hints.Close()
	p.presenter.Close()
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	return present.Obey(name, map[string]func(){
		"save":             p.presenter.Keep,
		"discussed":        p.forward,
		"next-time":        p.presenter.NextTime,
		"delete":           p.presenter.Drop,
		"ad-hoc":           p.presenter.HoldAdHoc,
		"safe-screen":      func() { p.presenter.SetOpen(!p.presenter.state.Open) },
		"record-text":      p.copyRecord,
		"add-action":       p.talk.addAction,
		"end-session":      p.presenter.End,
		"next-section":     func() { p.presenter.Step(1) },
		"previous-section": func() { p.presenter.Step(-1) },
	})
}

// forward is the one key that goes on, whatever is shown.
func (p *Page) forward() {
	switch p.presenter.state.Phase {
	case Ahead:
		p.ahead.start()
	case Talking:
		p.presenter.DiscussNext()
	case Ending:
		p.finish()
	case Ended:
		p.presenter.GoOn()
	case Alone:
		p.leave()
	case Nothing:
		p.presenter.HoldAdHoc()
	case Record:
	}
}

// leave goes back to the supervision page.
func (p *Page) leave() {
	p.presenter.ShowRecord()
	p.frame.Open("supervision", 0)
}

func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.SupervisionChanged, app.EntrySaved:
		if p.presenter.visible {
			p.presenter.refresh()
		}
	}
}

// show shows the state in the view of its phase.
func (p *Page) show(s State) {
	p.fresh = s.Phase != p.shown || len(p.content.Objects) == 0
	p.shown = s.Phase
	v := p.viewOf(s.Phase)
	v.show(s)
	if s.Phase != Alone {
		p.alone.clear()
	}
	if p.fresh {
		widgets.Turn(p.content, v.content)
		v.focus()
		p.fresh = false
	}
}

// view is what shows a phase.
type view struct {
	content fyne.CanvasObject
	show    func(State)
	focus   func()
}

func (p *Page) viewOf(phase Phase) view {
	return map[Phase]view{
		Ahead:   {p.ahead.content, p.ahead.show, p.ahead.focus},
		Talking: {p.talk.content, p.talk.show, p.talk.focus},
		Ending:  {p.ending.content, p.ending.show, p.ending.focus},
		Ended:   {p.ended.content, p.ended.show, p.ended.focus},
		Alone:   {p.alone.content, p.alone.show, p.alone.focus},
		Record:  {p.record.content, p.record.show, p.record.focus},
		Nothing: {p.nothing, func(State) {}, func() {}},
	}[phase]
}
