package main

import (
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// frameAim is the most processor time, in ms, on the longest way through the
// threads, that a key or a turn of the wheel should take: a frame at 60 a second.
const frameAim = 16

// lockAim is the most that locking should take until nothing is shown, in ms.
const lockAim = 500

// idleAim is the most that the program should use while nobody does anything, in
// per cent of a core, and idleTime how long that is measured.
const (
	idleAim  = 1
	idleTime = time.Minute
)

const benchPassphrase = "quiet harbour after rain"

// benchWindow measures the real program on a hidden screen.
func benchWindow(ctx context.Context, p project.Project, w io.Writer) error {
	if runtime.GOOS != "linux" {
		return nil
	}
	if err := p.BuildPrograms(ctx); err != nil {
		return err
	}
	home, err := os.MkdirTemp("", "aftershift-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	env, err := tour.Home(os.Environ(), home)
	if err != nil {
		return err
	}
	journal := filepath.Join(home, "journal.aftershift")
	if err := makeJournal(ctx, p, env, home, journal); err != nil {
		return err
	}
	return errors.Join(benchStart(ctx, p, w, env, journal), benchIdle(ctx, p, w, env, journal), benchFrames(ctx, p, w, env))
}

func makeJournal(ctx context.Context, p project.Project, env []string, home, journal string) error {
	secret := filepath.Join(home, "passphrase")
	if err := os.WriteFile(secret, []byte(benchPassphrase+"\n"), 0o600); err != nil {
		return err
	}
	_, err := p.OutputOn(ctx, env, p.Program("aftershift-cli"), "--journal", journal, "--passphrase-file", secret, "init")
	return err
}

// benchStart measures from the start of the program until the unlock page
// stands still, the median of five.
func benchStart(ctx context.Context, p project.Project, w io.Writer, env []string, journal string) error {
	var times []time.Duration
	for range 5 {
		took, err := startOnce(ctx, p, env, journal)
		if err != nil {
			return err
		}
		times = append(times, took)
	}
	slices.Sort(times)
	return printFigure(w, "start_to_unlock_page_ms", float64(times[len(times)/2].Milliseconds()), 0)
}

func startOnce(ctx context.Context, p project.Project, env []string, journal string) (time.Duration, error) {
	screen, err := tour.StartDisplay(ctx, 1280, 760)
	if err != nil {
		return 0, err
	}
	defer screen.Close()
	return tour.TimeStart(ctx, screen, env, p.Program("aftershift"), "-journal="+journal)
}

// benchIdle measures what the program uses at the unlock page, and then with the
// caret in a text of the sample journal.
func benchIdle(ctx context.Context, p project.Project, w io.Writer, env []string, journal string) error {
	begin := func(w *tour.Window) error {
		return errors.Join(w.Key("ctrl+n"), w.Type("I kept talking to fill the silence."))
	}
	return errors.Join(
		idleRow(ctx, p, w, env, "idle_unlock_page_percent_of_core", func(*tour.Window) error { return nil }, "-journal="+journal),
		idleRow(ctx, p, w, env, "idle_caret_in_text_percent_of_core", begin, "-sample"))
}

func idleRow(ctx context.Context, p project.Project, w io.Writer, env []string, name string, begin func(*tour.Window) error, args ...string) error {
	screen, err := tour.StartDisplay(ctx, 1280, 760)
	if err != nil {
		return err
	}
	defer screen.Close()
	window, err := tour.Start(ctx, screen, env, p.Program("aftershift"), args...)
	if err != nil {
		return err
	}
	percent, err := idle(ctx, window, begin)
	return errors.Join(err, window.Close(), printFigure(w, name, percent, idleAim))
}

// idle gives what a window uses at rest after begin, to a hundredth.
func idle(ctx context.Context, window *tour.Window, begin func(*tour.Window) error) (float64, error) {
	if _, err := window.WaitStable(ctx); err != nil {
		return 0, err
	}
	if err := begin(window); err != nil {
		return 0, err
	}
	percent, err := window.AtRest(ctx, idleTime)
	return math.Round(percent*100) / 100, err
}

// benchFrames measures what a key in a section of 5 KB and a turn of the wheel
// over the list take in the sample journal, and then how long locking it takes.
func benchFrames(ctx context.Context, p project.Project, w io.Writer, env []string) error {
	screen, err := tour.StartDisplay(ctx, 1280, 760)
	if err != nil {
		return err
	}
	defer screen.Close()
	window, err := tour.Start(ctx, screen, env, p.Program("aftershift"), "-sample")
	if err != nil {
		return err
	}
	return errors.Join(frames(ctx, w, window), window.Close())
}

func frames(ctx context.Context, w io.Writer, window *tour.Window) error {
	const turns, keys = 40, 100
	if _, err := window.WaitStable(ctx); err != nil {
		return err
	}
	scrolling, err := window.Cost(func() error {
		return errors.Join(window.Wheel(300, 400, turns/2), window.Wheel(300, 400, -turns/2))
	})
	if err != nil {
		return err
	}
	if err := errors.Join(window.Key("ctrl+n"), window.Paste(strings.Repeat("I kept talking to fill the silence. ", 142))); err != nil {
		return err
	}
	if _, err := window.WaitStable(ctx); err != nil {
		return err
	}
	typing, err := window.Cost(func() error { return window.Type(strings.Repeat("and then I ", keys/11+1)[:keys]) })
	if err != nil {
		return err
	}
	covered, locked, err := tour.TimeLock(ctx, window)
	return errors.Join(err,
		printFigure(w, "lock_to_nothing_shown_ms", float64(covered.Milliseconds()), lockAim),
		printFigure(w, "lock_to_lock_page_ms", float64(locked.Milliseconds()), 0),
		printFigure(w, "scroll_ms_per_turn", perEach(scrolling.Path, turns), frameAim),
		printFigure(w, "scroll_all_cores_ms_per_turn", perEach(scrolling.All, turns), 0),
		printFigure(w, "type_5KB_ms_per_key", perEach(typing.Path, keys), frameAim),
		printFigure(w, "type_5KB_all_cores_ms_per_key", perEach(typing.All, keys), 0))
}

// perEach gives milliseconds, to a tenth.
func perEach(all time.Duration, n int) float64 {
	return float64(all.Milliseconds()*10/int64(n)) / 10
}
