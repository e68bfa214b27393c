package sharing

import (
	"time"

	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// FactsPaper says how supervision with somebody went over the last
// CadenceMonths, in numbers, and why sessions were called off.
type FactsPaper struct{ With journal.ID }

// Name gives "facts".
func (FactsPaper) Name() string { return "facts" }

func (FactsPaper) kind() document.Kind { return document.Numbers }
func (FactsPaper) enter(*SharedCopy)   {}

func (p FactsPaper) draft(d *Desk, s *drafting) (err error) {
	var with supervision.Relationship
	var c supervision.Cadence
	b := d.Library().Board()
	if with, err = b.Relationship(p.With); err == nil {
		c, err = b.Cadence(p.With, d.sessions.CountedFrom(), d.Today())
	}
	if err != nil {
		return err
	}
	s.from(d.Settings().Author, with, time.Time{})
	s.foot = document.Label("copy.foot.numbers")
	s.add(document.Heading{Level: 1, Text: document.Label("record.facts.period")})
	s.facts(with, c)
	return nil
}

//words:prefix record.facts.

func (s *drafting) facts(r supervision.Relationship, c supervision.Cadence) {
	if r.CadenceDays > 0 {
		s.add(counted("agreed", r.CadenceDays))
	}
	s.add(counted("held", c.Held), counted("cancelled", len(c.Cancelled)))
	if c.AgreedMinutes > 0 {
		s.add(document.Paragraph{Text: document.Label("record.facts.minutes_of", c.HeldMinutes, c.AgreedMinutes)})
	} else {
		s.add(counted("minutes", c.HeldMinutes))
	}
	if c.LastHeld != "" {
		s.add(counted("since", c.DaysSince))
	}
	if c.DaysOver > 0 {
		s.add(counted("over", c.DaysOver))
	}
	for _, off := range c.Cancelled {
		s.add(s.section(2, "record.facts.because", off.Reason)...)
	}
}

// counted is a fact whose words depend on how many.
func counted(name string, n int) document.Block {
	return document.Paragraph{Text: document.Count("record.facts."+name, n)}
}
