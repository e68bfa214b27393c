// Package alliance is the supervisory alliance as a person has it: agreements made,
// signed and looked at again, goals, how it goes with somebody, what helped, who is there
// for what, and parting.
package alliance

import (
	"slices"
	"strings"

	"aftershift/internal/alliance"
	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Desk is an open journal as far as the alliance goes. Its methods may be called from any
// goroutine.
type Desk struct{ core.Core }

// New returns the desk for the alliance.
func New(c core.Core) *Desk { return &Desk{c} }

// Between is all that stands between the writer and somebody.
type Between struct {
	alliance.Contact
	For         []alliance.Help       // what they are there for
	Agreement   alliance.Agreement    // in force; ID 0: none
	Versions    []alliance.Agreement  // all there were, the latest first
	Goals       []alliance.Goal       // aimed at first
	Evaluations []alliance.Evaluation // the latest first
	Served      alliance.Served       // what the log says since the last of them
	Loose       alliance.Loose        // what is open
	ToEvaluate  bool                  // it is time to look at how it goes
	Sessions    []supervision.Session // planned, the soonest first
	Audience    supervision.Audience  // whom papers for them are for
	Today       journal.Date
}

// ToReview is something that is due to be looked at again.
type ToReview struct {
	With      supervision.Relationship
	Agreement alliance.Agreement // ID 0: it isn't an agreement
	Goal      alliance.Goal      // ID 0: it isn't a goal
}

// NetworkMap returns who is there for what, and where that is thin.
func (d *Desk) NetworkMap() alliance.Map { return alliance.MapOf(d.Library().Board(), d.Today()) }

// Between returns what stands between the writer and somebody, put away or not. It gives
// fault.NotFound.
func (d *Desk) Between(with journal.ID) (is Between, err error) {
	b, today := d.Library().Board(), d.Today()
	r, err := b.Relationship(with)
	if err != nil {
		return is, err
	}
	is = Between{Contact: alliance.ContactOf(b, r, today), Today: today, Audience: r.UsualAudience()}
	is.For = alliance.For(r, is.Tie)
	is.Versions, is.Goals, is.Evaluations = alliance.Versions(b, with), alliance.Goals(b, with), alliance.Evaluations(b, with)
	is.Agreement, _ = alliance.InForce(b, with)
	is.Served = alliance.ServedBy(b, with, alliance.Since(b, with, today), today)
	is.Loose, is.ToEvaluate = alliance.LooseWith(b, with), alliance.ToEvaluate(b, with, today)
	for _, s := range is.Loose.Sessions {
		is.Sessions = append([]supervision.Session{s}, is.Sessions...)
	}
	return is, nil
}

// AllianceDue returns what is due to be looked at again with those who aren't put away:
// agreements, goals, and how it goes, by their names.
func (d *Desk) AllianceDue() (all []ToReview) {
	b, today := d.Library().Board(), d.Today()
	for _, r := range b.Relationships() {
		if r.Archived {
			continue
		}
		if a, holds := alliance.InForce(b, r.ID); holds && a.Due(today) {
			all = append(all, ToReview{With: r, Agreement: a})
		}
		for _, g := range alliance.Goals(b, r.ID) {
			if g.Due(today) {
				all = append(all, ToReview{With: r, Goal: g})
			}
		}
		if alliance.ToEvaluate(b, r.ID, today) {
			all = append(all, ToReview{With: r})
		}
	}
	return all
}

// SetHelp says what somebody is there for, and whether they are of work. It gives
// fault.NotFound and fault.Invalid, and can be undone.
func (d *Desk) SetHelp(with journal.ID, what []alliance.Help, outside bool) error {
	return d.tie("undo.set_help", with, func(t alliance.Tie) alliance.Tie {
		t.For, t.Outside = slices.Clone(what), outside
		return t
	})
}

// Talked says that both talked today, outside a session. It gives fault.NotFound, and can
// be undone.
func (d *Desk) Talked(with journal.ID) error {
	return d.tie("undo.talked", with, func(t alliance.Tie) alliance.Tie {
		t.Talked = d.Today()
		return t
	})
}

// SetBest keeps how one works best with somebody. It gives fault.NotFound and
// fault.Invalid, and can be undone.
func (d *Desk) SetBest(with journal.ID, words string) error {
	return d.tie("undo.set_best", with, func(t alliance.Tie) alliance.Tie {
		t.Best = strings.TrimSpace(words)
		return t
	})
}

func (d *Desk) tie(label string, with journal.ID, to func(alliance.Tie) alliance.Tie) error {
	_, err := d.Make(func(id journal.ID) supervision.Op { return alliance.PutTie(label, with, id, to) })
	return err
}

// Part ends what was agreed with somebody, lets go what was aimed at, and puts them away,
// in one step; what is to do and what was carried over stays with the writer. It gives
// fault.NotFound, and fault.Conflict while a session with them is planned; it can be
// undone.
func (d *Desk) Part(with journal.ID) error { return d.Change(alliance.Part(with, d.Today())) }
