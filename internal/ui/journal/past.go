package journal

import (
	"context"
	"slices"

	"aftershift/internal/journal"
)

// History reads the open entry's earlier versions, newest first, and gives them
// to show. What is being written is kept first, so that nothing stands outside.
func (w *writer) History(ctx context.Context, show func([]journal.Entry)) {
	id := w.entry.ID
	if id == 0 {
		return
	}
	w.Keep()
	forEntry(w, func() ([]journal.Entry, error) { return w.book.History(ctx, id) }, func(all []journal.Entry) {
		slices.Reverse(all)
		show(all)
	})
}

// forEntry gets something off the main goroutine, and calls then with it if the entry is
// still open.
func forEntry[T any](w *writer, get func() (T, error), then func(T)) {
	id := w.entry.ID
	var got T
	w.work(func() (err error) {
		got, err = get()
		return err
	}, func(err error) {
		switch {
		case err != nil:
			w.failed(err)
		case id == w.entry.ID:
			then(got)
		}
	})
}

// BringBack makes the text of an earlier version the text again. What stands now
// becomes an earlier version itself, and the step can be undone. It calls then once
// it is kept.
func (w *writer) BringBack(old journal.Entry, then func()) {
	if old.ID != w.entry.ID {
		return
	}
	old = old.Clone()
	w.rewrite("undo.version", then, func(e *journal.Entry) {
		e.Title, e.Template, e.Sections = old.Title, old.Template, old.Sections
		e.AddGraphic(old.Graphic)
	})
}
