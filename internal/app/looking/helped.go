package looking

import (
	"cmp"
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
func (d *Desk) kept(o *journal.Overview) (h Helped, found bool) {
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
	talked := c.talkedAbout(b)
	for _, s := range b.Sessions(func(s supervision.Session) bool {
		return s.State == supervision.Closed && c.within(journal.DateOf(s.When().In(where)))
	}) {
		day := journal.DateOf(s.When().In(where))
		with, _ := b.Relationship(s.With)
		for _, id := range talked[s.ID] {
			a := Around{Theme: id, Name: c.themes.Name(id), Day: day, With: with.Name}
			for _, o := range c.by[id].around(day) {
				a.count(o)
			}
			if a.Before.Entries > 0 && a.After.Entries > 0 {
				c.Around = append(c.Around, a)
			}
		}
	}
}

// around gives the theme's entries of AroundDays before and after a day.
func (t *Theme) around(day journal.Date) []*journal.Overview {
	until := func(d journal.Date) int { // latest begins with the latest
		at, _ := slices.BinarySearchFunc(t.latest, d, func(o *journal.Overview, d journal.Date) int { return cmp.Compare(d, o.Date) })
		return at
	}
	return t.latest[until(day.AddDays(AroundDays)):until(day.AddDays(-AroundDays-1))]
}

func (a *Around) count(o *journal.Overview) {
	n, marked := o.Hit.Value()
	switch days := a.Day.DaysUntil(o.Date); {
	case !marked:
	case days < 0 && days >= -AroundDays:
		a.Before.add(n)
	case days > 0 && days <= AroundDays:
		a.After.add(n)
	}
}

// talkedAbout returns by session the themes of what was discussed there, once each, of
// which there are entries.
func (c *counting) talkedAbout(b *supervision.Board) map[journal.ID][]journal.ThemeID {
	in := map[journal.ID][]journal.ThemeID{}
	for _, it := range b.Items(nil) {
		themes := c.themesOf(it)
		for _, o := range it.Outcomes() {
			in[o.Session] = append(in[o.Session], themes...)
		}
	}
	for session, themes := range in {
		slices.Sort(themes)
		in[session] = slices.Compact(themes)
	}
	return in
}

// themesOf returns those themes of an item of which there are entries, or of the
// entries that it came from where it has none.
func (c *counting) themesOf(it supervision.AgendaItem) []journal.ThemeID {
	ids := it.Themes
	if len(ids) == 0 {
		for _, entry := range it.Entries {
			ids = append(ids, c.on[entry]...)
		}
	}
	return slices.DeleteFunc(c.themes.Distinct(ids), func(id journal.ThemeID) bool { return c.by[id] == nil })
}
