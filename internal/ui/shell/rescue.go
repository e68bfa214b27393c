package shell

import (
	"context"
	"sync"
	"time"

	"aftershift/internal/app"
)

// Locking and quitting take two seconds at most, whatever the window does: it may
// hang in a layout, or wait for a disk.
const (
	// windowTime is how long the window may take to close the journal.
	windowTime = 1200 * time.Millisecond
	// rescueTime is how long closing it past the window may take, and workTime how
	// much of that is left to work under way.
	rescueTime = 700 * time.Millisecond
	workTime   = 300 * time.Millisecond
)

// ending is how the open journal is left.
type ending uint8

// The endings.
const (
	locking  ending = iota // the program starts afresh, locked
	quitting               // the program ends
)

// rescue closes the open journal where the window, which was asked to, doesn't:
// it keeps what is held and ends the process. It is safe for concurrent use and
// needs nothing of the main goroutine.
type rescue struct {
	replace func(repair bool) error                        // starts the program afresh; it returns where that fails
	exit    func(code int)                                 // ends the process
	after   func(d time.Duration, fn func()) (stop func()) // runs fn elsewhere

	mu     sync.Mutex
	desk   *app.Desk // the open journal; nil: none is open
	settle func()    // lets the computer sleep; may be nil
	idle   *app.Idle // nil: nothing is to lock by itself
	due    bool      // the window was asked to close the journal
	how    ending
	stop   func() // takes the asking back

	replacing sync.Mutex // held by whoever starts the program afresh
}

// newRescue gives the rescue of a program that replace starts afresh.
func newRescue(replace func(bool) error, exit func(int)) *rescue {
	return &rescue{replace: replace, exit: exit, after: elsewhereAfter, stop: func() {}}
}

func elsewhereAfter(d time.Duration, fn func()) (stop func()) {
	timer, stopped := time.NewTimer(d), make(chan struct{})
	app.Go(func() {
		select {
		case <-timer.C:
			fn()
		case <-stopped:
			timer.Stop()
		}
	})
	return sync.OnceFunc(func() { close(stopped) })
}

// watch looks after an open journal, which idle locks; settle lets the computer
// sleep.
func (r *rescue) watch(desk *app.Desk, idle *app.Idle, settle func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.desk, r.idle, r.settle = desk, idle, settle
}

// setIdle gives what locks by itself; nil for nothing.
func (r *rescue) setIdle(idle *app.Idle) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.idle = idle
}

// tick asks the idle clock what to do, and sees to it that locking comes about.
func (r *rescue) tick(now time.Time) (app.IdleState, time.Duration) {
	r.mu.Lock()
	desk, idle := r.desk, r.idle
	r.mu.Unlock()
	if desk == nil || idle == nil {
		return app.Awake, 0
	}
	idle.SetLimit(desk.IdleLimit()) // longer while a session goes on
	state, left := idle.Tick(now)
	if state == app.LockNow {
		r.expect(locking)
	}
	return state, left
}

// expect is told that the window was asked to leave the journal, and does so
// itself where it takes too long. Asked twice, the first asking counts, and
// quitting goes before locking.
func (r *rescue) expect(how ending) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if how == quitting || !r.due {
		r.how = how
	}
	if r.due || how == locking && r.desk == nil {
		return
	}
	r.due = true
	r.stop = r.after(windowTime, r.act)
}

// calm is told that the window has answered: it asks what to do with words that
// can't be kept, or has locked.
func (r *rescue) calm() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.due = false
	r.stop()
}

// closed is told that the journal has been closed as it should.
func (r *rescue) closed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.desk, r.idle, r.settle = nil, nil, nil
}

// act leaves the journal past the window. Where what is written can't be kept it
// stays open, unless the program has to end.
func (r *rescue) act() {
	r.mu.Lock()
	desk, settle, how, due := r.desk, r.settle, r.how, r.due
	r.due = false
	r.mu.Unlock()
	if !due {
		return
	}
	err := save(desk)
	if settle != nil {
		settle()
	}
	switch {
	case how == locking && err != nil:
		// It stays; an idle clock asks again, and so does a window that comes round.
	case how == locking && r.afresh(false) == nil:
	case err != nil:
		r.exit(exitUnkept)
	default:
		r.exit(0)
	}
}

// exitUnkept is the exit code of a program that had to end with something unkept.
const exitUnkept = 1

// afresh starts the program anew, once: it returns where that fails.
func (r *rescue) afresh(repair bool) error {
	r.replacing.Lock()
	defer r.replacing.Unlock()
	return r.replace(repair)
}

// save closes the journal, and gives up where the disk doesn't answer either.
func save(desk *app.Desk) error {
	if desk == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), workTime)
	defer cancel()
	saved := make(chan error, 1)
	app.Go(func() { saved <- desk.Rescue(ctx) })
	select {
	case err := <-saved:
		return err
	case <-time.After(rescueTime):
		return context.DeadlineExceeded
	}
}
