package app

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// Desk is an open journal. It is safe for concurrent use; after Close its
// methods give fault.Locked.
type Desk struct {
	app       *App
	library   *library.Library
	texts     search.Texts
	textsDone chan struct{} // closed when every text has been opened
	textsErr  error
	stop      context.CancelFunc
	work      *worker
	undo      history
	events    listeners
	guard     guard
	holding   holding
	retention retention
	// foundCopies were being saved when the program last stopped.
	foundCopies int
	sample      bool
	readOnly    bool
	recovered   []journal.ID

	saving   sync.Mutex // makes reading an entry, or the register, and writing it one step
	mu       sync.Mutex // guards what follows
	settings Settings
	themes   journal.Themes
	people   []Person
	met      map[supervision.Audience][]string // names masked in copies since unlocking, by reader
}

func newDesk(ctx context.Context, a *App, l *library.Library, readOnly bool) (*Desk, error) {
	background, stop := context.WithCancel(context.Background())
	d := &Desk{app: a, library: l, textsDone: make(chan struct{}), stop: stop, work: newWorker(), sample: a.isSample(l), readOnly: readOnly}
	for _, step := range []func() error{d.loadSettings, d.loadThemes, d.loadPeople, func() error { return d.tidy(ctx) }} {
		if err := step(); err != nil {
			_ = d.Close() // err says what is wrong
			return nil, fault.Wrap("open journal", err)
		}
	}
	Go(func() { d.openTexts(background) })
	d.watch(background)
	return d, nil
}

// tidy does what waits to be done on opening: keep what was being written, or let
// it be read where nothing can be kept, and empty the trash of what has been there
// long enough.
func (d *Desk) tidy(ctx context.Context) error {
	if d.ReadOnly() {
		d.library.AsWritten()
		return nil
	}
	if err := d.keepDrafts(); err != nil {
		return err
	}
	if err := d.settleCopies(); err != nil {
		return err
	}
	return d.emptyTrash(ctx)
}

// ReadOnly tells whether nothing can be changed: every change gives
// fault.Conflict.
func (d *Desk) ReadOnly() bool { return d.readOnly }

// openTexts folds every entry for searching.
func (d *Desk) openTexts(ctx context.Context) {
	defer close(d.textsDone)
	d.textsErr = d.library.EachEntry(ctx, func(e journal.Entry) error {
		d.texts.PutNew(e, d.themeNames(e.Themes))
		return ctx.Err()
	})
}

// Ready waits until every text has been opened for searching, and gives what
// went wrong with it, if anything did.
func (d *Desk) Ready(ctx context.Context) error {
	select {
	case <-d.textsDone:
		return d.textsErr
	case <-ctx.Done():
		return fault.As(fault.Cancelled, "open texts", ctx.Err())
	}
}

// keepDrafts makes what was being written when the program stopped a saved
// version of its entry; the version before stays in its history. A draft of an
// entry that can't be read stays a draft.
func (d *Desk) keepDrafts() error {
	for _, id := range d.library.Drafts() {
		e, err := d.library.Draft(id)
		if unreadable(err) {
			continue
		}
		if err != nil {
			return err
		}
		if e.Empty() {
			if err := d.library.DropDraft(id); err != nil {
				return err
			}
			continue
		}
		switch err := d.keepDraft(e); {
		case unreadable(err):
			continue
		case err != nil:
			return err
		}
		d.recovered = append(d.recovered, e.ID)
	}
	return nil
}

// unreadable tells whether err is about a record that can't be read here.
func unreadable(err error) bool {
	return errors.Is(err, fault.Damaged) || errors.Is(err, fault.Tampered) || errors.Is(err, fault.NewerFormat)
}

// keepDraft saves a draft. Where a mark in it breaks a rule, its words are kept
// with the marks that the entry had, and what is too long even so stays a draft:
// a draft must not keep anybody from their journal.
func (d *Desk) keepDraft(e journal.Entry) error {
	_, err := d.keep(e)
	if !errors.Is(err, fault.Invalid) {
		return err
	}
	words, err := d.library.Entry(e.ID)
	if errors.Is(err, fault.NotFound) {
		words, err = journal.New(e.ID, e.Template, d.Now()), nil
	}
	if err != nil {
		return err
	}
	words.Title, words.Sections = journal.Excerpt(e.Title, journal.ExcerptRunes), e.Sections
	if _, err = d.keep(words); errors.Is(err, fault.Invalid) {
		return nil
	}
	return err
}

// Recovered returns the entries that were being written when the program last
// stopped without closing the journal, and were kept.
func (d *Desk) Recovered() []journal.ID { return slices.Clone(d.recovered) }

// Now gives the time by the program's clock.
func (d *Desk) Now() time.Time { return d.app.config.Now() }

// Today gives the day by the program's clock.
func (d *Desk) Today() journal.Date { return journal.DateOf(d.Now()) }

// IsSample tells whether this is the fictional journal for looking around.
func (d *Desk) IsSample() bool { return d.sample }

// Close waits for work under way, makes a backup where something changed since
// the last, closes the file and lets others in. What is being written must have
// been kept before. It may be called twice.
func (d *Desk) Close() error { return d.end((*Desk).lastBackup) }

// Lock is Close without the backup, for locking comes first. The backup is made
// soon after the journal is opened again, if it is due by then.
func (d *Desk) Lock() error { return d.end(func(*Desk) {}) }

func (d *Desk) end(last func(*Desk)) error {
	d.stop()
	d.work.close()
	if d.guard.done != nil {
		<-d.guard.done
		last(d)
	}
	err := d.library.Close()
	if d.sample {
		d.app.removeSample()
	}
	return err
}
