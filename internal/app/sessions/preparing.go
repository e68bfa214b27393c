package sessions

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

// Preparing is what helps to prepare a session: suggestions with their reasons,
// what keeps being carried over, what is parked, and what the last sessions were
// about. All of it is for the writer alone.
type Preparing struct {
	Suggestions []Suggestion
	Often       []supervision.AgendaItem // carried over supervision.AskAfter times or more, the most carried first
	Parked      []supervision.AgendaItem // by id
	Balance     []balance.Share          // of the last BalanceSessions sessions, only what had time
}

// Suggestion is something that may be worth bringing.
type Suggestion struct {
	supervision.Suggestion
	Title string       // of the entry or item it is about, may be empty
	Day   journal.Date // of the entry, empty for none
}

// BalanceSessions is how many sessions the balance looks back on.
const BalanceSessions = 3

// most bounds how many suggestions are made, and how many entries are opened to
// find something good.
const (
	mostSuggested = 6
	mostOpened    = 30
)

// Preparing gives what helps to prepare a session with somebody; 0 is anybody.
// Nothing in it belongs to somebody else.
func (d *Desk) Preparing(with journal.ID) (p Preparing) {
	facts := d.facts()
	today := d.Today()
	b := d.Library().Board()
	p.Often = b.CarriedOver(with, supervision.AskAfter)
	p.Parked = b.Kept(with)
	p.Balance = slices.DeleteFunc(balance.Shares(b.Talked(with, BalanceSessions)), func(s balance.Share) bool { return s.Minutes == 0 })
	for _, s := range b.Suggest(with, facts, today) {
		if len(p.Suggestions) < mostSuggested {
			p.Suggestions = append(p.Suggestions, d.suggestion(b, s))
		}
	}
	return p
}

// suggestion finds what a suggestion is about.
func (d *Desk) suggestion(b *supervision.Board, s supervision.Suggestion) Suggestion {
	about := Suggestion{Suggestion: s}
	if it, err := b.Item(s.Item); err == nil {
		about.Title = it.Title
	}
	if len(s.Entries) > 0 {
		o, _ := d.Library().Overview(s.Entries[0])
		about.Day = o.Date
		if about.Title == "" {
			about.Title = o.Title
		}
	}
	return about
}

// facts gives what a suggestion may know of each entry. Whether something went
// well stands inside, so only the newest are opened.
func (d *Desk) facts() []supervision.EntryFact {
	all := d.List(search.Filter{})
	facts := make([]supervision.EntryFact, len(all))
	for i := range all {
		o, f := &all[i], &facts[i]
		*f = supervision.EntryFact{ID: o.ID, Date: o.Date, Themes: o.Themes, Still: o.Carrying, Flagged: o.Flag != journal.NoFlag}
		if i < mostOpened {
			if e, err := d.Library().Entry(o.ID); err == nil { // a damaged one is told of where it is opened
				f.Good = e.Impact.Affect != nil && e.Impact.Affect.Valence > 0
			}
		}
	}
	return facts
}

// Unpark puts a parked item among what waits. It gives fault.NotFound, or
// fault.Conflict unless it is parked, and can be undone.
func (d *Desk) Unpark(item journal.ID) error {
	return d.Change(supervision.Unpark(item))
}
