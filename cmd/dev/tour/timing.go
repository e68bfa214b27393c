package tour

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// calm is how long the screen has to stand still before it counts as drawn.
const calm = 400 * time.Millisecond

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
	drawn, err := lastChange(ctx, d, empty)
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
	drawn, err := lastChange(ctx, w.display, now)
	return covered, max(covered, drawn.Sub(begun)), err
}

// lastChange gives when the screen last changed before it stood still.
func lastChange(ctx context.Context, d *Display, empty *image.RGBA) (time.Time, error) {
	last, changed := empty, time.Time{}
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

// CPU gives the processor time that the program has used so far, over all
// cores, in steps of 10 ms. It reads Linux's /proc.
func (w *Window) CPU() (time.Duration, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	// The name in brackets may hold spaces; utime and stime are the 12th and 13th
	// field behind it (proc_pid_stat(5)), in hundredths of a second.
	_, rest, _ := strings.Cut(string(raw), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0, errors.New("the program's times can't be read")
	}
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond, err
}

// Cost gives what act costs the program in processor time: callbacks, layout and
// painting, which on a hidden screen is done in software. What the window uses
// by itself in the same time, such as for a blinking caret, is taken off.
func (w *Window) Cost(act func() error) (time.Duration, error) {
	began, before, err := w.mark()
	if err != nil {
		return 0, err
	}
	if err := act(); err != nil {
		return 0, err
	}
	time.Sleep(calm)
	ended, after, err := w.mark()
	if err != nil {
		return 0, err
	}
	time.Sleep(ended.Sub(began))
	_, idle, err := w.mark()
	return max(0, (after-before)-(idle-after)), err
}

func (w *Window) mark() (time.Time, time.Duration, error) {
	used, err := w.CPU()
	return time.Now(), used, err
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
