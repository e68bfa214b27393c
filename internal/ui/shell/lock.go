package shell

import (
	"errors"

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
	s.closing(s.lock, s.lockNow)
}

// quit is lock without coming back.
func (s *Shell) quit() {
	s.closing(s.quit, s.quitNow)
}

// closing goes on to then when everything is kept. Where that fails the pages
// are covered and the user chooses.
func (s *Shell) closing(again, then func()) {
	if s.room == nil {
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
	shown := s.alive.content.Objects[0]
	s.alive.put(s.door.Content())
	says := faultWords(s.Words(), fault.KindOf(err))
	var d *widgets.Dialog
	back := false
	choose := func(fn func()) func() {
		return func() {
			back = true
			d.Close()
			fn()
		}
	}
	goBack := func() {
		s.alive.put(shown)
		s.watchIdle(s.desk())
	}
	d = widgets.ShowDialog(s.window.Canvas(), s.t("shell.unkept"), widgets.NewBody(s.t("shell.unkept.text")+"\n\n"+says.text),
		widgets.NewWarm(s.t("shell.unkept.anyway"), choose(then)),
		widgets.NewPlain(s.t("shell.unkept.back"), choose(goBack)),
		widgets.NewPrimary(s.t("shell.unkept.again"), choose(func() { goBack(); again() })))
	d.OnClosed(func() {
		if !back {
			goBack()
		}
	})
	s.idle = nil // the page is covered: nothing to lock until somebody chooses
}

func (s *Shell) lockNow() {
	err := s.leave()
	if s.options.Replace != nil {
		err = errors.Join(err, s.options.Replace(s.app.Journal()))
	}
	s.showDoor()
	s.Failed(err)
}

func (s *Shell) quitNow() {
	if err := s.leave(); err != nil {
		s.showDoor()
		s.Failed(err)
		return
	}
	s.window.SetCloseIntercept(nil)
	s.fyne.Quit()
}

// leave keeps where one is, takes back what was lent to the clipboard, and
// closes the journal. It does all of it whatever fails, and gives what did.
func (s *Shell) leave() error {
	s.endWarning()
	s.idle = nil
	s.clip.clear()
	_ = s.keepSize() // the next window takes its usual size
	desk, r := s.desk(), s.room
	s.room, s.spent = nil, nil
	if desk == nil {
		return nil
	}
	var err error
	if r != nil {
		err = s.keepPlace(r)
		r.close()
	}
	return errors.Join(err, desk.Close())
}

func (s *Shell) keepPlace(r *room) error {
	return r.desk.SetSettings(func(set *app.Settings) { set.Place = r.place() })
}

func (s *Shell) endWarning() {
	if s.warning != nil {
		s.warning.close()
		s.warning = nil
	}
}
