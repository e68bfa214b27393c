// Package core is what every room of use cases stands on: the program without a
// journal (App), and of an open one (Desk) its library, settings, themes, people
// and texts, the worker, the events and the one undo history.
//
// Locks are taken in this order, and each may be left out:
//
//  1. Saving, from reading an entry, the settings, the themes or the register to
//     having written them. Listeners run inside it, so they write nothing.
//  2. The library's and the vault's own, while the disk takes a change.
//  3. Those that guard memory alone: of the library, the texts, the history, the
//     listeners and the worker. Nothing is called while one is held.
//
// What can be read without the disk stands in snapshots that are never changed in
// place: a change publishes another once the disk has it. So whoever reads
// settings, themes, people, lists or the board waits for no save.
package core

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/search"
)

// Desk is what of an open journal concerns everybody. It is safe for concurrent
// use; after closing, what needs the file gives fault.Locked.
type Desk struct {
	app       *App
	library   *library.Library
	readOnly  bool
	sample    bool
	texts     search.Texts
	textsDone chan struct{} // closed when every text has been opened
	textsErr  error
	work      *worker
	undo      history
	events    listeners

	saving sync.Mutex
	known  atomic.Pointer[known]
}

// known is a snapshot of what is kept as one object each. It is never changed.
type known struct {
	settings  Settings
	themes    journal.Themes
	shipped   map[string]bool // the names of those that come with the program
	people    []Person
	templates journal.OwnTemplates
}

// publish makes what change makes of the snapshot the one that is read. The caller
// holds saving.
func (d *Desk) publish(change func(*known)) {
	next := *d.known.Load()
	change(&next)
	d.known.Store(&next)
}

// Core is a Desk with what the rooms of use cases may do with it and pages may
// not. Each of them embeds it; app embeds Desk beside them, so that from there
// nothing of Core is reached.
type Core struct{ *Desk }

// Open gives the desk of an opened library. It gives the errors of Library.Load.
func Open(a *App, l *library.Library, readOnly, sample bool) (Core, error) {
	d := &Desk{app: a, library: l, readOnly: readOnly, sample: sample, textsDone: make(chan struct{}), work: newWorker()}
	var k known
	for _, load := range []func(*library.Library) error{k.loadSettings, k.loadThemes, k.loadPeople, k.loadTemplates} {
		if err := load(l); err != nil {
			d.work.close()
			return Core{}, err
		}
	}
	d.known.Store(&k)
	return Core{d}, nil
}

// App gives the program.
func (d Core) App() *App { return d.app }

// Library gives the opened journal.
func (d Core) Library() *library.Library { return d.library }

// Texts gives the texts for searching; they are complete once Ready is.
func (d Core) Texts() *search.Texts { return &d.texts }

// Saving is held from reading an entry or the register to having written it.
func (d Core) Saving() sync.Locker { return &d.saving }

// Tell calls the listeners, once a change is on the disk.
func (d Core) Tell(e Event) { d.events.tell(e) }

// Finish takes no more jobs and waits until those given to Do have run, or until
// ctx ends.
func (d Core) Finish(ctx context.Context) { d.work.closeBy(ctx) }

// OpenTexts folds every entry for searching, on a goroutine of its own, until ctx
// ends. Ready waits for it.
func (d Core) OpenTexts(ctx context.Context) {
	Go(func() {
		defer close(d.textsDone)
		defer closely()()
		d.textsErr = d.library.EachEntry(ctx, func(e journal.Entry) error {
			d.texts.PutNew(e, d.themeNames(e.Themes))
			return ctx.Err()
		})
		d.texts.Settle()
	})
}

// ReadOnly tells whether nothing can be changed: every change gives
// fault.Conflict.
func (d *Desk) ReadOnly() bool { return d.readOnly }

// Ready waits until every text has been opened for searching, and gives what
// went wrong with it, if anything did: the errors of Library.EachEntry. It gives
// fault.Cancelled when ctx ends or the desk is closed before.
func (d *Desk) Ready(ctx context.Context) error {
	select {
	case <-d.textsDone:
		return d.textsErr
	case <-ctx.Done():
		return fault.As(fault.Cancelled, "open texts", ctx.Err())
	}
}

// Opened reports whether every text has been opened for searching; Ready waits for it.
func (d *Desk) Opened() bool {
	select {
	case <-d.textsDone:
		return true
	default:
		return false
	}
}

// Now gives the time by the program's clock.
func (d *Desk) Now() time.Time { return d.app.config.Now() }

// Today gives the day by the program's clock.
func (d *Desk) Today() journal.Date { return journal.DateOf(d.Now()) }

// IsSample tells whether this is the fictional journal for looking around.
func (d *Desk) IsSample() bool { return d.sample }
