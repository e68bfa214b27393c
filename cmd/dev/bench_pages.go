package main

import (
	"context"
	"errors"
	"fmt"

	"aftershift/cmd/dev/lifetime"
	"aftershift/cmd/dev/tour"
)

// pageAim is the most that opening a page should take until it stands on the screen, in
// ms. Drawing in software, which a hidden screen needs, is a large part of that: what it
// takes to come to a page again is hardly anything else.
const pageAim = 100

// benchPages measures, in journals of a working life and of ten, what opening each
// page takes, and what a key and a turn of the wheel take.
func benchPages(ctx context.Context, s onScreen, journals string) error {
	var failed error
	for _, entries := range []int{lifetime.Usual, lifetime.Far} {
		at := fmt.Sprint("_at_", entries)
		failed = errors.Join(failed, s.openBig(ctx, journals, entries, func(w *tour.Window) error {
			return errors.Join(tour.Rested(ctx, w), s.frames(ctx, w, at), s.pages(ctx, w, at))
		}))
	}
	return failed
}

// pages prints how long it takes to come to each page for the first time, and again. The
// window begins on the first page, so that comes last.
func (s onScreen) pages(ctx context.Context, w *tour.Window, at string) error {
	for _, round := range []string{"first", "again"} {
		for i := range benchPagesOf {
			page := benchPagesOf[(i+1)%len(benchPagesOf)]
			if err := tour.Rested(ctx, w); err != nil {
				return err
			}
			took, err := w.Drawn(ctx, page.key)
			if err != nil {
				return fmt.Errorf("%s: %w", page.name, err)
			}
			if err := s.figure("page_"+page.name+"_"+round+"_ms"+at, float64(took.Milliseconds()), pageAim); err != nil {
				return err
			}
		}
	}
	return nil
}
