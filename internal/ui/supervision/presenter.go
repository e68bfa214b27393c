package supervision

import (
	"maps"
	"slices"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool

	BasketFor(with journal.ID) []app.Waiting
	Past(with journal.ID) []supervision.Session
	NextAgenda() (app.Agenda, bool)
	Agenda(session journal.ID) (app.Agenda, error)
	Gaps(session journal.ID) ([]supervision.Function, error)
	Sessions() []supervision.Session
	Missed() []supervision.Session
	Groups() []app.GroupView
	Relationships() []supervision.Relationship
	Preparing(with journal.ID) app.Preparing
	HelpedWith(items []supervision.AgendaItem) []app.Practice

	AddToAgenda(session journal.ID, items ...journal.ID) error
	TakeOff(item journal.ID) error
	MoveItem(session, item journal.ID, to int) error
	SuggestOrder(session journal.ID) error
	AddStanding(session journal.ID, kinds ...supervision.StandingKind) error
	AddNewItem(session journal.ID, it supervision.AgendaItem) (journal.ID, error)
	MergeItems(into journal.ID, others ...journal.ID) error
	SaveItem(it supervision.AgendaItem) (journal.ID, error)
	SplitItem(of journal.ID, part supervision.AgendaItem) (journal.ID, error)
	SetShare(entry journal.ID, share journal.Share) error
	WithdrawItem(item journal.ID) error
	Flag(entry journal.ID, flag journal.Flag) error
	PlanSession(p app.Plan) (journal.ID, error)
	CancelSession(session journal.ID, reason string) error
	StartSession(session journal.ID, at time.Time) error
	HoldWith(session journal.ID, name string) error
	Settle(item journal.ID, as supervision.ItemState) error
	Park(item journal.ID, lot supervision.Lot) error
	Unpark(item journal.ID) error
	SetSettings(change func(*app.Settings)) error
}

// voice is how the presenter speaks: show what is, say what was done, tell what
// went wrong.
type voice struct {
	show   func(State)
	said   func(key string, n int) // a text key, with a count or 0; it can be undone
	failed func(error)
}

// presenter decides what the page shows and does. It belongs to the main
// goroutine, to which do brings what comes back from the journal.
type presenter struct {
	book book
	do   func(func())
	voice

	state    State
	chosen   journal.ID // the session that the user looks at, 0 for the next one
	all      bool       // what belongs to sessions with others shows too
	passed   map[journal.ID]bool
	unwanted map[string]bool // suggestions that the user has passed
	reading  *present.Reading[State]
}

// newPresenter returns a presenter that has read nothing; do is Frame.Do. What the user
// passes is known here alone, until the journal is closed.
func newPresenter(b book, do func(func()), v voice) *presenter {
	p := &presenter{book: b, do: do, voice: v, passed: map[journal.ID]bool{}, unwanted: map[string]bool{}}
	p.reading = present.NewReading(b.Do, do, p.begin, p.arrived)
	return p
}

// choose brings a session into view with the next reading.
func (p *presenter) choose(session journal.ID) { p.chosen = session }

// Refresh reads everything anew, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

// begin gives what reads the session that the user looks at.
func (p *presenter) begin() func() State {
	chosen, all, passed := p.chosen, p.all, maps.Clone(p.passed)
	return func() State { return read(p.book, chosen, all, passed) }
}

// arrived shows what was read. Ticks stay on lines that are still there and need no
// words; suggestions that the user has passed are left out.
func (p *presenter) arrived(next State) {
	next.Ticked = map[journal.ID]bool{}
	next.Preparing.Suggestions = slices.DeleteFunc(next.Preparing.Suggestions, func(s app.Suggestion) bool { return p.unwanted[suggestionKey(s)] })
	for _, l := range next.Waiting {
		if p.state.Ticked[l.ID()] && !l.NeedsWords() {
			next.Ticked[l.ID()] = true
		}
	}
	p.state = next
	p.show(next)
}

// act changes the journal off the main goroutine. What changed is read anew when
// the journal tells of it, and also after a failure, so that nothing stays on
// the screen that isn't so.
func (p *presenter) act(change func() error, then func()) {
	present.Act{Work: p.book.Do, Main: p.do, Failed: p.refused}.Do(change, then)
}

// refused tells of an error, and reads everything again, so that nothing stays on
// the screen that isn't so.
func (p *presenter) refused(err error) {
	p.failed(err)
	p.Refresh()
}

// acted is act that then says what was done.
func (p *presenter) acted(key string, n int, change func() error) {
	p.act(change, func() { p.said(key, n) })
}

// Toggle ticks a line that waits, or unticks it. It gives false for one that
// needs words first.
func (p *presenter) Toggle(id journal.ID) bool {
	l, found := p.state.line(id)
	if !found || l.NeedsWords() {
		return false
	}
	p.state.Ticked = present.Toggled(p.state.Ticked, id)
	p.show(p.state)
	return true
}

// ShowAll shows what belongs to sessions with others than whom the agenda is
// with, or hides it again.
func (p *presenter) ShowAll(all bool) {
	p.all = all
	p.Refresh()
}

// Choose shows the agenda of a session; 0 is the next one.
func (p *presenter) Choose(session journal.ID) {
	p.chosen, p.all = session, false
	p.Refresh()
}

// PassGap stops asking about what the agenda leaves out, for this session.
func (p *presenter) PassGap() {
	p.passed[p.state.Agenda.Session.ID] = true
	p.state.Gap = ""
	p.show(p.state)
}
