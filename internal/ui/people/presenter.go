package people

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// register is what the presenter needs of an open journal.
type register interface {
	Do(job func() error, done func(error)) bool
	People() []app.Person
	Relationships() []supervision.Relationship
	SavePerson(p app.Person) (app.Person, error)
	RemovePerson(id journal.ID) error
	MergePerson(id, into journal.ID) error
	EntriesNaming(ctx context.Context, forms []string) (int, error)
	ShownAs(id journal.ID) ([]string, error)
	LookForNames() *app.NameSearch
	Settings() app.Settings
	AskAgain(words string) error

	alliance

	Network() []app.Support
	Sessions() []supervision.Session
	SaveRelationship(r supervision.Relationship) (journal.ID, error)
	ArchiveRelationship(id journal.ID, away bool) error
}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	People []app.Person // by the first form of the name
	Also   []string     // who is caught too: those one has supervision with

	Found  map[journal.ID]int // entries that name somebody, as far as they are counted
	Always []app.AlwaysKept   // words that stay in every copy

	Support []app.Support            // whom one has supervision with
	Next    map[journal.ID]time.Time // when sessions are

	Map     app.NetworkMap             // who is there for what
	Due     []app.ToReview             // what is to be looked at again
	Helped  []app.Practice             // what helped, the latest first
	Between map[journal.ID]app.Between // what stands between the writer and each of Support
}

// voice is how the presenter speaks: show what is, say by a text key what was
// done or what stands against it, tell what went wrong.
type voice struct {
	show    func(State)
	said    func(key, name string)
	refused func(key, name string)
	failed  func(error)
	shownAs func(who journal.ID, styles []string) // what stands for somebody in copies
}

// presenter decides what the page shows and does. It belongs to the main
// goroutine, to which do brings what comes back from the journal.
type presenter struct {
	register register
	do       func(func())
	voice
	state   State
	reading *present.Reading[State]
	read    bool // state is what was read

	counting *present.Reading[counted]
	shown    *present.Reading[shownAs]
	chosen   journal.ID    // of whom it is said what copies show
	looked   func(sighted) // is told of the look for names that goes on; nil: there is none
	stop     context.CancelFunc
}

// newPresenter returns a presenter that has read nothing. do is Frame.Do; counting ends
// when stop is called.
func newPresenter(r register, do func(func()), v voice) *presenter {
	ctx, stop := context.WithCancel(context.Background())
	p := &presenter{register: r, do: do, voice: v, stop: stop}
	p.counting = present.NewReading(r.Do, do, func() func() counted {
		people, have := p.state.People, p.state.Found
		return func() counted { return count(ctx, r, people, have) }
	}, p.counted)
	p.shown = present.NewReading(r.Do, do, func() func() shownAs {
		id := p.chosen
		return func() shownAs {
			styles, err := r.ShownAs(id)
			return shownAs{id, styles, err}
		}
	}, p.showed)
	p.reading = present.NewReading(r.Do, do, func() func() State { return func() State { return read(r) } }, p.arrived)
	return p
}

// Refresh reads the register anew, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

// arrived shows what was read, and then has entries counted, which takes longer and
// would hold the page up. Each reading counts from nothing: the entries may be others.
func (p *presenter) arrived(next State) {
	p.state, p.read = next, true
	p.show(next)
	p.counting.Again()
}

// read returns the state as the journal has it now, off the main goroutine. Found stays
// nil: counting follows. The register is sorted by name whatever the case.
func read(r register) State {
	s := State{People: r.People(), Support: r.Network(), Next: map[journal.ID]time.Time{}, Always: r.Settings().Always}
	readBetween(r, &s)
	for _, session := range r.Sessions() {
		s.Next[session.ID] = session.Start
	}
	slices.SortStableFunc(s.People, func(x, y app.Person) int {
		return strings.Compare(strings.ToLower(name(x)), strings.ToLower(name(y)))
	})
	for _, with := range r.Relationships() {
		s.Also = append(s.Also, with.Name)
	}
	return s
}

// name gives the first form of a person's name.
func name(p app.Person) string {
	if len(p.Forms) == 0 {
		return ""
	}
	return p.Forms[0]
}

// person returns somebody of the register, and whether they are there.
func (s State) person(id journal.ID) (app.Person, bool) {
	return present.Find(s.People, func(p app.Person) bool { return p.ID == id })
}

// support returns somebody one has supervision with, those put away among them, and
// whether they are there.
func (s State) support(id journal.ID) (app.Support, bool) {
	return present.Find(s.Support, func(r app.Support) bool { return r.ID == id })
}

// SaveSupport keeps somebody one has supervision with as edited; one without an
// ID is new. Then it calls kept with who it is, on the main goroutine.
func (p *presenter) SaveSupport(r supervision.Relationship, kept func(journal.ID)) {
	key := "people.done.changed"
	if r.ID == 0 {
		key = "people.done.added"
	}
	var id journal.ID
	p.change(func() (err error) { id, err = p.register.SaveRelationship(r); return err }, func() {
		kept(id)
		p.said(key, r.Name)
	})
}

// PutAway puts somebody away with whom there is no supervision any more, or
// takes them back. While a session with them is planned it says so.
func (p *presenter) PutAway(r supervision.Relationship, away bool) {
	key := "people.done.put_away"
	if !away {
		key = "people.done.taken_back"
	}
	p.unlessPlanned(key, r.Name, func() error { return p.register.ArchiveRelationship(r.ID, away) })
}

// unlessPlanned is act for what can't be while a session with somebody is planned, which
// it then says.
func (p *presenter) unlessPlanned(key, name string, change func() error) {
	planned := false
	p.change(func() error {
		err := change()
		if planned = errors.Is(err, fault.Conflict); planned {
			return nil
		}
		return err
	}, func() {
		if planned {
			p.refused("people.wrong.planned", name)
			return
		}
		p.said(key, name)
	})
}

// Save keeps a person as edited; one without an ID is new.
func (p *presenter) Save(who app.Person) {
	key := "people.done.changed"
	if who.ID == 0 {
		key = "people.done.added"
	}
	p.act(key, name(who), func() error {
		_, err := p.register.SavePerson(who)
		return err
	})
}

// Remove takes a person out of the register.
func (p *presenter) Remove(id journal.ID) {
	if who, found := p.state.person(id); found {
		p.act("people.done.removed", name(who), func() error { return p.register.RemovePerson(id) })
	}
}

// Merge makes one person of two: into stays, with the names of both.
func (p *presenter) Merge(id, into journal.ID) {
	stays, found := p.state.person(into)
	if found {
		p.act("people.done.merged", name(stays), func() error { return p.register.MergePerson(id, into) })
	}
}

// AskAgain has copies ask about words again that always stayed.
func (p *presenter) AskAgain(words string) {
	p.act("people.done.asks", words, func() error { return p.register.AskAgain(words) })
}

// act changes the journal, and then says key about somebody. It reads nothing again:
// the journal tells the page of the change.
func (p *presenter) act(key, about string, change func() error) {
	p.change(change, func() { p.said(key, about) })
}

// change changes the journal off the main goroutine. then runs on the main goroutine,
// and only where that went well.
func (p *presenter) change(change func() error, then func()) {
	present.Act{Work: p.register.Do, Main: p.do, Failed: p.failed}.Do(change, then)
}
