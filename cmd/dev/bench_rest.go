package main

import (
	"context"
	"errors"
	"math"
	"time"

	"aftershift/cmd/dev/tour"
)

// idleAim is the most that the program should use while nobody does anything, in
// per cent of a core, and idleTime how long that is measured, which is read in steps
// of 10 ms.
const (
	idleAim  = 1
	idleTime = 20 * time.Second
)

// benchPage is a page, and the key that opens it.
type benchPage struct{ name, key string }

// benchPagesOf are the pages that a key opens.
var benchPagesOf = []benchPage{
	{"journal", "ctrl+1"},
	{"supervision", "ctrl+2"},
	{"actions", "ctrl+3"},
	{"people", "ctrl+4"},
	{"backups", "ctrl+5"},
	{"looking_back", "ctrl+6"},
	{"patterns", "ctrl+7"},
	{"learning", "ctrl+8"},
	{"groups", "ctrl+9"},
	{"settings", "ctrl+comma"},
}

// benchRest measures what the program uses while nobody does anything: at the unlock
// page, with the caret in a text, on each page of the sample journal, and how often
// it wakes up while its window is hidden, beside a window with nothing in it.
func benchRest(ctx context.Context, s onScreen, journal string) error {
	program, bare := s.p.Program("aftershift"), s.p.Path("out/bin/bare")
	return errors.Join(
		s.open(ctx, func(w *tour.Window) error { return s.idle(ctx, w, "unlock_page") }, program, "-journal="+journal),
		s.open(ctx, func(w *tour.Window) error { return s.idleOnPages(ctx, w) }, program, "-sample"),
		s.wakes(ctx, "bare", bare), s.wakes(ctx, "sample", program, "-sample"))
}

func (s onScreen) idle(ctx context.Context, w *tour.Window, where string) error {
	percent, err := w.AtRest(ctx, idleTime)
	return errors.Join(err, s.figure("idle_"+where+"_percent_of_core", percent, idleAim))
}

func (s onScreen) idleOnPages(ctx context.Context, w *tour.Window) error {
	if err := errors.Join(w.Key("ctrl+n"), w.Type("I kept talking to fill the silence."), s.idle(ctx, w, "caret_in_text")); err != nil {
		return err
	}
	for _, page := range benchPagesOf {
		if err := errors.Join(w.Key(page.key), s.idle(ctx, w, page.name)); err != nil {
			return err
		}
	}
	return nil
}

// wakes prints how often a second a program wakes up while its window is hidden.
func (s onScreen) wakes(ctx context.Context, what, program string, args ...string) error {
	return s.open(ctx, func(w *tour.Window) error {
		if err := w.Hide(ctx); err != nil {
			return err
		}
		perSecond, err := w.Wakes(ctx, idleTime)
		return errors.Join(err, s.figure("wakes_hidden_"+what+"_per_s", math.Round(perSecond*10)/10, 0))
	}, program, args...)
}
