package journal

import "time"

// freely counts down while one writes freely. It makes no sound, stops nobody, and
// only says how many minutes are left, and then that the time is over. It belongs to
// the main goroutine.
type freely struct {
	now   func() time.Time
	after func(time.Duration, func()) (stop func())
	show  func()

	ends time.Time // zero: nothing is counted
	over bool
	stop func() // of the next look at the clock
}

// freelyFor are the minutes that are offered.
var freelyFor = []int{5, 10, 15, 20}

// Start counts down from now.
func (f *freely) Start(minutes int) {
	f.Stop()
	f.ends = f.now().Add(time.Duration(minutes) * time.Minute)
	f.look()
}

// Stop counts no more.
func (f *freely) Stop() {
	if f.stop != nil {
		f.stop()
	}
	f.ends, f.over, f.stop = time.Time{}, false, nil
	f.show()
}

// Left returns how many minutes are left, the last begun one whole, and whether
// anything is counted; 0 once the time is over.
func (f *freely) Left() (minutes int, counting bool) {
	left := f.ends.Sub(f.now())
	if f.ends.IsZero() || left <= 0 {
		return 0, f.over
	}
	return int((left + time.Minute - 1) / time.Minute), true
}

// look shows the time that is left, and looks again when a minute of it is over.
func (f *freely) look() {
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
