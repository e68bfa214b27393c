package session

import (
	"maps"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// End asks for what is needed before the session closes.
func (p *presenter) End() {
	if p.state.Phase != Talking {
		return
	}
	p.Keep()
	p.pause()
	kinds := map[journal.ID]supervision.OutcomeKind{}
	for _, a := range p.state.Discussed() {
		kinds[a.Item.ID] = p.written(a).Kind
	}
	p.state.Kinds = kinds
	p.state.Took = p.state.Sitting.Took(p.book.Now())
	p.state.Phase = Ending
	p.state.Open, p.state.Private = false, Private{}
	p.tell()
	p.refresh()
}

// Resume goes on with the session instead of ending it.
func (p *presenter) Resume() {
	if p.state.Phase == Ending {
		p.state.Phase = Talking
		p.since = p.book.Now()
		p.tick()
		p.tell()
	}
}

// SetKind chooses what came out of an item, and keeps it at once. One that wasn't
// ticked as discussed is now.
func (p *presenter) SetKind(item journal.ID, kind supervision.OutcomeKind) {
	a, known := p.state.account(item)
	if !known {
		return
	}
	p.state.Kinds = maps.Clone(p.state.Kinds)
	p.state.Kinds[item] = kind
	o := p.written(a)
	o.Kind = kind
	if item == p.state.At {
		p.state.Outcome.Kind = kind
	}
	if a.Item.State == supervision.OnAgenda {
		p.act("", func() error { return p.book.Discuss(item, o) }, nothing)
	} else {
		p.note(item, o)
	}
	p.tell()
}

// written gives what came out of an item as it was written last, whether or not
// it is on the disk yet.
func (p *presenter) written(a supervision.Account) supervision.Outcome {
	if under, outstanding := p.outcomes.Of(a.Item.ID); outstanding {
		return under
	}
	if a.Item.ID == p.state.At {
		return p.state.Outcome
	}
	return a.Outcome
}

// NotDiscussed leaves an item that was written about for next time.
func (p *presenter) NotDiscussed(item journal.ID) {
	p.act("session.done.next_time", func() error { return p.book.NextTime(item) }, nothing)
}

// PlanNext plans the next session by the day that was said for it.
func (p *presenter) PlanNext() {
	p.Keep()
	id := p.session
	p.act("session.done.planned", func() error { _, err := p.book.PlanNext(id); return err }, nothing)
}

// SetTook changes how many minutes the session took; a number that can't be is
// left out.
func (p *presenter) SetTook(minutes int) {
	if minutes >= 0 && minutes <= supervision.MaxMinutes {
		p.state.Took = minutes
		p.tell()
	}
}

// Finish ends the session once every discussed item has its kind.
func (p *presenter) Finish() {
	if p.state.Phase != Ending || !p.state.Settled() {
		return
	}
	p.Keep()
	id, took, kinds := p.session, p.state.Took, maps.Clone(p.state.Kinds)
	p.act("session.done.closed", func() error { return p.book.EndSession(id, took, kinds) }, func() { p.state.Phase = Ended })
}

// GoOn shows what is for oneself alone.
func (p *presenter) GoOn() {
	if s := p.state.Sitting.Session.State; s == supervision.Closed {
		p.state.Phase = Alone
		p.tell()
	}
}

// ShowRecord shows what came out of the session.
func (p *presenter) ShowRecord() {
	p.Keep()
	p.state.Phase = Record
	p.tell()
}

// SetCarrying says how much of an entry is still carried. A slider that moves on
// is one step.
func (p *presenter) SetCarrying(entry journal.ID, value int, set bool) {
	level := journal.Level{}
	if set {
		level = journal.LevelOf(value)
	}
	p.act("", func() error { return p.book.SetCarrying(entry, level) }, nothing)
}

// SetReview changes what one thinks of the session.
func (p *presenter) SetReview(change func(*app.SessionReview)) {
	change(&p.state.Review)
	p.reviews.Write(p.session, p.state.Review)
	p.hold()
	p.tell()
}

// Correct adds to the record of a session that is over.
func (p *presenter) Correct(text string, disagreement bool) {
	id := p.session
	p.act("session.done.added", func() error { return p.book.Correct(id, text, disagreement) }, nothing)
}

// Reopen opens a closed session again, to mend its record.
func (p *presenter) Reopen() {
	p.Keep()
	id := p.session
	p.act("session.done.reopened", func() error { return p.book.ReopenSession(id) }, func() { p.fresh = true })
}

// Close stops what was to happen later.
func (p *presenter) Close() {
	p.outcomes.Stop()
	p.reviews.Stop()
	p.stopTick()
}
