package core

import (
	"context"
	"sync"
)

// worker runs jobs one after the other, in the order in which they came, off
// the goroutine of the window.
type worker struct {
	jobs chan func()
	done chan struct{}
	mu   sync.Mutex
	shut bool
}

func newWorker() *worker {
	w := &worker{jobs: make(chan func(), 256), done: make(chan struct{})}
	Go(w.run)
	return w
}

func (w *worker) run() {
	defer close(w.done)
	for job := range w.jobs {
		job()
	}
}

// add gives false when the worker is closed.
func (w *worker) add(job func()) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.shut {
		return false
	}
	w.jobs <- job
	return true
}

// close waits until every job that was added has run.
func (w *worker) close() { w.closeBy(context.Background()) }

// closeBy is close that waits until ctx ends at most.
func (w *worker) closeBy(ctx context.Context) {
	w.mu.Lock()
	if !w.shut {
		w.shut = true
		close(w.jobs)
	}
	w.mu.Unlock()
	select {
	case <-w.done:
	case <-ctx.Done():
	}
}

// Do runs job after all jobs given before it, off the caller's goroutine, and
// then done with what it gave, on the worker's goroutine. Close waits for all of
// them. It gives false, and runs nothing, when the desk is closed.
func (d *Desk) Do(job func() error, done func(error)) bool {
	return d.work.add(func() { done(job()) })
}
