package main

import (
	"context"
	"errors"
	"fmt"

	"aftershift/cmd/dev/lifetime"
	"aftershift/cmd/dev/tour"
)

// pageAim is the most that opening a page should take until it is drawn, in ms of
// processor time on the longest way through the threads.
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

// pages prints what it takes to come to each page for the first time, and again.
func (s onScreen) pages(ctx context.Context, w *tour.Window, at string) error {
	for _, round := range []string{"first", "again"} {
		for _, page := range benchPagesOf {
			cost, err := w.Cost(func() error { return w.Key(page.key) })
			if err != nil {
				return err
			}
			if err := s.figure("page_"+page.name+"_"+round+"_ms"+at, float64(cost.Path.Milliseconds()), pageAim); err != nil {
				return err
			}
			if _, err := w.WaitStable(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}
