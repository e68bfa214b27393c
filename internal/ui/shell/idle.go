package shell

import (
	"time"

	"aftershift/internal/app"
)

// watchIdle starts the idle clock with the journal's own limit.
func (s *Shell) watchIdle(desk *app.Desk) {
	s.idle = app.NewIdle(desk.IdleLimit(), s.app.Now())
}

// touch is a sign of life; it takes the countdown away.
func (s *Shell) touch() {
	if s.idle == nil {
		return
	}
	s.idle.Touch(s.app.Now())
	if s.warning != nil {
		s.warning.close()
		s.warning = nil
	}
}

// tick asks the idle clock what to do, once a second.
func (s *Shell) tick() {
	if s.idle == nil || s.desk() == nil {
		return
	}
	s.idle.SetLimit(s.desk().IdleLimit()) // longer while a session goes on
	state, left := s.idle.Tick(s.app.Now())
	switch state {
	case app.LockNow:
		s.lock()
	case app.Warning:
		s.warn(left)
	case app.Awake:
	}
}

func (s *Shell) warn(left time.Duration) {
	seconds := int(left.Round(time.Second) / time.Second)
	if s.warning == nil {
		s.warning = showCountdown(s.window.Canvas(), s.touch)
	}
	s.warning.say(s.Words().N("shell.countdown", seconds))
}
