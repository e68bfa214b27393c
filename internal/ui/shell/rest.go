package shell

import (
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"aftershift/internal/app"
)

// Fyne's loop asks the window library for events 60 times a second, whether there
// are any or not, which costs 1.5 to 2 per cent of a core with an empty window
// (fyne.io/fyne/v2 v2.8.1, internal/driver/glfw/loop.go). So while nothing happens
// the main goroutine waits for them in the library instead.
const (
	// restTime is the longest that the main goroutine waits at once. What Fyne posts
	// to itself, as for a changed setting of the desktop, ends no rest.
	restTime = 2 * time.Second
	// awakeTime is how long Fyne's loop goes on as it is after something happened,
	// which is long enough for what follows a click after the time of a double click.
	awakeTime = time.Second
	// turnTime lets Fyne's loop come round between two rests.
	turnTime = 20 * time.Millisecond
	// restsToTidy is how many rests go by, one after the other, before memory that is
	// free again goes back to the system: what a page, a search or a paper took for a
	// moment would stay with the program for long. It goes back once more after twice
	// as many rests, and so on, since what works in the background posts nothing when
	// it has left something.
	restsToTidy = 3
)

// rest lets the main goroutine wait for events while nothing happens. An event
// ends a rest at once, and so does whatever is posted. It is safe for concurrent
// use.
type rest struct {
	wait  func(time.Duration)             // returns after an event, after wake, or in time
	wake  func()                          // ends a wait; called while there is one
	post  func(func())                    // runs on the main goroutine, soon
	after func(d time.Duration, f func()) // runs elsewhere
	now   func() time.Time
	tidy  func() // gives memory back, elsewhere

	rests   int         // one after the other, of the main goroutine
	tidyAt  int         // the number of rests after which memory goes back
	posting atomic.Bool // a turn is being posted

	mu      sync.Mutex
	resting bool // the main goroutine waits, or is about to
	stirred bool // something was posted since the last rest
}

// newRest gives the rest of a window that Fyne's own driver shows.
func newRest(now func() time.Time) *rest {
	return &rest{
		wait:  func(d time.Duration) { glfw.WaitEventsTimeout(d.Seconds()) },
		wake:  glfw.PostEmptyEvent,
		post:  fyne.Do,
		after: func(d time.Duration, f func()) { time.AfterFunc(d, f) },
		now:   now,
		tidy:  func() { app.Go(app.GiveBack) },
	}
}

// begin is called once Fyne's loop is about to run.
func (r *rest) begin() {
	r.tidyAt = restsToTidy
	r.again(awakeTime)
}

func (r *rest) again(d time.Duration) {
	r.after(d, func() {
		r.posting.Store(true)
		r.post(r.turn)
		r.posting.Store(false)
	})
}

// do runs f on the main goroutine, soon, and ends its rest.
func (r *rest) do(f func()) {
	r.post(f)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stirred = true
	if r.resting {
		r.wake()
	}
}

// turn rests once, on the main goroutine, unless something was posted lately.
func (r *rest) turn() {
	// Fyne runs what comes after the end of its loop on the caller's goroutine, where
	// there is no library to wait in any more.
	if r.posting.Load() {
		r.again(turnTime)
		return
	}
	if r.lies(true) {
		r.again(awakeTime)
		return
	}
	began := r.now()
	r.wait(restTime)
	if stirred := r.lies(false); stirred || r.now().Sub(began) < restTime {
		r.rests, r.tidyAt = 0, restsToTidy
		r.again(awakeTime)
		return
	}
	if r.rests++; r.rests == r.tidyAt {
		r.tidyAt *= 2
		r.tidy()
	}
	r.again(turnTime)
}

// lies begins or ends a rest, and tells whether something was posted since the
// last time.
func (r *rest) lies(down bool) (stirred bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	stirred, r.stirred = r.stirred, false
	r.resting = down && !stirred
	return stirred
}
