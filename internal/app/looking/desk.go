// Package looking is looking back on what was written: the days and how hard they
// were, what came about this time before, what is still carried, and what repeats
// over months. It counts what the writer marked and judges nothing; nothing here is
// kept or leaves the journal.
package looking

import (
	"cmp"
	"slices"

	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
)

// Desk is an open journal as far as looking back goes. Its methods may be called
// from any goroutine, and read without the disk but for Patterns.
type Desk struct{ core.Core }

// New returns the desk for looking back.
func New(c core.Core) *Desk { return &Desk{c} }

// Past is what was written, as one looks back from today.
type Past struct {
	Today journal.Date
	First journal.Date // the day of the earliest entry; Today where there is none
	// Days are the entries about each day, those of a day newest first.
	Days map[journal.Date][]journal.Overview // of the list that LookBack read, to be read alone
	// Sessions are the days of sessions, held or planned.
	Sessions map[journal.Date]bool
	Again    []Again
	Carrying []*journal.Overview // still carried, the heaviest first
}

// Again is an entry about a day that comes round: some months or years ago.
type Again struct {
	journal.Overview
	Months int // ago: 1, 3, 6, or twelve for each year
}

// WeekFromSunday reports whether weeks begin on Sunday where this journal is
// written: there, dates are written with the month first.
func (d *Desk) WeekFromSunday() bool { return d.App().MonthFirst() }

// LookBack returns what was written, on a theme alone where one is given.
func (d *Desk) LookBack(theme journal.ThemeID) Past {
	p := Past{Today: d.Today(), Days: map[journal.Date][]journal.Overview{}, Sessions: map[journal.Date]bool{}}
	p.First = p.Today
	list := d.List(search.Filter{Theme: theme})
	var carried [journal.MaxLevel + 1][]*journal.Overview // by how much
	begin := 0
	for i := range list {
		o := &list[i]
		if i+1 == len(list) || list[i+1].Date != o.Date {
			p.Days[o.Date] = list[begin : i+1 : i+1]
			begin, p.First = i+1, min(p.First, o.Date)
		}
		n := mark(o.Carrying)
		carried[n] = append(carried[n], o)
	}
	slices.Reverse(carried[1:])
	p.Carrying = slices.Concat(carried[1:]...)
	for _, s := range d.Library().Board().Sessions(func(s supervision.Session) bool { return s.Reason == "" }) {
		p.Sessions[journal.DateOf(s.When().In(d.Now().Location()))] = true
	}
	p.Again = p.again()
	return p
}

// mark returns a level's number, 0 where none is given.
func mark(l journal.Level) int { n, _ := l.Value(); return n }

// Hardest returns the hardest mark among entries; none where none has one.
func Hardest(entries []journal.Overview) (hardest journal.Level) {
	for _, o := range entries {
		if n, given := o.Hit.Value(); given {
			if most, any := hardest.Value(); !any || n > most {
				hardest = o.Hit
			}
		}
	}
	return hardest
}

// around is how many days an entry may lie from the day that comes round: hardly
// anybody writes on the very day.
const around = 3

// again finds the entries nearest to one, three and six months and to each year
// ago.
func (p Past) again() (all []Again) {
	seen := map[journal.ID]bool{}
	for _, months := range p.rounds() {
		day := Ago(p.Today, months)
		for _, off := range []int{0, -1, 1, -2, 2, -around, around} {
			entries := p.Days[day.AddDays(off)]
			if len(entries) == 0 {
				continue
			}
			hardest := slices.MaxFunc(entries, func(a, b journal.Overview) int { return cmp.Compare(mark(a.Hit), mark(b.Hit)) })
			if !seen[hardest.ID] {
				seen[hardest.ID] = true
				all = append(all, Again{hardest, months})
			}
			break
		}
	}
	return all
}

// rounds are the months ago that are looked at, as far back as anything was
// written.
func (p Past) rounds() []int {
	rounds := []int{1, 3, 6}
	for months := 12; Ago(p.Today, months).AddDays(around) >= p.First && months <= 12*60; months += 12 {
		rounds = append(rounds, months)
	}
	return rounds
}

// Ago returns the day so many months before day, or the last of that month where it
// has no such day.
func Ago(day journal.Date, months int) journal.Date {
	t := day.Time()
	first := t.AddDate(0, -months, 1-t.Day())
	last := first.AddDate(0, 1, -1).Day()
	return journal.DateOf(first.AddDate(0, 0, min(t.Day(), last)-1))
}
