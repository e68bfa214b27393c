package core

import (
	"runtime/debug"
	"sync"
)

// closePercent is how far memory grows between two collections, as for GOGC, while much
// is read that stays: it lies closer together then, and less is left in between.
const closePercent = 25

// reading counts those who read so at the moment: a journal that is left may still
// read on while the next is opened.
var reading struct {
	sync.Mutex
	many  int
	usual int // the percentage before and after
}

// closely has memory collected more often until done is called. It is safe for
// concurrent use.
func closely() (done func()) {
	reading.Lock()
	defer reading.Unlock()
	if reading.many++; reading.many == 1 {
		reading.usual = debug.SetGCPercent(closePercent)
	}
	return func() {
		reading.Lock()
		defer reading.Unlock()
		if reading.many--; reading.many == 0 {
			debug.SetGCPercent(reading.usual)
		}
	}
}
