package sessions

import (
	"cmp"
	"slices"
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
	return made, d.Change(func(b *supervision.Board) (supervision.Change, error) {
		return together(b, "plan_session", func(with *journal.ID) []operation {
			return []operation{
				func() (supervision.Change, error) { return d.meet(b, &p, ids[0], with) },
				func() (supervision.Change, error) { return arrange(b, p, made, *with) },
				func() (supervision.Change, error) { return d.agreed(b, p, made, *with, ids[2:]) },
				func() (supervision.Change, error) { return move(b, p, *with) },
				func() (supervision.Change, error) { return length(b, p) },
			}
		})
	})
}

type operation func() (supervision.Change, error)

// together makes several operations one change; when one fails, those before it
// are taken back.
func together(b *supervision.Board, label string, steps func(with *journal.ID) []operation) (supervision.Change, error) {
	var with journal.ID
	var done []supervision.Change
	for _, step := range steps(&with) {
		c, err := step()
		if err != nil {
			for _, before := range slices.Backward(done) {
				if undo := b.Apply(before.Inverse()); undo != nil {
					return supervision.Change{}, fault.As(fault.Internal, label, undo)
				}
			}
			return supervision.Change{}, err
		}
		if len(c.After) > 0 {
			done = append(done, c)
		}
	}
	return supervision.Join(label, done...), nil
}

// meet finds the person of the plan's name, or makes a relationship. Where the
// plan says no length, it gets the usual one.
func (d *Desk) meet(b *supervision.Board, p *Plan, newID journal.ID, with *journal.ID) (supervision.Change, error) {
	for _, r := range b.Relationships() {
		if strings.EqualFold(r.Name, p.Name) {
			*with, p.Minutes = r.ID, cmp.Or(p.Minutes, r.UsualMinutes, UsualSessionMinutes)
			return supervision.Change{}, nil
		}
	}
	p.Minutes = cmp.Or(p.Minutes, UsualSessionMinutes)
	if p.Kind == "" {
		p.Kind = supervision.ClinicalSupervisor
	}
	*with = newID
	return b.AddRelationship(supervision.Relationship{
		ID: newID, Name: p.Name, Kind: p.Kind, UsualMinutes: p.Minutes, Since: d.Today(),
	})
}

// arrange plans a session that is new.
func arrange(b *supervision.Board, p Plan, id, with journal.ID) (supervision.Change, error) {
	if p.Session != 0 {
		return supervision.Change{}, nil
	}
	return b.PlanSession(supervision.Session{ID: id, With: with, Start: p.Start, Minutes: p.Minutes})
}

// agreed puts what every agenda with a person starts with on that of a session
// that is new.
func (d *Desk) agreed(b *supervision.Board, p Plan, session, with journal.ID, ids []journal.ID) (supervision.Change, error) {
	r, err := b.Relationship(with)
	if err != nil || p.Session != 0 {
		return supervision.Change{}, err
	}
	return d.stand(b, session, r.Standing, ids)
}

// move changes when and with whom a planned session is.
func move(b *supervision.Board, p Plan, with journal.ID) (supervision.Change, error) {
	if p.Session == 0 {
		return supervision.Change{}, nil
	}
	return together(b, "move_session", func(*journal.ID) []operation {
		return []operation{
			func() (supervision.Change, error) {
				if s, err := b.Session(p.Session); err != nil || s.With == with {
					return supervision.Change{}, err
				}
				return b.ChangeSupervisor(p.Session, with)
			},
			func() (supervision.Change, error) { return b.MoveSession(p.Session, p.Start) },
		}
	})
}

// length changes how long a planned session is.
func length(b *supervision.Board, p Plan) (supervision.Change, error) {
	s, err := b.Session(p.Session)
	if p.Session == 0 || err != nil || s.Minutes == p.Minutes {
		return supervision.Change{}, nil
	}
	s.Minutes = p.Minutes
	return b.EditSession(s)
}
