package present

import (
	"slices"
	"testing"
)

func TestReading_Again_asked_meanwhile_reads_once_more(t *testing.T) {
	var jobs []func()
	stored, shown := 1, []int{}
	r := NewReading(func(job func() error, done func(error)) bool {
		jobs = append(jobs, func() { done(job()) })
		return true
	}, func(fn func()) { fn() }, func() func() int { return func() int { return stored } }, func(n int) { shown = append(shown, n) })
	r.Again()
	r.Again()
	r.Again() // both while the first is under way
	if len(jobs) != 1 || !r.Busy() {
		t.Fatalf("%d readings at a time", len(jobs))
	}
	jobs[0]()
	stored = 2
	if len(jobs) != 2 {
		t.Fatalf("%d readings, want one more", len(jobs))
	}
	jobs[1]()
	if !slices.Equal(shown, []int{1, 2}) || r.Busy() || len(jobs) != 2 {
		t.Errorf("shown %v, %d readings", shown, len(jobs))
	}
}

func TestReading_Again_after_everything_has_ended(t *testing.T) {
	asked := 0
	r := NewReading(func(func() error, func(error)) bool { asked++; return false }, func(fn func()) { fn() },
		func() func() int { return func() int { return 0 } }, func(int) { t.Error("shows what was never read") })
	r.Again()
	r.Again()
	if r.Busy() || asked != 2 {
		t.Errorf("busy %v after %d", r.Busy(), asked)
	}
}
