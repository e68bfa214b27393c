package app

import (
	"aftershift/internal/alliance"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// sampleAlly is what stands between the writer and somebody of the sample, with days
// counted from the day on which it is opened.
type sampleAlly struct {
	Name      string           `json:"name"`
	Agreement *sampleAgreement `json:"agreement"`
	Goals     []sampleGoal     `json:"goals"`
	Practices []samplePractice `json:"practices"`
	For       []alliance.Help  `json:"for"`
	Talked    int              `json:"talked"` // days ago, 0: never
	Best      string           `json:"best"`
}

type sampleAgreement struct {
	alliance.Agreement
	FromDays   int `json:"from_days"`
	LookedDays int `json:"looked_days"`
	ReviewDays int `json:"review_days"`
}

type sampleGoal struct {
	alliance.Goal
	SetDays  int    `json:"set_days"`
	ByDays   int    `json:"by_days"`
	LookDays int    `json:"look_days"`
	Seen     string `json:"seen"`
}

type samplePractice struct {
	alliance.Practice
	Days int `json:"days"`
}

// sampleAllies keeps what stands between the writer and those of the sample, in one step.
func (d *Desk) sampleAllies(all []sampleAlly) error {
	return d.core.Change(supervision.Batch("", func(b *supervision.Edit) error {
		for _, ally := range all {
			with := journal.ID(0)
			for _, r := range b.Relationships() {
				if r.Name == ally.Name {
					with = r.ID
				}
			}
			ops, err := d.sampleOps(with, ally)
			if err != nil {
				return err
			}
			for _, op := range ops {
				if err := b.Do(op); err != nil {
					return fault.Wrap("fill sample", err)
				}
			}
		}
		return nil
	}))
}

// sampleOps returns what makes an ally of the sample.
func (d *Desk) sampleOps(with journal.ID, ally sampleAlly) (ops []supervision.Op, err error) {
	ids, err := d.core.NewIDs(2 + len(ally.Goals) + len(ally.Practices))
	if err != nil {
		return nil, err
	}
	day := func(days int) journal.Date { return d.Today().AddDays(days) }
	if a := ally.Agreement; a != nil {
		a.ID, a.With, a.From, a.Signed = ids[0], with, day(a.FromDays), day(a.FromDays)
		ops = append(ops, alliance.Agree(a.Agreement), alliance.Look(a.ID, day(a.LookedDays), day(a.ReviewDays)))
	}
	ops = append(ops, alliance.PutTie("", with, ids[1], func(t alliance.Tie) alliance.Tie {
		if t.For, t.Best = ally.For, ally.Best; ally.Talked > 0 {
			t.Talked = day(-ally.Talked)
		}
		return t
	}))
	ids = ids[2:]
	for i, g := range ally.Goals {
		is := g.Goal
		is.ID, is.With, is.Created = ids[i], with, day(g.SetDays)
		if g.ByDays != 0 {
			is.By = day(g.ByDays)
		}
		ops = append(ops, alliance.SetGoal(is), alliance.LookAtGoal(is.ID, alliance.Glance{On: day(g.LookDays), Text: g.Seen, State: g.State}))
	}
	ids = ids[len(ally.Goals):]
	for i, p := range ally.Practices {
		p.ID, p.With, p.On = ids[i], with, day(p.Days)
		ops = append(ops, alliance.KeepPractice(p.Practice))
	}
	return ops, nil
}
