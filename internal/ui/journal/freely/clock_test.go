package freely

import (
	"slices"
	"testing"
	"time"
)

// It counts whole minutes down, says that the time is over, and stops when told to.
func TestClock(t *testing.T) {
	now := time.Date(2026, 11, 22, 18, 42, 0, 0, time.UTC)
	var due func()
	var at time.Time
	after := func(d time.Duration, fn func()) func() {
		at, due = now.Add(d), fn
		return func() { due = nil }
	}
	pass := func(d time.Duration) {
		until := now.Add(d)
		for due != nil && !at.After(until) {
			fn := due
			now, due = at, nil
			fn()
		}
		now = until
	}
	var said []int
	var f *clock
	f = &clock{now: func() time.Time { return now }, after: after, show: func() {
		if n, counting := f.Left(); counting {
			said = append(said, n)
		}
	}}
	f.Start(3)
	pass(10 * time.Minute)
	if !slices.Equal(said, []int{3, 2, 1, 0}) {
		t.Errorf("said %v", said)
	}
	f.Start(5)
	pass(90 * time.Second)
	if n, counting := f.Left(); n != 4 || !counting {
		t.Errorf("%d left, counting %v", n, counting)
	}
	f.Stop()
	said = nil
	pass(time.Hour)
	if _, counting := f.Left(); counting || len(said) != 0 {
		t.Errorf("goes on: %v", said)
	}
}
