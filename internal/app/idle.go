package app

import (
	"sync"
	"time"
)

// IdleState says what the idle clock asks for.
type IdleState uint8

// The states of the idle clock.
const (
	Awake   IdleState = iota // nothing to do
	Warning                  // show the countdown
	LockNow                  // time is up
)

const (
	// IdleWarning is how long the countdown runs before locking; half of a limit
	// that is under twice as long.
	IdleWarning = 60 * time.Second
	// clockGap is a step between two ticks that means that the computer slept.
	clockGap = 30 * time.Second
)

// Idle decides when to lock. It is told of every sign of life and asked once a
// second. It is safe for concurrent use: it is asked where the window's goroutine
// can't keep it from answering.
type Idle struct {
	mu         sync.Mutex
	limit      time.Duration
	last, tick time.Time
}

// NewIdle gives a clock that locks after limit without a sign of life.
func NewIdle(limit time.Duration, now time.Time) *Idle {
	return &Idle{limit: limit, last: now, tick: now}
}

// SetLimit changes how long it takes to lock. A shorter limit that is over
// already, as when a session's own time ends, still leaves the countdown.
func (i *Idle) SetLimit(limit time.Duration) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if limit < i.limit {
		warned := i.tick.Add(warning(limit) - limit)
		if i.last.Before(warned) {
			i.last = warned
		}
	}
	i.limit = limit
}

// warning gives how long the countdown of a limit runs.
func warning(limit time.Duration) time.Duration { return min(IdleWarning, limit/2) }

// Touch is a sign of life: a key, a click, a movement.
func (i *Idle) Touch(now time.Time) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.last = now
}

// Tick gives the state and, in Warning, how long is left. A clock that jumps
// ahead means that the computer slept, and one that goes back can't be trusted
// for idle time: the first locks, the second starts the time anew.
func (i *Idle) Tick(now time.Time) (IdleState, time.Duration) {
	i.mu.Lock()
	defer i.mu.Unlock()
	gap := now.Round(0).Sub(i.tick.Round(0))
	i.tick = now
	if gap > clockGap {
		return LockNow, 0
	}
	if gap < 0 {
		i.last = now
	}
	left := i.limit - now.Round(0).Sub(i.last.Round(0))
	switch {
	case left <= 0:
		return LockNow, 0
	case left <= warning(i.limit):
		return Warning, left
	}
	return Awake, left
}
