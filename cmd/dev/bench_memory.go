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
// nothing in it: at the unlock page, with 10,000 entries, and after use of those.
func benchMemory(ctx context.Context, s onScreen, journal, journals string) error {
	bareProgram := s.p.Path("out/bin/bare")
	if err := s.p.Compile(ctx, []string{"-o", bareProgram}, []string{"./cmd/dev/testdata/bare"}); err != nil {
		return err
	}
	var bare, start, open, used float64
	rested := func(to *float64) func(*tour.Window) error {
		return func(w *tour.Window) error { return errors.Join(tour.Wait(opening)(ctx, w), memory(w, to)) }
	}
	err := errors.Join(
		s.open(ctx, rested(&bare), bareProgram),
		s.open(ctx, rested(&start), s.p.Program("aftershift"), "-journal="+journal),
		s.openBig(ctx, journals, lifetime.Usual, func(w *tour.Window) error {
			return errors.Join(rested(&open)(w), useAll(ctx, w), tour.Wait(time.Minute)(ctx, w), memory(w, &used))
		}))
	if err != nil {
		return err
	}
	return errors.Join(
		s.figure("memory_bare_MiB", bare, 0),
		s.figure("memory_start_MiB", start, 0), s.figure("memory_start_times_bare", start/bare, startAim),
		s.figure("memory_open_MiB_at_10000", open, 0), s.figure("memory_open_times_bare_at_10000", open/bare, openAim),
		s.figure("memory_used_MiB_at_10000", used, 0), s.figure("memory_used_times_open_at_10000", used/open, usedAim))
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
