package sessions

import (
	"cmp"
	"strings"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Plan is what it takes to plan a session.
type Plan struct {
	Session journal.ID // 0 for a new one
	Start   time.Time
	Minutes int                          // 0 for what is usual with the person, or UsualSessionMinutes
	Name    string                       // with whom; a new name makes a new relationship
	Kind    supervision.RelationshipKind // of a new relationship; "" for a clinical supervisor
	// Beforehand is a line for oneself: what one dreads or hopes. It is in no paper. nil
	// leaves what stands there.
	Beforehand *string
}

// UsualSessionMinutes is a session's length when nothing is said.
const UsualSessionMinutes = 60

// PlanSession plans a new session, or changes when, how long and with whom a
// planned one is. A new one begins with the standing items that were agreed with
// the person. It gives the session's id; fault.Invalid without a name or with a
// start that is no time. It can be undone.
func (d *Desk) PlanSession(p Plan) (journal.ID, error) {
	p.Name = strings.Join(strings.Fields(p.Name), " ")
	if p.Name == "" {
		return 0, fault.New(fault.Invalid, "plan session: with whom")
	}
	ids, err := d.NewIDs(2 + len(supervision.StandingKinds()))
	if err != nil {
		return 0, err
	}
	made := p.Session
	if made == 0 {
		made = ids[1]
	}
	return made, d.Change(supervision.Batch("undo.plan_session", func(b *supervision.Edit) error {
		with, err := d.meet(b, &p, ids[0])
		switch {
		case err != nil:
			return err
		case p.Session != 0:
			err = replan(b, p, with)
		default:
			err = d.planned(b, supervision.Session{ID: made, With: with, Start: p.Start, Minutes: p.Minutes}, ids[2:])
		}
		if err != nil {
			return err
		}
		return beforehand(b, made, p.Beforehand)
	}))
}

// planned plans a new session with the standing items that were agreed.
func (d *Desk) planned(b *supervision.Edit, s supervision.Session, ids []journal.ID) error {
	if err := b.Do(supervision.PlanSession(s)); err != nil {
		return err
	}
	return d.agreed(b, s.ID, s.With, ids)
}

// beforehand keeps the line for oneself of a session, unless there is nothing to change.
func beforehand(b *supervision.Edit, session journal.ID, words *string) error {
	s, err := b.Session(session)
	if err != nil || words == nil || strings.TrimSpace(*words) == s.Beforehand {
		return err
	}
	s.Beforehand = strings.TrimSpace(*words)
	return b.Do(supervision.EditSession(s))
}

// meet finds the person of the plan's name, or makes a relationship. Where the
// plan says no length, it gets the usual one.
func (d *Desk) meet(b *supervision.Edit, p *Plan, newID journal.ID) (with journal.ID, err error) {
	for _, r := range b.Relationships() {
		if strings.EqualFold(r.Name, p.Name) {
			p.Minutes = cmp.Or(p.Minutes, r.UsualMinutes, UsualSessionMinutes)
			return r.ID, nil
		}
	}
	p.Minutes = cmp.Or(p.Minutes, UsualSessionMinutes)
	if p.Kind == "" {
		p.Kind = supervision.ClinicalSupervisor
	}
	return newID, b.Do(supervision.AddRelationship(supervision.Relationship{
		ID: newID, Name: p.Name, Kind: p.Kind, UsualMinutes: p.Minutes, Since: d.Today(),
	}))
}

// agreed puts what every agenda with a person starts with on that of a session.
func (d *Desk) agreed(b *supervision.Edit, session, with journal.ID, ids []journal.ID) error {
	r, err := b.Relationship(with)
	if err != nil {
		return err
	}
	return d.stand(b, session, r.Standing, ids)
}

// replan changes when, how long and with whom a planned session is.
func replan(b *supervision.Edit, p Plan, with journal.ID) error {
	s, err := b.Session(p.Session)
	if err == nil && s.With != with {
		err = b.Do(supervision.ChangeSupervisor(p.Session, with))
	}
	if err == nil {
		err = b.Do(supervision.MoveSession(p.Session, p.Start))
	}
	if err != nil {
		return err
	}
	if s, err = b.Session(p.Session); err != nil || s.Minutes == p.Minutes {
		return err
	}
	s.Minutes = p.Minutes
	return b.Do(supervision.EditSession(s))
}
