// Package shell is the window: what stands in it before and after a journal is
// open, the way between pages, the menu, locking and closing.
//
// Shell lives as long as the window, a room as long as an open journal. Both
// belong to the main goroutine.
package shell

import (
	"errors"
	"os"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"aftershift/internal/app"
	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets/fields"
)

// Options are what Run is told.
type Options struct {
	App      *app.App
	Version  string
	Sample   bool   // open the fictional journal at once
	Repair   bool   // look into the journal's file rather than open it
	Theme    string // in place of the preference: "system", "light", "dark" or "contrast"; "" for none
	TextSize int    // in place of the preference, in per cent; 0 for none
	// HighContrast says that the system is set to strong contrasts.
	HighContrast bool
	// Replace ends this process and starts it afresh at a journal, so that
	// nothing of an open journal stays in memory; with repair it looks into the
	// file rather than opening it. It returns only when that fails. nil: the window
	// stays and locks in itself.
	Replace func(journal string, repair bool) error
	// Absence begins to tell when somebody may have gone; it is called for each
	// open journal. nil: only idle time and gaps in the clock lock.
	Absence func() Absence
	// Asked holds a value when the system asks the program to end. nil: it never
	// does.
	Asked <-chan os.Signal
	// Exit ends the process at once, with what is written kept, where the window
	// hangs. nil: os.Exit.
	Exit func(code int)
}

// appID names the program to the desktop; FyneApp.toml has the same.
const appID = "app.aftershift.journal"

// Shell is the window.
type Shell struct {
	options Options
	app     *app.App
	fyne    fyne.App
	window  fyne.Window
	alive   *alive // the window's content, which notices that somebody is there
	door    *unlock.Page
	clip    *clipboard
	idle    *app.Idle
	rescue  *rescue
	ticks   atomic.Pointer[tick] // what the idle clock asks for and is not done yet
	warning *countdown
	cover   *concealing    // what hides everything, while it does
	room    *room          // nil while locked
	held    held           // what had the keyboard last
	spent   *unlock.Opened // the journal whose new words are being shown
	ended   atomic.Bool    // the window is gone

	asking     bool          // what to do with words that can't be kept
	shutting   chan struct{} // closed when the journal that is closing has closed; nil: none is
	endAbsence func()        // ends watching for absence; nil: nobody watches
	post       func(func())  // runs on the main goroutine, soon
	elsewhere  func(func())  // runs on another one
}

// Run opens the window and returns when it has closed and everything is kept. It
// gives the errors of what could not be kept, and of closing the journal, joined.
func Run(o Options) error {
	a := calm(fyneapp.NewWithID(appID))
	a.SetIcon(fyne.NewStaticResource("aftershift", app.Icon()))
	refuseNetwork()
	s := newShell(a, o)
	rest := newRest(o.App.Now)
	s.post = (&turns{post: rest.do}).do
	a.Lifecycle().SetOnStarted(rest.begin)
	a.Lifecycle().SetOnExitedForeground(func() { s.Do(s.leftAlone) })
	stop := s.tickEachSecond()
	s.heedAsking()
	s.start()
	s.window.ShowAndRun()
	s.ended.Store(true)
	stop()
	return s.stopped()
}

// heedAsking sees to it that the program ends when the system asks, which the
// window library hears too, whatever the window does.
func (s *Shell) heedAsking() {
	if s.options.Asked == nil {
		return
	}
	app.Go(func() {
		<-s.options.Asked
		s.rescue.expect(quitting)
		s.Do(func() {}) // ends the main goroutine's rest, which what the library posts does not
	})
}

func (o Options) exit() func(int) {
	if o.Exit != nil {
		return o.Exit
	}
	return os.Exit
}

// replace starts the program afresh at the present journal. It returns where that
// fails, or where the window stays.
func (s *Shell) replace(repair bool) error {
	if s.options.Replace == nil {
		return nil
	}
	return s.options.Replace(s.app.Journal(), repair)
}

// newShell builds the window and what stands in it before a journal is open.
func newShell(a fyne.App, o Options) *Shell {
	s := &Shell{options: o, app: o.App, fyne: a, post: (&turns{post: fyne.Do}).do, elsewhere: app.Go}
	s.rescue = newRescue(s.replace, o.exit())
	s.applyLook()
	fields.SetWriting(s.writing())
	s.window = a.NewWindow(s.t("shell.title"))
	s.window.SetPadded(false)
	s.window.SetMaster()
	s.window.SetCloseIntercept(s.quit)
	s.clip = &clipboard{board: a.Clipboard(), after: s.After}
	s.door = unlock.New(o.App, doorFrame{s})
	s.alive = newAlive(s.door.Content(), s.touch)
	s.window.SetContent(s.alive)
	s.window.Resize(s.size())
	s.watchKeys()
	s.window.Canvas().SetOnTypedKey(s.typedKey)
	s.window.Canvas().SetOnTypedRune(s.typedRune)
	return s
}

// writing gives what fields of several lines have in common.
func (s *Shell) writing() fields.Writing {
	return fields.Writing{Clock: clock{s}, Menu: editor.Labels{
		Undo: s.t("shell.edit.undo"), Redo: s.t("shell.edit.redo"), Cut: s.t("shell.edit.cut"),
		Copy: s.t("shell.edit.copy"), Paste: s.t("shell.edit.paste"), SelectAll: s.t("shell.edit.all"),
		Find: s.t("shell.find"),
	}, Find: s.findWords(), Words: func(n int) string { return s.app.Words().N("shell.words", n) }}
}

// clock is the program's clock, as a field to write in uses it.
type clock struct{ shell *Shell }

// Now gives the time.
func (c clock) Now() time.Time { return c.shell.app.Now() }

// AfterFunc runs f on the main goroutine after d, unless stopped.
func (c clock) AfterFunc(d time.Duration, f func()) (stop func()) { return c.shell.After(d, f) }

// start brings up the first page.
func (s *Shell) start() {
	s.showDoor()
	switch {
	case s.options.Sample:
		s.door.LookAround()
	case s.options.Repair:
		s.door.Repair()
	}
	s.tellCrash()
}

// stopped keeps everything when the program was ended from outside, as by the
// system's own signal, and the window never asked.
func (s *Shell) stopped() error {
	var err error
	if s.room != nil {
		err = s.room.flush()
	}
	if s.shutting != nil {
		<-s.shutting
	}
	return errors.Join(err, s.leave((*app.Desk).Close)())
}

func (s *Shell) showDoor() {
	s.window.SetMainMenu(nil)
	s.alive.put(s.door.Content())
	s.door.Show()
}

// desk gives the open journal, nil while locked.
func (s *Shell) desk() *app.Desk {
	switch {
	case s.room != nil:
		return s.room.desk
	case s.spent != nil:
		return s.spent.Desk
	}
	return nil
}

// Usual size of the window, in Fyne's units.
const (
	usualWidth  float32 = 1280
	usualHeight float32 = 760
	leastWidth  float32 = 640
	leastHeight float32 = 480
)

func (s *Shell) size() fyne.Size {
	p := s.app.Preferences()
	if p.Width < leastWidth || p.Height < leastHeight {
		return fyne.NewSize(usualWidth, usualHeight)
	}
	return fyne.NewSize(p.Width, p.Height)
}

// keepSize remembers the window's size for the next time.
func (s *Shell) keepSize() error {
	size := s.window.Canvas().Size()
	return s.app.SetPreferences(func(p *app.Preferences) { p.Width, p.Height = size.Width, size.Height })
}

// tickEachSecond tells the idle clock the time until stop is called.
func (s *Shell) tickEachSecond() (stop func()) {
	ticker, done := time.NewTicker(time.Second), make(chan struct{})
	app.Go(func() {
		for {
			select {
			case <-ticker.C:
				s.tick()
			case <-done:
				ticker.Stop()
				return
			}
		}
	})
	return func() { close(done) }
}

func (s *Shell) t(key string, args ...any) string { return s.app.Words().T(key, args...) }
