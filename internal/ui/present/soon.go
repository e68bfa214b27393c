// Package present is what the presenters of pages share. It knows no screen.
package present

import "time"

// Soon does something a while after the last of many calls, and at the latest a
// while after the first of them. It is used on one goroutine, on which After runs
// what it was given.
type Soon struct {
	After  func(d time.Duration, fn func()) (stop func())
	Do     func()
	Pause  time.Duration // after the last call
	Latest time.Duration // after the first

	stopPause, stopLatest func()
}

// Again says that there is something to do. It leaves the latest time alone: a
// timer that each call set anew could be put off for ever, where the next call
// always comes before what has fallen due gets its turn.
func (s *Soon) Again() {
	if s.stopLatest == nil {
		s.stopLatest = s.After(s.Latest, s.fire)
	}
	if s.stopPause != nil {
		s.stopPause()
	}
	s.stopPause = s.After(s.Pause, s.fire)
}

// Stop forgets what was to be done.
func (s *Soon) Stop() {
	for _, stop := range []*func(){&s.stopPause, &s.stopLatest} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
}

func (s *Soon) fire() {
	s.Stop()
	s.Do()
}
