package back

import (
	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// book is what the presenter needs of an open journal.
type book interface {
	Do(job func() error, done func(error)) bool
	LookBack(theme journal.ThemeID) app.Past
	Themes() journal.Themes
}

// State is what the page shows. It is never changed, only replaced.
type State struct {
	app.Past
	Theme  journal.ThemeID // of which alone entries are shown; "" for all
	Themes journal.Themes
	Day    journal.Date // the day one is at
	Until  journal.Date // the last day of the year that is shown
}

// shownWeeks is how many weeks the year shows: with the present one, all months of
// a year.
const shownWeeks = 53

// first returns the first day of the year that is shown.
func (s State) first() journal.Date { return s.Until.AddDays(1 - 7*shownWeeks) }

// last returns the last day that one can go to: the end of the month of today, or of
// the last session that is planned.
func (s State) last() journal.Date {
	last := s.Today
	for day := range s.Sessions {
		last = max(last, day)
	}
	return endOfMonth(last)
}

// earliest returns the first day that one can go to: a year back, or as far as
// anything was written.
func (s State) earliest() journal.Date {
	return min(beginOfMonth(s.First), s.Today.AddDays(1-7*shownWeeks))
}

func beginOfMonth(day journal.Date) journal.Date { return day.AddDays(1 - day.Time().Day()) }

func endOfMonth(day journal.Date) journal.Date {
	return journal.DateOf(beginOfMonth(day).Time().AddDate(0, 1, -1))
}

// presenter decides what the page shows. It belongs to the main goroutine, to which
// do brings what comes back from the journal.
type presenter struct {
	book       book
	fromSunday bool
	show       func(State)
	state      State
	reading    *present.Reading[State]
	read       bool // state is what was read
}

func newPresenter(b book, do func(func()), fromSunday bool, show func(State)) *presenter {
	p := &presenter{book: b, fromSunday: fromSunday, show: show}
	p.reading = present.NewReading(b.Do, do, func() func() State {
		theme := p.state.Theme
		return func() State { return State{Past: b.LookBack(theme), Theme: theme, Themes: b.Themes()} }
	}, p.arrived)
	return p
}

// Refresh reads what was written, off the main goroutine, and shows it.
func (p *presenter) Refresh() { p.reading.Again() }

// arrived takes what was read, at the day where one was; the first time that is
// today. Where the day has changed meanwhile, whoever was at today still is.
func (p *presenter) arrived(next State) {
	was := p.state
	p.state = next
	switch {
	case !p.read || was.Day == was.Today:
		p.at(next.Today)
	default:
		p.at(was.Day)
	}
	p.read = true
	p.show(p.state)
}

// Go goes to a day, or as far as one can.
func (p *presenter) Go(day journal.Date) {
	p.at(day)
	p.show(p.state)
}

// Month goes by so many months, to the same day of that month or its last.
func (p *presenter) Month(by int) {
	begin := beginOfMonth(p.state.Day)
	month := journal.DateOf(begin.Time().AddDate(0, by, 0))
	p.Go(min(month.AddDays(p.state.Day.Time().Day()-1), endOfMonth(month)))
}

// Year goes by so many of the years that are shown at once.
func (p *presenter) Year(by int) {
	days := by * 7 * (shownWeeks - 1)
	day := min(p.state.Day, p.state.Until)
	p.state.Until = p.state.Until.AddDays(days)
	p.Go(day.AddDays(days))
}

// at moves the state to a day, and the year that is shown with it.
func (p *presenter) at(day journal.Date) {
	s := &p.state
	s.Day = min(max(day, s.earliest()), s.last())
	if s.Until == "" {
		s.Until = p.endOfWeek(s.Today)
	}
	for s.Day < s.first() {
		s.Until = s.Until.AddDays(-7 * (shownWeeks - 1))
	}
	for s.Day > s.Until && s.Until < s.Today {
		s.Until = s.Until.AddDays(7 * (shownWeeks - 1))
	}
	s.Until = min(s.Until, p.endOfWeek(s.Today))
}

// Filter shows entries on a theme alone; "" for all.
func (p *presenter) Filter(theme journal.ThemeID) {
	p.state.Theme = theme
	p.Refresh()
}

func (p *presenter) endOfWeek(day journal.Date) journal.Date { return day.AddDays(6 - p.column(day)) }

// column returns the place of a day in its week, from 0.
func (p *presenter) column(day journal.Date) int {
	n := int(day.Time().Weekday())
	if !p.fromSunday {
		n = (n + 6) % 7
	}
	return n
}
