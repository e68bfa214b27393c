package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// GoalState says how far a goal has come. Its value is stored.
type GoalState string

// The states of a goal.
const (
	Aimed   GoalState = "aimed"
	Reached GoalState = "reached"
	LetGo   GoalState = "let_go"
)

// GoalStates returns every state, in the order to offer them.
func GoalStates() []GoalState { return []GoalState{Aimed, Reached, LetGo} }

// Goal is what one aims at with somebody, and every look back at it.
type Goal struct {
	ID      ID        `json:"id"`
	With    ID        `json:"with"`
	Text    string    `json:"text"`
	Sign    string    `json:"sign,omitempty"` // by what one will know
	By      Date      `json:"by,omitempty"`
	Created Date      `json:"created"`
	State   GoalState `json:"state"`
	Looks   []Glance  `json:"looks,omitempty"` // only ever added to, the oldest first
}

// Glance is a look back at a goal: what was seen, and what it came to then.
type Glance struct {
	On    Date      `json:"on"`
	Text  string    `json:"text,omitempty"`
	State GoalState `json:"state"`
}

// Key returns the key.
func (g Goal) Key() supervision.Key { return supervision.Key{Kind: GoalRecord, ID: g.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with g, or nil.
func (g Goal) Validate() error {
	return valid.First(
		valid.That(g.ID != 0 && g.With != 0, "check goal: no id"),
		valid.That(!journal.Blank(g.Text) && valid.Line(g.Text) && valid.Line(g.Sign), "check goal: words"),
		valid.That(valid.Day(g.By) && g.Created.Validate() == nil, "check goal: days"),
		valid.That(slices.Contains(GoalStates(), g.State), "check goal: state"),
		valid.That(g.looks(), "check goal: looks back"),
	)
}

// looks reports whether each look back is one, and the state is what the last one saw.
func (g Goal) looks() bool {
	days, state := []Date{}, Aimed
	for _, l := range g.Looks {
		if !valid.Text(l.Text) || !slices.Contains(GoalStates(), l.State) {
			return false
		}
		days, state = append(days, l.On), l.State
	}
	return rising(days) && state == g.State
}

// Last returns the day on which the goal was last looked at, or was set.
func (g Goal) Last() Date {
	if n := len(g.Looks); n > 0 {
		return g.Looks[n-1].On
	}
	return g.Created
}

// goalDays is after how many days a goal is looked at again: about as often as the
// relationship is.
const goalDays = EvaluateDays

// Due reports whether it is time to look at the goal: its day has come, or it hasn't been
// looked at for a few months.
func (g Goal) Due(today Date) bool {
	passed := g.By != "" && g.By <= today && g.Last() < g.By
	return g.State == Aimed && (passed || g.Last().DaysUntil(today) >= goalDays)
}

// Refers returns the relationship.
func (g Goal) Refers() []supervision.Key { return with(g.With) }

// Fits returns nil: a goal goes with any other.
func (g Goal) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with g.
func (g Goal) Clone() supervision.Record {
	g.Looks = slices.Clone(g.Looks)
	return g
}

// Goals returns the goals with somebody, 0 for everybody's: those still aimed at first,
// by their day, those without one last, then by id.
func Goals(b *supervision.Board, with ID) []Goal {
	all := supervision.Each(b, func(g Goal) bool { return with == 0 || g.With == with })
	slices.SortStableFunc(all, func(x, y Goal) int {
		return cmp.Or(
			cmp.Compare(slices.Index(GoalStates(), x.State), slices.Index(GoalStates(), y.State)),
			cmp.Compare(cmp.Or(x.By, "9999"), cmp.Or(y.By, "9999")),
		)
	})
	return all
}

// SetGoal adds a goal. It gives fault.Invalid, fault.NotFound, and fault.Conflict for
// somebody put away.
func SetGoal(g Goal) supervision.Op {
	return supervision.Batch("undo.set_goal", func(e *supervision.Edit) error {
		if err := present(e.Board, g.With); err != nil {
			return err
		}
		g.State, g.Looks = Aimed, nil
		return e.Do(supervision.Add("", g))
	})
}

// EditGoal changes the words and the day of a goal; all else stays. It gives
// fault.NotFound and fault.Invalid.
func EditGoal(g Goal) supervision.Op {
	return supervision.Revise("undo.edit_goal", g.ID, func(was Goal) (supervision.Record, error) {
		was.Text, was.Sign, was.By = g.Text, g.Sign, g.By
		return was, nil
	})
}

// LookAtGoal adds a look back at a goal, which may be reached or let go by it, or be
// aimed at again. It gives fault.NotFound, fault.Invalid, and fault.Conflict for a day
// before the last look.
func LookAtGoal(id ID, seen Glance) supervision.Op {
	return supervision.Revise("undo.look_goal", id, func(g Goal) (supervision.Record, error) {
		if len(g.Looks) > 0 && seen.On < g.Last() {
			return g, fault.New(fault.Conflict, "look at goal: a later look is there")
		}
		g.Looks, g.State = append(g.Looks, seen), seen.State
		return g, nil
	})
}

// RemoveGoal takes a goal away, with what was seen of it. It gives fault.NotFound.
func RemoveGoal(id ID) supervision.Op { return remove[Goal]("undo.remove_goal", id) }

// TakeGoals makes a goal of each line that was written of goals in the relationship, which
// are said there no longer; ids are those to use. It gives fault.NotFound, fault.Conflict
// for somebody put away, and fault.Invalid for a line that is too long for one.
func TakeGoals(with ID, lines []string, ids []ID, today Date) supervision.Op {
	return supervision.Batch("undo.take_goals", func(e *supervision.Edit) error {
		for i, words := range lines[:min(len(lines), len(ids))] {
			if err := e.Do(SetGoal(Goal{ID: ids[i], With: with, Text: words, Created: today})); err != nil {
				return err
			}
		}
		return e.Do(supervision.Revise("", with, func(r supervision.Relationship) (supervision.Record, error) {
			r.Goals = ""
			return r, nil
		}))
	})
}
