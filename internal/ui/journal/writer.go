package journal

import (
	"context"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// book is what the writer needs of an open journal.
type book interface {
	NewEntry() (journal.Entry, error)
	Entry(id journal.ID) (journal.Entry, error)
	Save(e journal.Entry, label string) (journal.Entry, error)
	Rewrite(e journal.Entry, label string) (journal.Entry, error)
	SaveDraft(e journal.Entry) error
	Discard(id journal.ID) error
	Delete(id journal.ID) error
	History(ctx context.Context, id journal.ID) ([]journal.Entry, error)
	StartFromWords(passage string) (string, error)
	AddTheme(name string) (journal.Theme, error)
	Themes() journal.Themes
	ItemFor(entry journal.ID) (supervision.AgendaItem, bool)
	Agenda(session journal.ID) (app.Agenda, error)
	Settings() app.Settings
	Template(id journal.TemplateID) journal.Template
	Now() time.Time
	Do(job func() error, done func(error)) bool
	Hold(place string, keep func() error)
}

// around is what a presenter is given of the program around it, so that a test
// decides when things happen.
type around struct {
	do     func(func())                       // on the main goroutine, soon
	after  func(time.Duration, func()) func() // on the main goroutine, later; stops
	aside  func(func())                       // off the main goroutine
	failed func(error)                        // tells the user
}

// State is what the page shows of the open entry. It is never changed; every
// change gives a new one.
type State struct {
	Entry    journal.Entry // ID 0: none is open
	Status   Status
	Place    Place
	Proposal Proposal
	Contact  string // whom to ring, in the user's own words; may be empty
	Sharing  bool   // the card with words to share is shown
}

// StatusKind says how what is written stands to what is on the disk.
type StatusKind uint8

// The kinds of status, from nothing to tell to what must be told.
const (
	Quiet   StatusKind = iota
	Writing            // not on the disk yet
	Drafted            // on the disk, as it is being written
	Saved              // on the disk
	Failed             // could not be kept; the text stays on the screen
)

// Status tells how safe the text is, since when, and what went wrong.
type Status struct {
	Kind StatusKind
	At   time.Time
	Err  error // for Failed
}

// Place is where the entry's item is: on the agenda of a session, or nowhere.
type Place struct {
	Start time.Time // of the session; zero for none
	With  string
}

// Proposal is a first version of the words to share, which the user has not kept
// yet.
type Proposal struct {
	Shown   bool
	Words   string
	Masked  bool // it was made from the private text
	touched bool // changed by hand since
}

// writer keeps the open entry: as it is on the screen, and as it gets to the
// disk. What could not be saved stays in unsaved until it is.
type writer struct {
	book book
	around
	show func(State)  // all of it
	say  func(Status) // only how safe the text is: while typing nothing else is drawn

	entry    journal.Entry
	text     bool   // title or sections differ from what was last sent to be saved
	marks    bool   // anything else does
	label    string // names the change of marks for undo
	status   Status
	place    Place
	proposal Proposal
	sharing  bool
	asked    journal.ID // the entry that is being opened
	graphic  []string   // passages that were marked when the entry was opened, or since

	unsaved  present.Autosave[journal.ID, journal.Entry] // Soon is when it is drafted
	drafted  bool                                        // a draft of entry is on the disk
	stopKeep func()
}

func newWriter(b book, a around, show func(State), say func(Status)) *writer {
	w := &writer{book: b, around: a, show: show, say: say, stopKeep: func() {}}
	w.unsaved.Soon = present.Soon{After: a.after, Do: w.draft, Pause: draftAfter, Latest: draftAtLeast}
	return w
}

func (w *writer) state() State {
	return State{
		Entry: w.entry.Clone(), Status: w.status, Place: w.place, Proposal: w.proposal,
		Contact: w.book.Settings().Contact,
		Sharing: w.sharing || w.entry.Flag != journal.NoFlag || w.entry.Share != journal.Share{},
	}
}

func (w *writer) tell() { w.show(w.state()) }

// Start begins a new entry at once; what was open is kept.
func (w *writer) Start() {
	w.Keep()
	e, err := w.book.NewEntry()
	if err != nil {
		w.failed(err)
		return
	}
	w.asked = 0
	w.put(e, Place{}, Status{})
}

// Open shows an entry; what was open until then is kept first.
func (w *writer) Open(id journal.ID) {
	if id == w.entry.ID {
		w.asked = 0
		return
	}
	w.asked = id
	if e, held := w.unsaved.Of(id); held {
		w.arrive(e, Place{})
		return
	}
	var e journal.Entry
	var place Place
	w.work(func() (err error) {
		e, err = w.book.Entry(id)
		place = w.find(id)
		return err
	}, func(err error) {
		switch {
		case w.asked != id:
		case err != nil:
			w.asked = 0
			w.failed(err)
			w.tell()
		default:
			w.arrive(e, place)
		}
	})
}

func (w *writer) arrive(e journal.Entry, place Place) {
	w.Keep()
	w.asked = 0
	status := Status{Kind: Saved, At: e.Updated}
	if w.unsaved.Failed(e.ID) != nil {
		status = w.status
	}
	w.put(e, place, status)
}

// put makes e the open entry, with nothing to keep.
func (w *writer) put(e journal.Entry, place Place, status Status) {
	w.rest()
	w.entry, w.place, w.status, w.graphic = e.Clone(), place, status, e.Graphic
	w.text, w.marks, w.label, w.drafted = false, false, "", false
	w.proposal, w.sharing = Proposal{}, false
	if w.unsaved.Failed(e.ID) != nil {
		w.text, w.marks = true, true
	}
	w.tell()
}

// work runs job behind all earlier ones, off the main goroutine, and done on it.
func (w *writer) work(job func() error, done func(error)) bool {
	return w.book.Do(job, func(err error) { w.do(func() { done(err) }) })
}

// find gives where the entry's item is. It may be called off the main goroutine.
func (w *writer) find(id journal.ID) Place {
	item, found := w.book.ItemFor(id)
	if !found || item.Session == 0 {
		return Place{}
	}
	a, err := w.book.Agenda(item.Session)
	if err != nil {
		return Place{}
	}
	return Place{Start: a.Session.Start, With: a.With.Name}
}

// told takes in what has changed on the disk.
func (w *writer) told(e app.Event) {
	switch e.Kind {
	case app.EntrySaved:
		if _, under := w.unsaved.Of(e.ID); e.ID == w.entry.ID && !under {
			w.reload()
		}
	case app.EntryGone:
		if e.ID == w.entry.ID {
			w.put(journal.Entry{}, Place{}, Status{})
		}
	case app.SupervisionChanged:
		w.replace()
	case app.SettingsChanged:
		w.tell()
	}
}

// reload takes what changed elsewhere, an undone step for one, and leaves what
// is being written here.
func (w *writer) reload() {
	id := w.entry.ID
	var e journal.Entry
	w.work(func() (err error) {
		e, err = w.book.Entry(id)
		return err
	}, func(err error) {
		if _, under := w.unsaved.Of(id); err == nil && id == w.entry.ID && !under {
			w.merge(e)
		}
	})
}

func (w *writer) merge(disk journal.Entry) {
	if disk.Trashed != nil {
		w.put(journal.Entry{}, Place{}, Status{})
		return
	}
	here := w.entry
	w.entry = disk.Clone()
	if w.text {
		w.entry.Title, w.entry.Template, w.entry.Sections = here.Title, here.Template, here.Sections
		w.entry.Graphic = here.Graphic
	}
	if w.marks {
		w.entry.TakeMarks(here)
	}
	w.tell()
}

// replace asks anew where the entry's item is.
func (w *writer) replace() {
	id := w.entry.ID
	if id == 0 {
		return
	}
	var place Place
	w.work(func() error { place = w.find(id); return nil }, func(error) {
		if id == w.entry.ID && place != w.place {
			w.place = place
			w.tell()
		}
	})
}
