package supervision

import (
	"slices"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

// State is what the page shows. It is never changed, only replaced.
type State struct {
	Waiting []Line
	Ticked  map[journal.ID]bool // items that go on the agenda together
	Flagged int                 // lines that come from a flagged entry
	Carried int                 // lines that were on an agenda before

	Agenda  app.Agenda
	Planned bool // whether there is an Agenda
	Gap     supervision.Function
	Others  []Meeting // other sessions that are planned
	Missed  []Meeting // planned for a day that has gone by
	Past    []Meeting // held or called off with whom the agenda is, the latest first
	All     bool      // what belongs to sessions with others shows too
	Hidden  int       // lines and past sessions that don't show because they belong to others
	People  []supervision.Relationship
	Group   app.GroupView // the one that the agenda is for, else the first; ID 0: none

	Preparing app.Preparing
	Helped    []app.Practice // what helped before with a theme of the agenda, or of what waits while there is none
}

// Line is one line of what waits. From is when the session was that it was
// carried over from, zero for none; Theme is what it is grouped by, where it
// wasn't carried over.
type Line struct {
	app.Waiting
	From  time.Time
	Theme journal.ThemeID
}

// ID gives the item's id, or the entry's where there is no item yet.
func (l Line) ID() journal.ID {
	if l.Item.ID != 0 {
		return l.Item.ID
	}
	return l.Entry.ID
}

// Meeting is a session and the name of whom it is with.
type Meeting struct {
	supervision.Session
	Name string
}

// ticked gives the ticked items in the order in which they wait.
func (s State) ticked() (ids []journal.ID) {
	for _, l := range s.Waiting {
		if s.Ticked[l.ID()] {
			ids = append(ids, l.ID())
		}
	}
	return ids
}

// name gives the name of somebody one has supervision with, "" for nobody.
func (s State) name(id journal.ID) string {
	for _, r := range s.People {
		if r.ID == id {
			return r.Name
		}
	}
	return ""
}

// line returns a line of what waits by its ID, and whether it is there.
func (s State) line(id journal.ID) (Line, bool) {
	for _, l := range s.Waiting {
		if l.ID() == id {
			return l, true
		}
	}
	return Line{}, false
}

// item returns an item of the agenda and its place, from 0; -1 for one that isn't on
// it.
func (s State) item(id journal.ID) (supervision.AgendaItem, int) {
	for i, it := range s.Agenda.Items {
		if it.ID == id {
			return it, i
		}
	}
	return supervision.AgendaItem{}, -1
}

// reading is a State in the making: what the board says at one moment.
type reading struct {
	book   book
	chosen journal.ID // the session that the user looks at, 0 for the next one
	with   journal.ID // for whom it reads: whom the agenda is with, 0 for everybody
	passed map[journal.ID]bool
	names  map[journal.ID]string
	starts map[journal.ID]time.Time
	State
}

// read gives the state as the journal has it now. It runs off the main goroutine.
// all takes in what belongs to sessions with others than whom the agenda is with.
func read(b book, chosen journal.ID, all bool, passed map[journal.ID]bool) State {
	r := &reading{
		book: b, chosen: chosen, passed: passed, State: State{All: all},
		names: map[journal.ID]string{}, starts: map[journal.ID]time.Time{},
	}
	r.People = b.Relationships()
	for _, p := range r.People {
		r.names[p.ID] = p.Name
	}
	sessions := b.Sessions()
	for _, s := range sessions {
		r.starts[s.ID] = s.When()
	}
	for _, s := range b.Missed() {
		r.Missed = append(r.Missed, r.meeting(s))
	}
	r.readAgenda()
	if !all {
		r.with = r.Agenda.With.ID
	}
	r.readWaiting()
	r.readOthers(sessions)
	r.readPast()
	for _, g := range b.Groups() {
		if r.Group.ID == 0 || g.With == r.Agenda.With.ID {
			r.Group = g
		}
	}
	r.Preparing = b.Preparing(r.with)
	r.Helped = b.HelpedWith(r.themed())
	return r.State
}

// themed returns what is to be talked about: the agenda, or what waits for one.
func (r *reading) themed() []supervision.AgendaItem {
	if len(r.Agenda.Items) > 0 {
		return r.Agenda.Items
	}
	var all []supervision.AgendaItem
	for _, l := range r.Waiting {
		it := l.Item
		it.Themes = slices.Concat(it.Themes, l.Entry.Themes)
		all = append(all, it)
	}
	return all
}

// meeting adds to a session the name of whom it is with; "" where nobody is known.
func (r *reading) meeting(s supervision.Session) Meeting { return Meeting{s, r.names[s.With]} }

// readWaiting puts what waits in order: what is ready, by theme, what needs
// words, and what was carried over, by the session it comes from.
func (r *reading) readWaiting() {
	var ready, wanting, carried []Line
	basket := r.book.BasketFor(r.with)
	r.Hidden = len(r.book.BasketFor(0)) - len(basket)
	for _, w := range basket {
		l := Line{Waiting: w}
		if w.Entry.ID != 0 {
			r.Flagged++
		}
		if n := len(w.Item.CarriedFrom); n > 0 {
			r.Carried++
			l.From = r.starts[w.Item.CarriedFrom[n-1]]
			carried = append(carried, l)
		} else if w.NeedsWords() {
			wanting = append(wanting, l)
		} else {
			ready = append(ready, l)
		}
	}
	r.Waiting = slices.Concat(byTheme(ready), wanting, bySession(carried))
}

// byTheme puts lines about the same theme together, and keeps the order
// otherwise.
func byTheme(lines []Line) (grouped []Line) {
	var items []supervision.AgendaItem
	of := map[journal.ID]Line{}
	for _, l := range lines {
		items = append(items, l.Item)
		of[l.Item.ID] = l
	}
	for _, group := range balance.ByTheme(items) {
		for _, it := range group.Items {
			l := of[it.ID]
			l.Theme = group.Theme
			grouped = append(grouped, l)
		}
	}
	return grouped
}

// readAgenda reads the agenda of the chosen session while items can still be put on it,
// else that of the next session. Where none is planned Agenda stays empty.
func (r *reading) readAgenda() {
	a, err := r.book.Agenda(r.chosen)
	r.Planned = err == nil && a.Session.Live()
	if !r.Planned {
		a, r.Planned = r.book.NextAgenda()
	}
	if !r.Planned {
		return
	}
	r.Agenda = a
	r.Gap = r.gap()
}

// gapOrder is which of the functions is asked about first. What teaches is what
// is left out most easily.
var gapOrder = []supervision.Function{supervision.Educational, supervision.Supportive, supervision.Administrative}

// gap gives the function that is worth asking about: none while the agenda is
// empty, or where the user has said "not this time".
func (r *reading) gap() supervision.Function {
	id := r.Agenda.Session.ID
	gaps, err := r.book.Gaps(id)
	if err != nil || len(r.Agenda.Items) == 0 || r.passed[id] {
		return ""
	}
	for _, f := range gapOrder {
		if slices.Contains(gaps, f) && !slices.ContainsFunc(r.Agenda.Items, func(it supervision.AgendaItem) bool { return wants(it, f) }) {
			return f
		}
	}
	return ""
}

// wants tells whether an item that was not sorted still serves the function, by
// what its writer wants from it.
func wants(it supervision.AgendaItem, f supervision.Function) bool {
	switch it.Want {
	case supervision.WantLearning:
		return f == supervision.Educational
	case supervision.WantHearing, supervision.WantCelebrate:
		return f == supervision.Supportive
	}
	return false
}

// readPast gives the sessions that are over.
func (r *reading) readPast() {
	past := r.book.Past(r.with)
	r.Hidden += len(r.book.Past(0)) - len(past)
	for _, s := range past {
		r.Past = append(r.Past, r.meeting(s))
	}
}

// readOthers gives the other sessions that are to come, the earliest first.
func (r *reading) readOthers(sessions []supervision.Session) {
	missed := map[journal.ID]bool{}
	for _, m := range r.Missed {
		missed[m.ID] = true
	}
	for _, s := range sessions {
		switch {
		case r.Planned && s.ID == r.Agenda.Session.ID || missed[s.ID]:
		case s.Live():
			r.Others = append([]Meeting{r.meeting(s)}, r.Others...)
		}
	}
}

// bySession groups carried lines by the session they come from, the latest
// first, and keeps the order within.
func bySession(lines []Line) []Line {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(x, y Line) int { return y.From.Compare(x.From) })
	return sorted
}
