package session

import (
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool
	Now() time.Time
	NextAgenda() (app.Agenda, bool)
	Sitting(session journal.ID) (app.Sitting, error)
	Entry(id journal.ID) (journal.Entry, error)
	TalkedAbout(session journal.ID) ([]journal.Overview, error)

	StartSession(session journal.ID, at time.Time) error
	HoldAdHoc(with journal.ID) (journal.ID, error)
	AddNewItem(session journal.ID, it supervision.AgendaItem) (journal.ID, error)
	AddToAgenda(session journal.ID, items ...journal.ID) error
	SaveItem(it supervision.AgendaItem) (journal.ID, error)
	NoteOutcome(item journal.ID, o supervision.Outcome) error
	Discuss(item journal.ID, o supervision.Outcome) error
	NextTime(item journal.ID) error
	Settle(item journal.ID, as supervision.ItemState) error
	Park(item journal.ID, lot supervision.Lot) error
	BringBack(item journal.ID) error
	EndSession(session journal.ID, minutes int, kinds map[journal.ID]supervision.OutcomeKind) error

	SaveAction(a supervision.Action) (journal.ID, error)
	DoneAction(id journal.ID, worked supervision.Worked) error
	DidItWork(id journal.ID, worked supervision.Worked) error
	GiveUpAction(id journal.ID, reason string) error
	ReopenAction(id journal.ID) error
	RecordText(session journal.ID, items ...journal.ID) (string, error)
	MarkInCaseRecord(item, session journal.ID, done bool) error

	SetCarrying(entry journal.ID, carrying journal.Level) error
	ReviewSession(session journal.ID, r app.SessionReview) error
	NextSession(session journal.ID) (next supervision.Session, planned bool, err error)
	PlanNext(session journal.ID) (journal.ID, error)
	ReopenSession(session journal.ID) error
	Correct(session journal.ID, text string, disagreement bool) error
	Hold(place string, keep func() error)
}

// around is what the presenter is given of the program around it, so that a test
// decides when things happen. said tells what was done, by a text key, and that
// it can be undone.
type around struct {
	do     func(func())
	after  func(time.Duration, func()) func()
	show   func(State)
	said   func(key string)
	failed func(error)
}

// presenter decides what the page shows and does. It belongs to the main
// goroutine, to which do brings what comes back from the journal.
type presenter struct {
	book book
	around

	state   State
	session journal.ID // 0: whichever is open or comes up
	keeper
	spent    map[journal.ID]time.Duration
	since    time.Time // when the item in view came into view
	stopTick func()
	visible  bool
	reading  bool // a reading is under way
	stale    bool // something changed since it began
	fresh    bool // the session has just come up
}

func newPresenter(b book, a around) *presenter {
	p := &presenter{book: b, around: a, stopTick: func() {}}
	p.keeper = newKeeper(p)
	p.forget()
	return p
}

// forget begins a session with nothing known of it. What is being written is sent
// to the disk first, while it is known what it belongs to.
func (p *presenter) forget() {
	p.Keep()
	p.spent, p.fresh = map[journal.ID]time.Duration{}, true
	p.state = State{Kinds: map[journal.ID]supervision.OutcomeKind{}}
}

// Show brings up a session; 0 is the one in view, or whichever is open or comes
// up.
func (p *presenter) Show(id journal.ID) {
	p.visible = true
	if id != 0 && id != p.session {
		p.forget()
		p.session = id
	}
	p.state.Open = false
	p.refresh()
}

// Hide keeps what is being written, and covers what is private.
func (p *presenter) Hide() {
	p.visible = false
	p.stopTick()
	p.Keep()
	p.state.Open, p.state.Private = false, Private{}
}

// refresh reads the session anew, off the main goroutine.
func (p *presenter) refresh() {
	if p.reading {
		p.stale = true
		return
	}
	p.stale = false
	r := &reading{book: p.book, session: p.session, at: p.state.At, open: p.state.Open}
	p.reading = p.book.Do(r.read, func(err error) { p.do(func() { p.arrived(r, err) }) })
}

// arrived takes in what was read.
func (p *presenter) arrived(r *reading, err error) {
	p.reading = false
	switch {
	case p.stale:
	case err != nil:
		p.failed(err)
	case !r.there:
		p.forget()
		p.show(p.state)
	case p.session != 0 && p.session != r.sitting.Session.ID:
		p.stale = true
	default:
		p.take(r)
	}
	if p.stale {
		p.refresh()
	}
}

// take makes what was read the state, and leaves what is being written.
func (p *presenter) take(r *reading) {
	p.session = r.sitting.Session.ID
	p.state.Sitting, p.state.Talked, p.state.Next = r.sitting, r.talked, r.next
	p.state.Reading++
	p.state.Phase = p.phase(r.sitting.Session.State)
	p.countSpent()
	if p.fresh {
		p.begin()
	}
	if _, there := p.state.account(p.state.At); !there && p.state.At != 0 {
		p.Keep() // it belongs to the item that went
		p.state.At = p.state.next(0)
	}
	p.load()
	p.state.Private = Private{}
	if p.state.Open && r.at == p.state.At {
		p.state.Private = r.private
	}
	p.tick()
	p.tell()
}

// begin shows a session that has just come up: what stands open first.
func (p *presenter) begin() {
	p.fresh = false
	if !p.state.Asks() {
		p.state.At = p.state.next(0)
	}
	p.since = p.book.Now()
	p.state.Review = app.ReviewOf(p.state.Sitting.Session)
	if under, is := p.reviews.Of(p.session); is {
		p.state.Review = under
	}
}

// phase gives what to show of a session in a state: the phase in view where that
// is one of its own.
func (p *presenter) phase(of supervision.SessionState) Phase {
	is := p.state.Phase
	switch of {
	case supervision.Planned:
		return Ahead
	case supervision.Open:
		if is == Ending {
			return Ending
		}
		return Talking
	}
	if is == Ended || is == Alone {
		return is
	}
	return Record
}

func (p *presenter) tell() {
	p.state.Clock = p.clock()
	p.show(p.state)
}

// reading is what the journal says of a session at one moment.
type reading struct {
	book    book
	session journal.ID
	at      journal.ID
	open    bool

	there   bool
	sitting app.Sitting
	talked  []journal.Overview
	next    supervision.Session
	private Private
}

// read asks the journal. It runs off the main goroutine.
func (r *reading) read() (err error) {
	id := r.session
	if id == 0 {
		next, found := r.book.NextAgenda()
		if !found {
			return nil
		}
		id = next.Session.ID
	}
	r.sitting, err = r.book.Sitting(id)
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return nil // its planning was undone
	}
	if err != nil {
		return err
	}
	r.there = true
	if r.next, _, err = r.book.NextSession(id); err != nil {
		return err
	}
	if r.sitting.Session.State == supervision.Closed {
		r.talked, err = r.book.TalkedAbout(id)
	}
	if err == nil && r.open {
		err = r.readPrivate()
	}
	return err
}

func (r *reading) readPrivate() error {
	for _, a := range r.sitting.Account {
		if a.Item.ID != r.at {
			continue
		}
		r.private.Prompt = a.Item.Private
		for _, id := range a.Item.Entries {
			e, err := r.book.Entry(id)
			if err != nil {
				return err
			}
			r.private.Entries = append(r.private.Entries, e)
		}
	}
	return nil
}
