package journal

import (
	"context"
	"maps"
	"slices"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// catalogue is what the shelf needs of an open journal.
type catalogue interface {
	List(f app.Filter) []journal.Overview
	Search(ctx context.Context, typed string, f app.Filter, limit int) ([]*journal.Overview, error)
	Excerpt(id journal.ID, typed string) (string, []app.Span, error)
	ReadQuery(typed string) app.Query
	Later(ctx context.Context) (app.Later, error)
}

// searchAfter is how long the shelf waits for the next key before it searches.
const searchAfter = 150 * time.Millisecond

// excerpted is how many found entries get an excerpt around the match: more than
// anybody looks through before typing another word.
const excerpted = 60

// shelfRow is a line of the list. What lists show of its entry belongs to the journal
// and is never changed.
type shelfRow struct {
	*journal.Overview
	match *match // the line around what was looked for; nil: none
}

type match struct {
	line  string
	found []app.Span // where in the line that stands
}

// shelfState is what the list shows. It is never changed.
type shelfState struct {
	Rows   []shelfRow
	Query  string // as typed
	Asks   app.Query
	Ticked map[journal.ID]bool
	Later  app.Later // what was put off and may be turned to now
	whole  int       // entries in the journal, whatever the filter
	known  bool      // what there is was found out
}

// Narrowed tells whether anything keeps entries from being shown.
func (s shelfState) Narrowed() bool { return !s.Asks.Empty() }

// shelf keeps the list: what is asked for, and the latest answer.
type shelf struct {
	catalogue catalogue
	around
	show func(shelfState)

	state    shelfState
	before   map[journal.ID]bool // ticked before the range that is being made
	found    []shelfRow          // the latest answer
	places   map[journal.ID]int  // of the entries in found
	open     journal.Overview    // the open entry as it is now; ID 0: none
	fresh    bool                // it is a new one
	asked    int                 // number of the latest question
	awaits   bool
	then     func() // once what is asked for is shown
	cancel   context.CancelFunc
	stopType func()
}

func newShelf(c catalogue, a around, show func(shelfState)) *shelf {
	return &shelf{catalogue: c, around: a, show: show, cancel: func() {}, stopType: func() {}}
}

// Type takes the query as it is being typed.
func (s *shelf) Type(query string) {
	s.state.Query, s.awaits, s.then = query, true, nil
	s.stopType()
	s.stopType = s.after(searchAfter, s.ask)
}

// Ask looks for a query at once.
func (s *shelf) Ask(query string) {
	s.state.Query, s.then = query, nil
	s.ask()
}

// ask finds the rows anew, off the main goroutine. An answer to an older
// question is dropped.
func (s *shelf) ask() {
	s.stopType()
	s.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.asked++
	s.awaits = true
	number, query := s.asked, s.state.Query
	s.aside(func() {
		asks := s.catalogue.ReadQuery(query)
		rows, places, whole, err := s.find(ctx, query, asks)
		s.do(func() {
			if number == s.asked {
				s.state.Asks = asks
				s.answer(rows, places, whole, err)
			}
		})
		later, unknown := s.catalogue.Later(ctx)
		cancel()
		s.do(func() {
			if unknown == nil && number == s.asked && later != s.state.Later {
				s.state.Later = later
				s.show(s.state)
			}
		})
	})
}

func (s *shelf) find(ctx context.Context, query string, asks app.Query) ([]shelfRow, map[journal.ID]int, int, error) {
	whole := len(s.catalogue.List(app.Filter{}))
	found, err := s.catalogue.Search(ctx, query, app.Filter{}, 0)
	rows, places := make([]shelfRow, len(found)), make(map[journal.ID]int, len(found))
	for i, o := range found {
		rows[i].Overview, places[o.ID] = o, i
		if asks.Empty() || i >= excerpted || ctx.Err() != nil {
			continue
		}
		if line, spans, err := s.catalogue.Excerpt(o.ID, query); err == nil {
			rows[i].match = &match{line, spans}
		}
	}
	return rows, places, whole, err
}

func (s *shelf) answer(rows []shelfRow, places map[journal.ID]int, whole int, err error) {
	s.awaits = false
	then := s.then
	s.then = nil
	if err != nil {
		s.failed(err)
		return
	}
	s.found, s.places, s.state.whole, s.state.known = rows, places, whole, true
	s.arrange()
	s.show(s.state)
	if then != nil {
		then()
	}
}

// SetOpen lists the open entry as it is being written, before that is kept; one without
// an id is none. A search doesn't find a new one, and keeps what it found in others.
func (s *shelf) SetOpen(o journal.Overview, fresh bool) {
	was := s.open
	fresh = fresh || o.ID == was.ID && s.fresh
	if o.ID == was.ID && o.Title == was.Title && o.Excerpt == was.Excerpt && o.Date == was.Date && fresh == s.fresh {
		return
	}
	s.open, s.fresh = o, fresh
	if s.found != nil {
		s.arrange()
		s.show(s.state)
	}
}

// arrange puts the open entry in its place among those found.
func (s *shelf) arrange() {
	s.state.Rows = s.found
	at, listed := s.places[s.open.ID]
	switch {
	case s.open.ID == 0:
	case listed:
		row, o := s.found[at], *s.found[at].Overview
		row.Overview, o.Title = &o, s.open.Title
		if !s.state.Narrowed() {
			o.Excerpt = s.open.Excerpt
		}
		s.state.Rows = slices.Clone(s.found)
		s.state.Rows[at] = row
	case s.fresh && !s.state.Narrowed():
		o := s.open
		if at = slices.IndexFunc(s.found, func(r shelfRow) bool { return s.open.Before(*r.Overview) }); at < 0 {
			at = len(s.found)
		}
		s.state.Rows = slices.Insert(slices.Clone(s.found), at, shelfRow{Overview: &o})
	}
}

// Then does something once what is asked for is shown.
func (s *shelf) Then(do func()) {
	if !s.awaits {
		do()
		return
	}
	s.then = do
	s.ask()
}

// Toggle ticks an entry or takes the tick away.
func (s *shelf) Toggle(id journal.ID) {
	s.state.Ticked = present.Toggled(s.state.Ticked, id)
	s.show(s.state)
}

// Tick ticks these entries too; with more, in the place of those of the last call.
func (s *shelf) Tick(ids []journal.ID, more bool) {
	if !more {
		s.before = s.state.Ticked
	}
	ticked := make(map[journal.ID]bool, len(s.before)+len(ids))
	maps.Copy(ticked, s.before)
	for _, id := range ids {
		ticked[id] = true
	}
	s.state.Ticked = ticked
	s.show(s.state)
}

// Untick takes every tick away.
func (s *shelf) Untick() {
	s.state.Ticked, s.before = nil, nil
	s.show(s.state)
}

// Ticked gives the ticked entries in the order of the list, and those that it
// does not show behind them.
func (s *shelf) Ticked() []journal.ID {
	var ids, hidden []journal.ID
	for _, r := range s.state.Rows {
		if s.state.Ticked[r.ID] {
			ids = append(ids, r.ID)
		}
	}
	for id := range s.state.Ticked {
		if !slices.Contains(ids, id) {
			hidden = append(hidden, id)
		}
	}
	slices.Sort(hidden)
	return append(ids, hidden...)
}

// row gives a row of the list: it is asked for each that comes into sight.
func (s *shelf) row(id journal.ID) (shelfRow, bool) {
	if at, there := s.places[id]; there && id != s.open.ID {
		return s.found[at], true
	}
	if at := s.at(id); at >= 0 {
		return s.state.Rows[at], true
	}
	return shelfRow{}, false
}

// at gives where in the list an entry stands, or -1.
func (s *shelf) at(id journal.ID) int {
	return slices.IndexFunc(s.state.Rows, func(r shelfRow) bool { return r.ID == id })
}

// beside gives the entry below id in the list, or else the one above; 0 for none.
func (s *shelf) beside(id journal.ID) journal.ID {
	rows := s.state.Rows
	at := s.at(id)
	switch {
	case at < 0:
		return 0
	case at+1 < len(rows):
		return rows[at+1].ID
	case at > 0:
		return rows[at-1].ID
	}
	return 0
}

// Close drops what is still being looked for.
func (s *shelf) Close() {
	s.stopType()
	s.cancel()
	s.asked++
}
