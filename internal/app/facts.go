package app

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// ofFacts takes how supervision with somebody went over the last CadenceMonths,
// in numbers, and why sessions were called off. It gives fault.NotFound.
func (d *Desk) ofFacts(p *parts, with journal.ID) (a Agenda, err error) {
	var c supervision.Cadence
	d.library.Board(func(b *supervision.Board) {
		if a.With, err = b.Relationship(with); err == nil {
			c, err = b.Cadence(with, d.countedFrom(), d.Today())
		}
	})
	if err == nil {
		p.facts(a.With, c)
	}
	return a, err
}

// countedFrom gives the first day of the last CadenceMonths.
func (d *Desk) countedFrom() journal.Date {
	return journal.DateOf(d.Now().AddDate(0, -CadenceMonths, 1))
}

//words:prefix record.facts.

func (p *parts) facts(r supervision.Relationship, c supervision.Cadence) {
	p.heading("record.facts.period")
	if r.CadenceDays > 0 {
		p.counted("agreed", r.CadenceDays)
	}
	p.counted("held", c.Held)
	p.counted("cancelled", len(c.Cancelled))
	if c.AgreedMinutes > 0 {
		p.fact("record.facts.minutes_of", c.HeldMinutes, c.AgreedMinutes)
	} else {
		p.counted("minutes", c.HeldMinutes)
	}
	if c.LastHeld != "" {
		p.counted("since", c.DaysSince)
	}
	if c.DaysOver > 0 {
		p.counted("over", c.DaysOver)
	}
	for _, s := range c.Cancelled {
		p.section("record.facts.because", s.Reason)
	}
}

// counted adds a fact whose words depend on how many.
func (p *parts) counted(name string, n int) {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	p.fact("record.facts."+name+form, n)
}

func (p *parts) fact(label string, numbers ...int) {
	p.fields = append(p.fields, Field{Kind: FieldRemark, Part: -1, Label: label, Numbers: numbers})
}
