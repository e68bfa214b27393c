package alliance

import (
	"slices"
	"strings"

	"aftershift/internal/alliance"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Goal returns a goal, or fault.NotFound.
func (d *Desk) Goal(id journal.ID) (alliance.Goal, error) {
	return supervision.Find[alliance.Goal](d.Library().Board(), id)
}

// Goals returns what one aims at with somebody, 0 with anybody, aimed at first.
func (d *Desk) Goals(with journal.ID) []alliance.Goal {
	return alliance.Goals(d.Library().Board(), with)
}

// SaveGoal sets a goal (ID 0), or changes its words and its day. It gives fault.Invalid,
// fault.NotFound, and fault.Conflict for somebody put away; it can be undone.
func (d *Desk) SaveGoal(g alliance.Goal) (journal.ID, error) {
	g.Text, g.Sign = strings.TrimSpace(g.Text), strings.TrimSpace(g.Sign)
	return d.EditOrMake(g.ID, alliance.EditGoal(g), func(id journal.ID) supervision.Op {
		g.ID, g.Created = id, d.Today()
		return alliance.SetGoal(g)
	})
}

// LookAtGoal adds today's look back at a goal, and what it came to. It gives
// fault.NotFound and fault.Invalid, and can be undone.
func (d *Desk) LookAtGoal(id journal.ID, seen string, state alliance.GoalState) error {
	return d.Change(alliance.LookAtGoal(id, alliance.Glance{On: d.Today(), Text: strings.TrimSpace(seen), State: state}))
}

// RemoveGoal takes a goal away. It gives fault.NotFound, and can be undone.
func (d *Desk) RemoveGoal(id journal.ID) error { return d.Change(alliance.RemoveGoal(id)) }

// TakeGoals makes a goal of each line that was written of goals with somebody. It gives
// fault.NotFound, fault.Invalid for a line too long for one, and fault.Conflict for
// somebody put away; it can be undone.
func (d *Desk) TakeGoals(with journal.ID) error {
	r, err := d.Library().Board().Relationship(with)
	if err != nil {
		return err
	}
	var lines []string
	for line := range strings.Lines(r.Goals) {
		if line = strings.TrimLeft(strings.TrimSpace(line), "-*• "); line != "" {
			lines = append(lines, line)
		}
	}
	ids, err := d.NewIDs(len(lines))
	if err != nil {
		return err
	}
	slices.Sort(ids) // goals without a day stand by id: in the order of the lines
	return d.Change(alliance.TakeGoals(with, lines, ids, d.Today()))
}

// Evaluation returns an evaluation, or fault.NotFound.
func (d *Desk) Evaluation(id journal.ID) (alliance.Evaluation, error) {
	return supervision.Find[alliance.Evaluation](d.Library().Board(), id)
}

// Evaluations returns how it went with somebody, 0 with anybody, the latest first.
func (d *Desk) Evaluations(with journal.ID) []alliance.Evaluation {
	return alliance.Evaluations(d.Library().Board(), with)
}

// ServedFor returns what the log says of the time that an evaluation is about.
func (d *Desk) ServedFor(v alliance.Evaluation) alliance.Served {
	return alliance.ServedBy(d.Library().Board(), v.With, v.From, v.On)
}

// SaveEvaluation keeps how it goes with somebody: since the last look (ID 0), or other
// words for one. It gives fault.Invalid and fault.NotFound, and can be undone.
func (d *Desk) SaveEvaluation(v alliance.Evaluation) (journal.ID, error) {
	for _, words := range []*string{&v.Helps, &v.Missing, &v.Ask, &v.Private} {
		*words = strings.TrimSpace(*words)
	}
	return d.EditOrMake(v.ID, alliance.EditEvaluation(v), func(id journal.ID) supervision.Op {
		v.ID, v.On = id, d.Today()
		v.From = alliance.Since(d.Library().Board(), v.With, v.On)
		return alliance.Evaluate(v)
	})
}

// RemoveEvaluation takes an evaluation away. It gives fault.NotFound, and can be undone.
func (d *Desk) RemoveEvaluation(id journal.ID) error { return d.Change(alliance.RemoveEvaluation(id)) }

// Practice returns something that helped, or fault.NotFound.
func (d *Desk) Practice(id journal.ID) (alliance.Practice, error) {
	return supervision.Find[alliance.Practice](d.Library().Board(), id)
}

// Practices returns what helped, the latest first.
func (d *Desk) Practices() []alliance.Practice { return alliance.Practices(d.Library().Board()) }

// HelpedBefore returns what helped with any of the themes, the latest first.
func (d *Desk) HelpedBefore(themes []journal.ThemeID) []alliance.Practice {
	return alliance.Helped(d.Library().Board(), themes, d.Themes())
}

// HelpedWith returns what helped before with the themes of items, or of the entries that
// they are about, the latest first.
func (d *Desk) HelpedWith(items []supervision.AgendaItem) []alliance.Practice {
	var themes []journal.ThemeID
	for _, it := range items {
		themes = append(themes, it.Themes...)
		for _, id := range it.Entries {
			if o, is := d.Library().Overview(id); is { // one in the trash has nothing to say
				themes = append(themes, o.Themes...)
			}
		}
	}
	return d.HelpedBefore(themes)
}

// SavePractice keeps something that helped (ID 0), or changes its words, source and
// themes. It gives fault.Invalid and fault.NotFound, and can be undone.
func (d *Desk) SavePractice(p alliance.Practice) (journal.ID, error) {
	p.Text, p.Source = strings.TrimSpace(p.Text), strings.TrimSpace(p.Source)
	p.Themes = d.Themes().Distinct(p.Themes)
	return d.EditOrMake(p.ID, alliance.EditPractice(p), func(id journal.ID) supervision.Op {
		p.ID, p.On = id, d.Today()
		return alliance.KeepPractice(p)
	})
}

// RemovePractice takes away what helped. It gives fault.NotFound, and can be undone.
func (d *Desk) RemovePractice(id journal.ID) error { return d.Change(alliance.RemovePractice(id)) }
