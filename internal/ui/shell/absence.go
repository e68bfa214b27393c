package shell

import (
	"sync"

	"aftershift/internal/app"
)

// Absence tells when whoever sits here may have gone: the computer is about to
// sleep, or its screen was locked. desktop.Absence is one.
type Absence interface {
	// Gone holds a value each time somebody may have gone.
	Gone() <-chan struct{}
	// Settled lets the computer sleep.
	Settled()
	// Close ends listening and lets the computer sleep.
	Close()
}

// watchAbsence locks whenever somebody may have gone, until endAbsence is
// called. The computer sleeps once the journal is closed, or what can't be kept
// is covered.
func (s *Shell) watchAbsence() {
	if s.options.Absence == nil {
		return
	}
	a, over := s.options.Absence(), make(chan struct{})
	app.Go(func() {
		for {
			select {
			case <-over:
				return
			case <-a.Gone():
				s.rescue.expect(locking)
				s.Do(func() {
					s.lock()
					if s.asking {
						a.Settled()
					}
				})
			}
		}
	})
	s.endAbsence = sync.OnceFunc(func() {
		close(over)
		a.Close()
	})
}
