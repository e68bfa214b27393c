package main

import (
	"context"
	"errors"
	"time"

	"aftershift/cmd/dev/lifetime"
	"aftershift/cmd/dev/tour"
)

// How many times what a window with nothing in it takes of memory the program may
// take as it starts and with a working life of entries open, and how many times that
// after use.
const (
	startAim, openAim, usedAim = 1.15, 1.4, 1.2
)

// useRounds is how often every page is opened, and something written, before the
// memory is read that stays.
const useRounds = 10

// opening is how long everything takes that begins when a journal is opened.
const opening = 10 * time.Second

// benchMemory measures the memory of the program beside that of a window with
// nothing in it: at the unlock page, with 10,000 entries, and after use of those. How
// much of a program's own file counts as its memory depends on how the file came to be
// there: the linker leaves it in large pieces, the disk gives it in small ones. So it is
// measured both as just built and, as after the computer was started, from the disk.
func benchMemory(ctx context.Context, s onScreen, journal, journals string) error {
	bareProgram := s.p.Path("out/bin/bare")
	if err := s.p.Compile(ctx, []string{"-o", bareProgram}, []string{"./cmd/dev/testdata/bare"}); err != nil {
		return err
	}
	var open, used float64
	use := func(*tour.Window) error { return nil }
	for _, from := range []string{"", "_from_disk"} {
		var bare, start float64
		err := errors.Join(
			s.resting(ctx, from, &bare, bareProgram),
			s.resting(ctx, from, &start, s.p.Program("aftershift"), "-journal="+journal),
			s.leave(ctx, from, s.p.Program("aftershift")),
			s.openBig(ctx, journals, lifetime.Usual, func(w *tour.Window) error {
				return errors.Join(rested(ctx, w, &open), use(w))
			}))
		if err != nil {
			return err
		}
		err = errors.Join(
			s.figure("memory_bare_MiB"+from, bare, 0),
			s.figure("memory_start_MiB"+from, start, 0), s.figure("memory_start_times_bare"+from, start/bare, startAim),
			s.figure("memory_open_MiB_at_10000"+from, open, 0), s.figure("memory_open_times_bare_at_10000"+from, open/bare, openAim))
		if err != nil {
			return err
		}
		use = func(w *tour.Window) error {
			return errors.Join(useAll(ctx, w), tour.Wait(time.Minute)(ctx, w), memory(w, &used))
		}
	}
	return errors.Join(
		s.figure("memory_used_MiB_at_10000", used, 0), s.figure("memory_used_times_open_at_10000", used/open, usedAim))
}

// resting measures a program that was just started and does nothing.
func (s onScreen) resting(ctx context.Context, from string, to *float64, program string, args ...string) error {
	return errors.Join(s.leave(ctx, from, program),
		s.open(ctx, func(w *tour.Window) error { return rested(ctx, w, to) }, program, args...))
}

// leave has the system forget what it holds of a program's file, where that is to come
// from the disk. The file must be on the disk before.
func (s onScreen) leave(ctx context.Context, from, program string) error {
	if from == "" {
		return nil
	}
	_, notThere := s.p.Output(ctx, "sync", program)
	_, kept := s.p.Output(ctx, "dd", "if="+program, "iflag=nocache", "count=0", "status=none")
	return errors.Join(notThere, kept)
}

func rested(ctx context.Context, w *tour.Window, to *float64) error {
	return errors.Join(tour.Wait(opening)(ctx, w), memory(w, to))
}

// memory reads the memory of a program, in MiB.
func memory(w *tour.Window, to *float64) error {
	kib, err := w.Memory()
	*to = float64(kib) / 1024
	return err
}

// useAll opens every page, looks for something and writes an entry, again and again.
func useAll(ctx context.Context, w *tour.Window) error {
	for range useRounds {
		for _, page := range benchPagesOf {
			if err := errors.Join(w.Key(page.key), tour.Wait(time.Second)(ctx, w)); err != nil {
				return err
			}
		}
		if err := errors.Join(w.Key("ctrl+1", "ctrl+n"), w.Type("I kept talking to fill the silence."), tour.Wait(time.Second)(ctx, w)); err != nil {
			return err
		}
	}
	return nil
}
