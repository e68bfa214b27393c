// Package freely is what counts down while one writes a quick note freely: a line that
// offers some minutes, and says how many are left. It makes no sound and stops nobody.
// It belongs to the main goroutine.
package freely

import "time"

// clock counts minutes down, and then says that the time is over.
type clock struct {
	now   func() time.Time
	after func(time.Duration, func()) (stop func())
	show  func()

	ends time.Time // zero: nothing is counted
	over bool
	stop func() // of the next look at the clock
}

// Start counts down from now.
func (f *clock) Start(minutes int) {
	f.Stop()
	f.ends = f.now().Add(time.Duration(minutes) * time.Minute)
	f.look()
}

// Stop counts no more.
func (f *clock) Stop() {
	if f.stop != nil {
		f.stop()
	}
	f.ends, f.over, f.stop = time.Time{}, false, nil
	f.show()
}

// Left returns how many minutes are left, the last begun one whole, and whether
// anything is counted; 0 once the time is over.
func (f *clock) Left() (minutes int, counting bool) {
	left := f.ends.Sub(f.now())
	if f.ends.IsZero() || left <= 0 {
		return 0, f.over
	}
	return int((left + time.Minute - 1) / time.Minute), true
}

// look shows the time that is left, and looks again when a minute of it is over.
func (f *clock) look() {
	left := f.ends.Sub(f.now())
	if f.over = left <= 0; !f.over {
		next := left % time.Minute
		if next == 0 {
			next = time.Minute
		}
		f.stop = f.after(next, f.look)
	}
	f.show()
}
