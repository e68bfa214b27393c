package shell

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets"
)

// page is one page of the open journal.
type page interface {
	Content() fyne.CanvasObject
	Show(id journal.ID)
	Hide()
	Flush() error
	Command(name string) bool
	Close()
}

// room is what stands in the window while a journal is open. It is the Frame of
// every page.
type room struct {
	*Shell
	desk        *app.Desk
	pages       map[string]page // those that were visited
	present     string
	trail       []string   // the pages that led here, the latest last
	left        journal.ID // the entry that was open when the journal was left; 0 once its page was visited
	nav         *widgets.SideNav
	holder      *fyne.Container
	strips      *strips
	toast       *widgets.Toast
	stopToast   func()
	offersUndo  bool            // the toast does
	saysSlow    bool            // the toast says that something takes long
	resumed     map[string]bool // the pages that got what stood in their forms
	stopTyped   func()
	menu        *menu
	unsubscribe func()
}

// enter takes over an open journal: a new one shows its recovery words first.
func (s *Shell) enter(how unlock.Opened) {
	s.watchIdle(how.Desk)
	s.watchAbsence()
	s.rescue.watch(how.Desk, s.idle, s.endAbsence)
	if how.NewWords == nil {
		s.open(how)
		return
	}
	s.spent = &how
	words := how.NewWords
	how.NewWords = nil
	s.showWords(how.Desk, words, func() {
		s.spent = nil
		s.open(how)
	})
}

// showWords fills the window with new recovery words, until they are kept; then
// what stood there comes back, and done is called.
func (s *Shell) showWords(desk *app.Desk, words []string, done func()) {
	var back func()
	page := unlock.NewRecovery(desk, doorFrame{s}, words, func() { back(); done() })
	back = s.alive.over(page.Content())
	page.Show()
}

// open brings up the pages of a journal at the place where one was.
func (s *Shell) open(how unlock.Opened) {
	r := s.furnish(how)
	place := r.lastPlace()
	r.left = place.Entry
	r.Open(place.Page, 0)
}

// furnish makes the room of a journal, which shows no page yet.
func (s *Shell) furnish(how unlock.Opened) *room {
	r := &room{Shell: s, desk: how.Desk, pages: map[string]page{}, resumed: map[string]bool{}, stopToast: func() {}, stopTyped: func() {}}
	s.room = r
	r.build(how)
	r.unsubscribe = r.desk.Subscribe(func(e app.Event) { r.Do(func() { r.changed(e) }) })
	s.alive.put(r.content())
	s.window.SetMainMenu(r.menu.main)
	return r
}

// lastPlace gives where one was, as far as it is still there.
func (r *room) lastPlace() app.Place {
	place := r.desk.Settings().Place
	if r.desk.ReadOnly() {
		return app.Place{Page: readingPage}
	}
	if place.Page == groupsPage && r.desk.MeetingIn(0) != 0 {
		return place
	}
	if written := r.recovered(); len(written) > 0 { // what was being written when the program stopped
		return app.Place{Page: journalPage, Entry: written[len(written)-1]}
	}
	if _, err := r.desk.Entry(place.Entry); err != nil {
		place.Entry = 0
	}
	next, found := r.desk.NextAgenda()
	switch {
	case place.Page == sessionPage && found && !next.Session.Opened.IsZero():
	case !r.has(place.Page):
		place.Page = r.first()
	}
	return place
}

// recovered gives the entries that were being written when the program stopped. What is
// written in a meeting is told of by nobody but its page: others see the screen.
func (r *room) recovered() []journal.ID {
	return slices.DeleteFunc(slices.Clone(r.desk.Recovered()), r.desk.WrittenInMeeting)
}

func (r *room) build(how unlock.Opened) {
	r.nav = r.newNav()
	r.holder = widgets.NewDeck()
	r.strips = newStrips(r, how)
	r.toast = widgets.NewToast()
	r.menu = newMenu(r)
	r.badges()
}

// content lays navigation, strips and page out, and the toast in a room of its own
// below the page, where it covers nothing and moves nothing.
func (r *room) content() fyne.CanvasObject {
	side := widgets.Frame(nil, nil, nil, widgets.Rule(), r.nav)
	foot := widgets.On(look.Panel, widgets.Frame(widgets.Rule(), nil, nil, nil, r.toast))
	centre := widgets.Frame(r.strips.column, foot, nil, nil, r.holder)
	whole := widgets.Frame(nil, nil, side, nil, centre)
	return container.New(&folding{nav: r.nav}, whole)
}

// changed follows what the journal tells.
func (r *room) changed(e app.Event) {
	if r.room != r {
		return // locked meanwhile
	}
	switch e.Kind {
	case app.UndoChanged:
		r.menu.showUndo()
		if r.offersUndo && r.toast.Shown() {
			r.hideToast() // its button would take back something else now
		}
	case app.SettingsChanged, app.Verified, app.BackupsChanged:
		r.strips.show()
	default:
		r.badges()
		r.listPages()
	}
}

// badges counts what waits for supervision, and what is to be done by now.
func (r *room) badges() {
	r.nav.SetBadge(supervisionPage, len(r.desk.Basket()))
	r.nav.SetBadge(actionsPage, r.desk.DeedsDue())
}

// toastTime is how long a notice stays, and one that can be undone.
const (
	toastTime     = 5 * time.Second
	toastUndoTime = 10 * time.Second
	timeToRead    = 100 * time.Millisecond // a letter, for a tired reader
)

// Notify says what was done in the bar at the bottom, with a button that takes
// it back when undo. The button goes with whatever is done next.
func (r *room) Notify(text string, undo bool) {
	r.offersUndo, r.saysSlow = undo, false
	action, stay := "", max(toastTime, time.Duration(len(text))*timeToRead)
	if undo {
		action, stay = r.t("shell.undo"), toastUndoTime
	}
	r.toast.Say(text, action, r.undo)
	r.stopToast()
	r.stopToast = r.After(stay, r.endToast)
}

// toastHeld is how long a notice that somebody is at stays until it is looked at again.
const toastHeld = 2 * time.Second

// endToast takes the notice away, unless somebody is at it.
func (r *room) endToast() {
	if r.toast.Held() {
		r.stopToast = r.After(toastHeld, r.endToast)
		return
	}
	r.hideToast()
}

func (r *room) hideToast() {
	r.toast.Dismiss()
}

// flush keeps what is being written on every page. Work that would make saving
// wait is stopped first.
func (r *room) flush() error {
	var errs []error
	if p, ok := r.pages[backupsPage].(interface{ Stop() }); ok {
		p.Stop()
	}
	for _, p := range r.pages {
		errs = append(errs, p.Flush())
	}
	errs = append(errs, r.keepUnfinished())
	return errors.Join(errs...)
}

// place gives where one is.
func (r *room) place() app.Place {
	p := app.Place{Page: r.present, Entry: r.left}
	if at, ok := r.pages[journalPage].(interface{ Present() journal.ID }); ok {
		p.Entry = at.Present()
	}
	return p
}

// close ends the pages. The desk is closed by the shell.
func (r *room) close() {
	r.unsubscribe()
	r.stopToast()
	r.stopTyped()
	for _, p := range r.pages {
		p.Hide()
		p.Close()
	}
}

func (r *room) undo() { r.keepSlow(walk(r.desk.CanUndo, r.desk.Undo)) }
func (r *room) redo() { r.keepSlow(walk(r.desk.CanRedo, r.desk.Redo)) }

// slowAfter is how long a change may take before the window says that it does.
const slowAfter = 400 * time.Millisecond

// keepSlow is keep for what may take long, as taking a large import back does.
func (r *room) keepSlow(change func() error) {
	ended := r.saySlow(r.After)
	if !r.desk.Do(change, func(err error) { r.Do(func() { ended(); r.Failed(err) }) }) {
		ended()
	}
}

// saySlow says that something is going on once it has for a while, until ended is
// called or something else is said.
func (r *room) saySlow(after func(time.Duration, func()) (stop func())) (ended func()) {
	stop := after(slowAfter, func() {
		r.stopToast()
		r.offersUndo, r.saysSlow = false, true
		r.toast.Say(r.t("shell.slow"), "", func() {})
	})
	return func() {
		stop()
		if r.saysSlow {
			r.saysSlow = false
			r.hideToast()
		}
	}
}

// walk takes a step where there is one; with none the key does nothing. It asks
// when its turn comes: a change under way makes the step.
func walk(next func() string, step func() error) func() error {
	return func() error {
		if next() == "" {
			return nil
		}
		return step()
	}
}

// keep runs a change off the main goroutine and says what goes wrong.
func (r *room) keep(change func() error) {
	r.desk.Do(change, func(err error) { r.Do(func() { r.Failed(err) }) })
}
