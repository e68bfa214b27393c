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
	"strconv"
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

const benchPassphrase = "quiet harbour after rain"

// onScreen is what measures programs on a hidden screen: where its figures go, and
// the environment that the programs are given.
type onScreen struct {
	p   project.Project
	out io.Writer
	env []string
}

// benchWindow measures the real program on a hidden screen, with the journals of
// many entries that the folder holds.
func benchWindow(ctx context.Context, p project.Project, w io.Writer, journals string) error {
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
	s := onScreen{p, w, env}
	journal := filepath.Join(home, "journal.aftershift")
	if err := makeJournal(ctx, p, env, home, journal); err != nil {
		return err
	}
	return errors.Join(
		benchStart(ctx, s, journal), benchMemory(ctx, s, journal, journals), benchRest(ctx, s, journal),
		benchFrames(ctx, s), benchPages(ctx, s, journals))
}

func makeJournal(ctx context.Context, p project.Project, env []string, home, journal string) error {
	secret := filepath.Join(home, "passphrase")
	if err := os.WriteFile(secret, []byte(benchPassphrase+"\n"), 0o600); err != nil {
		return err
	}
	_, err := p.OutputOn(ctx, env, p.Program("aftershift-cli"), "--journal", journal, "--passphrase-file", secret, "init")
	return err
}

// open starts a program on a screen of its own and gives its window to use, once
// that stands still.
func (s onScreen) open(ctx context.Context, use func(*tour.Window) error, program string, args ...string) error {
	screen, err := tour.StartDisplay(ctx, 1280, 760)
	if err != nil {
		return err
	}
	defer screen.Close()
	window, err := tour.Start(ctx, screen, s.env, program, args...)
	if err != nil {
		return err
	}
	if _, err = window.WaitStable(ctx); err == nil {
		err = use(window)
	}
	return errors.Join(err, window.Close())
}

// openBig opens the journal of so many entries below the folder, and gives its
// window to use once the list is there.
func (s onScreen) openBig(ctx context.Context, journals string, entries int, use func(*tour.Window) error) error {
	path := filepath.Join(journals, strconv.Itoa(entries), "data", "journal.aftershift")
	return s.open(ctx, func(w *tour.Window) error {
		unlock := func() error { return errors.Join(w.Type(benchPassphrase), w.Key("Return")) }
		if err := w.Turn(ctx, unlock); err != nil {
			return err
		}
		if _, err := w.WaitStable(ctx); err != nil {
			return err
		}
		return use(w)
	}, s.p.Program("aftershift"), "-journal="+path)
}

func (s onScreen) figure(name string, value, most float64) error {
	return printFigure(s.out, name, math.Round(value*100)/100, most)
}

// benchStart measures from the start of the program until the unlock page
// stands still, the median of five.
func benchStart(ctx context.Context, s onScreen, journal string) error {
	var times []time.Duration
	for range 5 {
		screen, err := tour.StartDisplay(ctx, 1280, 760)
		if err != nil {
			return err
		}
		took, err := tour.TimeStart(ctx, screen, s.env, s.p.Program("aftershift"), "-journal="+journal)
		if screen.Close(); err != nil {
			return err
		}
		times = append(times, took)
	}
	slices.Sort(times)
	return s.figure("start_to_unlock_page_ms", float64(times[len(times)/2].Milliseconds()), 0)
}

// benchFrames measures what a key in a section of 5 KB and a turn of the wheel
// over the list take in the sample journal, and then how long locking it takes.
func benchFrames(ctx context.Context, s onScreen) error {
	return s.open(ctx, func(w *tour.Window) error {
		if err := s.frames(ctx, w, ""); err != nil {
			return err
		}
		covered, locked, err := tour.TimeLock(ctx, w)
		return errors.Join(err,
			s.figure("lock_to_nothing_shown_ms", float64(covered.Milliseconds()), lockAim),
			s.figure("lock_to_lock_page_ms", float64(locked.Milliseconds()), 0))
	}, s.p.Program("aftershift"), "-sample")
}

// frames prints its figures with at behind their names.
func (s onScreen) frames(ctx context.Context, window *tour.Window, at string) error {
	const turns, keys = 40, 100
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
	return errors.Join(err,
		s.figure("scroll_ms_per_turn"+at, perEach(scrolling.Path, turns), frameAim),
		s.figure("scroll_all_cores_ms_per_turn"+at, perEach(scrolling.All, turns), 0),
		s.figure("type_5KB_ms_per_key"+at, perEach(typing.Path, keys), frameAim),
		s.figure("type_5KB_all_cores_ms_per_key"+at, perEach(typing.All, keys), 0))
}

// perEach gives milliseconds, to a tenth.
func perEach(all time.Duration, n int) float64 {
	return float64(all.Milliseconds()*10/int64(n)) / 10
}
