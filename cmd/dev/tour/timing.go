package tour

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// calm is how long the screen has to stand still before it counts as drawn.
const calm = 400 * time.Millisecond

// beforehand is how long is read what a window uses by itself.
const beforehand = 2 * time.Second

// settling is how long a window takes to come to rest: a caret blinks for ten
// seconds after the last key.
const settling = 15 * time.Second

// TimeStart runs program on the display and gives the time from its start until
// the last change of its first page, a caret's blinking apart. Then it ends the
// program. A screen that stays empty for 15 s is an error.
func TimeStart(ctx context.Context, d *Display, env []string, program string, args ...string) (time.Duration, error) {
	empty, err := d.Frame()
	if err != nil {
		return 0, err
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = d.Env(env)
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	drawn, err := lastChange(ctx, d, empty, time.Time{})
	cmd.Process.Signal(syscall.SIGTERM) // fails only where it ended already
	cmd.Wait()
	return drawn.Sub(begun), err
}

// TimeLock locks the journal by keyboard and gives the time from pressing the keys
// until nothing of it is to be seen, and until the lock page of the new window
// stands still. What pressing takes (some 50 ms) is in both.
func TimeLock(ctx context.Context, w *Window) (covered, locked time.Duration, err error) {
	begun := time.Now()
	err = w.Relock(ctx, func() error {
		err := w.Turn(ctx, func() error { return w.Key("ctrl+l") })
		covered = time.Since(begun)
		return err
	})
	if err != nil {
		return covered, 0, err
	}
	now, err := w.display.Frame()
	if err != nil {
		return covered, 0, err
	}
	drawn, err := lastChange(ctx, w.display, now, time.Now())
	return covered, max(covered, drawn.Sub(begun)), err
}

// Drawn gives the time from when a key is pressed until what it brought about stands on
// the screen, without change for as long as calm. It fails where nothing comes.
func (w *Window) Drawn(ctx context.Context, key string) (time.Duration, error) {
	before, err := w.display.Frame()
	if err != nil {
		return 0, err
	}
	if err := w.xdotool("key", "--delay", "0", key); err != nil {
		return 0, err
	}
	pressed := time.Now()
	drawn, err := lastChange(ctx, w.display, before, time.Time{})
	return drawn.Sub(pressed), err
}

// lastChange gives when the screen last changed before it stood still. It showed
// last to begin with, since changed; zero where that is not the page yet.
func lastChange(ctx context.Context, d *Display, last *image.RGBA, changed time.Time) (time.Time, error) {
	deadline := time.Now().Add(stableTimeout)
	for ctx.Err() == nil {
		now := time.Now()
		switch {
		case !changed.IsZero() && now.Sub(changed) > calm:
			return changed, nil
		case now.After(deadline):
			return now, errors.New("the screen does not come to rest")
		}
		next, err := d.Frame()
		if err != nil {
			return now, err
		}
		if differing(last, next) > caretPixels {
			changed = now
		}
		last = next
		time.Sleep(5 * time.Millisecond)
	}
	return time.Time{}, ctx.Err()
}

// A Spent is processor time. All is that of every thread. Path is that of the
// longest way through them: painting in software is split among threads that work
// at the same time (Mesa calls them llvmpipe-0, llvmpipe-1), so the busiest of
// these counts for all. It is what somebody waits for on a computer that has a
// core for each, and doesn't grow when another program is busy too.
type Spent struct{ All, Path time.Duration }

// minus takes t off s. The rest is negative where the window did more by itself in the
// time of t than in that of s.
func (s Spent) minus(t Spent) Spent { return Spent{s.All - t.All, s.Path - t.Path} }

func (s Spent) times(f float64) Spent {
	return Spent{time.Duration(float64(s.All) * f), time.Duration(float64(s.Path) * f)}
}

// painters is how the names of threads begin that paint side by side.
const painters = "llvmpipe-"

// spent gives what each thread of the program has used so far, by its id, in
// steps of 10 ms. It reads Linux's /proc.
func (w *Window) spent() (map[string]thread, error) {
	stats, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", w.program.Process.Pid))
	if err != nil || len(stats) == 0 {
		return nil, errors.New("the program's times can't be read")
	}
	all := make(map[string]thread, len(stats))
	for _, path := range stats {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		if all[path], err = readThread(string(raw)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// A thread is what a thread is for, and what it has used.
type thread struct {
	paints bool
	used   time.Duration
}

// readThread reads a line of proc_pid_stat(5). The name in brackets may hold
// spaces; utime and stime are the 12th and 13th field behind it, in hundredths of
// a second.
func readThread(stat string) (thread, error) {
	end := max(strings.LastIndex(stat, ") "), 0)
	_, name, _ := strings.Cut(stat[:end], "(")
	fields := strings.Fields(strings.TrimPrefix(stat[end:], ")"))
	if len(fields) < 13 {
		return thread{}, errors.New("the program's times can't be read")
	}
	user, err := strconv.Atoi(fields[11])
	system, errSystem := strconv.Atoi(fields[12])
	return thread{strings.HasPrefix(name, painters), time.Duration(user+system) * 10 * time.Millisecond}, errors.Join(err, errSystem)
}

// between adds up what the threads used from one reading to the next.
func between(before, after map[string]thread) (s Spent) {
	var busiest time.Duration
	for id, t := range after {
		used := t.used - before[id].used
		s.All += used
		if t.paints {
			busiest = max(busiest, used)
		} else {
			s.Path += used
		}
	}
	s.Path += busiest
	return s
}

// Cost gives what act costs the program in processor time: callbacks, layout and
// painting, which on a hidden screen is done in software. What the window uses
// by itself, such as for a blinking caret, is read for a while before and taken off.
func (w *Window) Cost(act func() error) (Spent, error) {
	itself, err := w.during(func() error { time.Sleep(beforehand); return nil })
	if err != nil {
		return Spent{}, err
	}
	began := time.Now()
	spent, err := w.during(func() error { err := act(); time.Sleep(calm); return err })
	return spent.minus(itself.times(time.Since(began).Seconds() / beforehand.Seconds())), err
}

// during gives what the program uses while act runs.
func (w *Window) during(act func() error) (Spent, error) {
	before, err := w.spent()
	if err != nil {
		return Spent{}, err
	}
	if err := act(); err != nil {
		return Spent{}, err
	}
	after, err := w.spent()
	return between(before, after), err
}

// Rested waits until the program has nothing to do any more, such as reading in the
// background what was opened: less than three per cent of a core for two seconds. It
// fails after five minutes.
func Rested(ctx context.Context, w *Window) error {
	for range 150 {
		spent, err := w.during(func() error { return Wait(beforehand)(ctx, w) })
		if err != nil || spent.All < beforehand*3/100 {
			return err
		}
	}
	return errors.New("the program doesn't come to rest")
}

// AtRest gives what the program costs while nobody does anything, for d, in per
// cent of a core. It waits first until what was done before has come to rest, such
// as a caret's blinking.
func (w *Window) AtRest(ctx context.Context, d time.Duration) (percent float64, err error) {
	var readings [2]map[string]thread
	for i, pause := range []time.Duration{settling, d} {
		if err := Wait(pause)(ctx, w); err != nil {
			return 0, err
		}
		if readings[i], err = w.spent(); err != nil {
			return 0, err
		}
	}
	return 100 * between(readings[0], readings[1]).All.Seconds() / d.Seconds(), nil
}

// Wheel turns the mouse wheel down at x, y, times times; up for a negative
// number.
func (w *Window) Wheel(x, y, times int) error {
	button := "5"
	if times < 0 {
		button, times = "4", -times
	}
	return w.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(y),
		"click", "--repeat", strconv.Itoa(times), "--delay", "40", button)
}
