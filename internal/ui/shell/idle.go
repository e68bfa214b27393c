package shell

import (
	"time"

	"aftershift/internal/app"
)

// watchIdle starts the idle clock with the journal's own limit.
func (s *Shell) watchIdle(desk *app.Desk) {
	s.setIdle(app.NewIdle(desk.IdleLimit(), s.app.Now()))
}

// setIdle takes another idle clock; nil for none.
func (s *Shell) setIdle(idle *app.Idle) {
	s.idle = idle
	s.rescue.setIdle(idle)
}

// touch is a sign of life; it takes the countdown away.
func (s *Shell) touch() {
	s.notice()
	if s.idle == nil {
		return
	}
	s.idle.Touch(s.app.Now())
	if s.warning != nil {
		s.warning.close()
		s.warning = nil
	}
}

// tick asks the idle clock what to do, once a second. It is called off the main
// goroutine, which may hang: no more than one answer waits for it.
func (s *Shell) tick() {
	state, left := s.rescue.tick(s.app.Now())
	if state == app.Awake {
		return
	}
	if s.ticks.Swap(&tick{state, left}) == nil {
		s.Do(s.ticked)
	}
}

// tick is what the idle clock asks for.
type tick struct {
	state app.IdleState
	left  time.Duration
}

// ticked does what the idle clock asked for last.
func (s *Shell) ticked() {
	switch t := s.ticks.Swap(nil); {
	case s.idle == nil || s.desk() == nil:
	case t.state == app.LockNow:
		s.lock()
	default:
		s.warn(t.left)
	}
}

func (s *Shell) warn(left time.Duration) {
	seconds := int(left.Round(time.Second) / time.Second)
	if s.warning == nil {
		s.warning = showCountdown(s.window.Canvas(), s.touch)
	}
	s.warning.say(s.Words().N("shell.countdown", seconds))
}
