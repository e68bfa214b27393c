package journal

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// evening is when every scene begins.
var evening = time.Date(2026, 11, 22, 18, 42, 0, 0, time.UTC)

// scene is a journal in memory and a program around a presenter in which nothing
// happens until the test says so.
type scene struct {
	held    func() error // what keeps what is being written; nil: nothing waits
	t       *testing.T
	now     time.Time
	nextID  journal.ID
	saved   map[journal.ID]journal.Entry
	past    map[journal.ID][]journal.Entry
	drafts  map[journal.ID]journal.Entry
	labels  []string // of saves, in order
	refuse  error    // what saving gives, nil for success
	items   map[journal.ID]supervision.AgendaItem
	agendas map[journal.ID]app.Agenda
	contact string
	locked  bool

	jobs   []func() // the worker's
	mains  []func() // for the main goroutine
	asides []func() // elsewhere
	timers []*timer
	errs   []error
	states []State
	found  []journal.Overview // what every search gives
	asked  []string           // searches, in order
}

type timer struct {
	at      time.Time
	fn      func()
	stopped bool
}

func newScene(t *testing.T) *scene {
	return &scene{
		t: t, now: evening, saved: map[journal.ID]journal.Entry{}, past: map[journal.ID][]journal.Entry{},
		drafts: map[journal.ID]journal.Entry{}, items: map[journal.ID]supervision.AgendaItem{},
		agendas: map[journal.ID]app.Agenda{},
	}
}

// begun gives a scene with a new entry that begins with text.
func begun(t *testing.T, text string) (*scene, *writer) {
	s := newScene(t)
	w := s.writer()
	w.Start()
	if text != "" {
		w.Write(0, text)
	}
	return s, w
}

func (s *scene) around() around {
	return around{
		do:     func(fn func()) { s.mains = append(s.mains, fn) },
		after:  s.after,
		aside:  func(fn func()) { s.asides = append(s.asides, fn) },
		failed: func(err error) { s.errs = append(s.errs, err) },
	}
}

func (s *scene) after(d time.Duration, fn func()) func() {
	x := &timer{at: s.now.Add(d), fn: fn}
	s.timers = append(s.timers, x)
	return func() { x.stopped = true }
}

func (s *scene) writer() *writer {
	return newWriter(s, s.around(), s.show, s.say)
}

func (s *scene) show(st State) { s.states = append(s.states, st) }

// say takes the status into the last state, as the page does.
func (s *scene) say(st Status) { s.states[len(s.states)-1].Status = st }

// pump runs the worker, other goroutines and the main goroutine until nothing is
// left to do.
func (s *scene) pump() {
	for len(s.jobs)+len(s.mains)+len(s.asides) > 0 {
		for _, queue := range []*[]func(){&s.jobs, &s.asides, &s.mains} {
			all := *queue
			*queue = nil
			for _, fn := range all {
				fn()
			}
		}
	}
}

// pass lets time go by, with every timer in its turn.
func (s *scene) pass(d time.Duration) {
	until := s.now.Add(d)
	for {
		slices.SortStableFunc(s.timers, func(a, b *timer) int { return a.at.Compare(b.at) })
		s.timers = slices.DeleteFunc(s.timers, func(x *timer) bool { return x.stopped })
		if len(s.timers) == 0 || s.timers[0].at.After(until) {
			break
		}
		x := s.timers[0]
		s.timers = s.timers[1:]
		s.now = x.at
		x.fn()
		s.pump()
	}
	s.now = until
}

func (s *scene) last() State { return s.states[len(s.states)-1] }

// The journal in memory.

func (s *scene) NewEntry() (journal.Entry, error) {
	s.nextID++
	return journal.New(s.nextID, journal.QuickNote, s.now), nil
}

func (s *scene) Entry(id journal.ID) (journal.Entry, error) {
	e, ok := s.saved[id]
	if !ok {
		return e, fault.New(fault.NotFound, "read entry")
	}
	return e.Clone(), nil
}

func (s *scene) Save(e journal.Entry, label string) (journal.Entry, error) {
	if s.refuse != nil {
		return e, s.refuse
	}
	if err := e.Validate(); err != nil {
		return e, err
	}
	before, had := s.saved[e.ID]
	e.Revision = before.Revision
	if !had || before.Text() != e.Text() || before.Title != e.Title {
		e.Revision++
		if had {
			s.past[e.ID] = append(s.past[e.ID], before)
		}
	}
	e.Updated = s.now
	s.saved[e.ID] = e.Clone()
	delete(s.drafts, e.ID)
	s.labels = append(s.labels, label)
	return e.Clone(), nil
}

func (s *scene) Rewrite(e journal.Entry, label string) (journal.Entry, error) {
	return s.Save(e, label)
}

func (s *scene) SaveDraft(e journal.Entry) error {
	if s.refuse == nil {
		s.drafts[e.ID] = e.Clone()
	}
	return s.refuse
}

func (s *scene) Discard(id journal.ID) error { delete(s.drafts, id); return nil }

func (s *scene) Delete(id journal.ID) error {
	e, err := s.Entry(id)
	if err == nil {
		e.Trashed = &s.now
		s.saved[id] = e
	}
	return err
}

func (s *scene) History(_ context.Context, id journal.ID) ([]journal.Entry, error) {
	return slices.Clone(s.past[id]), nil
}

func (s *scene) StartFromWords(passage string) (string, error) {
	if passage == "" {
		return "", errors.New("no passage")
	}
	return "[masked] " + passage, nil
}

func (s *scene) Themes() journal.Themes                      { return nil }
func (s *scene) AddTheme(name string) (journal.Theme, error) { return journal.NewTheme(name) }

func (s *scene) ItemFor(entry journal.ID) (supervision.AgendaItem, bool) {
	it, ok := s.items[entry]
	return it, ok
}

func (s *scene) Agenda(session journal.ID) (app.Agenda, error) { return s.agendas[session], nil }

func (s *scene) Settings() app.Settings { return app.Settings{Contact: s.contact} }

func (s *scene) Template(id journal.TemplateID) journal.Template { return journal.TemplateByID(id) }

func (s *scene) Now() time.Time { return s.now }

func (s *scene) Do(job func() error, done func(error)) bool {
	if s.locked {
		return false
	}
	s.jobs = append(s.jobs, func() { done(job()) })
	return true
}

func (s *scene) Hold(_ string, keep func() error) { s.held = keep }

func (s *scene) List(app.Filter) []journal.Overview { return s.found }

func (s *scene) Search(_ context.Context, typed string, _ app.Filter, _ int) ([]*journal.Overview, error) {
	s.asked = append(s.asked, typed)
	return pointers(slices.Clone(s.found)), s.refuse
}

func (s *scene) Excerpt(_ journal.ID, typed string) (string, []app.Span, error) {
	return "around " + typed, []app.Span{{Start: 7, End: 7 + len(typed)}}, nil
}

func (s *scene) Later(context.Context) (app.Later, error) { return app.Later{}, nil }

func (s *scene) ReadQuery(typed string) app.Query { return search.Parse(typed, search.About{}) }

// prompt makes Do run its job at once, for what waits for the worker.
type prompt struct{ *scene }

func (p prompt) Do(job func() error, done func(error)) bool {
	if p.locked {
		return false
	}
	for len(p.jobs) > 0 {
		next := p.jobs[0]
		p.jobs = p.jobs[1:]
		next()
	}
	done(job())
	return true
}

func pointers(list []journal.Overview) (all []*journal.Overview) {
	for i := range list {
		all = append(all, &list[i])
	}
	return all
}
