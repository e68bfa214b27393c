package present

import (
	"testing"
	"time"
)

// desk is a main goroutine that is busy: what falls due gets its turn only after
// the next call.
type desk struct {
	now    time.Duration
	timers []*timer
	done   []time.Duration
}

type timer struct {
	at      time.Duration
	fn      func()
	stopped bool
}

func (d *desk) after(wait time.Duration, fn func()) func() {
	t := &timer{at: d.now + wait, fn: fn}
	d.timers = append(d.timers, t)
	return func() { t.stopped = true }
}

// pass lets time go by, calls between if it is given, and does what fell due
// before that.
func (d *desk) pass(by time.Duration, between func()) {
	d.now += by
	due, rest := []*timer{}, []*timer{}
	for _, t := range d.timers {
		if t.at <= d.now {
			due = append(due, t)
		} else {
			rest = append(rest, t)
		}
	}
	d.timers = rest
	if between != nil {
		between()
	}
	for _, t := range due {
		if !t.stopped {
			t.fn()
		}
	}
}

func newSoon() (*desk, *Soon) {
	d := &desk{}
	return d, &Soon{After: d.after, Do: func() { d.done = append(d.done, d.now) }, Pause: time.Second, Latest: 2 * time.Second}
}

func TestSoon_Again_typingOn(t *testing.T) {
	d, s := newSoon()
	for range 100 { // ten seconds, a key every tenth
		d.pass(100*time.Millisecond, s.Again)
	}
	if len(d.done) < 4 {
		t.Fatalf("done at %v while the calls went on", d.done)
	}
	for i, at := range d.done {
		if before := append([]time.Duration{0}, d.done...)[i]; at-before > 2200*time.Millisecond {
			t.Errorf("nothing done from %v to %v", before, at)
		}
	}
}

func TestSoon_Again_afterAPause(t *testing.T) {
	d, s := newSoon()
	s.Again()
	d.pass(900*time.Millisecond, s.Again)
	d.pass(900*time.Millisecond, nil)
	if len(d.done) != 0 {
		t.Fatalf("done before the pause was over: %v", d.done)
	}
	for range 5 {
		d.pass(time.Second, nil)
	}
	if len(d.done) != 1 {
		t.Errorf("done %d times, at %v", len(d.done), d.done)
	}
}

func TestSoon_Stop(t *testing.T) {
	d, s := newSoon()
	s.Again()
	s.Stop()
	d.pass(3*time.Second, nil)
	if len(d.done) != 0 {
		t.Fatal("done although it was stopped")
	}
	s.Again()
	d.pass(time.Second, nil)
	if len(d.done) != 1 {
		t.Error("not done after it was stopped once")
	}
}
