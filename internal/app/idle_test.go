package app_test

import (
	"testing"
	"time"

	"aftershift/internal/app"
)

func TestIdle_Tick_counts_down_and_locks(t *testing.T) {
	start := time.Date(2026, 3, 12, 18, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		limit time.Duration
		after time.Duration // of ticks once a second
		want  app.IdleState
		left  time.Duration
	}{
		{"just begun", 5 * time.Minute, time.Second, app.Awake, 0},
		{"before the warning", 5 * time.Minute, 239 * time.Second, app.Awake, 0},
		{"the last minute", 5 * time.Minute, 240 * time.Second, app.Warning, time.Minute},
		{"the last second", 5 * time.Minute, 299 * time.Second, app.Warning, time.Second},
		{"over", 5 * time.Minute, 300 * time.Second, app.LockNow, 0},
		{"one minute: half of it", time.Minute, 29 * time.Second, app.Awake, 0},
		{"one minute: warned", time.Minute, 30 * time.Second, app.Warning, 30 * time.Second},
	} {
		i := app.NewIdle(c.limit, start)
		var state app.IdleState
		var left time.Duration
		for at := time.Second; at <= c.after; at += time.Second {
			state, left = i.Tick(start.Add(at))
		}
		if state != c.want || c.want == app.Warning && left != c.left {
			t.Errorf("%s: %v %v, want %v %v", c.name, state, left, c.want, c.left)
		}
	}
}

func TestIdle_Touch_starts_anew(t *testing.T) {
	now := time.Date(2026, 3, 12, 18, 0, 0, 0, time.UTC)
	i := app.NewIdle(time.Minute, now)
	for range 200 {
		now = now.Add(20 * time.Second)
		if state, _ := i.Tick(now); state != app.Awake {
			t.Fatalf("%v although somebody is there", state)
		}
		i.Touch(now)
	}
	i.SetLimit(10 * time.Second)
	if state, _ := i.Tick(now.Add(11 * time.Second)); state != app.LockNow {
		t.Errorf("%v after a shorter limit", state)
	}
}

func TestIdle_Tick_when_the_clock_jumps(t *testing.T) {
	now := time.Date(2026, 3, 12, 18, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		jump time.Duration
		want app.IdleState
	}{
		{"slept", 31 * time.Second, app.LockNow},
		{"slept for a year", 365 * 24 * time.Hour, app.LockNow},
		{"busy", 30 * time.Second, app.Awake},
		{"set back a year", -365 * 24 * time.Hour, app.Awake},
	} {
		i := app.NewIdle(30*time.Minute, now)
		if state, _ := i.Tick(now.Add(c.jump)); state != c.want {
			t.Errorf("%s: %v, want %v", c.name, state, c.want)
		}
	}
	i := app.NewIdle(time.Minute, now)
	back := now.AddDate(-1, 0, 0)
	for n := range 61 {
		state, _ := i.Tick(back.Add(time.Duration(n) * time.Second))
		if last := n == 60; last != (state == app.LockNow) {
			t.Fatalf("%v %d seconds after the clock went back", state, n)
		}
	}
}

func TestIdle_SetLimit_shorterStillWarns(t *testing.T) {
	now := time.Date(2026, 3, 12, 18, 0, 0, 0, time.UTC)
	i := app.NewIdle(75*time.Minute, now)
	step := func(d time.Duration) (state app.IdleState, left time.Duration) {
		for end := now.Add(d); now.Before(end); {
			now = now.Add(time.Second)
			state, left = i.Tick(now)
		}
		return state, left
	}
	if state, _ := step(40 * time.Minute); state != app.Awake {
		t.Fatalf("%v while the longer limit holds", state)
	}
	i.SetLimit(5 * time.Minute)
	if state, left := step(time.Second); state != app.Warning || left != app.IdleWarning-time.Second {
		t.Errorf("%v with %v left, want the countdown", state, left)
	}
	i.SetLimit(5 * time.Minute) // said again, it gives no more time
	if state, _ := step(app.IdleWarning); state != app.LockNow {
		t.Errorf("%v after the countdown", state)
	}
}
