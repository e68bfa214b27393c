package app

import (
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// sampleLearning is what the fictional journal holds of learning: rules in use, pieces,
// and hours. Days are from today, weeks are counted back from the present one.
type sampleLearning struct {
	Pack   string        `json:"pack"`
	Pieces []samplePiece `json:"pieces"`
	Weeks  []sampleWeek  `json:"weeks"`
}

type samplePiece struct {
	Days int `json:"days"`
	learning.Piece
}

// sampleWeek is the hours of one week, in minutes, and who supervised.
type sampleWeek struct {
	Ago        int    `json:"ago"`
	With       string `json:"with"`
	Supervised int    `json:"supervised"`
	Client     int    `json:"client"`
	Note       string `json:"note"`
}

// sampleLearning puts all of it on the board, in one step.
func (d *Desk) sampleLearning(s sampleLearning) error {
	ids, err := d.core.NewIDs(1 + len(s.Pieces) + 2*len(s.Weeks))
	if err != nil {
		return err
	}
	next := func() (id journal.ID) {
		id, ids = ids[0], ids[1:]
		return id
	}
	ops := []supervision.Op{learning.Choose(learning.Choice{ID: next(), For: learning.ForCPD, Pack: s.Pack})}
	for _, p := range s.Pieces {
		p.ID, p.Framework, p.Date = next(), s.Pack, d.Today().AddDays(p.Days)
		if p.Peer != "" {
			p.PeerOn = p.Date.AddDays(2)
		}
		ops = append(ops, learning.AddPiece(p.Piece))
	}
	var lines []learning.Hours
	for _, w := range s.Weeks {
		monday, with := learning.WeekOf(d.Today().AddDays(-7*w.Ago)), d.sampleRelationship(w.With)
		for kind, minutes := range map[learning.HoursKind]int{"individual": w.Supervised, "client": w.Client} {
			if minutes > 0 {
				lines = append(lines, learning.Hours{ID: next(), Week: monday, Kind: kind, Minutes: minutes, With: with, Note: w.Note, Entered: monday.AddDays(4)})
			}
		}
	}
	ops = append(ops, learning.LogHours(lines...))
	return d.core.Change(supervision.Batch("", func(b *supervision.Edit) error {
		for _, op := range ops {
			if err := b.Do(op); err != nil {
				return err
			}
		}
		return nil
	}))
}

// sampleRelationship gives somebody of the fictional journal by name, 0 for nobody.
func (d *Desk) sampleRelationship(name string) journal.ID {
	for _, r := range d.Relationships() {
		if r.Name == name {
			return r.ID
		}
	}
	return 0
}
