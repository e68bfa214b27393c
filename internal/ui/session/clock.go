package session

import (
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// tickEvery is how often the clock is looked at. What it shows changes once a
// minute.
const tickEvery = 5 * time.Second

// tick looks at the clock now and then while a session goes on.
func (p *presenter) tick() {
	p.stopTick()
	if !p.visible || p.state.Phase != Talking {
		return
	}
	p.stopTick = p.after(tickEvery, func() {
		if now := p.clock(); !now.same(p.state.Clock) {
			p.tell()
		}
		p.tick()
	})
}

// clock gives the time of the session and of each item.
func (p *presenter) clock() Clock {
	s, now := p.state.Sitting, p.book.Now()
	c := Clock{Live: s.Live(now), Total: s.Session.Minutes, Spent: map[journal.ID]int{}}
	for id := range p.spent {
		c.Spent[id] = minutes(p.spentOn(id))
	}
	if c.Live {
		c.Gone = max(int(now.Sub(s.Session.Opened)/time.Minute), 0)
		c.Left = c.Total - c.Gone
	}
	return c
}

func minutes(d time.Duration) int { return int(d.Round(time.Minute).Minutes()) }

// countSpent takes over the minutes that the disk knows of.
func (p *presenter) countSpent() {
	for _, a := range p.state.Sitting.Account {
		if _, known := p.spent[a.Item.ID]; !known {
			p.spent[a.Item.ID] = time.Duration(a.Outcome.Minutes) * time.Minute
		}
	}
}

// spentOn gives the time spent on an item; it runs while the item is in view and
// still to be ticked.
func (p *presenter) spentOn(item journal.ID) time.Duration {
	d := p.spent[item]
	if item == p.state.At && p.running() {
		d += p.book.Now().Sub(p.since)
	}
	return d
}

func (p *presenter) running() bool {
	a, known := p.state.account(p.state.At)
	return known && !a.Went && a.Item.State == supervision.OnAgenda && p.state.Sitting.Live(p.book.Now()) && !p.since.IsZero()
}

// pause adds the time that the item in view has had.
func (p *presenter) pause() {
	if p.state.At != 0 && p.running() {
		p.spent[p.state.At] = p.spentOn(p.state.At)
	}
	p.since = p.book.Now()
}

// withMinutes gives an outcome of the item in view with the time spent on it.
func (p *presenter) withMinutes(o supervision.Outcome) supervision.Outcome {
	if n := minutes(p.spentOn(p.state.At)); n > o.Minutes {
		o.Minutes = min(n, supervision.MaxMinutes)
	}
	return o
}
