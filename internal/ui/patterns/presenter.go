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
	Do(job func() error, done func(error)) bool
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
	read    bool // state is what was read
}

func newPresenter(b book, do func(func()), show func(State), failed func(error)) *presenter {
	p := &presenter{show: show, failed: failed, state: State{Period: periods[1]}}
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	p.reading = present.NewReading(b.Do, do, func() func() State {
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
	p.state, p.read = next, true
	p.show(next)
}

// Look counts other weeks, or one theme alone.
func (p *presenter) Look(period int, theme journal.ThemeID) {
	p.state.Period, p.state.Theme = period, theme
	p.Refresh()
}
