package app

import (
	"slices"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// sampleGroup is a group of the fictional journal, and one meeting that it held in a
// session that is over. Days are from today; members count from 1, the writer first.
type sampleGroup struct {
	groups.Group
	With        string          `json:"with"`
	AgreedDays  int             `json:"agreed_days"`
	ReviewDays  int             `json:"review_days"`
	Members     []groups.Member `json:"members"`
	MetDays     int             `json:"met_days"`
	Presents    []int           `json:"presents"`
	Facilitates int             `json:"facilitates"`
	KeepsTime   int             `json:"keeps_time"`
	Note        string          `json:"note"`
	NoteDays    int             `json:"note_days"`
}

// sampleGroup sets up the group, and puts its meeting on the board.
func (d *Desk) sampleGroup(s sampleGroup) error {
	ids, err := d.core.NewIDs(3 + len(s.Members))
	if err != nil {
		return err
	}
	g, meeting, note, members := s.Group, ids[1], ids[2], ids[3:]
	day := func(n int) journal.Date { return d.Today().AddDays(n) }
	g.ID, g.Agreed, g.Review = ids[0], day(s.AgreedDays), day(s.ReviewDays)
	met := groups.Meeting{ID: meeting, Procedure: g.Procedure, Facilitates: members[s.Facilitates-1], KeepsTime: members[s.KeepsTime-1]}
	for i := range s.Members {
		m := &s.Members[i]
		m.ID, m.Joined = members[i], g.Agreed
		met.Present = append(met.Present, m.ID)
	}
	for _, at := range s.Presents {
		met.Presents = append(met.Presents, members[at-1])
	}
	return d.core.Change(supervision.Batch("", func(e *supervision.Edit) error {
		sessions := e.Sessions(nil)
		i := slices.IndexFunc(sessions, func(one supervision.Session) bool {
			with, err := e.Relationship(one.With)
			return err == nil && with.Name == s.With && journal.DateOf(one.When()) == day(s.MetDays)
		})
		if i < 0 {
			return fault.New(fault.NotFound, "find session of the sample")
		}
		held := sessions[i]
		g.With, met.Group, met.Session, met.Minutes, met.Began = held.With, g.ID, held.ID, held.Minutes, held.When()
		for _, op := range []supervision.Op{
			groups.SetUp(g, s.Members...),
			groups.Begin(met),
			groups.End(meeting, met.Began.Add(time.Duration(met.Minutes)*time.Minute)),
			groups.KeepNote(groups.Note{ID: note, Meeting: meeting, Text: s.Note, Written: day(s.NoteDays)}),
		} {
			if err := e.Do(op); err != nil {
				return err
			}
		}
		return nil
	}))
}
