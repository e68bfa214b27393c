package shell

import (
	"errors"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/widgets"
)

// lock keeps what is being written, closes the journal and starts the program
// afresh, so that nothing of it stays in memory. What can't be kept is said
// before anything closes.
func (s *Shell) lock() {
	if s.desk() == nil {
		return
	}
	s.closing(locking, s.lock, s.lockNow)
}

// quit is lock without coming back.
func (s *Shell) quit() {
	s.closing(quitting, s.quit, s.quitNow)
}

// closing goes on to then when everything is kept. Where that fails the pages
// are covered and the user chooses. Nothing begins while either is under way.
func (s *Shell) closing(how ending, again, then func()) {
	if s.asking || s.shutting != nil {
		if s.asking {
			s.rescue.calm()
		}
		return
	}
	s.rescue.expect(how)
	switch {
	case s.room == nil:
		then()
		return
	}
	if err := s.room.flush(); err != nil {
		s.askBeforeClosing(err, again, then)
		return
	}
	then()
}

func (s *Shell) askBeforeClosing(err error, again, then func()) {
	s.endWarning()
	s.rescue.calm()
	s.asking = true
	uncover := s.alive.over(s.door.Content())
	var d *widgets.Dialog
	back := false
	choose := func(fn func()) func() {
		return func() {
			back, s.asking = true, false
			d.Close()
			fn()
		}
	}
	goBack := func() {
		uncover()
		s.watchIdle(s.desk())
	}
	d = widgets.ShowDialog(s.window.Canvas(), s.t("shell.unkept"), widgets.NewBody(s.t("shell.unkept.text")+"\n\n"+s.whyUnkept(err)),
		widgets.NewWarm(s.t("shell.unkept.anyway"), choose(then)),
		widgets.NewPlain(s.t("shell.unkept.back"), choose(goBack)),
		widgets.NewPrimary(s.t("shell.unkept.again"), choose(func() { goBack(); again() })))
	d.OnClosed(func() {
		if !back {
			s.asking = false
			goBack()
		}
	})
	s.setIdle(nil) // the page is covered: nothing to lock until somebody chooses
}

//words:prefix shell.why.

// whyUnkept says why words can't be kept, and what helps.
func (s *Shell) whyUnkept(err error) string {
	key := "shell.why." + strings.ReplaceAll(fault.KindOf(err).String(), " ", "_")
	if !s.Words().Has(key) {
		key = "shell.why.other"
	}
	return s.t(key)
}

// lockNow covers the window, then closes the journal off the main goroutine, for
// a disk may be slow, and starts the program afresh.
func (s *Shell) lockNow() { s.startAfresh(false) }

// startAfresh is lockNow, with repair to look into the file then.
func (s *Shell) startAfresh(repair bool) {
	s.shut(locking, s.leave((*app.Desk).Lock), func(err error) {
		err = errors.Join(err, s.rescue.afresh(repair))
		s.rescue.calm()
		s.showDoor()
		if repair {
			s.door.Repair()
		}
		s.Failed(err)
	})
}

func (s *Shell) quitNow() {
	s.shut(quitting, s.leave((*app.Desk).Close), func(err error) {
		if err != nil {
			s.rescue.calm()
			s.showDoor()
			s.Failed(err)
			return
		}
		s.window.SetCloseIntercept(nil)
		s.fyne.Quit()
	})
}

// shut runs what closes the journal elsewhere, while the window is covered, and
// then goes on with what it gave.
func (s *Shell) shut(how ending, closing func() error, then func(error)) {
	s.rescue.expect(how)
	s.window.SetMainMenu(nil)
	for overlays := s.window.Canvas().Overlays(); overlays.Top() != nil; {
		overlays.Remove(overlays.Top())
	}
	s.alive.put(newCover(s.t("shell.closing")))
	over := make(chan struct{})
	s.shutting = over
	s.elsewhere(func() {
		err := closing()
		s.rescue.closed()
		close(over)
		s.Do(func() {
			s.shutting = nil
			then(err)
		})
	})
}

// leave keeps where one is, takes back what was lent to the clipboard and ends
// the pages. What it gives closes the journal by end, on any goroutine, and gives
// what failed of all that; the computer may sleep from then on.
func (s *Shell) leave(end func(*app.Desk) error) (closing func() error) {
	s.endWarning()
	s.setIdle(nil)
	s.clip.clear()
	_ = s.keepSize() // the next window takes its usual size
	desk, r, settle := s.desk(), s.room, s.endAbsence
	s.room, s.spent, s.endAbsence, s.held = nil, nil, nil, held{}
	var kept error
	if r != nil {
		kept = s.keepPlace(r)
		r.close()
	}
	return func() (err error) {
		if desk != nil {
			err = end(desk)
		}
		if settle != nil {
			settle()
		}
		return errors.Join(kept, err)
	}
}

func (s *Shell) keepPlace(r *room) error {
	if r.desk.ReadOnly() {
		return nil
	}
	err := r.desk.SetSettings(func(set *app.Settings) { set.Place = r.place() })
	if errors.Is(err, fault.Locked) {
		return nil // the file was replaced: where one was in it says nothing
	}
	return err
}

func (s *Shell) endWarning() {
	if s.warning != nil {
		s.warning.close()
		s.warning = nil
	}
}
