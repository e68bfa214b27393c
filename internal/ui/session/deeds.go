package session

import (
	"slices"
	"strings"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// act changes the journal off the main goroutine, then says what was done and
// shows what is. key may be empty: then it says nothing.
func (p *presenter) act(key string, change func() error, then func()) {
	failed := func(err error) {
		p.failed(err)
		p.refresh()
	}
	present.Act{Work: p.book.Do, Main: p.do, Failed: failed}.Do(change, func() {
		if key != "" {
			p.said(key)
		}
		then()
		p.refresh()
	})
}

func nothing() {}

// Start opens a planned session now.
func (p *presenter) Start() { p.StartAt(p.book.Now()) }

// StartAt opens a planned session as of another time, to type up its notes.
func (p *presenter) StartAt(at time.Time) {
	id, begun := p.session, false
	p.act("", func() error {
		if now, err := p.book.Sitting(id); err == nil && now.Session.State == supervision.Open {
			return nil // it was asked for twice
		}
		begun = true
		return p.book.StartSession(id, at)
	}, func() {
		if begun {
			p.fresh = true
			p.said("session.done.started")
		}
	})
}

// HoldAdHoc opens a session that nobody planned, at once, or shows the one that
// is open.
func (p *presenter) HoldAdHoc() {
	p.Keep()
	var made journal.ID
	p.act("", func() (err error) {
		if next, found := p.book.NextAgenda(); found && next.Session.State == supervision.Open {
			made = next.Session.ID // one is open already
			return nil
		}
		made, err = p.book.HoldAdHoc(0)
		return err
	}, func() {
		p.forget()
		p.session = made
	})
}

// Choose brings an item into view; 0 is what stands open from last time.
func (p *presenter) Choose(item journal.ID) {
	if item == p.state.At {
		return
	}
	p.Keep()
	p.pause()
	p.state.At, p.state.Private = item, Private{}
	p.load()
	p.tell()
	if p.state.Open {
		p.refresh()
	}
}

// Step brings the item before (-1) or after (1) into view.
func (p *presenter) Step(by int) {
	ids := p.order()
	for i, id := range ids {
		if id == p.state.At && i+by >= 0 && i+by < len(ids) {
			p.Choose(ids[i+by])
			return
		}
	}
}

// order gives what can be brought into view, from the top.
func (p *presenter) order() (ids []journal.ID) {
	if p.state.Asks() {
		ids = append(ids, 0)
	}
	for _, a := range p.state.Sitting.Account {
		ids = append(ids, a.Item.ID)
	}
	return ids
}

// DiscussNext ticks the item in view with what came out of it, and goes on to
// the next; after the last one the session can end. From what stands open it
// goes on to the first item.
func (p *presenter) DiscussNext() {
	item := p.state.At
	if item == 0 {
		p.advance(0)
		return
	}
	if !p.state.Writable() {
		p.advance(item)
		return
	}
	p.pause()
	o := p.withMinutes(p.state.Outcome)
	if o.Kind == "" && strings.TrimSpace(o.Decision) != "" {
		o.Kind = supervision.Decision
	}
	_, wrote := p.outcomes.Of(item)
	n := p.outcomes.Sent(item, o)
	p.send(func() error { return p.book.Discuss(item, o) }, func(err error) {
		if latest := p.outcomes.Arrived(item, n, err); latest && !wrote {
			p.outcomes.Kept(item) // where it failed, it is on the disk already
		}
		p.discussed(item, o, err)
	})
}

func (p *presenter) discussed(item journal.ID, o supervision.Outcome, err error) {
	if err != nil {
		p.hold()
		p.state.Status = Status{Kind: Failed, Err: err}
		p.failed(err)
		p.refresh()
		return
	}
	p.settled()
	p.state.Reading++
	p.state.Sitting.Account = ticked(p.state.Sitting.Account, item, o)
	if p.state.At == item {
		p.advance(item)
	}
	p.refresh()
}

// ticked gives the account with an item discussed, as the journal has it by now.
func ticked(account []supervision.Account, item journal.ID, o supervision.Outcome) []supervision.Account {
	account = slices.Clone(account)
	for i := range account {
		if account[i].Item.ID == item {
			account[i].Item.State, account[i].Outcome = supervision.Discussed, o
		}
	}
	return account
}

// advance goes on to the item after one, or to the end.
func (p *presenter) advance(from journal.ID) {
	if next := p.state.next(from); next != 0 && next != from {
		p.Choose(next)
		return
	}
	p.End()
}

// leave moves the item in view out of the way with op, and goes on. What is out
// of the way already stays where it is.
func (p *presenter) leave(key string, op func(item journal.ID) error) {
	item := p.state.At
	if p.state.Phase != Talking || !p.state.Writable() {
		return
	}
	p.Keep()
	p.pause()
	next := p.state.next(item)
	p.act(key, func() error { return op(item) }, func() {
		if next != 0 && p.state.At == item {
			p.Choose(next)
		}
	})
}

// NextTime leaves the item in view for next time.
func (p *presenter) NextTime() { p.leave("session.done.next_time", p.book.NextTime) }

// Drop withdraws the item in view.
func (p *presenter) Drop() {
	p.leave("session.done.withdrawn", func(id journal.ID) error { return p.book.Settle(id, supervision.Withdrawn) })
}

// Solve says that the item in view was solved elsewhere.
func (p *presenter) Solve() {
	p.leave("session.done.solved", func(id journal.ID) error { return p.book.Settle(id, supervision.Solved) })
}

// Park keeps the item in view for one person, or for somewhere that isn't
// supervision.
func (p *presenter) Park(lot supervision.Lot) {
	p.leave("session.done.parked", func(id journal.ID) error { return p.book.Park(id, lot) })
}

// BringBack puts an item back among those to talk about.
func (p *presenter) BringBack(item journal.ID) {
	a, known := p.state.account(item)
	if !known {
		return
	}
	session := p.session
	p.act("session.done.back", func() error {
		if a.Went {
			return p.book.AddToAgenda(session, item)
		}
		return p.book.BringBack(item)
	}, nothing)
}

// Toggle ticks an item as discussed, or takes the tick back.
func (p *presenter) Toggle(item journal.ID) {
	a, known := p.state.account(item)
	switch {
	case !known || p.state.Phase != Talking:
	case a.Went || a.Item.State != supervision.OnAgenda:
		p.BringBack(item)
	case item == p.state.At:
		p.DiscussNext()
	default:
		p.act("", func() error { return p.book.Discuss(item, a.Outcome) }, nothing)
	}
}

// TakeFurther marks an item as one to be escalated.
func (p *presenter) TakeFurther(it supervision.AgendaItem) {
	it.Want, it.Urgency = supervision.WantEscalate, supervision.Urgent
	p.act("session.done.further", func() error { _, err := p.book.SaveItem(it); return err }, nothing)
}

// DropItem withdraws an item that is not in view.
func (p *presenter) DropItem(item journal.ID) {
	p.act("session.done.withdrawn", func() error { return p.book.Settle(item, supervision.Withdrawn) }, nothing)
}

// ThinkAlone parks an item for oneself.
func (p *presenter) ThinkAlone(item journal.ID) {
	p.act("session.done.parked", func() error {
		return p.book.Park(item, supervision.Lot{Elsewhere: supervision.ForMyself})
	}, nothing)
}

// TakeOn puts an item that waits on the agenda.
func (p *presenter) TakeOn(item journal.ID) {
	session := p.session
	p.act("", func() error { return p.book.AddToAgenda(session, item) }, nothing)
}

// AddItem puts a new item on the agenda and brings it into view.
func (p *presenter) AddItem(title string) {
	title = strings.TrimSpace(title)
	if title == "" {
		return
	}
	p.Keep()
	session := p.session
	var made journal.ID
	p.act("", func() (err error) {
		made, err = p.book.AddNewItem(session, supervision.AgendaItem{Title: title, Words: title, Minutes: 10})
		return err
	}, func() {
		p.pause()
		p.state.At = made
		p.state.Outcome = supervision.Outcome{}
	})
}

// SetOpen turns the safe screen off, so that what is private of the item in view
// shows, or on.
func (p *presenter) SetOpen(open bool) {
	p.state.Open, p.state.Private = open, Private{}
	p.tell()
	if open {
		p.refresh()
	}
}
