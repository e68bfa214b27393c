package patterns

import (
	"context"
	"errors"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Ready(ctx context.Context) error
	Patterns(ctx context.Context, weeks int, theme journal.ThemeID) (app.Patterns, error)
	Themes() journal.Themes
}

// periods are how many weeks can be looked at.
var periods = []int{13, 26, 52}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	app.Patterns
	Period int             // weeks, one of periods
	Theme  journal.ThemeID // of which alone entries are counted; "" for all
	Themes journal.Themes
	err    error
}

// presenter decides what the page shows. It belongs to the main goroutine, to which
// do brings what comes back from the journal.
type presenter struct {
	show    func(State)
	failed  func(error)
	state   State
	reading *present.Reading[State]
	stop    context.CancelFunc
	read    bool   // state is what was read
	whole   func() // counts again once all texts are open
}

// newPresenter returns a presenter that has read nothing. aside runs what it is given on
// another goroutine, past the journal's own jobs: counting holds up none of them.
func newPresenter(b book, aside, do func(func()), show func(State), failed func(error)) *presenter {
	p := &presenter{show: show, failed: failed, state: State{Period: periods[1]}}
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	p.whole = func() {
		aside(func() {
			if b.Ready(ctx); ctx.Err() == nil {
				do(p.Refresh)
			}
		})
	}
	beside := func(job func() error, done func(error)) bool {
		aside(func() { done(job()) })
		return true
	}
	p.reading = present.NewReading(beside, do, func() func() State {
		next := State{Period: p.state.Period, Theme: p.state.Theme}
		return func() State {
			next.Patterns, next.err = b.Patterns(ctx, next.Period, next.Theme)
			next.Themes = b.Themes()
			return next
		}
	}, p.arrived)
	return p
}

// Refresh counts anew, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

func (p *presenter) arrived(next State) {
	switch {
	case errors.Is(next.err, fault.Cancelled): // the page was closed meanwhile
		return
	case next.err != nil:
		p.failed(next.err)
		return
	}
	next.Period, next.Theme = p.state.Period, p.state.Theme // asked for meanwhile, and read next
	first := !p.read
	p.state, p.read = next, true
	p.show(next)
	if first && !next.Whole {
		p.whole()
	}
}

// Look counts other weeks, or one theme alone.
func (p *presenter) Look(period int, theme journal.ThemeID) {
	p.state.Period, p.state.Theme = period, theme
	p.Refresh()
}
