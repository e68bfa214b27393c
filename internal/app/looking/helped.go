package looking

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// HelpedBy says where the writer noted that something helped.
type HelpedBy string

// Where it was noted.
const (
	ActionWorked HelpedBy = "action"  // an action that worked
	WorkedPartly HelpedBy = "partly"  // one that worked in part
	InSession    HelpedBy = "session" // what helped in a session
	KeptInMind   HelpedBy = "keep"    // what to keep, in an entry on good work
)

// Helped is something of which the writer noted that it helped.
type Helped struct {
	Text  string
	Kind  HelpedBy
	Day   journal.Date
	With  string     // with whom the session was, for InSession
	Entry journal.ID // for KeptInMind
}

// MostHelped is how many things are listed that helped: the latest say most.
const MostHelped = 8

// kept returns what an entry on good work says to keep; none where it says nothing, or
// can't be read, which is said elsewhere.
func (d *Desk) kept(o journal.Overview) (h Helped, found bool) {
	e, err := d.Library().Entry(o.ID)
	if err != nil {
		return h, false
	}
	for _, s := range e.Sections {
		if s.Key == "keep" && !journal.Blank(s.Text) {
			return Helped{Text: journal.Excerpt(s.Text, journal.ExcerptRunes), Day: o.Date, Kind: KeptInMind, Entry: o.ID}, true
		}
	}
	return h, false
}

func (c *counting) keep(h Helped, found bool) {
	if found {
		c.kept = append(c.kept, h)
	}
}

// helped gathers what helped in the time looked at, the latest first.
func (c *counting) helped(b *supervision.Board) {
	all := c.kept
	for _, a := range b.Actions(func(a supervision.Action) bool { return a.State == supervision.Done && c.within(a.DoneOn) }) {
		switch a.DidItWork {
		case supervision.ItWorked:
			all = append(all, Helped{Text: a.Text, Kind: ActionWorked, Day: a.DoneOn})
		case supervision.WorkedInPart:
			all = append(all, Helped{Text: a.Text, Kind: WorkedPartly, Day: a.DoneOn})
		}
	}
	for _, s := range b.Sessions(func(s supervision.Session) bool {
		return c.within(journal.DateOf(s.When())) && !journal.Blank(s.WhatHelped)
	}) {
		day := journal.DateOf(s.When())
		with, _ := b.Relationship(s.With) // with nobody in particular, it has no name
		all = append(all, Helped{Text: journal.Excerpt(s.WhatHelped, journal.ExcerptRunes), Kind: InSession, Day: day, With: with.Name})
	}
	slices.SortStableFunc(all, func(a, b Helped) int { return strings.Compare(string(b.Day), string(a.Day)) })
	c.Helped = all[:min(len(all), MostHelped)]
}

func (c *counting) within(day journal.Date) bool { return day >= c.From && day <= c.To }

// AroundDays is how many days before and after a session are compared.
const AroundDays = 28

// Around is how entries on a theme were marked in the weeks before and after a
// session in which it was talked about. Many things happen in these weeks; it says
// nothing of why.
type Around struct {
	Theme         journal.ThemeID
	Name          string
	Day           journal.Date // of the session
	With          string       // may be empty
	Before, After Mean         // how hard they hit
}

// around compares the weeks around each session, for themes that have entries on
// both sides, the latest session first.
func (c *counting) around(b *supervision.Board, where *time.Location) {
	for _, s := range b.Sessions(func(s supervision.Session) bool {
		return s.State == supervision.Closed && c.within(journal.DateOf(s.When().In(where)))
	}) {
		day := journal.DateOf(s.When().In(where))
		with, _ := b.Relationship(s.With)
		for _, id := range c.talkedAbout(b, s) {
			a := Around{Theme: id, Name: c.themes.Name(id), Day: day, With: with.Name}
			for _, o := range c.by[id].latest {
				a.count(o)
			}
			if a.Before.Entries > 0 && a.After.Entries > 0 {
				c.Around = append(c.Around, a)
			}
		}
	}
}

func (a *Around) count(o journal.Overview) {
	n, marked := o.Hit.Value()
	switch days := a.Day.DaysUntil(o.Date); {
	case !marked:
	case days < 0 && days >= -AroundDays:
		a.Before.add(n)
	case days > 0 && days <= AroundDays:
		a.After.add(n)
	}
}

// talkedAbout returns the themes of what was discussed in a session, of which there
// are entries: those of the items, or else of the entries that they came from.
func (c *counting) talkedAbout(b *supervision.Board, s supervision.Session) (themes []journal.ThemeID) {
	for _, it := range b.Items(func(it supervision.AgendaItem) bool { return discussedIn(it, s.ID) }) {
		ids := it.Themes
		for _, t := range c.by {
			if len(it.Themes) == 0 && t.on(it.Entries) {
				ids = append(ids, t.ID)
			}
		}
		for _, id := range c.themes.Distinct(ids) {
			if c.by[id] != nil && !slices.Contains(themes, id) {
				themes = append(themes, id)
			}
		}
	}
	slices.Sort(themes)
	return themes
}

// on reports whether one of the entries has the theme.
func (t Theme) on(entries []journal.ID) bool {
	return slices.ContainsFunc(t.latest, func(o journal.Overview) bool { return slices.Contains(entries, o.ID) })
}

func discussedIn(it supervision.AgendaItem, session journal.ID) bool {
	if it.Outcome != nil && it.Outcome.Session == session {
		return true
	}
	return slices.ContainsFunc(it.Earlier, func(o supervision.Outcome) bool { return o.Session == session })
}
