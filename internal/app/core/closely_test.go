package core

import (
	"runtime/debug"
	"testing"
)

// In whatever order those who read end, memory is collected as before once none is left.
func TestClosely_ends_as_it_was(t *testing.T) {
	now := func() int {
		percent := debug.SetGCPercent(100)
		debug.SetGCPercent(percent)
		return percent
	}
	usual := now()
	first, second := closely(), closely()
	if first(); now() != closePercent {
		t.Errorf("%d while one still reads", now())
	}
	if second(); now() != usual {
		t.Errorf("%d once none does, was %d", now(), usual)
	}
}
