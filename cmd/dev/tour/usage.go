package tour

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// errUsage says that Linux's /proc tells nothing of the program.
var errUsage = errors.New("what the program uses can't be read")

// Memory gives what of the program lies in memory, in KiB: its own and what it
// shares with others, such as the pages of libraries. It reads Linux's /proc.
func (w *Window) Memory() (int64, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.program.Process.Pid))
	if err != nil {
		return 0, err
	}
	return statusOf(raw, "VmRSS")
}

// Wakes gives how often in a second threads of the program begin to run after a
// wait while nobody does anything, counted for d. It waits first until what was done
// before has come to rest.
func (w *Window) Wakes(ctx context.Context, d time.Duration) (float64, error) {
	var counts [2]int64
	for i, pause := range []time.Duration{settling, d} {
		if err := Wait(pause)(ctx, w); err != nil {
			return 0, err
		}
		var err error
		if counts[i], err = w.waits(); err != nil {
			return 0, err
		}
	}
	return float64(counts[1]-counts[0]) / d.Seconds(), nil
}

// waits gives how often the program's threads have waited so far.
func (w *Window) waits() (all int64, err error) {
	paths, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", w.program.Process.Pid))
	if err != nil || len(paths) == 0 {
		return 0, errUsage
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		n, err := statusOf(raw, "voluntary_ctxt_switches")
		if err != nil {
			return 0, err
		}
		all += n
	}
	return all, nil
}

// statusOf gives the number of a line of proc_pid_status(5).
func statusOf(status []byte, name string) (int64, error) {
	for lines := bufio.NewScanner(bytes.NewReader(status)); lines.Scan(); {
		if rest, is := strings.CutPrefix(lines.Text(), name+":"); is {
			return strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
		}
	}
	return 0, errUsage
}

// Hide takes the window off the screen, as when it is minimised.
func (w *Window) Hide(ctx context.Context) error {
	id, err := w.find(ctx)
	if err != nil {
		return err
	}
	return w.xdotool("windowunmap", "--sync", id)
}
